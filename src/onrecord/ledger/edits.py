"""What a person makes of an entry: other spans or labels, two that are one, one that is two, one that was missed."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from onrecord.errors import UsageError
from onrecord.model.figure import Figure
from onrecord.model.review import Finding
from onrecord.model.span import Span, Spans, normalise, trim
from onrecord.model.statement import Statement
from onrecord.model.terms import Act, Band, Hedge, Mode, Nameless, Status, ZoneKind

Reader = Callable[[Any], Any]
PERSON = "person"


def spans(value: Sequence[Sequence[int]]) -> Spans:
    """Spans from pairs of numbers, sorted, those that touch joined."""
    return normalise(Span(int(start), int(end)) for start, end in value)


def _or_none(read: Reader) -> Reader:
    return lambda value: None if value in (None, "") else read(value)


EDITABLE: Mapping[type[Finding], Mapping[str, Reader]] = {
    Statement: {
        **dict.fromkeys(("source", "cue", "content", "addressee", "channel"), spans),
        "mode": Mode,
        "act": Act,
        "negated": bool,
        "nameless": _or_none(Nameless),
    },
    Figure: {
        **dict.fromkeys(("what", "group", "place", "as_of", "giver", "relay"), spans),
        **dict.fromkeys(("value", "minimum", "maximum"), _or_none(float)),
        "hedge": Hedge,
        "unit": _or_none(str),
    },
}
"""What may be changed of which kind of entry, and how it is read; ``speaker`` of a statement besides."""


def edited(one: Finding, values: Mapping[str, Any]) -> Finding:
    """The entry with other values; ``UsageError`` where one of them cannot be changed or is not of the closed list."""
    allowed = EDITABLE.get(type(one), {})
    unknown = sorted(set(values) - set(allowed))
    if unknown:
        names = ", ".join(allowed) or "nothing"
        raise UsageError(f"entry {one.id}: {', '.join(unknown)} cannot be changed; what can: {names}")
    made = replace(one, **{name: _read(allowed[name], name, value) for name, value in values.items()})
    if isinstance(made, Statement) and not made.content:
        raise UsageError(f"entry {one.id}: a statement needs content; reject it if it is none")
    return made


def added(report: str, zone: ZoneKind, values: Mapping[str, Any], by: str) -> Statement:
    """A statement that the machine missed; ``values`` as for ``edited``, at least ``content``."""
    empty = Statement(
        report,
        (),
        (),
        (),
        Mode.INDIRECT,
        Act.SAY,
        zone,
        1.0,
        Band.CERTAIN,
        f"written by {by}",
        PERSON,
        PERSON,
        status=Status.EDITED,
    )
    made = edited(empty, values)
    assert isinstance(made, Statement)
    return made


def joined(one: Statement, other: Statement) -> Statement:
    """Two statements of one report as one, under the first one's speaker and cue; the second's where it has none."""
    if one.id == other.id:
        raise UsageError(f"entry {one.id}: is one with itself; give the id of another statement")
    if one.report != other.report:
        raise UsageError(f"entries {one.id} and {other.id}: of two reports; compare groups statements over reports")
    return replace(
        one,
        source=one.source or other.source,
        cue=one.cue or other.cue,
        content=normalise((*one.content, *other.content)),
        speaker_chain=one.speaker_chain or other.speaker_chain,
        speaker=one.speaker or other.speaker,
    )


def parted(one: Statement, at: int, text: str) -> tuple[Statement, Statement]:
    """One statement as two, the content of the second beginning at this code point of the report's text."""
    before = tuple(trim(text, Span(s.start, min(s.end, at))) for s in one.content if s.start < at)
    after = tuple(trim(text, Span(max(s.start, at), s.end)) for s in one.content if s.end > at)
    first, second = normalise(before), normalise(after)
    if not first or not second:
        edges = ", ".join(f"{s.start} to {s.end}" for s in one.content)
        raise UsageError(f"entry {one.id}: cannot be split at {at}; its content is {edges}")
    return replace(one, content=first), replace(one, content=second)


def _read(read: Reader, name: str, value: Any) -> Any:
    try:
        return read(value)
    except (TypeError, ValueError) as error:
        raise UsageError(f"{name}: {value!r} is no value for it; see the closed lists in the reference") from error
