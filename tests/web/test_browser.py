"""Every page in a real browser: nothing complains, nothing sticks out, keys and readers of screens find their way."""

import json
from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from evaluation.corpora.place import shared
from evaluation.corpora.seesaw import DOCS, meta, names, texts
from onrecord import flow

from .conftest import RULES, client, ids, pages

pytestmark = pytest.mark.browser
ARTICLES = 300
MOST_TABS = 400


@pytest.fixture(scope="session")
def seesaw(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of 300 articles that many outlets wrote."""
    data = shared() / "data/seesaw"
    if not data.is_dir():
        pytest.skip(f"{data} is missing: a ledger of real articles cannot be made")
    folder = tmp_path_factory.mktemp("seesaw")
    articles = ((story, doc) for story in names(data) for doc in DOCS)
    with (folder / "articles.jsonl").open("w", encoding="utf-8") as file:
        for story, doc in list(articles)[:ARTICLES]:
            about = meta(data, story)
            given = (
                {"outlet": about[f"Meta info for article {doc}"]["source"], "published": about["story_time"]}
                if about
                else {}
            )
            file.write(json.dumps(given | {"text": texts(data, story)[doc]}) + "\n")
    flow.add(folder / "seesaw.db", [folder / "articles.jsonl"], settings=RULES)
    return folder / "seesaw.db"


@pytest.fixture
def tab(browser: Any) -> Iterator[Callable[..., Any]]:
    """Opens tabs; afterwards, nothing may have been complained of, and nothing asked of anybody else."""
    complaints: list[str] = []
    contexts = []

    def go(width: int = 1280, script: bool = True, dark: bool = False) -> Any:
        scheme = "dark" if dark else "light"
        size = {"width": width, "height": 900}
        contexts.append(browser.new_context(viewport=size, java_script_enabled=script, color_scheme=scheme))
        made = contexts[-1].new_page()
        expected = "the server responded with a status of 404"
        made.on("console", lambda m: expected in m.text or complaints.append(m.text))
        made.on("pageerror", lambda error: complaints.append(str(error)))
        made.on("request", lambda sent: sent.url.startswith("http://127.0.0.1:") or complaints.append(sent.url))
        made.on("dialog", lambda dialog: complaints.append(dialog.message))
        return made

    yield go
    for context in contexts:
        context.close()
    assert not complaints


def sticks_out(tab: Any) -> int:
    return int(tab.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))


def every_page(ledger: Path) -> list[str]:
    reader = client(ledger)
    found = pages(reader)
    found += [f"/reports/{id}" for id in ids(reader, "reports")[:4]]
    return found


@pytest.mark.parametrize("name", ["story", "hostile"])
@pytest.mark.parametrize("width", [360, 1920])
def test_no_page_complains_or_sticks_out(
    request: pytest.FixtureRequest, served: Any, tab: Any, name: str, width: int
) -> None:
    ledger = request.getfixturevalue(name)
    there, page = served(ledger), tab(width, dark=width > 1000)
    for address in every_page(ledger):
        page.goto(there + address)
        assert sticks_out(page) <= 0, address


@pytest.mark.slow
@pytest.mark.parametrize("width", [360, 1920])
def test_no_page_of_many_real_articles_complains_or_sticks_out(served: Any, tab: Any, seesaw: Path, width: int) -> None:
    there, page = served(seesaw), tab(width)
    for address in every_page(seesaw):
        page.goto(there + address)
        assert sticks_out(page) <= 0, address


@pytest.mark.parametrize("dark", [False, True])
def test_no_page_is_closed_to_anybody(served: Any, tab: Any, story: Path, browser: Any, dark: bool) -> None:
    axe = (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")
    there, page = served(story), tab(dark=dark)
    grave = []
    for address in pages(client(story)):
        page.goto(there + address)
        page.evaluate(axe)
        found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]
        grave += [
            (address, one["id"], [node["html"][:120] for node in one["nodes"][:3]])
            for one in found
            if one["impact"] in ("serious", "critical")
        ]
    assert not grave


def test_keys_go_from_statement_to_statement(served: Any, tab: Any, story: Path) -> None:
    reader, page = client(story), tab()
    report = max(reader.get("/reports.json").json()["rows"], key=lambda row: row["statements"])["id"]
    page.goto(f"{served(story)}/reports/{report}")
    seen = []
    for _ in range(4):
        page.keyboard.press("j")
        seen.append(page.evaluate("document.activeElement.id"))
    assert len(set(seen)) == 4
    page.keyboard.press("k")
    assert page.evaluate("document.activeElement.id") == seen[2]
    assert page.inner_text("#card")
    assert page.locator(".beside .entry.on").count() == 1
    page.keyboard.press("Escape")
    assert not page.is_visible("#card")
    page.keyboard.press("j")
    page.keyboard.press("o")
    page.wait_for_url("**/statements/*")


def test_a_pointer_over_words_tells_who_and_why(served: Any, tab: Any, story: Path) -> None:
    reader, page = client(story), tab()
    row = reader.get("/statements.json?band=likely&limit=1").json()["rows"][0]
    page.goto(f"{served(story)}/reports/{row['report']}")
    page.hover(f"#s-{row['id']}")
    page.wait_for_selector("#card:visible")
    assert row["band"] in page.inner_text("#card")


def test_an_address_with_an_entry_shows_it(served: Any, tab: Any, story: Path) -> None:
    page = tab()
    row = client(story).get("/statements.json?limit=1").json()["rows"][0]
    page.goto(f"{served(story)}/reports/{row['report']}#s-{row['id']}")
    page.wait_for_selector(f"#e-{row['id']}.on")


def test_the_capture_stands_beside_the_text_and_asks_nobody(served: Any, tab: Any, hostile: Path) -> None:
    reader, page = client(hostile), tab(1920)
    for report in ids(reader, "reports"):
        page.goto(f"{served(hostile)}/reports/{report}")
        page.click("#capture summary")
        frame = page.locator("#capture iframe")
        assert frame.get_attribute("sandbox") == ""
        page.frame_locator("#capture iframe").locator("body").wait_for()


@pytest.mark.parametrize("width", [360, 1280])
def test_everything_reads_without_script(served: Any, tab: Any, story: Path, width: int) -> None:
    there, page = served(story), tab(width, script=False)
    for address in pages(client(story)):
        page.goto(there + address)
        assert page.inner_text("h1")
    page.goto(there + "/statements")
    page.fill("input[name=speaker]", "a")
    page.click("text=Show >> nth=0")
    assert "speaker=a" in page.url
    page.check("#theme-dark", force=True)
    page.click("text=Use")
    assert page.is_checked("#theme-dark")


def test_the_first_key_leads_past_the_head_of_the_page(served: Any, tab: Any, story: Path) -> None:
    page = tab()
    page.goto(served(story) + "/statements")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('.entries') !== null"):
            break
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


def test_colours_are_kept_from_page_to_page(served: Any, tab: Any, story: Path) -> None:
    page = tab()
    page.goto(served(story) + "/")
    page.click("text=Dark")
    light = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.goto(served(story) + "/reports")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == light != "rgb(251, 250, 247)"


def test_a_page_prints_without_its_controls(served: Any, tab: Any, story: Path) -> None:
    page = tab()
    page.goto(served(story) + "/statements")
    page.emulate_media(media="print")
    assert not page.is_visible(".sections")
    assert page.is_visible(".entries")
