"""What keeps a statement from being shown as certain, however sure the tagger is of its words.

Each ground is one on which statements that were shown as certain were found wrong when they were read.
"""

import re
from functools import cache

from onrecord.engine.parse import COMMON as WORDS
from onrecord.engine.tagger_names import common_words
from onrecord.model.span import Spans, cut
from onrecord.model.statement import Statement

SURE = 0.9
GUESSED = "the source may stand for somebody else"
WITHIN = "its words begin or end within a word"
PASTED = "a name runs into other words, as where links are pasted into a sentence"
COMMON = "the name that is given may be a common word"
SEVERAL = "more are named beside the source, and it is not clear who of them speaks"
ASIDE = "it was said on an occasion that is told in passing, and who is meant there is guessed"
ELSEWHERE = re.compile(r"\b(?:where|(?:in|during|at|on) which)\s$")
LEAD = 16
"""Characters enough to hold what opens such a clause."""

RUN_ON = re.compile(
    r"\b(?P<name>[A-Z][a-z]{2,})\b(?: \([^)]*\)|,)? (?:[A-Z][\w.]*,? (?:\([^)]*\) )?){0,5}(?P=name)[A-Z0-9]\w*"
)
BESIDE = re.compile(r",? (?:and|&|as well as|along with) (?:the )?[A-Z]")
OPENING = re.compile(r"(?:^|\n|[.!?:][\"”’')]{0,2} |[\"“‘(])$")


def against(text: str, statement: Statement) -> str:
    """Why a statement cannot be certain; nothing where nothing speaks against it."""
    if statement.speaker is not None and float(dict(statement.features).get("speaker_link", 1)) < SURE:
        return GUESSED
    if statement.speaker_evidence and statement.source and _in_passing(text, statement.source[0].start):
        return ASIDE
    if any(_within_word(text, at) for span in statement.content for at in span):
        return WITHIN
    if any(RUN_ON.search(words) for words in (*cut(text, statement.content), *cut(text, statement.source))):
        return PASTED
    if statement.speaker is not None and _common(text, statement.speaker):
        return COMMON
    return SEVERAL if _several(text, statement.source, statement.cue) else ""


def _in_passing(text: str, start: int) -> bool:
    """Whether a clause that ``where`` or ``in which`` opens begins at a place."""
    return ELSEWHERE.search(text, max(0, start - LEAD), start) is not None


def _common(text: str, name: str) -> bool:
    """Whether a name of one word is a common one, or has its capital only where any word of the report has one."""
    if " " in name or not name.isalpha() or name.isupper():
        return False
    if name.lower() in _small():
        return True
    places = [found.start() for found in re.finditer(rf"\b{re.escape(name)}\b", text)]
    return bool(places) and all(OPENING.search(text, max(0, at - 4), at) for at in places)


@cache
def _small() -> frozenset[str]:
    return common_words(WORDS)


def _within_word(text: str, at: int) -> bool:
    """Whether a place lies between letters, or between a letter and the hyphen that joins it to another."""
    if not 0 < at < len(text):
        return False
    before, behind = text[at - 1], text[at]
    if before in "-‐" and behind.isalpha():
        return text[at - 2 : at - 1].isalpha()
    return before.isalpha() and (behind.isalpha() or (behind in "-‐" and text[at + 1 : at + 2].isalpha()))


def _several(text: str, source: Spans, cue: Spans) -> bool:
    """Whether a name that ``and`` joins stands right behind the source, before the cue."""
    if not source or not cue or cue[0].start < source[-1].end:
        return False
    return BESIDE.match(text, source[-1].end, cue[0].start) is not None
