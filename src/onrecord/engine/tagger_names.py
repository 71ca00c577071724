"""Names are hidden from tagger and parser, so that whom a sentence names cannot change what is found.

The parser reads one plain surname for every part of a name. The tagger reads the next of a few at every place where one
stands, whose ever it is. Swap two parties of as many words each and both see the same text. A name is a capitalised
word that is seldom written small (``common.txt`` beside the weights lists the words that are not names), a common word
that a report uses as a surname, or a first name that is a common word before either.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from onrecord.engine.tagger_words import LOWER, MARK, TITLE, UPPER, Words, case_of

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


GIVEN = {
    "art", "bill", "chase", "cliff", "dawn", "don", "drew", "faith", "grant", "guy", "hope", "joy", "mark", "miles",
    "rich", "rose", "skip", "sue",
}  # fmt: skip
OFFICES = {"president", "senator", "secretary", "minister", "general", "governor", "chancellor"}
ARTICLES = {"the", "a", "an", "of"}
FORMED = re.compile(r"\w+|[^\w\s]")


def hidden(
    words: Words, forms: Sequence[str], common: frozenset[str], order: Sequence[str], *, steady: bool = False
) -> tuple[Words, list[str]]:
    """The words with every name in the same case, and what the tagger is shown of each.

    Each place of a name has the next stand-in; with ``steady``, as in training, each name keeps the one it had first.
    """
    shown = list(forms)
    case = list(words.case)
    seen: dict[str | int, str] = {}
    names = names_among(forms, case, common)
    for at, named in enumerate(names):
        if named:
            shown[at] = seen.setdefault(forms[at].lower() if steady else at, order[len(seen) % len(order)])
            case[at] = TITLE
        elif at and names[at - 1] and forms[at] in "'’" and owns(forms[at - 1], words, at):
            shown[at] = f"{forms[at]}s"
    return replace(words, case=case), shown


def owns(name: str, words: Words, at: int) -> bool:
    """Whether the mark right behind a name in ``s`` makes it a possessor (``Fisks’ plan``): it is read as ``’s``."""
    (_, end), (start, stop) = words.spans[at - 1], words.spans[at]
    apart = at + 1 == len(words) or words.spans[at + 1][0] > stop
    return name.endswith("s") and start == end and apart


def names_among(forms: Sequence[str], case: Sequence[int], common: frozenset[str]) -> list[bool]:
    """Which of a text's words are names or parts of one."""
    named = [is_name(form, kind, common) for form, kind in zip(forms, case, strict=True)]
    for at in range(len(forms) - 1):
        if named[at + 1] and case[at] == TITLE and forms[at].lower() in GIVEN:
            named[at] = True
    return named


def is_name(form: str, case: int, common: frozenset[str]) -> bool:
    """Whether a word is taken for (a part of) a name."""
    small = form.lower()
    if case not in (TITLE, UPPER) or not form.isalpha() or len(form) < 3:
        return False
    return small not in common and small not in CALENDAR and small not in TITLES


def common_in(text: str, common: frozenset[str]) -> frozenset[str]:
    """The words that are no names in this text: a common word may be a surname in it.

    It is one where it follows a name or an office, stands without either as well, not after an article there, and is
    never small.
    """
    after, alone, small = set(), set(), set()
    before, word = "", ""
    for following in _words(text):
        case, low = case_of(word or "."), word.lower()
        if case == LOWER:
            small.add(low)
        elif case == TITLE and low in common and low not in TITLES and len(word) > 2:
            earlier, later = case_of(before or "."), case_of(following or ".")
            if is_name(before, earlier, common) or (earlier == TITLE and before.lower() in OFFICES):
                after.add(low)
            elif before not in ARTICLES and later not in (TITLE, UPPER) and earlier in (LOWER, MARK):
                alone.add(low)
        before, word = word, following
    return common - ((after & alone) - small)


def _words(text: str) -> Iterable[str]:
    """The words and marks of a text, and one empty word behind them."""
    yield from (found[0] for found in FORMED.finditer(text))
    yield ""


@cache
def common_words(path: Path) -> frozenset[str]:
    """The words of a list, one a line."""
    return frozenset(path.read_text(encoding="utf-8").split())


def counted(small: Mapping[str, int], capital: Mapping[str, int]) -> list[str]:
    """The words that are written small often enough to be no names, sorted; for ``training``."""
    return sorted(w for w, n in small.items() if n >= 2 and 4 * n >= n + capital.get(w, 0))
