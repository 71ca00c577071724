"""How well chains agree: MUC, B-cubed and entity CEAF, and their mean, the CoNLL score (Pradhan and others, 2012).

Chains are sets of mentions; a mention is anything hashable and stands in one chain of each side at most.
"""

from collections.abc import Collection, Hashable, Mapping, Sequence

from evaluation.scoring.counts import Counts

Chain = frozenset[Hashable]
MEASURES = ("MUC", "B-cubed", "CEAFe")


def counted(gold: Collection[Chain], guess: Collection[Chain]) -> Mapping[str, tuple[Counts, Counts]]:
    """For each measure what is right of what was predicted (precision), and of the gold (recall)."""
    similar = _alignment([*gold], [*guess])
    return {
        "MUC": (_muc(guess, gold), _muc(gold, guess)),
        "B-cubed": (_b_cubed(guess, gold), _b_cubed(gold, guess)),
        "CEAFe": (Counts(similar, len(guess), len(guess)), Counts(similar, len(gold), len(gold))),
    }


def f1(precision: Counts, recall: Counts) -> float:
    """The harmonic mean of two shares."""
    p = precision.right / precision.gold if precision.gold else 0.0
    r = recall.right / recall.gold if recall.gold else 0.0
    return 2 * p * r / (p + r) if p + r else 0.0


def _muc(key: Collection[Chain], response: Collection[Chain]) -> Counts:
    """Links of the key's chains that the response keeps."""
    of = {mention: number for number, chain in enumerate(response) for mention in chain}
    right = links = 0
    for chain in key:
        parts = {of.get(mention, mention) if mention in of else ("alone", mention) for mention in chain}
        right += len(chain) - len(parts)
        links += len(chain) - 1
    return Counts(right, links, links)


def _b_cubed(key: Collection[Chain], response: Collection[Chain]) -> Counts:
    """For each mention of the key the share of its chain that the response has with it."""
    of = {mention: chain for chain in response for mention in chain}
    right = sum(len(chain & of.get(mention, frozenset())) / len(chain) for chain in key for mention in chain)
    total = sum(len(chain) for chain in key)
    return Counts(right, total, total)


def _alignment(gold: Sequence[Chain], guess: Sequence[Chain]) -> float:
    """The best one-to-one alignment of chains by φ4, ``2·|a ∩ b| / (|a| + |b|)``."""
    if len(gold) > len(guess):
        gold, guess = guess, gold
    weights = [[2 * len(a & b) / (len(a) + len(b)) for b in guess] for a in gold]
    return assignment(weights) if gold else 0.0


def assignment(weights: Sequence[Sequence[float]]) -> float:
    """The most that rows weigh when each takes a column of its own (Hungarian method); no more rows than columns."""
    rows, columns = len(weights), len(weights[0])
    up, down = [0.0] * (rows + 1), [0.0] * (columns + 1)
    taken, way = [0] * (columns + 1), [0] * (columns + 1)
    for row in range(1, rows + 1):
        taken[0], column = row, 0
        least, used = [float("inf")] * (columns + 1), [False] * (columns + 1)
        while True:
            used[column] = True
            at, delta, following = taken[column], float("inf"), 0
            for other in range(1, columns + 1):
                if used[other]:
                    continue
                cost = -weights[at - 1][other - 1] - up[at] - down[other]
                if cost < least[other]:
                    least[other], way[other] = cost, column
                if least[other] < delta:
                    delta, following = least[other], other
            for other in range(columns + 1):
                if used[other]:
                    up[taken[other]] += delta
                    down[other] -= delta
                else:
                    least[other] -= delta
            column = following
            if taken[column] == 0:
                break
        while column:
            taken[column] = taken[way[column]]
            column = way[column]
    return sum(weights[taken[column] - 1][column - 1] for column in range(1, columns + 1) if taken[column])
