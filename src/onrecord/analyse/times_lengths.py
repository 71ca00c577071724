"""What the words of a length, a repetition or an hour mean, as ``times_meanings`` tells it of dates."""

import re

from onrecord.analyse import times_lexicon as w
from onrecord.analyse import times_meanings as t
from onrecord.analyse.times_meanings import DATE, DURATION, SET, TIME, Match, Meaning

LATER = ("pm", "afternoon", "evening")


def ago(m: Match) -> Meaning | None:
    """``two years ago``, ``a week later``."""
    unit, after = w.unit(m.get("u")), m.get("e")
    told = after in ("earlier", "later", "afterwards", "afterward")
    back = after in ("ago", "earlier")
    if m.get("less") not in ("", "half"):
        return None
    count = 0.5 if m.get("less") else t.count(m) if m.all("n") else None
    if count is None:
        return Meaning(DATE, "PAST_REF" if back else "FUTURE_REF")
    sign = -1 if back else 1
    if unit == "hour" and count % 24 == 0:
        unit, count = "day", count / 24
    if unit in ("second", "minute", "hour"):
        return Meaning(TIME, "day+0TXX", told)
    if unit == "fortnight":
        unit, count = "week", 2 * count
    if count != int(count):
        count, unit = _parts(count, unit)
    return Meaning(DATE, f"{unit}{int(count) * sign:+}", told)


def ahead(m: Match) -> Meaning | None:
    """``two weeks from now``, ``a year from tomorrow``."""
    unit, count = w.unit(m.get("u")), t.count(m)
    if count is None or count != int(count) or unit in ("second", "minute", "hour"):
        return None
    if unit == "fortnight":
        unit, count = "week", 2 * count
    return Meaning(DATE, f"{unit}+{int(count)}")


def _parts(count: float, unit: str) -> tuple[float, str]:
    """A broken number of a unit as a whole one of a smaller unit."""
    smaller = {"year": (12, "month"), "decade": (10, "year"), "century": (100, "year")}
    times, part = smaller.get(unit, (1, unit))
    return round(times * count), part


def duration(m: Match) -> Meaning | None:
    """``two and a half years``, ``the next three days``."""
    unit = w.unit(m.get("u"))
    count = t.count(m)
    if count is None or count > 100_000 or m.get("half") not in ("", "half", "and a half", "1/2", "½"):
        return None
    if m.get("less") not in ("", "half") or (unit == "quarter" and m.get("in") in ("", "-") and not m.get("rel")):
        return None
    if m.get("less"):
        count = count / 2 if count == 1 else 0.5
    rel = m.get("rel")
    mark = "<" if rel in ("last", "past", "previous") else ">" if rel in ("next", "coming", "following") else ""
    return Meaning(DURATION, t.length(count, unit) + mark)


def vague(m: Match) -> Meaning | None:
    """``several weeks``, ``decades``."""
    unit, rel = w.unit(m.get("u")), m.get("rel")
    if rel == "recent":
        return Meaning(DATE, "PAST_REF")
    if rel in ("coming", "upcoming", "following") and not m.get("n"):
        return Meaning(DATE, "FUTURE_REF")
    mark = "<" if rel in ("last", "past") else ">" if rel in ("next", "coming") else ""
    return Meaning(DURATION, t.length("X", unit) + mark)


def every(m: Match) -> Meaning | None:
    """``every Tuesday``, ``each year``, ``every two weeks``."""
    if m.get("w"):
        part = f"T{w.PARTS[m.get('p').removesuffix('s')]}" if m.get("p") else ""
        return Meaning(SET, f"XXXX-WXX-{w.WEEKDAYS.index(m.get('w')[:3]) + 1}{part}")
    if m.get("p"):
        return Meaning(SET, f"XXXX-XX-XXT{w.PARTS[m.get('p').removesuffix('s')]}")
    if m.get("s"):
        return Meaning(SET, f"XXXX-{w.SEASONS[m.get('s')]}")
    if m.get("m"):
        return Meaning(SET, f"XXXX-{t.month_of(m)}")
    unit = m.get("u")
    if unit in ("weekend", "weekends"):
        return Meaning(SET, "XXXX-WXX-WE")
    count = 2.0 if m.get("other") else t.count(m)
    return None if count is None else Meaning(SET, t.length(count, w.unit(unit)))


def regular(m: Match) -> Meaning | None:
    """``daily``, ``annual``."""
    return Meaning(SET, w.EVERY[m.get("s")])


def clock(m: Match) -> Meaning | None:
    """The hour, on the day that stands with it or that the report is at."""
    half = (m.get("ap") or m.get("half")).replace(".", "").replace(" ", "")
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
        hour = hour % 12 + 12 if half in LATER else hour % 12 if half in ("am", "morning") else hour
        time = f"T{int(hour):02}:{minute:02}" + ("Z" if m.get("z") in ("utc", "gmt") else "")
    if m.get("w"):
        return Meaning(TIME, f"XXXX-WXX-{w.WEEKDAYS.index(m.get('w')[:3]) + 1}?{time}")
    if m.get("t"):
        return Meaning(TIME, f"day{ {'yesterday': -1, 'tomorrow': 1}.get(m.get('t'), 0):+}{time}")
    if m.get("m"):
        day = w.rank(m.get("d"))
        return Meaning(TIME, t.opened(f"{t.month_of(m)}-{day:02}", m.get("y")) + time) if 1 <= day <= 31 else None
    return Meaning(TIME, f"day+0{time}", True)


def adjoined(m: Match) -> Meaning | None:
    """``the year-ago quarter``, ``a year-earlier profit``."""
    return (
        Meaning(DATE, f"{m.get('u')}-1", m.get("e") == "earlier") if m.get("u") in ("year", "month", "week") else None
    )


def lasting(m: Match) -> Meaning | None:
    """``a weeklong visit``."""
    return Meaning(DURATION, t.length(1, m.get("l").removesuffix("long")))


def noon(m: Match) -> Meaning | None:
    """``noon``, ``midnight Monday``, ``dawn Tuesday``: the parts of a day that are an hour, or have their day."""
    edge = m.get("p") in ("dawn", "dusk") and (m.get("w") or m.get("t"))
    return clock(m) if w.PARTS[m.get("p")][0].isdigit() or edge else None
