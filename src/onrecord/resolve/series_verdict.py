"""How surely two figures count one quantity on one occasion, and why; in doubt a person is asked."""

from collections.abc import Callable
from datetime import date

from onrecord.model.series import Seen
from onrecord.resolve.series_read import Reading
from onrecord.resolve.verdict import ASK, NOTHING, Verdict

TELLING = 13
"""From here on a number is seldom met twice by chance in reports of a few weeks; below it every toll repeats."""

MEASURES = frozenset({"hour", "day", "week", "month", "year", "minute", "second", "%"})
SOON, LATE = 3, 90
COPIED = 0.8
DOUBTED = 0.7
"""What a score comes down to where a group or a year is named on one side only: enough to ask, never to join."""

Rule = Callable[[Reading, Reading], Verdict]


def verdict(a: Reading, b: Reading) -> Verdict:
    """Whether two figures belong to one series; the same for ``(a, b)`` and ``(b, a)``."""
    if a.quantity != b.quantity or a.new != b.new or _apart(a, b):
        return NOTHING
    if copied(a, b):
        return Verdict(0.95, "the same number in the same sentence")
    rule = _within if a.seen.report == b.seen.report else _deeds if a.deed else _things
    found = rule(a, b)
    if found.score > DOUBTED and a.group != b.group:
        return Verdict(DOUBTED, f"{found.reason}; only one of them says of which group")
    if found.score > DOUBTED and a.years != b.years and _differ(a, b):
        return Verdict(DOUBTED, f"{found.reason}; only one of them names a year")
    return found


def alike(a: Seen, b: Seen) -> bool:
    """Whether two figures are the same number, with hedge or without."""
    if a.value is None or b.value is None:
        return (a.minimum, a.maximum) == (b.minimum, b.maximum)
    return a.value == b.value


def compatible(a: Seen, b: Seen) -> bool:
    """Whether both figures can hold of one day: equal, or within the other's bounds."""
    if alike(a, b) or "about" in (a.hedge, b.hedge):
        return True
    (low, high), (least, most) = _bounds(a), _bounds(b)
    return low <= most and least <= high


def days_apart(a: Seen, b: Seen) -> int | None:
    """Days between the days of publication; None where one is not known."""
    if a.day is None or b.day is None:
        return None
    return abs((date.fromisoformat(a.day) - date.fromisoformat(b.day)).days)


def copied(a: Reading, b: Reading) -> bool:
    """Whether both stand in one sentence that two reports print alike."""
    if a.seen.report == b.seen.report or not alike(a.seen, b.seen) or min(len(a.sentence), len(b.sentence)) < 6:
        return False
    return len(a.sentence & b.sentence) >= COPIED * len(a.sentence | b.sentence)


def _bounds(seen: Seen) -> tuple[float, float]:
    low = seen.minimum if seen.minimum is not None else float("-inf") if seen.maximum is not None else seen.value
    high = seen.maximum if seen.maximum is not None else float("inf") if seen.minimum is not None else seen.value
    return (float("-inf") if low is None else low), (float("inf") if high is None else high)


def _apart(a: Reading, b: Reading) -> bool:
    """Whether something says that these are two: other groups, other events, other ships, a year each."""
    return bool(
        (a.group and b.group and a.group != b.group)
        or (a.occasions and b.occasions and a.occasions.isdisjoint(b.occasions))
        or (a.vessels and b.vessels and a.vessels.isdisjoint(b.vessels))
        or (a.years and b.years and a.years.isdisjoint(b.years))
    )


def _differ(a: Reading, b: Reading) -> bool:
    return not (a.vessels & b.vessels)


def _within(a: Reading, b: Reading) -> Verdict:
    """Two figures of one report."""
    other = bool(a.places and b.places and not a.places & b.places)
    shared = len(a.content & b.content)
    if alike(a.seen, b.seen) and not other:
        if a.deed and ((a.seen.value or 0) >= TELLING or shared >= 2):
            return Verdict(0.9, "one report gives the same number of them twice")
        if (a.seen.value or 0) >= 5 and (shared >= 2 or (a.giver and a.giver == b.giver)):
            return Verdict(0.85, "one report gives the same number of the same things twice")
        return Verdict(0.6, "the same number and noun twice in one report") if shared else NOTHING
    if a.deed and not other and a.giver != b.giver and _bare(a, b):
        return Verdict(0.6, "one report gives two numbers by two givers and names one occasion")
    return NOTHING


