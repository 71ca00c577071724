"""Who blames whom over reports: what is one edge, what is left out, which denials stand beside, how it is drawn."""

import xml.etree.ElementTree as ElementTree
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from onrecord.ledger import Ledger, RelationFilter
from onrecord.model.terms import Act, RelationKind, Strength
from onrecord.views.blame import NO_DENIAL, clause, denial, found, in_full, lines
from onrecord.views.blame_graph import gexf, graphml, matrix, svg
from onrecord.views.page_blame import blame_lines
from tests.ledger.making import Made, analysis, capture_and_report, day, ledger_of, relation, statement

SAID = "Ardvania accused Torvela of shelling the northern port. "
Wanted = tuple[str | None, str, str, dict[str, Any]]
ACCUSED: Wanted = ("Ardvania", "accused", "Torvela", {"matter": "shelling the northern port"})


def story(text: str, *wanted: Wanted, on: str = "2031-04-09", outlet: str = "Post", denied: str = "") -> Made:
    """A report with the relations wanted, and a statement that denies where its words are given."""
    capture, report = capture_and_report(text, outlet, f"{outlet}-{on}.txt", published=day(on))
    relations = []
    for source, cue, target, more in wanted:
        labels = {"source_name": source, "target_name": target} | more
        if words := labels.pop("matter", None):
            start = text.index(words)
            labels["matter"] = ((start, start + len(words)),)
        relations.append(relation(report, source, cue, target, **labels))
    statements = [statement(report, denied.split(maxsplit=1)[0], "denied", denied, act=Act.DENY)] if denied else []
    return capture, report, analysis(report, *statements, relations=tuple(relations))


def ledger(folder: Path, *made: Made) -> Ledger:
    return ledger_of(folder, *made)


def clauses(edges: Iterable[Any]) -> list[str]:
    return [clause(edge) for edge in edges]


def test_nobody_known_in_two_reports_is_the_same_by_words_alone(tmp_path: Path) -> None:
    two = (story(SAID, ACCUSED), story(SAID + "It was late. ", ACCUSED, outlet="Star"))
    with ledger(tmp_path, *two) as kept:
        assert [edge.reports for edge in found(kept.view).edges] == [1, 1]


def test_entries_of_one_matter_are_one_edge_and_others_are_not(tmp_path: Path) -> None:
    text = (
        SAID + "Ardvania also charged Torvela with the shelling of a port in the north. "
        "Ardvania blamed Torvela for shelling the port. Ardvania faulted Torvela over grain prices."
    )
    charged = ("Ardvania", "charged", "Torvela", {"matter": "the shelling of a port in the north"})
    faulted = ("Ardvania", "faulted", "Torvela", {"matter": "grain prices"})
    blamed = ("Ardvania", "blamed", "Torvela", {"kind": RelationKind.BLAME})
    with ledger(tmp_path, story(text, ACCUSED, charged, faulted, blamed)) as kept:
        edges = found(kept.view).edges
        assert [(edge.kind, len(edge.rows)) for edge in edges] == [("accuse", 2), ("blame", 1), ("accuse", 1)]
        assert edges[0].matters == ("shelling the northern port", "the shelling of a port in the north")
        assert edges[0].id == edges[0].rows[0]["id"]


def test_what_is_implicit_unsure_or_to_a_thing_is_left_out_and_counted(tmp_path: Path) -> None:
    text = SAID + "Ardvania fears Hadrel. Ardvania doubts Sarvin. Ardvania scorned the plan to feed Sarvin."
    weak = (
        ("Ardvania", "fears", "Hadrel", {"strength": Strength.IMPLICIT}),
        ("Ardvania", "doubts", "Sarvin", {"confidence": 0.39}),
        ("Ardvania", "scorned", "the plan to feed Sarvin", {}),
    )
    with ledger(tmp_path, story(text, ACCUSED, *weak)) as kept:
        answer = found(kept.view)
        assert (clauses(answer.edges), answer.left) == (["Ardvania · accuses · Torvela"], 3)
        every = found(kept.view, weak=True)
        assert (len(every.edges), every.left) == (4, 0)
        assert [edge.weak for edge in every.edges] == [False, True, True, True]


def test_what_a_report_says_is_not_so_is_not_shown(tmp_path: Path) -> None:
    source, cue, target, more = ACCUSED
    with ledger(tmp_path, story(SAID, (source, cue, target, more | {"negated": True}))) as kept:
        assert found(kept.view, weak=True).edges == ()


def test_an_outlet_in_its_own_voice_is_who_does_it(tmp_path: Path) -> None:
    own = (None, "reckless", "Torvela", {"kind": RelationKind.CRITICISE, "source_name": None})
    with ledger(tmp_path, story("The reckless leaders of Torvela met.", own)) as kept:
        (edge,) = found(kept.view).edges
        assert (edge.source, edge.target) == ("Post", "Torvela")
        assert found(kept.view, RelationFilter(voice="quoted")).edges == ()
        assert "in the outlet's own voice" in "\n".join(in_full(edge))


@pytest.mark.parametrize(
    ("more", "beside"),
    [
        ("Torvela denied having shelled the northern port.", "denied by Torvela (Post)"),
        ("Torvela denied the charge.", "denied by Torvela (Post)"),
        ("Torvela said it was raining.", NO_DENIAL),
    ],
)
def test_a_charge_stands_beside_its_denial_or_none_was_found(tmp_path: Path, more: str, beside: str) -> None:
    denies = more if "denied" in more else ""
    with ledger(tmp_path, story(SAID + more, ACCUSED, denied=denies)) as kept:
        (edge,) = [e for e in found(kept.view).edges if e.kind == "accuse"]
        assert denial(edge) == beside
        (line,) = blame_lines([edge])
        assert bool(line.denials) == (beside != NO_DENIAL)


