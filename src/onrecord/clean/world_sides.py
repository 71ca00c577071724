"""Whether a report speaks of something as past or as ahead, by the words around it; None where they do not say."""

import re
from enum import Enum

REACH = 300
"""So many characters around what is asked about are looked at, so that a text without full stops takes no longer."""

_ENDS = re.compile(r"(?<=[.!?])[\"”’']*\s+(?=[\"“‘']?[A-Z])|\n+")
_SHORT = re.compile(
    r"(?:\b(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|Sens?|Reps?|Govs?|Mr|Mrs|Ms|Dr|St|Gen|Lt|Col|Jr|Sr|vs|[A-Z])\.)$"
)
_AHEAD = (
    r"will|won['’]t|shall|going to|upcoming|looming|looms?|awaits?|next (?:week|month|year|spring|summer|fall|winter)|"
    r"(?:is|are|am|['’]s|['’]re)(?: (?:now|also|not|still|widely|currently|all|both))? "
    r"(?:set|scheduled|expected|due|slated|poised|likely|planned|[a-z]+ing)|"
    r"(?:hopes?|plans?|intends?|expects?|prepares?|aims?|wants?|looks?|needs?|vows?|promises?) to|heads? (?:in)?to|"
    r"heading (?:in)?to|approach(?:es|ing)|nears|nearing|can|could still|[a-z]+[’']ll|days? away|weeks? away|"
    r"months? away|remains?|votes|scheduled for|planned for|anticipation of"
)
_BEHIND = (
    r"was|were|had|did|won|lost|held|took|came|went|fell|ran|got|began|beat|led|saw|made|gave|became|left|met|sent|spoke|"
    r"(?!need|exceed|proceed|indeed|speed|bleed|feed|seed|breed|unprecedent|schedul|expect|slat|suppos|call|tweet|add|not|"
    r"stat|claim|argu|ask|announc|report|releas|publish|warn|predict|vow|promis|pledg|plann|hop|unit|pack|conduct|"
    r"interview|survey)[a-z]{2,}ed"
)
_TOLD = (
    r"said|told|wrote|tweeted|added|announced|argued|asked|claimed|reported|released|published|called|warned|conducted|"
    r"surveyed|interviewed|stated|posted"
)
_UNSAID = (
    r"would|might|may|should|if|unless|had hoped|"
    r"to (?!the\b|an?\b|his\b|her\b|their\b|its\b|this\b|that\b|be\b|have\b|[a-z]+ing\b|[a-z]+(?:s|ers)\b)[a-z]+"
)
_VERBS = re.compile(rf"\b(?:(?P<ahead>{_AHEAD})|(?P<behind>{_BEHIND})|(?P<unsaid>{_UNSAID}))\b")
_WITH_TOLD = re.compile(rf"\b(?:(?P<ahead>{_AHEAD})|(?P<behind>{_BEHIND}|{_TOLD})|(?P<unsaid>{_UNSAID}))\b")
_RIGHT_BEFORE = re.compile(
    r"\b(?:ahead of|heading (?:in)?to|leading up to|in advance of|upcoming|coming|looming|approaching|between now and|"
    r"next|in the run-up to|in time for|look(?:s|ing)? (?:ahead )?to(?:ward)?|prepares? for|preparing for|until|before|"
    r"prior to|by)\s+(?:[^\s,;:]+\s+){0,3}$",
    re.IGNORECASE,
)
_RIGHT_AFTER = re.compile(
    r"\b(?:after|since|following|in the wake of|in the aftermath of|in response to|last|recent|won|lost|carried|"
    r"finish(?:ed|ing)|(?:victor(?:y|ies)|wins?|loss(?:es)?|defeats?|showing|finish|results?|triumph|place|second|third|"
    r"fourth|first) (?:in|at|from))\s+(?:[^\s,;:]+\s+){0,2}$",
    re.IGNORECASE,
)


class Side(Enum):
    """Past or ahead, seen from the day of publication."""

    PAST = "past"
    AHEAD = "ahead"


def sentences(text: str) -> list[tuple[int, int]]:
    """Where the sentences of a text begin and end; an abbreviation ends none."""
    found: list[tuple[int, int]] = []
    start = 0
    for match in _ENDS.finditer(text):
        if _SHORT.search(text[max(0, match.start() - 8) : match.start()]) and "\n" not in match[0]:
            continue
        found.append((start, match.start()))
        start = match.end()
    return [*found, (start, len(text))]


def said(words: str) -> set[str]:
    """The kinds of verbs among the words: ``ahead``, ``behind``, ``unsaid`` (only thought of)."""
    return {str(match.lastgroup) for match in _VERBS.finditer(words)}


def side(left: str, right: str, told: bool = False) -> tuple[Side | None, bool]:
    """On which side of the day of publication lies what stands between, and whether the words before it say so.

    ``told`` counts verbs of saying too: a poll of March is past where somebody told of it in March.
    """
    kinds = said(f"{left} {right}")
    verb = _nearest(left, right, _WITH_TOLD if told else _VERBS)
    if _RIGHT_BEFORE.search(left[-60:]):
        return (None, False) if verb != "ahead" and "behind" in kinds else (Side.AHEAD, True)
    if _RIGHT_AFTER.search(left[-60:]):
        return (None, False) if {"ahead", "unsaid"} & kinds else (Side.PAST, True)
    if verb == "ahead":
        return Side.AHEAD, False
    if verb == "behind" and "ahead" not in kinds:
        return Side.PAST, False
    return None, False


def _nearest(left: str, right: str, verbs: re.Pattern[str]) -> str | None:
    """The kind of the verb that stands nearest before, else of the first after."""
    before = list(verbs.finditer(left))
    if before:
        return before[-1].lastgroup
    following = verbs.search(right)
    return following.lastgroup if following else None
