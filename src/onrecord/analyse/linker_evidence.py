"""What speaks for and against a draft: the numbers that its confidence is computed from."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import log, log1p

from onrecord.analyse.linker_contents import runs_of
from onrecord.analyse.linker_cues import Cue, Roles
from onrecord.engine.tagger_lattice import Lattice
from onrecord.engine.tagger_words import OUTSIDE

NAMES = (
    "cue.sure", "cue.own", "cue.tag", "cue.words", "cue.rivals", "votes", "votes.share", "content.pull",
    "content.low", "content.tag", "content.other", "content.words", "content.runs", "content.start", "content.spill",
    "content.before", "quoted", "quoted.edges", "source.sure", "source.second", "source.none", "source.tag",
    "source.words", "source.far", "source.first", "content.far", "content.first", "taken", "taken.sure", "headline",
    "cross.paragraph", "content.split",
)  # fmt: skip


def logit(p: float) -> float:
    """Log odds, kept finite."""
    p = min(max(p, 1e-3), 1 - 1e-3)
    return log(p / (1 - p))


def mean(values: list[float], empty: float = 0.0) -> float:
    """Arithmetic mean."""
    return sum(values) / len(values) if values else empty


@dataclass(frozen=True, slots=True)
class Parts:
    """What a draft is made of: source and content in words, what the cue claims and points at, and who rivals it.

    ``rivals`` holds sureness and number of common words of each other cue that claims some of the content.
    """

    source: tuple[int, ...]
    content: tuple[int, ...]
    claim: dict[int, float]
    pointed: dict[int, float]
    rivals: Sequence[tuple[float, int]]


def evidence_of(lattice: Lattice, roles: Roles, cue: Cue, parts: Parts) -> dict[str, float]:
    """All numbers of ``NAMES`` for one draft."""
    source, content, claim = parts.source, parts.content, parts.claim
    words, n, inside = lattice.words, len(lattice.words), set(content)
    pulls = sorted(claim.get(w, 0.0) for w in content)
    runs = runs_of(inside)
    edges = [w for a, b in runs for w in (a - 1, b) if 0 <= w < n]
    spill = [claim.get(b, 0.0) for _, b in runs if b < n]
    before = [claim.get(a - 1, 0.0) for a, _ in runs if a > 0]
    starts = [float(lattice.tags[a, 5]) for a, _ in runs]
    splits = [float(lattice.tags[w, 5]) for a, b in runs for w in range(a + 1, b)]
    weighed = [(common / max(1, len(inside)) * sure, common / max(1, len(inside))) for sure, common in parts.rivals]
    taken_sure, taken = max(weighed, default=(0.0, 0.0))
    ranked = sorted((p for at, p in parts.pointed.items() if at >= 0), reverse=True)
    nearest = min((abs(w - cue.head) for w in (content[:1] + content[-1:])), default=0)
    votes = sum(float(lattice.votes[h]) for h in cue.heads)
    quoted = mean([float(words.quote[w] != OUTSIDE) for w in content])
    return {
        "cue.sure": logit(cue.sure),
        "cue.own": logit(lattice.heads[cue.head].get(cue.head, 0.0)),
        "cue.tag": logit(roles.cue[cue.head]),
        "cue.words": float(len(cue.words)),
        "cue.rivals": float(len(cue.heads)),
        "votes": log1p(votes),
        "votes.share": votes / (len(content) + len(cue.words)),
        "content.pull": logit(mean(pulls)),
        "content.low": logit(pulls[len(pulls) // 10] if pulls else 0.0),
        "content.tag": logit(mean([roles.content[w] for w in content])),
        "content.other": mean([roles.cue[w] + roles.source[w] for w in content]),
        "content.words": log1p(len(content)),
        "content.runs": float(len(runs)),
        "content.start": mean(starts),
        "content.spill": max(spill, default=0.0),
        "content.before": max(before, default=0.0),
        "quoted": quoted,
        "quoted.edges": mean([float(words.quote[w] != OUTSIDE) for w in edges]),
        "source.sure": ranked[0] if ranked else 0.0,
        "source.second": ranked[1] if len(ranked) > 1 else 0.0,
        "source.none": parts.pointed.get(-1, 0.0),
        "source.tag": mean([roles.source[w] for w in source]),
        "source.words": log1p(len(source)),
        "source.far": log1p(abs(source[0] - cue.head)) if source else 0.0,
        "source.first": float(bool(source) and source[0] < cue.head),
        "content.far": log1p(nearest),
        "content.first": float(bool(content) and content[0] < cue.head),
        "taken": taken,
        "taken.sure": taken_sure,
        "headline": float(words.paragraph[cue.head] == 0),
        "cross.paragraph": float(bool(content) and words.paragraph[content[0]] != words.paragraph[content[-1]]),
        "content.split": max(splits, default=0.0),
    }
