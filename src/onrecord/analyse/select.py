"""Which proposals become statements: likely enough, and not in conflict with a better one."""

from collections.abc import Sequence

from onrecord.analyse.proposals import Proposal

THRESHOLD = 0.36
NOTED = 0.22
MARGIN = 0.25


def select(found: Sequence[Proposal]) -> tuple[list[Proposal], list[tuple[Proposal, str]]]:
    """The proposals that are kept, in order, and those that are turned down with the rule that did it.

    A proposal that holds a much likelier one in its content gives way: what looked like its content is the other's
    own clause. Proposals below ``NOTED`` are no more than ordinary words and are not listed.
    """
    likely = [p for p in found if p.score >= THRESHOLD]
    beaten = {id(p) for p in likely if any(_beats(other, p) for other in likely)}
    kept = [p for p in likely if id(p) not in beaten]
    dropped = [(p, "holds-likelier") for p in likely if id(p) in beaten]
    dropped += [(p, "rare-cue") for p in found if NOTED <= p.score < THRESHOLD]
    return kept, dropped


def _beats(other: Proposal, one: Proposal) -> bool:
    """Whether ``other`` stands in the content of ``one`` and is likelier by a margin."""
    if other is one or other.home != one.home or other.score <= one.score + MARGIN:
        return False
    return any(first <= other.frame.head <= last for first, last in one.frame.content)
