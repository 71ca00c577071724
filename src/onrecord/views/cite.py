"""How does one cite an entry? The words, who is said to have said them, according to whom, and how to check it."""

from dataclasses import dataclass

from onrecord.ledger import View
from onrecord.model.rows import ReportRow, StatementRow
from onrecord.views.entry import OtherRow, entry_row, stretch
from onrecord.views.page_words import address
from onrecord.views.reports import published_words
from onrecord.views.statements import joined, speaker_words

SHARED = 300
"""The most characters of a report that a citation made to be shared carries."""
CUT = "…"
MODES = {
    "direct": "quoted directly",
    "indirect": "reported in the outlet's own words, not a quotation",
    "mixed": "partly quoted, partly in the outlet's own words",
}


@dataclass(frozen=True, slots=True)
class Citation:
    """What a citation states; ``words`` are cut from the report, with a mark where something is left out."""

    words: str
    speaker: str
    source: str
    cue: str
    mode: str
    outlet: str | None
    title: str | None
    published: str
    address: str
    zone: str
    entry: str
    report: str
    text: str
    start: int
    end: int
    band: str
    status: str


def cite(view: View, beginning: str, share: bool = False) -> Citation:
    """The citation of the entry whose id begins so; ``share``: at most 300 characters, no path of this machine."""
    row = entry_row(view, beginning)
    report = view.report_row(row["report"])
    if "act" in row:
        return citation(row, report, share)
    return _of_slice(row, report, stretch(row).cut(view.text(row["report"])), share)


def citation(row: StatementRow, report: ReportRow, share: bool = False) -> Citation:
    """The citation of an entry of a report."""
    words, title = joined(row["content_text"]), report["title"]
    speaker, source, cue = speaker_words(row), joined(row["source_text"]), joined(row["cue_text"])
    if share:
        words, title, speaker, source, cue = _shared(words, title, speaker, source, cue)
    return Citation(
        words=words,
        speaker=speaker,
        source=source,
        cue=cue,
        mode=row["mode"],
        outlet=report["outlet"],
        title=title,
        published=published_words(report),
        address=address(report["url"], report["origin"]) if share else report["url"] or report["origin"],
        zone=row["zone"],
        entry=row["id"],
        report=row["report"],
        text=report["text"],
        start=row["content"][0][0],
        end=row["content"][-1][1],
        band=row["band"],
        status=row["status"],
    )


def _of_slice(row: OtherRow, report: ReportRow, words: str, share: bool) -> Citation:
    """The citation of an entry that is no statement: all words from its first part to its last."""
    title, giver = report["title"], (row["giver"] or "") if "giver" in row else ""
    if share:
        words, title, giver, _, _ = _shared(words, title, giver, "", "")
    start, end = stretch(row)
    return Citation(
        words=words,
        speaker=giver,
        source="",
        cue="",
        mode="",
        outlet=report["outlet"],
        title=title,
        published=published_words(report),
        address=address(report["url"], report["origin"]) if share else report["url"] or report["origin"],
        zone=row["zone"],
        entry=row["id"],
        report=row["report"],
        text=report["text"],
        start=start,
        end=end,
        band=row["band"],
        status=row["status"],
    )


def as_text(cited: Citation) -> str:
    """The citation as one can paste it."""
    as_printed = f" (as printed: “{cited.source}”)" if cited.source not in ("", cited.speaker) else ""
    said = f", “{cited.cue}”" if cited.cue else ""
    who = f"{cited.speaker}{as_printed}{said}, {MODES[cited.mode]}, " if cited.mode else ""
    who = who or (f"given by {cited.speaker}, " if cited.speaker else "")
    outlet = cited.outlet or "an outlet that is not named"
    title = f", “{cited.title}”" if cited.title else ""
    zone = "" if cited.zone == "body" else f" [{cited.zone}]"
    checked = ", not checked by a person" if cited.status == "machine" else ""
    return "\n".join(
        [
            f"{cited.words}{zone}",
            f"— {who}according to {outlet}{title}, {cited.published}. {cited.address}",
            f"onrecord: entry {cited.entry}, report {cited.report}, characters {cited.start}–{cited.end} of the text"
            f" with sha256 {cited.text}; status: {cited.status} ({cited.band}){checked}",
        ]
    )


def _shared(words: str, title: str | None, *labels: str) -> tuple[str, str | None, str, str, str]:
    """The same with at most ``SHARED`` characters in all; names and title first, the words take what is left."""
    kept = [_cut(label, 60) for label in labels]
    title = _cut(title, 80) if title else title
    left = SHARED - sum(map(len, kept)) - len(title or "")
    speaker, source, cue = kept
    return _cut(words, left), title, speaker, source, cue


def _cut(words: str, limit: int) -> str:
    if len(words) <= limit:
        return words
    whole = words[: limit - 1]
    return (whole[: whole.rfind(" ")] if " " in whole[limit // 2 :] else whole).rstrip() + CUT
