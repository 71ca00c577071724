"""What the page lists of utterances: each with its versions in order of appearance, beside the fullest quotation."""

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.views import page_words as words
from onrecord.views.compare import Compared, Piece, Version, heading, remarks


@dataclass(frozen=True, slots=True)
class VersionLine:
    """One version: which outlet, when, what it is, its words (300 characters at most) and what differs.

    ``aligned`` are its words beside the fullest quotation, empty where they are not set beside it. On a page that may
    be passed on, a version of a longer statement has no words here: they stand with the statement.
    """

    statement: str
    outlet: str
    date: str
    rendering: str
    words: words.Excerpt | None
    aligned: tuple[Piece, ...]
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class UtteranceBlock:
    """One utterance with its versions."""

    id: str
    heading: str
    versions: tuple[VersionLine, ...]


def utterance_blocks(compared: Iterable[Compared], share: bool) -> tuple[UtteranceBlock, ...]:
    """The utterances in their order."""
    return tuple(_block(one, share) for one in compared)


def _block(one: Compared, share: bool) -> UtteranceBlock:
    rows = {member["statement"]: member for member in one.row["members"]}
    lines = []
    for version in one.versions:
        row = version.row
        said = () if share else tuple(remarks(version, rows))
        lines.append(
            VersionLine(
                row["statement"],
                row["outlet"] or "outlet not known",
                words.day((row["published"] or "")[:10]),
                row["rendering"] + (", the fullest quotation" if row["statement"] == one.fullest else ""),
                _words(version, share),
                () if share else version.aligned,
                said,
            )
        )
    return UtteranceBlock(one.row["id"], heading(one), tuple(lines))


def _words(version: Version, share: bool) -> words.Excerpt | None:
    content = version.row["spans"]["content"]
    if share and sum(end - start for start, end in content) > words.SHARE_LIMIT:
        return None
    return words.excerpt([version.row["words"]], words.SHARE_LIMIT)
