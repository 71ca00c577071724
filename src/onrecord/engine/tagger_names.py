"""Names are hidden from the tagger, so that whom a sentence names cannot change who is found to have said what.

Every name of a report is shown as one of a few plain surnames, in the order in which names first appear. Swap two
parties of one word each and the tagger sees the same text. A name is a capitalised word that is seldom written small;
``common.txt`` beside the weights lists the words that are not names.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from onrecord.engine.tagger_words import TITLE, UPPER, Words

STAND_INS = (
    "miller", "turner", "parker", "cooper", "bailey", "morris", "murphy", "rogers", "reed", "cook", "bell", "ward",
    "cox", "gray", "watson", "brooks", "kelly", "sanders", "price", "bennett", "wood", "barnes", "ross",
    "henderson", "coleman", "jenkins", "perry", "powell", "long", "patterson", "hughes", "flores", "washington",
    "butler", "simmons", "foster", "bryant", "alexander", "russell", "griffin", "diaz", "hayes",
)  # fmt: skip
CALENDAR = {
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march",
    "april", "may", "june", "july", "august", "september", "october", "november", "december", "jan", "feb", "aug",
    "sept", "oct", "nov", "dec",
}  # fmt: skip
TITLES = {"mr", "mrs", "ms", "dr", "sen", "sens", "rep", "reps", "gov"}


def hidden(words: Words, forms: Sequence[str], common: frozenset[str], order: Sequence[str]) -> tuple[Words, list[str]]:
    """The words with every name in the same case, and what the tagger is shown of each."""
    shown = list(forms)
    case = list(words.case)
    seen: dict[str, str] = {}
    for at, form in enumerate(forms):
        if is_name(form, case[at], common):
            shown[at] = seen.setdefault(form.lower(), order[len(seen) % len(order)])
            case[at] = TITLE
    return replace(words, case=case), shown


def is_name(form: str, case: int, common: frozenset[str]) -> bool:
    """Whether a word is taken for (a part of) a name."""
    small = form.lower()
    if case not in (TITLE, UPPER) or not form.isalpha() or len(form) < 3:
        return False
    return small not in common and small not in CALENDAR and small not in TITLES


@cache
def common_words(path: Path) -> frozenset[str]:
    """The words of a list, one a line."""
    return frozenset(path.read_text(encoding="utf-8").split())


def counted(small: Mapping[str, int], capital: Mapping[str, int]) -> list[str]:
    """The words that are written small often enough to be no names, sorted; for ``training``."""
    return sorted(w for w, n in small.items() if n >= 2 and 4 * n >= n + capital.get(w, 0))
