"""The writer: one report, one transaction, nothing that is not a slice."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.errors import LedgerError, Malformed, NotFound, NotText, OnrecordError, SliceMismatch, UsageError
from onrecord.ledger import Ledger
from onrecord.model.offsets import OffsetMap
from onrecord.model.report import Given
from onrecord.model.span import Span
from onrecord.model.statement import Statement
from onrecord.model.terms import Act, Band, Mode, ZoneKind
from tests.ledger.making import TEXT, analysis, capture_and_report, ledger_of, made, statement


def test_what_is_recorded_comes_back_as_it_was(tmp_path):
    capture, report, found = made(title="Council meets")
    with ledger_of(tmp_path, (capture, report, found)) as ledger:
        assert ledger.view.capture(report.id) == capture
        assert ledger.view.report(report.id) == report
        assert ledger.view.analysis(report.id) == found
        assert ledger.verify() == []


def test_the_same_report_again_changes_nothing(tmp_path):
    item = made()
    with ledger_of(tmp_path, item) as ledger:
        before = list(ledger.view.statements())
        assert ledger.writer.record(*item) is False
        assert list(ledger.view.statements()) == before


def test_another_analysis_takes_the_place_of_the_first(tmp_path):
    capture, report, found = made()
    with ledger_of(tmp_path, (capture, report, found)) as ledger:
        newer = analysis(report, *found.statements, analyser="rules 2")
        assert ledger.writer.replace_analysis(newer) is True
        assert ledger.writer.replace_analysis(newer) is False
        assert ledger.view.analysis(report.id) == newer
        assert list(ledger.view.doubts()) == []
        assert ledger.verify() == []


def test_a_span_outside_the_text_is_refused_and_nothing_is_written(tmp_path):
    capture, report, found = made()
    broken = replace(found.statements[0], content=(Span(40, 400),))
    with ledger_of(tmp_path) as ledger:
        with pytest.raises(SliceMismatch):
            ledger.writer.record(capture, report, analysis(report, broken))
        assert ledger.view.info().reports == 0


def test_a_statement_without_content_is_refused(tmp_path):
    capture, report, found = made()
    with ledger_of(tmp_path) as ledger, pytest.raises(SliceMismatch):
        ledger.writer.record(capture, report, analysis(report, replace(found.statements[0], content=())))


def test_a_text_that_does_not_decode_from_its_bytes_is_refused(tmp_path):
    capture, report, found = made()
    elsewhere = report.offsets.runs[0]._replace(byte_start=1)
    with ledger_of(tmp_path) as ledger, pytest.raises(SliceMismatch):
        ledger.writer.record(capture, replace(report, offsets=OffsetMap("utf-8", (elsewhere,))), found)


def test_the_analysis_of_another_text_is_refused(tmp_path):
    capture, report, _ = made()
    with ledger_of(tmp_path) as ledger, pytest.raises(SliceMismatch):
        ledger.writer.record(capture, report, made(TEXT + " More.")[2])


def test_a_parent_that_is_not_in_the_analysis_is_refused(tmp_path):
    capture, report, found = made()
    orphan = replace(found.statements[0], parent="0" * 16)
    with ledger_of(tmp_path) as ledger, pytest.raises(LedgerError):
        ledger.writer.record(capture, report, analysis(report, orphan))


def test_a_statement_inside_another_keeps_its_parent(tmp_path):
    text = "Ana said that Bo said rain came."
    capture, report = capture_and_report(text)
    outer = statement(report, "Ana", "said", "Bo said rain came")
    inner = replace(statement(report, "Bo", "said", "rain came"), cue=(Span(17, 21),), parent=outer.id)
    with ledger_of(tmp_path, (capture, report, analysis(report, inner, outer))) as ledger:
        assert ledger.view.entry(inner.id)["parent"] == outer.id
        assert ledger.writer.replace_analysis(analysis(report, outer)) is True
        assert ledger.verify() == []


@pytest.mark.parametrize("origin", ["a\udcff.txt", "a\0.txt"])
def test_what_cannot_be_stored_is_refused_by_name(tmp_path, origin):
    with ledger_of(tmp_path) as ledger, pytest.raises(NotText):
        ledger.writer.record(*made(origin=origin))


def test_a_new_report_needs_an_analysis_and_a_known_one_does_not(tmp_path):
    capture, report, found = made()
    with ledger_of(tmp_path) as ledger:
        with pytest.raises(LedgerError):
            ledger.writer.record(capture, report, None)
        ledger.writer.record(capture, report, found)
        assert ledger.writer.record(capture, report, None) is False
        assert ledger.writer.record(capture, replace(report, origin="b.txt"), None) is True
        assert [origin.origin for origin in ledger.view.origins(report.id)] == ["a.txt", "b.txt"]


def test_a_refusal_is_kept_until_the_input_is_read(tmp_path):
    with ledger_of(tmp_path) as ledger:
        ledger.writer.refuse(Malformed("a.txt", "is cut off", "send it whole"))
        ledger.writer.refuse(Malformed("b\udcff.txt", "is cut off", "send it whole"))
        assert [r.subject for r in ledger.view.refusals()] == ["a.txt", "b\\udcff.txt"]
        assert ledger.view.info().refused == (("Malformed", 2),)
        ledger.writer.record(*made(origin="a.txt"))
        assert [r.subject for r in ledger.view.refusals()] == ["b\\udcff.txt"]


def test_a_correction_changes_what_is_shown_and_no_id(tmp_path):
    capture, report, found = made(title="Council meets")
    with ledger_of(tmp_path, (capture, report, found)) as ledger:
        assert ledger.writer.correct(report.id, {"outlet": "The Post", "published": "2031-04"}, "ed", "masthead")
        row = ledger.view.report_row(report.id)
        assert (row["id"], row["outlet"], row["title"]) == (report.id, "The Post", "Council meets")
        assert row["published"] == {"start": "2031-04-01", "end": "2031-04-30", "method": "given", "confidence": 1.0}
        assert [s["outlet"] for s in ledger.view.statements()] == ["The Post"]
        assert ledger.view.report(report.id).id == report.id
        assert ledger.writer.record(capture, report, found) is False
        assert ledger.writer.correct(report.id, {"outlet": "The Post"}, "ed", "again") is False
        decisions = [(d.field, d.before, d.after, d.by, d.because) for d in ledger.view.decisions(report.id)]
        assert decisions == [
            ("outlet", "Post", "The Post", "ed", "masthead"),
            ("published", None, "2031-04-01/2031-04-30", "ed", "masthead"),
        ]
        assert ledger.verify() == []


def test_a_correction_can_be_corrected(tmp_path):
    item = made()
    with ledger_of(tmp_path, item) as ledger:
        for outlet in ("One", "Two", None):
            ledger.writer.correct(item[1].id, {"outlet": outlet}, "ed", "because")
        assert ledger.view.report_row(item[1].id)["outlet"] is None
        assert len(ledger.view.decisions()) == 3


@pytest.mark.parametrize("values", [{"text": "x"}, {}, {"published": "soon"}, {"published": "2031-05/2031-04"}])
def test_what_cannot_be_corrected_is_named(tmp_path, values):
    item = made()
    with ledger_of(tmp_path, item) as ledger, pytest.raises(UsageError):
        ledger.writer.correct(item[1].id, values, "ed", "because")


def test_decisions_are_never_changed(tmp_path):
    item = made()
    with ledger_of(tmp_path, item) as ledger:
        ledger.writer.correct(item[1].id, {"outlet": "X"}, "ed", "because")
        for command in ("UPDATE decisions SET by = 'me'", "DELETE FROM decisions"):
            with pytest.raises(Exception, match="append-only"):
                ledger.writer._db.execute(command)


def test_a_removed_report_leaves_nothing_and_stays_away_until_it_is_restored(tmp_path):
    item, other = made(), made("Rain fell.", origin="b.txt")
    with ledger_of(tmp_path, item, other) as ledger:
        ledger.writer.remove(item[1].id, "ed", "asked to")
        assert [r["id"] for r in ledger.view.reports()] == [other[1].id]
        assert ledger.view.search("act").reports == 0
        assert ledger.view.info().captures == 1
        assert ledger.writer.record(*item) is False
        assert ledger.view.is_removed(item[1].id)
        assert ledger.view.removals()[0].because == "asked to"
        assert ledger.verify() == []
        ledger.writer.restore(item[1].id, "ed", "a mistake")
        assert ledger.writer.record(*item) is True
        assert ledger.verify() == []


def test_a_removed_report_leaves_no_words_in_the_file(tmp_path):
    item = made("The word xylographica stands here.")
    with ledger_of(tmp_path, item) as ledger:
        ledger.writer.remove(item[1].id, "ed", "asked to")
    assert b"xylographica" not in (tmp_path / "ledger.db").read_bytes()


def test_one_capture_of_two_outlets_is_two_reports(tmp_path):
    with ledger_of(tmp_path, made(outlet="Post"), made(outlet="Times", origin="b.txt")) as ledger:
        assert (ledger.view.info().reports, ledger.view.info().captures) == (2, 1)
        ledger.writer.remove(made(outlet="Post")[1].id, "ed", "asked to")
        assert ledger.view.info().captures == 1
        assert ledger.verify() == []


def test_what_is_not_there_is_named(tmp_path):
    with ledger_of(tmp_path) as ledger:
        for act in (
            lambda: ledger.writer.correct("0" * 16, {"outlet": "x"}, "ed", "b"),
            lambda: ledger.writer.remove("0" * 16, "ed", "b"),
            lambda: ledger.writer.restore("0" * 16, "ed", "b"),
            lambda: ledger.writer.replace_analysis(made()[2]),
        ):
            with pytest.raises(NotFound):
                act()


def test_two_writers_wait_for_each_other(tmp_path):
    with ledger_of(tmp_path, made()) as one, Ledger.open(tmp_path / "ledger.db", create=True) as two:
        assert two.writer.record(*made("Rain fell.", origin="b.txt")) is True
        assert one.view.info().reports == 2


def test_a_reader_sees_the_ledger_while_a_report_is_half_written(tmp_path):
    with ledger_of(tmp_path, made()) as ledger:
        ledger.writer._db.execute("BEGIN IMMEDIATE")
        ledger.writer._db.execute("DELETE FROM texts")
        assert ledger.view.text(made()[1].id) == TEXT
        ledger.writer._db.execute("ROLLBACK")


HOSTILE = st.text(
    st.one_of(
        st.characters(codec=None),
        st.sampled_from("“”\"'\r\n\t\u00a0\u202e\u0301😀\u0000\ud800<>&_=+-@\U000f0000\U000f0001"),
    ),
    max_size=80,
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=HOSTILE,
    cuts=st.lists(st.tuples(st.integers(0, 90), st.integers(0, 90)), min_size=3, max_size=3),
    title=HOSTILE,
)
def test_hostile_text_is_exact_or_refused_by_name(ledger, text, cuts, title):
    source, cue, content = ((Span(*sorted(cut)),) for cut in cuts)
    try:
        capture, report = capture_and_report(text.encode("utf-8", "surrogatepass").decode("utf-8", "replace"))
        report = replace(report, title=title, metadata=(Given("title", title, "file"),))
        labels = (Mode.MIXED, Act.SAY, ZoneKind.BODY, 0.5, Band.UNSURE, "r", "r", "rules 1")
        found = analysis(report, Statement(report.id, source, cue, content, *labels))
        ledger.writer.record(capture, report, found)
    except OnrecordError:
        return
    row = ledger.view.entry(found.statements[0].id)
    for role in ("source", "cue", "content"):
        assert row[f"{role}_text"] == [report.text[start:end] for start, end in row[role]]
    assert ledger.view.text(report.id) == report.text


@pytest.fixture(scope="module")
def ledger(tmp_path_factory):
    with ledger_of(tmp_path_factory.mktemp("hostile")) as ledger:
        yield ledger
        assert ledger.verify() == []
