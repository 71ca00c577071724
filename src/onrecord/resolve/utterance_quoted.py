"""Which characters of what a report prints stand inside quotation marks, of whatever kind."""

import re

MARK = re.compile(r"[“”‘\"]|'\w")
OPENING, CLOSING = "“", "”"


def quoted(text: str) -> list[bool]:
    """For each character whether it stands inside quotation marks; an opening one that is never closed holds on."""
    inside = [False] * len(text)
    if not MARK.search(text):
        return inside
    marks = _ends_open(text)
    for at, letter in enumerate(text):
        if letter == OPENING or (letter == '"' and not marks):
            marks = True
        elif letter in (CLOSING, '"'):
            marks = False
        elif letter in "‘'" and not marks and _opens(text, at):
            marks = True
        elif letter in "’'" and marks and "“" not in text and '"' not in text and _closes(text, at):
            marks = False
        inside[at] = marks
    return inside


def _ends_open(text: str) -> bool:
    """Whether the quotation began before the text: it ends with a closing mark that has no opening one."""
    bare = text.rstrip(" .,;:!?")
    if bare.endswith('"'):
        return text.count('"') % 2 == 1
    return bare.endswith(CLOSING) and OPENING not in text and '"' not in text


def _opens(text: str, at: int) -> bool:
    return (at == 0 or text[at - 1] in " \n(—") and at + 1 < len(text) and text[at + 1].isalnum()


def _closes(text: str, at: int) -> bool:
    return at + 1 == len(text) or not text[at + 1].isalnum()
