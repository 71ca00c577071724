"""What is compared of a line of a view when two parties change places."""

from evaluation.corpora.parties import Pair
from evaluation.scoring.swapping import renamed
from evaluation.views import _compared, _plain

PAIR = Pair("people", {"one": "Torvelan", "root": "Torvela"}, {"one": "Ardvanian", "root": "Ardvania"})


def test_a_line_is_the_same_when_only_the_names_changed_places() -> None:
    before = {"id": "0a1b2c3d", "from": "Torvela", "to": "Ardvania", "spans": {"cue": [[1, 2]]}, "count": 2}
    after = {"id": "99999999", "from": "Ardvania", "to": "Torvela", "spans": {"cue": [[3, 9]]}, "count": 2}
    sides = _plain(before, renamed(PAIR, turned=False)), _plain(after, renamed(PAIR, turned=True))
    assert sides[0] == sides[1]


def test_a_line_differs_by_any_other_word_or_number() -> None:
    line = {"from": "Torvela", "count": 2, "told": ["b", "a"]}
    party = renamed(PAIR, turned=False)
    for other in (line | {"count": 3}, line | {"from": "Ardvania"}, line | {"told": ["a"]}):
        assert _plain(line, party) != _plain(other, party)
    assert _plain(line, party) == _plain(line | {"told": ["a", "b"]}, party)


def test_lines_are_compared_as_a_bag() -> None:
    assert _compared(["a", "a", "b"], ["b", "a", "c"]) == (3, 2, ["a"], ["c"])
