"""Which words are the content of which cue: pointers, drawn towards whole phrases and whole quotations."""

from collections.abc import Sequence
from itertools import pairwise

from onrecord.analyse.linker_cues import Cue, Roles
from onrecord.engine.tagger_lattice import Lattice
from onrecord.engine.tagger_words import CLOSING, INSIDE, OPENING, UNCLOSED

GIVEN = 0.5  # a word is content from this share of the surest claims of the same cue on
FAINT = 0.05
PHRASE, QUOTE = 0.5, 0.7  # how far a word is drawn to its phrase, to its quotation
GAP, CRUMB, WHOLE = 3, 3, 6

Claims = list[dict[int, float]]
Stretch = tuple[int, int]


def claims_of(lattice: Lattice, roles: Roles, cues: Sequence[Cue]) -> Claims:
    """Per word, how surely it is the content of each cue (by its number)."""
    owner = {head: number for number, cue in enumerate(cues) for head in cue.heads}
    claims: Claims = []
    for word, row in enumerate(lattice.heads):
        content, cue = roles.content[word], roles.cue[word]
        share: dict[int, float] = {}
        if content >= FAINT:
            for head, p in row.items():
                if head in owner:
                    share[owner[head]] = share.get(owner[head], 0.0) + p
        total = sum(share.values())
        level = 0.5 * (total * content / (content + cue) + content) if total else 0.0
        claims.append({number: p / total * level for number, p in share.items()})
    return claims


def drawn(claims: Claims, stretches: Sequence[Stretch], weight: float) -> Claims:
    """Claims with every word of a stretch drawn towards the mean of the stretch."""
    out = list(claims)
    for start, stop in stretches:
        mean: dict[int, float] = {}
        for word in range(start, stop):
            for number, p in claims[word].items():
                mean[number] = mean.get(number, 0.0) + p / (stop - start)
        for word in range(start, stop) if stop - start > 1 else ():
            row = claims[word]
            out[word] = {n: (1 - weight) * row.get(n, 0.0) + weight * p for n, p in mean.items()}
    return out


def won(claims: Claims) -> Claims:
    """Claims with each word left to the one cue that claims it most: in the corpus content is shared by no two."""
    return [{n: p for n, p in row.items() if p >= max(row.values())} for row in claims]


def phrases(lattice: Lattice, roles: Roles) -> list[Stretch]:
    """Runs of content words, cut where the tagger begins a new one and at paragraph ends."""
    paragraph, found, start = lattice.words.paragraph, list[Stretch](), -1
    for word in range(len(paragraph)):
        fresh = lattice.tags[word, 5] > 0.5 or (word > 0 and paragraph[word] != paragraph[word - 1])
        if start >= 0 and (fresh or roles.content[word] < 0.5):
            found.append((start, word))
            start = -1
        if start < 0 and roles.content[word] >= 0.5:
            start = word
    return [*found, (start, len(paragraph))] if start >= 0 else found


def chunks(lattice: Lattice) -> list[Stretch]:
    """Words that are one for a reader: ``crowd-led``, ``didn't``, ``Clinton's``."""
    joined, found, at = lattice.words.joined, list[Stretch](), 1
    while at < len(joined):
        stop = at
        while stop < len(joined) and joined[stop]:
            stop += 1
        if stop > at:
            found.append((at - 1, stop))
        at = stop + 1
    return found


def quotations(lattice: Lattice) -> list[Stretch]:
    """From each opening mark to its closing mark, else to the paragraph's end; marks included.

    A paragraph that closes what the one before left open begins with such a stretch.
    """
    states, paragraph, found, at = lattice.words.quote, lattice.words.paragraph, list[Stretch](), 0
    while at < len(states):
        resumed = states[at] == INSIDE and (at == 0 or paragraph[at - 1] != paragraph[at])
        if states[at] != OPENING and not resumed:
            at += 1
            continue
        stop = at + 1
        while stop < len(states) and paragraph[stop] == paragraph[at]:
            again = states[stop] == OPENING and states[stop - 1] != OPENING
            if again or states[stop] not in (OPENING, INSIDE, UNCLOSED):
                break
            stop += 1
        while stop < len(states) and states[stop] == CLOSING and paragraph[stop] == paragraph[at]:
            stop += 1
        found.append((at, stop))
        at = stop
    return found


def content_of(claim: dict[int, float], cue: Cue) -> set[int]:
    """The words that are a cue's content if it is a cue at all."""
    if not claim:
        return set()
    best = sorted(claim.values(), reverse=True)[:3]
    return {word for word, p in claim.items() if p >= GIVEN * best[-1] and word not in cue.words}


def tidied(lattice: Lattice, content: set[int], blocked: set[int]) -> set[int]:
    """The content with small gaps closed and crumbs beside a longer run dropped."""
    paragraph, states = lattice.words.paragraph, lattice.words.quote
    content = content - blocked
    runs = runs_of(content)
    for (_, left), (right, _) in pairwise(runs):
        gap = set(range(left, right))
        if len(gap) <= GAP and paragraph[left - 1] == paragraph[right] and not gap & blocked:
            content |= gap
    runs = runs_of(content)
    if max((stop - start for start, stop in runs), default=0) >= WHOLE:
        for start, stop in runs:
            if stop - start < CRUMB and all(states[word] != INSIDE for word in range(start, stop)):
                content -= set(range(start, stop))
    return content


def completed(content: set[int], marks: Sequence[Stretch], foreign: set[int], blocked: set[int]) -> set[int]:
    """The content with every quotation whole of which it has most, where no rival has the rest."""
    for start, stop in marks:
        inside = set(range(start, stop))
        if 2 * len(inside & content) > len(inside) and not inside & foreign:
            content = content | (inside - blocked)
    return content


def runs_of(words: set[int]) -> list[Stretch]:
    """Half-open runs of neighbouring words, in order."""
    runs: list[Stretch] = []
    for word in sorted(words):
        if runs and runs[-1][1] == word:
            runs[-1] = (runs[-1][0], word + 1)
        else:
            runs.append((word, word + 1))
    return runs
