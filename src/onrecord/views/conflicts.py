"""Which reports cannot both be right, or speak against each other: side by side, with both places and no verdict.

``figures`` that no one day can have both, a ``denial`` beside a charge, one quotation given to two ``speakers``, a
``quotation`` whose words differ, what one actor says with and without a negation (``statements``), and an event that
two reports put on two days (``dates``). Each is a question for a reader: two moments, two counts or two occasions may
explain it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from onrecord.ledger import ActorFilter, StatementFilter, TimeFilter, View
from onrecord.model.identity import entry_id
from onrecord.model.rows import FigureRow, StatementRow
from onrecord.model.span import Span
from onrecord.model.terms import ActorType, RelationKind
from onrecord.model.wording_rows import ConflictRow, SideRow
from onrecord.views import blame, compare, figures
from onrecord.views.conflict_pairs import against_itself, same_words, two_days, worded_alike
from onrecord.views.conflict_tolls import tolls
from onrecord.views.entry import amount
from onrecord.views.statements import joined, speaker_words

BANDS = ("unsure", "likely", "certain")
CHARGES = {RelationKind.ACCUSE.value, RelationKind.BLAME.value}


class ConflictKind(StrEnum):
    """How two reports stand against each other."""

    DATES = "dates"
    DENIAL = "denial"
    FIGURES = "figures"
    QUOTATION = "quotation"
    SPEAKERS = "speakers"
    STATEMENTS = "statements"


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two: its entry (empty where it is only a place), who says it, and the words, cut from its report."""

    entry: str
    report: str
    outlet: str | None
    published: str | None
    who: str
    words: str
    spans: tuple[Span, ...]
    band: str

    @property
    def age(self) -> tuple[str, str, tuple[Span, ...], str]:
        """Older ones first; those without a day last."""
        return (self.published or "~", self.report, self.spans, self.entry)


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two places that stand against each other, the older first, and why they are set side by side."""

    kind: ConflictKind
    a: Side
    b: Side
    reason: str

    @property
    def id(self) -> str:
        """The hash of both places."""
        spans = {"a": self.a.spans, "b": self.b.spans}
        return entry_id(self.a.report, f"conflict {self.kind} {self.b.report}", spans)


def conflicts(view: View, kind: str | None = None, outlet: str | None = None) -> list[Conflict]:
    """The conflicts by kind in the order of the alphabet, each by date; with an outlet, those that it has a side of."""
    found: dict[str, Conflict] = {}
    for one, find in FINDERS.items():
        if kind in (None, one):
            for conflict in find(view):
                if outlet in (None, conflict.a.outlet, conflict.b.outlet):
                    found.setdefault(conflict.id, conflict)
    return sorted(found.values(), key=lambda c: (c.kind, c.a.age, c.b.age))


def lines(view: View, found: Iterable[Conflict]) -> Iterator[ConflictRow]:
    """Every conflict as programs read it; report, origin, outlet, spans are of the older side, band is the weaker."""
    origins = {row["id"]: row["origin"] for row in view.reports()}
    for one in found:
        yield {
            "id": one.id,
            "kind": one.kind.value,
            "report": one.a.report,
            "origin": origins.get(one.a.report),
            "outlet": one.a.outlet,
            "band": min(one.a.band, one.b.band, key=BANDS.index),
            "reason": one.reason,
            "a": _side(one.a, origins),
            "b": _side(one.b, origins),
            "spans": {"a": [list(span) for span in one.a.spans]},
        }


def _side(side: Side, origins: Mapping[str, str]) -> SideRow:
    return {
        "entry": side.entry or None,
        "report": side.report,
        "origin": origins.get(side.report),
        "outlet": side.outlet,
        "published": side.published,
        "who": side.who,
        "words": side.words,
        "spans": [list(span) for span in side.spans],
        "band": side.band,
    }


def _pair(kind: ConflictKind, one: Side, other: Side, reason: str) -> Conflict:
    a, b = sorted((one, other), key=lambda side: side.age)
    return Conflict(kind, a, b, reason)


def _said(row: StatementRow) -> Side:
    spans = tuple(Span(*span) for span in row["content"])
    words = joined(row["content_text"])
    return Side(
        row["id"], row["report"], row["outlet"], row["published"], speaker_words(row), words, spans, row["band"]
    )


def _figures(view: View) -> Iterator[Conflict]:
    answer = figures.found(view)
    for shown in answer.shown:
        rows = {row["id"]: row for row in shown.rows}
        for a, b, reason in shown.series.discrepancies:
            yield _pair(ConflictKind.FIGURES, _counted(rows[a]), _counted(rows[b]), reason)
    stories = [frozenset(m["report"] for m in row["members"]) for row in view.utterances() if row["reports"] > 1]
    for one, other, deed in tolls(answer.shown, answer.alone, stories):
        reason = f"two numbers of {deed} in reports of one story; on one occasion or two is for a reader to see"
        yield _pair(ConflictKind.FIGURES, _counted(one), _counted(other), reason)


def _counted(row: FigureRow) -> Side:
    return Side(
        row["id"], row["report"], row["outlet"], row["published"], row["giver"] or "the outlet",
        " ".join(filter(None, (amount(row), row["what"]))), tuple(Span(*s) for s in row["spans"]["number"]),
        row["band"],
    )  # fmt: skip


def _denials(view: View) -> Iterator[Conflict]:
    for edge in blame.found(view).edges:
        if edge.kind not in CHARGES:
            continue
        row, place = edge.rows[0], edge.places[0]
        spans = tuple(Span(*span) for role in ("cue", "target", "matter") for span in row["spans"].get(role, ()))
        charge = Side(
            row["id"], row["report"], row["outlet"], row["published"], edge.source, place.sentence,
            tuple(sorted(set(spans))), row["band"],
        )  # fmt: skip
        for one in edge.denials:
            if one.report == row["report"] and any(one.span.overlaps(span) for span in spans):
                continue
            denial = Side(
                one.entry, one.report, one.outlet, one.published, one.speaker, one.words, (one.span,), "likely"
            )
            yield Conflict(ConflictKind.DENIAL, charge, denial, f"{blame.clause(edge)}; {one.reason}")


def _speakers(view: View) -> Iterator[Conflict]:
    bodies = {row["id"] for row in view.actors(ActorFilter()) if row["type"] != ActorType.PERSON}
    for a, b, count in same_words(view.statements(StatementFilter()), bodies):
        yield _pair(
            ConflictKind.SPEAKERS,
            _said(a),
            _said(b),
            f"{count} quoted words are the same, and two are said to have said them",
        )


def _quotations(view: View) -> Iterator[Conflict]:
    for one in compare.compared(view, compare.Choice(altered=True)):
        rows = {version.row["statement"]: version.row for version in one.versions}
        for version in one.versions:
            for change in version.row["changes"]:
                other = rows.get(change["than"])
                if other is None or worded_alike(version.row["words"], other["words"]):
                    continue
                who = one.row["actor_name"] or joined(version.row["source_text"])
                sides = [
                    Side(r["statement"], r["report"], r["outlet"], r["published"], who, r["words"],
                         tuple(Span(*s) for s in r["spans"]["content"]), r["band"])
                    for r in (version.row, other)
                ]  # fmt: skip
                yield _pair(ConflictKind.QUOTATION, sides[0], sides[1], "words inside quotation marks differ")


def _statements(view: View) -> Iterator[Conflict]:
    for a, b in against_itself(view.statements(StatementFilter())):
        reason = "one actor says it with a negation and without"
        yield _pair(ConflictKind.STATEMENTS, _said(a), _said(b), reason)


def _dates(view: View) -> Iterator[Conflict]:
    texts: dict[str, str] = {}
    rows = list(view.times(TimeFilter(dated=True, dates_saying=False)))
    for a, b in two_days(rows):
        sides = []
        for row in (a, b):
            text = texts.setdefault(row["report"], view.text(row["report"]))
            spans = tuple(sorted(Span(*s) for role in ("event", "time") for s in row["spans"].get(role, ())))
            words = " … ".join(span.cut(text) for span in spans)
            who = f"{row['start']}" if row["start"] == row["end"] else f"{row['start']} to {row['end']}"
            sides.append(
                Side(row["id"], row["report"], row["outlet"], row["published"], who, words, spans, row["band"])
            )
        yield _pair(ConflictKind.DATES, sides[0], sides[1], f"the same words are put on {a['start']} and {b['start']}")


FINDERS: dict[str, Callable[[View], Iterator[Conflict]]] = {
    ConflictKind.DATES.value: _dates,
    ConflictKind.DENIAL.value: _denials,
    ConflictKind.FIGURES.value: _figures,
    ConflictKind.QUOTATION.value: _quotations,
    ConflictKind.SPEAKERS.value: _speakers,
    ConflictKind.STATEMENTS.value: _statements,
}
