"""Deciding in the reader which utterances are one, by forms without script; turned away where the form is not ours."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from onrecord.ledger import Ledger

from .conftest import HOST, client


@pytest.fixture
def own(story: Path, tmp_path: Path) -> Path:
    """A ledger of the example story that this test alone writes to."""
    return Path(shutil.copy(story, tmp_path / "own.db"))


@pytest.fixture
def reader(own: Path) -> Iterator[TestClient]:
    with client(own) as made:
        made.headers["Origin"] = HOST
        yield made


def told(ledger: Path) -> list[set[str]]:
    with Ledger.open(ledger) as opened:
        return [{m["statement"] for m in row["members"]} for row in opened.view.utterances()]


def pair(ledger: Path) -> tuple[str, str]:
    with Ledger.open(ledger) as opened:
        row = opened.view.utterance_proposals()[0]
    return row["a"], row["b"]


def send(reader: TestClient, **fields: str) -> Any:
    found = re.search(r'name="form_key" value="([^"]+)"', reader.get("/compare").text)
    assert found
    data = {"form_key": found[1], "back": "/compare"} | fields
    return reader.post("/compare", data=data, follow_redirects=False)


def test_a_pair_is_joined_and_taken_back_and_the_page_says_so(reader: TestClient, own: Path) -> None:
    a, b = pair(own)
    page = reader.get("/compare?pairs=true").text
    assert f'value="{b}" data-key="y"' in page
    before = told(own)
    answer = send(reader, kind="join", one=a, other=b, back="/compare?pairs=true", at="p-1")
    assert answer.status_code == 303
    assert answer.headers["location"] == "/compare?pairs=true&decided=1#p-1"
    assert any({a, b} <= one for one in told(own))
    page = reader.get("/compare?pairs=true&decided=1").text
    assert "Kept: these are one utterance (decision 1)" in page
    assert f'value="{b}" data-key="y"' not in page
    assert "joined by a person" in reader.get(f"/compare?utterance={a}").text
    assert send(reader, kind="undo", decision="1").status_code == 303
    assert told(own) == before
    assert "Decision 1 is taken back" in reader.get("/compare?decided=2").text
    assert "join utterances" in reader.get("/decisions").text


def test_a_version_is_parted_from_the_others_and_an_utterance_that_is_no_more_is_not_asked_for(
    reader: TestClient, own: Path
) -> None:
    some = next(one for one in told(own) if len(one) == 2)
    with Ledger.open(own) as opened:
        (row,) = [row for row in opened.view.utterances() if {m["statement"] for m in row["members"]} == some]
    last = row["members"][-1]["statement"]
    answer = send(reader, kind="apart", one=row["id"], other=last, back=f"/compare?utterance={row['id']}")
    assert some not in told(own)
    assert reader.get(answer.headers["location"]).status_code == 200
    gone = max(told(own), key=len)
    for _ in range(len(gone)):
        with Ledger.open(own) as opened:
            left = [row for row in opened.view.utterances() if gone & {m["statement"] for m in row["members"]}]
        if not left:
            break
        asked = {"one": left[0]["id"], "other": left[0]["members"][-1]["statement"]}
        answer = send(reader, kind="apart", back=f"/compare?utterance={left[0]['id']}", **asked)
    assert "utterance=" not in answer.headers["location"]
    assert reader.get(answer.headers["location"]).status_code == 200
    page = reader.get("/decisions").text
    assert f"/entries/{last}" in page
    assert "Take back" in page


def test_what_is_held_is_joined_with_another(reader: TestClient, own: Path) -> None:
    with Ledger.open(own) as opened:
        first, second = [row for row in opened.view.utterances() if row["reports"] > 1][:2]
    page = reader.get(f"/compare?hold={first['id']}").text
    assert "Held:" in page
    assert f'value="{second["id"]}" data-key="b"' in page
    assert 'data-key="h"' not in page
    back = f"/compare?hold={first['id']}"
    answer = send(reader, kind="join", one=first["id"], other=second["id"], back=back)
    assert answer.headers["location"] == "/compare?decided=1"
    every = {m["statement"] for row in (first, second) for m in row["members"]}
    assert any(every <= one for one in told(own))
    assert reader.get("/compare?hold=ffff").status_code == 200


def test_what_cannot_be_done_is_said_and_changes_nothing(reader: TestClient, own: Path) -> None:
    a, b = pair(own)
    for fields in (
        {"kind": "explode", "one": a, "other": b},
        {"kind": "join", "one": a, "other": a},
        {"kind": "join", "one": a, "other": "zz"},
        {"kind": "join", "one": a, "other": ""},
        {"kind": "undo", "decision": "999"},
    ):
        assert 400 <= send(reader, **fields).status_code < 500
    answer = reader.post("/compare", data={"kind": "join", "one": a, "other": b})
    assert 400 <= answer.status_code < 500
    with Ledger.open(own) as opened:
        assert not opened.view.decisions()
