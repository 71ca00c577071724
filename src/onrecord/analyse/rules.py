"""Who said what by rules: grammar proposes, the lexicon of cues weighs, quotations complete."""

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.analyse.build import statements
from onrecord.analyse.carry import NOTHING, carry
from onrecord.analyse.cues import Lexicon, lexicon
from onrecord.analyse.direct import quoted
from onrecord.analyse.drafting import doubt_of, draft, orphans
from onrecord.analyse.drafts import Draft
from onrecord.analyse.mentions import gather
from onrecord.analyse.passages import Passage, passages
from onrecord.analyse.proposals import proposals
from onrecord.analyse.questions import QUESTIONS, answered
from onrecord.analyse.quotations import quotations
from onrecord.analyse.seen import Mentions
from onrecord.analyse.select import select
from onrecord.engine.parse import Parse, parse
from onrecord.model.analysis import Analysis, Doubt
from onrecord.model.report import Report
from onrecord.model.span import Span
from onrecord.model.terms import Disposition, Genre
from onrecord.settings import AnalysisSettings

VERSION = "7"


@dataclass(frozen=True, slots=True)
class Rules:
    """The analyser that needs no trained tagger."""

    settings: AnalysisSettings
    name: str = "rules"
    version: str = VERSION

    def __call__(self, report: Report) -> Analysis:
        """The statements of a report; a report that is not prose has none and says why."""
        label = f"{self.name} {self.version}"
        if report.genre is not Genre.PROSE:
            doubts: tuple[Doubt, ...] = (_not_analysed(report),)
            return Analysis(report.id, label, self.settings.digest, report.text_id, (), doubts)
        reading = Reading(report, lexicon())
        for passage in reading.parsed():
            reading.take(*passage)
        found, named = statements(report, label, reading.drafts, reading.mentions)
        doubts = tuple(sorted(set(reading.doubts), key=lambda d: (d.span, d.rule)))
        analysis = Analysis(report.id, label, self.settings.digest, report.text_id, found, doubts, named)
        return answered(analysis, reading.questions)


class Reading:
    """What has been read of one report so far; passages are taken in order and then forgotten."""

    def __init__(self, report: Report, words: Lexicon) -> None:
        self.report = report
        self.lexicon = words
        self.drafts: list[Draft] = []
        self.doubts: list[Doubt] = []
        self.mentions = Mentions()
        self.carried = NOTHING
        self.questions = [ask(report) for ask in QUESTIONS]

    def parsed(self) -> Iterator[tuple[Passage, Parse]]:
        """Every passage with its grammar; a very long passage comes in pieces."""
        todo = list(passages(self.report))
        for piece in parse(self.report.text, [p.span for p in todo]):
            yield todo[piece.passage], piece

    def take(self, passage: Passage, tokens: Parse) -> None:
        """Add what one passage says."""
        text = self.report.text
        found = quotations(text, tokens.span, self.carried.still_open)
        marks = quoted(tokens, found)
        gather(self.mentions, passage, tokens, marks)
        for question in self.questions:
            question.take(passage, tokens, marks)
        kept, dropped = select(proposals(tokens, marks, self.lexicon))
        drafts = [d for p in kept if (d := draft(text, passage, tokens, marks, p)) is not None]
        self.doubts += [n for p, rule in dropped if (n := doubt_of(self.report, tokens, p, rule)) is not None]
        resumed = self.carried.hand_over(text, tokens, marks, drafts, self.drafts)
        claimed = [s for d in drafts if d.home is None for s in (*d.content, *d.source)] + resumed
        lone, doubts = orphans(self.report, passage.zone, tokens, marks, claimed)
        self.doubts += doubts
        self.drafts += sorted([*drafts, *lone], key=lambda d: d.at)
        self.carried = carry(text, tokens, found, self.drafts)


def _not_analysed(report: Report) -> Doubt:
    reason = report.genre_reason or f"not prose: {report.genre}"
    return Doubt(report.id, Span(0, len(report.text)), Disposition.NOT_ANALYSED, "genre", reason)
