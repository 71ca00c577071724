"""What people decide about actors outlives re-runs, other analysers, removal and restoring, and can be undone."""

import json
import sqlite3
from dataclasses import replace

import pytest

from onrecord.errors import NotFound, UsageError
from onrecord.ledger import Ledger
from onrecord.ledger.overlay import Anchor, Decided, constraints, in_force
from onrecord.model.actor import Constraint
from onrecord.model.span import Span
from tests.ledger.making import analysis, day, ledger_of
from tests.ledger.resolving import news, resolve

FISK, OLD, EK = "Lena Fisk", "Old Fisk", "Bo Ek"


def items():
    return [
        news("Rain fell", FISK, EK, published=day("2031-04-10")),
        news("Rain fell again", FISK, outlet="Times", published=day("2031-04-09")),
        news("It was dry", EK, OLD, outlet="Times", published=day("2031-04-11")),
    ]


@pytest.fixture
def ledger(tmp_path):
    with ledger_of(tmp_path, *items()) as ledger:
        resolve(ledger)
        yield ledger


def merged(ledger):
    number = ledger.writer.merge(ledger.view.actor_id(FISK), ledger.view.actor_id(OLD), "ed", "one person")
    resolve(ledger)
    return number


def names(ledger):
    return sorted(row["name"] for row in ledger.view.actors())


def test_two_actors_become_one_and_two_again(ledger):
    number = merged(ledger)
    assert names(ledger) == [EK, FISK]
    assert ledger.view.actor(OLD) == ledger.view.actor(FISK)
    assert set(ledger.view.actor(FISK)["aliases"]) == {FISK, OLD}
    (decision,) = ledger.view.decisions()
    assert (decision.kind, decision.by, decision.because, decision.report) == ("merge", "ed", "one person", "")
    assert ledger.view.decisions(actor=decision.actor) == [decision]
    undone = ledger.writer.undo(number, "ed", "two after all")
    resolve(ledger)
    assert names(ledger) == [EK, FISK, OLD]
    ledger.writer.undo(undone, "ed", "one all the same")
    resolve(ledger)
    assert names(ledger) == [EK, FISK]
    assert ledger.verify() == []


def test_a_decision_holds_for_reports_that_come_later(ledger):
    merged(ledger)
    ledger.writer.record(*news("Snow", OLD, published=day("2031-06-01")))
    ledger.writer.record(*news("Frost", FISK, published=day("2031-06-02")))
    resolve(ledger)
    assert ledger.view.actor(OLD)["reports"] == 5 == ledger.view.actor(FISK)["reports"]


def test_some_chains_of_an_actor_stand_for_another(ledger):
    fisk = ledger.view.actor(FISK)
    (chain,) = (c.chain for c in ledger.view.chains(fisk["id"]) if c.outlet == "Post")
    number = ledger.writer.split(fisk["id"], [chain], "ed", "a namesake")
    resolve(ledger)
    assert names(ledger) == [EK, FISK, FISK, OLD]
    (one,) = ledger.view.disagreements()
    assert (one.decision, one.clause) == (number, "bear one name")
    ledger.writer.undo(number, "ed", "no")
    resolve(ledger)
    assert names(ledger) == [EK, FISK, OLD]
    assert ledger.view.disagreements() == []


def test_a_name_and_a_public_id_are_given(ledger):
    ledger.writer.rename(ledger.view.actor_id(OLD), "Ada Fisk", "ed", "her name")
    ledger.writer.identify(ledger.view.actor_id(OLD), "wikidata:Q0", "ed", "looked up")
    resolve(ledger)
    row = ledger.view.actor("Ada Fisk")
    assert (row["named_by"], row["ids"], row["aliases"]) == ("person", {"wikidata": "Q0"}, [OLD])
    before = [(d.kind, d.field, d.before, d.after) for d in ledger.view.decisions()]
    assert before == [("rename", "name", OLD, "Ada Fisk"), ("identify", "wikidata", None, "Q0")]


def test_a_decision_outlives_another_analyser(ledger):
    merged(ledger)
    _, report, found = items()[2]
    text = report.text
    longer = tuple(
        replace(m, span=Span(m.span.start, m.span.end + 4), name="Old Fisk was", name_span=None)
        for m in found.mentions
        if m.name == OLD
    )
    longer = tuple(replace(m, chain=m.id) for m in longer)
    ledger.writer.replace_analysis(replace(analysis(report, analyser="rules 2"), mentions=longer))
    resolve(ledger)
    assert names(ledger) == [EK, FISK]
    assert ledger.view.actor("Old Fisk was")["name"] == FISK
    assert text[slice(*longer[0].span)] == "Old Fisk was"
    assert ledger.view.orphans() == []


def test_a_place_that_is_no_actor_any_more_is_an_orphan(ledger):
    number = merged(ledger)
    ledger.writer.replace_analysis(analysis(items()[2][1], analyser="rules 2"))
    resolve(ledger)
    assert names(ledger) == [EK, FISK]
    (orphan,) = ledger.view.orphans()
    assert (orphan.decision, orphan.kind, orphan.exact, orphan.holds) == (number, "merge", OLD, False)
    assert orphan.reason == "nothing there is taken for an actor any more"
    ledger.writer.replace_analysis(items()[2][2])
    resolve(ledger)
    assert names(ledger) == [EK, FISK]
    assert ledger.view.orphans() == []
    assert ledger.view.actor(OLD)["name"] == FISK


