"""Two parties change places in a text: the swapped text, the way back to the first one's offsets, and what differs."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from typing import Any, NamedTuple

from evaluation.corpora.parties import WORD, Forms, Pair
from onrecord.engine.parse import parse
from onrecord.model.analysis import Analysis
from onrecord.model.span import Span

KINDS = ("statements", "mentions", "figures", "times", "relations", "doubts")
ROLES = ("source", "cue", "content", "span")
LOST = -1
ATTRIBUTIVE = ("amod", "compound", "nmod")
NAMED = re.compile(r" ([A-Z]\w+) ([A-Z]\w+)\b")
ARTICLE = re.compile(r"\b([Aa])n? $")


class Edit(NamedTuple):
    """Characters ``start:end`` of the first text that the swapped one writes as ``words``."""

    start: int
    end: int
    words: str


class Swapped:
    """A text with two parties in each other's place."""

    def __init__(self, text: str, pair: Pair) -> None:
        self.edits = sorted(set(_edits(text, pair)))
        pieces, at, shift = [], 0, 0
        self._places: list[tuple[int, int, int, int]] = []
        for start, end, words in self.edits:
            pieces += [text[at:start], words]
            self._places.append((start + shift, start + shift + len(words), start, end))
            at, shift = end, shift + len(words) - (end - start)
        self.text = "".join([*pieces, text[at:]])

    def back(self, position: int) -> int:
        """Where a place in the swapped text lies in the first one; ``LOST`` inside a name."""
        shift = 0
        for start, end, old_start, old_end in self._places:
            if position < start:
                break
            if position <= end:
                return old_end if position == end else old_start if position == start else LOST
            shift = old_end - end
        return position + shift


class Difference(NamedTuple):
    """An entry that changed: which fields, and where the two stand (offsets of the first text; None: not there)."""

    kind: str
    fields: tuple[str, ...]
    before: dict[str, Any] | None
    after: dict[str, Any] | None


def entries(analysis: Analysis, pair: Pair, swapped: Swapped | None) -> dict[str, list[dict[str, Any]]]:
    """Every entry field by field, as it is compared.

    Offsets are those of the first text, ids the roles of the entry they stand for, and a party's name, in whatever
    form, is the party's number.
    """
    party = renamed(pair, turned=swapped is not None)
    found = {kind: getattr(analysis, kind, ()) for kind in KINDS}
    holders = {one.id: one for kind in KINDS for one in found[kind] if hasattr(one, "id")}

    def plain(value: Any) -> Any:
        if isinstance(value, Span):
            return [swapped.back(at) for at in value] if swapped else list(value)
        if isinstance(value, str):
            return plain(_roles(holders[value])) if value in holders else party(str(value))
        if isinstance(value, tuple):
            return [plain(one) for one in value]
        return value

    return {kind: [{n: plain(v) for n, v in _named(one) if n != "report"} for one in found[kind]] for kind in KINDS}


def compared(before: Sequence[dict[str, Any]], after: Sequence[dict[str, Any]], kind: str) -> list[Difference]:
    """What is not in both; two that point at the same words are one difference."""
    first, second = ([(repr(one), one) for one in side] for side in (before, after))
    same = Counter(key for key, _ in first) & Counter(key for key, _ in second)
    left, right = _without(first, same), _without(second, same)
    found = []
    for one in left:
        other = next((o for alike in (_roles_equal, _near) for o in right if alike(one, o)), None)
        if other is not None:
            right.remove(other)
            found.append(Difference(kind, tuple(n for n in one if one[n] != other.get(n)), one, other))
        else:
            found.append(Difference(kind, ("gone",), one, None))
    return [*found, *(Difference(kind, ("new",), None, one) for one in right)]


def _named(one: Any) -> Iterator[tuple[str, Any]]:
    names = [f.name for f in fields(one)] if is_dataclass(one) else list(one._fields)
    return ((name, getattr(one, name)) for name in names)


def _roles(one: Any) -> tuple[Any, ...]:
    return tuple(getattr(one, role) for role in ROLES if hasattr(one, role))


def _roles_equal(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    return all(one.get(role) == other.get(role) for role in ROLES)


def _near(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether two entries share a cue, or a content where neither has a cue."""
    return any(one.get(role) and one.get(role) == other.get(role) for role in ("cue", "content", "span"))


def _without(side: list[tuple[str, dict[str, Any]]], same: Counter[str]) -> list[dict[str, Any]]:
    todo, rest = Counter(same), []
    for key, one in side:
        if todo[key]:
            todo[key] -= 1
        else:
            rest.append(one)
    return rest


def renamed(pair: Pair, *, turned: bool) -> Any:
    """What puts the number of a party in the place of its name, in whatever form."""
    parties = (pair.other, pair.one) if turned else (pair.one, pair.other)
    number = {w.lower(): f"#{n} {_part(p)}" for n, forms in enumerate(parties) for p, w in forms.items()}
    pattern = re.compile(rf"\b(?:{'|'.join(sorted(number, key=len, reverse=True))})\b", re.IGNORECASE)
    return lambda words: pattern.sub(lambda found: number[found[0].lower()], words)


def _part(part: str) -> str:
    """What is compared of a form: one party's adjective may be its noun, another's not."""
    return "one" if part == "adjective" else part


def _edits(text: str, pair: Pair) -> Iterator[Edit]:
    attributive: set[int] = set()
    if any(forms.get("one") != forms.get("adjective") for forms in (pair.one, pair.other)):
        attributive = set(_attributive(text, [w for forms in (pair.one, pair.other) for w in forms.values()]))
    for here, there in ((pair.one, pair.other), (pair.other, pair.one)):
        for word in sorted(set(here.values())):
            for found in re.finditer(rf"(?<![\w@#])(?:{word}|{word.upper()})(?!\w)", text):
                new = there[_played(here, word, found.start() in attributive)]
                new = new.upper() if found[0].isupper() and len(word) > 1 and not word.isupper() else new
                yield Edit(*found.span(), new)
                yield from _around(text, found.span(), word, new)


def _played(forms: Forms, word: str, attributive: bool) -> str:
    parts = [part for part, form in forms.items() if form == word]
    return next((p for p in parts if (p == "adjective") == attributive), parts[0])


def _attributive(text: str, words: Sequence[str]) -> Iterator[int]:
    """Where a party's word belongs to a noun behind it that is not somebody's name (``Republican Lena Fisk``)."""
    small = {word for word in WORD.findall(text) if word.islower()}
    lines = [Span(*found.span()) for found in re.finditer(r"[^\n]+", text)]
    for piece in parse(text, lines):
        for token in piece.tokens:
            names = NAMED.match(text, token.end)
            person = names and not any(word.lower() in small for word in names.groups())
            if token.text in words and token.dep in ATTRIBUTIVE and not person:
                yield token.start


def _around(text: str, span: tuple[int, int], old: str, new: str) -> Iterator[Edit]:
    """``a`` or ``an`` before a name, and the ``s`` of its possessor."""
    start, end = span
    article = ARTICLE.search(text, max(0, start - 4), start)
    vowels = old[0] in "AEIO", new[0] in "AEIO"
    if article and vowels[0] != vowels[1] and vowels[0] == (len(article[0]) == 3):
        yield Edit(article.start(), start - 1, article[1] + ("n" if vowels[1] else ""))
    if old[-1] == "s" != new[-1] and re.match(r"['’] [a-z]", text[end : end + 3]):
        yield Edit(end + 1, end + 1, "s")
