"""Which statements report one utterance: pool by pool of voices, of those whose statements have changed only."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache

from onrecord.flow.hearing import digest, hear_all
from onrecord.ledger import Ledger
from onrecord.ledger.voice_view import Pooled
from onrecord.model.utterance import Ruled, Telling, Voice
from onrecord.resolve.utterance_tellings import Outlets, telling
from onrecord.resolve.utterance_voices import called, pools_of
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
        rulings = ledger.view.rulings_heard()
    if not touched:
        return 0
    several = {pool: some for pool, some in pools.items() if len(some) > 1}
    ruled = _ruled(several, rulings)
    digests = {pool: _digest(some, ruled[pool]) for pool, some in several.items()}
    done, pending, size = 0, dict[str, Sequence[Pooled]](), 0
    for pool, some in several.items():
        if known.get(pool) != digests[pool]:
            pending[pool] = some
            size += len(some)
        if size > BATCH:
            done += _gather(ledger, pending, digests, ruled)
            pending, size = {}, 0
    done += _gather(ledger, pending, digests, ruled)
    now = ledger.view.gathered()
    alone = {str(pool) for pool in touched} - several.keys()
    made = {pool for pool in several if now.get(pool) == digests[pool]}
    ledger.writer.keep_gathered(version, made | alone, alone)
    return done


def _gather(
    ledger: Ledger,
    pools: Mapping[str, Sequence[Pooled]],
    digests: Mapping[str, str],
    ruled: Mapping[str, Sequence[Ruled]],
) -> int:
    if not pools:
        return 0
    heard = {one.spoken.id: (pool, one) for pool, some in pools.items() for one in some}
    near = pools_of((one.voice, one.head) for some in pools.values() for one in some)
    with ledger.view.snapshot():
        text = lru_cache(HELD)(ledger.view.text)
        outlets = Outlets(ledger.view.outlets())
        told: dict[str, list[Telling]] = {pool: [] for pool in pools}
        for row in ledger.view.statements_by_id(heard):
            pool, one = heard[row["id"]]
            voice = Voice(one.voice, near[one.voice], called(one.spoken))
            if made := telling(row, text(row["report"]), outlets, voice):
                told[pool].append(made)
    return sum(
        ledger.writer.gather(pool, digests[pool], [one.id for one in some], utterances(some, ruled[pool]))
        for pool, some in told.items()
    )


def _ruled(pools: Mapping[str, Sequence[Pooled]], rulings: Sequence[Ruled]) -> Mapping[str, Sequence[Ruled]]:
    """What people decided about two statements of a pool, the oldest first."""
    pool_of = {one.spoken.id: pool for pool, some in pools.items() for one in some} if rulings else {}
    found: defaultdict[str, list[Ruled]] = defaultdict(list)
    for one in rulings:
        if (pool := pool_of.get(one.a.statement)) and pool == pool_of.get(one.b.statement):
            found[pool].append(one)
    return found


def _digest(some: Sequence[Pooled], rulings: Sequence[Ruled]) -> str:
    """A digest of all that the utterances of a pool are made of; numbers of decisions differ from ledger to ledger."""
    facts = (f"{one.facts} {one.voice} {sorted(called(one.spoken))}" for one in some)
    return digest([GATHERER, *facts, *(repr(one[1:]) for one in rulings)])
