"""What the words of a time expression mean: from the groups of a pattern to an expression of ``model/timex.py``."""

import re
from collections.abc import Callable
from typing import NamedTuple

from onrecord.analyse import times_words as w
from onrecord.analyse.times_words import Line
from onrecord.model.terms import TimeType

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


def _open(part: str, year: str) -> str:
    return f"{year}-{part}" if year else f"XXXX-{part}?"


def _month(m: Match) -> str:
    return f"{w.MONTHS.index(m.get('m')[:3]) + 1:02}"


def day(m: Match) -> Meaning | None:
    day = w.rank(m.get("d"))
    if not 1 <= day <= 31:
        return None
    return Meaning(DATE, _open(f"{_month(m)}-{day:02}", m.get("y")))


def of_month(m: Match) -> Meaning | None:
    if m.get("rel"):
        return Meaning(DATE, f"year{_by(m):+}-{_month(m)}", m.get("rel") in TOLD)
    return Meaning(DATE, _open(_month(m), m.get("y")))


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


TOLD = {"previous", "prior", "preceding", "following", "same", "that"}
BACK = {"last", "past", "previous", "prior", "preceding"}
FORE = {"next", "coming", "upcoming", "forthcoming", "following"}


def _by(m: Match) -> int:
    words = set(m.all("rel"))
    return -1 if words & BACK else 1 if words & FORE else 0


def weekday(m: Match) -> Meaning | None:
    day = w.WEEKDAYS.index(m.get("w")[:3]) + 1
    rel, part = m.get("rel"), _part(m)
    kind = TIME if part else DATE
    if rel in ("following", "the following"):
        return Meaning(kind, f"XXXX-WXX-{day}>{part}", True)
    if "next" in rel:
        return Meaning(kind, f"week+1-{day}{part}")
    which = ">" if set(rel.split()) & FORE else "<" if set(rel.split()) & BACK else "?"
    return Meaning(kind, f"XXXX-WXX-{day}{which}{part}")


def _part(m: Match) -> str:
    return f"T{w.PARTS[m.get('p')]}" if m.get("p") else ""


def deictic(m: Match) -> Meaning | None:
    word = m.get("t")
    by = {"yesterday": -1, "tomorrow": 1}.get(word, 0)
    part = "TNI" if word == "tonight" else _part(m)
    if m.get("over"):
        by += by
    return Meaning(TIME if part else DATE, f"day{by:+}{part}")


def night(m: Match) -> Meaning | None:
    return Meaning(TIME, f"day{_by(m):+}{_part(m)}", m.get("rel") in TOLD)


def year(m: Match) -> Meaning | None:
    return Meaning(DATE, m.get("y"))


def decade(m: Match) -> Meaning | None:
    digits = re.sub(r"\D", "", m.get("d"))
    return Meaning(DATE, digits[:3] if len(digits) == 4 else f"19{digits[0]}")


def twenties(m: Match) -> Meaning | None:
    tens = ["twent", "thirt", "fort", "fift", "sixt", "sevent", "eight", "ninet"]
    return Meaning(DATE, f"19{2 + next(at for at, stem in enumerate(tens) if m.get('d').startswith(stem))}")


def century(m: Match) -> Meaning | None:
    rank = w.rank(m.get("q"))
    return Meaning(DATE, f"{rank - 1:02}") if 10 < rank < 23 else None


def relative(m: Match) -> Meaning | None:
    """``last year``, ``this week``; with an article ``the past year`` is the time up to now."""
    unit, rel, by = w.unit(m.get("u")), m.get("rel"), _by(m)
    told = bool(set(rel.split()) & TOLD)
    if unit in ("second", "minute", "hour", "fortnight"):
        return Meaning(DURATION, _length(1, unit)) if rel in ("last", "past", "next") else None
    if rel == "past" or (
        m.get("the") and rel in ("last", "next", "coming") and unit not in ("day", "weekend", "quarter")
    ):
        return Meaning(DURATION, _length(1, unit) + ("<" if by < 0 else ">"))
    if m.get("the") and unit == "day":
        return Meaning(DATE, f"day{by:+}", True) if rel != "last" else None
    if unit == "day" and rel in ("last", "past", "current", "coming", "that"):
        return Meaning(DATE, "day+0", True) if rel == "that" else None
    return Meaning(DATE, f"{unit}{by:+}", told)


