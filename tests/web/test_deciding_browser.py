"""Deciding by keyboard alone which utterances are one, in a browser."""

from pathlib import Path
from typing import Any

import pytest

from onrecord.ledger import Ledger

from .test_browser import tab  # noqa: F401 (a fixture)
from .test_deciding import own, pair, told  # noqa: F401 (own is a fixture)

pytestmark = pytest.mark.browser


def press(page: Any, key: str) -> None:
    """Press a key and wait for the page that comes of it."""
    with page.expect_navigation():
        page.keyboard.press(key)


def test_pairs_are_answered_and_taken_back_by_keyboard(own: Path, served: Any, tab: Any) -> None:  # noqa: F811
    a, b = pair(own)
    page = tab()
    page.goto(served(own) + "/compare?pairs=true")
    page.wait_for_selector(".pair")
    page.keyboard.press("j")
    press(page, "y")
    assert any({a, b} <= one for one in told(own))
    assert "Kept: these are one utterance" in page.inner_text(".decided")
    press(page, "u")
    assert not any({a, b} <= one for one in told(own))
    page.keyboard.press("j")
    press(page, "n")
    with Ledger.open(own) as opened:
        assert (a, b) not in {(row["a"], row["b"]) for row in opened.view.utterance_proposals()}


def test_versions_are_parted_and_utterances_joined_by_keyboard(own: Path, served: Any, tab: Any) -> None:  # noqa: F811
    before = told(own)
    page = tab()
    page.goto(served(own) + "/compare")
    page.wait_for_selector(".utterance")
    ids = page.eval_on_selector_all(".utterance h2", "all => all.map((h) => h.id.slice(2))")
    page.keyboard.press("j")
    page.keyboard.press("j")
    version = page.evaluate("document.activeElement.getAttribute('href')").rpartition("/")[2]
    press(page, "a")
    assert not any({ids[0], version} <= one for one in told(own))
    press(page, "u")
    assert told(own) == before

    page.goto(served(own) + "/compare")
    page.wait_for_selector(".utterance")
    page.keyboard.press("j")
    press(page, "h")
    assert "Held:" in page.inner_text(".held")
    while page.evaluate("document.activeElement.closest('.utterance')?.querySelector('h2').id") != f"u-{ids[1]}":
        page.keyboard.press("j")
    with Ledger.open(own) as opened:
        both = {part.statement for id in ids[:2] for part in opened.view.members_of(id)}
    press(page, "b")
    assert any(both <= one for one in told(own))
    assert page.locator(".held").count() == 0
    press(page, "u")
    assert told(own) == before
