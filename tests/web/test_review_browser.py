"""Review by keyboard alone, in a browser."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from onrecord.ledger import Ledger, StatementFilter

from .test_browser import tab  # noqa: F401 (a fixture)

pytestmark = pytest.mark.browser


@pytest.fixture
def own(story: Path, tmp_path: Path) -> Path:
    """A ledger of the example story that this test alone writes to."""
    return Path(shutil.copy(story, tmp_path / "own.db"))


def statuses(ledger: Path) -> dict[str, int]:
    with Ledger.open(ledger) as opened:
        return opened.view.statuses()


def press(page: Any, key: str, told: str) -> None:
    """Press a key and wait until the page says what became of it."""
    before = page.inner_text("#said")
    page.keyboard.press(key)
    page.wait_for_function("([before, told]) => { const said = document.getElementById('said').textContent;"
                           " return said !== before && said.includes(told); }", arg=[before, told])  # fmt: skip


def test_twenty_entries_are_judged_mended_and_taken_back_by_keyboard(own: Path, served: Any, tab: Any) -> None:  # noqa: F811
    page = tab()
    page.goto(served(own) + "/review")
    for _ in range(12):
        press(page, "y", "confirmed")
    for _ in range(5):
        press(page, "n", "rejected")
    press(page, "u", "taken back")
    assert statuses(own) == {**statuses(own), "confirmed": 12, "rejected": 4}
    press(page, "y", "confirmed")
    page.keyboard.press("e")
    page.wait_for_url("**/review/*")
    page.keyboard.press("D")
    page.keyboard.press("A")
    page.keyboard.press("A")
    with page.expect_navigation():
        page.keyboard.press("Control+Enter")
    assert statuses(own) == {**statuses(own), "confirmed": 13, "rejected": 4, "edited": 1}
    page.keyboard.press("j")
    page.keyboard.press("k")
    press(page, "y", "confirmed")
    press(page, "n", "rejected")
    page.goto(served(own) + "/decisions")
    page.keyboard.press("Tab")
    page.locator("button:has-text('Take back')").first.focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert statuses(own) == {**statuses(own), "confirmed": 14, "rejected": 4, "edited": 1}


def test_words_selected_in_a_report_become_a_statement(own: Path, served: Any, tab: Any) -> None:  # noqa: F811
    with Ledger.open(own) as opened:
        report = max(opened.view.reports(), key=lambda row: row["characters"])["id"]
        text = opened.view.text(report)
    page = tab()
    page.goto(f"{served(own)}/reports/{report}")
    words = page.evaluate(
        """() => {
            const block = [...document.querySelectorAll('.text .block')].find((b) => b.textContent.length > 200);
            const range = document.createRange();
            range.selectNodeContents(block);
            getSelection().removeAllRanges();
            getSelection().addRange(range);
            return range.toString();
        }"""
    )
    page.keyboard.press("m")
    page.wait_for_url("**/review/new*")
    with page.expect_navigation():
        page.keyboard.press("Control+Enter")
    with Ledger.open(own) as opened:
        (row,) = opened.view.statements(StatementFilter(status="edited"))
        start, end = row["content"][0]
        assert text[start:end].strip() == words.strip()
