"""Readers of small ledgers: the example story, and a corpus that means harm."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from onrecord import example, flow
from onrecord.settings import AnalysisSettings, Settings
from onrecord.web.access import Access
from onrecord.web.app import application

CHROMIUM = Path("/usr/bin/chromium")
QUIET = "--no-sandbox --disable-gpu --disable-background-networking --disable-component-update --disable-sync"
HOST = "http://localhost:8765"
RULES = Settings(analysis=AnalysisSettings("rules"))
LONG = "unbreakable" * 300
HOSTILE = (
    {
        "title": '<script>alert(1)</script> & "quoted" <b>bold</b>',
        "outlet": "<img src=x onerror=alert(2)>",
        "published": "2031-04-09",
        "text": 'Minister <script>alert(3)</script> Ardel said: "</textarea><script>alert(4)</script>" on Monday.\n\n'
        'The mayor of Velday, Ilen Marsh, said that "{{ 7 * 7 }} and ${1} and \'; DROP TABLE reports; --" was 19 dead.',
    },
    {
        "title": "=HYPERLINK(1)",
        "outlet": "@outlet +1",
        "published": "2031-04-10",
        "text": f"The ferrymen said that {LONG} had to stop. \u202eright to left\u202c, said Ilen Marsh."
        " At least 12 died.",
    },
    {
        "outlet": "Ünïcode \u200f\u202e Gazette 🚢",
        "published": "2031-04-11",
        "text": "Ilen Marsh denied on Tuesday that 🚢🚢 had sunk in 2029.\r\n"
        "She said: “It was\u2028not so.” \x0bThe end.",
    },
)


def client(ledger: Path, access: Access | None = None, **settings: Any) -> TestClient:
    """A client of a reader of the ledger."""
    return TestClient(application(ledger, access), base_url=HOST, **settings)


@pytest.fixture(scope="session")
def story(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("story")
    flow.add(folder / "story.db", [example(folder / "reports")], settings=RULES)
    return folder / "story.db"


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "hostile.jsonl").write_text("".join(json.dumps(one) + "\n" for one in HOSTILE), "utf-8")
    page = "<html><head><title>T</title><link rel=preconnect href=//evil.example><script>alert(1)</script></head>"
    page += "<body onload=alert(2)><article><h1>The ferry</h1><p>Ilen Marsh said that the gate was shut. "
    page += "<img src=//evil.example/a.png><a href=javascript:alert(3)>go</a></p></article></body></html>"
    (folder / "page.html").write_text(page, "utf-8")
    flow.add(folder / "hostile.db", [folder / "hostile.jsonl", folder / "page.html"], settings=RULES)
    return folder / "hostile.db"


@pytest.fixture
def reader(story: Path) -> TestClient:
    return client(story)


def ids(reader: TestClient, name: str) -> list[str]:
    """The ids of a list's rows."""
    return [row["id"] for row in reader.get(f"/{name}.json?limit=200").json()["rows"]]


def pages(reader: TestClient) -> list[str]:
    """The address of every kind of page."""
    report, statement = ids(reader, "reports")[0], ids(reader, "statements")[0]
    figure, actor = ids(reader, "figures")[0], ids(reader, "actors")[0]
    series = [row["id"] for row in reader.get("/series.json").json()["rows"]][:1]
    times = [row["id"] for row in reader.get("/timeline.json").json()["rows"]][:1]
    return [
        *("/", "/reports", "/statements", "/actors", "/figures", "/series", "/timeline", "/doubts", "/proposals"),
        *(
            "/compare?single=true",
            "/compare?pairs=true",
            "/blame",
            "/blame?weak=true",
            "/positions?unsure=true",
            "/wording",
            "/wording?devices=true",
            "/coverage",
            "/coverage?single=true",
            "/conflicts",
            "/copies",
        ),
        *("/search", "/search?q=said", "/settings", "/nothing-here", "/statements?act=deny&band=likely"),
        *(f"/reports/{report}", f"/statements/{statement}", f"/figures/{figure}", f"/actors/{actor}"),
        *("/review", "/decisions", f"/review/{statement}", f"/review/new?report={report}", "/review?sample=5"),
        *("/ask", "/ask?q=What+did+Osric+Danvale+say+about+the+silence%3F", "/ask?q=Who+knows"),
        *(f"/series/{id}" for id in series),
        *(f"/times/{id}" for id in times),
    ]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    if not CHROMIUM.exists():
        pytest.skip(f"{CHROMIUM} is missing: install Chromium to test the reader in a browser")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=str(CHROMIUM), args=[*QUIET.split(), "--no-first-run"])
        yield started
        started.close()


@pytest.fixture(scope="session")
def served() -> Iterator[Callable[[Path], str]]:
    """Serves a ledger on a free port of this machine and says where."""
    import uvicorn

    from onrecord.web.serving import listening

    running: dict[Path, tuple[Any, str, threading.Thread]] = {}

    def serve(ledger: Path) -> str:
        if ledger not in running:
            bound = listening("127.0.0.1", None)
            server = uvicorn.Server(uvicorn.Config(application(ledger), log_level="warning", access_log=False))
            thread = threading.Thread(target=server.run, kwargs={"sockets": [bound]}, daemon=True)
            thread.start()
            while not server.started:
                time.sleep(0.01)
            running[ledger] = (server, f"http://127.0.0.1:{bound.getsockname()[1]}", thread)
        return running[ledger][1]

    yield serve
    for server, _, thread in running.values():
        server.should_exit = True
        thread.join(5)
