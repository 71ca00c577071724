"""Which denials answer which charges: by who denies, whom it clears, and whether both are about one matter?"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Protocol

from onrecord.ledger import ActorFilter, RelationFilter, StatementFilter, View
from onrecord.model.rows import ActorRow, Pair
from onrecord.model.span import Span
from onrecord.model.terms import Act, RelationKind
from onrecord.views.blame_words import DENYING, Words, alike, folded, stems_of
from onrecord.views.sentences import sentence
from onrecord.views.statements import speaker_words

POSSESSOR = re.compile(r"(?:the )?(?P<who>.+?)['’](?:s\b)? \w", re.IGNORECASE)
EXCERPT = 160
NEAR = 300
"""A denial that begins so many characters after a charge, at most, stands right after it."""
AFTER = "a denial right after the charge, by somebody who is not known to speak for the accused"
UNREAD = "a word of denial beside the name; not read as a denial"


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
class _Said:
    """A denial with its two sides: who denies, and the party that is cleared or answered."""

    denial: Denial
    by: str
    to: str
    stems: frozenset[str]


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


Beside = tuple[tuple[Denial, ...], tuple[Denial, ...]]


class Denials:
    """All denials of a ledger, and which charges each stands beside."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._text = lru_cache(maxsize=None)(view.text)
        self._actor = lru_cache(maxsize=None)(self._actor_of)

    def beside(self, charges: Sequence[Charge]) -> Mapping[str, Beside]:
        """For each charge the denials that answer it, and where there is none the sentences that may."""
        answers: dict[str, list[Denial]] = {charge.id: [] for charge in charges}
        every = sorted(self._said(), key=lambda said: _order(said.denial)) if charges else []
        for said in every:
            for charge, reason in self._answered(said, charges):
                answers[charge.id].append(replace(said.denial, reason=reason))
        answering = {denial.entry for own in answers.values() for denial in own}
        idle = [said for said in every if said.denial.entry not in answering]
        bare = [charge for charge in charges if not answers[charge.id]]
        perhaps = self._perhaps(bare) if bare else {}
        for charge in bare:
            right_after = [replace(said.denial, entry="", reason=AFTER) for said in idle if _follows(said, charge)]
            perhaps[charge.id] = [*right_after, *perhaps.get(charge.id, ())]
        return _Besides({c: (tuple(own), tuple(sorted(perhaps.get(c, ()), key=_order))) for c, own in answers.items()})

    def _said(self) -> Iterator[_Said]:
        """The relations that deny, and the statements that do and are in none of them."""
        within: set[str] = set()
        for row in self._view.relations(RelationFilter(kind=RelationKind.DENY, negated=False)):
            within.add(row["statement"] or "")
            spans = row["spans"]["cue"] or row["spans"]["source"] or row["spans"]["target"]
            denial, words = self._denial(row["id"], row["report"], row["outlet"], row["published"], row["from"], spans)
            by, to = ((row["from_actor"], row["from"]), (row["to_actor"], row["to"]))
            yield _Said(denial, _key(*by, row["report"]), _key(*to, row["report"]), words)
        for said in self._view.statements(StatementFilter(act=Act.DENY)):
            if said["id"] in within or said["negated"]:
                continue
            who, spans = speaker_words(said), said["cue"] or said["content"]
            denial, words = self._denial(said["id"], said["report"], said["outlet"], said["published"], who, spans)
            yield _Said(denial, _key(said["actor"], who, said["report"]), "", words)

    def _denial(
        self, id: str, report: str, outlet: str | None, published: str | None, who: str | None, spans: list[Pair]
    ) -> tuple[Denial, frozenset[str]]:
        text = self._text(report)
        at = sentence(text, Span(*spans[0]))
        words = at.cut(text).strip()
        made = Denial(
            id, report, outlet or "outlet not known", published, who or "somebody not named", _short(words), at, ""
        )
        return made, stems_of(DENYING.sub(" ", words), (who,))

    def _answered(self, said: _Said, charges: Sequence[Charge]) -> list[tuple[Charge, str]]:
        """The charges that a denial answers: those of the same matter, else the last one before it in its report."""
        fitting = [(charge, reason) for charge in charges if (reason := self._fits(said, charge))]
        same = [(charge, reason) for charge, reason in fitting if alike(said.stems, charge.stems - _names(charge))]
        if same:
            return same
        before = [
            (place.span, charge, reason)
            for charge, reason in fitting
            for place in charge.places
            if place.report == said.denial.report and place.span.start <= said.denial.span.end
        ]
        if not before:
            return []
        _, charge, reason = max(before, key=lambda one: one[0])
        return [(charge, f"{reason}, in the same report")]

    def _fits(self, said: _Said, charge: Charge) -> str:
        """Why a denial may answer a charge; empty where it cannot."""
        report = charge.places[0].report
        accused, maker = (
            _key(charge.target_actor, charge.target, report),
            _key(charge.source_actor, charge.source, report),
        )
        early = charge.first and said.denial.published and said.denial.published[:10] < charge.first
        if not accused or said.by == maker or early:
            return ""
        if said.by == accused:
            return "the accused answers who accused" if said.to == maker else "the accused denies it"
        if self._belongs(said.by, charge):
            return "one who speaks for the accused denies it"
        return "another clears the accused" if said.to == accused else ""

    def _belongs(self, actor: str, charge: Charge) -> bool:
        """Whether an actor belongs to the accused: by the file of parties, or by whose it is called (``X's envoy``)."""
        row, accused = self._actor(actor), self._actor(charge.target_actor or "")
        if row is None or accused is None:
            return False
        parties = {one["party"] for one in row["parties"]} & {one["party"] for one in accused["parties"]}
        owners = {folded(found["who"]) for words in _called(row) if (found := POSSESSOR.match(words))}
        return bool(parties) or bool(owners & {folded(name) for name in accused["aliases"]})

    def _perhaps(self, charges: Sequence[Charge]) -> dict[str, list[Denial]]:
        """Sentences with a word of denial that name the accused and share the matter, for a person to read."""
        names = {c.id: re.compile(rf"\b(?:{'|'.join(map(re.escape, self._names(c))) or '(?!)'})\b") for c in charges}
        found: dict[str, list[Denial]] = {}
        for row in self._view.reports():
            text = self._text(row["id"])
            for at in dict.fromkeys(sentence(text, Span(*match.span())) for match in DENYING.finditer(text)):
                words = at.cut(text).strip()
                stems = stems_of(DENYING.sub(" ", words))
                near = [c for c in charges if alike(stems, c.stems - _names(c)) and names[c.id].search(words)]
                near = [c for c in near if all((p.report, p.span) != (row["id"], at) for p in c.places)]
                for charge in near:
                    day, outlet = row["published"]["start"], row["outlet"] or "outlet not known"
                    made = Denial("", row["id"], outlet, day, "not known", _short(words), at, UNREAD)
                    found.setdefault(charge.id, []).append(made)
        return found

    def _names(self, charge: Charge) -> list[str]:
        row = self._actor(charge.target_actor or "")
        return row["aliases"] if row else [charge.target] if charge.target else []

    def _actor_of(self, id: str) -> ActorRow | None:
        return next(iter(self._view.actors(ActorFilter(id=id))), None) if id else None


class _Besides(dict[str, Beside]):
    """Charges that were not asked about have nothing beside them."""

    def __missing__(self, id: str) -> Beside:
        return (), ()


def _order(denial: Denial) -> tuple[str, str, Span]:
    return denial.published or "~", denial.outlet, denial.span


def _follows(said: _Said, charge: Charge) -> bool:
    maker = _key(charge.source_actor, charge.source, said.denial.report)
    return said.by != maker and any(
        place.report == said.denial.report and 0 <= said.denial.span.start - place.span.end <= NEAR
        for place in charge.places
    )


def _key(actor: str | None, name: str | None, report: str) -> str:
    """What a side is held to be the same by; words that name no actor say nothing in another report."""
    return actor or (f"{report} {folded(name)}" if name else "")


def _called(row: ActorRow) -> list[str]:
    return [row["name"], *row["aliases"], *(role["words"] for role in row["roles"])]


def _names(charge: Charge) -> frozenset[str]:
    return stems_of(f"{charge.source} {charge.target or ''}")


def _short(words: str) -> str:
    return words if len(words) <= EXCERPT else words[: EXCERPT - 1].rsplit(" ", 1)[0] + "…"
