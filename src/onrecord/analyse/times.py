"""When: the time expressions of a report, anchored, and linked to the acts and statements that they date."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from onrecord.analyse.direct import Quoted
from onrecord.analyse.passages import Passage
from onrecord.analyse.times_events import NO_EVENT, Event, event_of
from onrecord.analyse.times_found import Found, found
from onrecord.analyse.times_ways import EITHER, MONTHLY, PLAN, way_of
from onrecord.engine.parse import Parse
from onrecord.model.analysis import Analysis
from onrecord.model.recount import counted, ends
from onrecord.model.report import Report
from onrecord.model.span import Span
from onrecord.model.statement import Statement
from onrecord.model.terms import Act, Anchor, Band, Happening, TimeType, ZoneKind
from onrecord.model.time import TimeExpression
from onrecord.model.timex import days_of, value_of

LIKELY = 0.55
OWN = (ZoneKind.DATELINE, ZoneKind.BYLINE)
BESIDE, ASIDE, NEAR, FAR = 8, 150, 500, 2_000
WEEKLY = ("XXXX-WXX",)
TERSE = (ZoneKind.HEADLINE, ZoneKind.CAPTION)
_QUARTER = re.compile(r"quarter([+-]\d+)")
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
STAND_IN = ("2031-04-09",)
"""A day in place of an unknown one, where only the shape of a value matters."""
ACCUSING = {Act.ACCUSE, Act.BLAME, Act.CLAIM}


class Draft(NamedTuple):
    """A time expression before the statements of the report are known."""

    found: Found
    zone: ZoneKind
    event: Event
    quoted: bool
    way: str = ""


class Told(NamedTuple):
    """A time that the report has named: where its words begin and end, its value, and one of the same shape.

    The shape is what the value would be on a day that stands in for an unknown one, so that which time is counted from
    never depends on whether the day of publication is known.
    """

    start: int
    at: int
    value: str | None
    shape: str


class Times:
    """The question when, asked of one report."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._drafts: list[Draft] = []

    def take(self, passage: Passage, tokens: Parse, marks: Sequence[Quoted]) -> None:
        """See one passage."""
        for one in found(self._report.text, tokens.span, tokens):
            inside = any(mark.quotation.span.holds(one.span) for mark in marks)
            event = event_of(tokens, one.span)
            way = way_of(tokens, one.span, event) if "?" in one.meaning.expression else event.tense
            self._drafts.append(Draft(one, passage.zone, event, inside, way))

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
    published = ends(report.published)
    made: list[TimeExpression] = []
    said: dict[str, Told] = {}
    told: list[Told] = []
    for number, draft in enumerate(drafts):
        holder, cue = _holder(analysis.statements, draft), _cue(analysis.statements, draft)
        expression = _directed(draft.found.meaning.expression, _way(report.text, draft), draft.zone)
        saying = said.get(holder.id) if holder else None
        expression, part = _same_part(draft, expression, told)
        anchor, near = (
            (Anchor.MENTIONED, part) if part else _anchor(drafts, number, expression, told, saying, published)
        )
        expression = _finished(draft, expression) if near is None else expression
        base = (near.value,) if near and near.value else () if near or anchor is Anchor.NONE else published
        shape = value_of(expression, near.shape if near else (published or STAND_IN)[0])
        one = _expression(report, analysis, draft, expression, anchor, base, holder, cue)
        if near:
            one = replace(one, features=(*one.features, ("from", str(near.start))))
        made.append(one)
        if cue is not None and (days := days_of(shape)):
            said.setdefault(cue.id, Told(one.span.start, one.span.end, one.start, days[0]))
        if one.type in (TimeType.DATE, TimeType.TIME) and shape and shape[0].isdigit():
            told.append(Told(one.span.start, one.span.end, one.value, shape))
    return made


