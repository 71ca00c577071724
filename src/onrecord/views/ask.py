"""A question in plain words, answered by entries on record or not at all: no word of an answer is made up.

A question is read for who speaks, by which act, when, and which words it is about. What answers it must be said by
them, then, and hold nearly all of the words that matter, each weighed by how rare it is on record; otherwise the answer
is that it is not on record, with the reason.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from math import log

from onrecord.clean.dates import parse
from onrecord.ledger import FigureFilter, SearchFilter, StatementFilter, View
from onrecord.model.rows import ActorRow, FigureRow, StatementRow
from onrecord.model.span import Span, cut
from onrecord.resolve.utterance_read import WORD, stem
from onrecord.views.entry import amount
from onrecord.views.sentences import sentence

_WORDS = tomllib.loads((files(__package__) / "asking_words.toml").read_text("utf-8"))
ASKING = frozenset(_WORDS["asking"].split())
ACTS: Mapping[str, tuple[str, ...]] = {
    w: tuple(acts.split()) for acts, ws in _WORDS["acts"].items() for w in ws.split()
}
ENOUGH = 0.66
"""So much of the weight of a question's words must stand in an answer."""
AROUND = 0.6
"""What a word counts that stands in the same sentence outside of what is said, or in the title of its report."""
MOST = 300
"""So many statements are looked at for each word where nobody is named who speaks."""
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


@dataclass(frozen=True, slots=True)
class Hit:
    """One entry that answers: its row, the exact words, and how much of the question it holds (0..1)."""

    kind: str
    row: StatementRow | FigureRow
    exact: tuple[str, ...]
    sentence: str
    score: float


@dataclass(frozen=True, slots=True)
class Answer:
    """The entries that answer a question, the best first; empty, with the reason, where it is not on record."""

    question: str
    reading: Reading
    hits: tuple[Hit, ...]
    reason: str

    @property
    def on_record(self) -> bool:
        """Whether anything answers."""
        return bool(self.hits)


def ask(view: View, question: str, limit: int = 10) -> Answer:
    """What is on record for a question, at most ``limit`` entries."""
    with view.snapshot():
        actors = view.actors()
        years = sorted({(row["published"]["start"] or "")[:4] for row in view.reports()} - {""}, reverse=True)
        reading = read(question, actors, years)
        if reading.stranger:
            return Answer(question, reading, (), f"nobody on record is called {reading.stranger!r}")
        weights = _weights(view, reading.words)
        found = _figures(view, reading, weights) if reading.figures else _statements(view, reading, weights)
        hits = sorted(found, key=lambda hit: (-round(hit.score, 2), hit.row["published"] or "~", hit.row["id"]))
    enough = tuple(hit for hit in hits if hit.score >= ENOUGH)[:limit]
    return Answer(question, reading, enough, "" if enough else _why_not(reading, hits))


def read(question: str, actors: Sequence[ActorRow], years: Sequence[str] = ()) -> Reading:
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


def as_text(answer: Answer) -> str:
    """The answer for a terminal: every line of it is cut from a report."""
    lines = [_understood(answer.reading)]
    if not answer.hits:
        return "\n".join([*lines, "", f"Not on record: {answer.reason}."])
    for hit in answer.hits:
        row = hit.row
        who = (
            f"{row['speaker'] or ' '.join(row['source_text']) or 'no speaker found'}, {row['act']}"
            if "act" in row
            else amount(row)
        )  # type: ignore[arg-type]
        place = f"{row['outlet'] or 'outlet not known'} · {row['published'] or 'date not known'}"
        lines += ["", f"{place} · {who} · {hit.kind} {row['id']}"]
        lines.append("  " + " […] ".join(" ".join(words.split()) for words in hit.exact))
    return "\n".join(lines)


def line(hit: Hit) -> dict[str, object]:
    """One entry of an answer as programs read it."""
    row = hit.row
    spans = {"content": row["content"]} if "content" in row else row["spans"]  # type: ignore[typeddict-item]
    return {
        "id": row["id"],
        "kind": hit.kind,
        "report": row["report"],
        "origin": row["origin"],
        "outlet": row["outlet"],
        "published": row["published"],
        "band": row["band"],
        "score": round(hit.score, 2),
        "exact": list(hit.exact),
        "spans": spans,
        "entry": row,
    }


def _statements(view: View, reading: Reading, weights: Mapping[str, float]) -> Iterator[Hit]:
    texts: dict[str, str] = {}
    for row in _candidates(view, reading):
        if not _in_time(row, reading) or (reading.acts and not _acts(row, reading.acts)):
            continue
        text = texts.setdefault(row["report"], view.text(row["report"]))
        spans = [Span(*pair) for pair in row["content"]]
        inside = " ".join(cut(text, spans))
        near = sentence(text, Span(spans[0].start, spans[-1].end))
        around = f"{near.cut(text)} {text[: text.find(chr(10))][:200]}"
        yield Hit("statement", row, cut(text, spans), near.cut(text).strip(), _score(weights, inside, around))


