"""The page: every statement has its place, hostile text stays text, and what is shared holds excerpts only."""

import re
from collections.abc import Callable, Iterator, Sequence
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.errors import NotText
from onrecord.model.identity import capture_id, entry_id, report_id, text_id
from onrecord.model.rows import DoubtRow, ReportRow, StatementRow
from onrecord.model.span import Span
from onrecord.views import page

BRIDGE = """Toll on the Lenna bridge to rise

By Ada Quist

VELDEN, 3 April — The harbour board of Velden said on Thursday that the toll on the Lenna bridge will rise by a third.

“Nobody asked the ferrymen,” said Ilen Marsh, who leads the ferry guild. “We learnt of it from a sign on the quay.

“That is not how neighbours treat each other.”

Marsh said that the board had told him in March that “no decision” was near.

The bridge was closed for two hours. Officials, asked about the closure, denied that it was linked to the toll.

Share this story
Subscribe to our newsletter
"""

RADIO = """Guild blames board for empty ferries

Key points
The board denies a link between toll and closure.

Tomas Reve rejected the accusation. "The numbers fell before the toll," he said. Reve did not promise a review.

"They will pay twice." The line was painted on the gate overnight.
"""

COUNCIL = (
    "מועצת העיר אמרה: “הגשר יישאר פתוח” 🌉.\r\n"
    "The café owner, Zoë, said “it’s naïve” <script>alert('x')</script> & “</script>”.\r\n"
)

Row = dict[str, Any]


def report(text: str, outlet: str | None, title: str | None, zones: Sequence[tuple[str, str]] = (), **more: Any) -> Any:
    """A report whose zones are named by their words; everything between them is body."""
    found = sorted((text.index(words), text.index(words) + len(words), kind) for kind, words in zones)
    capture = capture_id(text.encode())
    row: Row = {
        "id": report_id(capture, "", outlet),
        "capture": capture,
        "text": text_id(text),
        "origin": "/home/ada/stories/bridge/toll.txt",
        "outlet": outlet,
        "title": title,
        "byline": None,
        "agency": None,
        "url": None,
        "published": {"start": "2031-04-03", "end": "2031-04-03", "method": "given", "confidence": 1.0},
        "genre": "prose",
        "genre_reason": None,
        "zones": [{"kind": kind, "start": start, "end": end} for start, end, kind in found],
        "characters": len(text),
        "statements": 0,
        "copy_group": None,
        "notes": [],
    }
    return row | more


def said(row: ReportRow, text: str, source: Any = (), cue: Any = (), content: Any = (), **more: Any) -> StatementRow:
    """A statement whose roles are named by their words; ``words@sentence`` looks for the words inside the sentence."""
    roles = {"source": source, "cue": cue, "content": content}
    spans = {
        name: [_place(text, words) for words in ([given] if isinstance(given, str) else given)]
        for name, given in roles.items()
    }
    found_at = {name: tuple(Span(*span) for span in found) for name, found in spans.items()}
    result: Row = {
        "id": entry_id(row["id"], "statement", found_at),
        "report": row["id"],
        "origin": row["origin"],
        "outlet": row["outlet"],
        "published": row["published"]["start"],
        "said": row["published"] | {"reason": "the report's own words for when it was said"},
        "zone": "body",
        **spans,
        **{f"{name}_text": [text[a:b] for a, b in found] for name, found in spans.items()},
        "speaker": None,
        "speaker_evidence": [],
        "speaker_chain": None,
        "actor": None,
        "mode": "indirect",
        "act": "say",
        "negated": False,
        "addressee": None,
        "addressee_text": None,
        "channel": None,
        "channel_text": None,
        "nameless": None,
        "parent": None,
        "confidence": 0.82,
        "band": "likely",
        "status": "machine",
        "reason": "the cue stands between source and content",
        "rule": "subject-cue-content",
        "analyser": "rules 1",
    }
    return result | more  # type: ignore[return-value]


