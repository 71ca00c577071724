"""A copy group: reports that print one text, whole, cut, edited, re-headed, or inside a longer story of their own."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from onrecord.model.span import Spans


class Copied(NamedTuple):
    """That two reports share text: ``part_a`` and ``part_b`` of each are shared: 0..1, of its words outside quotes.

    ``kind`` is ``exact``, ``near`` (edited or cut), ``inside`` (the one with the greater part stands within a longer
    story) or ``passage`` (each holds the same passage within a text of its own). ``words`` are all words shared,
    ``spans_a`` and ``spans_b`` where the shared passages stand, pair by pair, the longest first.
    """

    a: str
    b: str
    kind: str
    part_a: float
    part_b: float
    words: int
    reason: str
    spans_a: Spans = ()
    spans_b: Spans = ()


class CopyText(NamedTuple):
    """What copies of a report are found by: a hash of its words, how many there are, and their fingerprints."""

    id: str
    words: int
    marks: frozenset[int]


class TextOf(NamedTuple):
    """Which words a report has that copying is judged on (the id of a ``CopyText``), and how many."""

    text: str
    report: str
    published: str | None
    words: int


class CopyPair(NamedTuple):
    """Two texts (ids of ``CopyText``, ``a < b``) that share text; see ``Copied``."""

    a: str
    b: str
    kind: str
    part_a: float
    part_b: float
    words: int
    reason: str


class Printed(NamedTuple):
    """That a report (its id) prints the text of a copy group (its id).

    ``whole``: its text is that text, edited or cut perhaps; else it holds it within a longer story. ``main``: it is
    listed under this group; a story that holds two different texts is in the groups of both and listed under one.
    """

    report: str
    group: str
    whole: bool
    main: bool


@dataclass(frozen=True, slots=True)
class CopyGroup:
    """Reports of one text; ``id`` is that of the oldest report, ``reports`` are in order of appearance.

    ``agency`` is the agency that any of them names. A report that holds the text inside a longer one of its own
    belongs to the group and is among the ``holders``.
    """

    id: str
    reports: tuple[str, ...]
    pairs: tuple[Copied, ...] = ()
    agency: str | None = None
    holders: tuple[str, ...] = ()


def independent(reports: Iterable[str], printed: Mapping[str, Collection[Printed]]) -> int:
    """How many different texts these reports are: ten copies of one text are one.

    ``printed`` has the copy groups of each report that is in any. A story that holds a copied text within one of its
    own adds nothing where that text is counted already.
    """
    single, whole, holding = 0, set(), []
    for report in sorted(set(reports)):
        groups = printed.get(report, ())
        if not groups:
            single += 1
        elif own := [p.group for p in groups if p.whole]:
            whole.update(own)
        else:
            holding.append({p.group for p in groups})
    return single + len(whole) + _apart([groups for groups in holding if not groups & whole])


def _apart(sets: list[set[str]]) -> int:
    """How many sets there are when those that share a member are one."""
    joined: list[set[str]] = []
    for one in sets:
        sharing = [other for other in joined if other & one]
        joined = [other for other in joined if not other & one]
        joined.append(one.union(*sharing))
    return len(joined)