def _bare(a: Reading, b: Reading) -> bool:
    """Whether one of the sentences names no occasion of its own, or both name the same."""
    if not (a.occasions | a.vessels | a.places) or not (b.occasions | b.vessels | b.places):
        return True
    return bool(a.occasions & b.occasions or a.vessels & b.vessels)


def _deeds(a: Reading, b: Reading) -> Verdict:
    """Tolls of two reports: people killed, injured, missing … on an occasion."""
    gap = days_apart(a.seen, b.seen)
    equal = alike(a.seen, b.seen)
    if vessels := a.vessels & b.vessels:
        name = min(vessels)
        if gap is None or gap <= LATE or equal:
            return Verdict(0.95 if equal else 0.85, f"both say that it was {name}")
        return Verdict(DOUBTED, f"both say that it was {name}, {gap} days apart")
    places = a.places & b.places
    event = a.occasions & b.occasions or a.things & b.things
    elsewhere = bool(a.places and b.places and not places)
    told = (a.vessels & b.around) | (b.vessels & a.around)
    near = told or ((a.around & b.around) if equal else frozenset())
    soon = gap is not None and gap <= SOON
    same = f"the same number of {a.quantity[0]}"
    if equal and not elsewhere:
        if places and (event or soon) and (a.seen.hedge == b.seen.hedge or event):
            return Verdict(0.88, f"{same} in {min(places)}{_of(event)}")
        if event and soon and (near or places):
            return Verdict(0.84, f"{same}{_of(event)}, printed within {SOON} days; both reports name {min(near)}")
        if told and (a.seen.value or 0) >= TELLING:
            return Verdict(0.82, f"{same}; {min(told)} stands in one sentence and near the other")
        if (a.seen.value or 0) >= TELLING and a.lasting & b.lasting:
            return Verdict(0.8, f"{same}; both reports speak of {min(a.lasting & b.lasting)}")
    if equal and (event or near):
        return Verdict(0.6, f"{same}; whether on one occasion is not clear")
    if places and event and a.days & b.days and soon:
        return Verdict(0.8, f"both say {min(a.days & b.days)}, {min(places)}{_of(event)}")
    if (event and not elsewhere and (places or told) and (gap is None or gap <= LATE)) or (told and soon):
        return Verdict(0.6, f"other numbers of {a.quantity[0]}{_of(event)}, {min(places or told or {'near by'})}")
    if event and soon and not elsewhere and a.around & b.around:
        return Verdict(ASK, f"other numbers of {a.quantity[0]}{_of(event)}")
    if a.lasting & b.lasting and _unsaid(a, b) and (gap is None or gap <= LATE):
        return Verdict(ASK, f"other numbers of {a.quantity[0]}; both reports speak of {min(a.lasting & b.lasting)}")
    return NOTHING


def _unsaid(a: Reading, b: Reading) -> bool:
    """Whether one figure, no small one, names its ship or storm, and the other no occasion at all."""
    named, bare = (a, b) if a.vessels else (b, a)
    telling = min(a.seen.value or 0, b.seen.value or 0) >= TELLING
    return bool(named.vessels) and not (bare.occasions or bare.vessels) and telling and a.group == b.group


def _of(event: frozenset[str]) -> str:
    return f" ({', '.join(sorted(event))})" if event else ""


def _things(a: Reading, b: Reading) -> Verdict:
    """Other counts, sums and lengths of two reports: the number and the words must agree."""
    shared = sorted(a.content & b.content)
    names = a.around & b.around
    gap = days_apart(a.seen, b.seen)
    if not shared or not a.quantity[0]:
        return NOTHING
    words = ", ".join(shared[:4])
    if not alike(a.seen, b.seen):
        if a.giver and a.giver == b.giver and len(shared) >= 3 and a.quantity[0] not in MEASURES:
            return Verdict(0.55, f"other numbers by the same giver, who speaks of {words}")
        return NOTHING
    telling = (a.seen.value or 0) >= TELLING and a.seen.value != 100
    if len(shared) >= 4 or (len(shared) >= 3 and names and telling):
        return Verdict(0.85, f"the same number, and both speak of {words}")
    if len(shared) >= 2 and names and telling and (gap is None or gap <= LATE):
        return Verdict(0.8, f"the same number, and both speak of {words} and name {min(names)}")
    enough = telling or len(shared) >= 2 or (names and a.quantity[0] not in MEASURES)
    return Verdict(0.55, f"the same number, and both speak of {words}") if enough else NOTHING
