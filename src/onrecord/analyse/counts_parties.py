"""The people and groups that a report tells of: whoever is told of again (``the victim``, ``he``) is joined."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from onrecord.model.figure import Figure

SELVES = {"himself", "herself"}
MANY = 4


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


def parties(told: Iterable[Figure], people: Sequence[Figure]) -> tuple[list[Party], list[Party]]:
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
                    one.befell |= befell - ({"injured"} if groups and "shot" in one.befell else set())
                if not groups and not singles and row.get("form") == "definite":
                    _group(groups, _told_of(people, figure, row.get("head", "")), befell)
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
    party.surname = party.surname or surname(row)
    party.age = party.age or row.get("age", "")
    party.sex = party.sex or row.get("sex", "")
    party.sentences.add(row.get("sentence", ""))


def surname(row: dict[str, str]) -> str:
    """The last word of a name, in small letters; nothing where no name is told."""
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
        return next((p for p in reversed(singles) if _agree(p, row)), None)
    name = surname(row)
    if name:
        named = next((p for p in singles if p.surname == name), None)
        if named is not None:
            return named
        open_ = [p for p in singles if not p.surname and _agree(p, row) and sentence not in p.sentences]
        return open_[-1] if open_ else None
    fits = [p for p in singles if _agree(p, row)]
    if form == "definite":
        same = [p for p in fits if row.get("head") in p.heads]
        alike = [p for p in same or fits if p.befell & set(row["befell"].split())]
        return next(reversed(alike or same or fits), None)
    apart = [p for p in fits if sentence not in p.sentences or row.get("head") in p.heads or p.heads <= {"he", "she"}]
    return apart[-1] if apart else None


def _agree(party: Party, row: dict[str, str]) -> bool:
    """Whether sex and age allow that two are one."""
    sex, age = row.get("sex", ""), row.get("age", "")
    return not (sex and party.sex and sex != party.sex) and not (age and party.age and age != party.age)


def _told_of(people: Sequence[Figure], figure: Figure, head: str) -> int:
    """How many ``the victims`` are: the largest number told of such people before, else two."""
    same = (one for one in people if one.span.start < figure.span.start and dict(one.features)["head"] == head)
    return max((int(one.value or 0) for one in same), default=2)
