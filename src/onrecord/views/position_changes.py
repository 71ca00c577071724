"""Where one side said two things that do not go together, and where two sides want or will not have the same?

Both are pairs for a person to judge, with the words of both: no verdict.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from onrecord.analyse.position_words import position_words
from onrecord.engine.parse import lemma
from onrecord.model.actor import Proposal
from onrecord.model.rows import PositionPairRow
from onrecord.views.blame_words import stems_of
from onrecord.views.positions import Held, alike

WANTING = {"demand", "offer", "accept"}
REFUSING = {"refuse"}
GIVING, WITHHOLDING = {"offer", "accept"}, {"refuse", "red-line"}
TOPIC = 0.3
"""The score of a pair that has a topic in common and no words: below all that share words."""

LEAST = 0.5
"""Of the words that matter in the shorter of two, so many are shared where they are of one thing."""

GENERAL = stems_of(
    "bill bills legislation law laws act measure measures proposal proposals plan plans deal deals rule rules "
    "vote votes amendment amendments information move change changes agreement agreements request demand "
    "offer offers option options step approach resolution resolutions people country kids children others "
    "effort action talks process issue program programs policy policies way part year years time help work "
    "states government "
)
"""What measures of any kind are called: two positions that share nothing else are of two bills, not of one."""
STOPPING = {"stop", "end", "ban", "bar", "prevent", "halt", "prohibit", "repeal", "kill", "defeat", "abolish", "scrap",
            "cancel", "pause", "delay", "postpone", "overturn", "withhold", "remove"}  # fmt: skip
NOT = {"not", "n’t", "n't", "never", "no", "oppose", "shouldn't", "shouldn’t"}
FIRST = 6
"""Among so many words at the beginning of what is wanted a negation turns it."""


def changes(held: Sequence[Held]) -> list[Proposal]:
    """Pairs of one side's positions that do not go together, or whose condition is another; the likeliest first."""
    sides: dict[str, list[Held]] = {}
    for one in held:
        sides.setdefault(one.side, []).append(one)
    found = [made for some in sides.values() for pair in combinations(some, 2) if (made := _change(*_in_order(*pair)))]
    return sorted(found, key=lambda p: (-p.score, p.a, p.b))


def change_lines(held: Sequence[Held], proposals: Iterable[Proposal]) -> Iterator[PositionPairRow]:
    """Every pair as programs read it: both positions with their words, days and spans."""
    by_id = {one.id: one for one in held}
    for proposal in proposals:
        one, other = by_id[proposal.a], by_id[proposal.b]
        yield _pair(one, other, proposal.kind, proposal.reason, proposal.score)


def agreements(held: Sequence[Held]) -> Iterator[PositionPairRow]:
    """Pairs of two sides' positions on one thing: both want it, both refuse it, or one refuses what the other wants."""
    for pair in combinations(held, 2):
        one, other = _in_order(*pair)
        if one.side == other.side or not _one_thing(one, other):
            continue
        kinds = ["wants" if k in WANTING else "refuses" if k in REFUSING else "" for k in (one.kind, other.kind)]
        if all(kinds):
            how = f"one {one.kind}s, the other {other.kind}s" if one.kind != other.kind else f"both {one.kind}"
            kind = "agree" if _leaning(one) == _leaning(other) else "disagree"
            yield _pair(one, other, kind, f"{how}: {_shared(one, other)}", _score(one, other))


def _change(one: Held, other: Held) -> Proposal | None:
    """What two positions of one side make, the earlier one first."""
    if not _one_thing(one, other):
        return _on_a_topic(one, other)
    turned = {_leaning(one), _leaning(other)} == {True, False}
    eased = "red-line" in (one.kind, other.kind) and {one.kind, other.kind} & {"accept", "offer"}
    if turned or eased:
        when = "on one day" if one.first == other.first else "later"
        reason = f"{one.kind} first, {other.kind} {when}, both of: {_shared(one, other)}"
        return Proposal("position", one.id, other.id, _score(one, other), reason)
    told = one.condition and other.condition
    if told and one.kind == other.kind and not _same_condition(one, other):
        reason = f"the condition is another: {one.condition or 'none'} / {other.condition or 'none'}"
        return Proposal("position", one.id, other.id, round(_score(one, other) / 2, 2), reason)
    return None


def _on_a_topic(one: Held, other: Held) -> Proposal | None:
    """What was refused on a topic of the user's and is offered or accepted on another day, or the other way round."""
    shared = [topic for topic in one.about if topic in other.about]
    kinds = {one.kind, other.kind}
    turned = bool(kinds & GIVING) and bool(kinds & WITHHOLDING)
    if not shared or not turned or one.first == other.first or not (one.first and other.first):
        return None
    reason = f"{one.kind} first, {other.kind} later, both on: {', '.join(shared)}"
    return Proposal("position", one.id, other.id, TOPIC, reason)


def _leaning(one: Held) -> bool | None:
    """Whether something is to be (or not to be: False); ``to oppose the bill`` is wanted by who is against the bill."""
    if one.kind not in WANTING | REFUSING:
        return None
    first = [word.strip("“”\"'‘’,.").lower() for word in one.wanted.split()]
    words = position_words()
    deed = lemma(first[1], "verb") if first[:1] == ["to"] and len(first) > 1 else ""
    undone = deed in STOPPING or words.among(deed, "deeds opposing")
    undone |= one.kind in WANTING and bool(NOT & set(first[:FIRST]))
    return (one.kind in WANTING) != undone


def _same_condition(one: Held, other: Held) -> bool:
    return alike(stems_of(one.condition), stems_of(other.condition))


def _one_thing(one: Held, other: Held) -> bool:
    """Whether two are of one thing: two words in common at the least, half of the shorter's, or its only one.

    One of them must be more than what any measure is called.
    """
    shared, fewer = one.stems & other.stems, min(len(one.stems), len(other.stems))
    return len(shared) >= LEAST * fewer and len(shared) >= min(2, fewer) > 0 and bool(shared - GENERAL)


def _score(one: Held, other: Held) -> float:
    """The share of words in common, in 0..1."""
    return round(len(one.stems & other.stems) / max(1, min(len(one.stems), len(other.stems))), 2)


def _shared(one: Held, other: Held) -> str:
    """The words of the earlier one that the other has in some form."""
    return ", ".join(dict.fromkeys(word for word in one.wanted.split() if stems_of(word) & other.stems))


def _in_order(one: Held, other: Held) -> tuple[Held, Held]:
    return (one, other) if (one.first or "~", one.id) <= (other.first or "~", other.id) else (other, one)


def _pair(one: Held, other: Held, kind: str, reason: str, score: float) -> PositionPairRow:
    a, b = one.rows[0], other.rows[0]
    return {
        "id": f"{one.id}+{other.id}",
        "report": a["report"],
        "origin": a["origin"],
        "band": "unsure",
        "spans": a["spans"],
        "kind": kind,
        "a": one.id,
        "b": other.id,
        "a_side": one.side,
        "b_side": other.side,
        "a_kind": one.kind,
        "b_kind": other.kind,
        "a_wanted": one.wanted,
        "b_wanted": other.wanted,
        "a_condition": one.condition or None,
        "b_condition": other.condition or None,
        "a_day": one.first or None,
        "b_day": other.first or None,
        "a_outlets": list(one.outlets),
        "b_outlets": list(other.outlets),
        "b_report": b["report"],
        "b_origin": b["origin"],
        "b_spans": b["spans"],
        "topics": sorted({*one.topics, *other.topics}),
        "score": score,
        "reason": reason,
    }
