"""Mentions, figures and time expressions: kept whole, filtered, refused where they are no slices, verified."""

import sqlite3
from dataclasses import replace

import pytest

from onrecord.errors import LedgerError, NotFound, SliceMismatch
from onrecord.ledger import FigureFilter, Ledger, MentionFilter, StatementFilter, TimeFilter
from onrecord.ledger.findings import findings
from onrecord.model.figure import Figure
from onrecord.model.mention import Mention
from onrecord.model.span import Span
from onrecord.model.terms import ActorType, Counting, Form, Happening, Hedge
from onrecord.model.time import TimeExpression
from tests.ledger.making import analysis, capture_and_report, day, figure, ledger_of, mention, span, statement, time

TEXT = (
    "Foreign Minister Lena Fisk said “at least 12 civilians 😀 died in Torvela on Tuesday”. "
    "She spoke to nobody, the third time."
)


def story(**header):
    """One statement by a minister who is named once and once is ``She``; a figure, an ordinal and a date in it."""
    capture, report = capture_and_report(TEXT, published=day("2031-04-09"), **header)
    fisk = mention(
        report,
        "Lena Fisk",
        head=span(TEXT, "Fisk"),
        type=ActorType.PERSON,
        name="Lena Fisk",
        name_span=span(TEXT, "Lena Fisk"),
        title=(span(TEXT, "Foreign Minister"),),
        gender="f",
        number="s",
        features=(("surname", "Fisk"),),
    )
    she = mention(
        report,
        "She",
        fisk.id,
        form=Form.PRONOUN,
        type=ActorType.PERSON,
        name="Lena Fisk",
        name_span=span(TEXT, "Lena Fisk"),
        evidence=(span(TEXT, "Lena Fisk"),),
        quoted=False,
    )
    said = statement(
        report,
        "Foreign Minister Lena Fisk",
        "said",
        "“at least 12 civilians 😀 died in Torvela on Tuesday”",
        speaker_chain=fisk.id,
    )
    dead = figure(
        report,
        "12",
        value=12,
        minimum=12,
        hedge=Hedge.AT_LEAST,
        hedge_span=(span(TEXT, "at least"),),
        what=(span(TEXT, "died"),),
        group=(span(TEXT, "civilians"),),
        place=(span(TEXT, "Torvela"),),
        as_of=(span(TEXT, "Tuesday"),),
        giver=(span(TEXT, "Foreign Minister Lena Fisk"),),
        giver_name="Lena Fisk",
        counting=Counting.CUMULATIVE,
        statement=said.id,
    )
    third = figure(report, "third", value=3.0, ordinal=True)
    tuesday = time(
        report,
        "Tuesday",
        value="2031-04-08",
        start="2031-04-08",
        end="2031-04-08",
        event=(span(TEXT, "died"),),
        happening=Happening.HAPPENED,
        statement=said.id,
    )
    found = analysis(report, said, mentions=(fisk, she), figures=(dead, third), times=(tuesday,))
    return capture, report, found


@pytest.fixture
def view(tmp_path):
    with ledger_of(tmp_path, story()) as ledger:
        yield ledger.view


def test_what_was_found_comes_back_as_it_was(tmp_path):
    capture, report, found = story()
    with ledger_of(tmp_path, (capture, report, found)) as ledger:
        assert findings(ledger.view.analysis(report.id)) == findings(found)
        for one in (*found.mentions, *found.figures, *found.times, *found.statements):
            assert ledger.view.finding(one.id) == one
        assert ledger.verify() == []
        assert not ledger.writer.record(capture, report, found)


def test_a_mention_is_a_row_with_its_chain_and_spans(view):
    rows = {row["words"]: row for row in view.mentions()}
    fisk, she = rows["Lena Fisk"], rows["She"]
    assert she["chain"] == fisk["chain"] == fisk["id"]
    assert (she["name"], she["form"], fisk["title"], fisk["number"]) == (
        "Lena Fisk",
        "pronoun",
        ["Foreign Minister"],
        "s",
    )
    assert [TEXT[slice(*pair)] for pair in fisk["spans"]["head"]] == ["Fisk"]
    assert [TEXT[slice(*pair)] for pair in she["spans"]["evidence"]] == ["Lena Fisk"]
    (said,) = view.statements()
    assert said["speaker_chain"] == fisk["id"]


