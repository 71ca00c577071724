"""Voices and utterances are kept as they are worked out from all statements at once, whatever changes, and when."""

import random
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from onrecord.errors import OnrecordError
from onrecord.flow.gathering import gather_all
from onrecord.flow.resolving import resolve_all
from onrecord.ledger import Ledger, StatementFilter
from onrecord.ledger.utterance_writer import UtteranceWriter
from onrecord.model.terms import ActorType, Form
from onrecord.model.utterance import Part, Voice
from onrecord.resolve.utterance_voices import called, voices
from tests.ledger.making import Made, analysis, capture_and_report, day, mention, span, statement

DAM = "“We will not pay for a dam that drowns our own villages”"
PART = "“pay for a dam that drowns our own villages”"
RIVER = "“The river took forty houses and the old mill on Monday”"
MILL = "“took forty houses and the old mill”"
TOLD = (RIVER, DAM, PART, MILL, "“Nobody asked the farmers about the water”", "that the water rose")
NAMES = ("Jarl Ederlin", "Ederlin", "J. Ederlin", "Lena Ederlin", "Lena Fisk")
OTHERS = ("the minister", "the officials", "senior officials", "a farmer")
TABLES = ("voice_reports", "voice_statements", "voice_keys", "voice_links", "voices", "voice_touched", "gathered")
TABLES += ("utterance_rulings",)


def news(outlet: str, date: str, *said: tuple[str | None, str]) -> Made:
    """A report in which these say these words; None for nobody."""
    text = " ".join(f"{who or 'It'} said on day {at} {words}." for at, (who, words) in enumerate(said))
    capture, report = capture_and_report(text, outlet, f"{outlet} {date}.txt", published=day(date))
    mentions, found = {}, []
    for who, words in said:
        if who and who not in mentions:
            labels: dict[str, Any] = {"form": Form.NOMINAL}
            if who in NAMES:
                labels = {"name": who, "name_span": span(text, who), "type": ActorType.PERSON}
            elif who.endswith("s"):
                labels |= {"type": ActorType.GROUP, "number": "plural"}
            mentions[who] = mention(report, who, **labels)
        chain = mentions[who].id if who else None
        found.append(statement(report, who, "said", words, speaker_chain=chain))
    return capture, report, analysis(report, *found, mentions=tuple(mentions.values()))


SIX = (
    news("Courier", "2031-04-07", ("Jarl Ederlin", DAM), ("Lena Fisk", "that the water rose")),
    news("Gazette", "2031-04-07", ("the minister", PART), ("the minister", RIVER)),
    news("Herald", "2031-04-08", ("Ederlin", "that the water rose"), ("Jarl Ederlin", MILL)),
    news("Radio", "2031-04-08", (None, DAM), ("the officials", "that the water rose")),
    news("Tribune", "2031-04-09", ("J. Ederlin", DAM), ("senior officials", RIVER)),
    news("Wire", "2031-04-09", ("Lena Ederlin", PART), ("Ederlin", RIVER)),
)


def hold(ledger: Ledger, folder: Path) -> None:
    """What is kept is what all statements make, as voices and as utterances of a copy that is gathered anew."""
    kept = {
        one.spoken.id: Voice(one.voice, pool, called(one.spoken))
        for pool, some in ledger.view.in_pools().items()
        for one in some
    }
    joined = [(one.a.statement, one.b.statement) for one in ledger.view.utterances_ruled() if one.same]
    assert kept == voices((one for one, _ in ledger.view.told()), joined)
    copy = folder / "copy.db"
    copy.unlink(missing_ok=True)
    with closing(sqlite3.connect(ledger.path)) as one, closing(sqlite3.connect(copy)) as other:
        one.backup(other)
        other.execute("PRAGMA foreign_keys = ON")
        for table in (*TABLES, "utterances", "utterance_proposals"):
            other.execute(f"DELETE FROM {table}")
        other.commit()
    with Ledger.open(copy) as anew:
        gather_all(anew)
        assert ledger.view.utterances() == anew.view.utterances()
        assert ledger.view.utterance_proposals() == anew.view.utterance_proposals()
        assert ledger.view.utterance_notes() == anew.view.utterance_notes()
    assert ledger.verify() == []


def test_they_are_those_of_all_statements_in_every_order(tmp_path: Path) -> None:
    answers = []
    for number, order in enumerate([*permutations(SIX)][::97]):
        with Ledger.open(tmp_path / f"{number}.db", create=True) as ledger:
            for made in order:
                ledger.writer.record(*made)
                resolve_all(ledger)
            hold(ledger, tmp_path)
            answers.append((ledger.view.utterances(), ledger.view.in_pools()))
    assert answers[0][0]
    assert all(answer == answers[0] for answer in answers)


def test_nothing_is_touched_where_nothing_changed(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "a.db", create=True) as ledger:
        for made in SIX:
            ledger.writer.record(*made)
        resolve_all(ledger)
        assert not any(ledger.view.voices_touched(kind, 9) for kind in ("actor", "key", "unit", "pool"))
        before = ledger.view.voice_version()
        assert gather_all(ledger) == 0
        assert ledger.view.voice_version() == before


