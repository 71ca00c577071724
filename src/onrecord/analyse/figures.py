"""How many, by whose count: every number of a report with what it counts and who gave it."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from onrecord.analyse.direct import Quoted
from onrecord.analyse.figures_counted import Counted, counted
from onrecord.analyse.figures_giver import given, hint
from onrecord.analyse.figures_implied import told, traits
from onrecord.analyse.figures_not import no_figure
from onrecord.analyse.figures_people import Victim
from onrecord.analyse.figures_words import NEW, PEOPLE, STATES, TOTAL
from onrecord.analyse.numbers import Number, numbers
from onrecord.analyse.numbers_words import ALIASES, MONEY, UNITS
from onrecord.analyse.passages import Passage
from onrecord.analyse.spans import chars
from onrecord.engine.parse import Parse
from onrecord.model.analysis import Analysis
from onrecord.model.figure import Figure
from onrecord.model.report import Report
from onrecord.model.span import Span, Spans
from onrecord.model.terms import Band, Counting

LIKELY = 0.7
MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?![a-z])\.?)"
)
DAY = (
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|"
    rf"(?:\d{{1,2}} )?{MONTH}(?: \d{{1,2}}(?!\d))?(?:,? \d{{4}}(?!\d))?|"
    r"week|month|year|yesterday|today|night|morning|evening)"
)
AS_OF = re.compile(
    rf"\b(?:as of|by|since|until|on|late on|early on|at the end of|this|last)\s+{DAY}|\bso far\b|\bto date\b"
)
IMPLIED = "one person or a few are said to be killed or hurt, and no number counts them"
FORMER = re.compile(r".*\b(?:up|down|increase|rise|compared) (?:from|with|on|to)\s+(?:just |only |about )?$", re.S)
APART = re.compile(r"[,;:—]| and | but | while ")
HOW = {
    "noun": "a number with the noun that it counts",
    "part": "a number of a group that it is a part of",
    "alone": "a number without a noun; what it counts stands in the words around it",
}


class Figures:
    """Gathers the numbers of a report passage by passage."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.found: list[Figure] = []
        self.hints: list[tuple[Spans, tuple[int, ...]]] = []

    def take(self, passage: Passage, tokens: Parse, marks: Sequence[Quoted]) -> None:
        """Add the figures of one passage."""
        text = self.report.text
        if not tokens.tokens:
            return
        starts = [token.start for token in tokens.tokens]
        befallen = told(text, tokens)
        for number in numbers(text, tokens.span):
            first = max(0, bisect_left(starts, number.span.start + 1) - 1)
            last = max(first, bisect_left(starts, number.span.end) - 1)
            if no_figure(text, tokens, number, first, last) is None:
                what = counted(tokens, number, first, last)
                figure = self._earlier(self._figure(passage, tokens, number, first, last, what))
                token = _victim(tokens, what, range(first, last + 1), befallen)
                if token is not None:
                    features = traits(text, tokens, tokens.tokens[token], befallen.pop(token))
                    figure = replace(
                        figure, features=tuple(sorted({**dict(features), **dict(figure.features)}.items()))
                    )
                self.found.append(figure)
                giver, beside = hint(tokens, first)
                self.hints.append((chars(text, tokens, (giver,)) if giver else (), beside))
        for at, found in sorted(befallen.items(), key=lambda item: item[1][0].trigger):
            self.found.append(self._implied(passage, tokens, at, found))
            self.hints.append(((), ()))

    def answered(self, analysis: Analysis) -> Analysis:
        """The analysis with its figures, each with whoever gave it."""
        labelled = [replace(figure, analyser=analysis.analyser) for figure in self.found]
        sources = [span for one in analysis.statements for span in one.source]
        figures = given(self.report.text, analysis, labelled, self.hints)
        kept = (f for f in figures if not (f.value == 1 and any(span.holds(f.span) for span in sources)))
        unique = {figure.id: figure for figure in kept}
        return replace(analysis, figures=tuple(unique.values()))

    def _implied(self, passage: Passage, tokens: Parse, at: int, found: Sequence[Victim]) -> Figure:
        """A count of one that no number spells out."""
        trigger = tokens.tokens[found[0].trigger]
        token = tokens.tokens[at] if at >= 0 else None
        features = traits(self.report.text, tokens, token, found)
        words = (
            (token.left if token.index - token.left < 8 else token.index, token.index)
            if token
            else (trigger.index,) * 2
        )
        plural, size = ("plural", "1") in features, dict(features).get("size")
        return Figure(
            report=self.report.id,
            span=tokens.span_of(*words),
            zone=passage.zone,
            confidence=0.5,
            band=Band.UNSURE,
            reason=IMPLIED,
            rule="implied",
            analyser="",
            value=float(size) if size else None if plural else 1.0,
            what=(Span(trigger.start, trigger.end),) if token else (),
            implied=True,
            features=features,
        )

    def _earlier(self, figure: Figure) -> Figure:
        """A value that another one is held against (``41 people, up from 19``) counts what that one counts."""
        if not self.found or not FORMER.match(self.report.text[max(0, figure.span.start - 24) : figure.span.start]):
            return figure
        before = self.found[-1]
        if figure.span.start - before.span.end > 90 or "\n" in self.report.text[before.span.end : figure.span.start]:
            return figure
        return replace(figure, what=before.what, group=before.group, features=before.features)

    def _figure(self, passage: Passage, tokens: Parse, number: Number, first: int, last: int, what: Counted) -> Figure:
        text = self.report.text
        sentence = tokens.sentences[tokens.tokens[first].sentence]
        around = tokens.span_of(sentence[0], sentence[1] - 1)
        features = tuple((k, v) for k, v in (("head", what.head), ("effect", what.effect)) if v)
        return Figure(
            report=self.report.id,
            span=number.span,
            zone=passage.zone,
            confidence=what.sure,
            band=Band.LIKELY if what.sure >= LIKELY else Band.UNSURE,
            reason=HOW["alone" if what.noun < 0 else "part" if what.group else "noun"],
            rule="number",
            analyser="",
            value=number.value,
            minimum=number.low,
            maximum=number.high,
            hedge=number.hedge,
            hedge_span=(number.limit,) if number.limit else (),
            unit=number.unit or _unit(what.head),
            what=_clear(chars(text, tokens, what.what), number.span),
            group=chars(text, tokens, what.group),
            place=chars(text, tokens, what.place),
            as_of=_as_of(text, around, number.span),
            counting=_counting(text, around, number, what),
            ordinal=number.ordinal,
            features=features,
        )


