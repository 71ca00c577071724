"""Relations, positions and labels: kept whole, named, filtered, refused where they point nowhere, verified."""

import sqlite3
from dataclasses import replace

import pytest

from onrecord.errors import LedgerError, NotFound, SliceMismatch
from onrecord.ledger import LabelFilter, Ledger, PositionFilter, RelationFilter
from onrecord.ledger.findings import findings
from onrecord.model.span import Span
from onrecord.model.terms import ActorType, LabelKind, PositionKind, RelationKind, Strength, Voice
from onrecord.views.entry import entry_row, headline
from tests.ledger.making import (
    analysis,
    capture_and_report,
    day,
    label,
    ledger_of,
    mention,
    position,
    relation,
    span,
    statement,
)

TEXT = (
    "Foreign Minister Lena Fisk accused Torvela of “shelling the port 😀” and demanded that it withdraw, "
    "if the strait is open. The brutal April raid was “liberation”, the so-called council reckless."
)


def story(**header):
    """A minister accuses a state and demands something of it; the outlet reproaches a council in its own voice."""
    capture, report = capture_and_report(TEXT, published=day("2031-04-09"), **header)
    fisk = mention(report, "Lena Fisk", type=ActorType.PERSON, name="Lena Fisk", name_span=span(TEXT, "Lena Fisk"))
    torvela = mention(report, "Torvela", type=ActorType.STATE, name="Torvela", name_span=span(TEXT, "Torvela"))
    said = statement(report, "Foreign Minister Lena Fisk", "accused", "“shelling the port 😀”", speaker_chain=fisk.id)
    accused = relation(
        report,
        "Foreign Minister Lena Fisk",
        "accused",
        "Torvela",
        matter=(span(TEXT, "“shelling the port 😀”"),),
        source_chain=fisk.id,
        target_chain=torvela.id,
        source_name="Lena Fisk",
        target_name="Torvela",
        statement=said.id,
        features=(("verb", "accuse"),),
    )
    own = relation(
        report, None, "reckless", "the so-called council", kind=RelationKind.CRITICISE, strength=Strength.IMPLICIT
    )
    never = relation(report, "Lena Fisk", "open", "Torvela", kind=RelationKind.THREATEN, negated=True)
    wants = position(
        report,
        "Lena Fisk",
        "demanded",
        "that it withdraw",
        condition=(span(TEXT, "if the strait is open"),),
        holder_chain=fisk.id,
        holder_name="Lena Fisk",
        addressee=(span(TEXT, "it "),),
        statement=said.id,
    )
    raid = label(report, "The brutal April raid", "raid", about=(span(TEXT, "April"),), features=(("lemma", "raid"),))
    scare = label(report, "“liberation”", "liberation", kind=LabelKind.SCARE_QUOTES, chain=torvela.id)
    found = analysis(
        report,
        said,
        mentions=(fisk, torvela),
        relations=(accused, own, never),
        positions=(wants,),
        labels=(raid, scare),
    )
    return capture, report, found


@pytest.fixture
def view(tmp_path):
    with ledger_of(tmp_path, story()) as ledger:
        yield ledger.view


def test_what_was_found_comes_back_as_it_was(tmp_path):
    capture, report, found = story()
    with ledger_of(tmp_path, (capture, report, found)) as ledger:
        assert findings(ledger.view.analysis(report.id)) == findings(found)
        for one in (*found.relations, *found.positions, *found.labels):
            assert ledger.view.finding(one.id) == one
        assert ledger.verify() == []
        assert not ledger.writer.record(capture, report, found)


def test_a_relation_is_a_row_with_both_sides(view):
    row = next(iter(view.relations(RelationFilter(kind="accuse"))))
    assert (row["from"], row["to"], row["kind"], row["strength"]) == ("Lena Fisk", "Torvela", "accuse", "explicit")
    assert (row["voice"], row["negated"], row["from_actor"]) == ("quoted", False, None)
    assert (row["from_words"], row["matter"]) == ("Foreign Minister Lena Fisk", "“shelling the port 😀”")
    spans = {role: [TEXT[slice(*pair)] for pair in pairs] for role, pairs in row["spans"].items()}
    assert spans == {
        "source": ["Foreign Minister Lena Fisk"],
        "cue": ["accused"],
        "target": ["Torvela"],
        "matter": ["“shelling the port 😀”"],
    }


