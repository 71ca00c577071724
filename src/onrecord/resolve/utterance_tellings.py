"""From a statement and its report's text to a telling: what was said around it, through whom, and in translation."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from onrecord.model.rows import StatementRow
from onrecord.model.span import Span
from onrecord.model.terms import Act, DateMethod, Mode, ZoneKind
from onrecord.model.utterance import NOBODY, Piece, Telling, Voice

MOST = 400
"""Characters before and after a statement that are looked at, where its sentence is longer than that."""

SHORT = 100
"""A content of more characters says something and does not only refer."""

BREAK = re.compile(r"[.!?][”’\"')]*\s+(?=[“‘\"'(]?[A-Z])|\n+")
OUTLET = re.compile(
    r"\b(?:[A-Z][\w’'&.-]* (?:of |and |for )?){0,3}"
    r"(?:Times|Post|News|Agency|Press|Journal|Radio|Television|TV|Tribune|Courier|Gazette|Standard|Herald|Dispatch"
    r"|Chronicle|Telegraph|Guardian|Magazine|Broadcaster|Review|Observer|Mail|Wire)\b"
)
"""Names that are of a newspaper, station or agency by their last word; others are known by the ledger's own outlets."""

THROUGH = re.compile(
    r"\b(?:told|telling|in an interview with|in remarks to|to|according to|reported by|citing|quoted by|carried by)"
    r" (?:the |The )?$"
)
TRANSLATED = re.compile(
    r"\b(?:in |a |the )?translat(?:ed|ion)\b(?: (?:from|by|of) (?:the )?\w+(?: \w+)?)?"
    r"|\bthrough (?:an|his|her|their) (?:interpreter|translator)\b"
    r"|\b(?:speaking|spoke|said|saying|wrote|written|statement|broadcast|address|interview|posted) in "
    r"[A-Z]\w+(?:ian|ish|ese|ic|ew|ench|erman|utch)\b"
)
"""Words that say that what is quoted was said in another language."""


@dataclass(frozen=True, slots=True)
class Outlets:
    """The names of all outlets that the ledger has reports of."""

    names: Collection[str]

    def named(self, words: str, own: str | None) -> str | None:
        """The outlet other than its own through which a sentence has what it reports; None where it names none."""
        for found in self._all(words):
            if THROUGH.search(words, 0, found.start) and found.cut(words) != own:
                return found.cut(words)
        return None

    def _all(self, words: str) -> list[Span]:
        found = [Span(*one.span()) for one in OUTLET.finditer(words)]
        for name in self.names:
            found += [Span(*one.span()) for one in re.finditer(rf"\b{re.escape(name)}\b", words)]
        return sorted(found, key=lambda span: (span.start, -span.end))


def telling(row: StatementRow, text: str, outlets: Outlets, voice: Voice | None = None) -> Telling | None:
    """The statement as joining looks at it; None for one that nobody's voice is known of."""
    if not (row["actor"] or voice) or not row["content"]:
        return None
    actor = row["actor"] or (voice.id if voice and not voice.id.startswith(NOBODY) else "")
    around = surroundings(text, [*row["source"], *row["cue"]], row["content"])
    channel = " ".join(row["channel_text"] or ())
    when = row["said"]
    translated = TRANSLATED.search(around)
    return Telling(
        id=row["id"],
        report=row["report"],
        actor=actor,
        pieces=tuple(Piece(Span(*pair), text[pair[0] : pair[1]]) for pair in row["content"]),
        mode=Mode(row["mode"]),
        act=Act(row["act"]),
        zone=ZoneKind(row["zone"]),
        negated=row["negated"],
        outlet=row["outlet"],
        published=row["published"],
        first=_day(when["start"]),
        last=_day(when["end"]),
        printed=when["method"] == DateMethod.PRINTED,
        around=around,
        before=before(text, row["content"]),
        relayed=outlets.named(around, row["outlet"]) or outlets.named(f"according to {channel}", row["outlet"]),
        translated=translated[0].strip() if translated else None,
        voice=voice.id if voice else None,
        called=voice.words if voice else frozenset(),
        pool=voice.pool if voice else "",
    )


def surroundings(text: str, roles: Iterable[Iterable[int]], content: Iterable[Iterable[int]]) -> str:
    """The words of a statement's sentences outside of its content, with an ellipsis for each span of that."""
    inside = sorted((start, end) for start, end in content)
    spans = sorted([*((start, end) for start, end in roles), *inside])
    first, last = spans[0][0], max(end for _, end in spans)
    before = [one.end() for one in BREAK.finditer(text, max(0, first - MOST), first + 2) if one.end() <= first]
    after = BREAK.search(text, last - 1, min(len(text), last + MOST))
    at, parts = before[-1] if before else max(0, first - MOST), []
    for start, end in inside:
        parts.append(text[at:start])
        at = max(at, end)
    parts.append(text[at : after.start() + 1 if after else min(len(text), last + MOST)])
    return "…".join(parts)


def before(text: str, content: Iterable[Iterable[int]]) -> str:
    """The words of a short content's sentence before it and of the sentence before that, for what it may refer to."""
    spans = [(start, end) for start, end in content]
    first = min(start for start, _ in spans)
    if sum(end - start for start, end in spans) > SHORT:
        return ""
    start = max(0, first - MOST)
    breaks = [one.end() for one in BREAK.finditer(text, start, first + 1) if one.end() <= first]
    return text[breaks[-2] if len(breaks) > 1 else start : first]


def _day(value: str | None) -> str | None:
    return value[:10] if value and len(value) >= 10 else None
