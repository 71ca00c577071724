"""From rows of the ledger to the rows that other programs read."""

import json
from collections import defaultdict
from collections.abc import Sequence
from sqlite3 import Row

from onrecord.model.report import DateValue
from onrecord.model.rows import DoubtRow, Pair, PublishedRow, ReportRow, StatementRow
from onrecord.model.said import Saying, said
from onrecord.model.terms import DateMethod

GAP = " […] "
"""Stands between two slices of one role where a row gives its words as one string."""


class Words:
    """The spans and words of one entry, role by role, from the JSON array of its rows of ``spans``."""

    def __init__(self, spans: str) -> None:
        self.pairs: defaultdict[str, list[Pair]] = defaultdict(list)
        self.words: defaultdict[str, list[str]] = defaultdict(list)
        for role, start, end, exact in json.loads(spans):
            self.pairs[role].append([start, end])
            self.words[role].append(exact)

    def spans(self, *roles: str) -> dict[str, list[Pair]]:
        """The spans of these roles; an empty list where there are none."""
        return {role: self.pairs[role] for role in roles}

    def joined(self, role: str) -> str | None:
        """The words of a role as one string; None where it has none."""
        return GAP.join(self.words[role]) or None


def report_row(row: Row) -> ReportRow:
    """One row of ``reports``."""
    return ReportRow(
        id=row["id"],
        capture=row["capture"],
        text=row["text_id"],
        origin=row["origin"],
        outlet=row["outlet"],
        title=row["title"],
        byline=row["byline"],
        agency=row["agency"],
        url=row["url"],
        published={
            "start": row["published_start"],
            "end": row["published_end"],
            "method": row["published_method"],
            "confidence": row["published_confidence"],
        },
        genre=row["genre"],
        genre_reason=row["genre_reason"],
        zones=[{"kind": kind, "start": start, "end": end} for kind, start, end in json.loads(row["zones"])],
        characters=row["characters"],
        statements=row["statements"],
        copy_group=row["copy_group"],
        notes=json.loads(row["notes"]),
    )


def statement_row(row: Row, sayings: Sequence[Saying] = ()) -> StatementRow:
    """One row of ``statements``; ``sayings`` are the times of its report that date what was said in it."""
    of = Words(row["spans"])
    pairs, words = of.pairs, of.words
    when = said(row["id"], row["speaker"], min(pairs["cue"] + pairs["content"])[0], sayings, _published(row))
    return StatementRow(
        id=row["id"],
        report=row["report"],
        origin=row["origin"],
        outlet=row["outlet"],
        published=row["published"],
        said={**_date(when.date), "reason": when.reason},
        zone=row["zone"],
        source=pairs["source"],
        cue=pairs["cue"],
        content=pairs["content"],
        source_text=words["source"],
        cue_text=words["cue"],
        content_text=words["content"],
        speaker=row["speaker"],
        actor=row["actor"],
        speaker_evidence=pairs["evidence"],
        mode=row["mode"],
        act=row["act"],
        negated=bool(row["negated"]),
        addressee=pairs["addressee"] or None,
        addressee_text=words["addressee"] or None,
        channel=pairs["channel"] or None,
        channel_text=words["channel"] or None,
        nameless=row["nameless"],
        parent=row["parent"],
        speaker_chain=row["chain"],
        confidence=row["confidence"],
        band=row["band"],
        status=row["status"],
        reason=row["reason"],
        rule=row["rule"],
        analyser=row["analyser"],
    )


def _published(row: Row) -> DateValue:
    method = DateMethod(row["published_method"])
    return DateValue(row["published"], row["published_end"], method, row["published_confidence"])


def _date(value: DateValue) -> PublishedRow:
    start, end, method, confidence = value
    return {"start": start, "end": end, "method": method.value, "confidence": confidence}


def doubt_row(row: Row, text: str) -> DoubtRow:
    """One row of ``doubts``; its words are cut from the text of its report."""
    return DoubtRow(
        id=row["id"],
        report=row["report"],
        origin=row["origin"],
        outlet=row["outlet"],
        span=[row["start"], row["end"]],
        exact=text[row["start"] : row["end"]],
        disposition=row["disposition"],
        rule=row["rule"],
        reason=row["reason"],
    )
