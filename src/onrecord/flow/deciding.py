"""What people decide about utterances: which statements report one act of saying and which do not."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from onrecord.errors import UsageError
from onrecord.flow.gathering import gather_all
from onrecord.ledger import Ledger, View
from onrecord.ledger.utterance_ruling_view import Meant
from onrecord.ledger.utterance_rulings import Held, ruled
from onrecord.model.utterance import Part, Ruled, Telling, Voice
from onrecord.resolve.utterance_decided import against, pair_of
from onrecord.resolve.utterance_tellings import Outlets, telling
from onrecord.resolve.utterances import nodes_of

NOW = "~"
"""Later than any instant: when what is being decided is decided."""


class Kept(NamedTuple):
    """The number of a decision; ``new`` is False where it was decided so already.

    ``over`` are earlier decisions of the opposite about some of the same statements, which it goes before.
    """

    number: int
    new: bool = True
    over: tuple[int, ...] = ()


def rule(ledger: Path | str, one: str, other: str, same: bool, by: str, because: str = "") -> Kept:
    """Keep that two utterances or statements (ids, or beginnings of them) report one act of saying, or do not.

    An utterance stands for all its statements. A statement of the first one, an utterance, is parted from all others
    of it. ``UsageError`` names the earlier decisions that do not let this hold, where there are any.
    """
    with Ledger.open(ledger) as opened:
        with opened.view.snapshot():
            mine, yours = sides(opened.view, one, other, same)
            held = opened.view.utterance_decisions()
            known = _known(held, mine, yours, same)
            if known is not None:
                return Kept(known, new=False)
            asked = list(ruled([Held(0, NOW, by, same, because, (mine, yours), "")]))
            over = _check(opened.view, list(ruled(held)), asked, f"{one} and {other}")
        number = opened.writer.rule_utterances(mine, yours, same, by, because)
        gather_all(opened)
    return Kept(number, over=over)


def numbered(decisions: Sequence[int]) -> str:
    """Decisions by their numbers, in words."""
    return f"decision{'s' * (len(decisions) > 1)} {', '.join(map(str, decisions))}"


def sides(view: View, one: str, other: str, same: bool) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
    """The statements that are decided on, on both sides."""
    mine = view.meant_by(one)
    if not same and mine.utterance and (member := _member(view, mine, other)):
        rest = tuple(part for part in mine.parts if part.statement != member.statement)
        return rest, (member,)
    yours = view.meant_by(other)
    if mine == yours or not any(a != b for a in mine.parts for b in yours.parts):
        raise UsageError(f"{one} and {other}: are one and the same; name another utterance or statement")
    return mine.parts, yours.parts


def _member(view: View, utterance: Meant, beginning: str) -> Part | None:
    """The statement of an utterance whose id begins so."""
    if beginning.strip().lower() != utterance.id and view.meant_by(beginning).utterance:
        return None
    first = beginning.strip().lower()
    found = [part for part in utterance.parts if part.statement.startswith(first)]
    return found[0] if len(found) == 1 else None


def _known(held: Iterable[Held], mine: Sequence[Part], yours: Sequence[Part], same: bool) -> int | None:
    """The last decision about just these statements, where it says the same."""
    asked = {frozenset(mine), frozenset(yours)}
    last = [one for one in held if {frozenset(one.sides[0]), frozenset(one.sides[1])} == asked]
    return last[-1].decision if last and last[-1].same == same else None


def _check(view: View, rulings: Sequence[Ruled], asked: Sequence[Ruled], subject: str) -> tuple[int, ...]:
    """The decisions that a new one goes before; ``UsageError`` where others together do not let it hold."""
    near = {part.statement for one in asked for part in (one.a, one.b)}
    size = 0
    while size != len(near):
        size = len(near)
        near |= {part.statement for one in rulings if _touches(one, near) for part in (one.a, one.b)}
    if numbers := against(nodes_of(_tellings(view, near))[0], [one for one in rulings if _touches(one, near)], asked):
        says = "holds them apart" if asked[0].same else "holds them together"
        says = says if len(numbers) == 1 else says.replace("holds", "hold")
        raise UsageError(f"{subject}: {numbered(numbers)} {says}; take one back first: onrecord undo {numbers[-1]}")
    pairs = {pair_of(one) for one in asked}
    return tuple(sorted({one.decision for one in rulings if one.same != asked[0].same and pair_of(one) in pairs}))


def _touches(one: Ruled, near: Iterable[str]) -> bool:
    return one.a.statement in near or one.b.statement in near


def _tellings(view: View, statements: Iterable[str]) -> list[Telling]:
    made = (
        telling(row, view.text(row["report"]), Outlets(()), Voice(row["actor"] or row["id"], ""))
        for row in view.statements_by_id(set(statements))
    )
    return sorted((one for one in made if one), key=lambda one: one.age)
