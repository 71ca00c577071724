"""What happened, is planned, alleged or denied, and when, by the words of which reports?"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.ledger import View
from onrecord.ledger.filters import TimeFilter
from onrecord.model.copies import Printed, independent
from onrecord.model.rows import TimeRow
from onrecord.model.span import Span
from onrecord.views.charts import Event, Spec, timeline
from onrecord.views.reports import counted_texts
from onrecord.views.sentences import sentence

SHARED = 0.5  # of the longer one's words: below it two lines of one day are two events
WORD = re.compile(r"\w+")
EMPTY = {
    "the", "a", "an", "of", "to", "in", "on", "at", "by", "for", "and", "or", "with", "from", "that", "his", "her",
    "its", "their", "was", "were", "is", "are", "has", "had", "be", "been",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Dated:
    """One dated event as one or several reports have it: its days, the words for it, and every entry behind it.

    ``start`` and ``end`` are ISO days, both included. ``known`` says how: the report's own words and what they were
    counted from. ``label`` is cut from the first report; ``rows`` are all entries, oldest report first.
    ``texts`` counts the reports of one text once.
    """

    id: str
    start: str
    end: str
    happening: str
    known: str
    label: str
    exact: str
    outlets: tuple[str, ...]
    rows: tuple[TimeRow, ...]
    texts: int


def events(view: View, which: TimeFilter = TimeFilter(dated=True, dates_saying=False)) -> list[Dated]:  # noqa: B008 (frozen)
    """The dated events in order; entries of one day, kind and wording are one line, as many as reports have it."""
    asked, which = which.happening, replace(which, happening=None)
    dated = [row for row in view.times(which) if row["start"] and row["event"] and row["type"] in ("DATE", "TIME")]
    rows = [row for row in dated if row["zone"] != "caption" and asked in (None, _happening(row))]
    texts = {report: view.text(report) for report in {row["report"] for row in rows}}
    places = {row["id"]: _sentence(texts[row["report"]], row) for row in rows}
    by_day: dict[tuple[str, str, str], list[TimeRow]] = defaultdict(list)
    for row in sorted(rows, key=lambda r: (r["published"] or "~", r["report"], r["spans"]["time"])):
        by_day[(*_days(row), _happening(row))].append(row)
    groups = [group for day in by_day.values() for group in _same(day, places)]
    printed = view.printed()
    found = [_dated(group, places[group[0]["id"]].cut(texts[group[0]["report"]]).strip(), printed) for group in groups]
    return sorted(found, key=lambda d: (d.start, d.end, d.label, d.id))


def picture(found: Sequence[Dated], title: str = "Timeline") -> Spec:
    """The timeline as a Vega-Lite specification."""
    marks = [Event(d.start, d.end, f"{_short(d.label)} ({_support(d)})", d.happening, d.id) for d in found]
    return timeline(marks, title)


def timeline_js(found: Iterable[Dated], title: str = "Timeline") -> dict[str, object]:
    """The timeline in the JSON of TimelineJS 3; what is uncertain stands in ``display_date``."""
    return {
        "title": {"text": {"headline": title}},
        "events": [
            {
                "unique_id": d.id,
                "start_date": _parts(d.start),
                "end_date": _parts(d.end),
                "display_date": f"{days(d)} ({d.known}; {d.happening})",
                "text": {"headline": _short(d.exact), "text": f"{d.label}\n{_support(d)}"},
                "group": d.happening,
            }
            for d in found
        ],
    }


def days(dated: Dated) -> str:
    """The day, or the range of days."""
    return dated.start if dated.start == dated.end else f"{dated.start} to {dated.end}"


def line(dated: Dated) -> Mapping[str, object]:
    """One event as programs read it."""
    first = dated.rows[0]
    return {
        "id": dated.id,
        "report": first["report"],
        "origin": first["origin"],
        "outlet": first["outlet"],
        "band": first["band"],
        "start": dated.start,
        "end": dated.end,
        "happening": dated.happening,
        "known": dated.known,
        "exact": dated.exact,
        "event": first["event"],
        "sentence": dated.label,
        "outlets": list(dated.outlets),
        "reports": sorted({row["report"] for row in dated.rows}),
        "texts": dated.texts,
        "entries": [row["id"] for row in dated.rows],
        "spans": first["spans"],
    }


def _dated(rows: Sequence[TimeRow], label: str, printed: Mapping[str, Collection[Printed]]) -> Dated:
    first = rows[0]
    start, end = _days(first)
    return Dated(
        id=first["id"],
        start=start,
        end=end,
        happening=_happening(first),
        known=_known(first),
        label=label,
        exact=str(first["event"]),
        outlets=tuple(sorted({row["outlet"] or "outlet not known" for row in rows})),
        rows=tuple(rows),
        texts=independent((row["report"] for row in rows), printed),
    )


def _days(row: TimeRow) -> tuple[str, str]:
    """The first and last day of what the entry dates: what holds since a day holds up to the day of the report."""
    start, end = str(row["start"]), str(row["end"] or row["start"])
    if row["bound"] == "since":
        return start, max(end, str(row["published"] or "")[:10])
    return start, end


def _happening(row: TimeRow) -> str:
    """How the report puts it; where its grammar does not say, what was to come when it was printed is planned."""
    ahead = bool(row["published"]) and str(row["start"]) > str(row["published"])[:10]
    return row["happening"] or ("planned" if ahead else "happened")


def _known(row: TimeRow) -> str:
    """How the date is known: its words, and what they were counted from."""
    anchors = {"published": ", counted from the day of publication", "said": ", counted from the day it was said"}
    anchors["mentioned"] = ", counted from a date just mentioned"
    words = f"{row['bound']} {row['exact']}" if row["bound"] else row["exact"]
    return f"“{words}”{anchors.get(row['anchor'], '')}"


def _same(rows: Sequence[TimeRow], places: Mapping[str, Span]) -> Iterator[list[TimeRow]]:
    """The rows of one day in groups: of one sentence, or of one wording.

    A row joins the first group whose first row stands in the same sentence of the same report, or is like it in words.
    """
    groups: list[list[TimeRow]] = []
    for row in rows:
        words, place = _words(row), (row["report"], places[row["id"]])
        fitting = (
            g for g in groups if _alike(words, _words(g[0])) or place in [(r["report"], places[r["id"]]) for r in g]
        )
        group = next(fitting, None)
        if group is None:
            groups.append([row])
        else:
            group.append(row)
    yield from groups


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) >= SHARED * max(len(one), len(other), 1) and len(one & other) > min(1, len(one) - 1)


def _words(row: TimeRow) -> frozenset[str]:
    return frozenset(w for w in WORD.findall(str(row["event"]).lower()) if w not in EMPTY)


def _sentence(text: str, row: TimeRow) -> Span:
    """The sentence that the entry stands in."""
    spans = [Span(*pair) for pairs in row["spans"].values() for pair in pairs]
    return sentence(text, Span(min(s.start for s in spans), max(s.end for s in spans)))


def _support(dated: Dated) -> str:
    reports = len({row["report"] for row in dated.rows})
    return f"{', '.join(dated.outlets)}; {counted_texts(reports, dated.texts)}"


def _short(words: str, width: int = 90) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= width else flat[: width - 1] + "…"


def _parts(day: str) -> dict[str, str]:
    return dict(zip(("year", "month", "day"), day.split("-"), strict=False))
