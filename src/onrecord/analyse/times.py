"""When: the time expressions of a report, anchored, and linked to the acts and statements that they date."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from onrecord.analyse.direct import Quoted
from onrecord.analyse.passages import Passage
from onrecord.analyse.times_events import NO_EVENT, Event, event_of
from onrecord.analyse.times_found import Found, found
from onrecord.engine.parse import Parse
from onrecord.model.analysis import Analysis
from onrecord.model.report import Report
from onrecord.model.span import Span
from onrecord.model.statement import Statement
from onrecord.model.terms import Act, Anchor, Band, Happening, TimeType, ZoneKind
from onrecord.model.time import TimeExpression
from onrecord.model.timex import days_of, value_of

LIKELY = 0.55
OWN = (ZoneKind.DATELINE, ZoneKind.BYLINE)
BESIDE, NEAR, FAR = 8, 500, 2_000
WEEKLY = ("XXXX-WXX",)
_UNIT = re.compile(r"[a-z]+")
_EDGE = re.compile(r"\b(since|until|till|by|before|after|from)\s+(?:the\s+)?$", re.IGNORECASE)
_DAYS = r"\d{4}-\d\d-\d\d"
_FINE = {
    unit: re.compile(shape)
    for unit, shape in {
        "day": _DAYS,
        "week": rf"{_DAYS}|\d{{4}}-W",
        "weekend": rf"{_DAYS}|\d{{4}}-W",
        "month": r"\d{4}-\d\d",
        "quarter": r"\d{4}-(?:\d\d|Q)",
        "year": r"\d{4}",
    }.items()
}
"""What the value of a time must look like for a time to be counted from it in that unit."""
ACCUSING = {Act.ACCUSE, Act.BLAME, Act.CLAIM}


class Draft(NamedTuple):
    """A time expression before the statements of the report are known."""

    found: Found
    zone: ZoneKind
    event: Event
    quoted: bool


class Told(NamedTuple):
    """A time that the report has named: where its words end, and its value."""

    at: int
    value: str


class Times:
    """The question when, asked of one report."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._drafts: list[Draft] = []

    def take(self, passage: Passage, tokens: Parse, marks: Sequence[Quoted]) -> None:
        """See one passage."""
        for one in found(self._report.text, tokens.span, tokens):
            inside = any(mark.quotation.span.holds(one.span) for mark in marks)
            self._drafts.append(Draft(one, passage.zone, event_of(tokens, one.span), inside))

    def answered(self, analysis: Analysis) -> Analysis:
        """The analysis with its time expressions."""
        for zone in self._report.zones:
            if zone.kind in OWN:
                self._drafts += [
                    Draft(f, zone.kind, NO_EVENT, False) for f in found(self._report.text, zone.span, None)
                ]
        drafts = sorted(self._drafts, key=lambda draft: draft.found.span)
        return replace(analysis, times=tuple(_anchored(self._report, analysis, drafts)))


def _anchored(report: Report, analysis: Analysis, drafts: Sequence[Draft]) -> list[TimeExpression]:
    """Every expression with its anchor and value, in order: a later one may be counted from an earlier one."""
    published = report.published.start if report.published.start == report.published.end else None
    published = published or _day(report)
    made: list[TimeExpression] = []
    said: dict[str, TimeExpression] = {}
    told: list[Told] = []
    for number, draft in enumerate(drafts):
        holder = _holder(analysis.statements, draft)
        cue = _cue(analysis.statements, draft)
        anchor, value_at = Anchor.PUBLISHED, published
        meaning = draft.found.meaning
        expression = _directed(meaning.expression, draft.event.tense, draft.zone)
        if value_of(expression, None) == expression and expression[-1:] not in "<>":
            anchor, value_at = Anchor.NONE, None
        elif (near := _named(drafts, number, told, published)) is not None:
            anchor, value_at = Anchor.MENTIONED, near
        elif draft.quoted and holder is not None and holder.id in said and said[holder.id].start:
            anchor, value_at = Anchor.SAID, said[holder.id].start
        one = _expression(report, analysis, draft, expression, anchor, value_at, holder, cue)
        made.append(one)
        if cue is not None and one.start:
            said.setdefault(cue.id, one)
        if one.type in (TimeType.DATE, TimeType.TIME) and one.value and one.value[0].isdigit():
            told.append(Told(one.span.end, one.value))
    return made


