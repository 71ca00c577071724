"""A finding as JSON and back, so that a decision keeps the whole of what a person saw."""

import json
from collections.abc import Mapping
from enum import StrEnum
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from onrecord.ledger.findings import KINDS
from onrecord.model.review import Finding

WORDS: tuple[str, ...] = (
    *("name", "speaker", "giver_name", "relay_name", "source_name", "target_name", "holder_name"),
    *("features", "candidates", "reason"),
)
"""Fields that may hold words of the report."""
HINTS = {kind: {n: hint for n, hint in get_type_hints(kind).items() if n != "report"} for kind in KINDS}
"""The types of the fields of every kind of finding."""
TYPES: Mapping[str, type[Finding]] = {word: kind for kind, word in KINDS.items()}


def pack(finding: Finding) -> str:
    """The finding as compact JSON, without its report and without what is not known."""
    held = {name: getattr(finding, name) for name in HINTS[type(finding)]}
    kept = {name: value for name, value in held.items() if value is not None}
    return json.dumps(kept, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def unpack(kind: str, report: str, packed: str) -> Finding:
    """The finding of this kind (``statement``) that was packed; ``KeyError`` or ``TypeError`` where it is none."""
    made, held = TYPES[kind], json.loads(packed)
    hints = HINTS[made]
    values = {name: _value(hints[name], value) for name, value in held.items() if name in hints}
    return made(report=report, **values)


def stripped(packed: str) -> str:
    """What was packed without words that are cut from the report or made from them: names, reasons, features."""
    held = json.loads(packed)
    for name in WORDS:
        held.pop(name, None)
    return json.dumps(held | {"reason": "its report was removed"}, sort_keys=True, separators=(",", ":"))


def _value(hint: Any, value: Any) -> Any:
    """A value of JSON as the type that a field asks for: enumerations, spans and tuples of them."""
    origin, inner = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        return None if value is None else _value(next(one for one in inner if one is not type(None)), value)
    if origin is tuple and len(inner) == 2 and inner[1] is ...:
        return tuple(_value(inner[0], one) for one in value)
    if origin is tuple:
        return tuple(_value(one, part) for one, part in zip(inner, value, strict=True))
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return hint(value)
    if isinstance(hint, type) and issubclass(hint, tuple):
        return hint(*(_value(part, one) for part, one in zip(get_type_hints(hint).values(), value, strict=True)))
    return value
