"""What a report calls events and how it keeps its distance from words, each in the outlet's own or in quoted voice.

Words are found while the report is read; when its statements are known, it is known in whose voice they stand. That of
every mention of an actor is told here too, for what outlets call actors are its mentions. Words are recorded as they
stand; none is judged. Rules alone never say certain. Decision 051 has the measures.
"""

from collections.abc import Sequence
from dataclasses import replace

from onrecord.analyse.direct import Quoted
from onrecord.analyse.label_asides import Aside, asides
from onrecord.analyse.label_descriptions import Described, descriptions
from onrecord.analyse.label_devices import Device, devices, names
from onrecord.analyse.label_events import Called, events
from onrecord.analyse.label_voice import Voices, voiced
from onrecord.analyse.label_words import label_words
from onrecord.analyse.passages import Passage
from onrecord.engine.parse import Parse
from onrecord.model.analysis import Analysis
from onrecord.model.label import Label
from onrecord.model.mention import Mention
from onrecord.model.report import Report
from onrecord.model.span import Span, Spans
from onrecord.model.statement import Statement
from onrecord.model.terms import ActorType, Band, LabelKind, Voice, ZoneKind

LIKELY = 0.6
EVENT = "a noun for something that happens heads the phrase"
REASONS = {
    "modifier": "a few words before a noun stand in quotation marks, and nobody is said to have said them",
    "phrase": "a few words of a clause stand in quotation marks, and nobody is said to have said them",
    "adjective": "the adjective says that the words behind it are others'",
    "adverb": "the adverb says that it is others who say so",
    "verb": "the verb reports words without vouching for them",
    "noun": "the noun reports words without vouching for them",
}
SURE = {"modifier": 0.65, "phrase": 0.5, "adjective": 0.9, "adverb": 0.85, "verb": 0.8, "noun": 0.6}
EVENT_SURE = 0.8
DESCRIBED = {
    "is": (0.7, "a verb of being says it of somebody"),
    "called": (0.75, "a verb of calling says it of somebody"),
    "before": (0.7, "it stands before a name and is no office"),
    "beside": (0.7, "it stands beside a name between commas"),
    "kind": (0.65, "the noun is one of those between which writers choose for people and bodies of one kind"),
}
SPOKEN = "somebody is said to have said something in the same sentence, and they may be their words"


