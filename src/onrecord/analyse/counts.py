"""How many a report says were killed and injured in the event it is about, from its figures alone.

People told of again are joined (``a man``, ``the victim``, ``Lena Fisk, 24``); totals stand beside the people they are
made of, and the larger counts; events told of on the side are left out.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import dropwhile
from typing import NamedTuple

from onrecord.model.analysis import Analysis
from onrecord.model.figure import Figure

SELVES = {"himself", "herself"}
MANY = 4
WOUNDS = {"shot", "injured"}
HURT = {"shot", "injured", "carried"}
SUSPECTS = {"suspect", "gunman", "shooter", "robber", "burglar", "assailant", "attacker", "suspects"}


class Casualties(NamedTuple):
    """How many were killed and injured."""

    killed: int
    injured: int


@dataclass(slots=True)
class Party:
    """One person, or a group told of by its number."""

    number: int
    befell: set[str] = field(default_factory=set)
    heads: set[str] = field(default_factory=set)
    surname: str = ""
    age: str = ""
    sex: str = ""
    sentences: set[str] = field(default_factory=set)


def casualties(analysis: Analysis) -> Casualties:
    """How many were killed and how many injured in the event that a report is about."""
    told = _main(sorted((one for one in analysis.figures if _tells(one)), key=lambda one: one.span))
    singles, groups = _parties(told)
    killed = max(
        sum("killed" in one.befell for one in singles),
        max((one.number for one in groups if "killed" in one.befell), default=0),
    )
    wounds = any(one.befell & WOUNDS for one in (*singles, *groups))
    hurt = sum(
        bool(one.befell & (HURT if wounds and not one.heads & SUSPECTS else WOUNDS))
        for one in singles
        if "killed" not in one.befell
    )
    injured = max((g.number for g in groups if "injured" in g.befell and "killed" not in g.befell), default=0)
    shot = max((g.number for g in groups if g.befell & {"shot", "carried"} and "killed" not in g.befell), default=0)
    if not killed and not singles and not groups and _deed(analysis):
        killed = 1
    return Casualties(killed, max(hurt, injured, shot - killed))


def _tells(figure: Figure) -> bool:
    features = dict(figure.features)
    return "befell" in features and "form" in features and features.get("form") != "anybody"


def _main(told: Sequence[Figure]) -> list[Figure]:
    """What is told of the main event: all up to where a report turns to another one, and its people further on."""
    newest = max((year for one in told for year in dict(one.features).get("years", "").split()), default="")
    if any("elsewhere" not in dict(one.features) for one in told):
        told = list(dropwhile(lambda one: "elsewhere" in dict(one.features), told))
    main: list[Figure] = []
    names: set[str] = set()
    turned = False
    for one in told:
        row = dict(one.features)
        years = row.get("years", "").split()
        turned = turned or (bool(main) and ("elsewhere" in row or (bool(years) and newest not in years)))
        surname = _surname(row)
        if not turned or (surname and surname in names):
            main.append(one)
            names |= {surname} - {""}
    return main


def _deed(analysis: Analysis) -> bool:
    """Whether a killing is told of although nobody is said to have been killed."""
    rows = [dict(one.features) for one in analysis.figures if one.implied]
    return any("form" not in row and row.get("befell") == "killed" and "elsewhere" not in row for row in rows)


def _parties(told: Iterable[Figure]) -> tuple[list[Party], list[Party]]:
    """The people told of one by one, and the groups told of by number."""
    singles: list[Party] = []
    groups: list[Party] = []
    for figure in told:
        row = dict(figure.features)
        befell = set(row["befell"].split())
        if figure.ordinal and (figure.value or 0) > MANY:
            continue
        if not figure.ordinal and (row.get("plural") or (figure.value or 1) > 1):
            number = int(figure.value or figure.minimum or 0)
            if number:
                _group(groups, number, befell)
            elif row.get("form") in ("pronoun", "definite"):
                for one in groups[-1:] if groups else singles:
                    one.befell |= befell
            continue
        found = _known(singles, row)
        if found is None:
            found = Party(1)
            singles.append(found)
        _learn(found, row, befell)
    return singles, groups


def _group(groups: list[Party], number: int, befell: set[str]) -> None:
    same = next((g for g in groups if g.number == number and ("killed" in g.befell) == ("killed" in befell)), None)
    if same is None:
        groups.append(Party(number, set(befell)))
    else:
        same.befell |= befell


def _learn(party: Party, row: dict[str, str], befell: set[str]) -> None:
    party.befell |= befell
    party.heads.add(row.get("head", ""))
    party.surname = party.surname or _surname(row)
    party.age = party.age or row.get("age", "")
    party.sex = party.sex or row.get("sex", "")
    party.sentences.add(row.get("sentence", ""))


def _surname(row: dict[str, str]) -> str:
    words = [w for w in row.get("name", "").split() if w.lower().strip(".") not in ("jr", "sr", "ii", "iii")]
    return words[-1].lower() if words else ""


def _known(singles: Sequence[Party], row: dict[str, str]) -> Party | None:
    """The person already told of whom these words mean, or None where they bring in another."""
    form, sentence = row.get("form", ""), row.get("sentence", "")
    if form == "new":
        return None
    if form == "self":
        return next((p for p in singles if p.heads & SELVES), None)
    if form == "pronoun":
        return next((p for p in reversed(singles) if _agree(p, row)), singles[-1] if singles else None)
    surname = _surname(row)
    if surname:
        named = next((p for p in singles if p.surname == surname), None)
        if named is not None:
            return named
        open_ = [p for p in singles if not p.surname and _agree(p, row) and sentence not in p.sentences]
        return open_[-1] if open_ else None
    fits = [p for p in singles if _agree(p, row)]
    if form == "definite":
        same = [p for p in fits if row.get("head") in p.heads]
        return next(reversed(same or fits), None)
    apart = [p for p in fits if sentence not in p.sentences or row.get("head") in p.heads or p.heads <= {"he", "she"}]
    return apart[-1] if apart else None


def _agree(party: Party, row: dict[str, str]) -> bool:
    """Whether sex and age allow that two are one."""
    sex, age = row.get("sex", ""), row.get("age", "")
    return not (sex and party.sex and sex != party.sex) and not (age and party.age and age != party.age)
