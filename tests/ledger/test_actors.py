"""Actors over reports: kept, found by id and name, resolved by touched blocks only, in any order of adding."""

import json
import sqlite3
from itertools import permutations
from threading import Thread

import pytest

from onrecord.errors import NotFound
from onrecord.ledger import ActorFilter, Ledger, MentionFilter, Pending, SearchFilter, StatementFilter
from onrecord.model.actor import Resolution
from tests.ledger.making import analysis, day, ledger_of
from tests.ledger.resolving import LABEL, chained, news, resolve, resolved

FISK, OLD, LENA, EK = "Lena Fisk", "Old Fisk", "Lena Berg", "Bo Ek"


def items():
    return [
        news("Rain fell", FISK, EK, published=day("2031-04-10")),
        news("Rain fell again", FISK, outlet="Times", published=day("2031-04-09")),
        news("It was dry", EK, OLD, outlet="Times", published=day("2031-04-11")),
    ]


def everything(ledger):
    view = ledger.view
    return json.dumps([view.actors(), view.proposals(), list(view.statements()), list(view.mentions())])


@pytest.fixture
def ledger(tmp_path):
    with ledger_of(tmp_path, *items()) as ledger:
        resolve(ledger)
        yield ledger


def test_an_actor_stands_for_the_chains_of_all_reports(ledger):
    row = ledger.view.actor(FISK)
    assert (row["name"], row["reports"], row["statements"], row["mentions"]) == (FISK, 2, 2, 2)
    assert (row["outlet"], row["published"], row["band"]) == ("Times", "2031-04-09", "likely")
    assert [(e["words"], e["outlet"], e["date"]) for e in row["evidence"]] == [
        (FISK, "Times", "2031-04-09"),
        (FISK, "Post", "2031-04-10"),
    ]
    assert row["counts"] == [
        {"outlet": "Post", "reports": 1, "statements": 1, "mentions": 1},
        {"outlet": "Times", "reports": 1, "statements": 1, "mentions": 1},
    ]
    for place in row["evidence"]:
        assert ledger.view.text(place["report"])[place["start"] : place["end"]] == place["words"]
    assert ledger.view.text(row["report"])[slice(*row["spans"]["mention"][0])] == FISK
    assert [link["reason"] for link in row["links"]] == ["the same name"]
    assert [other["name"] for other in row["related"]] == [OLD]
    assert [chain.outlet for chain in ledger.view.chains(row["id"])] == ["Times", "Post"]


def test_an_actor_is_found_by_any_of_its_ids_and_names(ledger):
    row = ledger.view.actor(FISK)
    mentions = [m["id"] for m in ledger.view.mentions(MentionFilter(actor=FISK))]
    assert len(mentions) == 2
    for which in (row["id"], row["id"][:10], *mentions, "lena FISK"):
        assert ledger.view.actor(which) == row
    for which in ("", "Nobody", "zz"):
        with pytest.raises(NotFound):
            ledger.view.actor(which)


def test_actors_of_one_name_are_all_named(ledger):
    ledger.writer.rename(ledger.view.actor_id(OLD), FISK, "ed", "so she is called")
    resolve(ledger)
    with pytest.raises(NotFound, match="several are called so"):
        ledger.view.actor(FISK)
    assert len(ledger.view.actors(ActorFilter(id=FISK))) == 2


def test_statements_and_mentions_are_asked_by_actor(ledger):
    fisk = ledger.view.actor_id(FISK)
    for actor in (fisk, FISK, FISK.upper()):
        rows = list(ledger.view.statements(StatementFilter(actor=actor)))
        assert [row["actor"] for row in rows] == [fisk] * 2
        assert {row["speaker"] for row in rows} == {FISK}
    assert not list(ledger.view.statements(StatementFilter(actor="Nobody")))
    assert len(list(ledger.view.statements(StatementFilter(actor=EK, outlet="Times")))) == 1


def test_search_is_narrowed_by_actor_and_counts_actors_by_name(ledger):
    found = ledger.view.search("rains here")
    assert found.facets["actor"] == ((EK, 1), (FISK, 2))
    assert found.facets["speaker"] == ((EK, 1), (FISK, 2))
    for actor in (FISK, ledger.view.actor_id(FISK)):
        assert len(ledger.view.search("rains", SearchFilter(actor=actor)).matches) == 2
    assert ledger.view.search("rains", SearchFilter(actor="Nobody")).matches == ()


