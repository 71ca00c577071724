"""What of a statement's content is somebody's words: without asides of the outlet, and of nobody's words nothing.

Outside quotation marks the outlet's own are: the words for who is spoken to, what a verb of report is about
(``label_asides``), what a doubtful statement holds that is no clause, and what nobody says (``is expected to``).
Frames, thresholds and words were chosen on the benchmark ``voice`` (decision 051).
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from onrecord.analyse.label_asides import Aside
from onrecord.analyse.layers import NAMING, TELLING
from onrecord.model.span import Span, Spans
from onrecord.model.statement import Statement
from onrecord.model.terms import Act, Mode

DOUBTFUL = 0.53
CLAUSES = {"pre", "that", "bare", "paren", "headline", "quote", "colon"}
PASSIVE = {"pass-to", "pass-as", "pass-as-by"}
OPEN = {"consider", "debate", "decide", "determine", "discuss", "examine", "investigate", "probe", "weigh"}
BEHIND = 12  # characters behind a cue that may go on with ``to explain``
DECLINED = re.compile(r"\b(?:declin|refus|fail)\w+ to (?:say|tell|comment|specify|disclose|confirm|explain|answer)\b")
TOLD = re.compile(r"(?:[\w’'.-]+ ){1,6}?(?=to [A-Za-z])")
CALLED = re.compile(r"(?:[\w’'.-]+ ){1,10}?(?=(?:as|an?) |[“\"‘'])")


class Own:
    """Where a report's own words may stand inside what is said: quotation marks, asides of verbs, explanations."""

    def __init__(self, text: str, marked: Iterable[Span], asides: Iterable[Aside]) -> None:
        self.text = text
        self.marked = sorted(marked)
        ordered = sorted(asides)
        after = bisect_left(ordered, (0,))
        self.explaining = sorted(aside.span for aside in ordered[:after])
        self.of_verbs = ordered[after:]

    def said(self, one: Statement) -> Spans:
        """What a statement says in somebody's words."""
        said = _without(one.content, (*one.source, *one.cue))
        if one.mode is Mode.DIRECT:
            return said
        spoken = tuple(_shared(span, mark) for span in said for mark in _near(self.marked, span))
        if _hardly(one) or self._nobody(one):
            return spoken
        own = [aside for span in said for aside in _near(self.explaining, span)]
        led = self._led(one)
        if not led or _feature(one, "cue_lemma") not in NAMING:
            own += [aside for cue in one.cue for aside in self._about(cue)]
        return (*spoken, *_without(said, (*own, *one.addressee, *led)))

    def _about(self, cue: Span) -> list[Span]:
        first, after = bisect_left(self.of_verbs, (cue.start,)), bisect_left(self.of_verbs, (cue.end,))
        return [aside.span for aside in self.of_verbs[first:after]]

    def _led(self, one: Statement) -> Spans:
        """Whom ``urge`` asks and what ``call`` names, where the words behind the cue show it and grammar may not."""
        lemma, (start, end) = _feature(one, "cue_lemma"), one.content[0]
        pattern = TOLD if lemma in TELLING else CALLED if lemma in NAMING else None
        lead = pattern.match(self.text, start, end) if pattern else None
        return (Span(start, lead.end()),) if lead and all(cue.end <= start for cue in one.cue) else ()

    def _nobody(self, one: Statement) -> bool:
        """Whether nobody says the words: ``is expected to``, ``it is not clear who``, ``decides if``, ``did not say``.

        Nor does anybody say what is voted on. What somebody does not think is reported all the same: ``did not
        believe that it was murder``.
        """
        frame = _feature(one, "frame")
        if (one.negated and one.act is not Act.THINK) or _feature(one, "cue_lemma") == "vote":
            return True
        if frame == "wh" and (_feature(one, "cue_lemma") in OPEN or (not one.source and one.act is not Act.ASK)):
            return True
        declined = any(DECLINED.search(self.text, cue.start, cue.end + BEHIND) for cue in one.cue)
        return declined or (not one.source and frame in PASSIVE)


def _hardly(one: Statement) -> bool:
    """Whether a doubtful statement holds no clause of its own (``are handling the inquiry``)."""
    frame = _feature(one, "frame").removesuffix("+q")
    clause = frame in CLAUSES or (frame == "to" and one.act not in (Act.SAY, Act.THINK))
    return one.confidence < DOUBTFUL and not clause and _feature(one, "cue_lemma") not in NAMING


def _feature(one: Statement, name: str) -> str:
    return dict(one.features).get(name, "")


def _near(spans: Sequence[Span], span: Span) -> list[Span]:
    """Those of the sorted spans that share a character with one; of nested ones the first may be passed over."""
    first = max(0, bisect_left(spans, (span.start,)) - 1)
    return [one for one in spans[first : bisect_left(spans, (span.end,))] if one.overlaps(span)]


def _shared(one: Span, other: Span) -> Span:
    return Span(max(one.start, other.start), min(one.end, other.end))


def _without(spans: Iterable[Span], holes: Iterable[Span]) -> Spans:
    left = list(spans)
    for hole in holes:
        cut = ((Span(s.start, min(s.end, hole.start)), Span(max(s.start, hole.end), s.end)) for s in left)
        left = [piece for pair in cut for piece in pair if piece.end > piece.start]
    return tuple(left)
