"""From proposals to drafts and doubts, and what becomes of quotations that no cue claims."""

from collections.abc import Sequence

from onrecord.analyse.direct import Quoted
from onrecord.analyse.drafts import Draft
from onrecord.analyse.frames import Frame
from onrecord.analyse.layers import addressee_of, channel_of, governor_of, negated, noun_of
from onrecord.analyse.passages import Passage
from onrecord.analyse.proposals import Proposal
from onrecord.analyse.spans import chars
from onrecord.engine.parse import Parse
from onrecord.model.analysis import Doubt
from onrecord.model.report import Report
from onrecord.model.span import Span, Spans, normalise
from onrecord.model.terms import Disposition, ZoneKind

SPEECH_WORDS = 5
UNCLAIMED = 0.1
FINITE = ("VBD", "VBZ", "VBP", "MD")
REASONS = {
    "rare-cue": "the word seldom reports speech or thought in such a sentence",
    "holds-likelier": "what looked like its content is another statement's own clause",
    "scare-quotes": "a few words in quotation marks that nobody is said to have spoken",
}


def draft(text: str, passage: Passage, parse: Parse, marks: Sequence[Quoted], proposal: Proposal) -> Draft | None:
    """The proposal as characters; None where nothing but punctuation is left of its content."""
    frame = proposal.frame
    content = chars(text, parse, frame.content)
    if not content:
        return None
    content = _whole(content, marks if proposal.home < 0 else ())
    home = marks[proposal.home].quotation.span if proposal.home >= 0 else None
    cue = chars(text, parse, frame.cue) or (parse.span_of(frame.head, frame.head),)
    touched = tuple(m.quotation.span for m in marks if any(m.quotation.span.overlaps(c) for c in content))
    first, after = parse.sentences[parse.tokens[frame.head].sentence]
    return Draft(
        passage=parse.passage,
        zone=passage.zone,
        frame=frame,
        score=proposal.score,
        source=chars(text, parse, frame.source),
        cue=cue,
        content=content,
        quoted=touched if home is None else tuple(c for c in content if text[c.start] in "‘'"),
        home=home,
        at=cue[0].start,
        sentence=parse.span_of(first, after - 1),
        addressee=chars(text, parse, addressee_of(parse, frame)),
        channel=chars(text, parse, channel_of(parse, frame)),
        negated=negated(parse, frame),
        governor=governor_of(parse, frame),
        noun=noun_of(parse, frame),
    )


def _whole(content: Spans, marks: Sequence[Quoted]) -> Spans:
    """The content with the full stop of a quotation whose closing mark is missing."""
    loose = [m.quotation.span for m in marks if not m.quotation.closed]
    return normalise([*content, *(span for span in loose if any(span.overlaps(piece) for piece in content))])


def doubt_of(report: Report, parse: Parse, proposal: Proposal, rule: str) -> Doubt | None:
    """Why a proposal was turned down."""
    spans = chars(report.text, parse, (*proposal.frame.cue, *proposal.frame.content))
    if not spans:
        return None
    return Doubt(report.id, Span(spans[0].start, spans[-1].end), Disposition.DROPPED, rule, REASONS[rule])


def orphans(
    report: Report, zone: ZoneKind, parse: Parse, marks: Sequence[Quoted], claimed: Sequence[Span]
) -> tuple[list[Draft], list[Doubt]]:
    """Quotations without a cue: speech becomes a draft without source, a few quoted words a doubt.

    ``claimed`` is what statements of this passage already point at.
    """
    lone: list[Draft] = []
    doubts: list[Doubt] = []
    for mark in marks:
        span = mark.quotation.span
        if any(taken.overlaps(span) for taken in claimed):
            continue
        if not _speech(parse, mark):
            doubts.append(Doubt(report.id, span, Disposition.DROPPED, "scare-quotes", REASONS["scare-quotes"]))
            continue
        frame = Frame(mark.first, "mark", "", "orphan", (), (), ((mark.first, mark.last),))
        first, after = parse.sentences[parse.tokens[mark.first].sentence]
        lone.append(
            Draft(
                passage=parse.passage,
                zone=zone,
                frame=frame,
                score=UNCLAIMED,
                source=(),
                cue=(),
                content=(span,),
                quoted=(span,),
                home=None,
                at=span.start,
                sentence=parse.span_of(first, after - 1),
                orphan="no word beside the quotation says who speaks",
            )
        )
    return lone, doubts


def _speech(parse: Parse, mark: Quoted) -> bool:
    """Whether a quotation is a sentence someone spoke rather than a title or a distancing mark."""
    within = parse.tokens[mark.first : mark.last + 1]
    before = parse.tokens[mark.first - 1].text[-1] if mark.first else "."
    opens = before in ".?!:)”\"'’" or mark.quotation.resumes
    finite = any(token.tag in FINITE for token in within)
    return opens and finite and mark.words >= SPEECH_WORDS and not mark.quotation.single
