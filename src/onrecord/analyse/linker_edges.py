"""Content that ends in the middle of a phrase, taken to the phrase's end or cut before the word that hangs in the air.

The tagger gives each word to a cue by itself, so that what is said may end on ``that the`` or ``to the river``
(0.4 such ends an article on 160 that nobody had looked at; 9 of 10 are right when taken to the end of their phrase).
"""

from collections.abc import Callable, Sequence

from onrecord.analyse.frames import Range
from onrecord.analyse.grammar import children
from onrecord.engine.parse import Parse, Token
from onrecord.model.span import Span

BEFORE = {"det", "predet", "compound", "amod", "nmod", "nummod", "quantmod", "poss", "case"}  # of what follows, a noun
OPENING = {"aux", "auxpass", "mark", "nsubj", "nsubjpass", "expl", "neg"}  # of what follows, a verb
HANGING = {"CC", "IN", "TO", "DT", "PRP$", "POS"}
PAUSES = {",", "—", "–", "-"}
MARKS = set(",.;:—–-()“”‘’\"'?!")
FINITE = {"MD", "VBZ", "VBD", "VBP"}
FURTHEST = 25

Free = Callable[[int, int], bool]


def edged(parse: Parse, content: Sequence[Range], free: Free) -> tuple[Range, ...]:
    """The content with every piece ending where a phrase ends; ``free`` says whether words belong to nobody else."""
    pieces: list[Range] = []
    for number, (first, last) in enumerate(content):
        if pieces and first <= pieces[-1][1]:
            before = pieces.pop()
            first, last = before[0], max(before[1], last)  # noqa: PLW2901
        nearest = content[number + 1][0] if number + 1 < len(content) else -1
        end = _end(parse, first, last, free)
        if end == last:
            sentence = parse.tokens[last].sentence
            alone = nearest < 0 or parse.tokens[nearest].sentence != sentence
            end = _cut(parse, first, last) if alone else last
        pieces.append((first, end))
    return tuple(pieces)


def fronted(
    parse: Parse, source: Sequence[Range], cue: Sequence[Range], content: Sequence[Range], free: Free
) -> tuple[Range, ...]:
    """The content with its subject, where that opens the sentence and the report stands behind it as an aside.

    ``The ferry, she said, “should never have left”``: what is said has a verb without a subject, and the words before
    the aside are a noun phrase.
    """
    own = [at for first, last in (*source, *cue) for at in range(first, last + 1)]
    if not own or not cue or not content:
        return tuple(content)
    start = parse.sentences[parse.tokens[own[0]].sentence][0]
    first, last = min(own), max(own)
    verb = next((t for t in parse.tokens[last + 1 : content[0][1] + 1] if t.text not in MARKS), None)
    before = parse.tokens[start:first]
    opened = bool(before) and before[0].tag == "CC"
    phrase = before[opened:-1]
    if (
        verb is None
        or verb.tag not in FINITE
        or verb.index < content[0][0]
        or not 2 <= len(before) <= FURTHEST
        or before[-1].text != ","
        or not any(t.tag[:2] in ("NN", "PR") for t in phrase)
        or phrase[0].tag in ("IN", "TO", "RB", "WRB", "VBG", "VBN")
        or any(t.tag in FINITE or t.text in MARKS for t in phrase)
        or not free(phrase[0].index, phrase[-1].index)
    ):
        return tuple(content)
    return ((phrase[0].index, phrase[-1].index), *content)


def unused(parse: Parse, mine: Sequence[Range], own: Sequence[Span], used: Sequence[Span]) -> Free:
    """Whether tokens, first to last, lie neither in ``mine`` nor in a span of ``used`` that is not ``own``."""

    def free(first: int, last: int) -> bool:
        if any(a <= last and first <= b for a, b in mine):
            return False
        words = parse.span_of(first, last)
        return not any(span.overlaps(words) and span not in own for span in used)

    return free


def _end(parse: Parse, first: int, last: int, free: Free) -> int:
    """The last token of the phrase in whose middle the piece ends; its own last token where it ends with one."""
    end = last
    for _ in range(3):
        goal = _goal(parse, first, parse.tokens[end])
        while goal > end and parse.tokens[goal].text in MARKS:
            goal -= 1
        same = goal < len(parse.tokens) and parse.tokens[goal].sentence == parse.tokens[last].sentence
        if goal <= end or not same or goal - last > FURTHEST or not free(last + 1, goal):
            break
        end = goal
    return end


def _goal(parse: Parse, first: int, end: Token) -> int:
    """Where the phrase ends that a token opens or stands within; the token itself where nothing is open."""
    head = parse.tokens[end.head]
    if head.index > end.index and end.dep in BEFORE and head.tag[:2] in ("NN", "CD"):
        return _noun(parse, head)
    if end.dep == "case" and head.index < end.index and parse.tokens[head.head].index > end.index:  # "Vell 's | rules"
        return _noun(parse, parse.tokens[head.head])
    if head.index > end.index and end.dep in OPENING and head.tag[:2] in ("VB", "MD"):
        return head.right
    if end.dep in ("prep", "agent") and head.index >= first:
        return _joined(parse, end, "pobj", "pcomp")
    if end.dep == "cc":
        return _joined(parse, head, "conj", behind=end.index)
    return end.index


def _joined(parse: Parse, token: Token, *deps: str, behind: int = -1) -> int:
    """The last token of the first dependent of these kinds that stands behind; the token itself where none does."""
    at = max(behind, token.index)
    found = [one for one in children(parse, token, *deps) if one.index > at]
    if not found:
        return at
    return found[0].right if found[0].tag[:2] == "VB" else _noun(parse, found[0])


def _noun(parse: Parse, noun: Token) -> int:
    """The noun, or the last token of what ``of`` joins to it right behind (``Court of Appeals``)."""
    behind = [one for one in children(parse, noun, "prep") if one.index == noun.index + 1 and one.lower == "of"]
    return behind[0].right if behind else noun.index


def _cut(parse: Parse, first: int, last: int) -> int:
    """The last token before the words that open something of which the piece has nothing, and a comma before these."""
    tokens, end = parse.tokens, last
    while end - first > 1 and tokens[end].tag in HANGING and _goal(parse, first, tokens[end]) > end:
        end -= 1
    while end < last and end - first > 1 and tokens[end].text in PAUSES:
        end -= 1
    return end