@pytest.mark.parametrize(
    ("which", "number"),
    [
        ({}, 3),
        ({"name": "FISK"}, 2),
        ({"outlet": "Post"}, 2),
        ({"named_by": "machine", "speaks": True}, 2),
        ({"named": True}, 3),
        ({"party": "None"}, 0),
        ({"type": "state"}, 0),
    ],
)
def test_a_filter_narrows_actors(ledger, which, number):
    rows = ledger.view.actors(ActorFilter(**which))
    assert len(rows) == number
    assert rows == sorted(rows, key=lambda row: row["id"])


def test_a_proposal_shows_both_sides(ledger):
    (row,) = ledger.view.proposals()
    assert {row["a_name"], row["b_name"]} == {FISK, OLD}
    assert row["a"] < row["b"]
    for side, name in zip(row["sides"], (row["a_name"], row["b_name"]), strict=True):
        assert ledger.view.text(side["report"])[slice(*side["span"])] == name
    assert ledger.view.proposals("utterance") == []


def test_any_order_of_adding_one_by_one_or_together_gives_the_same(tmp_path):
    results = set()
    for number, order in enumerate(permutations(items())):
        for together in (True, False):
            with Ledger.open(tmp_path / f"{number}{together}.db", create=True) as ledger:
                for item in order:
                    ledger.writer.record(*item)
                    if not together:
                        resolve(ledger)
                resolve(ledger)
                results.add(everything(ledger))
                assert ledger.verify() == []
    assert len(results) == 1


