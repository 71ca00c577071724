"""What blame and denials are held together by: the sentence around an entry, and the words in it that matter."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.model.rows import RelationRow, ZoneRow
from onrecord.model.span import Span
from onrecord.resolve.utterance_read import WORD, stem
from onrecord.resolve.utterance_words import EMPTY, NOT
from onrecord.views.sentences import sentence

NAMED = re.compile(
    r"(?:^|[\s(“‘\"'-])"
    r"(?!(?:The|A|An|We|I|It|He|She|They|This|That|These|Those|His|Her|Its|Their|Our|My|You|Who|What|There)\b)[A-Z]"
)
"""Words with a name in them, as opposed to a pronoun."""
LINKING = re.compile(r"\b(?:to|of|in|for|between|that|by|on|at|with|as|from|about|which|who)\b")
"""Words by which a name stands within the description of a thing (``the decision to fire Hale``)."""
DENYING = re.compile(
    r"\b(?:den(?:y|ies|ied|ying|ials?)|reject(?:s|ed|ing|ions?)?|dismiss(?:es|ed|ing)?|refut(?:es?|ed|ing)|"
    r"rebut(?:s|ted|ting|tal)?|disput(?:es?|ed|ing)|baseless|unfounded|untrue|groundless|fabricat(?:ed|ions?)|"
    r"nothing (?=wrong|illegal|improper)|innocen(?:t|ce)|no truth)\b",
    re.IGNORECASE,
)
"""Words that a denial is looked for by where no entry is one."""
SHARED = 0.3
"""Of the fewer words that matter, so many are shared where two entries are about one matter; two at the least."""


@dataclass(frozen=True, slots=True)
class Words:
    """The sentence that an entry stands in, and the stems of the words that matter: of what it is for, and of all.

    ``deed`` are those of the word that says it, which may be what is denied (``interfered``, ``denies interfering``).
    """

    report: str
    span: Span
    sentence: str
    matter: frozenset[str]
    stems: frozenset[str]
    deed: frozenset[str] = frozenset()


def words_of(row: RelationRow, text: str, zones: Sequence[ZoneRow] = ()) -> Words:
    """The sentence of a relation, within its zone, with its words but for the names of both sides."""
    spans = row["spans"]
    first = min(pair for role in ("cue", "target", "source") for pair in spans[role][:1])
    at = sentence(text, Span(*(spans["cue"] or [first])[0]))
    zone = next((z for z in zones if z["start"] <= first[0] < z["end"]), None)
    if zone is not None and zone["kind"] == row["zone"]:
        at = Span(max(at.start, zone["start"]), min(at.end, zone["end"]))
    names = [row["from"], row["to"], row["from_words"], row["to_words"], row["cue"]]
    words = at.cut(text).strip()
    matter, deed = stems_of(row["matter"] or "", names), stems_of(row["cue"] or "")
    return Words(row["report"], at, words, matter, stems_of(words, names), deed)


def stems_of(words: str, without: Iterable[str | None] = ()) -> frozenset[str]:
    """The stems of the words that matter, but for those of ``without``."""
    left = {form for name in without if name for form in _forms(name)}
    return frozenset(stem(form) for form in _forms(words) if form not in EMPTY and form not in NOT and form not in left)


def alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two sets of stems are about one matter."""
    shared, fewer = len(one & other), min(len(one), len(other))
    return fewer > 0 and (shared == fewer or (shared > 1 and shared >= SHARED * fewer))


def known(name: str | None) -> bool:
    """Whether words name somebody: by a capital letter that no pronoun or article has, and no more than that."""
    return bool(name and NAMED.search(name) and not LINKING.search(name))


def folded(name: str | None) -> str:
    """A name as two are held to be the same: without capitals, article and outer signs."""
    return re.sub(r"^the ", "", (name or "").casefold().strip(" ,.“”\"'’"))


def _forms(words: str) -> list[str]:
    return [found[0].lower().replace("’", "'").removesuffix("'s") for found in WORD.finditer(words)]
