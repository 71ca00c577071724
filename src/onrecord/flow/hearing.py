"""In whose voice statements are heard, worked out anew for those that a change can reach, step by step.

The ledger keeps what statements may be joined on as keys. What comes, goes or changes touches its keys; links are made
anew of touched keys, voices of all units that links connect with those whose links have changed, and pools of all
voices that hang together with theirs. Every step is a short transaction that leaves word of what is next, so that a
stopped run is completed by the next one. What comes out is what ``resolve.utterance_voices.voices`` makes of all
statements at once (held to it by ``tests/flow/test_hearing.py``). What people decided about utterances touches the
units of the statements that it is about, and so their pools, which a join connects.
"""

import hashlib
from collections.abc import Iterable

from onrecord.ledger import Ledger
from onrecord.ledger.voice_writer import KeyedStatement
from onrecord.model.utterance import Spoken
from onrecord.resolve.utterance_voices import VOICES, alone_of, headed, heard_of, keys_of, links_of, pools_of, unit_of

REPORTS, KEYS, UNITS = 200, 50_000, 10_000
"""So many are looked at in one step."""


def hear_all(ledger: Ledger, way: str) -> bool:
    """Work out all voices that are touched; False where another program is at it. ``way`` is that of gathering."""
    return _read(ledger, f"{way} {VOICES}") and _rule(ledger) and _link(ledger) and _hear(ledger) and _pool(ledger)


def _read(ledger: Ledger, way: str) -> bool:
    """Read what reports tell that have come, gone or changed, or whose speakers are called otherwise."""
    left = None
    while left is None or left > 0:
        with ledger.view.snapshot():
            version, waiting = ledger.view.voice_version(), ledger.view.unheard(way)
            stamps = {id: waiting[id] for id in sorted(waiting)[:REPORTS]}
            told, before = ledger.view.told(stamps), ledger.view.told_before(stamps)
        if not stamps or (left is not None and len(waiting) > left):
            break
        left = len(waiting) - len(stamps)
        come, facts = [], {}
        for one, other in told:
            said, fact = digest([VOICES, repr(one)]), digest([other])
            known = before.pop(one.id, ("", ""))
            if known[0] != said:
                come.append(KeyedStatement(one, unit_of(one), keys_of(one), said, fact))
            elif known[1] != fact:
                facts[one.id] = fact
        if not ledger.writer.keep_told(version, stamps, come, facts, sorted(before)):
            return False
    if ledger.view.voices_touched("actor", 1):
        ledger.writer.forget_speakers()
    return True


def _rule(ledger: Ledger) -> bool:
    """Note what people's decisions ask of the statements that there are now."""
    with ledger.view.snapshot():
        version, now, before = ledger.view.voice_version(), ledger.view.utterances_ruled(), ledger.view.rulings_heard()
    return now == before or ledger.writer.keep_rulings(version, now, before)


def _link(ledger: Ledger) -> bool:
    """Link the units that share a touched key."""
    while True:
        with ledger.view.snapshot():
            version, keys = ledger.view.voice_version(), ledger.view.voices_touched("key", KEYS)
            shared = ledger.view.sharing_keys(keys)
        if not keys:
            return True
        made: dict[tuple[int, tuple[Spoken, ...]], frozenset[tuple[str, str]]] = {}
        links = {}
        for key, (size, some) in shared.items():
            # Many runs of one long quotation are shared by just the same statements.
            same = (size, tuple(some))
            if same not in made:
                made[same] = links_of(size, some)
            links[key] = made[same]
        if not ledger.writer.keep_links(version, keys, links):
            return False


def _hear(ledger: Ledger) -> bool:
    """Hear the units that links connect with a touched one."""
    while True:
        with ledger.view.snapshot():
            version, touched = ledger.view.voice_version(), ledger.view.voices_touched("unit", UNITS)
            units, links = ledger.view.hanging_together(map(str, touched))
            joined = ledger.view.joined_by_people()
        if not touched:
            return True
        made = headed(units, alone_of(units, joined) | heard_of(units, links))
        heard = {str(unit): made.get(str(unit)) for unit in (*touched, *units)}
        if not ledger.writer.keep_heard(version, touched, heard):
            return False


def _pool(ledger: Ledger) -> bool:
    """Put the voices into pools that hang together with a touched one."""
    with ledger.view.snapshot():
        version, ties = ledger.view.voice_version(), ledger.view.tied_voices()
        voices = ledger.view.unpooled(ties)
    near = {voice for voice, _ in voices}
    return not voices or ledger.writer.keep_pools(version, pools_of(voices, {tie for tie in ties if tie[0] in near}))


def digest(facts: Iterable[str]) -> str:
    """The first 16 hex digits of the sha256 of these facts."""
    made = hashlib.sha256()
    for one in facts:
        made.update(one.encode("utf-8", "replace"))
    return made.hexdigest()[:16]