class Labels:
    """Gathers labels passage by passage."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.events: list[tuple[Called, ZoneKind]] = []
        self.devices: list[tuple[Device, ZoneKind, Span]] = []
        self.marked: list[Span] = []
        self.asides: list[Aside] = []
        self.described: list[tuple[Described, ZoneKind]] = []

    def take(self, passage: Passage, tokens: Parse, marks: Sequence[Quoted]) -> None:
        """Add the labels of one passage."""
        words = label_words()
        self.events += [(one, passage.zone) for one in events(tokens, words)]
        self.described += [(one, passage.zone) for one in descriptions(tokens, words)]
        named = set(names(tokens, marks, words))
        self.marked += [mark.quotation.span for mark in marks if mark.quotation.span not in named]
        self.asides += asides(tokens)
        sentences = [tokens.span_of(first, after - 1) for first, after in tokens.sentences]
        for one in devices(tokens, marks, words):
            here = next((s for s in sentences if s.overlaps(one.head)), one.span)
            self.devices.append((one, passage.zone, here))

    def answered(self, analysis: Analysis) -> Analysis:
        """The analysis with its labels, in the order of the text, and with the voice of every mention."""
        voices = Voices(self.report.text, analysis.statements, self.marked, self.asides)
        mentions = voiced(analysis.mentions, voices)
        made = Making(analysis, voices)
        found = [made.event(one, zone) for one, zone in self.events]
        found += [label for one, zone, here in self.devices if (label := made.device(one, zone, here))]
        told = sorted(self.described, key=lambda described: described[0].rule != "kind")  # of two the later is kept
        found += [label for one, zone in told if (label := made.description(one, zone))]
        ordered = sorted({one.id: one for one in found}.values(), key=lambda one: (one.span, one.kind))
        return replace(analysis, mentions=mentions, labels=tuple(ordered))


class Making:
    """Makes labels of what was found, with the statements and mentions of the report at hand."""

    def __init__(self, analysis: Analysis, voices: Voices) -> None:
        self.analysis = analysis
        self.voices = voices
        self._heads = {one.head.end: one for one in reversed(analysis.mentions)}
        self._titles = sorted(span for one in analysis.mentions for span in one.title)
        self._cues = {span.start: one for one in analysis.statements for span in one.cue}
        self._statements = {one.id: one for one in analysis.statements}
        self._spoken = sorted(span for one in analysis.statements for span in (one.cue or one.content)[:1])

    def event(self, one: Called, zone: ZoneKind) -> Label:
        """The label that an outlet, or somebody in it, gives an event."""
        features = (("label", one.label), ("lemma", one.lemma))
        return self._label(LabelKind.EVENT, one.span, one.head, zone, EVENT_SURE, EVENT, "event", one.about, features)

    def description(self, one: Described, zone: ZoneKind) -> Label | None:
        """What somebody who is mentioned is said to be; none where a mention or its title has the words already."""
        if one.head.end in self._heads or any(title.overlaps(one.span) for title in self._titles):
            return None
        who = self._mention(one.about) if one.about else None
        if one.rule != "kind" and (who is None or who.type is ActorType.PLACE or who.span.holds(one.span)):
            return None
        if one.rule == "before" and who is not None and who.type is ActorType.STATE:
            return None
        sure, reason = DESCRIBED[one.rule]
        about = (one.about,) if one.about else ()
        features = (("label", one.lemma), ("lemma", one.lemma))
        return self._label(LabelKind.DESCRIPTION, one.span, one.head, zone, sure, reason, one.rule, about, features)

    def device(self, one: Device, zone: ZoneKind, sentence: Span) -> Label | None:
        """The label of a device; none where quotation marks or a cue turn out to be of somebody who speaks."""
        sure, reason = SURE[one.rule], REASONS[one.rule]
        statement = None
        if one.kind is LabelKind.SCARE_QUOTES:
            if self.voices.at(_inside(one.span)).statement is not None:
                return None
            if any(sentence.overlaps(span) for span in self._near(sentence)):
                sure, reason = sure - 0.15, f"{reason}; {SPOKEN}"
        if one.kind is LabelKind.DOUBTING_CUE:
            statement = self._cued(one.span)
            if one.rule in ("verb", "noun") and statement is None:
                return None
            about = one.about or (statement.source if statement else ())
            one = one._replace(about=about)
        features = (("label", one.lemma), ("lemma", one.lemma))
        made = self._label(one.kind, one.span, one.head, zone, sure, reason, one.rule, one.about, features)
        if statement is not None:
            made = replace(made, statement=statement.id, chain=statement.speaker_chain)
        return made

    def _label(
        self, kind: LabelKind, span: Span, head: Span, zone: ZoneKind, sure: float, reason: str, rule: str,
        about: Spans, features: tuple[tuple[str, str], ...],
    ) -> Label:  # fmt: skip
        scare = kind is LabelKind.SCARE_QUOTES
        heard = self.voices.at(Span(span.start, span.start) if scare else head)
        confidence = round(sure, 2)
        return Label(
            report=self.analysis.report,
            kind=kind,
            span=span,
            head=head,
            zone=zone,
            voice=Voice.OUTLET if scare else heard.voice,
            confidence=confidence,
            band=Band.LIKELY if confidence >= LIKELY else Band.UNSURE,
            reason=reason,
            rule=f"{kind}:{rule}" if rule != kind else rule,
            analyser=self.analysis.analyser,
            about=about,
            chain=next((one.chain for part in about if (one := self._mention(part))), None),
            statement=heard.statement,
            features=features,
        )

    def _mention(self, part: Span) -> Mention | None:
        return self._heads.get(part.end)

    def _cued(self, span: Span) -> Statement | None:
        """The statement whose cue holds the word."""
        found = self._cues.get(span.start)
        if found is not None:
            return found
        return next((one for at, one in self._cues.items() if span.start <= at < span.end), None)

    def _near(self, sentence: Span) -> list[Span]:
        return [span for span in self._spoken if sentence.start <= span.start < sentence.end]


def _inside(mark: Span) -> Span:
    return Span(mark.start + 1, mark.end)
