"""What the words of a time expression mean: from the groups of a pattern to an expression of ``model/timex.py``."""

import re
from collections.abc import Callable
from typing import NamedTuple

from onrecord.analyse import times_lexicon as w
from onrecord.analyse.times_words import Line
from onrecord.model.terms import TimeType
from onrecord.model.timex import value_of

DATE, TIME, DURATION, SET = TimeType.DATE, TimeType.TIME, TimeType.DURATION, TimeType.SET


class Meaning(NamedTuple):
    """What words mean before their anchor is known.

    ``expression`` may end a part with ``?``, where tense says which one is meant. ``told`` says that it is counted
    from a time that the report has just named (``the following day``) rather than from the report's own.
    """

    type: TimeType
    expression: str
    told: bool = False


class Match:
    """A rule's match: the words of each of its groups."""

    def __init__(self, line: Line, match: re.Match[str]) -> None:
        self._line, self._match = line, match

    def get(self, name: str) -> str:
        """The lower-case words of a group, with single spaces; empty where it took no part."""
        return " ".join(self.all(name))

    def all(self, name: str) -> list[str]:
        """The lower-case words of a group."""
        for label in (name, f"{name}_2", f"{name}_3"):
            if self._match.re.groupindex.get(label) and self._match.start(label) >= 0:
                return [word.lower for word in self._line.words[slice(*self._match.span(label))]]
        return []


Build = Callable[[Match], Meaning | None]


def opened(part: str, year: str) -> str:
    """A part of a year, with the year or open."""
    return f"{year}-{part}" if year else f"XXXX-{part}?"


def month_of(m: Match) -> str:
    """The number of the month, two figures."""
    return f"{w.MONTHS.index(m.get('m')[:3]) + 1:02}"


def day(m: Match) -> Meaning | None:
    """``Monday, June 17, 2031``, ``May 3 next year``; without a year, tense says which."""
    day = w.rank(m.get("d"))
    if not 1 <= day <= 31 or m.get("unit") not in ("", "year"):
        return None
    if m.get("unit"):
        return Meaning(DATE, f"year{offset(m):+}-{month_of(m)}-{day:02}")
    return Meaning(DATE, opened(f"{month_of(m)}-{day:02}", m.get("y")))


def of_month(m: Match) -> Meaning | None:
    """``June 2031``, ``October of last year``, ``last June``."""
    rel = m.get("rel")
    if rel in ("that", "this") or (rel and m.get("unit")):
        return Meaning(DATE, f"year{offset(m):+}-{month_of(m)}", rel in TOLD)
    if rel:
        return Meaning(DATE, f"XXXX-{month_of(m)}{'<' if offset(m) < 0 else '>' if offset(m) > 0 else '~'}")
    return Meaning(DATE, opened(month_of(m), m.get("y")))


def same_ago(m: Match) -> Meaning | None:
    """``the same month a year ago``."""
    if w.unit(m.get("v")) != "year" or m.get("u") not in ("month", "quarter"):
        return None
    by = 0 if m.get("rel") == "this" else -12 if m.get("u") == "month" else -4
    return Meaning(DATE, f"{m.get('u')}{by:+}", True)


def nth(m: Match) -> Meaning | None:
    """``the ninth month``: a place in a row that the words around would have to tell; in a run of days the last."""
    shape = {"day": "XXXX-XX-XX", "week": "XXXX-WXX", "month": "XXXX-XX", "year": "XXXX"}.get(m.get("u"))
    if shape is None:
        return None
    return Meaning(DATE, f"{m.get('u')}+0" if m.get("run") else shape)


def iso(m: Match) -> Meaning | None:
    """Year first, else the American order unless only the other is possible."""
    parts = re.split(r"[/.-]", m.get("d"))
    if len(parts[0]) == 4:
        return Meaning(DATE, "-".join(parts))
    month, day, year = (int(part) for part in parts)
    if month > 12:
        month, day = day, month
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    full = year if year > 99 else year + (2000 if year < 50 else 1900)
    return Meaning(DATE, f"{full}-{month:02}-{day:02}")


