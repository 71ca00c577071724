"""The rules by which actors are scored on SEESAW: when one of ours is a name of the gold, and three figures.

**A gold name** is one that annotators list as people or organisation and that is written as a name: each of its
telling words begins with a capital, in the gold or (where the gold is all small) in the articles. Case and a leading
"the" do not count. ``voter``, ``Republican lawmakers`` and ``undocumented immigrants`` are none. It is *main* where an
annotator marked it so, else salient.

**The alias rule.** An actor matches a gold name if one of its aliases

1. has the same telling words (of, the, for, and, Jr., middle initials, and the United States, U.S. or US in front or
   behind left out);
2. ends in the same last word and begins with the same letter, both being two or three words that name no body, and the
   gold has no other name with this last word (``Charles`` and ``Chuck``);
3. is that last word alone, no other gold name of the story ends in it, and no longer alias of the actor ends in it;
4. is its initials (``NRA``);
5. names the people of a party: one word that begins like the first word of ``X Party`` (six letters: ``Republicans``,
   ``Democrats``), or GOP for the Republican Party, which no text spells out.

Nothing that the pipeline uses is used here, so that a wrong merge cannot hide behind it.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

FILLERS = {"of", "the", "for", "and", "in", "on", "jr", "sr", "s"}
FRONT = (("united", "states"), ("us",))
PARTY_LETTERS = {"gop": "republican"}
STEM = 6

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GoldName:
    """One name of a story's gold, the articles that it is listed for, and whether it is one of the main ones."""

    name: str
    docs: frozenset[str]
    main: bool = False

    @property
    def last(self) -> str:
        """The last telling word."""
        return telling(self.name)[-1]


def plain(name: str) -> Words:
    """The words of a name in small letters without accents, dots and apostrophes, and without "the" in front."""
    bare = unicodedata.normalize("NFKD", name.casefold().replace("’", "'").replace("\xa0", " "))
    bare = "".join(c for c in bare if not unicodedata.combining(c))
    words = tuple(re.sub(r"[-/,]", " ", re.sub(r"'s\b|['.\"“”]", "", bare)).split())
    return words[1:] if words[:1] == ("the",) and len(words) > 1 else words


def telling(name: str) -> Words:
    """The words that tell a name: without fillers, and without the United States in front or behind."""
    words = tuple(word for word in plain(name) if word not in FILLERS)
    words = tuple(word for at, word in enumerate(words) if len(word) > 1 or at in (0, len(words) - 1))
    for front in FRONT:
        if len(words) > len(front) and words[: len(front)] == front:
            words = words[len(front) :]
        if len(words) > len(front) and words[-len(front) :] == front:
            words = words[: -len(front)]
    return words or plain(name)


def gold_names(annotations: Mapping[str, Mapping[str, Any]], texts: Mapping[str, str]) -> list[GoldName]:
    """The gold names of a story, by the alphabet."""
    docs: defaultdict[str, set[str]] = defaultdict(set)
    shown: dict[str, str] = {}
    main: set[str] = set()
    for doc, annotation in annotations.items():
        for name, kinds, ranks, *_ in annotation["entity lists"]:
            if {"People", "Organization"} & set(kinds) and _is_name(name, texts.values()):
                key = " ".join(plain(name))
                docs[key].add(doc)
                shown.setdefault(key, name)
                main.update({key} if "Main" in ranks else ())
    return [GoldName(shown[key], frozenset(docs[key]), key in main) for key in sorted(docs)]


def _is_name(name: str, texts: Iterable[str]) -> bool:
    words = [word for word in re.findall(r"[^\s\-/,]+", name) if word.casefold() not in FILLERS]
    if not words:
        return False
    if any(word[0].isupper() for word in words):
        return all(not word[0].isalpha() or word[0].isupper() for word in words)
    return len(words) > 1 and any(all(word.capitalize() in text for word in words) for text in texts)


def occurs(gold: GoldName, texts: Iterable[str]) -> bool:
    """Whether the last word of a gold name occurs in one of the texts."""
    wanted = re.compile(rf"\b{re.escape(gold.last)}\b")
    return any(wanted.search(" ".join(plain(text))) for text in texts)


def matches(aliases: Sequence[str], gold: GoldName, others: Iterable[GoldName]) -> bool:
    """Whether an actor with these aliases is what the gold name names."""
    wanted, rivals = telling(gold.name), {other.last for other in others if other != gold}
    known = [telling(alias) for alias in aliases]
    return any(_same(alias, wanted, known, rivals) for alias in known if alias)


def _same(alias: Words, wanted: Words, known: Sequence[Words], rivals: set[str]) -> bool:
    if sorted(alias) == sorted(wanted):
        return True
    if len(wanted) == 1 or not wanted:
        return False
    if len(alias) > 1:
        like = alias[-1] == wanted[-1] and alias[0][0] == wanted[0][0] and wanted[-1] not in rivals
        return like and not _bodies(alias, wanted)
    if alias[0] == wanted[-1] and alias[0] not in rivals:
        return not any(len(other) > 1 and other[-1] == alias[0] for other in known)
    if alias[0] == "".join(word[0] for word in wanted):
        return True
    if wanted[-1] == "party" and len(wanted) == 2:
        word = PARTY_LETTERS.get(alias[0], alias[0])
        return word[:STEM] == wanted[0][:STEM]
    return False


def _bodies(alias: Words, wanted: Words) -> bool:
    """Whether two names are no person's: a body must have the same words."""
    return len(wanted) > 3 or len(alias) > 3 or any(word in BODY for word in (alias[-1], wanted[-1]))


BODY = {
    "party", "department", "committee", "administration", "court", "commission", "agency", "house", "senate",
    "congress", "union", "association", "council", "office", "service", "campaign", "foundation", "university",
    "times", "post", "democrats", "republicans", "state", "states", "representatives", "government",
}  # fmt: skip


def b_cubed(items: Sequence[tuple[str, str]]) -> tuple[float, float, float]:
    """Precision, recall and F1 of a clustering; each item is its own cluster's and its gold cluster's name."""
    ours: defaultdict[str, set[int]] = defaultdict(set)
    golds: defaultdict[str, set[int]] = defaultdict(set)
    for at, (mine, gold) in enumerate(items):
        ours[mine].add(at)
        golds[gold].add(at)
    if not items:
        return 0.0, 0.0, 0.0
    shared = [len(ours[mine] & golds[gold]) for mine, gold in items]
    precision = sum(n / len(ours[mine]) for n, (mine, _) in zip(shared, items, strict=True)) / len(items)
    recall = sum(n / len(golds[gold]) for n, (_, gold) in zip(shared, items, strict=True)) / len(items)
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0
