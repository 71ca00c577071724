"""Names are hidden: two parties of one word each can be swapped without the tagger seeing a difference."""

from onrecord.engine.tagger_names import STAND_INS, common_in, counted, hidden, names_among
from onrecord.engine.tagger_words import LOWER, TITLE, UPPER, case_of, split_words

COMMON = frozenset({"the", "said", "officials"})


def shown(text: str, *, steady: bool = False) -> tuple[list[str], list[int]]:
    words = split_words(text)
    words, forms = hidden(words, [text[s:e] for s, e in words.spans], COMMON, STAND_INS, steady=steady)
    return forms, words.case


def test_swapped_parties_look_the_same() -> None:
    assert shown("Ostrava accused UNRWA.") == shown("UNRWA accused Ostrava.")


def test_parties_of_unlike_many_forms_look_the_same() -> None:
    assert shown("Linds and a Lind said Voss")[0] == shown("Bergs and a Voss said Berg")[0]


def test_in_training_a_name_keeps_its_stand_in_and_the_next_gets_another() -> None:
    forms, _ = shown("Lind said Voss accused Lind.", steady=True)
    assert forms[0] == forms[4] == STAND_INS[0]
    assert forms[2] == STAND_INS[1]


def test_common_words_months_and_titles_are_no_names() -> None:
    assert shown("Officials said Mr on Monday")[0] == ["Officials", "said", "Mr", "on", "Monday"]


def test_all_names_are_told_in_one_case() -> None:
    assert shown("NATO said")[1] == [TITLE, LOWER]
    assert split_words("NATO said").case == [UPPER, LOWER]


def test_a_word_seldom_written_small_is_no_common_word() -> None:
    assert counted({"house": 9, "obama": 1, "trump": 2}, {"house": 9, "trump": 900}) == ["house"]


def test_a_common_word_is_a_surname_where_the_report_uses_it_as_one() -> None:
    common = frozenset({"waters", "foundation", "said"})
    told = "Lind Waters left. By then Waters said it. Lind Foundation said the Foundation pays."
    assert common_in(told, common) == {"foundation", "said"}
    assert common_in(f"{told} The waters rose.", common) == common


def test_a_first_name_that_is_a_common_word_is_a_name_before_a_name() -> None:
    forms = ["Mark", "Lind", "said", "Mark", "my"]
    assert names_among(forms, [case_of(form) for form in forms], COMMON | {"mark"}) == [True, True, False, False, False]


def test_a_possessor_in_s_is_shown_as_any_other() -> None:
    assert shown("Linds’ plan")[0] == [STAND_INS[0], "’s", "plan"]
    assert shown("“Linds’")[0][-1] == "’s"
    assert shown("Lind’ plan")[0] == [STAND_INS[0], "’", "plan"]


def test_a_common_word_behind_an_office_may_be_a_surname() -> None:
    told = "President Waters left. By then Waters said it."
    assert "waters" not in common_in(told, frozenset({"waters", "said"}))
