"""The act by cue, frame and context, on the words alone; and the tables that acts are kept in."""

import csv
import tomllib
from importlib.resources import files
from pathlib import Path

import pytest

from onrecord.analyse.acts import act_of, stops_short
from onrecord.analyse.cues import lexicon
from onrecord.analyse.frames import Frame
from onrecord.analyse.text import analyse_text
from onrecord.model.terms import Act
from onrecord.settings import AnalysisSettings

RULES = AnalysisSettings(analyser="rules")

HERE = files("onrecord.analyse")
PAGE = Path(__file__).parents[2] / "docs" / "reference" / "speech-acts.md"


def tagged(lemma: str, cue: str, content: str, kind: str = "verb") -> Act:
    """The act of spans that no grammar frame is known for."""
    return act_of(Frame(0, kind, lemma, "tagged", (), (), ()), cue, content, lexicon())


@pytest.mark.parametrize(
    ("lemma", "cue", "content", "act"),
    [
        ("say", "said", "that the road was open", Act.SAY),
        ("say", "said", "“where is the road?”", Act.ASK),
        ("say", "said", "“no, it was not us”", Act.DENY),
        ("reply", "replied", "“actually, i don’t,”", Act.DENY),
        ("say", "said of the account given in sarvin", "“they waited,”", Act.SAY),
        ("say", "said", "he never met him", Act.DENY),
        ("say", "said", "“i have never, ever voted for a dorn, until this year”", Act.SAY),
        ("say", "said", "“i have never been so cold”", Act.SAY),
        ("reject", "rejected", "the mayor’s attempt to close the road", Act.REFUSE),
        ("say", "said", "he will not enter into talks", Act.REFUSE),
        ("issue", "issued a strong warning", "that the road would be closed", Act.WARN),
        ("take", "took sharp aim at", "the mayor", Act.CRITICISE),
        ("air", "aired a string of complaints about", "the toll", Act.CRITICISE),
        ("make", "made a formal veto threat against", "the toll", Act.THREATEN),
        ("issue", "issued a press release stating", "that the road was open", Act.ANNOUNCE),
        ("say", "said", "“i’d encourage everybody to come”", Act.URGE),
        ("call", "called on", "both towns", Act.URGE),
        ("call", "called for", "a halt", Act.DEMAND),
        ("rule", "ruled out", "a visit", Act.REFUSE),
        ("rule", "ruled", "that the law stands", Act.ANNOUNCE),
        ("call", "called", "the charge “grotesque”", Act.CRITICISE),
        ("call", "called", "it “completely false”", Act.DENY),
        ("call", "called", "it good news", Act.PRAISE),
        ("reject", "rejected", "the accusation", Act.DENY),
        ("reject", "rejected", "raising the age to 21", Act.REFUSE),
        ("reject", "has rejected", "a proposal for a truce", Act.REFUSE),
        ("comment", "declined to comment on", "the claim", Act.REFUSE),
        ("comment", "would not comment on", "the claim", Act.REFUSE),
        ("stop", "stopped short of", "accusing the town", Act.ACCUSE),
        ("deny", "denied", "that velland was to blame", Act.DENY),
        ("hit", "hits out at", "the plan", Act.CRITICISE),
        ("hold", "holds in reserve", "further steps", Act.THREATEN),
        ("put", "puts all the blame on", "the ministry", Act.BLAME),
        ("make", "make the case", "that it was late", Act.CLAIM),
        ("take", "takes issue with", "the report", Act.CRITICISE),
        ("express", "expressed optimism", "that it would end", Act.THINK),
        ("call", "called for", "a halt", Act.DEMAND),
        ("tell", "told", "to wait", Act.DEMAND),
        ("refuse", "refused", "to speak", Act.REFUSE),
        ("say", "said", "he “never had any such meeting.”", Act.DENY),
        ("say", "said", "“he comes out and tells a lie?”", Act.SAY),
        ("chant", "chanted", "“open the border!”", Act.DEMAND),
        ("shout", "shouted", "“it is a lovely morning.”", Act.SAY),
        ("begin", "began to yell as well", "“stop the boats!”", Act.DEMAND),
        ("fire", "fired back", "that the log was his", Act.SAY),
        ("launch", "launched another round of attacks", "on the council", Act.CRITICISE),
        ("go", "went on denying", "that anybody was warned", Act.DENY),
        ("make", "has made it his priority", "to keep the peace", Act.THINK),
        ("stress", "stressed", "that the road was open", Act.CLAIM),
        ("allege", "alleged", "that the road was closed", Act.CLAIM),
        ("admit", "admitted", "that the road was closed", Act.SAY),
    ],
)
def test_an_act_is_read_from_spans_alone(lemma: str, cue: str, content: str, act: Act) -> None:
    assert tagged(lemma, cue, content) is act


def test_a_noun_may_name_another_act_than_its_verb() -> None:
    assert tagged("call", "'s call for", "a halt", "noun") in (Act.URGE, Act.DEMAND)
    assert tagged("question", "a question about", "the gates", "noun") is Act.ASK


def test_whoever_is_quick_to_add_something_says_it() -> None:
    assert tagged("quick", "was quick to add", "that the road was open", "adj") is Act.SAY
    assert tagged("confident", "is confident", "that the road is open", "adj") is Act.THINK


def test_an_act_one_stopped_short_of_is_negated() -> None:
    assert stops_short("stopped short of")
    assert not stops_short("stopped")


def test_an_infinitive_after_a_refusal_is_refused() -> None:
    report, analysis = analyse_text("Lena Fisk declined to comment on the claim that the gates were opened.", RULES)
    assert {s.act for s in analysis.statements if "comment" in " ".join(s.texts(report.text)["cue"])} <= {Act.REFUSE}


def test_no_cue_stands_under_two_acts() -> None:
    written = tomllib.loads(HERE.joinpath("cues.toml").read_text(encoding="utf-8"))
    for table in ("acts", "verbs", "nouns", "phrases", "constructions", "objects"):
        words = [word for act, words in written[table].items() for word in words]
        assert sorted(words) == sorted(set(words)), table


def test_every_act_has_a_row_of_codes_and_the_page_shows_it() -> None:
    rows = {row["act"]: row for row in csv.DictReader(HERE.joinpath("acts_cameo.csv").read_text("utf-8").splitlines())}
    assert set(rows) == set(Act)
    page = PAGE.read_text(encoding="utf-8")
    for act, row in rows.items():
        line = next(line for line in page.splitlines() if line.startswith(f"| `{act}` |"))
        assert [cell.strip() for cell in line.split("|")[-3:-1]] == [row["cameo"], row["plover"] or "–"]
