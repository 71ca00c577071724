"""Utterances of a few reports as a ledger would gather them: who is who first, then which statements are one."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, cast

from onrecord.model.actor import Actor
from onrecord.model.analysis import Analysis
from onrecord.model.report import UNKNOWN_DATE
from onrecord.model.rows import StatementRow
from onrecord.model.said import date_said
from onrecord.model.span import cut
from onrecord.model.statement import Statement
from onrecord.model.utterance import Spoken, Telling, Utterance
from onrecord.resolve.actors import resolve
from onrecord.resolve.chains import Header, chains
from onrecord.resolve.utterance_tellings import Outlets, telling
from onrecord.resolve.utterance_voices import voices
from onrecord.resolve.utterances import utterances

NOBODY = Outlets(())


def gathered(texts: Mapping[str, str], analyses: Mapping[str, Analysis]) -> list[Utterance]:
    """The utterances of some reports, by the ids of their statements."""
    found = {
        doc: chains(Header(one.report, None, None), texts[doc], one.mentions, one.statements)
        for doc, one in analyses.items()
    }
    resolution = resolve([chain for some in found.values() for chain in some])
    actors = {chain: actor for actor in resolution.actors for chain in actor.chains}
    said = [(doc, analysis, one) for doc, analysis in analyses.items() for one in analysis.statements]
    heard = voices(spoken_of(one, texts[doc], actors.get(one.speaker_chain or "")) for doc, _, one in said)
    told: dict[str, list[Telling]] = {}
    for doc, analysis, one in said:
        voice, actor = heard.get(one.id), actors.get(one.speaker_chain or "")
        row = row_of(one, texts[doc], actor.id if actor else None, analysis)
        if voice and (made := telling(row, texts[doc], NOBODY, voice)):
            told.setdefault(voice.pool, []).append(made)
    return [found for _, some in sorted(told.items()) for found in utterances(some).utterances]


def spoken_of(one: Statement, text: str, actor: Actor | None) -> Spoken:
    """The statement as voices look at it."""
    content = cut(text, one.content)
    if actor is None:
        return Spoken(one.id, one.report, None, "", None, one.parent, content)
    return Spoken(one.id, one.report, actor.id, actor.name, actor.type, one.parent, content)


def joined(told: Iterable[Telling]) -> list[Utterance]:
    """The utterances of several actors."""
    by_actor: dict[str, list[Telling]] = {}
    for one in told:
        by_actor.setdefault(one.actor, []).append(one)
    return [found for _, some in sorted(by_actor.items()) for found in utterances(some).utterances]


def as_gold(found: Sequence[Utterance], numbers: Mapping[str, str]) -> list[dict[str, Any]]:
    """Utterances in the gold's own format; ``numbers`` are what it calls each statement."""
    return [
        {
            "id": f"u{at}",
            "speaker": one.actor,
            "members": [[numbers[m.statement], str(m.rendering)] for m in one.members],
        }
        for at, one in enumerate(found, start=1)
    ]


def row_of(statement: Statement, text: str, actor: str | None, analysis: Analysis) -> StatementRow:
    """The statement as a row of the ledger, as far as joining looks at it."""
    when = date_said(statement, analysis.times, UNKNOWN_DATE, analysis.statements)
    row = {
        "id": statement.id,
        "report": statement.report,
        "actor": actor,
        "source": statement.source,
        "cue": statement.cue,
        "content": statement.content,
        "channel_text": list(cut(text, statement.channel)),
        "zone": statement.zone,
        "mode": statement.mode,
        "act": statement.act,
        "negated": statement.negated,
        "outlet": None,
        "published": None,
        "said": when._asdict(),
    }
    return cast(StatementRow, row)
