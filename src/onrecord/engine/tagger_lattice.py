"""What the tagger says of one text, window by window brought together: a lattice over its words."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.engine.tagger_words import Window, Words, window_at

Floats = NDArray[np.float32]
FAINT = 0.02  # a pointer weaker than this is not kept
OVERLAP = 40  # pieces that neighbouring windows share at least


@dataclass(frozen=True, slots=True)
class Lattice:
    """Per word: probabilities of the seven tags, of each cue head it may belong to, of each source it may have.

    ``heads`` and ``sources`` map a word's index (-1: none) to a probability; ``votes[c]`` is the expected
    number of words that belong to the cue headed by ``c``.
    """

    words: Words
    tags: Floats
    heads: list[dict[int, float]]
    sources: list[dict[int, float]]
    votes: Floats


def windows_of(words: Words, pieces: Sequence[Sequence[int]], size: int) -> Iterator[Window]:
    """Windows over a whole text; each begins at a paragraph where that costs little."""
    start = 0
    while start < len(words):
        window = window_at(words, pieces, start, size)
        yield window
        if start + len(window.first) >= len(words):
            return
        keep = len(window.ids) - OVERLAP
        latest = start + max(1, sum(first < keep for first in window.first))
        near = [
            word
            for word in range(start + 1, latest)
            if words.paragraph[word] != words.paragraph[word - 1] and window.first[word - start] > keep - OVERLAP
        ]
        start = near[-1] if near else latest


def join(words: Words, outputs: Iterable[tuple[Window, tuple[Floats, Floats, Floats]]]) -> Lattice:
    """Take every word from the window in whose middle it lies nearest; only two windows are held at a time."""
    n = len(words)
    tags = np.zeros((n, 7), np.float32)
    tags[:, 0] = 1.0
    heads: list[dict[int, float]] = [{} for _ in range(n)]
    sources: list[dict[int, float]] = [{} for _ in range(n)]
    room = [-1] * n
    for window, (tag, head, source) in outputs:
        stop = window.start + len(window.first)
        mine = []
        for word in range(window.start, stop):
            left = word - window.start if window.start else n
            right = stop - 1 - word if stop < n else n
            if min(left, right) > room[word]:
                room[word] = min(left, right)
                mine.append(word)
        first = np.array([0, *window.first])
        rows = first[1:][[word - window.start for word in mine]]
        tags[mine] = softmax(tag[rows])
        for store, scores in ((heads, head), (sources, source)):
            for word, row in zip(mine, softmax(scores[np.ix_(rows, first)]), strict=True):
                store[word] = {
                    window.start + int(k) - 1 if k else -1: float(row[k]) for k in np.nonzero(row >= FAINT)[0]
                }
    votes = np.zeros(n, np.float32)
    for pointers in heads:
        for at, p in pointers.items():
            if at >= 0:
                votes[at] += p
    return Lattice(words, tags, heads, sources, votes)


def softmax(scores: Floats) -> Floats:
    """Scores as probabilities, along the last axis."""
    e = np.exp(scores - scores.max(-1, keepdims=True))
    return np.asarray(e / e.sum(-1, keepdims=True), np.float32)
