"""The rules by which the statements of a story in layers are scored; the same as those of ``score_stories.py``.

Content Jaccard of at least one half makes two statements comparable; the closest are matched first. Gold that is
marked borderline is optional: unmatched it costs nothing, and a prediction matched to it is left out. Speaker, act
and layers are judged over matched statements; figures and blame have rules of their own. What stands across
articles has rules of its own (``utterances``).

The scripts count a parent as right where none is given and the gold's own was not matched.
``parent`` does as they do; ``parent given`` asks that one is given, and is the figure to hold a floor against.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from evaluation.scoring.attributions import SUBSETS
from evaluation.scoring.blame import score as score_blame
from evaluation.scoring.counts import Counts, Tally
from evaluation.scoring.figures import score as score_figures
from evaluation.scoring.matching import Criterion, match_closest
from evaluation.scoring.names import Names, plain
from evaluation.scoring.tokens import Attribution, TokenText, View
from onrecord.model.terms import Band

Row = Mapping[str, Any]
PRONOUNS = frozenset({"he", "she", "they", "it", "who", "i", "we", "him", "her", "his", "their", "its", "them"})
MATCHED = (Criterion.OVERLAP, Criterion.WHO_WHAT)


class Judgement(NamedTuple):
    """One gold statement of one article and what became of it; ``labels`` are the layers that were right."""

    doc: str
    gold: Row
    found: bool
    labels: frozenset[str]


class _Article:
    """The gold and predicted statements of one article, and how they are matched."""

    def __init__(self, text: TokenText, golds: Sequence[Row], guesses: Sequence[Row]) -> None:
        self.text, self.golds, self.guesses = text, golds, guesses
        self.gold_views = [text.view(Attribution.read(row)) for row in golds]
        self.guess_views = [text.view(Attribution.read(row)) for row in guesses]
        self.links = {c: match_closest(self.gold_views, self.guess_views, c) for c in MATCHED}

    def pairs(self) -> Iterable[tuple[Row, Row]]:
        """The matched gold and predicted rows."""
        return ((self.golds[i], self.guesses[j]) for j, i in self.links[Criterion.OVERLAP].items())


def score(gold: Row, guess: Row, texts: Mapping[str, str]) -> tuple[dict[str, Tally], list[Judgement]]:
    """The counts per (measure, kind) of each article of one story, and a judgement on each gold statement.

    Accuracies have as many predicted as gold: the number judged.
    """
    tallies: dict[str, Tally] = {}
    names, said = Names(gold, texts), _predicted_names(guess, texts)
    judgements: list[Judgement] = []
    for doc, text in texts.items():
        counts: defaultdict[tuple[str, str], Counts] = defaultdict(Counts)
        rows = guess.get("docs", {}).get(doc, {})
        article = _Article(TokenText(text), gold["docs"][doc]["statements"], rows.get("statements", []))
        figures = gold["docs"][doc].get("figures", [])
        for key, value in score_figures(article.text, names, figures, rows.get("figures", []), said):
            counts[key] = counts[key].plus(value)
        if gold.get("blame"):
            key, value = score_blame(doc, gold["blame"], guess.get("blame", []), names, said)
            counts[key] = counts[key].plus(value)
        for key, value in _found(article):
            counts[key] = counts[key].plus(value)
        numbers = {gold_row["id"]: guess_row["id"] for gold_row, guess_row in article.pairs()}
        labels: dict[str, set[str]] = defaultdict(set)
        for gold_row, guess_row in article.pairs():
            name = said.get(str(guess_row.get("speaker")))
            judged = [
                *_speaker(article.text, names, gold_row, guess_row, name),
                *_layers(article.text, gold_row, guess_row),
            ]
            judged += _parent(gold_row, guess_row, numbers)
            for key, value in judged:
                counts[key] = counts[key].plus(value)
                if value.right:
                    labels[gold_row["id"]].add(key[0])
        strict = set(article.links[Criterion.WHO_WHAT].values())
        for i, row in enumerate(article.golds):
            judgements.append(Judgement(doc, row, i in strict, frozenset(labels[row["id"]])))
        tallies[doc] = dict(counts)
    return tallies, judgements


def matched(gold: Row, guess: Row, texts: Mapping[str, str]) -> dict[str, str]:
    """The gold's id of every predicted statement that is matched to one."""
    found: dict[str, str] = {}
    for doc, text in texts.items():
        rows = guess.get("docs", {}).get(doc, {}).get("statements", [])
        article = _Article(TokenText(text), gold["docs"][doc]["statements"], rows)
        found |= {str(guessed["id"]): str(row["id"]) for row, guessed in article.pairs()}
    return found


