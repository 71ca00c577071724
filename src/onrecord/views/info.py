"""How much is on record, and what is missing from it, with the reasons?"""

from onrecord.ledger import Info, View
from onrecord.views.reports import counted, counted_texts


def info(view: View) -> Info:
    """The counts of everything in the ledger."""
    return view.info()


def as_text(counts: Info) -> str:
    """The counts for a terminal."""
    speakerless = counts.statements - counts.attributed
    lines = [
        f"{counted_texts(counts.reports, counts.texts)}, from {counted(counts.captures, 'capture')}"
        f" by {counted(counts.outlets, 'outlet')},"
        f" {counts.undated} without date",
        f"{counted(counts.words, 'word')}, {counted(counts.characters, 'character')}",
        f"{counts.found} found = {counts.attributed} attributed ({counts.named} to a name)"
        f" + {speakerless} without speaker + {counts.found - counts.statements} dropped",
    ]
    parts = {
        "without speaker": counts.without_speaker,
        "dropped": counts.dropped,
        "unsure": counts.unsure,
        "not analysed": counts.not_analysed,
        "inputs refused": counts.refused,
        "statements by analyser": counts.analysers,
        "reports by genre": counts.genres,
    }
    for name, by in parts.items():
        if by:
            lines += ["", name, *(f"  {count:>6}  {words}" for words, count in by)]
    if counts.removed:
        lines += ["", f"{counted(counts.removed, 'report')} taken out by a person"]
    return "\n".join(lines)