HALVES = {"day": "PT12H", "hour": "PT30M", "minute": "PT30S", "year": "P6M"}
TOLD = {"previous", "prior", "preceding", "following", "same", "that"}
AFTER = ("after", "later", "afterwards", "afterward")
BACK = {"last", "past", "previous", "prior", "preceding"}
FORE = {"next", "coming", "upcoming", "forthcoming", "following"}


def offset(m: Match) -> int:
    """−1 for what is past, 1 for what is to come, 0 for this one."""
    words = set(m.all("rel"))
    return -1 if words & BACK else 1 if words & FORE else 0


def weekday(m: Match) -> Meaning | None:
    """``Monday``, ``last Friday night``, ``Friday of next week``."""
    day = w.WEEKDAYS.index(m.get("w")[:3]) + 1
    rel, part = m.get("rel"), part_of(m)
    kind = TIME if part else DATE
    if m.get("unit"):
        return Meaning(kind, f"week{offset(m):+}-{day}{part}") if m.get("unit") == "week" else None
    if rel in ("following", "the following"):
        return Meaning(kind, f"XXXX-WXX-{day}>>{part}", True)
    if "next" in rel:
        return Meaning(kind, f"week+1-{day}{part}")
    which = ">>" if set(rel.split()) & FORE else "<<" if set(rel.split()) & BACK else "?"
    return Meaning(kind, f"XXXX-WXX-{day}{which}{part}")


def part_of(m: Match) -> str:
    """The part of a day as TIMEX3 writes it after the day."""
    return f"T{w.PARTS[m.get('p')]}" if m.get("p") else ""


def deictic(m: Match) -> Meaning | None:
    """``yesterday morning``, ``the day after tomorrow``."""
    word = m.get("t")
    by = {"yesterday": -1, "tomorrow": 1}.get(word, 0)
    part = "TNI" if word == "tonight" else part_of(m)
    if m.get("over"):
        by += by
    return Meaning(TIME if part else DATE, f"day{by:+}{part}")


def night(m: Match) -> Meaning | None:
    """``last night``, ``this morning``."""
    rel = set(m.all("rel"))
    return Meaning(TIME, f"day{offset(m):+}{part_of(m)}", bool(rel & TOLD) or rel == {"next"})


def night_by(m: Match) -> Meaning | None:
    """``the night before``, ``the morning after``."""
    return Meaning(TIME, f"day{1 if m.get('e') in AFTER else -1:+}{part_of(m)}", True)


def year(m: Match) -> Meaning | None:
    """``2031``, ``fiscal 2031``."""
    return Meaning(DATE, m.get("y"))


def decade(m: Match) -> Meaning | None:
    """``the 1990s``, ``the '90s``; ``the 1800s`` are a century."""
    digits = re.sub(r"\D", "", m.get("d"))
    if len(digits) == 4:
        return Meaning(DATE, digits[:2] if digits[2] == "0" and digits < "2000" else digits[:3])
    return Meaning(DATE, f"19{digits[0]}")


def twenties(m: Match) -> Meaning | None:
    """``the nineties``: of the last century."""
    tens = ["twent", "thirt", "fort", "fift", "sixt", "sevent", "eight", "ninet"]
    return Meaning(DATE, f"19{2 + next(at for at, stem in enumerate(tens) if m.get('d').startswith(stem))}")


def century(m: Match) -> Meaning | None:
    """``the 19th century``."""
    rank = w.rank(m.get("q"))
    return Meaning(DATE, f"{rank - 1:02}") if 10 < rank < 23 else None


def relative(m: Match) -> Meaning | None:
    """``last year``, ``this week``; with an article ``the past year`` is the time up to now."""
    unit, rel, by = w.unit(m.get("u")), m.get("rel"), offset(m)
    told = bool(set(rel.split()) & TOLD)
    if unit in ("second", "minute", "hour", "fortnight"):
        told_of = rel == "past" or (rel in ("last", "next") and unit not in ("second", "minute"))
        return Meaning(DURATION, length(1, unit)) if told_of else None  # ``the last minute`` is no length of time
    if unit == "weekend":
        return Meaning(DATE, "XXXX-WXX-WE~" if rel == "this" else f"weekend{by:+}", told)
    if rel == "past" or (m.get("the") and rel in ("last", "next", "coming") and unit not in ("day", "quarter")):
        return Meaning(DURATION, length(1, unit) + ("<" if by < 0 else ">"))
    if m.get("the") and unit == "day":
        return Meaning(DATE, f"day{by:+}", True) if rel != "last" else None
    if unit == "day" and rel in ("last", "past", "current", "coming", "that"):
        return Meaning(DATE, "day+0", True) if rel == "that" else None
    return Meaning(DATE, f"{unit}{by:+}", told)