def the_unit(m: Match) -> Meaning | None:
    unit = w.unit(m.get("u"))
    if unit in ("second", "minute", "hour", "fortnight", "decade", "century"):
        return None
    return Meaning(DATE, "XXXX-WXX-WE?") if unit == "weekend" else Meaning(DATE, f"{unit}+0", True)


def edge_day(m: Match) -> Meaning | None:
    unit = w.unit(m.get("u"))
    by = 1 if m.get("e") in ("after", "later") else -1
    return Meaning(DATE, f"{unit}{by:+}", True) if unit not in ("second", "minute", "hour", "fortnight") else None


def _count(m: Match) -> float | None:
    words = m.all("n")
    count = 1.0 if not words or words[-1] in ("a", "an", "one") else w.number(words)
    if count is None:
        return None
    return count + (0.5 if m.get("half") else 0)


def _length(count: float | str, unit: str) -> str:
    code = w.UNITS[unit]
    if code == "F":
        code, count = "W", 2 * count if isinstance(count, float | int) else count
    amount = f"{count:g}" if isinstance(count, float | int) else count
    if unit == "day" and amount == "0.5":
        return "PT12H"
    return f"{'PT' if unit in ('second', 'minute', 'hour') else 'P'}{amount}{code}"


def ago(m: Match) -> Meaning | None:
    unit, after = w.unit(m.get("u")), m.get("e")
    told = after in ("earlier", "later", "previously", "afterwards", "afterward")
    back = after in ("ago", "earlier", "previously")
    count = _count(m) if m.all("n") else None
    if count is None:
        return Meaning(DATE, "PAST_REF" if back else "FUTURE_REF")
    sign = -1 if back else 1
    if unit in ("second", "minute", "hour"):
        return Meaning(TIME, "day+0TXX", told)
    if unit == "fortnight":
        unit, count = "week", 2 * count
    if count != int(count):
        return Meaning(
            DATE, f"month{round(12 * count) * sign:+}" if unit == "year" else f"{unit}{round(count) * sign:+}", told
        )
    return Meaning(DATE, f"{unit}{int(count) * sign:+}", told)


def duration(m: Match) -> Meaning | None:
    unit = w.unit(m.get("u"))
    count = _count(m)
    if count is None or count > 100_000 or m.get("half") not in ("", "half", "and a half"):
        return None
    if m.get("less") not in ("", "half") or (unit == "quarter" and not m.get("in") and not m.get("rel")):
        return None
    if m.get("less"):
        count = count / 2 if count == 1 else 0.5
    rel = m.get("rel")
    mark = "<" if rel in ("last", "past", "previous") else ">" if rel in ("next", "coming", "following") else ""
    return Meaning(DURATION, _length(count, unit) + mark)


def vague(m: Match) -> Meaning | None:
    unit, rel = w.unit(m.get("u")), m.get("rel")
    if rel == "recent":
        return Meaning(DATE, "PAST_REF")
    if rel in ("coming", "upcoming", "following") and not m.get("n"):
        return Meaning(DATE, "FUTURE_REF")
    mark = "<" if rel in ("last", "past") else ">" if rel in ("next", "coming") else ""
    return Meaning(DURATION, _length("X", unit) + mark)


def quarter(m: Match) -> Meaning | None:
    which = m.get("q")
    number = 4 if which == "final" else w.rank(which)
    limit, letter = {"quarter": (4, "Q"), "half": (2, "H")}.get(m.get("u"), (0, ""))
    if not 1 <= number <= limit:
        return None
    if m.get("rel"):
        return Meaning(DATE, f"year{_by(m):+}-{letter}{number}", m.get("rel") in TOLD)
    if m.get("y"):
        return Meaning(DATE, f"{m.get('y')}-{letter}{number}")
    return Meaning(DATE, f"XXXX-Q{number}?") if letter == "Q" else None


