"""Who gave a figure: the speaker of the innermost statement it stands in, and through whom it came.

Some reports give a figure without reporting words (``the ministry put the toll at 58``, ``by her count``): whoever puts
it is its giver. A figure in what somebody did rather than said (``imposed sanctions on 17 firms``) is the outlet's.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from onrecord.analyse.frames import Range
from onrecord.analyse.grammar import children, noun_phrase
from onrecord.analyse.heads import head_word
from onrecord.analyse.numbers_words import WEEKDAYS
from onrecord.engine.parse import Parse, Token, lemma
from onrecord.model.analysis import Analysis
from onrecord.model.figure import Figure
from onrecord.model.span import Span, Spans
from onrecord.model.statement import Statement
from onrecord.model.terms import Mode

COUNTS = {
    "toll", "figure", "number", "count", "tally", "estimate", "total", "dead", "death", "it", "cost", "list", "injured",
    "missing", "wounded", "them", "turnout", "casualty", "statistic",
}  # fmt: skip
PUT = {
    "put",
    "give",
    "raise",
    "lower",
    "revise",
    "set",
    "cut",
    "update",
    "adjust",
    "increase",
    "have",
    "place",
    "correct",
}
TALLY = {"count", "estimate", "record", "tally", "register", "document", "list", "report", "log"}
ASSERTS = {
    "say", "report", "announce", "claim", "estimate", "confirm", "count", "put", "record", "cite", "tell", "state",
    "admit", "acknowledge", "find", "show", "list", "note", "reveal", "declare", "add", "insist", "argue", "write",
    "quote", "explain", "mention", "give", "allege", "accuse", "blame", "describe", "concede", "stress", "disclose",
    "according", "promise", "pledge", "offer", "propose", "demand", "call", "warn", "seek", "want", "request", "ask",
    "recommend", "predict", "expect", "project", "forecast", "plan", "order", "threaten", "deny",
}  # fmt: skip
CLAUSES = {
    "that", "bare", "clause", "pre", "paren", "to", "np-to", "quote", "quote-after", "quote-before", "quote-colon",
    "gap",
}  # fmt: skip
ASIDE = {"as", "while", "after", "when", "amid", "before", "since", "where"}


_PAPERS = (
    r"(report|study|survey|poll|review|inquiry|assessment|analysis|census|data|figures|statistics|statement|letter)"
)
_NAME = r"((?:[A-Z][\w’'-]+)(?: (?:(?:of|for|on|and|the) )*[A-Z][\w’'-]+)*)"
ISSUED = re.compile(rf"\b{_PAPERS}s?\b[^.,;\n]{{0,24}}?\b(?:by|from|of) (?:the )?{_NAME}")


class Hint(NamedTuple):
    """What grammar says of a figure's giver: who puts it, and the verbs that it stands beside rather than under."""

    giver: Range | None = None
    beside: tuple[int, ...] = ()


def hint(parse: Parse, first: int) -> Hint:
    """Who puts the number at a token, and the verbs whose ``as`` or ``while`` clause it stands in."""
    giver, beside = None, []
    for token, below in _up(parse, first):
        if giver is None and token.tag[:2] == "VB":
            giver = _putter(parse, token, below)
        if below.dep == "advcl" and any(parse.tokens[at].lower in ASIDE and at < below.index for at in below.children):
            beside.append(token.start)
    return Hint(giver or _by_count(parse, first), tuple(beside))


def _up(parse: Parse, at: int) -> Iterator[tuple[Token, Token]]:
    """Every token above one, each with the token right below it."""
    below = parse.tokens[at]
    for _ in range(30):
        above = parse.tokens[below.head]
        if above.index == below.index:
            return
        yield above, below
        below = above


def _putter(parse: Parse, verb: Token, below: Token) -> Range | None:
    """Whoever puts a figure: the subject of ``put the toll at``, ``raised its figure to``, ``counted``."""
    word = lemma(verb.lower, "verb")
    goods = children(parse, verb, "dobj")
    counts = any(lemma(t.lower, "noun") in COUNTS for t in goods)
    under = below.dep in ("dobj", "prep", "nsubjpass", "advcl", "appos", "punct", "pobj", "npadvmod", "dep")
    if not under or not ((word in PUT and counts) or (word in TALLY and below.dep == "dobj")):
        return None
    subject = next(iter(children(parse, verb, "nsubj")), None)
    token = verb
    while subject is None and token.dep in ("conj", "xcomp") and token.head != token.index:
        token = parse.tokens[token.head]
        subject = next(iter(children(parse, token, "nsubj")), None)
    return _phrase(parse, subject) if subject is not None and subject.tag[:2] in ("NN", "PR") else None


def _phrase(parse: Parse, noun: Token) -> Range:
    """A giver's phrase up to its first comma."""
    first, last = noun_phrase(parse, noun)
    comma = next((at for at in range(noun.index, last + 1) if parse.tokens[at].text == ","), last + 1)
    return first, min(last, comma - 1)


