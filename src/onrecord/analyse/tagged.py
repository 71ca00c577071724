"""Who said what by the trained tagger; acts, speakers and layers by the same grammar as the rules.

The tagger never nests, because its corpus does not: what is reported inside quoted words is found by the rules.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from onrecord.analyse.agreed import agreed
from onrecord.analyse.build import statements
from onrecord.analyse.certainty import against
from onrecord.analyse.cues import Lexicon, lexicon
from onrecord.analyse.direct import quoted
from onrecord.analyse.drafting import draft, orphans
from onrecord.analyse.drafts import Draft
from onrecord.analyse.followed import CUSTOM, RECENT, followed
from onrecord.analyse.headlines import headlines
from onrecord.analyse.linker import Link, link
from onrecord.analyse.linker_confidence import scales
from onrecord.analyse.linker_drafts import anchor, linked
from onrecord.analyse.mentions import gather
from onrecord.analyse.nested import clipped, inner, of_self, spoken_in
from onrecord.analyse.passages import Passage, passages
from onrecord.analyse.passed_over import passed_over
from onrecord.analyse.proposals import proposals
from onrecord.analyse.questions import QUESTIONS, answered
from onrecord.analyse.quotations import left_open, quotations
from onrecord.analyse.relayed import relayed
from onrecord.analyse.same_subject import cut_short, same_subject
from onrecord.analyse.seen import Mentions
from onrecord.analyse.unclosed import unclosed
from onrecord.engine.parse import Parse, parse
from onrecord.engine.tagger import tagger
from onrecord.model.analysis import Analysis, Doubt
from onrecord.model.report import Report
from onrecord.model.span import Span
from onrecord.model.statement import Statement
from onrecord.model.terms import Band, Disposition, Genre
from onrecord.settings import AnalysisSettings

VERSION = "7"
NOTED = 0.15
PILE = 200_000
RELAYING, RELAYED = (
    {"that", "bare"},
    0.7,
)  # so sure a proposal that holds a link's who, cue and what is the outer statement
LEAPS = "it goes on behind a paragraph that is not part of it"
SECOND = "the tagger took a second report of the same subject for part of it"
TOO_DOUBTFUL = "the tagger is not sure enough that anybody said this"


@dataclass(frozen=True, slots=True)
class Tagged:
    """The analyser with the trained tagger."""

    settings: AnalysisSettings
    name: str = "tagger"
    version: str = VERSION

    def __call__(self, report: Report) -> Analysis:
        """The statements of a report; a report that is not prose has none and says why."""
        label = f"{self.name} {self.version}"
        if report.genre is not Genre.PROSE:
            reason = report.genre_reason or f"not prose: {report.genre}"
            doubt = Doubt(report.id, Span(0, len(report.text)), Disposition.NOT_ANALYSED, "genre", reason)
            return Analysis(report.id, label, self.settings.digest, report.text_id, (), (doubt,))
        todo = list(passages(report))
        found = [one for pile in _piles(report.text, todo) for one in link(tagger().tag(report.text, pile), scales())]
        reading = Reading(report, todo, sorted(found, key=anchor))
        made, named = statements(report, label, reading.drafts, reading.mentions)
        weighed = tuple(_weighed(one, reading) for one in made)
        doubts = [*reading.doubts, *(_doubt(report, one) for one in reading.unsure if one.confidence >= NOTED)]
        ordered = tuple(sorted(set(doubts), key=lambda d: (d.span, d.rule)))
        analysis = Analysis(report.id, label, self.settings.digest, report.text_id, weighed, ordered, named)
        return answered(analysis, reading.questions)


def _piles(text: str, todo: Sequence[Passage]) -> Iterator[list[Span]]:
    """The passages in piles of at most ``PILE`` characters, so that a report of any length needs little memory.

    Every pile but the first begins with an empty paragraph, for only a report's first one is taken as headline.
    """
    pile: list[Span] = []
    size = 0
    for passage in todo:
        start = passage.span.start
        while start < passage.span.end:
            end = min(passage.span.end, start + PILE)
            if end < passage.span.end:
                end = max(start + 1, text.rfind(" ", start, end))
            if pile and size + end - start > PILE:
                yield pile
                pile, size = [Span(start, start)], 0
            pile.append(Span(start, end))
            size += end - start
            start = end
    if pile:
        yield pile


class Reading:
    """What has been read of one report: drafts in order, names, doubts."""

    def __init__(self, report: Report, todo: Sequence[Passage], found: Sequence[Link]) -> None:
        self.report = report
        self.links = links = [one for one in found if one.kept]
        self.unsure = [one for one in found if not one.kept]
        self.links_at: dict[tuple[bool, int], Link] = {}
        self.drafts: list[Draft] = []
        self.doubts: list[Doubt] = []
        self.mentions = Mentions()
        self.questions = [ask(report) for ask in QUESTIONS]
        self._claimed = sorted(span for one in links for span in one.content)
        self._used = sorted(span for one in links for span in (*one.content, *one.cue, *one.source))
        self._quotations: list[Span] = []
        self.joined: list[Span] = []
        self.cut_off: list[Span] = []
        self._shown: set[Link] = set()
        self._end = 0
        self._starts = [passage.span.start for passage in todo]
        still_open, words = False, lexicon()
        for piece in parse(report.text, [p.span for p in todo]):
            still_open = self._take(todo[piece.passage], piece, still_open, words)
        self.drafts = [self._requoted(one) for one in self.drafts]
        self.unsure = [one for one in self.unsure if one not in self._shown]

    def _take(self, passage: Passage, tokens: Parse, still_open: bool, words: Lexicon) -> bool:
        """Add what one passage says; returns whether it ends inside a quotation."""
        text = self.report.text
        found = quotations(text, tokens.span, still_open)
        marks = quoted(tokens, found)
        gather(self.mentions, passage, tokens, marks)
        for question in self.questions:
            question.take(passage, tokens, marks)
        proposed = proposals(tokens, marks, words)
        known = {p.frame.head: p.frame for p in proposed}
        here, faint = _anchored(self.links, tokens.span), _anchored(self.unsure, tokens.span)
        drafts, spoken = [], list[Span]()
        for one, made in linked(text, passage, tokens, marks, here, known, self._used):
            if of_self(made.frame, tokens, words) and spoken_in(made, marks):
                spoken += made.content
                continue
            self.links_at[bool(made.cue), made.at] = one
            drafts.append(made)
        drafts = passed_over(text, passage, tokens, marks, drafts, proposed)
        told = relayed(text, passage, tokens, marks, drafts, proposed)
        for vouched in told.made:
            self.links_at.pop((True, vouched.at), None)
        made_inside = (draft(text, passage, tokens, marks, p) for p in proposed if inner(p, tokens, words))
        both, shown = agreed(text, passage, tokens, marks, told.drafts, proposed, faint)
        faint = [one for one in faint if one not in shown]
        headed, seen = headlines(text, passage, tokens, marks, [*told.drafts, *both], proposed, faint, words)
        self._shown.update(shown, seen)
        drafts, off = same_subject(text, passage, tokens, marks, headed, proposed, words)
        self.cut_off += off
        drafts = [cut_short(one, off) for one in [*drafts, *self._inside(drafts, made_inside, here)]]
        drafts = unclosed(text, tokens, marks, drafts)
        self._quotations += [one.span for one in found]
        held = [span for span in _overlapping(self._claimed, tokens.span) if span not in spoken]
        claimed = [*held, *(s for d in drafts if d.home is None for s in d.content)]
        lone, doubts = orphans(self.report, passage.zone, tokens, marks, claimed)
        self.doubts += doubts
        going_on = followed(tokens, lone, drafts, self.drafts[-RECENT:], self._end)
        lone = [one for one in lone if one.content[0] not in going_on.joined]
        self.joined += going_on.joined
        self.drafts[-RECENT:] = going_on.before
        self.drafts += sorted([*going_on.drafts, *lone], key=lambda d: d.at)
        self._end = tokens.span.end
        return left_open(found, tokens.span)

    def _inside(
        self, drafts: Sequence[Draft], inside: Iterable[Draft | None], links: Sequence[Link]
    ) -> Iterator[Draft]:
        """What is said inside what is said, by cues that no draft has."""
        cues = [span for one in drafts for span in one.cue]
        for one in inside:
            if one is not None and not any(span.overlaps(other) for span in one.cue for other in cues):
                whole = one.home is not None or _reports(one, links)
                kept = one if whole else clipped(one, _overlapping(self._claimed, one.cue[0]))
                if kept is not None:
                    yield kept

    def leaps(self, one: Statement) -> bool:
        """Whether a statement leaves out a paragraph between two that it has words in."""
        at = sorted({bisect_right(self._starts, span.start) for span in (*one.cue, *one.content)})
        return any(after - before > 1 for before, after in pairwise(at))

    def _requoted(self, one: Draft) -> Draft:
        """The draft with all quotations that its content touches, those of other passages too."""
        if one.home is not None:
            return one
        touched = {mark for span in one.content for mark in _overlapping(self._quotations, span)}
        return replace(one, quoted=tuple(sorted(touched)))


def _anchored(links: Sequence[Link], span: Span) -> Sequence[Link]:
    """Those of the links, sorted by their anchors, whose anchor lies in a span."""
    return links[bisect_left(links, span.start, key=anchor) : bisect_left(links, span.end, key=anchor)]


def _reports(one: Draft, links: Sequence[Link]) -> bool:
    """Whether what is reported is that somebody said something: ``The Gazette reports that Vell slammed the deal``."""
    if one.frame.key not in RELAYING or one.score < RELAYED or not one.source:
        return False
    within = [link for link in links if link.source and link.cue and one.holds(link.cue[0].start)]
    return any(all(one.holds(span.start) for span in (*link.source, *link.content)) for link in within)


def _overlapping(spans: Sequence[Span], span: Span) -> list[Span]:
    """Those of the sorted, disjoint spans that share a character with one."""
    first = bisect_left(spans, span)
    first -= int(first > 0 and spans[first - 1].end > span.start)
    found = []
    while first < len(spans) and spans[first].start < span.end:
        found.append(spans[first])
        first += 1
    return found


def _weighed(statement: Statement, reading: Reading) -> Statement:
    """The statement with the tagger's confidence, band and reason; the rules' own stay as they are."""
    found = reading.links_at.get((bool(statement.cue), (statement.cue or statement.content)[0].start))
    if found is None:
        return replace(statement, band=Band.UNSURE) if statement.band is Band.CERTAIN else statement
    grounds, band = f"{statement.reason}; found by the trained tagger", found.band
    if band is Band.CERTAIN and (ground := against(reading.report.text, statement)):
        grounds, band = f"{grounds}; {ground}", Band.LIKELY
    if band is Band.CERTAIN and reading.leaps(statement):
        grounds, band = f"{grounds}; {LEAPS}", Band.LIKELY
    if band is Band.CERTAIN and any(hole.start == statement.content[-1].end for hole in reading.cut_off):
        grounds, band = f"{grounds}; {SECOND}", Band.LIKELY
    if any(_overlapping(reading.joined, span) for span in statement.content):
        grounds, band = f"{grounds}; {CUSTOM}", Band.LIKELY if band is Band.CERTAIN else band
    return replace(statement, confidence=found.confidence, band=band, reason=grounds, rule=f"tagger:{statement.rule}")


def _doubt(report: Report, found: Link) -> Doubt:
    spans = sorted([*found.cue, *found.content])
    return Doubt(report.id, Span(spans[0].start, spans[-1].end), Disposition.DROPPED, "tagger-unsure", TOO_DOUBTFUL)
