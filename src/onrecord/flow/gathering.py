"""Which statements report one utterance: pool by pool of voices, of those whose statements have changed only."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from onrecord.ledger import Ledger
from onrecord.model.utterance import Telling, Voice
from onrecord.resolve.utterance_tellings import Outlets, telling
from onrecord.resolve.utterance_voices import voices
from onrecord.resolve.utterances import GATHERER, utterances

BATCH = 2_000
"""Statements that are read together, a pool's always."""
HELD = 400
"""Texts that are held while statements are cut from them."""
EVERYTHING = "everything"
"""Under this name, which is no id, the digest of all statements is kept."""


def gather_all(ledger: Ledger) -> int:
    """Gather the utterances of all pools of which any is pending; of how many pools."""
    with ledger.view.snapshot():
        told, known = ledger.view.told(), ledger.view.gathered()
    everything = _digest(facts for _, facts in told)
    if known.get(EVERYTHING) == everything:
        return 0
    heard = voices(one for one, _ in told)
    held: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for one, facts in told:
        if voice := heard.get(one.id):
            held[voice.pool].append((one.id, f"{facts} {voice.id} {sorted(voice.words)}"))
    pools = {pool: [id for id, _ in some] for pool, some in sorted(held.items()) if len(some) > 1}
    digests = {pool: _digest(facts for _, facts in held[pool]) for pool in pools}
    done, pending = 0, dict[str, list[str]]()
    for pool, statements in pools.items():
        if known.get(pool) != digests[pool]:
            pending[pool] = statements
        if sum(map(len, pending.values())) > BATCH:
            done += _gather(ledger, pending, heard, digests)
            pending = {}
    done += _gather(ledger, pending, heard, digests)
    kept = {pool: digest for pool, digest in ledger.view.gathered().items() if digests.get(pool) == digest}
    whole = {EVERYTHING: everything} if len(kept) == len(pools) else {}
    ledger.writer.keep_gathered(kept | whole, [id for some in pools.values() for id in some])
    return done


def _gather(
    ledger: Ledger, pools: Mapping[str, Sequence[str]], heard: Mapping[str, Voice], digests: Mapping[str, str]
) -> int:
    if not pools:
        return 0
    with ledger.view.snapshot():
        text = lru_cache(HELD)(ledger.view.text)
        outlets = Outlets(ledger.view.outlets())
        told: dict[str, list[Telling]] = {pool: [] for pool in pools}
        for row in ledger.view.statements_by_id([id for some in pools.values() for id in some]):
            voice = heard[row["id"]]
            if made := telling(row, text(row["report"]), outlets, voice):
                told[voice.pool].append(made)
    return sum(
        ledger.writer.gather(pool, digests[pool], [one.id for one in some], utterances(some))
        for pool, some in told.items()
    )


def _digest(facts: Iterable[str]) -> str:
    made = hashlib.sha256(GATHERER.encode())
    for one in facts:
        made.update(one.encode("utf-8", "replace"))
    return made.hexdigest()[:16]