def _figures(view: View, reading: Reading, weights: Mapping[str, float]) -> Iterator[Hit]:
    texts: dict[str, str] = {}
    named = {actor["id"]: actor for id in reading.speakers for actor in view.actors() if actor["id"] == id}
    names = {name.casefold() for actor in named.values() for name in (actor["name"], *actor["aliases"])}
    for row in view.figures(FigureFilter(ordinal=False, implied=False)):
        if not _in_time(row, reading) or (names and (row["giver"] or "").casefold() not in names):
            continue
        text = texts.setdefault(row["report"], view.text(row["report"]))
        span = Span(*row["spans"]["number"][0])
        near = sentence(text, span)
        counted = " ".join(str(row[role]) for role in ("what", "group", "place", "unit") if row[role])  # type: ignore[literal-required]
        yield Hit(
            "figure", row, (span.cut(text),), near.cut(text).strip(), _score(weights, counted, near.cut(text), 0.5)
        )


def _candidates(view: View, reading: Reading) -> Iterable[StatementRow]:
    if reading.speakers:
        return (row for id in reading.speakers for row in view.statements(StatementFilter(actor=id)))
    if reading.acts:
        return (row for act in reading.acts for row in view.statements(StatementFilter(act=act)))
    found: dict[str, StatementRow] = {}
    for word in reading.words:
        for match in view.search(f"{word}*", SearchFilter(), MOST).matches:
            found |= {row["id"]: row for row in view.statements(StatementFilter(report=match.report))}
    return found.values()


def _acts(row: StatementRow, acts: Sequence[str]) -> bool:
    """Whether what a row does is one of the acts asked for; what is said not to be so is none."""
    return row["act"] in acts and not row["negated"]


def _in_time(row: StatementRow | FigureRow, reading: Reading) -> bool:
    """Whether it was said or printed on a day that was asked for."""
    if reading.start is None or reading.end is None:
        return True
    days = [(row["published"], row["published"])]
    if "said" in row:
        days.append((row["said"]["start"], row["said"]["end"]))
    return any(a and b and a[:10] <= reading.end and reading.start <= b[:10] for a, b in days)


def _score(weights: Mapping[str, float], inside: str, around: str, least: float = AROUND) -> float:
    """How much of the question's weight stands inside, or around where a word counts less; 1 for no words at all."""
    if not weights:
        return 1.0
    held, near = _stems(inside), _stems(around)
    got = sum(weight * (1.0 if word in held else least if word in near else 0.0) for word, weight in weights.items())
    return got / sum(weights.values())


def _stems(words: str) -> frozenset[str]:
    return frozenset(stem(m[0].lower().replace("’", "'").removesuffix("'s")) for m in WORD.finditer(words))


def _weights(view: View, words: Iterable[str]) -> dict[str, float]:
    """How much each word says: the fewer reports hold it, the more; one that none holds says most."""
    reports = max(1, view.info().reports)
    return {w: log(1 + (reports + 1) / (view.search(f"{w}*", SearchFilter(), 1).reports + 0.5)) for w in words}


def _named(question: str, actors: Sequence[ActorRow]) -> list[tuple[tuple[int, int], tuple[str, ...]]]:
    """Where the question names actors, the longest names first taken; several actors may bear one name."""
    bearers: dict[str, list[str]] = {}
    for actor in actors:
        for name in dict.fromkeys((actor["name"], *actor["aliases"], *_last_names(actor))):
            if len(name) > 2:
                bearers.setdefault(name.casefold(), []).append(actor["id"])
    found: list[tuple[tuple[int, int], tuple[str, ...]]] = []
    folded = question.casefold()
    for name in sorted(bearers, key=lambda name: (-len(name), name)):
        for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", folded):
            span = match.span()
            if all(span[1] <= s or e <= span[0] for (s, e), _ in found) and question[span[0]].isupper():
                found.append((span, tuple(bearers[name])))
    return sorted(found)


def _last_names(actor: ActorRow) -> list[str]:
    return [name.split()[-1] for name in (actor["name"],) if actor["type"] == "person" and " " in name]


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


def _understood(reading: Reading) -> str:
    said = [", ".join(reading.names) or "anybody"]
    said += [f"acts: {', '.join(reading.acts)}"] if reading.acts else []
    said += [f"{reading.start} to {reading.end}"] if reading.start else []
    said += ["figures"] if reading.figures else []
    return f"Read as: {'; '.join(said)}; words: {', '.join(reading.words) or 'none'}"


def _why_not(reading: Reading, hits: Sequence[Hit]) -> str:
    who = ", ".join(reading.names)
    if not hits:
        said = f"no {'figure' if reading.figures else 'statement'}" + (f" by {who}" if who else "")
        said += f" that would {reading.acts[0]}" if reading.acts else ""
        return said + (f" from {reading.start} to {reading.end}" if reading.start else "")
    return f"nothing{f' by {who}' if who else ''} holds enough of its words"
