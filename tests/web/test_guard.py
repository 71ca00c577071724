"""Whom the reader answers, and what every answer carries."""

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from onrecord.errors import UsageError
from onrecord.web.access import Access
from onrecord.web.captures import SEALED
from onrecord.web.guard import LONGEST_ADDRESS, POLICY

from .conftest import HOST, client, ids, pages

TOKEN = "a-token-that-is-long-enough"


def key_of(reader: TestClient) -> str:
    page = reader.get("/settings").text
    return page.split('name="form_key" value="')[1].split('"')[0]


def test_every_page_answers_and_carries_the_policy(reader: TestClient) -> None:
    for address in pages(reader):
        answer = reader.get(address)
        assert answer.status_code == (404 if address == "/nothing-here" else 200), address
        assert answer.headers["content-security-policy"] == POLICY, address
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["referrer-policy"] == "no-referrer"
        assert "<script>" not in answer.text
        assert " style=" not in answer.text, address


def test_the_policy_admits_no_inline_script_or_style_and_no_framing() -> None:
    assert "unsafe" not in POLICY
    assert "frame-ancestors 'none'" in POLICY


@pytest.mark.parametrize(
    "host", ["evil.example", "localhost.evil.example", "", "127.0.0.1@evil.example", "[::1", "a b"]
)
def test_a_name_that_points_here_but_is_not_ours_is_turned_away(reader: TestClient, host: str) -> None:
    answer = reader.get("/statements", headers={"host": host})
    assert answer.status_code == 400
    assert "content-security-policy" in answer.headers


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1:8765", "[::1]:99", "LOCALHOST:1"])
def test_this_machine_is_served_under_its_own_names(reader: TestClient, host: str) -> None:
    assert reader.get("/settings", headers={"host": host}).status_code == 200


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.7", "reader.example"])
def test_others_are_served_only_with_a_token(host: str) -> None:
    with pytest.raises(UsageError, match="--token"):
        Access(host)
    assert Access(host, TOKEN).serves(f"{host}:8765")


def test_a_token_that_can_be_guessed_is_refused() -> None:
    with pytest.raises(UsageError, match="guessed"):
        Access("127.0.0.1", "short")


def test_without_the_token_nothing_is_shown(story: Path) -> None:
    reader = client(story, Access(token=TOKEN), follow_redirects=False)
    for address in ("/", "/statements.json", "/api/openapi.json", f"/?token={TOKEN}x"):
        assert reader.get(address).status_code == 401, address
    assert reader.get("/reports.json", headers={"authorization": f"Bearer {TOKEN}"}).status_code == 200


def test_the_token_is_taken_out_of_the_address_and_kept_as_a_pass(story: Path) -> None:
    reader = client(story, Access(token=TOKEN), follow_redirects=False)
    there = reader.get(f"/statements?act=deny&token={TOKEN}")
    assert there.status_code == 303
    assert there.headers["location"] == "/statements?act=deny"
    assert TOKEN not in there.headers["set-cookie"]
    assert reader.get("/statements").status_code == 200


def test_bringing_the_token_never_leads_to_another_host(story: Path) -> None:
    reader = client(story, Access(token=TOKEN), follow_redirects=False)
    there = reader.get(f"{HOST}//evil.example/?token={TOKEN}")
    assert there.headers["location"].startswith("/evil.example")


def test_a_form_without_the_key_of_this_session_changes_nothing(reader: TestClient) -> None:
    reader.get("/settings")
    for fields in ({"theme": "dark"}, {"theme": "dark", "form_key": "0" * 64}):
        answer = reader.post("/settings", data=fields)
        assert answer.status_code == 400
        assert "nothing was changed" in answer.text
    assert "onrecord-theme" not in reader.cookies


def test_a_form_of_the_reader_is_taken_and_leads_back(reader: TestClient) -> None:
    fields = {"theme": "dark", "by": "Ilen Marsh", "back": "/statements", "form_key": key_of(reader)}
    answer = reader.post("/settings", data=fields, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/statements")
    assert 'id="theme-dark" value="dark" checked' in reader.get("/").text
    assert 'value="Ilen Marsh"' in reader.get("/settings").text


@pytest.mark.parametrize("back", ["//evil.example", "https://evil.example", "/\\evil.example", "/a\r\nSet-Cookie: x=1"])
def test_a_form_never_leads_to_another_host(reader: TestClient, back: str) -> None:
    answer = reader.post("/settings", data={"back": back, "form_key": key_of(reader)}, follow_redirects=False)
    assert answer.headers["location"] == "/"


@pytest.mark.parametrize("headers", [{"sec-fetch-site": "cross-site"}, {"origin": "https://evil.example"}])
def test_what_another_site_sends_is_refused_even_with_the_key(reader: TestClient, headers: dict[str, str]) -> None:
    fields = {"theme": "dark", "form_key": key_of(reader)}
    assert reader.post("/settings", data=fields, headers=headers).status_code == 403


@pytest.mark.parametrize("method", ["PUT", "DELETE", "TRACE", "OPTIONS", "PATCH"])
def test_no_other_method_is_known(reader: TestClient, method: str) -> None:
    assert reader.request(method, "/reports").status_code == 405


def test_long_addresses_and_large_bodies_are_refused(reader: TestClient) -> None:
    assert reader.get("/search?q=" + "a" * LONGEST_ADDRESS).status_code == 414
    assert reader.post("/settings", content=b"a" * 300_000).status_code == 413


@pytest.mark.parametrize(
    "address",
    [
        "/static/../app.py",
        "/static/%2e%2e/app.py",
        "/static/..%2f..%2f..%2fetc%2fpasswd",
        "/reports/..%2f..%2fetc%2fpasswd",
        "/reports/%00",
        "/statements/' OR 1=1 --",
        "/actors/../../etc/passwd",
    ],
)
def test_no_address_reaches_a_file(reader: TestClient, address: str) -> None:
    answer = reader.get(address)
    assert answer.status_code == 404
    assert "root:" not in answer.text


@pytest.mark.parametrize("query", ["limit=0", "limit=100000", "offset=-1", "act=hug", "limit=x", "since=yesterday"])
def test_what_cannot_be_asked_is_said_kindly(reader: TestClient, query: str) -> None:
    answer = reader.get(f"/statements?{query}")
    assert answer.status_code in (400, 422)
    assert "<h1>" in answer.text
    assert reader.get(f"/statements.json?{query}").json()["error"]


def test_a_capture_is_sealed_off(hostile: Path) -> None:
    reader = client(hostile)
    for report in ids(reader, "reports"):
        for kind in ("capture", "source"):
            answer = reader.get(f"/reports/{report}/{kind}")
            assert answer.headers["content-security-policy"] == SEALED
            assert "sandbox" in SEALED
            if "html" in answer.headers["content-type"]:
                for harm in ("<script", "onload", "preconnect", "javascript:", "<img", "evil.example", "<link"):
                    assert harm not in answer.text, harm
                assert "gate was shut" in answer.text


def test_head_is_answered_as_get_without_a_body(reader: TestClient) -> None:
    for address in ("/", "/statements", "/statements.json"):
        asked, got = reader.head(address), reader.get(address)
        assert (asked.status_code, asked.content) == (200, b"")
        assert asked.headers["content-type"] == got.headers["content-type"]
