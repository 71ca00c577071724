"""The files under the paths that were named, in an order that never changes."""

import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path

from onrecord.errors import InputRefused
from onrecord.read.carriers import passed_over
from onrecord.read.input import PassedOver
from onrecord.read.sidecar import orphan, target_of

Seen = frozenset[tuple[int, int]]


def files(paths: Sequence[str]) -> Iterator[str | InputRefused]:
    """Each file to be read, as a path that begins with the one that was named; each that cannot be, as its refusal.

    A folder is walked by name; sidecars are not files to be read, and one that describes no file is refused.
    """
    for path in paths:
        yield from _under(path, frozenset(), named=True)


def _under(path: str, above: Seen, named: bool) -> Iterator[str | InputRefused]:
    refusal = _unwritable(path) or (None if named else passed_over(path))
    if refusal:
        yield refusal
        return
    try:
        status = os.stat(path)
        if stat.S_ISDIR(status.st_mode):
            yield from _folder(path, above, (status.st_dev, status.st_ino))
        elif not stat.S_ISREG(status.st_mode):
            yield InputRefused(path, "it is neither a file nor a folder", "name a file, or - for standard input")
        elif target_of(path) is None:
            yield path
        elif lost := orphan(path):
            yield lost
    except OSError as error:
        yield no_access(path, error)


def _folder(path: str, above: Seen, identity: tuple[int, int]) -> Iterator[str | InputRefused]:
    if identity in above:
        yield PassedOver(path, "it leads back to a folder above it", "remove the link if that is not meant")
        return
    names = sorted(os.listdir(path))
    if not names:
        yield InputRefused(path, "the folder is empty", "check the path")
    for name in names:
        yield from _under(os.path.join(path, name), above | {identity}, named=False)


def no_access(path: str, error: OSError) -> InputRefused:
    """The refusal of a path that the system does not open."""
    if isinstance(error, FileNotFoundError):
        broken = Path(path).is_symlink()
        return InputRefused(path, "it is a link to nothing" if broken else "there is no such file", "check the path")
    if isinstance(error, PermissionError):
        return InputRefused(path, "it may not be read", "ask for the right to read it")
    return InputRefused(path, f"it could not be read ({error.strerror or error})", "check the file and the disk")


def _unwritable(path: str) -> InputRefused | None:
    """The refusal of a name that is no Unicode text, so that it could not be written into a ledger."""
    try:
        path.encode("utf-8")
    except UnicodeEncodeError:
        shown = path.encode("utf-8", "backslashreplace").decode("utf-8")
        return InputRefused(shown, "its name is not UTF-8", "rename the file")
    return None
