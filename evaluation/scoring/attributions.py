"""The rules by which attributions are scored on PolNeAR; the same as those of ``score_attribution.py``.

Token level: a token is tagged source (cue, content) when any attribution has it in that role; three separate
tasks, micro over the corpus. Attribution level: one-to-one by maximum matching under each criterion. Gold is
direct or indirect by its own content; a prediction goes where the gold it overlap-matches goes, else where its
own content says. Several annotators of a text each weigh 1/k.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from evaluation.scoring.calibration import Judged
from evaluation.scoring.counts import Counts, Tally, add_up
from evaluation.scoring.matching import Criterion, match
from evaluation.scoring.tokens import Attribution, Tokens, TokenText, View

ROLES = ("source", "cue", "content")
SUBSETS = ("all", "direct", "indirect")


class Gold(NamedTuple):
    """One text and what each of its annotators marked; ``annotators`` are equal in weight."""

    doc: str
    text: str
    annotators: tuple[tuple[Attribution, ...], ...]


class Verdict(NamedTuple):
    """One prediction of a document: what it claimed, how sure it was, how often it was right under who-what."""

    confidence: float | None
    band: str | None
    right: float


@dataclass(frozen=True, slots=True)
class Scored:
    """The counts of one document, annotators averaged, and a verdict on each of its predictions."""

    doc: str
    tally: Tally
    verdicts: tuple[Verdict, ...]

    @property
    def judged(self) -> list[Judged]:
        """The verdicts on predictions that say how sure they are."""
        return [Judged(v.confidence, v.right) for v in self.verdicts if v.confidence is not None]


def score(gold: Gold, guesses: Sequence[Attribution]) -> Scored:
    """Hold the predictions of one document against each of its annotators and average."""
    text = TokenText(gold.text)
    views = [text.view(guess) for guess in guesses]
    weight = 1 / len(gold.annotators)
    tallies, rights = [], [0.0] * len(views)
    for annotator in gold.annotators:
        golds = [text.view(attribution) for attribution in annotator]
        tallies.append(tally(golds, views))
        for guess in match(golds, views, Criterion.WHO_WHAT):
            rights[guess] += weight
    verdicts = tuple(Verdict(g.confidence, g.band, right) for g, right in zip(guesses, rights, strict=True))
    return Scored(gold.doc, add_up(tallies, [weight] * len(tallies)), verdicts)


def tally(golds: Sequence[View], guesses: Sequence[View]) -> Tally:
    """The counts per (subset, role or criterion) of one document and one annotator."""
    link = match(golds, guesses, Criterion.OVERLAP)
    direct = [golds[link[j]].direct if j in link else guess.direct for j, guess in enumerate(guesses)]
    counts: Tally = {}
    for subset in SUBSETS:
        some_golds = [gold for gold in golds if _belongs(gold.direct, subset)]
        some_guesses = [guess for guess, flag in zip(guesses, direct, strict=True) if _belongs(flag, subset)]
        for role in ROLES:
            marked, tagged = _union(some_golds, role), _union(some_guesses, role)
            counts[subset, role] = Counts(len(marked & tagged), len(tagged), len(marked))
        for criterion in Criterion:
            right = len(match(some_golds, some_guesses, criterion))
            counts[subset, str(criterion)] = Counts(right, len(some_guesses), len(some_golds))
    return counts


def _belongs(direct: bool, subset: str) -> bool:
    return subset == "all" or direct == (subset == "direct")


def _union(views: Iterable[View], role: str) -> Tokens:
    tokens: Tokens = frozenset()
    return tokens.union(*(getattr(view, role) for view in views))
