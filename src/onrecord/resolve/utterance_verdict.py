"""Whether two tellings tell one point: by the words they quote, or by the words that matter."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from math import fsum

from rapidfuzz.distance import Indel

from onrecord.model.terms import Act, ZoneKind
from onrecord.resolve.utterance_read import Point, Reading

Weigh = Callable[[str], float]

JOIN, ASK = 0.5, 0.38
WHOLE, QUOTED, FRAGMENT, SHORT_FRAGMENT = 0.97, 0.95, 0.85, 0.7
SOME = 0.4
"""Two quotations with four words in common are not joined for it, but do not keep each other apart either."""
CONTAINED, ACT, NUMBER, HEADING, CONTEXT, ONLY = 0.1, 0.25, 0.1, 0.05, 0.15, 0.2
TWO = 0.1
"""What a paraphrase by a like act loses that shares two words only: those are often of the topic (of the pairs shown in
70 stories 18 of 37 wrong ones went with it, and 2 of 212 right ones)."""
MEANT, BOTH = 0.5, 1.0
"""What the words before a content that only refers are worth: where the other says it, and where both refer."""

FAMILY = {
    act: number
    for number, acts in enumerate(
        (
            (Act.DEMAND, Act.URGE, Act.ASK),
            (Act.CRITICISE, Act.ACCUSE, Act.BLAME),
            (Act.THREATEN, Act.WARN),
            (Act.SAY, Act.CLAIM, Act.ANNOUNCE, Act.THINK, Act.AGREE, Act.PROMISE),
            (Act.DENY,),
            (Act.REFUSE,),
            (Act.PRAISE,),
        )
    )
    for act in acts
}
PLAIN = (Act.SAY, Act.CLAIM, Act.ANNOUNCE)
WISHES = (Act.DEMAND, Act.URGE, Act.ASK)
CONTRARY = [
    {Act.AGREE, Act.REFUSE},
    {Act.AGREE, Act.DENY},
    {Act.PROMISE, Act.REFUSE},
    {Act.ACCUSE, Act.DENY},
    {Act.BLAME, Act.DENY},
    {Act.PRAISE, Act.CRITICISE},
    {Act.PRAISE, Act.ACCUSE},
    {Act.PRAISE, Act.BLAME},
]


@dataclass(frozen=True, slots=True)
class Match:
    """How surely two points are one, in 0..1, and why; ``words`` says that it rests on quoted words."""

    score: float
    reason: str
    words: bool = False


NOTHING = Match(0.0, "")


def compare(a: Reading, b: Reading, one: Point, other: Point, weigh: Weigh, around: Weigh | None = None) -> Match:
    """What holding two points against each other comes to; it does not matter which comes first.

    ``weigh`` says how much a stem of what is said tells, ``around`` one of the words beside it.
    """
    turned = _turned(a, b, one, other)
    contrary = {a.telling.act, b.telling.act} in CONTRARY and one.turned % 2 == other.turned % 2
    quoted = _quoted(one, other)
    if quoted.score and not contrary and not (turned and quoted.score < WHOLE):
        return quoted
    if contrary or turned or (_all_quoted(one) and _all_quoted(other)):
        return NOTHING
    if a.meant or b.meant:
        return _referred(a, b, one, other, weigh)
    return _told(a, b, one, other, weigh, around or weigh)


def _turned(a: Reading, b: Reading, one: Point, other: Point) -> bool:
    """Whether the one says that what the other says is not so; a ``not`` before what only one of them has is none."""
    if a.turned != b.turned:
        return one.turned % 2 == other.turned % 2
    if one.turned % 2 == other.turned % 2:
        return False
    return not (one.undone | other.undone).isdisjoint({*one.stems}.intersection(other.stems))


def _told(a: Reading, b: Reading, one: Point, other: Point, weigh: Weigh, around: Weigh) -> Match:
    mine, yours = dict.fromkeys(one.stems), dict.fromkeys(other.stems)
    shared = [stem for stem in mine if stem in yours]
    fit = acts_fit(a.telling.act, b.telling.act)
    alone = fit == 1 and a.only and b.only
    if _things(shared, one, other, fit) < (1 if len(mine) == len(yours) == 1 and fit == 1 else 2):
        return NOTHING
    # Exact sums, for sets come in any order.
    common, w_mine, w_yours = (fsum(map(weigh, some)) for some in (shared, mine, yours))
    score = CONTAINED * common / min(w_mine, w_yours) + (1 - CONTAINED) * 2 * common / (w_mine + w_yours)
    score += ACT * fit + ONLY * alone
    if one.numbers & other.numbers:
        score += NUMBER
    here, there = (fsum(map(around, some)) for some in (a.context, b.context))
    if here and there:
        score += CONTEXT * 2 * fsum(map(around, a.context & b.context)) / (here + there)
    score += HEADING * (ZoneKind.HEADLINE in (a.telling.zone, b.telling.zone))
    score = min(score, 0.94)
    if 0 < fit < 1 and len(shared) == 2 and score < 0.935:
        score -= TWO
    if fit < 0 or (one.numbers and other.numbers and not one.numbers & other.numbers):
        score = min(score, JOIN - 0.01)
    return Match(round(max(0.0, score), 2), f"shared words: {', '.join(sorted(shared))}")


def _referred(a: Reading, b: Reading, one: Point, other: Point, weigh: Weigh) -> Match:
    """What two points come to of which one at least only refers, by the words before it."""
    mine, yours = a.meant.union(one.stems), b.meant.union(other.stems)
    shared = mine & yours
    fit = acts_fit(a.telling.act, b.telling.act)
    if fit < 0.5 or _things(shared, one, other, fit) < 2:
        return NOTHING
    common, w_mine, w_yours = (fsum(map(weigh, some)) for some in (shared, mine, yours))
    if a.meant and b.meant:
        score = BOTH * 2 * common / (w_mine + w_yours)
    else:
        score = MEANT * common / (w_yours if a.meant else w_mine)
    score += ACT * fit + ONLY * (fit == 1 and a.only and b.only)
    return Match(round(min(score, 0.9), 2), f"shared words, some told before: {', '.join(sorted(shared))}")


def _things(shared: Collection[str], one: Point, other: Point, fit: float) -> int:
    """How many things two points share: a name of several words is one (*New Torvela* alone says little).

    So is a part of a name, such as *Supreme Court*, but where the acts themselves say more than that it was said.
    """
    left, count = set(shared), 0
    names = {mine & yours & left for mine in one.names for yours in other.names if fit < 1 or mine == yours}
    for name in sorted(names, key=lambda some: (-len(some), sorted(some))):
        if len(name) > 1 and name <= left:
            left -= name
            count += 1
    return count + len(left)


def acts_fit(a: Act, b: Act) -> float:
    """1 for one act that says more than that it was said, less for acts of one family, below 0 where they differ."""
    if a is b:
        return 1.0 if a not in (Act.SAY, Act.CLAIM, Act.THINK, Act.ASK) else 0.5
    if FAMILY[a] == FAMILY[b]:
        return 0.5
    if a in PLAIN or b in PLAIN:
        return -0.5 if Act.CLAIM in (a, b) and (a in WISHES or b in WISHES) else 0.0
    return -1.0


def _quoted(one: Point, other: Point) -> Match:
    """What the quoted words of two points come to."""
    best = NOTHING
    shared = {
        found
        for mine, yours in ((one, other), (other, one))
        for found in mine.fragments
        if found.size >= 3 and found.row in yours.row
    }
    if shared:
        size, matter = sum(found.size for found in shared), sum(found.matter for found in shared)
        score = WHOLE if size > 5 and matter > 1 else FRAGMENT if size > 3 else SHORT_FRAGMENT
        best = Match(score, "the same words, quoted", True)
    if one.quoted and other.quoted and aligned(one, other):
        same = [w.form for w in one.quoted] == [w.form for w in other.quoted]
        whole = Match(QUOTED, "the same quotation" if same else "the same quotation but for single words", True)
        return max(best, whole, key=lambda m: m.score)
    if not best.score and not one.runs.isdisjoint(other.runs):
        return Match(SOME, "some of the same words, quoted", True)
    return best


def aligned(one: Point, other: Point) -> bool:
    """Whether two quotations are one but for words left out or changed here and there."""
    mine, yours = [w.form for w in one.quoted], [w.form for w in other.quoted]
    size = min(len(mine), len(yours))
    if size < 5:
        return size > 1 and [w.stem for w in one.quoted] == [w.stem for w in other.quoted]
    same = (len(mine) + len(yours) - Indel.distance(mine, yours)) / 2
    return same >= 0.8 * size


def _all_quoted(point: Point) -> bool:
    return len(point.quoted) >= 0.8 * len(point.words)
