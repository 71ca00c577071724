"""Which words of a lattice are cues, and where each cue points for its source.

A cue's head is a word that others, and it itself, point at. Rivals within one run of cue words ("has said": is the
head "has" or "said"?) are one cue.
"""

from dataclasses import dataclass

from onrecord.engine.tagger_lattice import Lattice

HEAD = 0.06  # a head points at itself at least this surely
RIVAL = 0.05
CUE_WORD = 0.3
FAR_CUE, FAR_PULL, FAR = 0.4, 0.5, 30  # for a cue's words apart from its head, as in "called … on"
LONGEST_SOURCE = 60


@dataclass(frozen=True, slots=True)
class Roles:
    """Per word, the probability of each role."""

    source: list[float]
    cue: list[float]
    content: list[float]


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue: its head, the heads that rival for it, its words, and how sure it is that it is one."""

    head: int
    heads: tuple[int, ...]
    words: tuple[int, ...]
    sure: float


def roles_of(lattice: Lattice) -> Roles:
    """The B and I tags of each role, summed."""
    tags = lattice.tags
    source, cue, content = ((tags[:, k] + tags[:, k + 1]).tolist() for k in (1, 3, 5))
    return Roles(source, cue, content)


def cues_of(lattice: Lattice, roles: Roles) -> list[Cue]:
    """Every cue that anything speaks for, in the order of the heads."""
    own = [row.get(word, 0.0) for word, row in enumerate(lattice.heads)]
    found: list[Cue] = []
    taken: set[int] = set()
    for head in sorted((w for w, p in enumerate(own) if p >= HEAD), key=lambda w: (-own[w], w)):
        if head in taken:
            continue
        run = _run(lattice, roles, head, taken)
        taken.update(run)
        heads = tuple(w for w in run if own[w] >= RIVAL)
        words = {w for w in run if w == head or roles.cue[w] >= CUE_WORD * max(roles.cue[head], CUE_WORD)}
        near = range(max(0, head - FAR), min(len(own), head + FAR + 1))
        words |= {w for w in near if w not in run and roles.cue[w] > FAR_CUE and _pull(lattice, heads, w) > FAR_PULL}
        found.append(Cue(head, heads, tuple(sorted(words)), min(1.0, sum(own[w] for w in heads))))
    return sorted(found, key=lambda cue: cue.head)


def pointed_of(lattice: Lattice, roles: Roles, cue: Cue) -> dict[int, float]:
    """First words of what may be the source (-1: none), each with how surely the cue's words point there."""
    weight = sum(roles.cue[w] for w in cue.words) or 1.0
    score: dict[int, float] = {}
    for word in cue.words:
        for at, p in lattice.sources[word].items():
            score[at] = score.get(at, 0.0) + p * roles.cue[word] / weight
    return score


def source_at(lattice: Lattice, roles: Roles, cue: Cue, first: int) -> tuple[int, ...]:
    """The words of the source that begins at ``first``, as far as the tags go; none for -1."""
    if first < 0:
        return ()
    level = max(0.15, 0.5 * roles.source[first])
    paragraph = lattice.words.paragraph
    stop = first + 1
    while stop < min(len(paragraph), first + LONGEST_SOURCE):
        begins = lattice.tags[stop, 1] > 0.5
        if roles.source[stop] < level or paragraph[stop] != paragraph[first] or begins:
            break
        stop += 1
    return tuple(w for w in range(first, stop) if w not in cue.words)


def _run(lattice: Lattice, roles: Roles, head: int, taken: set[int]) -> range:
    """The cue words around a head that point where it points."""
    left = right = head
    while left > 0 and left - 1 not in taken and roles.cue[left - 1] > CUE_WORD and _alike(lattice, left - 1, left):
        left -= 1
    last = len(roles.cue) - 1
    while (
        right < last
        and right + 1 not in taken
        and roles.cue[right + 1] > CUE_WORD
        and _alike(lattice, right, right + 1)
    ):
        right += 1
    return range(left, right + 1)


def _alike(lattice: Lattice, a: int, b: int) -> bool:
    """Whether two neighbouring words point at the same heads."""
    one = {h: p for h, p in lattice.heads[a].items() if h >= 0}
    two = {h: p for h, p in lattice.heads[b].items() if h >= 0}
    same = sum(min(p, two.get(h, 0.0)) for h, p in one.items())
    return same > 0.3 * min(sum(one.values()), sum(two.values()))


def _pull(lattice: Lattice, heads: tuple[int, ...], word: int) -> float:
    row = lattice.heads[word]
    return sum(row.get(h, 0.0) for h in heads)
