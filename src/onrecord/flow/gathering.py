"""Which statements report one utterance: pool by pool of voices, of those whose statements have changed only."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from onrecord.flow.hearing import digest, hear_all
from onrecord.ledger import Ledger
from onrecord.ledger.voice_view import Pooled
from onrecord.model.utterance import Telling, Voice
from onrecord.resolve.utterance_tellings import Outlets, telling
from onrecord.resolve.utterance_voices import called
from onrecord.resolve.utterances import GATHERER, utterances

BATCH = 2_000
"""Statements that are read together, a pool's always."""
HELD = 400
"""Texts that are held while statements are cut from them."""
EVERY = 1_000_000
"""More pools are not looked at in one run."""


def gather_all(ledger: Ledger) -> int:
    """Gather the utterances of all pools of which any is pending; of how many pools."""
    if not hear_all(ledger, GATHERER):
        return 0
    with ledger.view.snapshot():
        version, touched = ledger.view.voice_version(), ledger.view.voices_touched("pool", EVERY)
        pools, known = ledger.view.in_pools(touched), ledger.view.gathered()
    if not touched:
        return 0
    several = {pool: some for pool, some in pools.items() if len(some) > 1}
    digests = {pool: _digest(some) for pool, some in several.items()}
    done, pending, size = 0, dict[str, Sequence[Pooled]](), 0
    for pool, some in several.items():
        if known.get(pool) != digests[pool]:
            pending[pool] = some
            size += len(some)
        if size > BATCH:
            done += _gather(ledger, pending, digests)
            pending, size = {}, 0
    done += _gather(ledger, pending, digests)
    now = ledger.view.gathered()
    alone = {str(pool) for pool in touched} - several.keys()
    made = {pool for pool in several if now.get(pool) == digests[pool]}
    ledger.writer.keep_gathered(version, made | alone, alone)
    return done


def _gather(ledger: Ledger, pools: Mapping[str, Sequence[Pooled]], digests: Mapping[str, str]) -> int:
    if not pools:
        return 0
    heard = {one.spoken.id: (pool, one) for pool, some in pools.items() for one in some}
    with ledger.view.snapshot():
        text = lru_cache(HELD)(ledger.view.text)
        outlets = Outlets(ledger.view.outlets())
        told: dict[str, list[Telling]] = {pool: [] for pool in pools}
        for row in ledger.view.statements_by_id(heard):
            pool, one = heard[row["id"]]
            if made := telling(row, text(row["report"]), outlets, Voice(one.voice, pool, called(one.spoken))):
                told[pool].append(made)
    return sum(
        ledger.writer.gather(pool, digests[pool], [one.id for one in some], utterances(some))
        for pool, some in told.items()
    )


def _digest(some: Sequence[Pooled]) -> str:
    return digest([GATHERER, *(f"{one.facts} {one.voice} {sorted(called(one.spoken))}" for one in some)])