def test_a_speaker_who_is_named_elsewhere_is_heard_otherwise_only_while_that_report_is_there(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "a.db", create=True) as ledger:
        for made in SIX[:2]:
            ledger.writer.record(*made)
        resolve_all(ledger)
        ederlin, minister = ledger.view.actor_id("Jarl Ederlin"), SIX[1][2].statements[1].id
        assert {one.voice for one in spoken(ledger) if one.spoken.id == minister} == {ederlin}
        ledger.writer.remove(SIX[0][1].id, "me", "wrong story")
        resolve_all(ledger)
        assert {one.voice for one in spoken(ledger)} == {one.spoken.actor for one in spoken(ledger)}
        hold(ledger, tmp_path)


def spoken(ledger: Ledger) -> list[Any]:
    return [one for some in ledger.view.in_pools().values() for one in some]


def changes(ledger: Ledger, draw: random.Random) -> Iterator[Callable[[], object]]:
    """All that people and runs do to a ledger, drawn at random."""
    view, writer = ledger.view, ledger.writer
    known = {made[1].id: made for made in SIX}
    reports = sorted(row["id"] for row in view.reports())
    said = sorted(row["id"] for row in view.statements(StatementFilter(status="all")))
    actors = sorted(actor["id"] for actor in view.actors())
    made = draw.choice(SIX)
    yield lambda: writer.record(*made)
    yield lambda: writer.restore(made[1].id, "me", "again")
    if reports:
        report = draw.choice(reports)
        outlet, date = draw.choice(["Courier", "Wire", "Post"]), f"2031-04-{draw.randint(1, 28):02}"
        yield lambda: writer.remove(report, "me", "wrong")
        yield lambda: writer.correct(report, {"outlet": outlet, "published": date}, "me", "as printed")
        found = known[report][2]
        yield lambda: writer.replace_analysis(replace(found, statements=found.statements[draw.randint(0, 1) :]))
        yield lambda: writer.replace_analysis(replace(found, analyser=f"rules {draw.randint(2, 9)}"))
    if said:
        yield lambda: writer.reject(draw.choice(said), "me", "none")
        yield lambda: writer.confirm(draw.choice(said), "me", "so")
        yield lambda: writer.edit(draw.choice(said), {"speaker": None}, "me", "nobody")
    if len(said) > 3:
        places = [view.meant_by(id).parts for id in draw.sample(said, 4)]
        yield lambda: writer.rule_utterances(places[0], places[1], True, "me", "one")
        yield lambda: writer.rule_utterances(places[0] + places[1], places[2] + places[3], True, "me", "one")
        yield lambda: writer.rule_utterances(places[0], places[2], False, "me", "two")
    if len(actors) > 1:
        yield lambda: writer.merge(*draw.sample(actors, 2), "me", "one")
        yield lambda: writer.rename(draw.choice(actors), draw.choice(NAMES), "me", "so")
    if decisions := [one.number for one in view.decisions()]:
        yield lambda: writer.undo(decisions[-1], "me", "in error")
        yield lambda: writer.take_back(decisions[-1], "me", "in error")
        yield lambda: writer.unrule_utterances(draw.choice(decisions), "me", "in error")


@pytest.mark.parametrize("seed", range(6))
def test_whatever_changes_they_are_those_of_all_statements(seed: int, tmp_path: Path) -> None:
    draw, done = random.Random(seed), 0
    with Ledger.open(tmp_path / "a.db", create=True) as ledger:
        for made in draw.sample(SIX, 4):
            ledger.writer.record(*made)
        while done < 20:
            try:
                draw.choice(list(changes(ledger, draw)))()
            except OnrecordError:
                continue
            done += 1
            if draw.random() < 0.8:
                resolve_all(ledger)
                hold(ledger, tmp_path)


def whole(ledger: Ledger, made: Made, at: int) -> tuple[Part, ...]:
    """The statement of a report that was read so."""
    return ledger.view.meant_by(made[2].statements[at].id).parts


STEPS = (
    "keep_told",
    "keep_rulings",
    "forget_speakers",
    "keep_links",
    "keep_heard",
    "keep_pools",
    "gather",
    "keep_gathered",
)


@pytest.mark.parametrize("step", STEPS)
def test_a_run_that_was_stopped_is_completed_by_the_next(step: str, tmp_path: Path, monkeypatch) -> None:
    with Ledger.open(tmp_path / "a.db", create=True) as ledger:
        for made in SIX[:5]:
            ledger.writer.record(*made)
        resolve_all(ledger)
        ledger.writer.record(*SIX[5])
        ledger.writer.remove(SIX[0][1].id, "me", "wrong story")
        ledger.writer.rule_utterances(whole(ledger, SIX[3], 0), whole(ledger, SIX[1], 1), True, "me", "one")
        with monkeypatch.context() as patched:
            patched.setattr(UtteranceWriter, step, _stopped)
            with pytest.raises(RuntimeError):
                resolve_all(ledger)
        resolve_all(ledger)
        hold(ledger, tmp_path)


def _stopped(*_: object) -> None:
    raise RuntimeError("stopped")


def test_what_was_worked_out_of_an_older_state_is_not_written(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "a.db", create=True) as ledger:
        for made in SIX[:3]:
            ledger.writer.record(*made)
        resolve_all(ledger)
        older = ledger.view.voice_version() - 1
        assert not ledger.writer.keep_told(older, {}, [], {}, [])
        assert not ledger.writer.keep_links(older, [], {})
        assert not ledger.writer.keep_heard(older, [], {})
        assert not ledger.writer.keep_pools(older, {})
        assert not ledger.writer.keep_gathered(older, [], [])
        hold(ledger, tmp_path)
