"""One thing to be read, as its readers see it, and what becomes of it."""

from dataclasses import dataclass

from onrecord.errors import InputRefused
from onrecord.model.report import Capture, Given
from onrecord.settings import Limits

RAW_PER_TEXT = 6
"""Bytes on disk for one byte of UTF-8 text at most: ``\\u0041`` in JSON takes six for one."""


class PassedOver(InputRefused):
    """A file that is no report and was never meant as one; a run with such files is complete."""


Outcome = Capture | InputRefused


@dataclass(frozen=True, slots=True)
class Input:
    """Where bytes come from, and what is known of them before they are read.

    ``encoding`` is what the user declared, or None; ``given`` holds the metadata of options, sidecar and file name.
    """

    origin: str
    limits: Limits
    encoding: str | None = None
    given: tuple[Given, ...] = ()

    @property
    def most(self) -> int:
        """The bytes that one report may take in its file, page furniture and escapes included."""
        return self.limits.report * RAW_PER_TEXT

    def capture(self, data: bytes, media_type: str, place: str = "", encoding: str | None = None) -> Capture:
        """The capture of ``data``, with everything that is known of it."""
        return Capture(data, media_type, self.origin, place, encoding or self.encoding, given=self.given)

    def at(self, place: str) -> str:
        """A place in this input, as messages name it."""
        return f"{self.origin}: {place}"
