"""The ledger behind the pages: a hand that reads for every thread, one hand that writes, and answers that are kept."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Generic, TypeVar

from starlette.requests import Request

from onrecord.ledger import Ledger, View, Writer
from onrecord.web.access import Access

Answer = TypeVar("Answer")
KEPT = 256
"""So many answers are kept until the ledger changes; the ones asked for longest ago go first."""


WORKED, PATIENCE, DECIDED_PATIENCE = 24, 0.25, 8.0
"""So many answers over the whole ledger are held, and so many seconds a page waits for one before it says so; longer
after a decision, so that the page shows what has come of it.
"""


@dataclass(frozen=True, slots=True)
class Worked(Generic[Answer]):
    """An answer that takes long: None while it is worked out; ``fresh`` where the ledger has not changed since."""

    answer: Answer | None
    fresh: bool


@dataclass(slots=True)
class Reader:
    """One ledger as the pages read it."""

    path: Path
    access: Access
    _own: threading.local = field(default_factory=threading.local)
    _writing: threading.Lock = field(default_factory=threading.Lock)
    _keeping: threading.Lock = field(default_factory=threading.Lock)
    _kept: "OrderedDict[Hashable, Any]" = field(default_factory=OrderedDict)
    _done: "OrderedDict[Hashable, tuple[Any, Any]]" = field(default_factory=OrderedDict)
    _jobs: "dict[Hashable, Future[None]]" = field(default_factory=dict)
    _working: threading.Lock = field(default_factory=threading.Lock)

    @contextmanager
    def view(self) -> Iterator[View]:
        """A hand that reads one state of the ledger; a writer neither waits for it nor holds it up."""
        view = self._view()
        self._own.stamp = self._stamp()
        with view.snapshot():
            yield view

    @contextmanager
    def writer(self) -> Iterator[Writer]:
        """The hand that writes; one request at a time, and what it wrote is on disk when this ends."""
        with self._writing, Ledger.open(self.path) as ledger:
            yield ledger.writer

    @contextmanager
    def ruling(self) -> Iterator[Path]:
        """The ledger's path for a step of ``flow`` that writes and resolves; one request at a time."""
        with self._writing:
            yield self.path

    def kept(self, view: View, name: Hashable, make: Callable[[View], Answer]) -> Answer:
        """The answer of that name for the ledger as it is; made anew when the file has changed.

        The file is looked at before the view reads it, so what is kept is never older than it is taken for.
        """
        key = (name, self._own.stamp)
        with self._keeping:
            if key in self._kept:
                self._kept.move_to_end(key)
                found: Answer = self._kept[key]
                return found
        made = make(view)
        with self._keeping:
            self._kept[key] = made
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return made

    def worked(self, name: Hashable, make: Callable[[View], Answer], patience: float = PATIENCE) -> Worked[Answer]:
        """The answer of that name, worked out beside the pages; the last one there was while a new one is made."""
        stamp = self._stamp()
        with self._keeping:
            if name in self._done and self._done[name][0] == stamp:
                self._done.move_to_end(name)
                return Worked(self._done[name][1], fresh=True)
            if name not in self._jobs:
                self._jobs[name] = Future[None]()
                threading.Thread(target=self._work, args=(name, make, self._jobs[name]), daemon=True).start()
            job = self._jobs[name]
        with suppress(TimeoutError):
            job.result(patience)
        with self._keeping:
            found = self._done.get(name)
        return Worked(found[1], fresh=found[0] == stamp) if found else Worked(None, fresh=False)

    def _work(self, name: Hashable, make: Callable[[View], Any], job: "Future[None]") -> None:
        """Work one answer out, one after another, so that pages keep a processor."""
        try:
            with self._working, self.view() as view:
                found = (self._own.stamp, make(view))
            with self._keeping:
                self._done[name] = found
                while len(self._done) > WORKED:
                    self._done.popitem(last=False)
            job.set_result(None)
        except BaseException as error:
            job.set_exception(error)
        finally:
            with self._keeping:
                self._jobs.pop(name, None)

    def _stamp(self) -> tuple[tuple[int, int, int], ...]:
        """What differs after every write: which files they are, how long, and when they were last written to.

        An empty file beside the ledger comes with reading and says nothing.
        """
        names = (self.path, self.path.with_name(f"{self.path.name}-wal"))
        found = (name.stat() for name in names if name.exists())
        return tuple((stat.st_ino, stat.st_size, stat.st_mtime_ns) for stat in found if stat.st_size)

    def _view(self) -> View:
        """The hand of this thread; another file in the place of the first is opened anew."""
        file = self.path.stat().st_ino if self.path.exists() else None
        if getattr(self._own, "file", None) != file or file is None:
            self._own.ledger, self._own.file = Ledger.open(self.path), file
        view: View = self._own.ledger.view
        return view


def reader_of(request: Request) -> Reader:
    """The reader that a request is put to."""
    found: Reader = request.app.state.reader
    return found
