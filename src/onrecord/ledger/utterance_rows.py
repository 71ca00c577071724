"""Utterances and proposals of them as rows, with the words of every report cut from its text."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from sqlite3 import Row
from typing import Any

from onrecord.model.actor_rows import LinkRow
from onrecord.model.copies import Printed, independent
from onrecord.model.rows import StatementRow
from onrecord.model.utterance_rows import ChangeRow, UtteranceMemberRow, UtteranceProposalRow, UtteranceRow

LIKELY = 0.8
"""From this score on a join is likely; below it is unsure. None is certain."""
GAP = " […] "
OPENING, CLOSING = "“‘\"'([", "”’\"')].,!?…"


@dataclass(frozen=True, slots=True)
class Told:
    """What utterances are shown with: their statements, the texts of the reports, and which of those are copies."""

    rows: Mapping[str, StatementRow]
    texts: Mapping[str, str]
    printed: Mapping[str, tuple[Printed, ...]]

    def cut(self, statement: str, start: int | None, end: int | None) -> str:
        """The words of a statement's report between two places; nothing where there are none."""
        return "" if start is None else self.texts[self.rows[statement]["report"]][start:end]


def utterance_row(head: Row, parts: Mapping[str, Sequence[Mapping[str, Any]]], told: Told) -> UtteranceRow:
    """One utterance."""
    changes: dict[str, list[ChangeRow]] = {}
    for row in parts["changes"]:
        changes.setdefault(row["statement"], []).append(_change(row, told))
    members = [_member(row, changes.get(row["statement"], []), told) for row in parts["members"]]
    first = members[0]
    reports = dict.fromkeys(one["report"] for one in members)
    scores = [link["score"] for link in parts["links"]]
    return UtteranceRow(
        id=head["id"],
        report=first["report"],
        origin=first["origin"],
        outlet=first["outlet"],
        published=first["published"],
        band="likely" if min(scores, default=0) >= LIKELY else "unsure",
        spans=first["spans"],
        actor=head["actor"] or None,
        actor_name=head["actor_name"],
        words=first["words"],
        renderings=[one["rendering"] for one in members],
        outlets=list(dict.fromkeys(one["outlet"] or "outlet not known" for one in members)),
        reports=len(reports),
        texts=independent(reports, told.printed),
        members=members,
        links=[_link(link) for link in parts["links"]],
    )


def _link(row: Mapping[str, Any]) -> LinkRow:
    return LinkRow(a=row["a"], b=row["b"], score=row["score"], reason=row["reason"], machine=bool(row["machine"]))


def proposal_row(row: Row, told: Told, names: Mapping[str, str]) -> UtteranceProposalRow:
    """One pair that may be one utterance."""
    one, other = told.rows[row["a"]], told.rows[row["b"]]
    actor = one["actor"] or other["actor"] or row["actor"]
    return UtteranceProposalRow(
        id=f"{row['a']}-{row['b']}",
        report=one["report"],
        origin=one["origin"],
        band="likely" if row["score"] >= LIKELY else "unsure",
        spans={"content": one["content"]},
        kind="utterance",
        actor=actor,
        actor_name=names.get(actor),
        a=row["a"],
        b=row["b"],
        a_outlet=one["outlet"],
        b_outlet=other["outlet"],
        a_words=GAP.join(one["content_text"]),
        b_words=GAP.join(other["content_text"]),
        score=row["score"],
        reason=row["reason"],
    )


def _member(row: Mapping[str, Any], changes: list[ChangeRow], told: Told) -> UtteranceMemberRow:
    said = told.rows[row["statement"]]
    point = _point(told.texts[said["report"]], said["content"], row["start"], row["end"])
    words = GAP.join(told.cut(row["statement"], a, b) for a, b in point)
    return UtteranceMemberRow(
        statement=row["statement"],
        report=said["report"],
        origin=said["origin"],
        outlet=said["outlet"],
        published=said["published"],
        said=said["said"],
        actor=said["actor"],
        speaker=said["speaker"],
        rendering=row["rendering"],
        rendering_reason=row["reason"],
        words=words,
        source_text=said["source_text"],
        cue_text=said["cue_text"],
        zone=said["zone"],
        mode=said["mode"],
        act=said["act"],
        negated=said["negated"],
        relayed=row["relayed"],
        translated=row["translated"],
        copy_group=next((one.group for one in told.printed.get(said["report"], ()) if one.main), None),
        confidence=said["confidence"],
        band=said["band"],
        status=said["status"],
        changes=changes,
        spans={"source": said["source"], "cue": said["cue"], "content": said["content"], "point": point},
    )


def _point(text: str, content: Sequence[Sequence[int]], start: int, end: int) -> list[list[int]]:
    """The content from the first to the last word of a point, with the marks that stand beside them."""
    point = []
    for first, last in content:
        a, b = max(first, start), min(last, end)
        while first < a and text[a - 1] in OPENING:
            a -= 1
        while b < last and text[b] in CLOSING:
            b += 1
        if a < b:
            point.append([a, b])
    return point


def _change(row: Mapping[str, Any], told: Told) -> ChangeRow:
    return ChangeRow(
        span=None if row["start"] is None else [row["start"], row["end"]],
        words=told.cut(row["statement"], row["start"], row["end"]),
        than=row["than"],
        than_span=None if row["than_start"] is None else [row["than_start"], row["than_end"]],
        than_words=told.cut(row["than"], row["than_start"], row["than_end"]),
    )
