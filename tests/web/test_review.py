"""Review in the reader, by forms without script; turned away where the form is not ours."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from onrecord import flow
from onrecord.example import reports_folder
from onrecord.ledger import Ledger, StatementFilter
from onrecord.settings import AnalysisSettings, Settings
from onrecord.web.app import application

RULES = Settings(analysis=AnalysisSettings("rules"))


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    with reports_folder() as folder:
        flow.add(tmp_path / "a.db", [folder], settings=RULES)
    return tmp_path / "a.db"


@pytest.fixture
def client(ledger: Path) -> Iterator[TestClient]:
    with TestClient(application(ledger), base_url="http://localhost") as made:
        yield made


def form_key(client: TestClient, page: str = "/review") -> str:
    found = re.search(r'name="form_key" value="([^"]+)"', client.get(page).text)
    assert found
    return found[1]


def send(client: TestClient, **fields: str) -> Any:
    return client.post(
        "/review", data={"form_key": form_key(client), "back": "/review"} | fields, follow_redirects=False
    )


def waiting(client: TestClient) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = client.get("/review?format=json").json()["waiting"]
    return found


def statuses(client: TestClient) -> dict[str, int]:
    found: dict[str, int] = client.get("/review?format=json").json()["statuses"]
    return found


def test_a_form_confirms_rejects_and_takes_back(client: TestClient):
    first, second = waiting(client)[:2]
    assert send(client, kind="confirm", entry=first["id"]).status_code == 303
    assert send(client, kind="reject", entry=second["id"], because="a heading").status_code == 303
    assert (statuses(client)["confirmed"], statuses(client)["rejected"]) == (1, 1)
    assert send(client, kind="undo", decision="2").status_code == 303
    assert statuses(client)["rejected"] == 0
    assert "a heading" in client.get("/decisions").text


def test_a_form_mends_spans_speaker_and_labels_and_shows_the_machine_s_version(client: TestClient):
    row = next(row for row in waiting(client) if row["speaker"] and len(row["content_text"][0].split()) > 3)
    start, end = row["content"][0]
    answer = send(client, kind="edit", entry=row["id"], content=f"{start}:{end - 1}", speaker="-", act="ask")
    assert answer.status_code == 303
    page = client.get(f"/review/{row['id']}").text
    assert "What the machine found" in page
    assert row["reason"] in page
    shown = client.get(f"/entries/{row['id']}", follow_redirects=True)
    assert "edited" in shown.text


def test_words_that_were_missed_are_entered_from_the_report(client: TestClient, ledger: Path):
    with Ledger.open(ledger) as opened:
        report = next(iter(opened.view.reports()))["id"]
        text = opened.view.text(report)
    start = text.index(" ", 200) + 1
    assert client.get(f"/review/new?report={report}&content={start}:{start + 12}").status_code == 200
    answer = send(client, kind="add", report=report, content=f"{start}:{start + 12}", act="say", mode="indirect")
    assert answer.status_code == 303
    with Ledger.open(ledger) as opened:
        (row,) = opened.view.statements(StatementFilter(status="edited"))
        assert row["content"] == [[start, start + 12]]
        assert not opened.verify()


def test_a_form_of_another_site_changes_nothing(client: TestClient):
    entry = waiting(client)[0]["id"]
    for data, headers in (
        ({"kind": "confirm", "entry": entry}, {}),
        ({"kind": "confirm", "entry": entry, "form_key": "0" * 64}, {}),
        ({"kind": "confirm", "entry": entry, "form_key": form_key(client)}, {"Origin": "http://elsewhere.example"}),
    ):
        assert client.post("/review", data=data, headers=headers).status_code in (400, 403, 422)
    assert statuses(client)["confirmed"] == 0


@pytest.mark.parametrize(
    "fields",
    [
        {"kind": "edit", "entry": "zz"},
        {"kind": "explode"},
        {"kind": "undo", "decision": "999999"},
        {"kind": "undo", "decision": "x"},
        {"kind": "part", "entry": "0", "position": "3"},
        {"kind": "add", "report": "0", "content": "1:2"},
    ],
)
def test_what_cannot_be_done_is_said_and_changes_nothing(client: TestClient, fields: dict[str, str]):
    assert 400 <= send(client, **fields).status_code < 500
    assert not client.get("/decisions?format=json").json()["rows"]


def test_a_sample_is_drawn_and_its_rate_is_told(client: TestClient):
    drawn = client.get("/review?sample=10&seed=3&format=json").json()["waiting"]
    assert len(drawn) == 10
    send(client, kind="reject", entry=drawn[0]["id"])
    assert "1 were wrong" in client.get("/review?sample=10&seed=3").text
