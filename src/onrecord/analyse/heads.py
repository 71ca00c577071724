"""The word that a phrase is about, where only its characters are at hand."""


def head_word(phrase: str) -> str:
    """The head noun of a phrase: the last word before a preposition, comma or clause."""
    words = phrase.lower().replace(",", " , ").split()
    for at, word in enumerate(words):
        if at and word in (
            ",",
            "of",
            "in",
            "from",
            "at",
            "who",
            "with",
            "for",
            "on",
            "that",
            "to",
            "and",
            "by",
            "familiar",
        ):
            return words[at - 1]
    return words[-1] if words else ""
