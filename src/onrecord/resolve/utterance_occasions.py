"""Whether two tellings can be of one occasion, by the days that they were said and printed on."""

import re
from datetime import date
from functools import lru_cache

from onrecord.model.utterance import Telling

DAYS = re.compile(r"\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
HELD = 10_000
"""So many texts and days are held, for each is asked for again with every pair."""
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
    return abs(day(a.published) - day(b.published)) > APART


@lru_cache(HELD)
def day(published: str) -> int:
    """The number of the day that an ISO instant begins with."""
    return date.fromisoformat(published[:10]).toordinal()


def weekdays(one: Telling) -> frozenset[str]:
    """The days of the week that its sentences name outside of what was said."""
    return _weekdays(one.around)


@lru_cache(HELD)
def _weekdays(around: str) -> frozenset[str]:
    return frozenset(DAYS.findall(around))


def _later(a: Telling, b: Telling) -> bool:
    """Whether the one was said after the other was printed."""
    return bool(a.printed and a.first and b.published and a.first[:10] > b.published[:10])
