"""The order of adding never matters, and neither does adding one by one or together."""

import json
from itertools import permutations

from onrecord.ledger.header import Header, choose, differences
from onrecord.model.report import Given
from tests.ledger.making import TEXT, day, ledger_of, made


def everything(ledger):
    view = ledger.view
    return json.dumps([list(rows) for rows in (view.reports(), view.statements(), view.spans(), view.doubts())])


def test_any_order_of_adding_gives_the_same_rows(tmp_path):
    items = [
        made(origin="b/one.txt", title="One", published=day("2031-04-09")),
        made(origin="a/one.txt", title="Eins", published=day("2031-04-10")),
        made(origin="c/one.txt", media_type="text/html"),
        made(outlet="Times", origin="d.txt"),
        made("Rain fell, it seems.", origin="e.txt"),
    ]
    results = set()
    for number, order in enumerate(permutations(items)):
        if number % 7 == 0:
            with ledger_of(tmp_path, *order, name=f"{number}.db") as ledger:
                results.add(everything(ledger))
                assert ledger.verify() == []
    assert len(results) == 1


def test_the_smallest_origin_is_shown_and_all_are_kept(tmp_path):
    with ledger_of(tmp_path, made(origin="b.txt"), made(origin="a.txt")) as ledger:
        (row,) = ledger.view.reports()
        assert row["origin"] == "a.txt"
        assert [o.origin for o in ledger.view.origins(row["id"])] == ["a.txt", "b.txt"]


def test_every_claim_is_kept_and_a_difference_is_said(tmp_path):
    with ledger_of(tmp_path, made(title="One"), made(origin="b.txt", title="Two")) as ledger:
        (row,) = ledger.view.reports()
        assert row["title"] == "One"
        assert row["notes"] == ["title: given as 'One' and 'Two'; shown is 'One'"]
        assert {g.value for g in ledger.view.report(row["id"]).metadata} == {"One", "Two"}
        ledger.writer.correct(row["id"], {"title": "Two"}, "ed", "read it")
        assert ledger.view.report_row(row["id"])["notes"] == ["title: corrected from 'One' to 'Two' by ed: read it"]


def test_a_stronger_origin_wins_over_a_smaller_value():
    headers = [Header(title="Alpha"), Header(title="Beta")]
    given = [Given("title", "Alpha", "page"), Given("title", "Beta", "option")]
    assert choose(headers, given).title == "Beta"


def test_a_surer_date_wins_and_days_that_agree_are_no_difference():
    sure, unsure = day("2031-04-09"), day("2031-04-08")._replace(confidence=0.5)
    assert choose([Header(published=unsure), Header(published=sure)], []).published == sure
    instant = day("2031-04-09T08:00:00Z")
    assert differences([Header(published=sure), Header(published=instant)], []) == ()


def test_the_same_bytes_read_as_two_media_types_keep_one_reading_in_any_order(tmp_path):
    text, page = made(), made(origin="a.html", media_type="text/html")
    for name, order in {"1.db": (text, page), "2.db": (page, text)}.items():
        with ledger_of(tmp_path, *order, name=name) as ledger:
            assert ledger.view.capture(text[1].id).media_type == "text/html"
            assert ledger.view.text(text[1].id) == TEXT
