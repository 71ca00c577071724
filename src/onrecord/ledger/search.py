"""Full-text search: a person's words as an expression that is always valid, and where in the texts they stand."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from sqlite3 import Connection

from onrecord.ledger.records import Counts
from onrecord.ledger.sql import queries
from onrecord.model.span import Span, Spans

SQL = queries("search")
OF_STATEMENTS = ("speaker", "actor", "act", "mode")
TERMS = 64
"""More words than these are not searched for."""
_TERM = re.compile(r'"([^"]*)"|“([^”]*)”|([^\s"“”]+)')
_PRIVATE = 0xF0000


@dataclass(frozen=True, slots=True)
class SearchFilter:
    """Where to search; with ``speaker``, ``actor``, ``act`` or ``mode`` only in what statements say.

    ``speaker`` is found anywhere in the name as a report prints it; ``actor`` is an id or a whole name of who speaks,
    over all reports. ``month`` is that of publication (``2031-04``).
    """

    report: str | None = None
    outlet: str | None = None
    month: str | None = None
    speaker: str | None = None
    act: str | None = None
    mode: str | None = None
    actor: str | None = None

    @property
    def in_statements(self) -> bool:
        """Whether only the contents of statements are searched."""
        return any((self.speaker, self.actor, self.act, self.mode))


@dataclass(frozen=True, slots=True)
class Match:
    """One report, or one statement in it, that holds the words."""

    report: str
    entry: str | None


@dataclass(frozen=True, slots=True)
class Matches:
    """The best matches first, and how many reports and statements match in all.

    ``facets`` count statements by ``speaker``, ``actor``, ``act`` and ``mode``, and reports by ``outlet`` and
    ``month``; each in the order of its names, since people and outlets are not ranked.
    """

    expression: str
    matches: tuple[Match, ...]
    reports: int
    statements: int
    facets: dict[str, Counts]


def expression(words: str) -> str:
    """The FTS5 expression for words that must all occur; quoted words are phrases, ``word*`` begins one.

    Everything else in the words is taken literally; empty where there is nothing to search for.
    """
    storable = words.encode("utf-8", "ignore").decode().replace("\0", " ")
    return " AND ".join(list(_terms(storable))[:TERMS])


def find(connection: Connection, words: str, which: SearchFilter, limit: int) -> Matches:
    """What matches the words; nothing where they hold no letter and no digit."""
    match = expression(words)
    if not match:
        return Matches("", (), 0, 0, dict.fromkeys(("outlet", "month", *OF_STATEMENTS), ()))
    speaker = which.speaker.casefold() if which.speaker else None
    asked = asdict(which) | {"speaker": speaker, "words": match, "limit": limit}
    kind = "matching statements" if which.in_statements else "matching reports"
    found = tuple(Match(report, entry) for report, entry in connection.execute(SQL[kind], asked))
    statements = connection.execute(SQL["statement facets"], asked).fetchall()
    places = {tuple(row)[:3] for row in statements}
    if not which.in_statements:
        places = {tuple(row) for row in connection.execute(SQL["report facets"], asked)}
    facets = {"outlet": _counts(place[1] for place in places), "month": _counts(place[2] for place in places)}
    facets |= {facet: _counts(row[facet] for row in statements) for facet in OF_STATEMENTS}
    return Matches(match, found, len(places), len(statements), facets)


def marks(connection: Connection, match: str, report: str, text: str) -> Spans:
    """Where in the text of a report the words of an expression stand."""
    opening, closing = _brackets(text)
    asked = {"words": match, "report": report, "open": opening, "close": closing}
    row = connection.execute(SQL["marked"], asked).fetchone()
    spans: list[Span] = []
    at = start = 0
    for piece in re.split(f"([{opening}{closing}])", row[0] if row else ""):
        if piece == opening:
            start = at
        elif piece == closing:
            spans.append(Span(start, at))
        else:
            at += len(piece)
    return tuple(spans)


def _terms(words: str) -> Iterator[str]:
    for phrase, curly, word in _TERM.findall(words):
        term = (phrase or curly or word).replace('"', " ").strip()
        if any(map(str.isalnum, term)):
            star = "*" if word and term.endswith("*") else ""
            yield f'"{term.rstrip("*") if star else term}"{star}'


def _brackets(text: str) -> tuple[str, str]:
    """Two characters of a private plane that the text does not hold."""
    code = _PRIVATE
    while chr(code) in text or chr(code + 1) in text:
        code += 2
    return chr(code), chr(code + 1)


def _counts(values: Iterator[str | None]) -> Counts:
    return tuple(sorted(Counter(value for value in values if value is not None).items()))