def _place(text: str, words: str) -> list[int]:
    words, _, sentence = words.partition("@")
    start = text.index(sentence) + sentence.index(words) if sentence else text.index(words)
    return [start, start + len(words)]


def doubt(row: ReportRow, text: str, words: str, disposition: str, rule: str, reason: str) -> DoubtRow:
    start, end = _place(text, words)
    return {
        "id": entry_id(row["id"], f"doubt {disposition} {rule}", {"span": (Span(start, end),)}),
        "report": row["id"],
        "origin": row["origin"],
        "outlet": row["outlet"],
        "span": [start, end],
        "exact": words,
        "disposition": disposition,
        "rule": rule,
        "reason": reason,
    }


class Story:
    """Three invented reports on a bridge toll, with statements that nest, break off and have no speaker."""

    def __init__(self) -> None:
        bridge = report(
            BRIDGE,
            "The Harbour Post",
            "Toll on the Lenna bridge to rise",
            [
                ("headline", "Toll on the Lenna bridge to rise"),
                ("byline", "By Ada Quist"),
                ("dateline", "VELDEN, 3 April — "),
                ("body", BRIDGE[BRIDGE.index("The harbour board") : BRIDGE.index("\n\nShare")]),
                ("furniture", "Share this story\nSubscribe to our newsletter"),
            ],
            byline="Ada Quist",
            agency="Northern Wire",
            url="https://harbourpost.example/toll?from=quay",
            notes=["the text ends in an invitation to subscribe; the tail may be cut off"],
        )
        radio = report(
            RADIO,
            "Velden Radio",
            "Guild blames board for empty ferries",
            [("headline", "Guild blames board for empty ferries"), ("summary", RADIO[38:98])],
            published={"start": "2031-04-05", "end": "2031-04-07", "method": "inferred", "confidence": 0.6},
        )
        council = report(
            COUNCIL, None, None, published={"start": None, "end": None, "method": "unknown", "confidence": 0.0}
        )
        self.reports: list[ReportRow] = [bridge, radio, council]
        self.texts = {bridge["id"]: BRIDGE, radio["id"]: RADIO, council["id"]: COUNCIL}
        told = "Marsh said that the board had told him in March that “no decision” was near"
        outer = said(bridge, BRIDGE, f"Marsh@{told}", f"said@{told}", told.partition(" that ")[2], speaker="Ilen Marsh")
        inner = said(
            bridge,
            BRIDGE,
            f"the board@{told}",
            f"told@{told}",
            "“no decision” was near",
            speaker="Harbour board of Velden",
            mode="mixed",
            parent=outer["id"],
            addressee=[_place(BRIDGE, f"him@{told}")],
            addressee_text=["him"],
        )
        self.statements = [
            said(
                bridge,
                BRIDGE,
                "The harbour board of Velden",
                "said",
                "the toll on the Lenna bridge will rise by a third",
                speaker="Harbour board of Velden",
                act="announce",
            ),
            said(
                bridge,
                BRIDGE,
                "Ilen Marsh, who leads the ferry guild",
                "said@said Ilen Marsh",
                [
                    "“Nobody asked the ferrymen,”",
                    "“We learnt of it from a sign on the quay.\n\n“That is not how neighbours treat each other.”",
                ],
                speaker="Ilen Marsh",
                mode="direct",
                act="criticise",
            ),
            outer,
            inner,
            said(
                bridge, BRIDGE, "Officials", "denied", "that it was linked to the toll", act="deny", nameless="official"
            ),
            said(
                radio,
                RADIO,
                "Guild",
                "blames",
                "board for empty ferries",
                speaker="Ferry guild",
                act="blame",
                zone="headline",
                band="unsure",
                confidence=0.41,
            ),
            said(
                radio,
                RADIO,
                "he@he said",
                "said",
                '"The numbers fell before the toll,"',
                speaker="Tomas Reve",
                mode="direct",
            ),
            said(
                radio, RADIO, "Reve@Reve did", "promise", "a review", speaker="Tomas Reve", act="promise", negated=True
            ),
            said(
                radio,
                RADIO,
                content='"They will pay twice."',
                mode="direct",
                reason="no one is said to have painted the words",
                band="unsure",
            ),
            said(council, COUNCIL, "מועצת העיר", "אמרה", "“הגשר יישאר פתוח” 🌉", speaker="מועצת העיר", mode="direct"),
            said(
                council,
                COUNCIL,
                "Zoë",
                "said",
                "“it’s naïve” <script>alert('x')</script>",
                speaker='Zoë "<b>&',
                mode="direct",
            ),
        ]
        self.doubts = [
            doubt(
                radio,
                RADIO,
                "rejected the accusation",
                "dropped",
                "no-content",
                "the words name an accusation and do not say what it is",
            ),
            doubt(
                bridge,
                BRIDGE,
                "asked about the closure",
                "unsure",
                "cue-in-apposition",
                "a question to officials, not by them",
            ),
        ]
        self.refusals = [NotText("/home/ada/stories/scan.pdf", "holds no text", "run it through OCR first")]

    def page(self, **options: Any) -> str:
        return page.render(
            self.reports,
            self.texts,
            self.statements,
            self.doubts,
            refusals=self.refusals,
            title="The Lenna bridge toll",
            **options,
        )


