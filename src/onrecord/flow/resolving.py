"""Who is who over all reports: chains are made report by report, actors block by block, of what was touched only.

Every step is a short transaction, and the ledger itself knows what is pending; a run that is stopped at any moment is
completed by the next one, whatever that is asked to do.
"""

from pathlib import Path

from onrecord.errors import NotFound
from onrecord.flow.copying import copy_all
from onrecord.flow.counting import count_all
from onrecord.flow.dating import date_all
from onrecord.flow.gathering import gather_all
from onrecord.ledger import Keyed, Ledger
from onrecord.model.party import Parties
from onrecord.model.terms import Status
from onrecord.resolve.actors import RESOLVER, keys
from onrecord.resolve.actors import resolve as resolved
from onrecord.resolve.chains import Header, chains
from onrecord.resolve.parties import read


def resolve(ledger: Path | str) -> int:
    """Resolve all that is pending in a ledger; of how many reports the chains were made anew."""
    with Ledger.open(ledger) as open_ledger:
        return resolve_all(open_ledger)


def resolve_all(ledger: Ledger) -> int:
    """Resolve all that is pending; of how many reports the chains were made anew."""
    copy_all(ledger)
    if date_all(ledger):
        copy_all(ledger)  # a group is named by its oldest report
    parties = parties_of(ledger)
    label = f"{RESOLVER} {parties.digest}" if parties else RESOLVER
    waiting = ledger.view.unchained(label)
    for report in waiting:
        _chain(ledger, report, label, parties)
    worked = bool(waiting)
    while block := ledger.view.touched():
        ledger.writer.resolve(block, resolved(block.chains, block.constraints, parties))
        worked = True
    if worked:
        ledger.writer.settle()
    gather_all(ledger)
    count_all(ledger)
    return len(waiting)


def parties_of(ledger: Ledger) -> Parties | None:
    """The user's file of parties in force; None where there is none."""
    kept = ledger.view.parties()
    return read(kept.text, kept.origin) if kept else None


def _chain(ledger: Ledger, report: str, label: str, parties: Parties | None) -> None:
    """Make the chains of one report; where another program changes it meanwhile, the next run does."""
    try:
        with ledger.view.snapshot():
            row, text, found = ledger.view.report_row(report), ledger.view.text(report), ledger.view.analysis(report)
            digest = ledger.view.settled(report).digest
    except NotFound:
        return
    header = Header(report, row["outlet"], row["published"]["start"])
    rejected = frozenset(one.id for one in found.statements if one.status is Status.REJECTED)
    made = chains(header, text, found.mentions, tuple(one for one in found.statements if one.id not in rejected))
    keyed = [Keyed(chain, keys(chain, parties)) for chain in made]
    ledger.writer.chain(report, digest, label, keyed, rejected)
