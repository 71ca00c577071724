"""Count how often each cue in each frame is an attribution: ``python -m training.cue_counts POLNEAR_TRAIN``.

Writes ``src/onrecord/analyse/cue_counts.csv``: facts about words, no text of the corpus. A cue counts as an
attribution where the proposed content and source match one that is annotated (content Jaccard at least one half,
sources share a token); cues inside the content of another attribution are left out, since the corpus does not
annotate them. Articles whose name hashes to a multiple of five are held back for error rounds, unless ``--all``.
"""

import csv
import hashlib
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from evaluation.corpora import polnear
from evaluation.scoring.matching import Criterion
from evaluation.scoring.tokens import Attribution, TokenText
from onrecord.analyse.cues import Lexicon, lexicon
from onrecord.analyse.direct import quoted
from onrecord.analyse.passages import passages
from onrecord.analyse.proposals import Proposal, proposals
from onrecord.analyse.quotations import left_open, quotations
from onrecord.analyse.signs import signs
from onrecord.analyse.spans import chars
from onrecord.analyse.text import report_of
from onrecord.engine.parse import Parse, parse

HEADER = ("kind", "lemma", "frame", "hits", "seen")


class Judged(NamedTuple):
    """A proposed cue, what speaks for and against it, and whether it is annotated."""

    kind: str
    lemma: str
    key: str
    signs: tuple[str, ...]
    hit: bool


def rows(counted: Iterable[Judged]) -> list[tuple[str, str, str, int, int]]:
    """Counts by word and frame, by word, and by frame, of what was judged."""
    seen: Counter[tuple[str, str, str]] = Counter()
    hits: Counter[tuple[str, str, str]] = Counter()
    for kind, lemma, frame, _, hit in counted:
        for key in ((kind, lemma, frame), (kind, lemma, "*"), (kind, "*", frame)):
            seen[key] += 1
            hits[key] += hit
    kept = [key for key in seen if hits[key] or seen[key] >= 4 or key[1] == "*"]
    return [(*key, hits[key], seen[key]) for key in sorted(kept)]


def judged(text: str, annotators: tuple[tuple[Attribution, ...], ...]) -> Iterator[Judged]:
    """Every proposal of one article, with whether it is annotated."""
    tokens = TokenText(text)
    golds = [[tokens.view(a) for a in one] for one in annotators]
    for grammar, proposal in proposed(text):
        frame = proposal.frame
        source, content = chars(text, grammar, frame.source), chars(text, grammar, frame.content)
        view = tokens.view(Attribution(source, chars(text, grammar, frame.cue), content))
        hit = any(Criterion.WHO_WHAT.admits(gold, view) for one in golds for gold in one)
        cue = tokens.cover([grammar.span_of(frame.head, frame.head)])
        nested = all(any(cue <= g.content and g.content != view.content for g in one) for one in golds)
        if hit or not nested:
            told = tuple(signs(grammar, frame, proposal.home, lexicon()))
            yield Judged(frame.kind, frame.lemma, frame.key, told, hit)


def proposed(text: str) -> Iterator[tuple[Parse, Proposal]]:
    """What grammar proposes for a text, unweighed."""
    unread = Lexicon({}, {}, {})
    still_open = False
    for grammar in parse(text, [p.span for p in passages(report_of(text))]):
        found = quotations(text, grammar.span, still_open)
        still_open = left_open(found, grammar.span)
        for proposal in proposals(grammar, quoted(grammar, found), unread):
            yield grammar, proposal


def held_back(name: str) -> bool:
    """Whether an article is kept for error rounds."""
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % 5 == 0


def articles(data: Path, everything: bool) -> Iterator[Judged]:
    """Every proposal of the articles that may be learned from."""
    names = [name for name in polnear.names(data) if everything or not held_back(name)]
    for gold in polnear.golds(data, names):
        yield from judged(gold.text, gold.annotators)


def write(name: str, table: Iterable[Sequence[object]]) -> None:
    """Write one of the lexicon's tables."""
    target = Path(__file__).parent.parent / "src/onrecord/analyse" / name
    with target.open("w", newline="", encoding="utf-8") as handle:
        csv.writer(handle, lineterminator="\n").writerows(table)


if __name__ == "__main__":
    write("cue_counts.csv", [HEADER, *rows(articles(Path(sys.argv[1]), "--all" in sys.argv))])
