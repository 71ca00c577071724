"""The example story holds everything that makes such stories hard, each thing at least once."""

import csv
import json
import re
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

Story = dict[str, Any]


def quoted(story: Story, texts: Story, key: str, role: str = "content") -> list[str]:
    return [" ".join(texts[key][a:b] for a, b in entry[role]) for entry in story["docs"][key]["statements"]]


def test_thirteen_reports_by_five_outlets_over_two_months(index: Story) -> None:
    dates = [date.fromisoformat(entry["published"]) for entry in index.values() if entry["published"]]
    assert len(index) == 13
    assert len({entry["outlet"] for entry in index.values()}) == 5
    assert 50 <= (max(dates) - min(dates)).days <= 70


def test_every_report_has_250_to_600_words(texts: Story) -> None:
    for key, text in texts.items():
        assert 250 <= len(text.split()) <= 620 + 20 * (key == "gazette-ferry"), key


def test_all_files_of_the_folder_are_reports_or_their_sidecars(folder: Path, index: Story) -> None:
    named = {entry["file"] for entry in index.values()}
    assert {path.name for path in folder.iterdir() if ".meta." not in path.name} == named
    assert {path.name.partition(".meta.")[0] for path in folder.glob("*.meta.*")} == {n for n in named if ".txt" in n}


def test_the_index_says_what_the_files_say(folder: Path, index: Story) -> None:
    rows: dict[str, list[dict[str, Any]]] = {
        "meridian-dispatch.jsonl": [json.loads(row) for row in (folder / "meridian-dispatch.jsonl").open()],
        "querrane-public-radio.csv": list(csv.DictReader((folder / "querrane-public-radio.csv").open(newline=""))),
        "sarvin-courier-envoy.json": [json.loads((folder / "sarvin-courier-envoy.json").read_text())],
    }
    for path in folder.glob("*.meta.*"):
        raw = path.read_text()
        rows[path.name.partition(".meta.")[0]] = [json.loads(raw) if path.suffix == ".json" else tomllib.loads(raw)]
    for entry in index.values():
        if not entry["file"].endswith(".html"):
            row = rows[entry["file"]][(entry["record"] or 1) - 1]
            assert row["outlet"] == entry["outlet"]
            if "published" in row:
                assert row["published"][:10] == entry["published"]


def test_json_lines_carry_a_field_that_nobody_knows(folder: Path) -> None:
    known = {"text", "title", "outlet", "published", "url", "byline", "agency"}
    rows = [json.loads(row) for row in (folder / "meridian-dispatch.jsonl").open()]
    assert len(rows) >= 3
    assert all(set(row) - known == {"desk"} for row in rows)


def test_the_page_has_furniture_entities_dates_and_a_sentence_twice(folder: Path) -> None:
    page = (folder / "harbour-gazette-ferry.html").read_text(encoding="utf-8")
    for mark in (
        *("<nav>", "cookies", "Share on", "Related stories", "newsletter", 'id="comments"', "<figcaption>", "byline"),
        *("ld+json", "article:modified_time", "&rsquo;", "&nbsp;", "&mdash;", "Karrow</p>", "Most read", "amended"),
    ):
        assert mark in page, mark
    assert page.count("It sounded like a train.") == 2


def test_a_plain_text_has_metadata_takeaways_and_a_foot(texts: Story) -> None:
    text = texts["standard-toll"]
    assert re.match(r" date 2031-04-09 \w", text)
    assert text.count("\n- ") == 3 and "Key takeaways" in text
    assert "Search Keywords:" in text and "Short link:" in text


def test_one_report_is_undated_and_one_is_cut_off(texts: Story, index: Story) -> None:
    assert [key for key, entry in index.items() if not entry["published"]] == ["gazette-towns"]
    assert texts["courier-letter"].endswith("so much as wro")


def test_a_name_is_misspelt_in_one_outlet_only(texts: Story, index: Story) -> None:
    wrong = {index[key]["outlet"] for key, text in texts.items() if re.search(r"\bVestrel\b", text)}
    assert wrong == {"Querrane Public Radio"}


def test_an_agency_text_is_carried_twice_and_cut_once(texts: Story, index: Story) -> None:
    body = {key: texts[key].partition("\n\n") for key in ("dispatch-2", "courier-envoy", "radio-1")}
    whole = body["dispatch-2"][2].split("\n\n")
    cut = body["radio-1"][2].split("\n\n")
    assert body["courier-envoy"][2] == body["dispatch-2"][2]
    assert len({head for head, _, _ in body.values()}) == 3
    assert len({index[key]["outlet"] for key in body}) == 3
    assert len(cut) == len(whole) - 2
    assert sum(left != right for left, right in zip(cut, whole, strict=False)) == 1


def test_quotes_run_over_paragraphs_and_stand_without_marks_or_speaker(story: Story, texts: Story) -> None:
    by_id = {entry["id"]: entry for doc in story["docs"].values() for entry in doc["statements"]}
    for key in ("standard-shelling", "gazette-towns"):
        spans = [e["content"] for e in story["docs"][key]["statements"] if e["mode"] == "direct"]
        assert any(len(s) > 2 and texts[key][s[0][1] : s[-1][0]].count("\n\n") >= 2 for s in spans)
    assert "I began with the register" in " ".join(quoted(story, texts, "gazette-towns"))
    assert any(not e["source"] and e["speaker"] is None and e["mode"] == "direct" for e in by_id.values())