@pytest.fixture(scope="module")
def story() -> Story:
    return Story()


class Texts(HTMLParser):
    """What a browser would show as the text of each report, in order."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.texts: list[str] = []
        self.depth = 0
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag == "div":
            if self.depth:
                self.depth += 1
            elif dict(attrs).get("class") == "text":
                self.depth = 1
                self.texts.append("")

    def handle_endtag(self, tag: str) -> None:
        if tag == "div" and self.depth:
            self.depth -= 1

    def handle_data(self, data: str) -> None:
        if self.depth:
            self.texts[-1] += data

    def values(self, name: str) -> list[str]:
        return [value for _, attrs in self.tags for key, value in attrs.items() if key == name and value is not None]


def test_every_report_is_shown_character_for_character(story: Story) -> None:
    assert sorted(Texts(story.page()).texts) == sorted(story.texts.values())


ROLES = st.fixed_dictionaries(
    {
        role: st.lists(st.tuples(st.integers(0, 40), st.integers(1, 25)), min_size=role == "content", max_size=3)
        for role in ("source", "cue", "content")
    }
)


@settings(max_examples=60, deadline=None)
@given(
    st.text(st.sampled_from("ab “\"'<>&\n\r\té\u0301🌉א\u202e"), min_size=1, max_size=50), st.lists(ROLES, max_size=5)
)
def test_whatever_overlaps_the_text_is_shown_as_it_is(text: str, drawn: list[Any]) -> None:
    row = report(text, "The Harbour Post", None)
    rows = []
    for number, roles in enumerate(drawn):
        spans = {role: [[start, start + length] for start, length in found] for role, found in roles.items()}
        words = {f"{role}_text": [text[start:end] for start, end in found] for role, found in spans.items()}
        rows.append(said(row, text) | {"id": f"{number:016x}"} | spans | words)  # type: ignore[operator]
    shown = Texts(page.render([row], {row["id"]: text}, rows, []))
    assert shown.texts == [text]
    assert {f"s-{number:016x}" for number in range(len(drawn))} <= set(shown.values("id"))


def test_every_entry_has_one_place_and_a_link_there_and_back(story: Story) -> None:
    for share in (False, True):
        shown = Texts(story.page(share=share))
        ids, links = shown.values("id"), shown.values("href")
        assert len(ids) == len(set(ids))
        assert {link[1:] for link in links if link.startswith("#")} <= set(ids)
        for row in story.statements:
            assert {f"s-{row['id']}", f"e-{row['id']}"} <= set(ids)
            assert {f"#s-{row['id']}", f"#e-{row['id']}"} <= set(links)


def test_the_same_rows_in_any_order_give_the_same_bytes(story: Story) -> None:
    again = page.render(
        story.reports[::-1],
        dict(reversed(story.texts.items())),
        story.statements[::-1],
        story.doubts[::-1],
        refusals=story.refusals,
        title="The Lenna bridge toll",
    )
    assert again == story.page()


def test_hostile_text_stays_text(story: Story) -> None:
    html = story.page(share=False)
    shown = Texts(html)
    assert [tag for tag, _ in shown.tags].count("script") == 1
    assert "<b>" not in html
    assert "<script>alert" not in html
    assert not [attrs for _, attrs in shown.tags if any(name.startswith("on") or name == "style" for name in attrs)]


def test_no_address_but_the_web_s_becomes_a_link(story: Story) -> None:
    rows = [row | {"url": "javascript:alert(1)"} for row in story.reports]  # type: ignore[operator]
    html = page.render(rows, story.texts, [], [])
    assert "javascript:" not in html


def test_the_policy_admits_only_the_two_inlined_files(story: Story) -> None:
    policy = next(value for value in Texts(story.page()).values("content") if "default-src" in value)
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy and "http" not in policy


def test_a_shared_page_holds_no_long_run_of_any_text_and_no_folder(story: Story) -> None:
    long = " ".join(f"word{number}" for number in range(400))
    row = report(long, "The Harbour Post", long, byline=long, notes=[long])
    rows = [said(row, long, content=long, speaker=long, reason=long)]
    html = page.render([row], {row["id"]: long}, rows, [doubt(row, long, long, "dropped", "rule", long)], share=True)
    visible = re.sub(r"<[^>]*>", "\n", html)
    assert max(map(len, re.findall(r"(?:word\d+ ?)+", visible))) <= 300
    assert max(map(len, re.findall(r"(?:word\d+ ?)+", html))) <= 300
    for html in (story.page(share=True), story.page()):
        assert "/home" not in html
        assert "stories/" not in html


def test_a_shared_excerpt_names_outlet_address_and_hash(story: Story) -> None:
    html = story.page(share=True)
    for row in story.reports:
        assert row["text"] in html
    assert "https://harbourpost.example/toll?from=quay" in html
    assert "Excerpts only." in html
    assert not Texts(html).texts


def test_a_cut_is_marked_outside_the_slice(story: Story) -> None:
    long = "é" * 500
    row = report(long, None, None)
    html = page.render([row], {}, [said(row, long, content=long)], [], share=True)
    assert f'<bdi>{"é" * 300}</bdi><span class="cut" title="cut short">…</span>' in html


def test_what_was_not_read_or_dropped_stands_there_with_its_reason(story: Story) -> None:
    html = story.page()
    assert "holds no text; run it through OCR first" in html
    for row in story.doubts:
        assert row["reason"] in html
    assert "No speaker: no one is said to have painted the words" in html


def test_dates_carry_how_they_are_known(story: Story) -> None:
    html = story.page()
    assert "between 5 April 2031 and 7 April 2031" in html
    assert "(inferred from other reports, confidence 0.60)" in html
    assert "date not known" in html


def test_rows_of_other_reports_are_left_out(story: Story) -> None:
    html = page.render(story.reports[:1], story.texts, story.statements, story.doubts)
    assert "painted" not in html


def test_an_empty_ledger_still_gives_a_page() -> None:
    assert "<main" in page.render([], {}, [], [])


CHROMIUM = Path("/usr/bin/chromium")
QUIET = "--no-sandbox --disable-gpu --disable-background-networking --disable-component-update --disable-sync"


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    if not CHROMIUM.exists():
        pytest.skip(f"{CHROMIUM} is missing: install Chromium to test the page in a browser")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=str(CHROMIUM), args=[*QUIET.split(), "--no-first-run"])
        yield started
        started.close()


@pytest.fixture
def visit(browser: Any, story: Story, tmp_path: Path) -> Iterator[Callable[..., Any]]:
    """Open the story's page; afterwards, nothing may have been complained of and nothing asked for."""
    complaints: list[str] = []
    contexts = []

    def go(html: str | None = None, width: int = 1280, script: bool = True) -> Any:
        (tmp_path / "page.html").write_bytes((html or story.page()).encode())
        contexts.append(browser.new_context(viewport={"width": width, "height": 800}, java_script_enabled=script))
        tab = contexts[-1].new_page()
        tab.on("console", lambda message: complaints.append(message.text))
        tab.on("pageerror", lambda error: complaints.append(str(error)))
        tab.on("request", lambda sent: sent.url.startswith(("file:", "data:")) or complaints.append(sent.url))
        tab.goto((tmp_path / "page.html").as_uri())
        return tab

    yield go
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.mark.browser
def test_a_browser_reads_every_character_as_it_was(visit: Any, story: Story) -> None:
    shown = visit().eval_on_selector_all(".text", "nodes => nodes.map(node => node.textContent)")
    assert sorted(shown) == sorted(story.texts.values())


