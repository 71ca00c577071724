"""Names in headings: where every word has a capital, only what the body prints too is a name.

``LENA FISK PRAISES WOMAN`` and ``Ferry Sank Near Torvela`` look like names throughout; the body tells what is one.
"""

import re
from dataclasses import replace

from onrecord.analyse.name_forms import Key, key_of, word_places
from onrecord.analyse.seen import Mentions, Seen
from onrecord.model.span import Span
from onrecord.model.terms import Form

WORD = re.compile(r"[^\W\d_][\w’'.-]*")
LONGEST = 160
STOP = re.compile(r"[:.!?](?:\s|$)")
FEWEST = 4
LONG = 4  # letters of a word that a heading of capitals prints with one


def read_headings(text: str, mentions: Mentions) -> None:
    """Keep of every name in a heading what the body has; a name that it has no part of is a phrase without one."""
    seen = mentions.seen
    heading = [one.form is Form.NAME and _is_heading(text, one) for one in seen]
    if not any(heading):
        return
    names = (one for one, inside in zip(seen, heading, strict=True) if one.form is Form.NAME and not inside)
    body = {key_of(one.words) for one in names}
    if body:
        pairs = zip(seen, heading, strict=True)
        mentions.replace([_kept(text, one, body) if inside else one for one, inside in pairs])


def _is_heading(text: str, one: Seen) -> bool:
    """Whether a name stands in a line in which all long words begin with a capital, or in a sentence of capitals."""
    start = text.rfind("\n", 0, one.span.start) + 1
    end = text.find("\n", one.span.end)
    end = end if end >= 0 else len(text)
    line = text[start:end].strip() if end - start <= 2 * LONGEST else ""
    words = [word for word in WORD.findall(line) if len(word) >= LONG]
    if 0 < len(line) <= LONGEST and len(words) >= FEWEST and not line.endswith((".", "”", '"')):
        return all(word[0].isupper() for word in words)
    return _in_capitals(text, Span(max(start, min(one.sentence, one.span.start)), end))


def _in_capitals(text: str, span: Span) -> bool:
    """Whether a sentence is all in capitals up to its end or a colon."""
    stop = STOP.search(text, span.start, span.end)
    words = WORD.findall(text, span.start, stop.start() if stop else span.end)
    return len(words) >= FEWEST and all(word.isupper() for word in words)


def _kept(text: str, one: Seen, body: set[Key]) -> Seen:
    """The longest part of a name that the body prints, alone or as the end of a fuller name."""
    key = key_of(one.words)
    parts = [(at, at + size) for size in range(len(one.words), 0, -1) for at in range(len(one.words) - size + 1)]
    for at, end in parts:
        if _known(key_of(one.words[at:end]), body):
            return one if key == key_of(one.words[at:end]) else _cut(text, one, at, end)
    words = tuple(word.lower() for word in one.words)
    return replace(one, form=Form.NOMINAL, words=words, type=None, definite=False, titles=(), offices=frozenset())


def _known(key: Key, body: set[Key]) -> bool:
    return bool(key) and (key in body or any(len(other) > len(key) and other[-len(key) :] == key for other in body))


def _cut(text: str, one: Seen, at: int, end: int) -> Seen:
    """The name with some of its words only; its head is the last of them where the old one is cut off."""
    spans = word_places(text, one.span, one.words)
    span = Span(spans[at].start, spans[end - 1].end)
    words = one.words[at:end]
    head = one.head if span.holds(one.head) else spans[end - 1]
    return replace(one, span=span, head=head, words=words, noun=words[-1].lower(), titles=one.titles if at == 0 else ())
