"""What the page lists of blame: who, what, whom, the sentence, every entry behind it, and the denial beside it."""

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.model.rows import RelationRow
from onrecord.model.terms import Voice
from onrecord.views import page_words as words
from onrecord.views.blame import ANSWERABLE, NO_DENIAL, Edge, does
from onrecord.views.reports import counted

NAME = 80


@dataclass(frozen=True, slots=True)
class Behind:
    """One entry behind a line: where the page has it, which outlet printed it and when."""

    anchor: str
    outlet: str
    date: str


@dataclass(frozen=True, slots=True)
class DeniedBy:
    """One denial beside a charge, in the words of a report."""

    anchor: str
    who: str
    outlet: str
    date: str
    sentence: words.Excerpt


@dataclass(frozen=True, slots=True)
class BlameLine:
    """One edge: three hundred characters of a report at most, names included."""

    id: str
    who: str
    verb: str
    whom: str
    voice: str
    counts: str
    sentence: words.Excerpt
    behind: tuple[Behind, ...]
    denials: tuple[DeniedBy, ...]
    denial: str


def blame_lines(edges: Iterable[Edge]) -> tuple[BlameLine, ...]:
    """The edges in their order."""
    return tuple(_line(edge) for edge in edges)


def _line(edge: Edge) -> BlameLine:
    who, whom = edge.source[:NAME], (edge.target or "")[:NAME]
    return BlameLine(
        id=edge.id,
        who=who,
        verb=does(edge),
        whom=whom,
        voice="in the outlet’s own voice" if {r["voice"] for r in edge.rows} == {Voice.OUTLET} else "",
        counts=f"{counted(edge.reports, 'report')}, {counted(edge.texts, 'independent text')}",
        sentence=words.excerpt([edge.places[0].sentence], words.SHARE_LIMIT - len(who) - len(whom)),
        behind=tuple(_behind(row) for row in edge.rows),
        denials=tuple(
            DeniedBy(
                f"r-{one.report}",
                one.speaker[:NAME],
                one.outlet,
                words.day((one.published or "")[:10]),
                words.excerpt([one.words], words.SHARE_LIMIT - NAME),
            )
            for one in edge.denials
        ),
        denial=NO_DENIAL if edge.kind in ANSWERABLE and not edge.denials else "",
    )


def _behind(row: RelationRow) -> Behind:
    anchor = f"e-{row['statement']}" if row["statement"] else f"r-{row['report']}"
    return Behind(anchor, row["outlet"] or "outlet not known", words.day((row["published"] or "")[:10]))