@pytest.mark.browser
@pytest.mark.parametrize("width", [360, 768, 1280, 1920])
@pytest.mark.parametrize("share", [False, True])
def test_nothing_sticks_out_at_any_width(visit: Any, story: Story, width: int, share: bool) -> None:
    tab = visit(story.page(share=share), width)
    assert tab.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.browser
def test_filters_leave_what_passes_and_count_it(visit: Any) -> None:
    tab = visit()
    tab.select_option("#f-act", "deny")
    tab.wait_for_selector("text=1 statement in 1 report")
    assert tab.locator("#record .entry[data-act]:visible").count() == 1
    assert tab.locator("main .report:visible").count() == 1
    tab.click("#reset")
    tab.wait_for_selector("text=11 statements in 3 reports")
    tab.fill("#f-words", "FERRYMEN quay")
    tab.wait_for_selector("text=1 statement in 1 report")
    tab.click("#reset")
    tab.select_option("#f-band", "unsure")
    tab.wait_for_selector("text=2 statements in 1 report")


@pytest.mark.browser
def test_a_mark_tells_who_cue_act_how_sure_and_why(visit: Any, story: Story) -> None:
    tab = visit()
    told = story.statements[3]
    tab.click(f"#s-{told['id']}")
    card = tab.inner_text("#card")
    for words in ("Harbour board of Velden", "says", "“told”", "likely", "machine", told["reason"], told["id"]):
        assert words in card
    assert "Also part of Ilen Marsh: says" in card
    tab.keyboard.press("Escape")
    assert not tab.is_visible("#card")


