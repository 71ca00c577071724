"""Chosen lines that are no part of the article: links to others, calls to subscribe, credits, rights.

They are kept and marked. The phrases are English, like the analysis; the rule on links needs no language.
"""

import re
from collections.abc import Iterable, Sequence

from onrecord.clean.html_align import Pick
from onrecord.clean.html_page import Page

_LINKED = 0.8
_TITLE_WORDS = 4
_AT_MOST = 0.3
_EDGE = 5
_LONGEST = 500

_START = r"[^\w\"“”'‘’«„]*"
_ANYWHERE = re.compile(
    _START + r"(?:(?:read|see|watch|listen) (?:more|also|next)\b|don[’']t miss\b|also on \w+\.\w+"
    r"|(?:related(?: \w+){0,2}|also|more(?: (?:on|from|stories)(?: \w+){0,3})?)\s*:"
    r"|(?:like|enjoy(?:ed|ing)) this (?:story|article)|(?:share|tweet|print|email) this (?:story|article|page)\b"
    r"|sign up (?:for|to|here)\b|subscribe (?:to|now|here|today)\b|click here (?:to|for)\b"
    r"|(?:story|article) continues (?:below|after)|advertisement\b|this copy is for your personal\b)",
    re.IGNORECASE,
)
_AT_THE_EDGE = re.compile(
    _START + r"(?:follow (?:\S+ ){1,7}?on (?:twitter|facebook|instagram|x\b|linkedin|telegram)"
    r"|(?:get|receive) (?:\S+ ){0,4}(?:latest|newsletters?|updates?|delivered)\b"
    r"|(?:write|e-?mail) (?:to )?\S+ \S+ at\b|have a (?:tip|story|question)\b|tell us what you think\b"
    r"|(?:additional |with )?(?:reporting|writing|editing|edited) (?:\S+ ){0,3}?by\b"
    r"|©|\(c\) \d{4}|copyright\b|tags?\s*:|filed under\b|[^.]{0,120}\bsign up\b[^.]{0,60}\bnewsletter"
    r"|(?:last |first )?(?:updated|published|posted) (?:at|on)\b[^.]{0,30}\d"
    r"|this (?:story|article|report) (?:was|has been) (?:originally |first )?(?:published|updated|corrected|adapted)\b"
    r"|[^.]{0,300}\b(?:contributed (?:reporting|to this (?:report|story|article))|all rights reserved)\b)",
    re.IGNORECASE,
)


def furniture_lines(page: Page, picks: Sequence[Pick]) -> set[int]:
    """The lines among the picks that are furniture."""
    lines = list(dict.fromkeys(pick.line for pick in picks))
    edge = {*lines[:2], *lines[-_EDGE:]}
    said = {line for line in lines if _is_said(page.lines[line].text, line in edge)}
    linked = {line for line in lines if _is_link(page, line)}
    many = _length(page, linked) > _AT_MOST * _length(page, lines)
    return said if many else said | linked


def _is_said(text: str, at_the_edge: bool) -> bool:
    if len(text) > _LONGEST:
        return False
    return bool(_ANYWHERE.match(text) or (at_the_edge and _AT_THE_EDGE.match(text)))


def _is_link(page: Page, line: int) -> bool:
    """Whether a line is the title of something else: little but a link of several words."""
    words = page.lines[line]
    return words.linked >= _LINKED and len(words.text.split()) >= _TITLE_WORDS


def _length(page: Page, lines: Iterable[int]) -> int:
    return sum(len(page.lines[line].text) for line in lines)
