"""Lines that show by their words alone that they are the page's, a credit or a caption: rules from a data file."""

import json
import re
import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from onrecord.model.terms import ZoneKind

LONGEST = 400
PHOTO_AGENCIES = (
    "Getty Images",
    "Getty",
    "EPA",
    "EPA-EFE",
    "European Pressphoto Agency",
    "Shutterstock",
    "Alamy",
    "Zuma Press",
)
DATE = (
    r"(?:(?:\d+(?:st|nd|rd|th)?|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?"
    r"|thu(?:rs(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?|a\.?m\.?|p\.?m\.?|e[sd]?t|c[sd]t|m[sd]t|p[sd]?t|bst|ist|cet|cest|eet|msk|gst|gmt|utc|hours?|hrs?"
    r"|min(?:ute)?s?|ago|at|on|of|days?|today|yesterday|updated?|published|last|t|z)(?![a-z])|[\s,.:/|()+–—•·-])+"
)


class Rule(NamedTuple):
    """What makes a line something other than body.

    ``place`` is ``anywhere``, ``head`` or ``tail``; ``opens`` says which lines after it belong to it: none (empty),
    ``titles`` (lines without a full stop), ``short lines`` (to the end of the text).
    """

    name: str
    zone: ZoneKind
    place: str
    opens: str
    patterns: Sequence[re.Pattern[str]]


def rule_for(words: str, head: bool) -> Rule | None:
    """The first rule that a whole line matches; ``head`` says whether it stands above the body."""
    if len(words) > LONGEST:
        return None
    for rule in rules():
        if (head or rule.place != "head") and any(pattern.fullmatch(words) for pattern in rule.patterns):
            return rule
    return None


@cache
def rules() -> tuple[Rule, ...]:
    """The rules of ``furniture.toml``, in its order."""
    table = tomllib.loads(files("onrecord.clean").joinpath("furniture.toml").read_text(encoding="utf-8"))
    return tuple(
        Rule(
            entry["name"],
            ZoneKind(entry["zone"]),
            entry.get("place", "anywhere"),
            entry.get("opens", ""),
            [_compiled(pattern) for pattern in entry["patterns"]],
        )
        for entry in table["rule"]
    )


@cache
def agency_pattern() -> str:
    """Any agency as it is spelt, or in capitals: to be matched with capitals told from small letters."""
    table = json.loads(files("onrecord.clean").joinpath("agencies.json").read_text(encoding="utf-8"))
    names = {spelling for name, spellings in table.items() for spelling in (name, *spellings)} | set(PHOTO_AGENCIES)
    names |= {name.upper() for name in names if len(name) > 3}
    return "(?-i:" + "|".join(map(re.escape, sorted(names, key=lambda name: (-len(name), name)))) + ")"


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern.replace("{DATE}", DATE).replace("{AGENCY}", agency_pattern()), re.IGNORECASE)