def season(m: Match) -> Meaning | None:
    season, rel = w.SEASONS[m.get("s")], m.get("rel")
    if m.get("y"):
        return Meaning(DATE, f"{m.get('y')}-{season}")
    words = set(rel.split())
    if "yrel" in rel:
        return None
    which = "<" if words & BACK else ">" if words & FORE else "~" if "this" in words else "?"
    return Meaning(DATE, f"XXXX-{season}{which}")


def feast(m: Match) -> Meaning | None:
    name, eve = m.get("f"), m.get("eve")
    if name in ("labor", "labour", "memorial", "independence"):
        part = {"memorial": "MEMORIAL", "independence": "07-04"}.get(name, "LABOR")
    elif name == "new":
        part = "12-31" if eve else "01-01"
    else:
        part = w.FEASTS[name]
        part = {"12-25": "12-24", "EASTER": "EASTER"}.get(part, part) if eve else part
    return (
        Meaning(DATE, _open(part, ""))
        if not m.get("y")
        else Meaning(DATE, f"XXXX-{part}~")
        if not part[0].isdigit()
        else Meaning(DATE, f"{m.get('y')}-{part}")
    )


def every(m: Match) -> Meaning | None:
    if m.get("w"):
        part = f"T{w.PARTS[m.get('p').removesuffix('s')]}" if m.get("p") else ""
        return Meaning(SET, f"XXXX-WXX-{w.WEEKDAYS.index(m.get('w')[:3]) + 1}{part}")
    if m.get("p"):
        return Meaning(SET, f"XXXX-XX-XXT{w.PARTS[m.get('p').removesuffix('s')]}")
    if m.get("s"):
        return Meaning(SET, f"XXXX-{w.SEASONS[m.get('s')]}")
    if m.get("m"):
        return Meaning(SET, f"XXXX-{_month(m)}")
    unit = m.get("u")
    if unit in ("weekend", "weekends"):
        return Meaning(SET, "XXXX-WXX-WE")
    count = 2.0 if m.get("other") else _count(m)
    return None if count is None else Meaning(SET, _length(count, w.unit(unit)))


def regular(m: Match) -> Meaning | None:
    return Meaning(SET, w.EVERY[m.get("s")])


def clock(m: Match) -> Meaning | None:
    """The hour, on the day that stands with it or that the report is at."""
    half = m.get("ap").replace(".", "").replace(" ", "")
    digits = re.split(r"[:.]", m.get("c")) if m.get("c") else []
    if m.get("p"):
        time = f"T{w.PARTS[m.get('p')]}"
    else:
        if len(digits) == 1 and len(digits[0]) == 4:
            digits = [digits[0][:2], digits[0][2:]]
        hour = w.number(digits[:1])
        minute = int(digits[1]) if len(digits) > 1 else 0
        if hour is None or hour > 24 or minute > 59:
            return None
        hour = hour % 12 + 12 if half == "pm" else hour % 12 if half == "am" else hour
        time = f"T{int(hour):02}:{minute:02}"
    if m.get("w"):
        return Meaning(TIME, f"XXXX-WXX-{w.WEEKDAYS.index(m.get('w')[:3]) + 1}?{time}")
    if m.get("t"):
        return Meaning(TIME, f"day{ {'yesterday': -1, 'tomorrow': 1}.get(m.get('t'), 0):+}{time}")
    if m.get("m"):
        day = w.rank(m.get("d"))
        return Meaning(TIME, _open(f"{_month(m)}-{day:02}", m.get("y")) + time) if 1 <= day <= 31 else None
    return Meaning(TIME, f"day+0{time}", True)


def fixed(type: TimeType, value: str) -> Build:
    return lambda m: Meaning(type, value)
