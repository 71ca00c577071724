"""What comparing two forms comes to, and the two thresholds between which a person is asked."""

from typing import NamedTuple

JOIN = 0.8
ASK = 0.5


class Verdict(NamedTuple):
    """How surely two forms name one actor, in 0..1, with the reason as a plain clause.

    ``apart`` says that they cannot be one. ``short`` says that the one is a short form that others may share too.
    ``related`` says that they are two that belong together.
    """

    score: float
    reason: str
    apart: bool = False
    short: bool = False
    related: bool = False

    @property
    def joins(self) -> bool:
        """Whether it is enough to join them."""
        return self.score >= JOIN and not self.apart

    @property
    def asks(self) -> bool:
        """Whether it is enough to ask a person."""
        return self.score >= ASK


NOTHING = Verdict(0.0, "")
