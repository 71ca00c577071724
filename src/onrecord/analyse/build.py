"""From drafts to statements: who stands in whom, who speaks, how sure we are."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from onrecord.analyse.acts import act_of, asked, stops_short
from onrecord.analyse.chained import Chained
from onrecord.analyse.chains import chains
from onrecord.analyse.cues import lexicon
from onrecord.analyse.drafts import Draft
from onrecord.analyse.mention_findings import findings
from onrecord.analyse.nameless import BARE, issued, lead_in, nameless_of
from onrecord.analyse.reasons import how, why_nobody
from onrecord.analyse.seen import Mentions
from onrecord.analyse.speakers import Speaker, speakers
from onrecord.model.mention import Mention, mention_id
from onrecord.model.report import Report
from onrecord.model.span import Spans, cut, normalise
from onrecord.model.statement import Statement
from onrecord.model.terms import Act, ActorType, Band, Mode, Nameless

LIKELY = 0.55
WINDOW = 40
SURE = 0.5
CLEAR = 0.7  # doubtful cues in another's content are seldom annotated by themselves (60 PolNeAR training articles)
CARRYING = {"they", "it", *BARE}
CHARGES = {Act.ACCUSE, Act.BLAME, Act.CRITICISE}
NAMED_AS = re.compile(r",? (?:later |since )?(?:identified|named)(?: \w+){0,6} as [A-Z]")
JOINED = re.compile(r"(?:\band|\bbut|\bwhile|\bthough|\balthough|\bwhereas|, as|, with)(?: also| then| \w+ly)? $")
WORD = re.compile(r"[\w’'-]+")
ASIDE = re.compile(r"(?:,|–|—| -)(?: instead| then| thus| without| \w+ly)? $|\bwithout $")


def statements(
    report: Report, label: str, drafts: Sequence[Draft], mentions: Mentions
) -> tuple[tuple[Statement, ...], tuple[Mention, ...]]:
    """The statements in the order of their cues, of two with the same spans the first; and who is mentioned."""
    chained = chains(report.text, mentions, drafts)
    who, named = speakers(chained), findings(report, label, chained)
    sources = [_source(chained, number) for number in range(len(drafts))]
    made: dict[int, Statement] = {}
    parents = [_parent(report.text, drafts, number) for number in range(len(drafts))]
    for number in sorted(range(len(drafts)), key=lambda n: _depth(parents, n)):
        parent = parents[number]
        above = made[parent].id if parent is not None else None
        made[number] = _statement(report, label, drafts[number], sources[number], who[number], above)
    unique: dict[str, Statement] = {}
    for number in sorted(made):
        one = made[number]
        if number and drafts[number].passage - drafts[number - 1].passage <= 1:
            one = made[number] = replace(one, nameless=_carried(report.text, number, drafts, made))
        unique.setdefault(one.id, one)
    return tuple(unique.values()), named


def _source(made: Chained, number: int) -> Spans:
    """The source of a draft; ``who`` with whom grammar makes it stand for (``some aides, who said``)."""
    draft = made.drafts[number]
    at = made.of_draft.get(number)
    one = made.seen[at] if at is not None else None
    if at is None or one is None or one.tied is None or draft.source != (one.span,):
        return draft.source
    link = made.links.get(at)
    before = link.evidence[0] if link is not None and link.rule == "relative" and link.evidence else one.tied
    meant = made.at(before)
    if meant is not None and (made.seen[meant].role == "part" or made.seen[meant].type is ActorType.PLACE):
        return draft.source  # "Ann Berk, R-Norria, who said": who comes from there, not the place
    return normalise([before, one.span]) if before.end <= one.span.start else draft.source


def _parent(text: str, drafts: Sequence[Draft], number: int) -> int | None:
    """The statement whose content holds this one's cue most closely; a likely one before a doubtful one.

    Two cues that a connective joins (``said that … and welcomed …``, ``…, while Velland denied``) stand beside each
    other. Where each holds the other's cue, the one inside what it reports (``…, his office said, …``) is the outer.
    """
    own = drafts[number]
    holders = [
        (d.score < SURE, sum(e - s for s, e in d.content), other)
        for other, d in enumerate(drafts[max(0, number - WINDOW) : number + WINDOW], max(0, number - WINDOW))
        if other != number
        and d.holds(own.at)
        and not _beside(text, own, d)
        and not _outer(own, d)
        and not _what(text, own, d)
        and (not own.holds(d.at) or _outer(d, own))
    ]
    return min(holders)[2] if holders else None


def _beside(text: str, own: Draft, other: Draft) -> bool:
    """Whether a cue outside quotations goes on beside another rather than within what that one reports."""
    if own.home is not None or own.home != other.home:
        return False
    if own.source and own.source == other.source:
        return True
    if own.score < CLEAR:
        return False
    starts = {own.at, *(span.start for span in own.source if span.start > other.at)}
    leads = [text[max(0, start - 24) : start].lower() for start in starts]
    aside = text[own.at :].split(maxsplit=1)[0].endswith("ing") or "without" in leads[-1]
    return any(JOINED.search(lead) or (aside and ASIDE.search(lead)) for lead in leads)


def _what(text: str, own: Draft, other: Draft) -> bool:
    """Whether the report itself says who calls it so: ``took aim at what she said was a lie``."""
    start = min(span.start for span in (*own.source, *own.cue, *own.content))
    return text[other.content[0].start : start].strip().lower() == "what"


def _outer(one: Draft, other: Draft) -> bool:
    return one.frame.key.startswith("paren") and not other.frame.key.startswith("paren")


def _depth(parents: Sequence[int | None], number: int) -> int:
    depth, at = 0, parents[number]
    while at is not None and depth < 50:
        depth, at = depth + 1, parents[at]
    return depth


def _statement(report: Report, label: str, draft: Draft, source: Spans, who: Speaker, parent: str | None) -> Statement:
    text = report.text
    frame, words = draft.frame, lexicon()
    cue, content = " ".join(cut(text, draft.cue)).lower(), " ".join(cut(text, draft.content)).lower()
    confidence = round(min(draft.score, 0.97), 2)
    rule = frame.key.removesuffix("+q")
    act = act_of(frame, cue, content, words, draft.negated, draft.governor)
    return Statement(
        report=report.id,
        source=source,
        cue=draft.cue,
        content=draft.content,
        mode=mode_of(text, draft.content, draft.quoted),
        act=act,
        zone=draft.zone,
        confidence=confidence,
        band=Band.LIKELY if confidence >= LIKELY else Band.UNSURE,
        reason=draft.orphan or (how(frame) if who.name else why_nobody(frame, who.reason)),
        rule=f"{frame.kind}:{rule}",
        analyser=label,
        negated=draft.negated or stops_short(cue),
        speaker=who.name,
        speaker_evidence=who.evidence,
        addressee=draft.addressee,
        channel=draft.channel,
        nameless=_nameless(text, draft, act, who),
        parent=parent,
        candidates=who.candidates,
        features=(
            ("cue_lemma", frame.lemma),
            ("frame", frame.key),
            ("head", who.head),
            ("speaker_link", f"{who.sure:.2f}"),
        ),
        speaker_chain=mention_id(report.id, who.chain) if who.chain else None,
    )


def _carried(text: str, number: int, drafts: Sequence[Draft], made: Mapping[int, Statement]) -> Nameless | None:
    """The kind of a source that stands for one just named: ``they``, ``it``, ``some`` after ``Officials said``."""
    one, draft = made[number], drafts[number]
    words = " ".join(cut(text, one.source)).lower()
    if one.speaker is not None or words not in CARRYING or draft.noun:
        return one.nameless
    for other in range(number - 1, max(-1, number - 4), -1):
        before = made[other]
        if draft.passage - drafts[other].passage > 1 or drafts[other].home is not None or not before.source:
            continue
        kind = before.nameless
        if kind is None:
            break
        return kind if words not in ("they", "it") or (words == "it") == (kind is Nameless.DOCUMENT) else one.nameless
    return one.nameless


def _nameless(text: str, draft: Draft, act: Act, who: Speaker) -> Nameless | None:
    """The kind of nameless source; a view that nobody is given for (``is seen as``) is held by people.

    Whoever asks in ``Asked whether …, she said`` is somebody, too.
    """
    frame = draft.frame
    if not draft.source:
        held = act in (Act.THINK, *CHARGES) and frame.key.startswith(("pass-as", "pass-of"))
        return Nameless.PEOPLE if held or asked(frame) else None
    words = lead_in(text, draft.source)
    head = words.split()[-1] if who.head == "who" and words.split() else who.head
    if words == "it" and head != "it":
        words = f"the {head}"
    if NAMED_AS.match(text, draft.source[-1].end):
        return None
    if draft.noun and not who.named:
        words, head = f"{words} {draft.noun}", draft.noun
    kind = nameless_of(words, head, who.named, lexicon())
    return None if kind is Nameless.DOCUMENT and issued(" ".join(cut(text, draft.source))) else kind


def mode_of(text: str, content: Spans, quoted: Spans) -> Mode:
    """Direct where at least nine tenths of the content's words stand in quotation marks, mixed from a tenth on.

    Words are counted, not characters, so that the length of a name does not decide.
    """
    words = [found.start() for start, end in content for found in WORD.finditer(text, start, end)]
    size, within = len(words), sum(any(start <= at < end for start, end in quoted) for at in words)
    if not size or within * 10 < size:
        return Mode.INDIRECT
    return Mode.DIRECT if within * 10 >= size * 9 else Mode.MIXED
