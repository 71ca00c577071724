"""Whether two tellings can be of one occasion, by the days that they were said and printed on."""

import re
from datetime import date

from onrecord.model.utterance import Telling

DAYS = re.compile(r"\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
APART = 10
"""Days between two reports after which only a quotation says that they tell of one occasion."""


def other_occasion(a: Telling, b: Telling) -> bool:
    """Whether two tellings cannot be of one occasion: said on different days, or after the other was printed."""
    if a.printed and b.printed and a.first and a.last and b.first and b.last:
        return a.first > b.last or b.first > a.last
    if _later(a, b) or _later(b, a):
        return True
    mine, yours = weekdays(a), weekdays(b)
    return bool(mine and yours and mine.isdisjoint(yours))


def far(a: Telling, b: Telling) -> bool:
    """Whether the reports are so many days apart that words alone do not make it one occasion."""
    if not a.published or not b.published:
        return False
    days = date.fromisoformat(a.published[:10]) - date.fromisoformat(b.published[:10])
    return abs(days.days) > APART


def weekdays(one: Telling) -> frozenset[str]:
    """The days of the week that its sentences name outside of what was said."""
    return frozenset(DAYS.findall(one.around))


def _later(a: Telling, b: Telling) -> bool:
    """Whether the one was said after the other was printed."""
    return bool(a.printed and a.first and b.published and a.first[:10] > b.published[:10])
