"""Reads from the words around a figure what it counts, of whom, and on which occasion."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.model.series import Seen
from onrecord.resolve.series_words import (
    AT,
    CALENDAR,
    CHANGED_FROM,
    DEEDS,
    EMPTY,
    EVENT_NOUNS,
    GROUPS,
    NAME,
    OCCASIONS,
    PERSONS,
    TAIL,
    TALLY,
    THINGS,
    TO,
    TOLL,
    UP_FROM,
    VESSEL,
    WORD,
    YEAR,
)

Words = frozenset[str]
CAPITAL, LETTERS = re.compile(r"[A-Z][a-z]+"), re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a figure counts and where its occasion shows.

    ``quantity`` is a deed (``killed``) or the head noun, with the unit. ``vessels`` and ``places`` are names in the
    sentence, ``around`` all names of the sentence and of what stands near, ``lasting`` vessels named anywhere in the
    report. ``years`` are other years than that of publication, ``new`` says that it came on top
    (``12 more``; not ``more than 12``).
    """

    seen: Seen
    quantity: tuple[str, str]
    deed: bool
    group: str
    occasions: Words
    things: Words
    vessels: Words
    places: Words
    around: Words
    lasting: Words
    content: Words
    sentence: Words
    years: Words
    giver: Words
    days: Words
    new: bool


def read(seen: Seen, vessels: Words) -> Reading:
    """What the words around one figure say; ``vessels`` are the names of things and storms in all reports."""
    sentence = f"{seen.before} {seen.after}"
    words = _forms(sentence)
    giver = frozenset(_forms(seen.giver)) - {"the"}
    names = set(names_in(sentence)) - set(names_in(seen.giver))
    deed = _deed(seen)
    return Reading(
        seen=seen,
        quantity=(deed or _head(seen), seen.unit or ""),
        deed=bool(deed),
        group=_group(seen),
        occasions=_occasions(words),
        things=frozenset(words) & THINGS,
        vessels=vessels & frozenset(names),
        places=frozenset(_places(sentence, names)) - vessels,
        around=frozenset(names | set(names_in(seen.near))),
        lasting=frozenset(seen.vessels),
        content=frozenset(w for w in WORD.findall(sentence.lower()) if w not in EMPTY) - giver,
        sentence=frozenset(words),
        years=frozenset(YEAR.findall(sentence)) - {(seen.day or "")[:4]},
        giver=giver,
        days=CALENDAR & set(CAPITAL.findall(sentence)),
        new=seen.counting == "new" and seen.hedge != "more-than",
    )


def follows(former: Seen, later: Seen) -> bool:
    """Whether one sentence gives a figure as what held before another: ``41, up from 19``, ``from 63 to 61``."""
    if former.report != later.report or former.unit != later.unit:
        return False
    if not (TALLY.search(former.before) or _deed(former) or _deed(later)):
        return False
    if later.position > former.position:
        told = CHANGED_FROM.search(former.before) and later.before.startswith(former.before)
        return bool(told and TO.match(later.before[len(former.before) :]))
    return former.before.startswith(later.before) and bool(UP_FROM.search(former.before[len(later.before) :]))


def _deed(seen: Seen) -> str:
    """What became of those counted, by the words for what is counted, behind the number, or by a toll before it."""
    found = [DEEDS[word] for word in _forms(seen.what) if word in DEEDS]
    if found:
        return "killed" if "killed" in found else found[0]
    for tail in (seen.after, seen.after.partition(seen.what)[2] if seen.what else ""):
        word = TAIL.match(tail)
        if word and word[1] in DEEDS and DEEDS[word[1]] != "body":
            return DEEDS[word[1]]
    plain = not seen.unit and (not seen.group or set(_forms(seen.group)) & PERSONS)
    if plain and TOLL.search(seen.before) and not (set(_forms(seen.what)) & (THINGS | {"names", "bodies"})):
        return "killed"
    before = seen.before.rpartition(seen.what)[2] if seen.what else ""
    word = TAIL.match(before) if plain and before else None
    return DEEDS.get(word[1], "") if word and "who" in before else ""


def _head(seen: Seen) -> str:
    """The last noun of what is counted before any preposition, without its plural."""
    words = _forms(seen.what.split(" […] ")[0])
    for at, word in enumerate(words):
        if word in ("of", "in", "on", "at", "for", "to", "from", "with", "who", "that") and at:
            words = words[:at]
            break
    head = words[-1] if words else ""
    return head[:-3] + "y" if head.endswith("ies") else head[:-1] if head.endswith("s") and len(head) > 3 else head


def _group(seen: Seen) -> str:
    """The group that those counted are set apart as; ``its`` own men are their side's; empty for people at large."""
    words = _forms(f"{seen.what} {seen.group}")
    found = next((GROUPS[word] for word in words if word in GROUPS), "")
    return "own" if {"its", "their", "our", "his"} & set(words) and found else found


def _forms(words: str) -> list[str]:
    return LETTERS.findall(words.lower().replace("’s", "").replace("'s", ""))


def _occasions(words: Iterable[str]) -> Words:
    joined = [OCCASIONS[word] for word in words if word in OCCASIONS]
    return frozenset(joined)


def names_in(words: str) -> list[str]:
    """Whatever is written as a name, first words of sentences too; days and months are none."""
    found = (_bare(m[0]) for m in NAME.finditer(words))
    return [name.removeprefix("The ") for name in found if name not in CALENDAR and len(name) > 2]


def _places(sentence: str, names: Iterable[str]) -> list[str]:
    """Names behind ``in`` or ``near``, or before the noun of an event (``the Velday shelling``)."""
    found = []
    for name in names:
        at = sentence.find(name)
        follows = _forms(sentence[at + len(name) : at + len(name) + 20])[:1]
        if AT.search(sentence[max(0, at - 30) : at]) or set(follows) & (EVENT_NOUNS | OCCASIONS.keys()):
            found.append(name)
    return found


def vessels_in(text: str) -> list[str]:
    """Names that a text gives to a ship, a flight or a storm; a word that it writes small as well is no name."""

    def kept(word: str) -> bool:
        return word.isdigit() or not re.search(rf"\b{re.escape(word.lower())}\b", text)

    found = {" ".join(filter(kept, _bare(m[1]).split())) for m in VESSEL.finditer(text)}
    return sorted(name for name in found if len(name) > 2)


def _bare(name: str) -> str:
    return name.removesuffix("’s").removesuffix("'s")