def test_a_quote_goes_on_after_its_cue(story: Story, texts: Story) -> None:
    assert any("still a thief,” “and he" in words for words in quoted(story, texts, "courier-letter"))


def test_quotes_nest_in_both_styles(texts: Story) -> None:
    assert "shouting “Hold the rail, hold the rail”, and then there wasn’t a rail.’" in texts["gazette-ferry"]
    assert "saying, 'I only came for the bread.'" in texts["standard-shelling"]


def test_single_curly_and_straight_marks_belong_to_different_outlets(texts: Story) -> None:
    assert "‘" in texts["gazette-inquiry"] and "“" not in texts["gazette-inquiry"]
    assert "“" in texts["courier-letter"]
    assert '"' in texts["radio-2"] and "“" not in texts["radio-2"]


def test_speech_reaches_three_levels(story: Story) -> None:
    parents = {e["id"]: e["parent"] for doc in story["docs"].values() for e in doc["statements"]}
    assert any(parents[parent] for parent in parents.values() if parent)


def test_the_nameless_are_officials_sources_groups_documents_and_people(story: Story) -> None:
    found = {e["nameless"] for doc in story["docs"].values() for e in doc["statements"]}
    assert found == {None, "official", "source", "group", "document", "people"}


def test_every_act_occurs(story: Story) -> None:
    found = {e["act"] for doc in story["docs"].values() for e in doc["statements"]}
    assert len(found) == 17


def test_negated_passive_and_noun_cues_occur(story: Story, texts: Story) -> None:
    cues = {cue for key in texts for cue in quoted(story, texts, key, "cue")}
    for cue in ("did not say", "declined to comment on", "stopped short of saying", "was accused by", "according to"):
        assert cue in cues
    assert {"an accusation have made", "claim", "pledged"} <= cues


def test_headlines_speak_in_three_ways(texts: Story) -> None:
    heads = [text.strip().partition("\n")[0] for text in texts.values()]
    assert any(head.startswith("Ederlin: ") for head in heads)
    assert any(head.endswith(": Sabrin") for head in heads)
    assert any(head.endswith(", says Ederlin") for head in heads)
    assert "Ardvanian guns shatter the morning at Velday" in heads and "Torvelan guns break the calm at Karrow" in heads


def test_an_accusation_meets_its_denial_in_another_outlet(story: Story, index: Story) -> None:
    report = {e["id"]: key for key, doc in story["docs"].items() for e in doc["statements"]}
    pairs = [(e["doc"], report[e["denied_by"]]) for e in story["blame"] if e["denied_by"]]
    assert sum(index[left]["outlet"] != index[right]["outlet"] for left, right in pairs) >= 8


def test_the_toll_grows_differs_by_giver_and_is_lowered(story: Story) -> None:
    toll = [
        (f["giver"], f["value"])
        for key in ("dispatch-1", "standard-toll", "dispatch-2", "radio-2")
        for f in story["docs"][key]["figures"]
        if f["what"] == "dead-ferry"
    ]
    ministry = [value for giver, value in toll if giver == "tor-health"]
    assert max(ministry) == 63 and ministry[-1] == 61
    assert {f["hedge"] for doc in story["docs"].values() for f in doc["figures"]} >= {"at-least", "about", "vague"}
    assert {f["giver"] for d in story["docs"].values() for f in d["figures"] if f["what"].startswith("dead-ferry")} >= {
        "tor-health",
        "ard-health",
        "velday-police",
        "lomm",
        "inquiry",
    }


def test_a_statement_of_each_side_is_verbatim_truncated_paraphrased_and_altered(story: Story, index: Story) -> None:
    report = {e["id"]: key for key, doc in story["docs"].items() for e in doc["statements"]}
    for speaker in ("ederlin", "sabrin"):
        members = next(u["members"] for u in story["utterances"] if u["speaker"] == speaker)
        outlets = {form: index[report[member]]["outlet"] for member, form in members}
        assert {"verbatim", "truncated", "paraphrase", "altered"} <= set(outlets)
        assert len({outlets[form] for form in ("verbatim", "truncated", "altered", "paraphrase")}) == 4


def test_one_actor_goes_by_many_words(story: Story, texts: Story) -> None:
    front = next(actor for actor in story["actors"] if actor["id"] == "front")
    words = {texts[key][a:b].lower() for key, a, b in front["forms"]}
    assert {"the linnet valley front", "the movement", "the militants", "the fighters"} <= words


def test_no_report_names_a_workplace_or_a_real_address(folder: Path) -> None:
    for path in folder.iterdir():
        raw = path.read_text(encoding="utf-8")
        for host in re.findall(r"https?://([^/\s\"]+)", raw):
            assert host.endswith(".example") or host == "schema.org", host
