"""The rows that ``onrecord wording`` and ``conflicts`` print; ``model/rows.py`` says what holds of all rows."""

from typing import TypedDict

from onrecord.model.entry_rows import Pair


class PlaceRow(TypedDict):
    """Where one use of words stands."""

    id: str
    report: str
    spans: list[Pair]


class ChoiceRow(TypedDict):
    """One choice of words for one subject by one outlet in one voice, and what its count is out of.

    ``id``, ``report``, ``origin``, ``band`` and ``spans`` are those of the first use.
    """

    id: str
    report: str
    origin: str
    outlet: str | None
    band: str
    subject: str
    actor: str | None
    sort: str
    label: str
    voice: str
    count: int
    of: int
    of_what: str
    reports: int
    texts: int
    exact: list[str]
    uses: list[PlaceRow]
    spans: dict[str, list[Pair]]


class UseRow(TypedDict):
    """One use of words with what stands around it, cut from its report."""

    id: str
    report: str
    origin: str
    outlet: str | None
    published: str | None
    band: str
    subject: str
    sort: str
    label: str
    voice: str
    before: str
    exact: str
    after: str
    spans: dict[str, list[Pair]]


class SideRow(TypedDict):
    """One side of a conflict; ``entry`` is None where it is only a place."""

    entry: str | None
    report: str
    origin: str | None
    outlet: str | None
    published: str | None
    who: str
    words: str
    spans: list[Pair]
    band: str


class ConflictRow(TypedDict):
    """Two places side by side, the older first; report, origin, outlet and spans are of that, band is the weaker."""

    id: str
    kind: str
    report: str
    origin: str | None
    outlet: str | None
    band: str
    reason: str
    a: SideRow
    b: SideRow
    spans: dict[str, list[Pair]]
