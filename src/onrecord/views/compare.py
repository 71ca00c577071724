"""How did each report give what one actor said: whole, cut, in other words, or changed, and who had it first?"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import NamedTuple

from onrecord.ledger import View
from onrecord.model.terms import Mode, Rendering
from onrecord.model.utterance_rows import UtteranceMemberRow, UtteranceProposalRow, UtteranceRow

TOKEN = re.compile(r"\S+")
QUOTING = (Rendering.VERBATIM, Rendering.TRUNCATED, Rendering.ALTERED, Rendering.HEADLINE)
QUOTED = re.compile(r"[“‘\"'].+", re.S)
BROAD = 0.4
"""A version that shares less of its words with the fullest quotation is not set beside it word by word."""


class Piece(NamedTuple):
    """Words of a version beside the fullest quotation; ``kind`` is ``same``, ``here`` (only in it) or ``there``."""

    kind: str
    words: str


@dataclass(frozen=True, slots=True)
class Version:
    """One report's version; ``aligned`` is empty where it quotes nothing or is itself the fullest quotation."""

    row: UtteranceMemberRow
    aligned: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True)
class Compared:
    """One utterance with its versions in order of appearance; ``fullest`` is the statement that quotes most of it.

    The fullest quotation is what the others are set beside, which does not make it the right one.
    """

    row: UtteranceRow
    versions: tuple[Version, ...]
    fullest: str | None


@dataclass(frozen=True, slots=True)
class Choice:
    """Which utterances; ``beginning`` is of an id of one, or of a statement in it.

    ``actor`` is an id or a name of who said it, or whom a version has it from, ``outlet`` one that has a version,
    ``altered`` those with a quotation that differs. Utterances that only one report has are left out unless ``single``
    asks for them.
    """

    beginning: str | None = None
    actor: str | None = None
    outlet: str | None = None
    altered: bool = False
    single: bool = False


def compared(view: View, which: Choice = Choice()) -> list[Compared]:
    """The utterances asked for, the first told first."""
    asked = view.utterance_id(which.beginning) if which.beginning else None
    actor = view.actor_id(which.actor) if which.actor else None
    return [
        beside(row)
        for row in view.utterances()
        if (asked is None or row["id"] == asked)
        and (asked is not None or which.single or row["reports"] > 1)
        and (actor is None or actor in {row["actor"], *(member["actor"] for member in row["members"])})
        and (which.outlet is None or which.outlet in row["outlets"])
        and (not which.altered or Rendering.ALTERED in row["renderings"])
    ]


def proposals(view: View, which: Choice = Choice()) -> list[UtteranceProposalRow]:
    """The pairs of statements that may be one utterance, the likeliest first."""
    actor = view.actor_id(which.actor) if which.actor else None
    return [
        row
        for row in view.utterance_proposals()
        if (actor is None or row["actor"] == actor) and which.outlet in (None, row["a_outlet"], row["b_outlet"])
    ]


def beside(row: UtteranceRow) -> Compared:
    """An utterance with every version that is a quotation set beside the fullest one."""
    quoting = [m for m in row["members"] if m["rendering"] in QUOTING and _quotation(m["words"])]
    full = max(quoting, key=lambda m: len(TOKEN.findall(_quotation(m["words"]))), default=None)
    if full is None:
        return Compared(row, tuple(Version(member) for member in row["members"]), None)
    versions = (
        Version(m, align(m["words"], full["words"]) if m in quoting and m is not full and _direct(m) else ())
        for m in row["members"]
    )
    return Compared(row, tuple(versions), full["statement"])


def _direct(member: UtteranceMemberRow) -> bool:
    """Whether its words are quoted from end to end: what a report tells in its own words is set beside nothing."""
    return member["mode"] == Mode.DIRECT and member["rendering"] != Rendering.HEADLINE