def test_two_that_add_at_once_give_the_same_as_one(tmp_path):
    people = (FISK, OLD, LENA, EK)
    many = [
        news(f"Day {n}", people[n % 4], people[(n + 1 + n // 4 % 3) % 4], published=day(f"2031-04-{n + 1:02}"))
        for n in range(24)
    ]
    results = []
    for name, parts in {"one": [many], "two": [many[::2], many[1::2]]}.items():
        ledger_of(tmp_path, name=f"{name}.db").close()
        threads = [Thread(target=_add_each, args=(tmp_path / f"{name}.db", part)) for part in parts]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        with Ledger.open(tmp_path / f"{name}.db") as ledger:
            assert ledger.view.pending() == Pending(0, 0)
            assert ledger.verify() == []
            results.append(everything(ledger))
    assert results[0] == results[1]


def _add_each(path, part):
    with Ledger.open(path, create=True) as ledger:
        for item in part:
            ledger.writer.record(*item)
            resolve(ledger)


def test_resolving_again_changes_nothing(ledger):
    before = everything(ledger)
    assert ledger.view.pending() == Pending(0, 0)
    assert resolve(ledger) == 0
    assert everything(ledger) == before


def test_only_what_was_touched_is_resolved_again(ledger):
    ledger.writer.record(*news("Far away", "Ann Dal", published=day("2031-05-01")))
    (id,) = ledger.view.unchained(LABEL)
    found = ledger.view.analysis(id)
    ledger.writer.chain(id, ledger.view.settled(id).digest, LABEL, chained(id, "Post", "2031-05-01", found))
    block = ledger.view.touched()
    assert [chain.name for chain in block.chains] == ["Ann Dal"]


def test_a_run_that_was_stopped_is_completed_by_the_next(tmp_path):
    with ledger_of(tmp_path, *items()) as ledger:
        assert ledger.view.pending().reports == 3
        assert ledger.view.actors() == []
    with Ledger.open(tmp_path / "ledger.db") as ledger:
        for id in ledger.view.unchained(LABEL)[:1]:
            ledger.writer.chain(id, ledger.view.settled(id).digest, LABEL, [])
    with Ledger.open(tmp_path / "ledger.db") as ledger:
        assert ledger.view.pending().reports == 2
        resolve(ledger, "names 2")
        assert ledger.view.pending() == Pending(0, 0)
        assert len(ledger.view.actors()) == 3


def test_what_changed_meanwhile_is_not_written(ledger):
    ledger.writer.record(*news("Far away", FISK, published=day("2031-05-01")))
    (id,) = ledger.view.unchained(LABEL)
    assert not ledger.writer.chain(id, "another digest", LABEL, [])
    ledger.writer.merge(ledger.view.actor_id(FISK), ledger.view.actor_id(OLD), "ed", "one person")
    block = ledger.view.touched()
    ledger.writer.undo(1, "ed", "no")
    assert not ledger.writer.resolve(block, resolved(block.chains, block.constraints))
    assert not ledger.writer.resolve(block, Resolution(()))
    resolve(ledger)
    assert len(ledger.view.actors()) == 3


def test_what_another_has_resolved_meanwhile_is_not_written_again(ledger):
    ledger.writer.record(*news("Far away", FISK, published=day("2031-05-01")))
    (id,) = ledger.view.unchained(LABEL)
    found = ledger.view.analysis(id)
    ledger.writer.chain(id, ledger.view.settled(id).digest, LABEL, chained(id, "Post", "2031-05-01", found))
    block = ledger.view.touched()
    resolve(ledger)
    before = everything(ledger)
    assert not ledger.writer.resolve(block, Resolution(()))
    assert everything(ledger) == before


def test_a_corrected_date_makes_another_chain_the_oldest(ledger):
    before = ledger.view.actor(FISK)
    other = next(e["report"] for e in before["evidence"] if e["outlet"] == "Post")
    ledger.writer.correct(other, {"published": "2031-01-01"}, "ed", "printed")
    resolve(ledger)
    after = ledger.view.actor(before["id"])
    assert after["id"] != before["id"]
    assert (after["outlet"], after["published"]) == ("Post", "2031-01-01")


def test_a_removed_report_takes_its_chains_and_the_old_id_leads_on(ledger):
    fisk = ledger.view.actor(FISK)
    ledger.writer.remove(fisk["report"], "ed", "asked to")
    resolve(ledger)
    left = ledger.view.actor(fisk["id"])
    assert (left["name"], left["outlet"], left["reports"]) == (FISK, "Post", 1)
    assert ledger.verify() == []
    ledger.writer.restore(fisk["report"], "ed", "was wrong")
    ledger.writer.record(*items()[1])
    resolve(ledger)
    assert ledger.view.actor(FISK) == fisk


def test_an_actor_that_nothing_stands_for_is_gone(ledger):
    old = ledger.view.actor(OLD)
    ledger.writer.replace_analysis(analysis(items()[2][1], analyser="rules 2"))
    resolve(ledger)
    assert {row["name"] for row in ledger.view.actors()} == {FISK, EK}
    assert ledger.view.proposals() == []
    with pytest.raises(NotFound):
        ledger.view.actor(old["id"])


TAMPERING = {
    "words of a chain": ("UPDATE chain_words SET words = 'Other'", "chain"),
    "count of mentions": ("UPDATE chains SET mentions = 9", "chain"),
    "id of an actor": ("UPDATE actors SET id = 'ffffffffffffffff' WHERE name = 'Bo Ek'", "actor"),
    "actor of a chain": ("UPDATE chains SET actor = (SELECT min(number) FROM actors)", "actor"),
    "lost actor": ("DELETE FROM actors WHERE name = 'Lena Fisk'", "actor"),
}


@pytest.mark.parametrize("what", TAMPERING)
def test_what_was_tampered_with_is_named(ledger, what):
    command, check = TAMPERING[what]
    ledger.close()
    with sqlite3.connect(ledger.path) as database:
        database.execute("PRAGMA foreign_keys = ON")
        database.execute(command)
    database.close()
    assert check in {fault.check for fault in ledger.verify()}


def test_any_tool_reads_the_views(ledger):
    ledger.close()
    with sqlite3.connect(ledger.path) as database:
        rows = database.execute("SELECT name, aliases, reports, outlets, first, last FROM all_actors ORDER BY name")
        assert (FISK, FISK, 2, 2, "2031-04-09", "2031-04-10") in rows.fetchall()
        assert len(database.execute("SELECT * FROM actor_words WHERE name = ?", (FISK,)).fetchall()) == 2
        assert len(database.execute("SELECT * FROM actor_counts WHERE name = ?", (EK,)).fetchall()) == 2
        assert len(database.execute("SELECT * FROM all_proposals").fetchall()) == 1
        assert {name for (name,) in database.execute("SELECT actor_name FROM all_statements")} == {FISK, EK}
    database.close()