def test_in_its_own_voice_a_relation_is_from_the_outlet(view):
    row = next(iter(view.relations(RelationFilter(voice="outlet"))))
    assert (row["from"], row["from_words"], row["to"]) == ("Post", None, "the so-called council")


def test_a_position_is_a_row_with_its_condition(view):
    (row,) = view.positions()
    assert (row["holder"], row["kind"], row["wanted"]) == ("Lena Fisk", "demand", "that it withdraw")
    assert (row["condition"], row["addressee"]) == ("if the strait is open", "it ")
    assert set(row["spans"]) == {"holder", "cue", "content", "condition", "addressee"}


def test_a_label_is_a_row_with_its_head(view):
    raid, scare = sorted(view.labels(), key=lambda row: row["kind"])
    assert (raid["exact"], raid["head"], raid["lemma"], raid["about"]) == (
        "The brutal April raid",
        "raid",
        "raid",
        "April",
    )
    assert (scare["head"], scare["lemma"], scare["voice"]) == ("liberation", None, "outlet")
    assert scare["chain"] is not None


@pytest.mark.parametrize(
    ("which", "number"),
    [
        (RelationFilter(), 3),
        (RelationFilter(negated=False), 2),
        (RelationFilter(source="FISK"), 2),
        (RelationFilter(source="post"), 1),
        (RelationFilter(target="torvela", kind="accuse", strength="explicit"), 1),
        (RelationFilter(outlet="Else"), 0),
        (PositionFilter(holder="lena", kind="demand", voice="quoted", negated=False), 1),
        (PositionFilter(holder="minister"), 0),
        (LabelFilter(), 2),
        (LabelFilter(words="RAID", kind="event", voice="outlet"), 1),
        (LabelFilter(since="2031-05"), 0),
    ],
)
def test_a_filter_narrows(view, which, number):
    ask = {RelationFilter: view.relations, PositionFilter: view.positions, LabelFilter: view.labels}[type(which)]
    rows = list(ask(which))
    assert len(rows) == number
    assert rows == sorted(rows, key=lambda row: row["id"])


def test_an_id_leads_to_its_own_kind_and_says_what_it_is_in_a_line(view):
    lines = {}
    for kind, ask in {"relation": view.relations, "position": view.positions, "label": view.labels}.items():
        for row in ask():
            assert view.kind_of(row["id"]) == kind
            assert getattr(view, kind)(row["id"][:12]) == entry_row(view, row["id"]) == row
            lines[row["kind"]] = headline(row)
    assert lines["accuse"] == "Lena Fisk · accuses · Torvela · for: “shelling the port 😀” · explicit"
    assert lines["criticise"] == "Post · criticises · the so-called council · implicit · in the outlet's own voice"
    assert lines["threaten"].startswith("Lena Fisk · does not threaten · Torvela")
    assert lines["demand"] == "Lena Fisk · demands · that it withdraw · on the condition: if the strait is open"
    assert lines["scare-quotes"] == "“liberation” · scare quotes · in the outlet's own voice"
    with pytest.raises(NotFound, match="onrecord blame"):
        view.relation(next(iter(view.labels()))["id"])


def test_counts_leave_out_what_a_report_says_is_not_so(view):
    info = view.info()
    assert (info.relations, info.positions, info.labels) == (2, 1, 2)


def test_what_points_nowhere_is_refused_whole(tmp_path):
    capture, report, found = story()
    nowhere = "0" * 16
    wrong = [
        replace(found, relations=(replace(found.relations[0], statement=nowhere),)),
        replace(found, relations=(replace(found.relations[0], source_chain=nowhere),)),
        replace(found, relations=(replace(found.relations[0], target_chain=nowhere),)),
        replace(found, positions=(replace(found.positions[0], holder_chain=nowhere),)),
        replace(found, labels=(replace(found.labels[0], chain=nowhere),)),
    ]
    with Ledger.open(tmp_path / "a.db", create=True) as ledger:
        for one in wrong:
            with pytest.raises(LedgerError, match="same analysis"):
                ledger.writer.record(capture, report, one)
        assert list(ledger.view.reports()) == []


