"""Which reports print one text, how much of it, and where?"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations

from onrecord.ledger import View
from onrecord.model.copies import Copied, CopyGroup, CopyPair, TextOf
from onrecord.model.rows import ReportRow
from onrecord.resolve.copies_verdict import passages
from onrecord.resolve.copies_words import Body, body
from onrecord.views.reports import counted

HELD = 64
"""Texts that are held while the passages of one group after another are looked up."""
EXCERPT = 300
"""Characters of a shared passage that are shown."""

Placed = Mapping[str, TextOf]
Rows = Mapping[str, ReportRow]


def copy_groups(view: View, report: str | None = None) -> list[CopyGroup]:
    """The copy groups, the largest first, with the pairs that make them; those of one report (whole id) if given."""
    with view.snapshot():
        printed = view.printed()
        wanted = {one.group for one in printed.get(report, ())} if report else None
        members: dict[str, list[str]] = defaultdict(list)
        holders: dict[str, list[str]] = defaultdict(list)
        for one in (one for some in printed.values() for one in some):
            if wanted is None or one.group in wanted:
                members[one.group].append(one.report)
                holders[one.group] += [] if one.whole else [one.report]
        placed = {one.report: one for one in view.copy_texts()}
        pairs = {(pair.a, pair.b): pair for pair in view.copy_pairs()}
        rows = {row["id"]: row for row in view.reports()}
        bodies = lru_cache(HELD)(lambda id: _body(view, id))
        found = [
            CopyGroup(
                id=group,
                reports=tuple(sorted(reports, key=lambda id: _age(placed, id))),
                pairs=tuple(_pairs(sorted(reports, key=lambda id: _age(placed, id)), placed, pairs, bodies)),
                agency=_agency([rows[id] for id in reports]),
                holders=tuple(sorted(holders[group])),
            )
            for group, reports in members.items()
        ]
    return sorted(found, key=lambda group: (-len(group.reports), group.id))


def line(group: CopyGroup, rows: Rows) -> Mapping[str, object]:
    """One group as programs read it; ``report``, ``origin`` and ``spans`` are of its oldest report."""
    first = rows[group.id]
    shared = [span for pair in group.pairs for id, spans in _sides(pair) if id == group.id for span in spans]
    return {
        "id": group.id,
        "report": group.id,
        "origin": first["origin"],
        "outlet": first["outlet"],
        "band": "likely",
        "agency": group.agency,
        "outlets": sorted({rows[id]["outlet"] or "outlet not known" for id in group.reports}),
        "reports": list(group.reports),
        "holders": list(group.holders),
        "pairs": [_pair_line(pair) for pair in group.pairs],
        "spans": {"shared": sorted({tuple(span): list(span) for span in shared}.values())},
    }


def listing(group: CopyGroup, rows: Rows) -> Iterator[Mapping[str, object]]:
    """One line for each report of a group, as people read it: what it has of the text, and of whom."""
    for id in group.reports:
        row = rows[id]
        yield {
            "group": group.id,
            "report": id,
            "date": (row["published"]["start"] or "")[:10],
            "outlet": row["outlet"] or "outlet not known",
            "agency": row["agency"] or row["byline"] or "",
            "title": row["title"] or row["origin"],
            "how": _how(group, id, rows),
        }


def as_text(group: CopyGroup, rows: Rows, text: Callable[[str], str]) -> str:
    """One group for a terminal, with the longest passage of every pair."""
    agency = f", agency: {group.agency}" if group.agency else ""
    lines = [f"{counted(len(group.reports), 'report')} of one text{agency} · {group.id}"]
    for one in listing(group, rows):
        lines.append(f"  {one['report']}  {one['date'] or 'date not known'}  {one['outlet']}: {one['how']}")
    for pair in group.pairs:
        lines += ["", f"  {_name(pair.a, rows)} and {_name(pair.b, rows)}: {pair.reason}"]
        if pair.spans_a:
            words = " ".join(pair.spans_a[0].cut(text(pair.a)).split())
            lines.append(f"    “{words[:EXCERPT]}{'…' * (len(words) > EXCERPT)}”")
    return "\n".join(lines)


def _how(group: CopyGroup, id: str, rows: Rows) -> str:
    """What a report has of the text of its group, held against the oldest or against what it shares most with."""
    if id == group.id:
        return "the oldest"
    own = [pair for pair in group.pairs if id in (pair.a, pair.b)]
    best = max(own, key=lambda pair: (group.id in (pair.a, pair.b), pair.words, pair.a, pair.b), default=None)
    if best is None:
        return "shares text with another of these"
    mine, theirs = (best.part_a, best.part_b) if id == best.a else (best.part_b, best.part_a)
    other = _name(best.b if id == best.a else best.a, rows)
    if best.kind == "exact":
        return f"word for word as in {other}"
    if best.kind == "near":
        return f"{mine:.0%} of it as in {other}"
    if best.kind == "passage":
        return f"shares passages with {other}: {mine:.0%} of it"
    return (
        f"stands within {other}, which it is {theirs:.0%} of" if mine > theirs else f"holds {other}: {mine:.0%} of it"
    )


def _name(id: str, rows: Rows) -> str:
    return f"{rows[id]['outlet'] or 'outlet not known'} ({id[:6]})"


def _sides(pair: Copied) -> tuple[tuple[str, Sequence[Sequence[int]]], ...]:
    return (pair.a, pair.spans_a), (pair.b, pair.spans_b)


def _pair_line(pair: Copied) -> Mapping[str, object]:
    spans = {"spans_a": [list(s) for s in pair.spans_a], "spans_b": [list(s) for s in pair.spans_b]}
    return {**pair._asdict(), **spans}


def _pairs(
    reports: Sequence[str], placed: Placed, pairs: Mapping[tuple[str, str], CopyPair], bodies: Callable[[str], Body]
) -> Iterator[Copied]:
    """The pairs of a group: of several reports with just the same words only the oldest is held against the others."""
    oldest: dict[str, str] = {}
    for id in reports:
        text = placed[id].text
        if text in oldest:
            spans = passages(bodies(oldest[text]), bodies(id))
            words = placed[id].words
            yield Copied(
                oldest[text], id, "exact", 1.0, 1.0, words, "the same words from the first to the last", *spans
            )
        else:
            oldest[text] = id
    for one, other in combinations(sorted(oldest), 2):
        if pair := pairs.get((one, other)):
            a, b = oldest[one], oldest[other]
            spans = passages(bodies(a), bodies(b))
            yield Copied(a, b, pair.kind, pair.part_a, pair.part_b, pair.words, pair.reason, *spans)


def _agency(rows: Sequence[ReportRow]) -> str | None:
    """The agency that most of these reports name."""
    named = Counter(row["agency"] for row in rows if row["agency"])
    return min(named, key=lambda name: (-named[name], name), default=None)


def _age(placed: Placed, id: str) -> tuple[str, str]:
    return placed[id].published or "~", id


def _body(view: View, id: str) -> Body:
    read = view.report(id)
    return body(read.text, read.zones)