def test_a_decision_outlives_removal_and_its_words_do_not(ledger, tmp_path):
    merged(ledger)
    report = items()[2][1]
    ledger.writer.remove(report.id, "ed", "asked to")
    resolve(ledger)
    (orphan,) = ledger.view.orphans()
    assert (orphan.exact, orphan.reason) == ("", "its report is not in the ledger")
    ledger.writer.restore(report.id, "ed", "was wrong")
    ledger.writer.record(*items()[2])
    resolve(ledger)
    assert names(ledger) == [EK, FISK]
    assert ledger.view.actor(OLD)["name"] == FISK
    assert ledger.verify() == []


def test_no_word_of_a_removed_report_stays_in_what_was_decided(tmp_path):
    with ledger_of(tmp_path, *items()) as ledger:
        resolve(ledger)
        merged(ledger)
        ledger.writer.remove(items()[2][1].id, "ed", "asked to")
        resolve(ledger)
    assert OLD.encode() not in (tmp_path / "ledger.db").read_bytes()


@pytest.mark.parametrize("other_first", [True, False])
def test_the_order_of_adding_changes_nothing_under_decisions(tmp_path, other_first):
    with ledger_of(tmp_path, *items()) as ledger:
        resolve(ledger)
        merged(ledger)
        later = [news("Snow", OLD, published=day("2031-01-01")), news("Frost", FISK, published=day("2031-06-02"))]
        for item in later if other_first else later[::-1]:
            ledger.writer.record(*item)
            resolve(ledger)
        kept = json.dumps(ledger.view.actors())
        resolve(ledger, "names 2")
        assert json.dumps(ledger.view.actors()) == kept
        assert ledger.view.actor(FISK)["published"] == "2031-01-01"


def test_what_makes_no_sense_is_refused(ledger):
    fisk, old = ledger.view.actor_id(FISK), ledger.view.actor_id(OLD)
    (chain,) = (c.chain for c in ledger.view.chains(old))
    writer = ledger.writer
    for wrong in (
        lambda: writer.merge(fisk, fisk, "ed", ""),
        lambda: writer.rename(fisk, " ", "ed", ""),
        lambda: writer.identify(fisk, "Q42", "ed", ""),
        lambda: writer.split(old, [chain], "ed", ""),
        lambda: writer.split(fisk, [], "ed", ""),
    ):
        with pytest.raises(UsageError):
            wrong()
    for missing in (
        lambda: writer.merge(fisk, "0" * 16, "ed", ""),
        lambda: writer.split(fisk, [chain], "ed", ""),
        lambda: writer.undo(7, "ed", ""),
    ):
        with pytest.raises(NotFound):
            missing()
    assert ledger.view.decisions() == []
    number = merged(ledger)
    writer.undo(number, "ed", "")
    with pytest.raises(UsageError, match="undone already"):
        writer.undo(number, "ed", "")


def test_decisions_and_their_places_are_never_changed(ledger):
    merged(ledger)
    ledger.close()
    with sqlite3.connect(ledger.path) as database:
        for wrong in (
            "DELETE FROM decision_anchors",
            "UPDATE decision_anchors SET exact = 'Other'",
            "UPDATE decision_anchors SET start = 0, exact = '', prefix = '', suffix = ''",
            "DELETE FROM decisions",
        ):
            with pytest.raises(sqlite3.IntegrityError, match="append-only"):
                database.execute(wrong)
    database.close()


def test_a_place_is_never_taken_for_a_look_alike(tmp_path):
    """The words stand elsewhere in the text that is read now, and more than once."""
    with ledger_of(tmp_path, *items()) as ledger:
        resolve(ledger)
        merged(ledger)
        ledger.close()
    with sqlite3.connect(tmp_path / "ledger.db") as database:
        (number,) = database.execute("SELECT number FROM reports WHERE id = ?", (items()[2][1].id,)).fetchone()
        (text,) = database.execute("SELECT text FROM texts WHERE report = ?", (number,)).fetchone()
        for new, reason in {f"Well. {text}": "", f"{text} {text}"[1:]: "in several places"}.items():
            database.execute("UPDATE texts SET text = ? WHERE report = ?", (new, number))
            database.commit()
            with Ledger.open(tmp_path / "ledger.db") as ledger:
                orphans = ledger.view.orphans()
            assert [reason in one.reason for one in orphans] == ([True] if reason else [])
    database.close()


def test_the_file_of_parties_is_kept_with_who_gave_it(ledger):
    assert ledger.view.parties() is None
    assert ledger.writer.parties("[[party]]\nname = 'A'\n", "parties.toml", "ed")
    assert not ledger.writer.parties("[[party]]\nname = 'A'\n", "parties.toml", "ed")
    kept = ledger.view.parties()
    assert (kept.origin, kept.by, kept.text[:9], len(kept.id)) == ("parties.toml", "ed", "[[party]]", 64)
    assert ledger.writer.parties("", "", "ed")
    assert ledger.view.parties() is None


def decided(number, kind, value=""):
    return Decided(number, kind, value, "why")


def test_the_overlay_is_a_function_of_decisions_and_places():
    decisions = [decided(1, "merge"), decided(2, "rename", "Ada"), decided(3, "undo", "1"), decided(4, "undo", "3")]
    assert [one.number for one in in_force(decisions)] == [1, 2]
    assert [one.number for one in in_force(decisions[:3])] == [2]
    places = [
        Anchor(1, 0, "r", Span(0, 3), "Ada", "c1"),
        Anchor(1, 0, "s", Span(0, 3), "Ada", None, "lost"),
        Anchor(1, 1, "r", Span(9, 12), "Bea", "c2"),
        Anchor(2, 0, "s", Span(0, 3), "Ada", None, "lost"),
    ]
    asked, orphans = constraints(decisions, places)
    assert asked == (Constraint("same", (("c1",), ("c2",)), "", "why", 1),)
    assert orphans == (places[1], places[3])
    assert constraints(decisions[:3], places)[0] == ()