def test_a_figure_is_a_row_with_its_words(view):
    row = next(row for row in view.figures() if not row["ordinal"])
    assert (row["value"], row["minimum"], row["maximum"], row["hedge"]) == (12.0, 12.0, None, "at-least")
    assert (row["what"], row["group"], row["place"], row["as_of"]) == ("died", "civilians", "Torvela", "Tuesday")
    assert (row["giver"], row["giver_words"], row["relay"]) == ("Lena Fisk", "Foreign Minister Lena Fisk", None)
    assert [TEXT[slice(*pair)] for pair in row["spans"]["hedge"]] == ["at least"]
    assert row["spans"]["relay"] == []


def test_a_time_is_a_row_with_what_it_dates(view):
    (row,) = view.times()
    assert (row["exact"], row["value"], row["event"], row["happening"]) == ("Tuesday", "2031-04-08", "died", "happened")


@pytest.mark.parametrize(
    ("which", "number"),
    [
        (MentionFilter(), 2),
        (MentionFilter(name="lena"), 2),
        (MentionFilter(name="SHE"), 1),
        (MentionFilter(form="pronoun"), 1),
        (MentionFilter(type="person", outlet="Post", zone="body"), 2),
        (MentionFilter(type="state"), 0),
        (FigureFilter(), 2),
        (FigureFilter(ordinal=False, implied=False), 1),
        (FigureFilter(what="DIE", giver="fisk", hedge="at-least", counting="cumulative"), 1),
        (FigureFilter(giver="minister"), 1),
        (FigureFilter(unit="USD"), 0),
        (TimeFilter(), 1),
        (TimeFilter(type="DATE", anchor="published", happening="happened", dated=True, dates_saying=False), 1),
        (TimeFilter(dated=False), 0),
        (TimeFilter(since="2031-05"), 0),
    ],
)
def test_a_filter_narrows(view, which, number):
    ask = {MentionFilter: view.mentions, FigureFilter: view.figures, TimeFilter: view.times}[type(which)]
    rows = list(ask(which))
    assert len(rows) == number
    assert rows == sorted(rows, key=lambda row: row["id"])


def test_mentions_of_one_chain_and_figures_of_one_statement_are_asked_by_id(view):
    (said,) = view.statements()
    assert len(list(view.mentions(MentionFilter(chain=said["speaker_chain"])))) == 2
    assert len(list(view.figures(FigureFilter(statement=said["id"])))) == 1
    assert len(list(view.times(TimeFilter(statement=said["id"])))) == 1


def test_an_id_leads_to_its_own_kind(view):
    rows = {"mention": view.mentions, "figure": view.figures, "time": view.times, "statement": view.statements}
    for kind, ask in rows.items():
        row = next(iter(ask()))
        assert view.kind_of(row["id"]) == kind
        assert getattr(view, "entry" if kind == "statement" else kind)(row["id"][:9]) == row
    with pytest.raises(NotFound):
        view.entry(next(iter(view.times()))["id"])


def test_statements_alone_are_counted_as_statements(view):
    (report,) = view.reports()
    info = view.info()
    assert report["statements"] == info.statements == len(list(view.statements(StatementFilter()))) == 1
    assert info.analysers == (("rules 1", 1),)
    assert (info.mentions, info.figures, info.times, info.actors) == (2, 2, 1, 0)


def test_every_span_of_every_kind_is_listed(view):
    roles = {row["role"] for row in view.spans()}
    assert {"mention", "title", "evidence", "number", "what", "as_of", "time", "event", "content"} <= roles
    assert all(TEXT[row["start"] : row["end"]] == row["exact"] for row in view.spans())


def test_what_points_nowhere_is_refused_whole(tmp_path):
    capture, report, found = story()
    fisk, she = found.mentions
    (said,) = found.statements
    wrong = [
        replace(found, mentions=(fisk, replace(she, chain="0" * 16))),
        replace(found, mentions=(replace(fisk, chain=she.id), replace(she, chain=fisk.id))),
        replace(found, statements=(replace(said, speaker_chain="0" * 16),)),
        replace(found, figures=(replace(found.figures[0], statement="0" * 16),)),
        replace(found, times=(replace(found.times[0], statement="0" * 16),)),
    ]
    with Ledger.open(tmp_path / "a.db", create=True) as ledger:
        for one in wrong:
            with pytest.raises(LedgerError, match="same analysis"):
                ledger.writer.record(capture, report, one)
        assert list(ledger.view.reports()) == []


