"""A cue in pieces made one, and two reports that the tagger took for one told apart.

PolNeAR's cues hold what stands between their words (``published a story about``), and each verb of report has a
content of its own (``supports “…,” opposes “…”``).
"""

from collections.abc import Sequence

from onrecord.analyse.direct import merge
from onrecord.analyse.frames import Range
from onrecord.engine.parse import Parse

GAP = 6
APART = {"conj", "advcl", "relcl", "acl", "ccomp", "parataxis", "ROOT"}

Part = tuple[tuple[Range, ...], tuple[Range, ...]]


def parted(parse: Parse, source: Sequence[Range], cue: Sequence[Range], content: Sequence[Range]) -> list[Part]:
    """Cue and content of each report: mostly one, with the cue's gaps closed.

    A later piece of the cue that has content on both sides begins a report of its own where it is a verb with a clause
    of its own. It is content where it is no verb at all, or a participle whose subject is a noun of the content, not
    whoever speaks (``unveiled a bill | calling for hearings``).
    """
    content = [piece for piece in content if not _particle(parse, piece, cue)]
    spoken = _filled(parse, _alone(parse, cue), [*source, *content])
    for number, (first, last) in enumerate(spoken[1:], start=1):
        before = [piece for piece in content if piece[0] < first]
        after = [piece for piece in content if piece[0] > last]
        if not before or not after:
            continue
        tokens = parse.tokens[first : last + 1]
        verbs = [token for token in tokens if token.tag[:2] == "VB" and token.dep not in ("aux", "auxpass")]
        if not verbs or (verbs[0].dep == "acl" and verbs[0].tag in ("VBN", "VBG")):
            whole = merge([*content, (first, last)])
            return parted(parse, source, [*spoken[:number], *spoken[number + 1 :]], whole)
        if verbs[0].dep in APART:
            return [(spoken[:number], tuple(before)), *parted(parse, source, spoken[number:], after)]
    return [(spoken, tuple(content))]


def _particle(parse: Parse, piece: Range, cue: Sequence[Range]) -> bool:
    """Whether a piece of content is no more than the ``to`` of the cue (``seemed | to | indicate``)."""
    first, last = piece
    return first == last and parse.tokens[first].tag == "TO" and any(start == last + 1 for start, _ in cue)


def _alone(parse: Parse, cue: Sequence[Range]) -> Sequence[Range]:
    """``According to`` shares no cue with a verb: what it reports is its own (``reported, according to aides, …``)."""
    words = [p for p in cue if any(t.text[0].isalnum() for t in parse.tokens[p[0] : p[1] + 1])]
    return [piece for piece in words if parse.tokens[piece[0]].lower == "according"] or words or cue


def _filled(parse: Parse, cue: Sequence[Range], others: Sequence[Range]) -> tuple[Range, ...]:
    """The cue with small gaps closed in which nothing else stands."""
    pieces = list(cue[:1])
    for first, last in cue[1:]:
        left, right = pieces[-1][1] + 1, first - 1
        free = not any(a <= right and left <= b for a, b in others)
        near = right - left < GAP and parse.tokens[left].sentence == parse.tokens[first].sentence
        between = parse.tokens[left:first]
        if free and near and all(token.text not in ";:–—" and token.dep != "nsubj" for token in between):
            pieces[-1] = (pieces[-1][0], last)
        else:
            pieces.append((first, last))
    return tuple(pieces)
