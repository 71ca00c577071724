"""The lexicon of time: ``times.toml`` with the words of every class, and what numbers, units and parts of a day are."""

import re
import tomllib
from functools import cache
from importlib.resources import files

_TABLES: dict[str, dict[str, list[str]]] = tomllib.loads(
    files("onrecord.analyse").joinpath("times.toml").read_text(encoding="utf-8")
)
CLASSES: dict[str, frozenset[str]] = {name: frozenset(words) for name, words in _TABLES["classes"].items()}
MONTHS = tuple(_TABLES["calendar"]["months"])
WEEKDAYS = tuple(_TABLES["calendar"]["weekdays"])
UNITS = {
    "second": "S", "minute": "M", "hour": "H", "day": "D", "week": "W", "fortnight": "F", "month": "M", "quarter": "Q",
    "year": "Y", "decade": "DE", "century": "CE", "sec": "S", "min": "M", "hr": "H", "yr": "Y",
}  # fmt: skip
NUMBERS = {word: at for at, word in enumerate(_TABLES["numbers"]["small"])}
NUMBERS |= {word: 10 * at for at, word in enumerate(_TABLES["numbers"]["tens"], 2)}
RANKS = {word: at for at, word in enumerate(_TABLES["numbers"]["ranks"], 1)} | {"thirtieth": 30}
PARTS = {
    "morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "dawn": "MO", "dusk": "EV", "daytime": "DT",
    "midday": "12:00", "noon": "12:00", "midnight": "24:00", "lunchtime": "12:00",
}  # fmt: skip
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
FEASTS = {
    "christmas": "12-25", "thanksgiving": "THANKSGIVING", "easter": "EASTER", "halloween": "10-31", "boxing": "12-26",
    "columbus": "COLUMBUS", "independence": "07-04", "labor": "LABOR", "labour": "LABOR", "memorial": "MEMORIAL",
    "presidents": "PRESIDENTS", "valentine": "02-14", "veterans": "11-11", "new": "01-01",
}  # fmt: skip
EVES = {"christmas": "12-24", "new": "12-31"}
HOLY = {
    ("ash", "wednesday"): "EASTER-46", ("easter", "monday"): "EASTER+1", ("easter", "sunday"): "EASTER",
    ("good", "friday"): "EASTER-2", ("maundy", "thursday"): "EASTER-3", ("palm", "sunday"): "EASTER-7",
}  # fmt: skip
EVERY = {
    "daily": "P1D", "weekly": "P1W", "monthly": "P1M", "quarterly": "P1Q", "yearly": "P1Y", "annual": "P1Y",
    "annually": "P1Y", "hourly": "PT1H", "nightly": "P1D", "biweekly": "P2W", "fortnightly": "P2W", "biannual": "P6M",
    "semiannual": "P6M",
}  # fmt: skip


def context(name: str) -> frozenset[str]:
    """A list of words that may stand around a time expression."""
    return frozenset(_TABLES["context"][name])


def events(name: str) -> frozenset[str]:
    """A list of words that tell what a time expression dates."""
    return frozenset(_TABLES["events"][name])


def number(words: list[str]) -> float | None:
    """The number that words and figures say: ``12``, ``1,200``, ``twenty`` ``-`` ``one``, ``two hundred``."""
    total = 0.0
    for word in words:
        if word in {"-", "and"}:
            continue
        if word[0].isdigit():
            total += float(word.replace(",", ""))
        elif word in ("hundred", "dozen"):
            total = (total or 1) * (100 if word == "hundred" else 12)
        elif word in ("a", "an"):
            total += 1
        elif word in NUMBERS:
            total += NUMBERS[word]
        else:
            return None
    return total


def rank(word: str) -> int:
    """The number of an ordinal: ``third``, ``18th``."""
    return RANKS.get(word) or int(re.sub(r"\D", "", word) or 0)


def unit(word: str) -> str:
    """The plain form of a unit: ``weeks`` → ``week``."""
    plain = "century" if word == "centuries" else word.removesuffix("s") if word not in UNITS else word
    return {"sec": "second", "min": "minute", "hr": "hour", "yr": "year"}.get(plain, plain)


@cache
def calendar() -> dict[str, str]:
    """The class of every name of a month and weekday, as they are printed, long and short."""
    months = dict.fromkeys([*_TABLES["calendar"]["long_months"], *MONTHS, "sept"], "month")
    days = dict.fromkeys([*_TABLES["calendar"]["long_weekdays"], *WEEKDAYS, "tues", "thur", "thurs"], "weekday")
    return months | days | dict.fromkeys([f"{day}s" for day in _TABLES["calendar"]["long_weekdays"]], "weekdays")