def _anchor(
    drafts: Sequence[Draft],
    number: int,
    expression: str,
    told: Sequence[Told],
    said: Told | None,
    published: tuple[str, ...],
) -> tuple[Anchor, Told | None]:
    """What an expression is counted from; the time itself where that is one of the report."""
    if value_of(expression, None) == expression and expression[-1:] not in "<>":
        return Anchor.NONE, None
    near = _named(drafts, number, told, published)
    if near is not None:
        return Anchor.MENTIONED, near
    if drafts[number].quoted and said is not None:
        return Anchor.SAID, said
    return Anchor.PUBLISHED, None


def _expression(
    report: Report,
    analysis: Analysis,
    draft: Draft,
    expression: str,
    anchor: Anchor,
    base: tuple[str, ...],
    holder: Statement | None,
    cue: Statement | None,
) -> TimeExpression:
    one, event = draft.found, draft.event
    value, days = counted(expression, base)
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


def _named(drafts: Sequence[Draft], number: int, told: Sequence[Told], published: tuple[str, ...]) -> Told | None:
    """The last time named that is as fine as the unit in which an expression is counted; a day soon grows old.

    An hour without a day is of the day that stands right behind it (``at 9:15, on June 1``).
    """
    one = drafts[number].found
    if not one.meaning.told:
        return None
    if one.rule == "clock" and number + 1 < len(drafts):
        after = drafts[number + 1]
        span = after.found.span
        if span.start - one.span.end < BESIDE and after.found.meaning.type is TimeType.DATE:
            expression = _directed(after.found.meaning.expression, after.way, after.zone)
            shape = value_of(expression, (published or STAND_IN)[0])
            if shape:
                told = [*told, Told(span.start, one.span.start, counted(expression, published)[0], shape)]
    unit = (_UNIT.match(one.meaning.expression) or ("year",))[0]
    fine, reach = _FINE.get(unit, _FINE["year"]), NEAR if unit == "day" else FAR
    return next((t for t in reversed(told) if one.span.start - t.at < reach and fine.match(t.shape)), None)


def _same_part(draft: Draft, expression: str, told: Sequence[Told]) -> tuple[str, Told | None]:
    """``a year earlier`` beside a quarter or month is that quarter or month of the year before."""
    if draft.found.rule != "ago" or expression not in ("year-1", "year+1") or not told:
        return expression, None
    last, sign = told[-1], expression[4]
    if draft.found.span.start - last.at > ASIDE:
        return expression, None
    if re.fullmatch(r"\d{4}-\d\d", last.shape):
        return f"month{sign}12", last
    return (f"quarter{sign}4", last) if re.fullmatch(r"\d{4}-Q\d", last.shape) else (expression, None)


def _finished(draft: Draft, expression: str) -> str:
    """``The quarter``, where none was named, is the last that is over: the one that reports are of."""
    by = _QUARTER.fullmatch(expression)
    return f"quarter{int(by[1]) - 1:+}" if by and draft.found.meaning.told else expression


def _directed(expression: str, way: str, zone: ZoneKind) -> str:
    """The expression with the mark that tense and syntax give for ``?``.

    A weekday is the last one unless the act is to come: also where the present says what is planned (``meets on
    Friday``), which in a headline tells what has happened.
    """
    if expression.endswith("-WE~"):
        return expression if way == "past" else f"{expression}>"
    if expression.startswith(WEEKLY):
        ahead = way in ("future", "open", "progressive") or (way == "present" and zone not in TERSE)
        return expression.replace("?", "~" if way in (PLAN, EITHER) else ">" if ahead else "<")
    return expression.replace("?", {"past": "~<", "future": "~>", "open": "~>", PLAN: "~>"}.get(way, "~"))


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


def _way(text: str, draft: Draft) -> str:
    """Which way the time lies; what was put off ``until March`` in the past may well be to come."""
    bound = dict(_bound(text, draft.found.span)).get("bound", "")
    if draft.found.narrowed == "earlier":
        return "past"
    if draft.way == MONTHLY:
        return EITHER if draft.found.rule == "month" else "past"
    if draft.way != "past" or bound not in ("until", "till", "by"):
        return draft.way
    return "" if bound == "by" else PLAN


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
