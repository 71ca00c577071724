import pytest

from onrecord.model.fields import ALIASES, canonical, rank
from onrecord.model.report import METADATA_FIELDS


@pytest.mark.parametrize("name", ["pub_date", "Pub Date", "PUB-DATE", "pubDate", " pub_date "])
def test_case_spaces_and_hyphens_do_not_count(name: str) -> None:
    assert canonical(name) == "published"


def test_a_name_that_is_no_alias_is_kept_as_it_came() -> None:
    assert canonical("Ressort") == "Ressort"


def test_no_alias_stands_for_two_fields() -> None:
    every = [alias for aliases in ALIASES.values() for alias in aliases]
    assert len(every) == len(set(every))


def test_each_field_is_its_own_best_alias() -> None:
    assert all(rank(name, name) == 0 for name in METADATA_FIELDS)
    assert set(ALIASES) == set(METADATA_FIELDS)
