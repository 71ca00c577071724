"""Telling one copy of a corpus from another, so that a floor is never held against other data."""

import hashlib
from pathlib import Path


def corpus_hash(folder: Path) -> str:
    """The sha256 over the sorted relative paths and file hashes of all files below ``folder``.

    Hidden files and code do not count.
    """
    total = hashlib.sha256()
    for name, path in sorted((path.relative_to(folder).as_posix(), path) for path in folder.rglob("*")):
        hidden = any(part.startswith((".", "__")) for part in path.relative_to(folder).parts)
        if path.is_file() and not hidden and path.suffix != ".py":
            total.update(f"{name} {hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return total.hexdigest()
