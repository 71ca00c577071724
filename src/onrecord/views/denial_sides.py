"""A denial and a charge, each with its two sides and the words that matter in it."""

import re
from dataclasses import dataclass
from typing import Protocol

from onrecord.model.span import Span
from onrecord.views.blame_words import DENYING, Words, stems_of

GENERAL = stems_of(
    "accusation accusations allegation allegations assertion charge charges claim claims report reports reporting"
    " rumour rumours suggestion suggestions idea notion wrongdoing responsibility involvement role part blame fault"
    " guilt remark remarks absurd baseless groundless unfounded false untrue lie lies nonsense fabrication slander"
    " any always ever categorically flatly strongly vehemently repeatedly"
)
"""Words of a denial that say nothing of what it denies: such a denial answers the charge before it."""


@dataclass(frozen=True, slots=True)
class Denial:
    """One denial beside a charge; ``entry`` is the relation or statement that it is, empty for a mere sentence.

    ``words`` are cut from the report, ``reason`` says why it stands there.
    """

    entry: str
    report: str
    outlet: str
    published: str | None
    speaker: str
    words: str
    span: Span
    reason: str


@dataclass(frozen=True, slots=True)
class Said:
    """A denial with its two sides: who denies, and the party that is cleared or answered."""

    denial: Denial
    by: str
    to: str
    stems: frozenset[str]
    content: str

    @property
    def bare(self) -> bool:
        """Whether it names no matter of its own (``denied it``, ``rejected the accusation``)."""
        return not stems_of(DENYING.sub(" ", self.content), (self.denial.speaker,)) - GENERAL


class Charge(Protocol):
    """What a denial may answer; ``onrecord.views.blame.Edge`` is one."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def source(self) -> str:
        """Who makes it."""

    @property
    def source_actor(self) -> str | None:
        """The actor that is."""

    @property
    def target(self) -> str | None:
        """Against whom."""

    @property
    def target_actor(self) -> str | None:
        """The actor that is."""

    @property
    def first(self) -> str | None:
        """The day of its first report."""

    @property
    def stems(self) -> frozenset[str]:
        """The words in it that matter."""

    @property
    def places(self) -> tuple[Words, ...]:
        """The sentences that it stands in."""


@dataclass(frozen=True, slots=True)
class Accused:
    """A charge with its two sides, the words that matter in it but for their names, with the deed, and the accused."""

    charge: Charge
    maker: str
    accused: str
    stems: frozenset[str]
    deeds: frozenset[str]
    names: re.Pattern[str]
