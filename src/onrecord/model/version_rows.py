"""What changed between two versions of one address, as other programs read it."""

from typing import TypedDict

from onrecord.model.rows import Pair


class VersionSideRow(TypedDict):
    """The words of one version; None where it has none, and without a span in the body where it is a headline."""

    report: str
    origin: str
    published: str | None
    words: str | None
    sentence: str | None
    spans: list[Pair]


class VersionChangeRow(TypedDict):
    """One change between a version and the next one of the same address and outlet.

    ``report``, ``origin``, ``outlet`` and ``spans`` are of the later one; ``band`` is ``likely``, ``unsure`` where
    which of the two is the later one is not known.
    """

    id: str
    report: str
    origin: str
    outlet: str | None
    band: str
    url: str
    kind: str
    reason: str
    a: VersionSideRow
    b: VersionSideRow
    spans: dict[str, list[Pair]]
