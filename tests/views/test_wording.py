"""Which words outlets choose for actors and events, what they are counted out of, and the user's own codes."""

import json
from pathlib import Path

import pytest

from onrecord import add
from onrecord.errors import UsageError
from onrecord.ledger import Ledger
from onrecord.views import wording, wording_codes
from onrecord.views.wording_uses import Asked

REPORTS = (
    ("Gazette", "Lena Fisk left Hadrel after the raid. The “liberation” of the port began at dawn."),
    ("Gazette", "“This massacre will be punished,” said Lena Fisk. The raid hit the so-called council."),
    ("Courier", "Foreign Minister Lena Fisk claimed that the raid was a massacre. The operation lasted an hour."),
)


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wording")
    lines = [json.dumps({"outlet": outlet, "published": "2031-04-09", "text": text}) for outlet, text in REPORTS]
    (folder / "reports.jsonl").write_text("\n".join(lines), encoding="utf-8")
    add(folder / "reports.jsonl", ledger=folder / "story.db", analyser="rules")
    return folder / "story.db"


def counts(ledger: Path, **asked: str | bool) -> list[tuple[str, str, str, str, int, int]]:
    with Ledger.open(ledger) as opened:
        found = wording.counted(opened.view, wording.uses(opened.view, Asked(**asked)))  # type: ignore[arg-type]
    lines = [wording.line(one) for one in found]
    return [tuple(one[k] for k in ("subject", "outlet", "voice", "label", "count", "of")) for one in lines]  # type: ignore[misc]


def test_words_for_an_event_are_counted_by_outlet_and_voice(ledger: Path) -> None:
    assert counts(ledger, event="raid") == [
        ("raid", "Courier", "quoted", "raid", 1, 1),
        ("raid", "Gazette", "outlet", "raid", 2, 2),
    ]
    assert [one[:4] for one in counts(ledger, event="massacre")] == [
        ("massacre", "Courier", "quoted", "massacre"),
        ("massacre", "Gazette", "quoted", "massacre"),
    ]


def test_words_for_an_actor_are_names_descriptions_and_titles(ledger: Path) -> None:
    assert counts(ledger, actor="Lena Fisk") == [
        ("Lena Fisk", "Courier", "outlet", "foreign minister", 1, 1),
        ("Lena Fisk", "Courier", "outlet", "Lena Fisk", 1, 1),
        ("Lena Fisk", "Gazette", "outlet", "Lena Fisk", 2, 2),
    ]


def test_devices_are_listed_in_the_order_of_the_alphabet(ledger: Path) -> None:
    assert [one[:4] for one in counts(ledger, devices=True)] == [
        ("doubting-cue", "Courier", "outlet", "claim"),
        ("scare-quotes", "Gazette", "outlet", "liberation"),
        ("so-called", "Gazette", "outlet", "so-called"),
    ]


def test_an_outlet_and_a_voice_narrow_what_is_counted(ledger: Path) -> None:
    assert {one[1] for one in counts(ledger, outlet="Courier")} == {"Courier"}
    assert {one[2] for one in counts(ledger, voice="quoted")} == {"quoted"}


def test_the_concordance_is_cut_from_the_reports(ledger: Path) -> None:
    with Ledger.open(ledger) as opened:
        rows = list(wording.concordance(opened.view, wording.uses(opened.view, Asked(event="operation"))))
        assert [(row["before"], row["exact"], row["after"]) for row in rows] == [
            (REPORTS[2][1][5:65], "The operation", " lasted an hour.")
        ]
        text = opened.view.text(str(rows[0]["report"]))
    (start, end), *_ = rows[0]["spans"]["label"]
    assert text[start:end] == rows[0]["exact"]


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "codes.toml"
    path.write_text(
        '[codes.force]\nwords = ["raid", "massacre"]\n[codes.going]\nlemmas = ["leave", "begin"]\n'
        '[codes.hours]\npatterns = ["an hours?"]\n',
        encoding="utf-8",
    )
    return path


def codes(ledger: Path, book: Path, **asked: str) -> list[tuple[object, ...]]:
    with Ledger.open(ledger) as opened:
        uses = wording_codes.found(opened.view, wording_codes.codebook(book), Asked(**asked))  # type: ignore[arg-type]
        lines = [wording.line(one) for one in wording.counted(opened.view, uses)]
    return [tuple(one[k] for k in ("subject", "outlet", "voice", "label", "count", "of")) for one in lines]


def test_a_codebook_is_applied_and_counted_by_outlet_and_voice(ledger: Path, book: Path) -> None:
    assert codes(ledger, book, outlet="Courier") == [
        ("force", "Courier", "quoted", "massacre", 1, 2),
        ("force", "Courier", "quoted", "raid", 1, 2),
        ("hours", "Courier", "outlet", "hour", 1, 1),
    ]
    assert ("going", "Gazette", "outlet", "began", 1, 2) in codes(ledger, book)


