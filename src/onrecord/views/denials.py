"""Which denials answer which charges: by who denies, whom it clears, and whether both are about one matter?"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from onrecord.ledger import ActorFilter, RelationFilter, StatementFilter, View
from onrecord.model.rows import ActorRow, Pair
from onrecord.model.span import Span
from onrecord.model.terms import Act, RelationKind
from onrecord.views.blame_words import DENYING, alike, folded, stems_of
from onrecord.views.denial_sides import Accused, Charge, Denial, Said
from onrecord.views.sentences import sentence
from onrecord.views.statements import speaker_words

POSSESSOR = re.compile(
    r"(?:the )?(?P<who>.+?)"
    r"(?:['’]s?\b ?|['’] | (?=(?:aides?|spokes\w+|lawyers?|attorneys?|envoys?|representatives?|campaign)\b))",
    re.IGNORECASE,
)
"""Whose an actor is called: ``Torvela's envoy``, ``Torvela aides``."""
EXCERPT = 28
"""So many words of a sentence are shown beside a charge."""
NEAR = 300
"""A denial that begins so many characters after a charge, at most, stands right after it."""
WRONGS = stems_of(
    "wrong wrongdoing guilt guilty innocent innocence charge charges allegation allegations accusation accusations"
)
"""Words of a denial of whatever somebody is charged with (``did nothing wrong``): it may answer any charge."""
WEEK = 7
OWN = "the accused, or one who speaks for them, denies something; whether this is not certain"
AFTER = "a denial right after the charge, by somebody who is not known to speak for the accused"
UNREAD = "a word of denial beside the name; not read as a denial"


Beside = tuple[tuple[Denial, ...], tuple[Denial, ...]]