def the_unit(m: Match) -> Meaning | None:
    """``the week``: the one that was named last."""
    unit = w.unit(m.get("u"))
    if unit in ("second", "minute", "hour", "fortnight", "decade", "century"):
        return None
    return Meaning(DATE, "XXXX-WXX-WE?") if unit == "weekend" else Meaning(DATE, f"{unit}+0", True)


def edge_day(m: Match) -> Meaning | None:
    """``the day after``, ``the year before``."""
    unit = w.unit(m.get("u"))
    by = 1 if m.get("e") in AFTER else -1
    return Meaning(DATE, f"{unit}{by:+}", True) if unit not in ("second", "minute", "hour", "fortnight") else None


def count(m: Match) -> float | None:
    """How many of a unit; None where that is no number."""
    words = m.all("n")
    count = 1.0 if not words or words[-1] in ("a", "an", "one") else w.number(words)
    if count is None:
        return None
    return count + (0.5 if m.get("half") else 0)


def length(count: float | str, unit: str) -> str:
    """A TIMEX3 duration; decades and centuries are counted in years, as ISO 8601 has it."""
    code = w.UNITS[unit]
    if code == "F":
        code, count = "W", 2 * count if isinstance(count, float | int) else count
    if code in ("DE", "CE"):
        years = 10 if code == "DE" else 100
        code, count = "Y", years * count if isinstance(count, float | int) else count
    amount = f"{count:g}" if isinstance(count, float | int) else count
    if amount == "0.5" and unit in HALVES:
        return HALVES[unit]
    return f"{'PT' if unit in ('second', 'minute', 'hour') else 'P'}{amount}{code}"


def season(m: Match) -> Meaning | None:
    """``last summer``, ``the autumn of 2031``, ``the spring of last year``."""
    season, rel = w.SEASONS[m.get("s")], m.get("rel")
    if m.get("y"):
        return Meaning(DATE, f"{m.get('y')}-{season}")
    if m.get("unit"):
        return Meaning(DATE, f"year{offset(m):+}-{season}") if m.get("unit") == "year" else None
    words = set(rel.split())
    which = "<<" if words & BACK else ">" if words & FORE else "~" if "this" in words else "?"
    return Meaning(DATE, f"XXXX-{season}{which}")


def feast(m: Match) -> Meaning | None:
    """``Christmas Eve``, ``last Thanksgiving``; of a named year the one that lies in it."""
    name, rel = m.get("f"), m.get("rel")
    part = w.EVES.get(name, w.FEASTS[name]) if m.get("eve") else w.FEASTS[name]
    if m.get("y"):
        return Meaning(DATE, value_of(f"XXXX-{part}~", f"{m.get('y')}-07-01") or m.get("y"))
    which = {"last": "<<", "next": ">>", "this": "~"}.get(rel, "?")
    return Meaning(DATE, f"XXXX-{part}{which}")


def fixed(type: TimeType, value: str) -> Build:
    """A meaning that is the same whatever the words of the groups."""
    return lambda m: Meaning(type, value)


def unit_end(m: Match) -> Meaning | None:
    """``year-end``, ``the month-end``, ``mid-year``."""
    fits = m.get("e") in ("end", "start", "mid") and m.get("u") in ("year", "month", "week")
    return Meaning(DATE, f"{m.get('u')}+0") if fits else None


def those(m: Match) -> Meaning | None:
    """``these days``, ``in those years``."""
    if m.get("these") == "these":
        return Meaning(DATE, "PRESENT_REF") if m.get("u") == "days" else None
    return Meaning(DATE, "PAST_REF") if m.get("u") in ("days", "years") else None