def test_with_an_actor_codes_count_in_sentences_that_mention_it(ledger: Path, book: Path) -> None:
    assert {one[3] for one in codes(ledger, book, actor="Lena Fisk")} == {"raid", "left", "massacre"}


@pytest.mark.parametrize(
    ("content", "wrong"),
    [
        ("codes = 1", "no code in it"),
        ("[codes.a]\nword = ['x']", "give words, lemmas or patterns"),
        ("[codes.a]\npatterns = ['(']", "not a regular expression"),
        ("[codes.a]\nwords = 'x'", "are lists of texts"),
        ("=", "not a TOML file"),
    ],
)
def test_a_codebook_that_is_none_is_refused_with_what_is_wrong(tmp_path: Path, content: str, wrong: str) -> None:
    path = tmp_path / "codes.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(UsageError, match=wrong):
        wording_codes.codebook(path)


def told(folder: Path, *texts: tuple[str, str]) -> Path:
    lines = [json.dumps({"outlet": outlet, "published": "2031-04-09", "text": text}) for outlet, text in texts]
    (folder / "reports.jsonl").write_text("\n".join(lines), encoding="utf-8")
    add(folder / "reports.jsonl", ledger=folder / "story.db", analyser="rules")
    return folder / "story.db"


def test_a_count_is_no_label_and_a_noun_that_one_report_alone_uses_is_left_out(tmp_path: Path) -> None:
    story = told(
        tmp_path,
        ("Gazette", "At least 12 bodies were found. Ilen Marsh said that a diplomat had called."),
        ("Courier", "Ilen Marsh said that the gate was shut."),
    )
    with Ledger.open(story) as opened:
        every = wording.uses(opened.view)
        kept, left = wording.comparable(every)
    assert not any("bodies" in use.label for use in every)
    assert {use.label for use in every} >= {"diplomat", "Ilen Marsh"}
    assert {use.subject for use in kept} == {"Ilen Marsh"}
    assert left == len({use.subject for use in every} - {"Ilen Marsh"})


def test_people_without_a_name_go_by_the_nouns_between_which_outlets_choose(tmp_path: Path) -> None:
    story = told(
        tmp_path,
        ("Gazette", "The patrol turned back illegal aliens. Undocumented immigrants were held at the port."),
        ("Courier", "Undocumented immigrants crossed the river. A migrant told reporters that they were tired."),
        ("Dispatch", "The guards counted 80,000 more illegal aliens at the gate."),
    )
    found = counts(story, noun="alien")
    assert {one[0] for one in found} == {"alien / immigrant / migrant"}
    assert [one[1:] for one in found if one[2] == "outlet"] == [
        ("Dispatch", "outlet", "illegal aliens", 1, 1),
        ("Gazette", "outlet", "illegal aliens", 1, 2),
        ("Courier", "outlet", "migrant", 1, 2),
        ("Courier", "outlet", "undocumented immigrants", 1, 2),
        ("Gazette", "outlet", "undocumented immigrants", 1, 2),
    ]
    assert counts(story, noun="aliens") == found
    assert counts(story, noun="ferry") == []


def test_what_an_actor_is_said_to_be_is_counted_beside_its_names(tmp_path: Path) -> None:
    story = told(
        tmp_path,
        ("Gazette", "Oren Vail is a ruthless strongman. The embattled Oren Vail left Hadrel."),
        ("Courier", "Critics called Oren Vail a thug. Oren Vail is not a liar."),
    )
    assert [one[1:] for one in counts(story, actor="Oren Vail")] == [
        ("Gazette", "outlet", "embattled oren vail", 1, 3),
        ("Courier", "outlet", "Oren Vail", 2, 2),
        ("Gazette", "outlet", "Oren Vail", 2, 3),
        ("Gazette", "outlet", "ruthless strongman", 1, 3),
        ("Courier", "quoted", "thug", 1, 1),
    ]


def test_events_stand_with_whom_their_words_name(tmp_path: Path) -> None:
    story = told(
        tmp_path,
        ("Gazette", "Torvela’s invasion began at dawn. The war went on."),
        ("Courier", "The Torvela operation began at dawn."),
    )
    assert [one[:4] for one in counts(story, event="invasion") + counts(story, event="operation")] == [
        ("event, Torvela", "Gazette", "outlet", "invasion"),
        ("event, Torvela", "Courier", "outlet", "torvela operation"),
    ]
    assert [one[0] for one in counts(story, event="war")] == ["war"]
