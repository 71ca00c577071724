"""The benchmarks of relations on small made-up folders: no corpus is needed."""

from evaluation.relations import macro, unmarked
from evaluation.scoring.blame import score as score_blame
from evaluation.scoring.names import Names
from evaluation.scoring.stance import counts, gold_triples

ANNOTATION = {
    "entity lists": [["Lena Fisk", ["People"], ["Main"], ["A"]], ["Torvela Party", ["Organization"], ["Main"], ["A"]]],
    "sentence-level stances": {
        "0": [
            {"subject": "Lena Fisk", "sentiment": "NEG", "object": "Torvela Party"},
            {"subject": "Lena Fisk", "sentiment": "POS", "object": "Torvela Party"},
            {"subject": "None", "sentiment": "NEG", "object": "Lena Fisk"},
        ]
    },
}


def test_gold_triples_are_negative_with_both_sides_in_the_list() -> None:
    assert gold_triples(ANNOTATION) == {("0", "lena fisk", "torvela party")}


def test_a_last_name_stands_for_a_listed_one_and_strangers_count_for_nothing() -> None:
    rows = [
        {"sentence": "0", "from": "Fisk", "to": "Torvela Party", "polarity": "NEG"},
        {"sentence": "0", "from": "Oren Tamm", "to": "Torvela Party", "polarity": "NEG"},
        {"sentence": "1", "from": "Lena Fisk", "to": "Torvela Party", "polarity": "NEG"},
    ]
    assert counts(gold_triples(ANNOTATION), rows, ["Lena Fisk", "Torvela Party"]) == (1, 2, 1)


def test_marks_are_taken_off_and_their_places_kept() -> None:
    text, source, target = unmarked("<s>Ardvania</s> warned <t>Torvela</t>.")
    assert (text, source, target) == ("Ardvania warned Torvela.", (0, 8), (16, 23))


def test_macro_f1_is_the_mean_over_the_five_kinds() -> None:
    assert macro([("accuse", "accuse"), ("other", "other")]) == 20.0


def test_one_edge_answers_one_gold_edge() -> None:
    actors = [{"id": "a1", "name": "Lena Fisk", "forms": []}, {"id": "a2", "name": "Oren Tamm", "forms": []}]
    gold = [{"doc": "0", "from": "a1", "to": "a2", "strength": "explicit"}]
    guess = [{"doc": "0", "from": "b1", "to": "b2", "strength": "explicit"}] * 2
    said = {"b1": "Lena Fisk", "b2": "Oren Tamm"}
    assert score_blame("0", gold, guess, Names({"actors": actors}, {}), said)[1] == (1, 2, 1)