def test_a_denial_answers_the_charge_of_its_own_matter(tmp_path: Path) -> None:
    text = SAID + "Ardvania faulted Torvela over grain prices. Torvela denied shelling any port."
    faulted = ("Ardvania", "faulted", "Torvela", {"matter": "grain prices"})
    denied = ("Torvela", "denied", "Ardvania", {"kind": RelationKind.DENY})
    with ledger(tmp_path, story(text, ACCUSED, faulted, denied)) as kept:
        beside = {edge.matters: denial(edge) for edge in found(kept.view).edges if edge.kind == "accuse"}
        assert beside == {("shelling the northern port",): "denied by Torvela (Post)", ("grain prices",): NO_DENIAL}


def test_a_denial_of_the_deed_itself_answers_whoever_lays_it_to_the_accused(tmp_path: Path) -> None:
    text = "Ardvania said that Torvela had meddled in the northern vote. Torvela denies meddling at all."
    denied = ("Torvela", "denies", "Ardvania", {"kind": RelationKind.DENY})
    with ledger(tmp_path, story(text, ("Ardvania", "meddled", "Torvela", {}), denied)) as kept:
        assert [denial(e) for e in found(kept.view).edges if e.kind == "accuse"] == ["denied by Torvela (Post)"]


def test_a_denial_of_all_wrong_is_to_read_beside_every_charge_of_its_week(tmp_path: Path) -> None:
    said = "Torvela denied any wrongdoing in the valley."
    for on, more in (("2031-04-12", "; 1 to read that may be one"), ("2031-06-12", "")):
        (tmp_path / on).mkdir()
        with ledger(tmp_path / on, story(SAID, ACCUSED), story(said, denied=said, on=on, outlet="Star")) as kept:
            (edge,) = found(kept.view).edges
            assert denial(edge) == f"{NO_DENIAL}{more}"


def test_a_denial_of_something_else_is_to_read_and_denies_nothing(tmp_path: Path) -> None:
    more = "Torvela denied having been shown any letter."
    with ledger(tmp_path, story(SAID + more, ACCUSED, denied=more)) as kept:
        (edge,) = found(kept.view).edges
        assert edge.denials == ()
        assert denial(edge) == f"{NO_DENIAL}; 1 to read that may be one"


def test_what_was_printed_before_a_charge_does_not_deny_it(tmp_path: Path) -> None:
    early = story("Torvela denied shelling a port.", on="2031-04-01", denied="Torvela denied shelling a port.")
    with ledger(tmp_path, early, story(SAID, ACCUSED)) as kept:
        (edge,) = found(kept.view).edges
        assert edge.denials == ()


def test_denials_by_others_and_sentences_with_a_word_of_denial_are_to_read(tmp_path: Path) -> None:
    text = SAID + "Its allies denied it. Claims of shelling at the northern port of Torvela were dismissed."
    with ledger(tmp_path, story(text, ACCUSED, denied="Its allies denied it.")) as kept:
        (edge,) = found(kept.view).edges
        assert edge.denials == ()
        assert [one.words for one in edge.perhaps] == [
            "Its allies denied it.",
            "Claims of shelling at the northern port of Torvela were dismissed.",
        ]
        assert denial(edge) == f"{NO_DENIAL}; 2 to read that may be one"


def test_sides_are_asked_for_by_words_of_their_names(tmp_path: Path) -> None:
    text = SAID + "Hadrel thanked Torvela."
    thanked = ("Hadrel", "thanked", "Torvela", {"kind": RelationKind.CREDIT})
    with ledger(tmp_path, story(text, ACCUSED, thanked)) as kept:
        assert clauses(found(kept.view, source="ARDV").edges) == ["Ardvania · accuses · Torvela"]
        assert clauses(found(kept.view, target="torvela", source="hadrel").edges) == ["Hadrel · credits · Torvela"]
        assert found(kept.view, target="Ardvania").edges == ()


def test_every_line_for_programs_is_an_entry_with_its_edge(tmp_path: Path) -> None:
    more = "Torvela denied shelling the northern port."
    with ledger(tmp_path, story(SAID + more, ACCUSED, denied=more)) as kept:
        (line,) = lines(found(kept.view).edges)
        assert (line["edge"], line["reports"], line["texts"]) == (line["id"], 1, 1)
        (entry,) = line["denied_by"]
        assert kept.view.kind_of(entry) == "statement"


def test_pictures_and_graphs_are_the_same_each_time_and_take_no_side(tmp_path: Path) -> None:
    text = SAID + "Torvela blamed Ardvania & <others>."
    blamed = ("Torvela", "blamed", "Ardvania & <others>", {"kind": RelationKind.BLAME})
    with ledger(tmp_path, story(text, ACCUSED, blamed)) as kept:
        edges = found(kept.view).edges
        for write in (svg, graphml, gexf):
            assert write(edges) == write(found(kept.view).edges)
            ElementTree.fromstring(write(edges))
        assert "lastmodified" not in gexf(edges)
        drawing = svg(edges)
        assert drawing.count("<circle") == 3
        assert {word.split('"')[0] for word in drawing.split('stroke="')[1:]} <= {
            "currentColor",
            "none",
            "var(--paper, white)",
        }
        assert matrix(edges) == []
        assert svg([]).startswith("<svg")
