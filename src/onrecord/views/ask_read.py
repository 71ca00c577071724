"""How a question in plain words is read: who speaks, by which act, when, and which words it is about."""

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files

from onrecord.clean.dates import parse
from onrecord.ledger import Called
from onrecord.resolve.utterance_read import WORD, stem

_WORDS = tomllib.loads((files(__package__) / "asking_words.toml").read_text("utf-8"))
ASKING = frozenset(_WORDS["asking"].split())
ACTS: Mapping[str, tuple[str, ...]] = {
    w: tuple(acts.split()) for acts, ws in _WORDS["acts"].items() for w in ws.split()
}
MANY = re.compile(r"\bhow (?:many|much|high)\b|\b(?:number|toll|count) of\b|\bdeath toll\b", re.IGNORECASE)
WHO = re.compile(
    r"^\W*(?:who|which (?:\w+ ){0,2}?(?:party|side|actor|outlet|government|person|official)s?)\b", re.IGNORECASE
)
DID = re.compile(r"\b(?:did|does|do|has|have|had|is|are|was|were|will|would|can|could)\s+", re.IGNORECASE)
BY = re.compile(r"\b(?:according to|by|from|told by)\s+", re.IGNORECASE)
MONTH = "january february march april may june july august september october november december"
WHEN = re.compile(
    rf"\b(on|in|since|until|before|after)\s+"
    rf"((?:\d{{1,2}}\s+)?(?:{MONTH.replace(' ', '|')})(?:\s+\d{{1,2}})?(?:,?\s+\d{{4}})?"
    r"|\d{4}(?:-\d{2}(?:-\d{2})?)?)\b",
    re.IGNORECASE,
)
NAMED = re.compile(r"(?<![.?!]\s)(?<!^)\b[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)*")


@dataclass(frozen=True, slots=True)
class Reading:
    """How a question was read: who speaks (ids and names; empty where anybody may), by which acts, when, which words.

    ``stranger`` is a name in the place of the speaker that nobody on record bears. ``figures``: it asks for a number.
    """

    speakers: tuple[str, ...]
    names: tuple[str, ...]
    acts: tuple[str, ...]
    start: str | None
    end: str | None
    words: tuple[str, ...]
    figures: bool
    stranger: str | None = None


def read(question: str, actors: Sequence[Called], years: Sequence[str] = ()) -> Reading:
    """Who is asked about, what, and when; actors go by any of their names, a date without a year by ``years``."""
    when = WHEN.search(question)
    days = _days(when[1], when[2], years) if when else None
    plain = question[: when.start()] + question[when.end() :] if when and days else question
    places = _named(plain, actors)
    speaking = _speaking(plain, places)
    names = [plain[slice(*span)] for span, _ in speaking]
    stranger = None if speaking or WHO.match(plain) else _stranger(plain, places)
    ids = tuple(dict.fromkeys(id for _, ids in speaking for id in ids))
    rest = _without(plain, [span for span, _ in speaking])
    forms = [m[0].lower().replace("’", "'").removesuffix("'s") for m in WORD.finditer(rest)]
    cues = [form for form in forms if form in ACTS]
    acts = ACTS[cues[0]] if cues else ()
    words = tuple(dict.fromkeys(stem(f) for f in forms if f not in ASKING and f not in cues[:1]))
    start, end = days or (None, None)
    return Reading(ids, tuple(names), acts, start, end, words, bool(MANY.search(plain)), stranger)


def _named(question: str, actors: Sequence[Called]) -> list[tuple[tuple[int, int], tuple[str, ...]]]:
    """Where the question names actors, the longest names first taken; several actors may bear one name."""
    bearers: dict[str, list[str]] = {}
    for actor in actors:
        for name in dict.fromkeys((actor.name, *actor.aliases, *_last_names(actor))):
            if len(name) > 2:
                bearers.setdefault(name.casefold(), []).append(actor.id)
    found: list[tuple[tuple[int, int], tuple[str, ...]]] = []
    folded = question.casefold()
    for name in sorted((name for name in bearers if name in folded), key=lambda name: (-len(name), name)):
        for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", folded):
            span = match.span()
            if all(span[1] <= s or e <= span[0] for (s, e), _ in found) and question[span[0]].isupper():
                found.append((span, tuple(bearers[name])))
    return sorted(found)


def _last_names(actor: Called) -> list[str]:
    return [name.split()[-1] for name in (actor.name,) if actor.type == "person" and " " in name]


def _speaking(
    question: str, places: Sequence[tuple[tuple[int, int], tuple[str, ...]]]
) -> list[tuple[tuple[int, int], tuple[str, ...]]]:
    """Those of the names that stand where the speaker of a question stands: after its auxiliary, or after ``by``."""
    if WHO.match(question):
        return []
    starts = [m.end() for m in (*DID.finditer(question), *BY.finditer(question))]
    after = [p for p in places for s in starts if re.fullmatch(r"(?:the\s+|\w+\s+){0,3}", question[s : p[0][0]])]
    return after[:1] or [p for p in places if re.match(r"(?:’s|'s|s’)\s", question[p[0][1] :])][:1]


def _stranger(question: str, places: Sequence[tuple[tuple[int, int], tuple[str, ...]]]) -> str | None:
    """A capitalised name after the auxiliary that nobody on record bears."""
    for match in NAMED.finditer(question):
        taken = any(s < match.end() and match.start() < e for (s, e), _ in places)
        if not taken and any(
            re.fullmatch(r"(?:the\s+|\w+\s+){0,2}", question[m.end() : match.start()]) for m in DID.finditer(question)
        ):
            return match[0]
    return None


def _without(question: str, spans: Iterable[tuple[int, int]]) -> str:
    for start, end in sorted(spans, reverse=True):
        question = f"{question[:start]} {question[end:]}"
    return question


def _days(preposition: str, words: str, years: Sequence[str]) -> tuple[str, str] | None:
    """The days that a date of a question covers; a date without a year is of the latest year that has reports."""
    date = parse(words) or next((found for year in years if (found := parse(f"{words} {year}"))), None)
    if re.fullmatch(r"\d{4}", words):
        first, last = f"{words}-01-01", f"{words}-12-31"
    elif date:
        first, last = date.start[:10], date.end[:10]
    else:
        return None
    match preposition.lower():
        case "since" | "after":
            return first, "9999"
        case "until" | "before":
            return "0000", last
    return first, last
