"""What kind of source a statement has that the report gives no name for."""

import itertools
import re
from collections.abc import Sequence

from onrecord.analyse.cues import Lexicon
from onrecord.analyse.heads import head_word
from onrecord.engine.parse import lemma
from onrecord.model.span import Spans, cut
from onrecord.model.terms import Nameless

COUNTED = {"both", "each", "neither", "either", "two", "all"}
SIDES = {
    "government", "governments", "country", "countries", "side", "sides", "army", "armies", "ministry", "ministries",
    "capital", "capitals", "party", "parties", "delegation", "delegations", "camp", "camps", "of", "group", "groups",
}  # fmt: skip
GOVERNING = {"cabinet", "government", "parliament", "congress", "senate", "council", "administration"}
HOLDERS = {"minister", "general", "governor", "leader", "judge", "prosecutor", "commander", "authority", "envoy"}
QUANTITIES = {"one", "two", "three", "some", "many", "most", "several", "few", "all", "both", "none", "half", "each"}
BARE = {"some", "many", "most", "others", "several", "few", "one", "another", "two", "three", "both", "all"}
DEFINITE = {"the", "these", "those", "its", "their", "his", "her", "our"}
CITED = {
    "letter",
    "treaty",
    "memo",
    "notice",
    "statement",
    "law",
    "bill",
    "diplomat",
    "official",
    "constitution",
    "email",
    "opposition",
    "coalition",
}
STOPS = {
    "of",
    "in",
    "from",
    "at",
    "who",
    "with",
    "for",
    "on",
    "that",
    "to",
    ",",
    "close",
    "familiar",
    "briefed",
    "working",
}


def nameless_of(words: str, head: str, named: bool, lexicon: Lexicon) -> Nameless | None:
    """What kind of source it is that the report gives no name for; ``head`` is its lower-case head noun.

    One thing or person with ``the`` (``the report``) was introduced before and is not nameless, save one official or
    document of a kind that is cited by itself; nor is the one holder of an office.
    """
    told = words.replace(",", " ,").strip(' "“”‘’').split()
    if told[:1] and told[0] in QUANTITIES and told[1:2] == ["of"] and len(told) > 3 and told[2] in DEFINITE:
        told = told[3:]
        head = head_word(" ".join(told))
    both = (told[:1] and told[0] in COUNTED) or told[:2] == ["the", "two"]
    if both and any(word in SIDES for word in told[1:4]):
        return Nameless.GROUP
    singular = lexicon.unnamed.get(head)
    kind = singular or lexicon.unnamed.get(lemma(head, "noun")) or lexicon.unnamed.get(head.removesuffix("s"))
    if named:
        return kind if kind is Nameless.GROUP and singular is None else None
    if kind is None:
        return Nameless.GROUP if told in (["each"], ["neither"], ["both"]) else _known(told, lexicon)
    plural = singular is None or head in ("people", "many", "some", "others", "most", "few")
    if head == "member":
        return Nameless.OFFICIAL if set(told) & GOVERNING else Nameless.SOURCE
    if head in ("man", "woman", "boy", "girl"):
        return Nameless.PEOPLE
    if head in ("spokesman", "spokeswoman", "spokesperson"):
        return Nameless.OFFICIAL
    if not plural and ("the" in told[:1] or head in HOLDERS):
        return kind if head in CITED or (head in HOLDERS and told[:1] and told[0] in ("a", "an", "one")) else None
    return Nameless.PEOPLE if head in ("experts", "critics", "expert", "critic") else kind


def lead_in(text: str, source: Spans) -> str:
    """The words of a source; for a bare ``who`` the last words before it, which it stands for."""
    words = " ".join(cut(text, source)).lower()
    if words.strip() not in ("who", "which", "that") or not source:
        return words
    before = re.split(r"[.;:,!?\"“”]", text[max(0, source[0].start - 60) : source[0].start].lower().rstrip(" ,"))[-1]
    return " ".join(before.split()[-3:])


def issued(phrase: str) -> bool:
    """Whether a document is given as a body's own: ``a Diet committee report``, ``a poll from the River Institute``."""
    words = phrase.split()
    ends = (at for at, word in enumerate(words) if word.lower().rstrip(",") in STOPS or word.endswith(("ed", ",")))
    front = words[1 : next(ends, 0) or len(words)]
    mine = words[:1] and words[0].lower() in ("a", "an", "another") and any(word[:1].isupper() for word in front)
    return bool(mine or re.search(r" (?:from|by) (?:the )?[A-Z]", phrase))


def _known(words: Sequence[str], lexicon: Lexicon) -> Nameless | None:
    """The kind of the last known noun before the phrase's first preposition, where its last word is none."""
    if not words or words[0] in ("the", "his", "her", "its", "their"):
        return None
    for word in reversed([*itertools.takewhile(lambda w: w not in STOPS, words)]):
        kind = lexicon.unnamed.get(word) or lexicon.unnamed.get(lemma(word, "noun"))
        if kind is not None:
            return kind
    return None
