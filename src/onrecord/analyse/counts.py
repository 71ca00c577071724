"""How many a report says were killed and injured in the event it is about, from its figures alone.

People told of again are joined (``a man``, ``the victim``, ``Lena Fisk, 24``); totals stand beside the people they are
made of, and the larger counts; events told of on the side are left out.
"""

from collections.abc import Sequence
from itertools import dropwhile
from typing import NamedTuple

from onrecord.analyse.counts_parties import Party, parties, surname
from onrecord.analyse.figures_words import PEOPLE
from onrecord.model.analysis import Analysis
from onrecord.model.figure import Figure

POLICE = {"police", "officer", "officers", "deputy", "deputies", "trooper", "troopers"}
WOUNDS = {"shot", "injured"}
HURT = {"shot", "injured", "carried"}
SUSPECTS = {"suspect", "gunman", "shooter", "robber", "burglar", "assailant", "attacker", "suspects"}


class Casualties(NamedTuple):
    """How many were killed and injured."""

    killed: int
    injured: int


def casualties(analysis: Analysis) -> Casualties:
    """How many were killed and how many injured in the event that a report is about."""
    told = _main(sorted((one for one in analysis.figures if _tells(one)), key=lambda one: one.span))
    singles, groups = parties(told, _people(analysis))
    groups += _sums(told)
    killed = max(
        sum("killed" in one.befell for one in singles),
        max((one.number for one in groups if "killed" in one.befell), default=0) + _besides(told),
    )
    wounds = any(one.befell & WOUNDS for one in (*singles, *groups))
    hurt = sum(
        bool(one.befell & (HURT if wounds and not one.heads & SUSPECTS else WOUNDS))
        for one in singles
        if "killed" not in one.befell
    )
    wounded = HURT if wounds else WOUNDS
    injured = max((g.number for g in groups if "injured" in g.befell and "killed" not in g.befell), default=0)
    injured = max(injured, _of_both_sexes(told))
    shot = max((g.number for g in groups if g.befell & wounded - {"injured"} and "killed" not in g.befell), default=0)
    if not killed and not singles and not groups and _deed(analysis):
        killed = 1
    return Casualties(killed, max(hurt, injured, shot - killed))


def _tells(figure: Figure) -> bool:
    features = dict(figure.features)
    if "again" in features:
        return False
    return "befell" in features and "form" in features and features.get("form") != "anybody"


def _main(told: Sequence[Figure]) -> list[Figure]:
    """What is told of the main event: all up to where a report turns to another one, and its people further on."""
    newest = max((year for one in told for year in dict(one.features).get("years", "").split()), default="")
    if any("elsewhere" not in dict(one.features) for one in told):
        told = list(dropwhile(lambda one: "elsewhere" in dict(one.features), told))
    main: list[Figure] = []
    names: set[str] = set()
    opened: set[str] = set()
    turned = False
    for one in told:
        row = dict(one.features)
        years = row.get("years", "").split()
        apart = "elsewhere" in row or (bool(years) and newest not in years)
        turned = turned or (bool(main) and (apart or ("turn" in row and row["sentence"] not in opened)))
        name = surname(row)
        if not turned or (name and name in names):
            main.append(one)
            opened.add(row["sentence"])
            names |= {name} - {""}
    return main


def _deed(analysis: Analysis) -> bool:
    """Whether a killing is told of although nobody is said to have been killed."""
    rows = [dict(one.features) for one in analysis.figures if one.implied]
    return any("form" not in row and row.get("befell") == "killed" and "elsewhere" not in row for row in rows)


def _people(analysis: Analysis) -> list[Figure]:
    """The numbers of people told of, whatever befell them."""
    rows = ((one, dict(one.features)) for one in analysis.figures if not one.implied and not one.ordinal and one.value)
    return [one for one, row in rows if (one.value or 0) > 1 and row.get("head") in PEOPLE]


def _besides(told: Sequence[Figure]) -> int:
    """Whoever died by their own hand or the police's comes on top: ``killed three before police shot him to death``."""
    dead = [(one, dict(one.features)) for one in told if "killed" in dict(one.features)["befell"].split()]
    many = {row["sentence"] for one, row in dead if not one.ordinal and (one.value or 0) > 1}
    last = (row for _, row in dead if row["form"] == "self" or (row["form"] == "pronoun" and row.get("by") in POLICE))
    return int(any(row["sentence"] in many for row in last))


def _of_both_sexes(told: Sequence[Figure]) -> int:
    """Those hurt of one sex are not those of the other: ``a woman was wounded. Three men were also shot``."""
    hurt: dict[str, int] = {"m": 0, "f": 0}
    dead: dict[str, int] = {"m": 0, "f": 0}
    for one in told:
        row = dict(one.features)
        befell, sex = set(row["befell"].split()), row.get("sex", "")
        if sex and not one.ordinal and row["form"] not in ("pronoun", "self", "definite"):
            some = dead if "killed" in befell else hurt
            some[sex] = max(some[sex], int(one.value or 0))
    return sum(hurt.values()) if all(hurt.values()) and not any(dead.values()) else 0


def _sums(told: Sequence[Figure]) -> list[Party]:
    """Groups told of in one breath with others make one larger group: ``two men and a woman were killed``."""
    deeds: dict[str, list[Figure]] = {}
    for one in told:
        if not one.ordinal and one.value:
            deeds.setdefault(dict(one.features).get("deed", ""), []).append(one)
    several = (some for deed, some in deeds.items() if deed and len(some) > 1)
    return [
        Party(int(sum(one.value or 0 for one in some)), set(dict(some[0].features)["befell"].split()))
        for some in several
        if any((one.value or 0) > 1 for one in some)
    ]
