"""The gold holds on the texts, obeys the closed lists, and fails by name where a text does not bear it out."""

import re
from collections import Counter
from pathlib import Path
from typing import Any

import lxml.html
import pytest

from onrecord.example import gold

ACTS = "say claim deny accuse blame criticise demand urge warn threaten promise refuse agree ask announce praise think"
NAMELESS = {None, "official", "source", "group", "document", "people"}
HEDGES = {"exact", "about", "more-than", "less-than", "at-least", "at-most", "range", "vague"}
FORMS = {"verbatim", "truncated", "paraphrase", "altered", "headline"}
KINDS = {"blame", "accuse", "criticise", "deny", "threaten", "credit"}

Story = dict[str, Any]


def statements(story: Story) -> list[dict[str, Any]]:
    return [entry for doc in story["docs"].values() for entry in doc["statements"]]


def sides(story: Story) -> dict[str, str | None]:
    return {actor["id"]: actor["side"] for actor in story["actors"]}


def test_there_are_at_least_170_statements_that_are_not_borderline(story: Story) -> None:
    assert sum(not entry["borderline"] for entry in statements(story)) >= 170


def test_every_statement_has_a_content_and_a_cue_or_no_source(story: Story) -> None:
    for entry in statements(story):
        assert entry["content"], entry["id"]
        assert entry["cue"] or not entry["source"], entry["id"]


def test_every_label_is_on_its_closed_list(story: Story) -> None:
    for entry in statements(story):
        assert entry["mode"] in {"direct", "indirect", "mixed"}, entry["id"]
        assert entry["act"] in ACTS.split(), entry["id"]
        assert entry["nameless"] in NAMELESS, entry["id"]
    assert {f["hedge"] for doc in story["docs"].values() for f in doc["figures"]} <= HEDGES
    assert {form for entry in story["utterances"] for _, form in entry["members"]} == FORMS
    assert {edge["kind"] for edge in story["blame"]} <= KINDS
    assert {actor["type"] for actor in story["actors"]} == {"person", "organisation", "state", "group"}


def test_every_id_that_is_mentioned_exists(story: Story) -> None:
    found = {entry["id"] for entry in statements(story)}
    actors = set(sides(story))
    assert len(found) == len(statements(story))
    assert {entry["parent"] for entry in statements(story)} <= found | {None}
    assert {entry["speaker"] for entry in statements(story)} <= actors | {None}
    assert {member for entry in story["utterances"] for member, _ in entry["members"]} <= found
    assert {member for *pair, _ in story["not_same"] for member in pair} <= found
    assert {edge["denied_by"] for edge in story["blame"]} <= found | {None}
    assert {edge["to"] for edge in story["blame"]} <= actors
    assert {edge["from"] for edge in story["blame"] if not edge["from"].startswith("outlet:")} <= actors
    givers = {f["giver"] for doc in story["docs"].values() for f in doc["figures"]}
    assert givers <= actors | {"outlet"}


def test_speech_inside_speech_lies_within_its_parent(story: Story) -> None:
    by_id = {entry["id"]: entry for entry in statements(story)}
    for entry in statements(story):
        if entry["parent"]:
            outer = [*by_id[entry["parent"]]["content"], *by_id[entry["parent"]]["source"]]
            inner = entry["cue"][0]
            same = entry["content"] == by_id[entry["parent"]]["content"]
            assert same or any(a <= inner[0] and inner[1] <= b for a, b in outer), entry["id"]


def test_direct_speech_stands_between_marks_unless_it_is_marked_off_as_a_block(story: Story, texts: Story) -> None:
    blocks = []
    for key, doc in story["docs"].items():
        for entry in (entry for entry in doc["statements"] if entry["mode"] == "direct"):
            start, end = entry["content"][0][0], entry["content"][-1][1]
            if texts[key][start] not in "“‘\"'" or texts[key][end - 1] not in "”’\"'":
                blocks.append(entry["id"])
    assert len(blocks) == 2


def test_no_slice_begins_or_ends_with_white_space_or_crosses_a_paragraph(story: Story, texts: Story) -> None:
    for key, doc in story["docs"].items():
        for entry in doc["statements"]:
            for role in ("source", "cue", "content"):
                for start, end in entry[role]:
                    words = texts[key][start:end]
                    assert words == words.strip() and "\n" not in words, entry["id"]


def test_a_figure_lies_in_its_statement(story: Story) -> None:
    for doc in story["docs"].values():
        by_id = {entry["id"]: entry for entry in doc["statements"]}
        for figure in doc["figures"]:
            if figure["statement"]:
                start, end = figure["span"]
                assert any(a <= start and end <= b for a, b in by_id[figure["statement"]]["content"]), figure


@pytest.mark.parametrize("kind", ["accuse", "deny", "criticise", "threaten"])
def test_both_sides_accuse_and_deny_about_as_often(story: Story, kind: str) -> None:
    side = sides(story)
    given = Counter(side.get(edge["from"]) for edge in story["blame"] if edge["kind"] == kind)
    taken = Counter(side.get(edge["to"]) for edge in story["blame"] if edge["kind"] == kind)
    for count in (given, taken):
        assert abs(count["ardvania"] - count["torvela"]) <= max(3, 0.3 * (count["ardvania"] + count["torvela"]))


def test_both_sides_speak_and_give_figures_about_as_often(story: Story) -> None:
    side = sides(story)
    spoken = Counter(side.get(entry["speaker"]) for entry in statements(story))
    given = Counter(side.get(f["giver"]) for doc in story["docs"].values() for f in doc["figures"])
    edges = Counter(side.get(edge["from"]) for edge in story["blame"])
    for count in (spoken, given, edges):
        assert min(count["ardvania"], count["torvela"]) >= 0.8 * max(count["ardvania"], count["torvela"])


def test_white_space_in_the_gold_stands_for_any_white_space(gold_path: Path, texts: Story, story: Story) -> None:
    spread = {key: re.sub(r"\s", "\u00a0", text) for key, text in texts.items()}
    assert gold.resolve(gold_path, spread)["docs"] == story["docs"]


def test_the_page_resolves_with_all_its_furniture_and_without_any(
    gold_path: Path, folder: Path, texts: Story, story: Story
) -> None:
    page = lxml.html.fromstring((folder / "harbour-gazette-ferry.html").read_text(encoding="utf-8"))
    bare = "\n".join(str(p.text_content()) for p in page.xpath("//article/h1 | //article/p"))
    for text, fewer in ((str(page.text_content()), 0), (bare, 2)):
        found = gold.resolve(gold_path, {**texts, "gazette-ferry": text})["docs"]["gazette-ferry"]["statements"]
        assert len(found) == len(story["docs"]["gazette-ferry"]["statements"]) - fewer


def test_a_statement_that_the_text_does_not_bear_out_is_named(gold_path: Path, texts: Story) -> None:
    broken = {**texts, "dispatch-1": texts["dispatch-1"].replace("an insult to the dead", "an insult")}
    with pytest.raises(gold.GoldError, match="statement dispatch-1-s5"):
        gold.resolve(gold_path, broken)


def test_a_passage_that_occurs_twice_is_named(gold_path: Path, texts: Story) -> None:
    with pytest.raises(gold.GoldError, match="found 2 times"):
        gold.resolve(gold_path, {**texts, "dispatch-1": texts["dispatch-1"] * 2})


def test_a_report_without_text_is_named(gold_path: Path, texts: Story) -> None:
    with pytest.raises(gold.GoldError, match="radio-2"):
        gold.resolve(gold_path, {key: text for key, text in texts.items() if key != "radio-2"})
