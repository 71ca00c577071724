"""Every error that onrecord raises on purpose; each message names its subject and the next step.

OnrecordError
├── InputRefused        one input could not be read; the run goes on without it
│   ├── NotText         empty, binary, or of an encoding that was not declared
│   ├── TooLarge        above a limit of ``settings.Limits``
│   ├── Malformed       broken JSON, CSV row, sidecar or page
│   └── NotAligned      clean text that could not be traced back to its raw bytes
├── SliceMismatch       an entry's text is not the slice that its span names
├── LedgerError         the ledger file is missing, newer than this version, or not a ledger
├── NotFound            no entry, report or capture has this id
└── UsageError          an option or a combination of options makes no sense
"""


class OnrecordError(Exception):
    """The root of the tree: catch this to catch all that onrecord raises on purpose."""


class InputRefused(OnrecordError):
    """One input that could not become a report, with the reason and the next step.

    ``subject`` names the input as the user gave it (path, ``path: line 3``); ``reason`` is one plain
    clause; ``remedy`` says what to do next.
    """

    def __init__(self, subject: str, reason: str, remedy: str) -> None:
        super().__init__(f"{subject}: {reason}; {remedy}")
        self.subject = subject
        self.reason = reason
        self.remedy = remedy


class NotText(InputRefused):
    """The bytes hold no text that can be read without guessing."""


class TooLarge(InputRefused):
    """The input is above a size limit."""


class Malformed(InputRefused):
    """The input breaks the rules of its own format."""


class NotAligned(InputRefused):
    """The clean text could not be traced back to the raw bytes."""


class SliceMismatch(OnrecordError):
    """An entry's exact text differs from ``text[start:end]`` of its report."""


class LedgerError(OnrecordError):
    """The ledger file cannot be used as it is."""


class NotFound(OnrecordError):
    """No entry of the ledger has the id that was asked for."""


class UsageError(OnrecordError):
    """What was asked for makes no sense as it stands."""
