"""Copy groups on piles made of real articles: what was copied is known, for it was copied here.

From every story one article is an agency's text. It is printed again whole, under another headline, cut, with words and
sentences edited, and inside a longer story, of which it is 25 to 40 %: its end is left out where it is longer than so,
and where less than 60 % of it would be left there is no such story. Beside these stand texts that are no copies: the
other outlets' own reports of the same event, the text as a form filled in anew (every name and number another), and two
articles of different stories that quote one long speech. ``made`` is the whole recipe; nothing of it is kept on disk.
"""

import hashlib
import json
import random
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from evaluation.corpora import seesaw
from evaluation.outcome import Mark, Number, Options, Outcome, Predictions, sample
from onrecord.clean import clean
from onrecord.model.copies import CopyPair
from onrecord.model.report import Capture
from onrecord.resolve.copies import places
from onrecord.resolve.copies_verdict import compared, likely
from onrecord.resolve.copies_words import Body, body
from onrecord.settings import Limits

SHARED = {frozenset(pair) for pair in (("084-1", "084-2"), ("046-1", "046-2"), ("116-0", "116-1"))}
"""Articles of the corpus that print one agency's text themselves, as reading them showed; nothing is asked of these."""


Article = tuple[str, list[str]]
PLAIN = str.maketrans("", "", '“”"')


class Item(NamedTuple):
    """One report of a pile: its headline and sentences, and of which text it is a copy (``origin``, ``also``), how."""

    key: str
    origin: str
    how: str
    title: str
    sentences: tuple[str, ...]
    also: str = ""

    @property
    def text(self) -> str:
        """The report as an outlet would send it."""
        return "\n".join((self.title, "", *self.sentences, ""))


def predict(data: Path, options: Options) -> Predictions:
    """For every report of the pile the group it is listed under, and all groups it is in."""
    items = pile(data, options.sample)
    bodies = {item.key: read(item.text) for item in items}
    found: dict[str, list[tuple[str, bool]]] = defaultdict(list)
    for place in places(_pairs(bodies)):
        found[place.text].append((place.group, place.main))
    return {key: {"groups": [g for g, _ in some], "main": next(g for g, m in some if m)} for key, some in found.items()}


def write(predictions: Predictions) -> str:
    """One object: each report that is in a group, with its groups."""
    return json.dumps(predictions, indent=1, sort_keys=True) + "\n"


def score(data: Path, predictions: Predictions, options: Options) -> Outcome:
    """Pairs of reports that print one text and are in one group, and groups in which two different texts are joined."""
    items = {item.key: item for item in pile(data, options.sample)}
    same = {pair for pair in combinations(sorted(items), 2) if items[pair[0]].origin == items[pair[1]].origin}
    main = {key: row["main"] for key, row in predictions.items()}
    joined = {pair for pair in combinations(sorted(main), 2) if main[pair[0]] == main[pair[1]]}
    joined -= {(a, b) for a, b in joined if frozenset((items[a].origin, items[b].origin)) in SHARED}
    right, wrong = joined & same, joined - same
    precision, recall = len(right) / max(1, len(joined)), len(right) / max(1, len(same))
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    numbers = [
        Number("grouping P", 100 * precision, note=f"{len(right)} of {len(joined)} pairs"),
        Number("grouping R", 100 * recall, note=f"{len(right)} of {len(same)} pairs"),
        Number("grouping F1", 100 * f1),
        Number("different texts joined", float(len(_mixed(main, items))), note="groups"),
    ]
    for how in sorted({item.how for item in items.values()} - {"whole", "own", "form", "speech", "host", "both"}):
        of = [(a, b) for a, b in same if {items[a].how, items[b].how} == {how, "whole"}]
        numbers.append(Number(f"{how} found", 100 * len(right & set(of)) / max(1, len(of)), note=f"of {len(of)}"))
    both = [item for item in items.values() if item.also]
    listed = sum(main.get(item.also, "-") in predictions.get(item.key, {}).get("groups", ()) for item in both)
    numbers.append(
        Number("both texts known", 100 * listed / max(1, len(both)), note=f"{listed} of {len(both)} stories")
    )
    remarks = (f"{len(items)} reports, {len({item.origin for item in items.values()})} texts",)
    return Outcome(tuple(numbers), frozenset(map(_mark, right)), frozenset(map(_mark, wrong)), remarks)


def read(text: str) -> Body:
    """The words of a plain text that copying is judged on, through the real cleaning."""
    report = clean(Capture(text.encode("utf-8"), "text/plain", "a.txt", encoding="utf-8"), Limits())
    return body(report.text, report.zones)


def pile(data: Path, size: int | None) -> list[Item]:
    """The whole pile: stories of a fixed sample, each with its copies and what is no copy."""
    names = sample(seesaw.names(data), size)
    articles = {name: [_article(text) for text in seesaw.texts(data, name).values()] for name in names}
    pairs = list(zip(names[::2], names[1::2], strict=False))
    return [item for number, (name, other) in enumerate(pairs) for item in made(name, articles, other, number % 2 == 0)]


