"""Which words report speech, in which frame, how often they really do, and what act they name.

``cues.toml`` is written by hand: the act of each cue, and the words that stand beside quotations. ``cue_counts.csv``
is counted by ``training/cue_counts.py``: how often a word in a frame was an attribution in the training articles;
``cue_weights.csv`` is fitted by ``training/cue_weights.py``: what else speaks for or against (see ``signs``).
"""

import csv
import math
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from onrecord.model.terms import Act, Nameless

PRIOR_WEIGHT = 4.0
BASE, RATE = "(base)", "(rate)"


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What is known about cues: counts by (kind, lemma, frame) and (kind, frame), acts by lemma."""

    counts: Mapping[tuple[str, str, str], tuple[int, int]]
    frames: Mapping[tuple[str, str], tuple[int, int]]
    acts: Mapping[str, Act]
    nameless: Mapping[str, Nameless] = field(default_factory=dict)
    weights: Mapping[str, float] = field(default_factory=dict)
    kinds: Mapping[tuple[str, str], Act] = field(default_factory=dict)
    phrases: Mapping[tuple[str, ...], Act] = field(default_factory=dict)
    constructions: Mapping[tuple[str, str], Act] = field(default_factory=dict)
    verdict_cues: frozenset[str] = frozenset()
    verdicts: Mapping[str, Act] = field(default_factory=dict)
    objects: Mapping[str, Act] = field(default_factory=dict)
    unnamed: Mapping[str, Nameless] = field(default_factory=dict)

    def act(self, lemma: str, kind: str) -> Act | None:
        """The act of a word as this part of speech (``verb``, ``noun``, ``adj``), else as any; None where unknown."""
        return self.kinds.get((lemma, kind)) or self.acts.get(lemma)

    def weigh(self, rate: float, signs: Iterable[str]) -> float:
        """The share of attributions among cues of this rate with these signs, in 0..1."""
        rate = min(0.995, max(0.003, rate))
        logit = self.weights.get(RATE, 1.0) * math.log(rate / (1 - rate)) + self.weights.get(BASE, 0.0)
        return 1 / (1 + math.exp(-logit - sum(self.weights.get(sign, 0.0) for sign in signs)))

    def rate(self, kind: str, lemma: str, key: str) -> float:
        """The share of such cues that were attributions, drawn towards that of all words in this frame."""
        hits, seen = self.counts.get((kind, lemma, key), (0, 0))
        all_hits, all_seen = self.frames.get((kind, key), (0, 0))
        prior = (all_hits + 0.1) / (all_seen + 2)
        known = self.word(lemma, kind) if seen < 5 else None
        if known is not None:
            prior = (prior + known) / 2
        return (hits + PRIOR_WEIGHT * prior) / (seen + PRIOR_WEIGHT)

    def word(self, lemma: str, kind: str) -> float | None:
        """The share of attributions over all frames of a word; None where it was never seen."""
        hits, seen = self.counts.get((kind, lemma, "*"), (0, 0))
        return hits / seen if seen >= 3 else None


@cache
def lexicon() -> Lexicon:
    """The shipped lexicon, read once."""
    here = files("onrecord.analyse")
    written = tomllib.loads(here.joinpath("cues.toml").read_text(encoding="utf-8"))
    counts: dict[tuple[str, str, str], tuple[int, int]] = {}
    frames: dict[tuple[str, str], tuple[int, int]] = {}
    table = here.joinpath("cue_counts.csv").read_text(encoding="utf-8")
    for kind, lemma, key, hits, seen in csv.reader(table.splitlines()[1:]):
        if lemma == "*":
            frames[kind, key] = (int(hits), int(seen))
        else:
            counts[kind, lemma, key] = (int(hits), int(seen))
    nameless = {word: Nameless(kind) for kind, words in written["nameless"].items() for word in words}
    weights = csv.reader(here.joinpath("cue_weights.csv").read_text(encoding="utf-8").splitlines()[1:])
    verdicts = written["verdicts"]
    return Lexicon(
        counts,
        frames,
        _by_word(written["acts"]),
        nameless,
        {sign: float(weight) for sign, weight in weights},
        kinds={(w, kind): act for kind in ("verb", "noun") for w, act in _by_word(written[f"{kind}s"]).items()},
        phrases={tuple(words.split()): act for words, act in _by_word(written["phrases"]).items()},
        constructions={(w.split()[0], w.split()[1]): act for w, act in _by_word(written["constructions"]).items()},
        verdict_cues=frozenset(verdicts["cues"]),
        verdicts=_by_word({act: words for act, words in verdicts.items() if act != "cues"}),
        objects=_by_word(written["objects"]),
        unnamed={w: Nameless(kind) for kind, words in written["unnamed"].items() for w in words} | nameless,
    )


def _by_word(table: Mapping[str, Iterable[str]]) -> dict[str, Act]:
    return {word: Act(act) for act, words in table.items() for word in words}
