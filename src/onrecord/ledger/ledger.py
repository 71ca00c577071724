"""The ledger: one SQLite file, and two hands that may touch it."""

from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from onrecord.ledger.connection import reading, tidy, writing
from onrecord.ledger.verify import Fault, verify
from onrecord.ledger.view import View
from onrecord.ledger.writer import Writer


class Ledger:
    """All that is recorded, in one file; ``writer`` and ``view`` are opened when first used.

    A view sees what was committed when its question was asked. Use one ledger per thread.
    """

    def __init__(self, path: Path, create: bool, clock: Callable[[], str] | None) -> None:
        self.path = path
        self._create = create
        self._clock = clock
        self._writer: Writer | None = None
        self._view: View | None = None

    @classmethod
    def open(cls, path: str | Path, create: bool = False, clock: Callable[[], str] | None = None) -> "Ledger":
        """The ledger at ``path``, made where ``create`` says so; ``LedgerError`` where it cannot be used.

        ``clock`` gives the time of decisions as an ISO-8601 string in UTC.
        """
        ledger = cls(Path(path), create, clock)
        _ = ledger.writer if create else ledger.view
        return ledger

    @property
    def writer(self) -> Writer:
        """The hand that writes."""
        if self._writer is None:
            connection = writing(self.path, self._create)
            self._writer = Writer(connection, self.path, self._clock) if self._clock else Writer(connection, self.path)
        return self._writer

    @property
    def view(self) -> View:
        """The hand that reads."""
        if self._view is None:
            self._view = View(reading(self.path), self.path)
        return self._view

    def verify(self) -> list[Fault]:
        """Every fault of the file, by name; empty where every span, text, hash and index holds."""
        return list(verify(self.path))

    def close(self) -> None:
        """Give the file back."""
        read_only = self._view is not None and self._writer is None
        for hand in (self._view, self._writer):
            if hand is not None:
                hand.close()
        self._view = self._writer = None
        if read_only:
            tidy(self.path)

    def __enter__(self) -> "Ledger":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()
