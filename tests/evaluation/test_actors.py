"""The rules by which actors are scored: which gold names count, when one of ours is one of them, and B-cubed."""

import pytest

from evaluation.scoring.actors import GoldName, b_cubed, gold_names, matches, occurs


def gold(name: str) -> GoldName:
    return GoldName(name, frozenset({"0"}))


@pytest.mark.parametrize(
    ("aliases", "name"),
    [
        (["Lena Fisk"], "lena fisk"),
        (["Lena M. Fisk"], "Lena Fisk"),
        (["Harbours Department", "Department of Harbours"], "United States Department of Harbours"),
        (["CEB"], "Central Election Board"),
        (["Fisk"], "Lena Fisk"),
        (["Harbourites"], "Harbourite Party"),
        (["Lenny Fisk"], "Lena Fisk"),
    ],
)
def test_an_alias_is_the_gold_name(aliases: list[str], name: str) -> None:
    assert matches(aliases, gold(name), [gold(name)])


@pytest.mark.parametrize(
    ("aliases", "name"),
    [
        (["Mira Fisk"], "Lena Fisk"),
        (["Fisk", "Mira Fisk"], "Lena Fisk"),
        (["Harbour Committee"], "Harbour Department"),
        (["Hadrel Department"], "Harbour Department"),
        (["Department"], "Harbour Fisheries Board Department Office"),
    ],
)
def test_an_alias_is_another_name(aliases: list[str], name: str) -> None:
    assert not matches(aliases, gold(name), [gold(name)])


def test_a_last_name_of_two_gold_names_is_neither() -> None:
    both = [gold("Lena Fisk"), gold("Jorn Fisk")]
    assert not any(matches(["Fisk"], one, both) for one in both)


def test_only_what_is_written_as_a_name_is_gold() -> None:
    annotation = {
        "entity lists": [
            ["Lena Fisk", ["People"], ["Main"], ["E"]],
            ["jorn sand", ["People"], ["Salient"], ["E"]],
            ["voter", ["People"], ["Salient"], ["E"]],
            ["Harbour workers", ["People"], ["Salient"], ["E"]],
            ["The ferry", ["Event"], ["Main"], ["E"]],
        ]
    }
    found = gold_names({"0": annotation}, {"0": "Jorn Sand met voters."})
    assert [(one.name, one.main) for one in found] == [("jorn sand", False), ("Lena Fisk", True)]
    assert [occurs(one, ["Jorn Sand met voters."]) for one in found] == [True, False]


def test_b_cubed_is_one_for_the_same_clusters_and_less_for_split_or_joined_ones() -> None:
    assert b_cubed([("1", "a"), ("1", "a"), ("2", "b")]) == (1.0, 1.0, 1.0)
    assert b_cubed([("1", "a"), ("2", "a")])[:2] == (1.0, 0.5)
    assert b_cubed([("1", "a"), ("1", "b")])[:2] == (0.5, 1.0)