def _expression(
    report: Report,
    analysis: Analysis,
    draft: Draft,
    expression: str,
    anchor: Anchor,
    at: str | None,
    holder: Statement | None,
    cue: Statement | None,
) -> TimeExpression:
    one, event = draft.found, draft.event
    value = value_of(expression, at)
    days = days_of(value, expression, at)
    return TimeExpression(
        report=report.id,
        span=one.span,
        zone=draft.zone,
        type=one.meaning.type,
        expression=expression,
        anchor=anchor,
        confidence=one.confidence,
        band=Band.LIKELY if one.confidence >= LIKELY else Band.UNSURE,
        reason=_reason(one, anchor),
        rule=one.rule,
        analyser=analysis.analyser,
        value=value,
        start=days[0] if days else None,
        end=days[1] if days else None,
        event=event.spans,
        happening=_happening(event, holder if cue is None else None),
        statement=(cue or holder).id if cue or holder else None,  # type: ignore[union-attr]
        dates_saying=cue is not None,
        features=(("narrowed", one.narrowed), ("tense", event.tense), *_bound(report.text, one.span)),
    )


def _named(drafts: Sequence[Draft], number: int, told: Sequence[Told], published: str | None) -> str | None:
    """The last time named that is as fine as the unit in which an expression is counted; a day soon grows old.

    An hour without a day is of the day that stands right behind it (``at 9:15, on June 1``).
    """
    one = drafts[number].found
    if not one.meaning.told:
        return None
    if one.rule == "clock" and number + 1 < len(drafts):
        after = drafts[number + 1]
        if after.found.span.start - one.span.end < BESIDE and after.found.meaning.type is TimeType.DATE:
            value = value_of(_directed(after.found.meaning.expression, after.event.tense, after.zone), published)
            told = [*told, Told(one.span.start, value)] if value else told
    unit = (_UNIT.match(one.meaning.expression) or ("year",))[0]
    fine, reach = _FINE.get(unit, _FINE["year"]), NEAR if unit == "day" else FAR
    return next((t.value for t in reversed(told) if one.span.start - t.at < reach and fine.match(t.value)), None)


def _day(report: Report) -> str | None:
    """The last day of a range in which a report was published, where the range is a week at most."""
    days = days_of(report.published.start), days_of(report.published.end)
    return days[1][0] if days[0] and days[1] and days[0][0][:7] == days[1][0][:7] else None


def _directed(expression: str, tense: str, zone: ZoneKind) -> str:
    """The expression with the mark that tense gives for ``?``.

    A weekday is the last one unless the act is to come: also where the present says what is planned (``meets on
    Friday``), which in a headline tells what has happened.
    """
    if expression.startswith(WEEKLY):
        ahead = tense in ("future", "open", "progressive") or (tense == "present" and zone is not ZoneKind.HEADLINE)
        return expression.replace("?", ">" if ahead else "<")
    return expression.replace("?", {"past": "~<", "future": "~>"}.get(tense, "~"))


def _reason(one: Found, anchor: Anchor) -> str:
    names = {
        Anchor.NONE: "stands for itself",
        Anchor.PUBLISHED: "counted from the day of publication",
        Anchor.SAID: "counted from the day it was said",
        Anchor.MENTIONED: "counted from the time named before",
    }
    return names[anchor]


def _cue(statements: Sequence[Statement], draft: Draft) -> Statement | None:
    """The statement whose cue is the act that the expression dates."""
    at = draft.event.at
    return next((s for s in statements for cue in s.cue if cue.start <= at < cue.end), None) if at >= 0 else None


def _bound(text: str, span: Span) -> tuple[tuple[str, str], ...]:
    """The word that makes the time an edge: what holds ``since`` it began there, what is due ``by`` it ends there."""
    found = _EDGE.search(text[max(0, span.start - 16) : span.start])
    return (("bound", found[1].lower()),) if found else ()


def _holder(statements: Sequence[Statement], draft: Draft) -> Statement | None:
    """The innermost statement whose content holds the expression."""
    holding = [s for s in statements if any(part.holds(draft.found.span) for part in s.content)]
    return min(holding, key=lambda s: (sum(e - b for b, e in s.content), s.content), default=None)


def _happening(event: Event, holder: Statement | None) -> Happening | None:
    """What grammar says of the event, and who says so: what is alleged or denied is not told as having happened."""
    if holder is None or event.happening is None:
        return event.happening
    if holder.act is Act.DENY:
        return Happening.DENIED
    if event.happening is Happening.HAPPENED and holder.act in ACCUSING and not holder.negated:
        return Happening.ALLEGED
    return event.happening
