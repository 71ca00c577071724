"""From links to drafts: the tagger says which words, grammar says which act, addressee and channel they carry."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from onrecord.analyse.direct import Quoted
from onrecord.analyse.drafting import draft
from onrecord.analyse.drafts import Draft
from onrecord.analyse.frames import Frame, Range
from onrecord.analyse.linker import Link
from onrecord.analyse.linker_edges import edged, fronted, unused
from onrecord.analyse.linker_pieces import parted
from onrecord.analyse.linker_sources import Roles, shaped
from onrecord.analyse.passages import Passage
from onrecord.analyse.proposals import Proposal
from onrecord.analyse.spans import bare, chars
from onrecord.engine.parse import Parse, Token, lemma
from onrecord.model.span import Span, Spans, normalise

KINDS = {"VB": ("verb", "verb"), "NN": ("noun", "noun"), "JJ": ("adj", "adj")}


def linked(
    text: str,
    passage: Passage,
    parse: Parse,
    marks: Sequence[Quoted],
    links: Iterable[Link],
    known: Mapping[int, Frame],
    used: Sequence[Span] = (),
) -> list[tuple[Link, Draft]]:
    """Every link with its draft; ``known`` holds the frames that grammar proposes, by the token of their cue's head.

    ``used`` are the spans of all links, sorted: a quotation is taken whole where no other link has part of it.
    """
    made: list[tuple[Link, Draft]] = []
    for one in links:
        source, cue, said = shaped(parse, *(_ranges(parse, spans) for spans in (one.source, one.cue, one.content)))
        if one.source and not source and made:
            source = _shared(parse, made[-1][1], cue)
        parts = parted(parse, source, cue, said)
        for number, (spoken, told) in enumerate(parts):
            mine = [*source, *(piece for cues, _ in parts for piece in cues)]
            free = unused(parse, mine, one.content, used)
            content = fronted(parse, source, spoken, edged(parse, told, free), free)
            words = _as_found(text, parse, content, one.content)
            if len(parts) > 1 or content != said:
                words = normalise([*words, *_elsewhere(parse, one.content, number == 0, number == len(parts) - 1)])
            found = _draft(text, passage, parse, marks, one, (source, spoken, content), words, known, used)
            made += [(one, found)] if found is not None else []
    return made


def _shared(parse: Parse, before: Draft, cue: Sequence[Range]) -> tuple[Range, ...]:
    """Who spoke right before, of a cue that ``and`` or ``but`` joins to theirs in one sentence."""
    verb = parse.tokens[cue[0][0]] if cue else None
    if verb is None or parse.tokens[verb.index - 1].tag != "CC" or not before.cue or not before.frame.source:
        return ()
    spoken = parse.tokens[before.frame.cue[0][0]]
    return before.frame.source if spoken.sentence == verb.sentence else ()


def _elsewhere(parse: Parse, content: Spans, first: bool, last: bool) -> list[Span]:
    """What is said in paragraphs before (of the first of a link's parts) and behind (of the last)."""
    before = [span for span in content if first and span.end <= parse.span.start]
    return before + [span for span in content if last and span.start >= parse.span.end]


def to_the_end(content: Spans, marks: Sequence[Quoted], used: Sequence[Span]) -> Spans:
    """The content with every quotation that it begins taken to its closing mark, unless another link lies there."""
    pieces = []
    for piece in content:
        end = piece.end
        for mark in (one.quotation.span for one in marks):
            if piece.start <= mark.start + 1 and mark.start < piece.end < mark.end:
                others = used[bisect_right(used, Span(piece.end, piece.end)) :]
                end = end if others and others[0].start < mark.end else max(end, mark.end)
        pieces.append(Span(piece.start, end))
    return tuple(pieces)


def anchor(found: Link) -> int:
    """The first character of a link's cue; of its content where it has none."""
    return (found.cue or found.content)[0].start


def _draft(
    text: str,
    passage: Passage,
    parse: Parse,
    marks: Sequence[Quoted],
    found: Link,
    roles: Roles,
    content: Spans,
    known: Mapping[int, Frame],
    used: Sequence[Span],
) -> Draft | None:
    source, spoken, said = roles
    cue = spoken or said[:1]
    if not cue:
        return None
    frame = _frame(parse, source, cue, said, known)
    made = draft(text, passage, parse, marks, Proposal(frame, found.confidence, -1))
    if made is None:
        return None
    content = to_the_end(content, marks, used) if found.cue else content
    quoted = tuple(m.quotation.span for m in marks if any(m.quotation.span.overlaps(c) for c in content))
    who, how = _as_found(text, parse, source, found.source), _as_found(text, parse, spoken, found.cue)
    return replace(made, source=who, cue=how, content=content, quoted=quoted, at=(how or content)[0].start)


def _as_found(text: str, parse: Parse, ranges: Sequence[Range], found: Spans) -> Spans:
    """The characters of the words; the tagger's own where it has the same words."""
    if tuple(ranges) == _ranges(parse, found):
        return bare(text, parse, found)
    return chars(text, parse, ranges)


def _frame(
    parse: Parse, source: tuple[Range, ...], cue: Sequence[Range], content: Sequence[Range], known: Mapping[int, Frame]
) -> Frame:
    """The frame that grammar proposes for one of the cue's words, else one of the cue's main word alone."""
    content = tuple(content) or tuple(cue)
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
