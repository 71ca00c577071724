"""A question in plain words, answered by entries on record or not at all: no word of an answer is made up.

A question is read for who speaks, by which act, when, and which words it is about. What answers it must be said by
them, then, and hold nearly all of the words that matter, each weighed by how rare it is on record; otherwise the answer
is that it is not on record, with the reason.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log

from onrecord.ledger import FigureFilter, SearchFilter, StatementFilter, View
from onrecord.model.rows import FigureRow, StatementRow
from onrecord.model.span import Span, cut
from onrecord.resolve.utterance_read import WORD, stem
from onrecord.views.ask_read import Reading, read
from onrecord.views.entry import amount
from onrecord.views.sentences import sentence

ENOUGH = 0.66
"""So much of the weight of a question's words must stand in an answer."""
AROUND = 0.6
"""What a word counts that stands in the same sentence outside of what is said, or in the title of its report."""
MOST = 300
"""So many statements are looked at for each word where nobody is named who speaks."""


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
        actors = view.actors_called()
        years = sorted({(row["published"]["start"] or "")[:4] for row in view.reports()} - {""}, reverse=True)
        reading = read(question, actors, years)
        if reading.stranger:
            return Answer(question, reading, (), f"nobody on record is called {reading.stranger!r}")
        weights = _weights(view, reading.words)
        found = _figures(view, reading, weights) if reading.figures else _statements(view, reading, weights)
        hits = sorted(found, key=lambda hit: (-round(hit.score, 2), hit.row["published"] or "~", hit.row["id"]))
    enough = tuple(hit for hit in hits if hit.score >= ENOUGH)[:limit]
    return Answer(question, reading, enough, "" if enough else _why_not(reading, hits))


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
        )
        place = f"{row['outlet'] or 'outlet not known'} · {row['published'] or 'date not known'}"
        lines += ["", f"{place} · {who} · {hit.kind} {row['id']}"]
        lines.append("  " + " […] ".join(" ".join(words.split()) for words in hit.exact))
    return "\n".join(lines)


def line(hit: Hit) -> dict[str, object]:
    """One entry of an answer as programs read it."""
    row = hit.row
    spans = {"content": row["content"]} if "content" in row else row["spans"]
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
        if row["report"] not in texts:
            texts[row["report"]] = view.text(row["report"])
        text = texts[row["report"]]
        spans = [Span(*pair) for pair in row["content"]]
        inside = " ".join(cut(text, spans))
        if weights and weights.keys().isdisjoint(_stems(inside)):
            yield Hit("statement", row, cut(text, spans), "", 0.0)  # words around it are never enough
            continue
        near = sentence(text, Span(spans[0].start, spans[-1].end))
        around = f"{near.cut(text)} {text[: text.find(chr(10))][:200]}"
        yield Hit("statement", row, cut(text, spans), near.cut(text).strip(), _score(weights, inside, around))


def _figures(view: View, reading: Reading, weights: Mapping[str, float]) -> Iterator[Hit]:
    texts: dict[str, str] = {}
    speakers = view.actors_of(reading.speakers) if reading.speakers else []
    names = {name.casefold() for actor in speakers for name in (actor["name"], *actor["aliases"])}
    for row in view.figures(FigureFilter(ordinal=False, implied=False)):
        if not _in_time(row, reading) or (names and (row["giver"] or "").casefold() not in names):
            continue
        counted = " ".join(str(row[role]) for role in ("what", "group", "place", "unit") if row[role])
        if weights and weights.keys().isdisjoint(_stems(counted)):
            yield Hit("figure", row, (), "", 0.0)  # words around it are never enough
            continue
        if row["report"] not in texts:
            texts[row["report"]] = view.text(row["report"])
        text = texts[row["report"]]
        span = Span(*row["spans"]["number"][0])
        near = sentence(text, span)
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