def _found(article: _Article) -> Iterable[tuple[tuple[str, str], Counts]]:
    loose = article.links[Criterion.OVERLAP]
    for criterion, link in article.links.items():
        free = {j for j, i in link.items() if article.golds[i].get("borderline")}
        sides = [_direct(view, j, article.gold_views, loose) for j, view in enumerate(article.guess_views)]
        for kind in SUBSETS:
            right = [i for j, i in link.items() if j not in free and _of(article.gold_views[i].direct, kind)]
            predicted = [j for j, direct in enumerate(sides) if j not in free and _of(direct, kind)]
            asked = [
                row
                for view, row in zip(article.gold_views, article.golds, strict=True)
                if not row.get("borderline") and _of(view.direct, kind)
            ]
            yield (str(criterion), kind), Counts(len(right), len(predicted), len(asked))


def _direct(view: View, number: int, golds: Sequence[View], link: Mapping[int, int]) -> bool:
    return golds[link[number]].direct if number in link else view.direct


def _of(direct: bool, kind: str) -> bool:
    return kind == "all" or direct == (kind == "direct")


def _speaker(
    text: TokenText, names: Names, gold: Row, guess: Row, name: str | None
) -> Iterable[tuple[tuple[str, str], Counts]]:
    if not gold.get("speaker"):
        return
    right, known = names.right(gold["speaker"], name), bool(name)
    for kind in ("all", _source_kind(text, names, gold)):
        yield ("speaker right of resolved", kind), Counts(right, known, known)
        yield ("speaker resolved", kind), Counts(known, 1, 1)
    if known and guess.get("named") and guess.get("band") == Band.CERTAIN:
        yield ("speaker wrong of certain", "all"), Counts(not right, 1, 1)


def _source_kind(text: TokenText, names: Names, gold: Row) -> str:
    cut = [text.text[start:end] for start, end in gold["source"]]
    words = {word for piece in cut for word in piece.lower().split()}
    if words & PRONOUNS and len(words) < 3:
        return "pronoun"
    return "full name" if plain(names.full[gold["speaker"]]) in plain(" ".join(cut)) else "other"


def _layers(text: TokenText, gold: Row, guess: Row) -> Iterable[tuple[tuple[str, str], Counts]]:
    yield ("act", "accuracy"), Counts(gold.get("act") == guess.get("act"), 1, 1)
    yield ("mode", "accuracy"), Counts(gold.get("mode") == guess.get("mode"), 1, 1)
    negated = bool(gold.get("negated")), bool(guess.get("negated"))
    yield ("negated", "F1"), Counts(all(negated), negated[1], negated[0])
    for layer in ("addressee", "channel"):
        touch = bool(text.cover(_spans(gold.get(layer))) & text.cover(_spans(guess.get(layer))))
        yield (layer, "F1"), Counts(touch, bool(guess.get(layer)), bool(gold.get(layer)))
    asked, given = gold.get("nameless"), guess.get("nameless")
    yield ("nameless", "F1"), Counts(bool(asked) and asked == given, bool(given), bool(asked))


def _parent(gold: Row, guess: Row, numbers: Mapping[str, str]) -> Iterable[tuple[tuple[str, str], Counts]]:
    asked, given = gold.get("parent"), guess.get("parent")
    right = bool(asked) and numbers.get(str(asked)) == given
    yield ("parent", "F1"), Counts(right, bool(given), bool(asked))
    yield ("parent given", "F1"), Counts(right and bool(given), bool(given), bool(asked))


def _predicted_names(guess: Row, texts: Mapping[str, str]) -> dict[str, str]:
    """The name of every predicted actor; cut from its first form where the name was left out."""
    names = {}
    for actor in guess.get("actors", []):
        forms = [texts[str(doc)][start:end] for doc, start, end in actor.get("forms", [])]
        names[str(actor["id"])] = actor.get("name") or next(iter(forms), "")
    return names


def _spans(value: Any) -> list[list[int]]:
    if not value:
        return []
    return list(value) if isinstance(value[0], list) else [value]
