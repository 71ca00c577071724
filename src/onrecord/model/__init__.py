"""The nouns of onrecord and pure functions on them: no input or output, no third-party imports."""
