"""Quarters and halves of a year, as reports of companies and offices tell of them."""

from onrecord.analyse import times_lexicon as w
from onrecord.analyse.times_meanings import DATE, TOLD, Match, Meaning, month_of, offset, opened

LIMITS = {"quarter": (4, "Q"), "half": (2, "H")}


def quarter(m: Match) -> Meaning | None:
    """``the third quarter of last year``, ``the first half of 2031``, ``this year's second quarter``."""
    which = m.get("q")
    limit, letter = LIMITS.get(m.get("u"), (0, ""))
    number = limit if which == "final" else w.rank(which)
    if not 1 <= number <= limit or m.get("of") not in ("", "year"):
        return None
    if m.get("rel") not in ("", "the"):
        return Meaning(DATE, f"year{offset(m):+}-{letter}{number}", m.get("rel") in TOLD)
    return Meaning(DATE, opened(f"{letter}{number}", m.get("y")))


def short_quarter(m: Match) -> Meaning | None:
    """``Q3``, ``Q3 2031``."""
    return Meaning(DATE, opened(f"Q{m.get('q')}", m.get("y"))) if m.get("q") in ("1", "2", "3", "4") else None


def of_months(m: Match) -> Meaning | None:
    """``the April-June quarter``."""
    first, last = int(month_of(m)), w.MONTHS.index(m.get("last")[:3]) + 1
    if m.get("u") != "quarter" or first % 3 != 1 or last != first + 2:
        return None
    return Meaning(DATE, opened(f"Q{last // 3}", ""))


def year_ago(m: Match) -> Meaning | None:
    """``the year-earlier quarter``: of the one told of."""
    fits = m.get("v") == "year" and m.get("u") in ("quarter", "month")
    return Meaning(DATE, f"{m.get('u')}-{4 if m.get('u') == 'quarter' else 12}", True) if fits else None