class Denials:
    """All denials of a ledger, and which charges each stands beside."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._text = lru_cache(maxsize=None)(view.text)
        self._actor = lru_cache(maxsize=None)(self._actor_of)
        self._belongs = lru_cache(maxsize=None)(self._belongs_to)

    def beside(self, charges: Sequence[Charge]) -> Mapping[str, Beside]:
        """For each charge the denials that answer it, and where there is none the sentences that may."""
        made = [self._charge(charge) for charge in charges]
        answers: dict[str, list[Denial]] = {charge.id: [] for charge in charges}
        every = sorted(self._said(), key=lambda said: _order(said.denial)) if charges else []
        for said in every:
            for one, reason in self._answered(said, made):
                answers[one.charge.id].append(replace(said.denial, reason=reason))
        answering = {denial.entry for own in answers.values() for denial in own}
        idle = [said for said in every if said.denial.entry not in answering]
        bare = [one for one in made if not answers[one.charge.id]]
        perhaps = self._perhaps(bare) if bare else {}
        for one in bare:
            right_after = [replace(said.denial, entry="", reason=AFTER) for said in idle if _follows(said, one)]
            own = [
                replace(said.denial, entry="", reason=OWN)
                for said in every
                if self._may_answer(said, one, idle=said.denial.entry not in answering)
            ]
            perhaps[one.charge.id] = _once((*own, *right_after, *perhaps.get(one.charge.id, ())))
        return _Besides({c: (tuple(own), tuple(sorted(perhaps.get(c, ()), key=_order))) for c, own in answers.items()})

    def _charge(self, charge: Charge) -> Accused:
        report, row = charge.places[0].report, self._actor(charge.target_actor or "")
        stems = charge.stems - stems_of(f"{charge.source} {charge.target or ''}")
        names = row["aliases"] if row else [charge.target] if charge.target else []
        return Accused(
            charge,
            _key(charge.source_actor, charge.source, report),
            _key(charge.target_actor, charge.target, report),
            stems,
            stems.union(*(place.deed for place in charge.places)),
            re.compile(rf"\b(?:{'|'.join(map(re.escape, names)) or '(?!)'})\b"),
        )

    def _said(self) -> Iterator[Said]:
        """The relations that deny, and the statements that do and are in none of them."""
        within: set[str] = set()
        for row in self._view.relations(RelationFilter(kind=RelationKind.DENY, negated=False)):
            within.add(row["statement"] or "")
            spans = row["spans"]["cue"] or row["spans"]["source"] or row["spans"]["target"]
            denial, words = self._denial(row["id"], row["report"], row["outlet"], row["published"], row["from"], spans)
            by, to = ((row["from_actor"], row["from"]), (row["to_actor"], row["to"]))
            content = self._view.entry(row["statement"])["content_text"] if row["statement"] else [row["matter"] or ""]
            yield Said(denial, _key(*by, row["report"]), _key(*to, row["report"]), words, " ".join(content))
        for said in self._view.statements(StatementFilter(act=Act.DENY)):
            if said["id"] in within or said["negated"]:
                continue
            who, spans = speaker_words(said), said["cue"] or said["content"]
            denial, words = self._denial(said["id"], said["report"], said["outlet"], said["published"], who, spans)
            by_whom = _key(said["actor"], who, said["report"])
            yield Said(denial, by_whom, "", words, " ".join(said["content_text"]))

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

    def _answered(self, said: Said, charges: Sequence[Accused]) -> list[tuple[Accused, str]]:
        """The charges that a denial answers: those of the same matter; a bare one the last before it in its report."""
        fitting = [(one, reason) for one in charges if (reason := self._fits(said, one))]
        same = [
            (one, reason) for one, reason in fitting if alike(said.stems, one.stems) or alike(said.stems, one.deeds)
        ]
        if same or not said.bare:
            return same or self._told(said, fitting)
        before = [
            (place.span, at)
            for at, (one, _) in enumerate(fitting)
            for place in one.charge.places
            if place.report == said.denial.report and place.span.start <= said.denial.span.end
        ]
        if not before:
            return []
        one, reason = fitting[max(before)[1]]
        return [(one, f"{reason}, in the same report")]

    def _told(self, said: Said, fitting: Sequence[tuple[Accused, str]]) -> list[tuple[Accused, str]]:
        """The charge of whoever a denial is to in its report, where the two have a word that matters in common."""
        return [
            (one, f"{reason}, in the same report")
            for one, reason in fitting
            if said.to == one.maker
            and said.by == one.accused
            and said.stems & one.deeds
            and any(place.report == said.denial.report for place in one.charge.places)
        ]

    def _may_answer(self, said: Said, one: Accused, idle: bool) -> bool:
        """Whether a denial by the accused may be meant: one of all wrong, or a near one that answers nothing else."""
        here = said.denial.report in {place.report for place in one.charge.places}
        near = idle and (here or bool(said.stems & one.deeds))
        general = bool(said.stems & WRONGS) and (here or _in_days(said.denial.published, one.charge.first))
        return bool(self._fits(said, one)) and (near or general)

    def _fits(self, said: Said, one: Accused) -> str:
        """Why a denial may answer a charge; empty where it cannot."""
        first = one.charge.first
        early = first and said.denial.published and said.denial.published[:10] < first
        if not one.accused or said.by == one.maker or early:
            return ""
        if said.by == one.accused:
            return "the accused answers who accused" if said.to == one.maker else "the accused denies it"
        if self._belongs(said.by, one.accused):
            return "one who speaks for the accused denies it"
        return "another clears the accused" if said.to == one.accused else ""

    def _belongs_to(self, one: str, other: str) -> bool:
        """Whether an actor belongs to another: by the file of parties, or by whose it is called (``X's envoy``)."""
        row, owner = self._actor(one), self._actor(other)
        if row is None or owner is None:
            return False
        parties = {held["party"] for held in row["parties"]} & {held["party"] for held in owner["parties"]}
        owners = {folded(found["who"]) for words in _called(row) if (found := POSSESSOR.match(words))}
        return bool(parties) or bool(owners & {folded(name) for name in owner["aliases"]})

    def _perhaps(self, charges: Sequence[Accused]) -> dict[str, list[Denial]]:
        """Sentences with a word of denial that name the accused and share the matter, for a person to read."""
        found: dict[str, list[Denial]] = {}
        for row in self._view.reports():
            text = self._text(row["id"])
            for at in dict.fromkeys(sentence(text, Span(*match.span())) for match in DENYING.finditer(text)):
                words = at.cut(text).strip()
                stems = stems_of(DENYING.sub(" ", words))
                day, outlet = row["published"]["start"], row["outlet"] or "outlet not known"
                near = [
                    one
                    for one in charges
                    if one.names.search(words)
                    and (alike(stems, one.stems) or (stems & WRONGS and _in_days(day, one.charge.first)))
                ]
                for one in near:
                    if any((place.report, place.span) == (row["id"], at) for place in one.charge.places):
                        continue
                    made = Denial("", row["id"], outlet, day, "not known", _short(words), at, UNREAD)
                    found.setdefault(one.charge.id, []).append(made)
        return found

    def _actor_of(self, id: str) -> ActorRow | None:
        return next(iter(self._view.actors(ActorFilter(id=id))), None) if id and " " not in id else None


class _Besides(dict[str, Beside]):
    """Charges that were not asked about have nothing beside them."""

    def __missing__(self, id: str) -> Beside:
        return (), ()


def _in_days(one: str | None, other: str | None) -> bool:
    """Whether two days lie within a week of each other."""
    if not one or not other:
        return False
    return abs((date.fromisoformat(one[:10]) - date.fromisoformat(other[:10])).days) <= WEEK


def _once(denials: Sequence[Denial]) -> list[Denial]:
    """Each sentence once, by the first reason that it has."""
    return list({(one.report, one.span): one for one in reversed(denials)}.values())


def _order(denial: Denial) -> tuple[str, str, Span]:
    return denial.published or "~", denial.outlet, denial.span


def _follows(said: Said, one: Accused) -> bool:
    """Whether a denial stands right after a charge and clears or answers nobody else."""
    return (
        said.by != one.maker
        and said.to in ("", one.accused, one.maker)
        and any(
            place.report == said.denial.report and 0 <= said.denial.span.start - place.span.end <= NEAR
            for place in one.charge.places
        )
    )


def _key(actor: str | None, name: str | None, report: str) -> str:
    """What a side is held to be the same by; words that name no actor say nothing in another report."""
    return actor or (f"{report} {folded(name)}" if name else "")


def _called(row: ActorRow) -> list[str]:
    return [row["name"], *row["aliases"], *(role["words"] for role in row["roles"])]


def _short(words: str) -> str:
    """The beginning of a sentence, by words: longer names cut nothing shorter."""
    some = words.split(" ")
    return words if len(some) <= EXCERPT else " ".join(some[:EXCERPT]) + "…"