@pytest.mark.parametrize("bad", [Span(5, 5), Span(900, 910), Span(-1, 3)])
def test_what_is_no_slice_is_refused_whole(tmp_path, bad):
    capture, report, found = story()
    wrong = [
        replace(found, relations=(replace(found.relations[0], matter=(bad,)),)),
        replace(found, positions=(replace(found.positions[0], condition=(bad,)),)),
        replace(found, labels=(replace(found.labels[0], head=bad),)),
    ]
    with Ledger.open(tmp_path / "a.db", create=True) as ledger:
        for one in wrong:
            with pytest.raises(SliceMismatch):
                ledger.writer.record(capture, report, one)


def test_a_digest_says_nothing_of_kinds_that_are_empty():
    _, _, found = story()
    bare = replace(found, relations=(), positions=(), labels=())
    assert findings(bare).digest != findings(found).digest
    assert findings(replace(bare, doubts=())).digest == findings(bare).digest


def test_a_second_analysis_takes_the_place_of_the_first(tmp_path):
    capture, report, found = story()
    with ledger_of(tmp_path, (capture, report, found)) as ledger:
        assert ledger.writer.replace_analysis(analysis(report, analyser="rules 2"))
        rows = (ledger.view.relations(), ledger.view.positions(), ledger.view.labels(), ledger.view.spans())
        assert [list(one) for one in rows] == [[]] * 4
        ledger.writer.remove(report.id, "ed", "asked to")
        assert ledger.verify() == []


TAMPERING = {
    "kind": ("UPDATE relations SET kind = 'blame' WHERE kind = 'accuse'", "id"),
    "strength": ("UPDATE relations SET strength = 'implicit'", "analysis"),
    "negated": ("UPDATE relations SET negated = 1 - negated", "analysis"),
    "name": ("UPDATE relations SET target_name = 'Ardvania'", "analysis"),
    "side": ("UPDATE relations SET target_chain = source_chain", "analysis"),
    "lost relation": ("DELETE FROM relations WHERE negated", "analysis"),
    "words": ("UPDATE spans SET exact = 'Ardvan.' WHERE exact = 'Torvela'", "span"),
    "holder": ("UPDATE positions SET holder_name = NULL", "analysis"),
    "condition": ("DELETE FROM spans WHERE role = 'condition'", "analysis"),
    "head": ("UPDATE labels SET head_start = 0", "analysis"),
    "voice": ("UPDATE labels SET voice = 'quoted'", "analysis"),
    "label in no list": ("UPDATE labels SET kind = 'word'", "analysis"),
}


@pytest.mark.parametrize("what", TAMPERING)
def test_what_was_tampered_with_is_named(tmp_path, what):
    command, check = TAMPERING[what]
    ledger_of(tmp_path, story()).close()
    connection = sqlite3.connect(tmp_path / "ledger.db")
    connection.execute(command)
    connection.commit()
    connection.close()
    with Ledger.open(tmp_path / "ledger.db") as ledger:
        assert check in {fault.check for fault in ledger.verify()}


def test_any_tool_reads_the_views(tmp_path):
    ledger_of(tmp_path, story()).close()
    with sqlite3.connect(tmp_path / "ledger.db") as database:
        assert database.execute(
            'SELECT "from", kind, "to", voice FROM all_relations WHERE NOT negated ORDER BY kind'
        ).fetchall() == [
            ("Lena Fisk", RelationKind.ACCUSE, "Torvela", Voice.QUOTED),
            ("Post", RelationKind.CRITICISE, "the so-called council", Voice.OUTLET),
        ]
        assert database.execute("SELECT holder, kind, content FROM all_positions").fetchall() == [
            ("Lena Fisk", PositionKind.DEMAND, "that it withdraw")
        ]
        assert database.execute("SELECT exact, lemma FROM all_labels WHERE kind = 'event'").fetchall() == [
            ("The brutal April raid", "raid")
        ]