@pytest.mark.browser
def test_the_keyboard_goes_from_statement_to_statement(visit: Any, story: Story) -> None:
    tab = visit()
    tab.focus(f"#s-{story.statements[0]['id']}")
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.id") == f"s-{story.statements[1]['id']}"
    assert "Ilen Marsh" in tab.inner_text("#card")


@pytest.mark.browser
def test_the_list_is_a_sheet_on_a_phone(visit: Any, story: Story) -> None:
    tab = visit(width=360)
    tab.wait_for_selector("#record", state="hidden")
    tab.click(".bar")
    tab.wait_for_selector("#record", state="visible")
    assert tab.evaluate("document.activeElement.id") == "close"
    tab.click(f"#record .go[href='#s-{story.statements[4]['id']}']")
    tab.wait_for_selector("#record", state="hidden")
    assert tab.locator(f"#s-{story.statements[4]['id']}").evaluate("node => node.matches('.on')")


@pytest.mark.browser
def test_the_page_reads_without_script(visit: Any, story: Story) -> None:
    tab = visit(width=360, script=False)
    assert tab.is_visible("text=Nobody asked the ferrymen >> nth=0")
    assert not tab.is_visible("#filters")
    for row in story.statements:
        assert tab.is_visible(f"#e-{row['id']} .words")
    tab.click("label:has(#theme-dark)")
    assert tab.locator("#theme-dark").is_checked()