def align(version: str, full: str) -> tuple[Piece, ...]:
    """The words of a version beside those of the fullest quotation; nothing where they share too few."""
    mine, yours = TOKEN.findall(version), TOKEN.findall(full)
    matcher = SequenceMatcher(None, [_plain(word) for word in mine], [_plain(word) for word in yours], autojunk=False)
    codes = matcher.get_opcodes()
    same = sum(b - a for kind, a, b, _, _ in codes if kind == "equal")
    if same < BROAD * min(len(mine), len(yours)):
        return ()
    pieces: list[Piece] = []
    for kind, a, b, c, d in codes:
        if kind == "equal":
            pieces.append(Piece("same", " ".join(mine[a:b])))
            continue
        if c < d:
            pieces.append(Piece("there", " ".join(yours[c:d])))
        if a < b:
            pieces.append(Piece("here", " ".join(mine[a:b])))
    return tuple(pieces)


def marked(pieces: Iterable[Piece]) -> str:
    """The words with marks that need no colour: ``[-only there-]`` and ``{+only here+}``, as ``wdiff`` writes them."""
    marks = {"same": "{}", "there": "[-{}-]", "here": "{{+{}+}}"}
    return " ".join(marks[kind].format(words) for kind, words in pieces)


def remarks(version: Version, rows: Mapping[str, UtteranceMemberRow]) -> list[str]:
    """What is to be said of a version, in plain clauses: what differs, from whom and through whom it is."""
    said = [_change(change["words"], change["than_words"], rows[change["than"]]) for change in version.row["changes"]]
    speakers = {row["speaker"] for row in rows.values()}
    if len(speakers - {None}) > 1:
        said.append(f"said by {version.row['speaker'] or 'nobody who is named'}")
    if version.row["relayed"]:
        said.append(f"through {version.row['relayed']}")
    if version.row["translated"]:
        said.append(f"translated, it says: “{version.row['translated']}”")
    if version.row["negated"]:
        said.append("the cue says that it was not said or done")
    return list(dict.fromkeys(said))


def heading(one: Compared) -> str:
    """Who said it, in how many reports, outlets and different texts, and who had it first."""
    row = one.row
    outlets = len(row["outlets"])
    texts = f", {row['texts']} independent text{'s' * (row['texts'] != 1)}" if row["reports"] > 1 else ""
    return (
        f"{row['actor_name'] or 'actor not known'} · {row['reports']} report{'s' * (row['reports'] != 1)} in {outlets} "
        f"outlet{'s' * (outlets != 1)}{texts} · {first(row)}"
    )


def first(row: UtteranceRow) -> str:
    """Which outlet had it first, as far as the days of publication say."""
    day = (row["published"] or "")[:10]
    if not day:
        return "no day of publication is known"
    same = dict.fromkeys(
        m["outlet"] or "outlet not known" for m in row["members"] if (m["published"] or "")[:10] == day
    )
    if len(same) > 1:
        return f"first on {day}, in {' and '.join(same)}"
    return f"first in {row['outlet'] or 'outlet not known'}, {day}"


def line(one: Compared) -> Mapping[str, object]:
    """One utterance as programs read it."""
    versions = [{**v.row, "aligned": [piece._asdict() for piece in v.aligned]} for v in one.versions]
    return {**one.row, "members": versions, "fullest": one.fullest}


def _change(words: str, than: str, other: UtteranceMemberRow) -> str:
    where = other["outlet"] or "another report"
    if words and than:
        return f"“{words}” where {where} has “{than}”"
    return f"without “{than}”, which {where} has" if than else f"with “{words}”, which {where} has not"


def _quotation(words: str) -> str:
    """The words from the first quotation mark on."""
    found = QUOTED.search(words)
    return found[0] if found else ""


def _plain(word: str) -> str:
    return re.sub(r"[^\w]+", "", word.replace("’", "'").casefold()) or word


def members(found: Sequence[Compared]) -> list[Mapping[str, object]]:
    """One row for each version, for tables."""
    return [
        {
            "utterance": one.row["id"],
            "actor": one.row["actor"],
            "actor_name": one.row["actor_name"],
            "ordinal": at,
            "of": len(one.versions),
            **{name: value for name, value in version.row.items() if name not in ("actor", "changes", "said", "spans")},
            "beside_the_fullest": marked(version.aligned),
            "remarks": "; ".join(remarks(version, {m["statement"]: m for m in one.row["members"]})),
        }
        for one in found
        for at, version in enumerate(one.versions, start=1)
    ]