def _by_count(parse: Parse, first: int) -> Range | None:
    """``By her count 66 people are dead``, ``on the ministry’s figures``, ``whose list had 66 names``."""
    start, stop = parse.sentences[parse.tokens[first].sentence]
    for token in parse.tokens[start:stop]:
        if (
            token.lower in ("count", "tally", "figures", "estimate", "estimates", "list", "reckoning")
            and token.index < first + 12
        ):
            owner = next(iter(children(parse, token, "poss")), None)
            if owner is None:
                continue
            if owner.lower == "whose" and token.dep == "nsubj" and token.index < first:
                clause = parse.tokens[token.head]
                noun = parse.tokens[clause.head]
                return _phrase(parse, noun) if clause.left <= first <= clause.right and noun.tag[:2] == "NN" else None
            if parse.tokens[token.head].lower in ("by", "on") and token.dep == "pobj":
                return owner.left, owner.index
    return None


def given(
    text: str, analysis: Analysis, figures: Sequence[Figure], hints: Sequence[tuple[Spans, tuple[int, ...]]]
) -> list[Figure]:
    """The figures with statement, giver and relay; ``hints`` say who puts one, and which verbs it stands beside."""
    by_id = {one.id: one for one in analysis.statements}
    pieces = sorted((span.start, span.end, one.id) for one in analysis.statements for span in one.content)
    named = {mention.span: mention.name for mention in analysis.mentions if mention.name}
    said = [one.source for one in sorted(analysis.statements, key=lambda s: s.content[0]) if one.source]
    made: list[Figure] = []
    for figure, (putter, beside) in zip(figures, hints, strict=True):
        holder = _holder(figure, pieces, by_id, beside)
        one = _given(figure, holder, by_id, putter)
        if one.giver and one.giver_name is None:
            one = replace(one, giver_name=_name(text, one.giver, named) or _issuer(text, one.giver, said))
        if one.giver_name and one.giver_name.split()[-1].lower() in WEEKDAYS:
            one = replace(one, giver_name=" ".join(one.giver_name.split()[:-1]) or None)
        made.append(_polled(one, made))
    return made


def _holder(
    figure: Figure, pieces: list[tuple[int, int, str]], by_id: dict[str, Statement], beside: tuple[int, ...]
) -> Statement | None:
    """The statement with the least content that holds the number and says it."""
    held = [by_id[key] for start, end, key in pieces if start <= figure.span.start < end]
    said = [one for one in held if _says(one) and not any(s <= at < e for s, e in one.cue for at in beside)]
    return min(said, key=lambda one: (sum(e - s for s, e in one.content), one.id), default=None)


def _says(one: Statement) -> bool:
    """Whether a statement vouches for what stands in it; not where somebody does it or rules on it."""
    features = dict(one.features)
    key = features.get("frame", "").removesuffix("+q")
    return one.mode is not Mode.INDIRECT or key in CLAUSES or features.get("cue_lemma", "") in ASSERTS


def _given(figure: Figure, holder: Statement | None, by_id: dict[str, Statement], putter: Spans) -> Figure:
    """The figure as its statement gives it; a statement without source hands on to the one around it."""
    if holder is None:
        return replace(figure, giver=putter)
    giver, seen = holder, 0
    while not giver.source and giver.parent in by_id and seen < 5:
        giver, seen = by_id[giver.parent], seen + 1
    figure = replace(figure, statement=holder.id)
    if putter and not any(span.overlaps(other) for span in putter for other in giver.source):
        return replace(figure, giver=putter, relay=giver.source, relay_name=giver.speaker)
    outer = by_id.get(giver.parent or "")
    relay = outer.source if outer else giver.channel
    name = giver.speaker if giver.source or giver.speaker_evidence else None
    return replace(
        figure,
        giver=giver.source or (giver.speaker_evidence if giver.speaker else ()),
        giver_name=name,
        relay=relay,
        relay_name=outer.speaker if outer else None,
    )


def _name(text: str, giver: Spans, named: dict[Span, str]) -> str | None:
    """The name of the chain that the whole of a giver's phrase belongs to.

    A name inside the phrase is not enough: ``the police in Velday`` are not Velday.
    """
    whole = giver[0]
    for span, name in named.items():
        lead = text[whole.start : span.start].strip().lower() if whole.start <= span.start else None
        if span.end == whole.end and lead in ("", "the", "a", "an"):
            return name
    return None


def _issuer(text: str, giver: Spans, said: Sequence[Spans]) -> str | None:
    """Whoever issued the document that gives a figure: ``the report`` where ``a report by the Orel Institute`` stands.

    ``it`` is the source of the statement before, where that is a document.
    """
    words = " ".join(span.cut(text) for span in giver).lower()
    if words == "it":
        before = [source for source in said if source[-1].end <= giver[0].start and source[0].cut(text).lower() != "it"]
        words = " ".join(span.cut(text) for span in before[-1]).lower() if before else ""
    head = head_word(words).removesuffix("s")
    issuers = {m[2] for m in ISSUED.finditer(text) if m[1].removesuffix("s") == head}
    return issuers.pop() if len(issuers) == 1 else None


def _polled(figure: Figure, before: Sequence[Figure]) -> Figure:
    """A further answer of the poll whose share was given right before (``only 18 percent said``)."""
    if figure.giver or figure.unit != "%" or not before or before[-1].unit != "%" or not before[-1].giver:
        return figure
    last = before[-1]
    near = figure.span.start - last.span.end < 300
    return (
        replace(figure, giver=last.giver, giver_name=last.giver_name) if near and last.zone == figure.zone else figure
    )
