"""Metadata that stands beside a file: in ``<file name>.meta.json``, ``<file name>.meta.toml``, or in its name."""

import json
import os
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path, PurePath
from typing import Any

from onrecord.errors import InputRefused, Malformed
from onrecord.model.report import Given

ENDINGS = (".meta.json", ".meta.toml")

_DAY = r"(?P<published>\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))"
_OUTLET = r"(?P<outlet>[^\W\d_][^_]{1,60})"
NAMES = (
    re.compile(rf"{_DAY}_{_OUTLET}_[^_]+"),
    re.compile(rf"{_OUTLET}_{_DAY}(?:_.+)?"),
    re.compile(rf"{_DAY}(?:[_ .-].*)?"),
)
"""The file names that say something, first match wins: ``DAY_outlet_slug`` (three parts, no more),
``outlet_DAY`` or ``outlet_DAY_anything``, ``DAY`` and anything (the day only). An outlet is kept as it is spelt there.
Folder names say nothing: folders are called by topic and week as often as by outlet."""


def target_of(path: str) -> str | None:
    """The file that a sidecar's name says it describes; None for a name that is no sidecar's."""
    return next((path[: -len(ending)] for ending in ENDINGS if path.endswith(ending)), None)


def orphan(path: str) -> InputRefused | None:
    """The refusal of a sidecar whose file is not there."""
    target = target_of(path)
    if target is None or Path(target).exists():
        return None
    reason = f"it describes {PurePath(target).name!r}, which does not stand beside it"
    return Malformed(
        path, reason, f"name it after its file: <file name>{PurePath(path).suffixes[-2]}{PurePath(path).suffix}"
    )


def beside(path: str) -> tuple[Given, ...] | InputRefused:
    """What the sidecars of a file give, or why one of them cannot be read."""
    given: list[Given] = []
    for ending in ENDINGS:
        sidecar = path + ending
        if not os.path.isfile(sidecar):
            continue
        try:
            words = Path(sidecar).read_text(encoding="utf-8-sig")
            fields = json.loads(words) if ending == ".meta.json" else tomllib.loads(words)
            if not isinstance(fields, Mapping):
                return Malformed(sidecar, "it is no object of names and values", "mend it; its file was not read")
            given += [Given(name, written(value), "sidecar") for name, value in fields.items() if value is not None]
        except (OSError, ValueError, RecursionError) as error:
            why = error.strerror if isinstance(error, OSError) else error
            return Malformed(sidecar, f"it cannot be read ({why})", "mend it; the file beside it was not read")
    return tuple(given)


def in_name(path: str) -> tuple[Given, ...]:
    """What the name of a file says by one of the patterns ``NAMES``, and nothing else."""
    stem = PurePath(path).name.split(".")[0] if "." in PurePath(path).name else PurePath(path).name
    match = next((match for pattern in NAMES if (match := pattern.fullmatch(stem))), None)
    return tuple(Given(name, value, "file name") for name, value in match.groupdict().items()) if match else ()


def written(value: Any) -> str:
    """A value of a sidecar as one string: lists of names joined by commas, dates as ISO 8601."""
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return ", ".join(map(written, value))
    return value.isoformat() if hasattr(value, "isoformat") else json.dumps(value, ensure_ascii=False, default=str)
