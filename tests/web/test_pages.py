"""What the pages show: rows as the ledger has them, text as text, and every view in three forms."""

import csv
import io
from html.parser import HTMLParser
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from onrecord.ledger import Ledger
from onrecord.web.home import matrix
from onrecord.web.reading import Reader, Worked

from .conftest import HOSTILE, LONG, client, ids, pages

OWN_SCRIPTS = {"/static/card.js", "/static/compare.js", "/static/reader.js", "/static/review.js"}
WORKED = ("compare", "blame", "positions", "wording", "coverage", "conflicts", "copies", "series", "timeline")
LISTS = ("reports", "statements", "actors", "figures", "doubts")


class Outline(HTMLParser):
    """Tags with their attributes, and the text of the element whose class is ``text``."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


@pytest.mark.parametrize("name", LISTS)
def test_a_list_is_page_json_and_csv_at_one_address(reader: TestClient, name: str) -> None:
    listed = reader.get(f"/{name}.json?limit=7").json()
    assert reader.get(f"/{name}?limit=7&format=json").json() == listed
    assert len(listed["rows"]) == min(7, listed["total"]) > 0
    lines = list(csv.DictReader(io.StringIO(reader.get(f"/{name}.csv").text)))
    assert len(lines) == listed["total"]
    assert reader.get(f"/{name}?limit=7").status_code == 200


@pytest.mark.parametrize("name", LISTS)
def test_pages_of_a_list_hold_every_row_once(reader: TestClient, name: str) -> None:
    total = reader.get(f"/{name}.json").json()["total"]
    found = [
        r["id"] for at in range(0, total, 9) for r in reader.get(f"/{name}.json?limit=9&offset={at}").json()["rows"]
    ]
    assert len(found) == len(set(found)) == total


def test_statements_are_those_of_the_ledger(reader: TestClient, story: Path) -> None:
    with Ledger.open(story) as ledger:
        rows = {row["id"]: row for row in ledger.view.statements()}
    shown = reader.get("/statements.json?limit=1000").json()["rows"]
    assert {row["id"]: row for row in shown} == rows


def test_reports_come_newest_first_and_undated_ones_last(reader: TestClient) -> None:
    dates = [row["published"]["start"] for row in reader.get("/reports.json").json()["rows"]]
    known = [date for date in dates if date]
    assert known == sorted(known, reverse=True)
    assert dates[: len(known)] == known


def test_counts_to_narrow_by_are_what_one_finds(reader: TestClient) -> None:
    facets = reader.get("/statements.json").json()["facets"]
    for name in ("outlet", "act", "mode", "band"):
        for value, count in facets[name].items():
            found = reader.get("/statements.json", params={name: value}).json()
            assert found["total"] == count, (name, value)


def test_an_empty_field_of_a_form_narrows_nothing(reader: TestClient) -> None:
    every = reader.get("/statements.json").json()["total"]
    assert reader.get("/statements.json?speaker=&act=&since=&outlet=").json()["total"] == every


def test_every_number_of_the_first_page_leads_to_as_many_reports(reader: TestClient) -> None:
    outline = Outline(reader.get("/").text)
    cells = [a["href"] for tag, a in outline.tags if tag == "a" and "outlet=" in (a.get("href") or "")]
    totals = [reader.get(cell.replace("/reports", "/reports.json")).json()["total"] for cell in cells if cell]
    assert all(totals)
    whole = [t for cell, t in zip(cells, totals, strict=True) if cell and "since" not in cell]
    undated = reader.get("/reports.json?undated=true").json()["total"]
    assert sum(whole) <= reader.get("/reports.json").json()["total"]
    assert sum(t for cell, t in zip(cells, totals, strict=True) if cell and "since" in cell) + undated >= sum(whole)


def test_a_matrix_of_many_days_is_by_month_or_year() -> None:
    days = [("A", f"2031-{month:02}-{day:02}", 1) for month in range(1, 13) for day in range(1, 29)]
    assert matrix(days).unit == "month"
    assert matrix([("A", f"{year}-01-01", 1) for year in range(2000, 2014)]).unit == "day"
    long = matrix([("A", f"{year}-{month:02}-01", 1) for year in range(1950, 2031) for month in (1, 2)])
    assert (long.unit, long.before) == ("month", 162 - 14)


def test_a_second_visit_says_what_was_added(story: Path) -> None:
    reader = client(story)
    assert "first visit" in reader.get("/").text
    names = [name for name in reader.cookies if name.startswith("onrecord-latest")]
    assert len(names) == 1
    again = client(story)
    again.cookies.set(names[0], "3")
    page = again.get("/").text
    total = again.get("/reports.json?after=3").json()["total"]
    assert f'<a href="/reports?after=3">{total} reports</a> added' in page
    assert f'<a href="/reports?after=3">{total} reports</a> added' in again.get("/").text


def test_a_report_is_read_character_by_character(reader: TestClient, story: Path) -> None:
    with Ledger.open(story) as ledger:
        for row in ledger.view.reports():
            assert reader.get(f"/reports/{row['id']}.txt").content == ledger.view.text(row["id"]).encode()


def test_every_statement_of_a_report_has_its_place_and_its_line(reader: TestClient) -> None:
    report = max(reader.get("/reports.json").json()["rows"], key=lambda row: row["statements"])
    outline = Outline(reader.get(f"/reports/{report['id']}").text)
    anchors = {a["id"] for _, a in outline.tags if a.get("id")}
    for row in reader.get(f"/statements.json?limit=1000&report={report['id']}").json()["rows"]:
        assert {f"s-{row['id']}", f"e-{row['id']}"} <= anchors


def test_an_entry_shows_its_words_why_and_how_to_cite_it(reader: TestClient) -> None:
    row = reader.get("/statements.json?limit=1").json()["rows"][0]
    entry = reader.get(f"/statements/{row['id']}.json").json()
    assert entry["entry"] == row
    words = [s["words"] for s in entry["segments"] if "content" in s["roles"]]
    assert "".join(row["content_text"]) == "".join(words)
    page = reader.get(f"/statements/{row['id']}").text
    for part in ("In its place", "Why", "To cite it", row["id"]):
        assert part in page


def test_an_entry_is_found_under_its_own_kind(reader: TestClient) -> None:
    figure = ids(reader, "figures")[0]
    for address in (f"/entries/{figure}", f"/statements/{figure}", f"/times/{figure}"):
        there = reader.get(address, follow_redirects=False)
        assert (there.status_code, there.headers["location"]) == (307, f"/figures/{figure}")


def test_ids_may_be_shortened_and_what_is_not_there_is_said_kindly(reader: TestClient) -> None:
    whole = ids(reader, "statements")[0]
    assert reader.get(f"/statements/{whole[:14]}").status_code == 200
    gone = reader.get("/statements/ffffffffffffffff")
    assert gone.status_code == 404
    assert "Search" in gone.text


def test_the_words_found_are_marked_and_facets_narrow(reader: TestClient) -> None:
    found = reader.get("/search.json?q=ferry").json()
    assert found["reports"] > 0
    assert "<mark>" in reader.get("/search?q=ferry").text
    outlet, count = next(iter(found["facets"]["outlet"].items()))
    assert reader.get("/search.json", params={"q": "ferry", "outlet": outlet}).json()["reports"] == count
    for words in ('"', "*", "(", "NEAR(", "a OR", "\x00", "--", "", "   "):
        assert reader.get("/search", params={"q": words}).status_code == 200, words


def test_hostile_text_is_text_on_every_page(hostile: Path) -> None:
    reader = client(hostile)
    addresses = [*pages(reader), *(f"/reports/{id}" for id in ids(reader, "reports"))]
    addresses += [f"/statements/{id}" for id in ids(reader, "statements")]
    addresses += [f"/actors/{id}" for id in ids(reader, "actors")]
    addresses += ["/search?q=%3Cscript%3Ealert(1)%3C/script%3E", "/statements?outlet=%3Cscript%3Ealert(9)%3C/script%3E"]
    for address in addresses:
        page = reader.get(address).text
        outline = Outline(page)
        scripts = [a for tag, a in outline.tags if tag == "script"]
        assert {(a.get("src") or "").split("?")[0] for a in scripts} <= OWN_SCRIPTS, address
        assert not [a for _, a in outline.tags if any(name.startswith("on") for name in a)], address
        assert not [tag for tag, a in outline.tags if tag == "img"], address
        hrefs = [a["href"] or "" for _, a in outline.tags if "href" in a]
        assert all(href.startswith(("/", "#", "http://", "https://")) for href in hrefs), address
        assert "\x00" not in page


def test_formulas_do_not_run_in_a_spreadsheet(hostile: Path) -> None:
    lines = list(csv.DictReader(io.StringIO(client(hostile).get("/reports.csv").text)))
    titles = {line["title"] for line in lines}
    assert "'=HYPERLINK(1)" in titles


def test_text_comes_back_as_it_was(hostile: Path) -> None:
    reader = client(hostile)
    texts = [reader.get(f"/reports/{id}.txt").text for id in ids(reader, "reports")]
    assert any(LONG in text for text in texts)
    assert any("\u2028" in text and "\u202e" not in text for text in texts)
    assert len(texts) == len(HOSTILE) + 1


def test_the_description_of_the_api_names_every_list(reader: TestClient) -> None:
    described = reader.get("/api/openapi.json").json()
    for name in (
        *LISTS,
        "compare",
        "blame",
        "positions",
        "wording",
        "series",
        "timeline",
        "search",
        "proposals",
        "overview",
    ):
        assert f"/{name}.json" in described["paths"]
    row = described["components"]["schemas"]["StatementRow"]
    assert {"id", "source", "cue", "content", "speaker", "band"} <= set(row["properties"])


@pytest.mark.parametrize("name", WORKED)
def test_a_file_that_is_not_worked_out_yet_is_no_empty_file(
    story: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(Reader, "worked", lambda *_: Worked(None, fresh=False))
    answer = client(story).get(f"/{name}.csv")
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "3")


@pytest.mark.parametrize("name", WORKED)
def test_what_is_worked_out_over_all_reports_is_page_json_and_csv(reader: TestClient, name: str) -> None:
    single = "?single=true" if name == "compare" else ""
    for _ in range(200):
        found = reader.get(f"/{name}.json{single}").json()
        if found["ready"]:
            break
    assert found["total"] > 0
    assert all(row["id"] for row in found["rows"])
    lines = reader.get(f"/{name}.csv{single}").text
    assert len(list(csv.DictReader(io.StringIO(lines)))) >= found["total"]
    assert "being worked out" not in reader.get(f"/{name}{single}").text


def test_every_relation_leads_to_its_entry_and_the_denial_to_its_own(reader: TestClient) -> None:
    reader.get("/blame")
    for row in reader.get("/blame.json").json()["rows"]:
        assert reader.get(f"/relations/{row['id']}").status_code == 200
        for denial in row["denied_by"]:
            assert not denial or reader.get(f"/entries/{denial}").status_code == 200


def test_a_reader_without_reports_says_what_to_do(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "new.db", create=True):
        pass
    reader = client(tmp_path / "new.db")
    assert "onrecord add" in reader.get("/").text
    for address in ("/reports", "/statements", "/actors", "/figures", "/series", "/timeline", "/doubts", "/search?q=a"):
        assert reader.get(address).status_code == 200


def test_what_is_added_while_one_reads_is_seen(tmp_path: Path) -> None:
    from onrecord import flow

    from .conftest import RULES

    with Ledger.open(tmp_path / "new.db", create=True):
        pass
    reader = client(tmp_path / "new.db")
    assert reader.get("/statements.json").json()["total"] == 0
    (tmp_path / "a.txt").write_text("Ilen Marsh said that the gate was shut.\n")
    flow.add(tmp_path / "new.db", [tmp_path / "a.txt"], settings=RULES)
    assert reader.get("/statements.json").json()["total"] == 1
    assert reader.get("/overview.json").json()["counts"]["statements"] == 1
