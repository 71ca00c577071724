"""Words without places are found in the page, each in its own place."""

from onrecord.clean.html_align import align
from onrecord.clean.html_letters import letters, marked, page_letters
from onrecord.clean.html_page import Page, read_page

LONG = "The minister of Arland said that the bridge would be opened again."
OTHER = "The mayor of Tamra denied on Monday that anyone had asked the town."


def found(page: Page, *paragraphs: str) -> list[tuple[int, str]]:
    picks = align(paragraphs, page_letters(page)).picks
    return [(pick.line, pick.span.cut(page.lines[pick.line].text)) for pick in picks]


def test_letters_leave_out_accents_signs_and_blanks() -> None:
    assert letters("Café, e\u0301t\u00e9 – 12!") == letters("Cafe\u0301 \u00e9te\u0301 12") == "Cafeete12"


def test_a_paragraph_is_found_over_inline_tags_and_other_blanks() -> None:
    page = read_page("<p>The <b>m</b>inister&nbsp;of   Arland</p>")
    assert found(page, "The minister of Arland") == [(0, "The minister of Arland")]


def test_a_line_that_stands_twice_comes_back_as_itself() -> None:
    page = read_page(f"<p>{LONG}</p><p>{OTHER}</p><p>{LONG}</p>")
    index = page_letters(page)
    second = read_page(marked(page, index)).lines[2].text
    assert [pick.line for pick in align([second], index).picks] == [2]


def test_a_quoted_sentence_goes_to_its_own_line_and_not_into_a_longer_one() -> None:
    page = read_page(f"<p>{OTHER} {LONG}</p><aside>{LONG}</aside><p>The end of it.</p>")
    assert found(page, f"{OTHER} {LONG}", LONG) == [(0, f"{OTHER} {LONG}"), (1, LONG)]


def test_order_decides_between_equal_places_inside_lines() -> None:
    page = read_page(f"<p>First. {LONG} Then.</p><p>{OTHER}</p><p>Second. {LONG} Then.</p>")
    assert found(page, OTHER, LONG) == [(1, OTHER), (2, LONG)]


def test_a_short_word_is_not_found_inside_another() -> None:
    assert found(read_page("<p>Shareholders met.</p><p>Share</p>"), "Share") == [(1, "Share")]


def test_signs_at_the_words_belong_to_them() -> None:
    page = read_page(f"<p>Lead. “{LONG}”, she said, and then she left the hall with her two advisers.</p>")
    assert found(page, f"{LONG}") == [(0, f"“{LONG}”,")]


def test_what_is_not_in_the_page_is_named() -> None:
    page = read_page(f"<p>{LONG}</p>")
    aligned = align([LONG, OTHER], page_letters(page))
    assert [pick.line for pick in aligned.picks] == [0]
    assert aligned.lost == (OTHER,)
