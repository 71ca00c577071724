"""From links to drafts: the tagger says which words, grammar says which act, addressee and channel they carry."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from onrecord.analyse.direct import Quoted
from onrecord.analyse.drafting import draft
from onrecord.analyse.drafts import Draft
from onrecord.analyse.frames import Frame, Range
from onrecord.analyse.linker import Link
from onrecord.analyse.passages import Passage
from onrecord.analyse.proposals import Proposal
from onrecord.analyse.spans import tight
from onrecord.engine.parse import Parse, Token, lemma
from onrecord.model.span import Span, Spans

KINDS = {"VB": ("verb", "verb"), "NN": ("noun", "noun"), "JJ": ("adj", "adj")}


def linked(
    text: str,
    passage: Passage,
    parse: Parse,
    marks: Sequence[Quoted],
    links: Iterable[Link],
    known: Mapping[int, Frame],
    used: Sequence[Span] = (),
) -> list[Draft]:
    """A draft for every link; ``known`` holds the frames that grammar proposes, by the token of their cue's head.

    ``used`` are the spans of all links, sorted: a quotation is taken whole where no other link has part of it.
    """
    made = (_draft(text, passage, parse, marks, one, known, used) for one in links)
    return [one for one in made if one is not None]


def to_the_end(content: Spans, marks: Sequence[Quoted], used: Sequence[Span]) -> Spans:
    """The content with every quotation that it begins taken to its closing mark, unless another link lies there."""
    pieces = []
    for piece in content:
        end = piece.end
        for mark in (one.quotation.span for one in marks):
            if mark.start <= piece.start <= mark.start + 1 and piece.end < mark.end:
                others = used[bisect_right(used, Span(piece.end, piece.end)) :]
                end = end if others and others[0].start < mark.end else max(end, mark.end)
        pieces.append(Span(piece.start, end))
    return tuple(pieces)


def bare(text: str, spans: Spans) -> Spans:
    """The spans without loose punctuation at their edges, empty ones left out."""
    cut = (tight(text, span) for span in spans)
    return tuple(span for span in cut if span.start < span.end)


def anchor(found: Link) -> int:
    """The first character of a link's cue; of its content where it has none."""
    return (found.cue or found.content)[0].start


def _draft(
    text: str,
    passage: Passage,
    parse: Parse,
    marks: Sequence[Quoted],
    found: Link,
    known: Mapping[int, Frame],
    used: Sequence[Span],
) -> Draft | None:
    cue = _ranges(parse, found.cue or found.content[:1])
    if not cue:
        return None
    frame = _frame(parse, found, cue, known)
    made = draft(text, passage, parse, marks, Proposal(frame, found.confidence, -1))
    if made is None:
        return None
    content = bare(text, found.content)
    content = to_the_end(content, marks, used) if found.cue else content
    quoted = tuple(m.quotation.span for m in marks if any(m.quotation.span.overlaps(c) for c in content))
    source = bare(text, found.source)
    return replace(made, source=source, cue=bare(text, found.cue), content=content, quoted=quoted, at=anchor(found))


def _frame(parse: Parse, found: Link, cue: Sequence[Range], known: Mapping[int, Frame]) -> Frame:
    """The frame that grammar proposes for one of the cue's words, else one of the cue's main word alone."""
    source = _ranges(parse, found.source)
    content = _ranges(parse, found.content) or tuple(cue)
    tokens = [at for first, last in cue for at in range(first, last + 1)]
    subject = source[0][1] if source else -1
    for at in tokens:
        if at in known:
            return replace(known[at], source=source, cue=tuple(cue), content=content, subject=subject)
    main = _main(parse, tokens)
    kind, word_class = KINDS.get(main.tag[:2], ("mark", ""))
    word = lemma(main.lower, word_class) if word_class else main.lower
    return Frame(main.index, kind, word, "tagged", source, tuple(cue), content, subject)


def _main(parse: Parse, tokens: Sequence[int]) -> Token:
    """The word of the cue that the others hang on: a verb before a noun before anything else."""
    inside = set(tokens)
    tops = [parse.tokens[at] for at in tokens if parse.tokens[at].head not in inside or parse.tokens[at].head == at]
    return min(
        tops or [parse.tokens[tokens[0]]],
        key=lambda t: (list("VNJ").index(t.tag[0]) if t.tag[0] in "VNJ" else 3, t.index),
    )


def _ranges(parse: Parse, spans: Spans) -> tuple[Range, ...]:
    """First and last token of each span, as far as it lies in this parse."""
    starts = [token.start for token in parse.tokens]
    found = []
    for start, end in spans:
        first = max(0, bisect_right(starts, start) - 1)
        if first < len(starts) and parse.tokens[first].end <= start:
            first += 1
        last = bisect_right(starts, end - 1) - 1
        if parse.span.overlaps(Span(start, end)) and first <= last:
            found.append((first, last))
    return tuple(found)