def made(name: str, articles: Mapping[str, Sequence[Article]], other: str, collected: bool) -> Iterator[Item]:
    """The reports of one story; the longer story around its text, and the speech, are of another story (``other``).

    Where the story around it is ``collected`` too, two different texts stand in one: that one is a copy of both.
    """
    chance = random.Random(hashlib.sha256(name.encode()).hexdigest())
    own = articles[name]
    first = f"{name}-0"
    title, sentences = own[0]
    yield Item(first, first, "whole", title, tuple(sentences))
    for number in (1, 2):
        yield Item(f"{name}-{number}", f"{name}-{number}", "own", own[number][0], tuple(own[number][1]))
    yield Item(f"{name}-exact", first, "exact", title, tuple(sentences))
    yield Item(f"{name}-headed", first, "headed", own[1][0], (f"HADREL (Wire) - {sentences[0]}", *sentences[1:]))
    keep = max(1, round(len(sentences) * chance.uniform(0.35, 0.8)))
    yield Item(f"{name}-cut", first, "cut", title, tuple(sentences[:keep]))
    yield Item(f"{name}-edited", first, "edited", own[2][0], tuple(edited(sentences, chance)))
    number = max(range(3), key=lambda n: _words(articles[other][n][1]))
    around, (heading, host) = chance.uniform(0.25, 0.4), articles[other][number]
    inner = edited(sentences, chance, words=0.08)
    while _words(inner) > around / (1 - around) * _words(host) and len(inner) > 3:
        inner = inner[:-1]
    at = chance.randrange(len(host) + 1)
    longer = (*host[:at], *inner, *host[at:])
    if _words(inner) < 0.6 * _words(sentences):
        pass
    elif collected:
        yield Item(f"{other}-{number}", f"{other}-{number}", "host", heading, tuple(host))
        yield Item(f"{name}-both", f"{other}-{number}", "both", heading, longer, first)
    else:
        yield Item(f"{name}-inside", first, "inside", heading, longer)
    yield Item(f"{name}-form", f"{name}-form", "form", *_anew(title, sentences))
    spoken, quoting = ((number + 1) % 3, (number + 2) % 3)
    speech = [f"“{sentence.translate(PLAIN)}" for sentence in articles[other][spoken][1][:8]]
    said = ("The speaker addressed the hall.", *speech[:-1], f"{speech[-1]}”")
    yield Item(f"{name}-speech", f"{name}-1", "speech", own[1][0], (*own[1][1], *said))
    heading, sentences = articles[other][quoting]
    yield Item(f"{other}-speech", f"{other}-{quoting}", "speech", heading, (*sentences, *said))


def edited(sentences: Sequence[str], chance: random.Random, words: float = 0.12) -> list[str]:
    """The sentences as a desk edits them: one in ten left out, two turned round, words put for others or left out."""
    kept = [s for s in sentences if len(sentences) < 5 or chance.random() > 0.1] or list(sentences)
    if len(kept) > 4:
        at = chance.randrange(1, len(kept) - 2)
        kept[at], kept[at + 1] = kept[at + 1], kept[at]
    return [_edited(sentence, chance, words) for sentence in kept]


def _edited(sentence: str, chance: random.Random, share: float) -> str:
    found: list[str] = []
    for word in sentence.split():
        draw = chance.random()
        if draw < share and word.islower():
            found += [] if draw < share / 3 else ["reportedly", word] if draw < share / 2 else ["other"]
        else:
            found.append(word)
    return " ".join(found)


def _anew(title: str, sentences: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """A form filled in anew: every name and number is another, the words between stay."""
    names: dict[str, str] = {}

    def other(found: re.Match[str]) -> str:
        word = found[0]
        if word[0].isdigit():
            return "".join(str((int(d) + 3) % 10) if d.isdigit() else d for d in word)
        return names.setdefault(word, f"{'BCDFGKLMNPRSTV'[len(names) % 14]}{'aeiou'[len(names) % 5]}rel{len(names)}a")

    pattern = re.compile(r"(?<=[\w,;] )[A-Z][\w’]+|\d[\d.,]*")
    filled = [pattern.sub(other, sentence) for sentence in (title, *sentences)]
    return filled[0], tuple(filled[1:])


def _article(text: str) -> tuple[str, list[str]]:
    title, _, rest = text.partition("\n\n")
    return title, [line for line in rest.splitlines() if line.strip()]


def _words(sentences: Sequence[str]) -> int:
    return sum(len(sentence.split()) for sentence in sentences)


def _pairs(bodies: Mapping[str, Body]) -> Iterator[CopyPair]:
    """Every pair that shares enough fingerprints, compared."""
    holding: dict[int, list[str]] = defaultdict(list)
    for key, one in sorted(bodies.items()):
        for mark in one.marks:
            holding[mark].append(key)
    shared: dict[tuple[str, str], int] = defaultdict(int)
    for keys in holding.values():
        for pair in combinations(keys, 2):
            shared[pair] += 1
    for (a, b), marks in sorted(shared.items()):
        fewer = min(len(bodies[a].marks), len(bodies[b].marks))
        if likely(marks, fewer) and (found := compared(bodies[a], bodies[b])):
            yield CopyPair(a, b, *found)


def _mixed(main: Mapping[str, str], items: Mapping[str, Item]) -> list[set[str]]:
    """The groups that hold whole texts of two origins; a longer story that holds a text is of no other origin."""
    held: dict[str, set[str]] = defaultdict(set)
    for key, group in main.items():
        held[group].add(items[key].origin)
    return [
        some for some in held.values() if any(frozenset(pair) not in SHARED for pair in combinations(sorted(some), 2))
    ]


def _mark(pair: tuple[str, str]) -> Mark:
    return Mark(pair[0], (), f"one text with {pair[1]}")