def _victim(tokens: Parse, what: Counted, own: range, befallen: dict[int, list[Victim]]) -> int | None:
    """The token of those whom a number counts, where they were killed or hurt."""
    places = (what.noun, *own) if what.noun >= own.stop else (*own,)
    token = next((at for at in places if at in befallen), None)
    people = what.head in PEOPLE | STATES or not what.head
    if token is None and people and what.effect in ("killed", "injured"):
        token = own.stop - 1
        befallen[token] = [Victim(token, what.effect, token)]
    return token


def _clear(spans: Spans, number: Span) -> Spans:
    """What is counted without the number itself."""
    kept = []
    for span in spans:
        if not span.overlaps(number):
            kept.append(span)
    return tuple(kept)


def _unit(head: str) -> str | None:
    """The unit that a counted noun is."""
    return MONEY.get(head) or (ALIASES.get(head, head) if head in UNITS else None)


def _as_of(text: str, sentence: Span, number: Span) -> Spans:
    """The nearest time expression of the sentence that says when a figure was current."""
    found = [Span(*m.span()) for m in AS_OF.finditer(text, *sentence) if not Span(*m.span()).overlaps(number)]
    found = [s for s in found if not APART.search(text, min(number.end, s.end), max(number.start, s.start))]
    return tuple(sorted(found, key=lambda s: min(abs(s.start - number.end), abs(number.start - s.end)))[:1])


def _counting(text: str, sentence: Span, number: Number, what: Counted) -> Counting | None:
    """Whether the words around say that a figure is all so far or came on top."""
    before = text[max(sentence.start, number.span.start - 30) : number.span.start].lower().split()
    after = text[number.span.end : min(sentence.end, number.span.end + 24)].lower().split()
    if set(before[-2:]) & NEW or (set(after[:1]) & NEW and after[1:2] != ["than"]):
        return Counting.NEW
    lead = text[max(sentence.start, number.span.start - 60) : number.span.start].lower()
    near = f"{lead} {' '.join(after)} {what.head}"
    return Counting.CUMULATIVE if any(word in near for word in TOTAL) else None
