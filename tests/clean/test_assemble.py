import socket

import pytest

from onrecord.clean import clean
from onrecord.clean.assemble import assemble
from onrecord.clean.metadata import agency_named
from onrecord.errors import NotAligned, NotText, TooLarge
from onrecord.model.offsets import OffsetMap, Run, RunKind, literal_map
from onrecord.model.report import Capture, Given, Report, Zone
from onrecord.model.span import Span
from onrecord.model.terms import Genre, ZoneKind
from onrecord.settings import Limits

ENGLISH = "The mediators said on Saturday that they would wait until both governments had answered their letter. " * 3
FRENCH = "Les médiateurs ont dit samedi qu'ils attendraient que les deux gouvernements répondent à leur lettre. " * 3


def report(text: str, *zones: Zone, given: tuple[Given, ...] = ()) -> Report:
    capture = Capture(text.encode("utf-8", "surrogatepass"), "text/plain", "note.txt", given=given)
    offsets = OffsetMap("utf-8", (Run(0, len(text), 0, len(capture.data), RunKind.LITERAL),))
    return assemble(capture, text, offsets, zones)


def test_what_no_zone_covers_becomes_body() -> None:
    found = report(
        "Title\n\nText here.\nMore.", Zone(ZoneKind.HEADLINE, Span(0, 6)), Zone(ZoneKind.FURNITURE, Span(17, 23))
    )
    assert [(zone.kind, zone.span) for zone in found.zones] == [
        (ZoneKind.HEADLINE, (0, 5)),
        (ZoneKind.BODY, (7, 17)),
        (ZoneKind.FURNITURE, (18, 23)),
    ]


def test_zones_that_overlap_are_a_fault_of_the_cleaner() -> None:
    with pytest.raises(ValueError, match="overlaps"):
        report("Title and text", Zone(ZoneKind.HEADLINE, Span(0, 7)), Zone(ZoneKind.BODY, Span(6, 9)))


def test_a_map_that_does_not_hold_is_refused() -> None:
    capture = Capture(b"other bytes", "text/plain", "note.txt")
    with pytest.raises(NotAligned):
        assemble(capture, "these words", literal_map("these words", "utf-8"), ())


@pytest.mark.parametrize(("text", "reason"), [("  \n", "no text"), ("a\0b", "NUL"), ("a\ud800b", "U\\+D800")])
def test_a_text_that_cannot_be_kept_is_refused_by_name(text: str, reason: str) -> None:
    with pytest.raises(NotText, match=reason):
        report(text)


def test_a_text_over_the_limit_is_refused() -> None:
    with pytest.raises(TooLarge, match="limit of 5"):
        clean(Capture(b"Too long.", "text/plain", "note.txt"), Limits(report=5))


def test_a_media_type_that_no_cleaner_reads_is_refused() -> None:
    with pytest.raises(NotText, match="audio/ogg"):
        clean(Capture(b"OggS", "audio/ogg", "talk.ogg"), Limits())


def test_the_strongest_origin_is_chosen_and_all_are_kept() -> None:
    given = (
        Given("site", "gazette", "file name"),
        Given("publisher", "Gazette", "file"),
        Given("outlet", "The Gazette", "option"),
    )
    found = report("Words.", given=given)
    assert found.outlet == "The Gazette"
    assert [value.value for value in found.metadata] == ["The Gazette", "Gazette", "gazette"]


def test_an_outlet_that_nobody_gave_is_unknown() -> None:
    assert report("Words.").outlet is None


@pytest.mark.parametrize(
    ("byline", "people", "agency"),
    [
        ("By Anna Mirren", "Anna Mirren", None),
        ("Anna Mirren, Reuters", "Anna Mirren", "Reuters"),
        ("AFP", None, "Agence France-Presse"),
        ("The Associated Press", None, "Associated Press"),
        ("Lindmouth News Agency", None, "Lindmouth News Agency"),
        ("By Anna Mirren and Tom Hale | Published 9 April 2031", "Anna Mirren and Tom Hale", None),
    ],
)
def test_people_and_agency_are_kept_apart(byline: str, people: str | None, agency: str | None) -> None:
    found = report(f"{byline}\n\nWords.", Zone(ZoneKind.BYLINE, Span(0, len(byline))))
    assert (found.byline, found.agency) == (people, agency)


def test_an_agency_in_the_dateline_is_credited() -> None:
    line = "PORTVALE (Xinhua) —"
    assert report(f"{line} Words.", Zone(ZoneKind.DATELINE, Span(0, len(line)))).agency == "Xinhua"


def test_an_outlet_is_no_agency() -> None:
    assert agency_named("Harbour Gazette") is None


def test_a_subhead_is_not_the_title() -> None:
    text = "Words before.\nA subhead\nWords after."
    assert report(text, Zone(ZoneKind.BODY, Span(0, 13)), Zone(ZoneKind.HEADLINE, Span(14, 23))).title is None


def test_english_is_prose() -> None:
    assert report(ENGLISH).genre is Genre.PROSE


def test_another_language_is_recognised_with_its_code() -> None:
    found = report(FRENCH)
    assert found.genre is Genre.OTHER_LANGUAGE and "fr" in (found.genre_reason or "")


def test_a_text_too_short_to_tell_is_prose() -> None:
    assert report("Rien ne va plus.").genre is Genre.PROSE


def test_an_english_text_with_a_long_quotation_in_another_language_is_prose() -> None:
    assert report(ENGLISH * 8 + FRENCH * 8 + ENGLISH * 8).genre is Genre.PROSE


def test_no_network_is_touched_to_tell_a_language(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("the network was touched")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    assert report(FRENCH).genre is Genre.OTHER_LANGUAGE


@pytest.mark.parametrize("field", [("outlet", "Po\ud800st"), ("na\udc00me", "x")])
def test_metadata_that_holds_half_a_character_refuses_its_report(field: tuple[str, str]) -> None:
    with pytest.raises(NotText, match="half a surrogate"):
        report("The mediators wait.", given=(Given(*field, "sidecar"),))