@pytest.mark.parametrize("bad", [Span(5, 5), Span(200, 210), Span(-1, 3)])
def test_what_is_no_slice_is_refused_whole(tmp_path, bad):
    capture, report, found = story()
    fisk, she = found.mentions
    wrong = [
        replace(found, mentions=(fisk, replace(she, head=bad))),
        replace(found, mentions=(fisk, replace(she, evidence=(bad,)))),
        replace(found, figures=(replace(found.figures[0], what=(bad,)),)),
        replace(found, times=(replace(found.times[0], event=(bad,)),)),
    ]
    with Ledger.open(tmp_path / "a.db", create=True) as ledger:
        for one in wrong:
            with pytest.raises(SliceMismatch):
                ledger.writer.record(capture, report, one)


def test_two_findings_with_one_id_keep_the_surer(view):
    found = story()[2]
    third = found.figures[1]
    twice = replace(found, figures=(third, replace(third, confidence=0.9, value=4)))
    assert [f.value for f in findings(twice).figures.values()] == [4]
    assert findings(twice) == findings(replace(twice, figures=twice.figures[::-1]))


def test_a_digest_says_nothing_of_what_is_empty():
    _, _, found = story()
    bare = replace(found, mentions=(), figures=(), times=(), statements=())
    assert findings(bare).digest == findings(replace(bare, doubts=())).digest
    for kind in (Mention, Figure, TimeExpression):
        assert kind.__dataclass_fields__["features"].default == ()


def test_a_second_analysis_takes_the_place_of_the_first(tmp_path):
    capture, report, found = story()
    with ledger_of(tmp_path, (capture, report, found)) as ledger:
        assert ledger.writer.replace_analysis(analysis(report, analyser="rules 2"))
        assert [list(rows) for rows in (ledger.view.mentions(), ledger.view.figures(), ledger.view.times())] == [[]] * 3
        assert list(ledger.view.spans()) == []
        ledger.writer.remove(report.id, "ed", "asked to")
        assert ledger.verify() == []


TAMPERING = {
    "head": ("UPDATE mentions SET head_end = 999", "span"),
    "name": ("UPDATE mentions SET name = 'Bo Ek'", "analysis"),
    "name span": ("UPDATE mentions SET name_start = -1", "span"),
    "chain": ("UPDATE mentions SET chain = entry", "analysis"),
    "speaker chain": ("UPDATE statements SET speaker_chain = NULL", "analysis"),
    "lost mention": ("DELETE FROM mentions WHERE form = 'pronoun'", "analysis"),
    "words of a mention": ("UPDATE spans SET exact = 'He' WHERE exact = 'She'", "span"),
    "lost span of a mention": ("DELETE FROM spans WHERE role = 'mention'", "analysis"),
    "other span of a mention": (
        "UPDATE spans SET start = start + 1, exact = substr(exact, 2) WHERE exact = 'She'",
        "span",
    ),
    "value": ("UPDATE figures SET value = 13", "analysis"),
    "hedge": ("UPDATE figures SET hedge = 'exact'", "analysis"),
    "giver": ("UPDATE figures SET giver_name = 'Bo Ek'", "analysis"),
    "giver's words": ("DELETE FROM spans WHERE role = 'giver'", "analysis"),
    "calendar value": ("UPDATE times SET value = '2031-04-09'", "analysis"),
    "event": ("UPDATE spans SET exact = 'rose' WHERE role = 'event'", "span"),
    "feature": ("UPDATE features SET value = 'Ek' WHERE name = 'surname'", "analysis"),
    "label in no list": ("UPDATE times SET type = 'WHEN'", "analysis"),
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
            'SELECT exact, what, "group", giver_name FROM all_figures WHERE NOT ordinal'
        ).fetchall() == [("12", "died", "civilians", "Lena Fisk")]
        assert database.execute("SELECT exact, event, first_day FROM all_times").fetchall() == [
            ("Tuesday", "died", "2031-04-08")
        ]
        assert sorted(database.execute("SELECT exact, name, title FROM all_mentions").fetchall()) == [
            ("Lena Fisk", "Lena Fisk", "Foreign Minister"),
            ("She", "Lena Fisk", None),
        ]
    database.close()
