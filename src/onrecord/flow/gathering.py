"""Which statements report one utterance: actor by actor, of those whose statements have changed only."""

from collections.abc import Sequence
from functools import lru_cache

from onrecord.ledger import Ledger
from onrecord.model.utterance import Telling
from onrecord.resolve.utterance_tellings import Outlets, telling
from onrecord.resolve.utterances import GATHERER, utterances

BATCH = 40
"""Actors whose statements are read together."""
HELD = 400
"""Texts that are held while statements are cut from them."""


def gather_all(ledger: Ledger) -> int:
    """Gather the utterances of all actors of whom any is pending; of how many actors."""
    done = 0
    current, pending = ledger.view.ungathered(GATHERER)
    for at in range(0, len(pending), BATCH):
        done += _gather(ledger, pending[at : at + BATCH], current)
    ledger.writer.keep_gathered(current)
    return done


def _gather(ledger: Ledger, actors: Sequence[str], digests: dict[str, str]) -> int:
    with ledger.view.snapshot():
        text = lru_cache(HELD)(ledger.view.text)
        outlets = Outlets(ledger.view.outlets())
        told: dict[str, list[Telling]] = {actor: [] for actor in actors}
        for row in ledger.view.statements_of(actors):
            made = telling(row, text(row["report"]), outlets) if row["status"] != "rejected" else None
            if made:
                told[made.actor].append(made)
    return sum(
        ledger.writer.gather(actor, digests[actor], [one.id for one in some], utterances(some))
        for actor, some in told.items()
    )
