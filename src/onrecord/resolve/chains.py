"""From the mentions of one report to its chains, so that resolving across reports reads no text twice."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from onrecord.model.actor import Chain, Wording
from onrecord.model.mention import Mention
from onrecord.model.span import Span
from onrecord.model.statement import Statement
from onrecord.model.terms import ActorType, Form, ZoneKind
from onrecord.resolve.forms import body
from onrecord.resolve.states import country, state
from onrecord.resolve.words import folded, words

GUESSED = {
    "a name with an article",
    "a name of several words without article",
    "stands behind a word of place",
    "an adjective of the same stem",
    "a region in the gazetteer",
}
"""Grounds of a type (``Mention.features``) that another report may well contradict; all others are sure."""

NOT_ITS_NAME = {"headline", "adjective"}
"""Rules by which a printed name is another's: run into other words, or an adjective that a report makes of it."""

SETTING = 3
"""So many states at most, the most mentioned ones, make the setting of a report."""


class Header(NamedTuple):
    """What a chain keeps of its report: its id, who publishes it, and the first day or instant it may be from."""

    report: str
    outlet: str | None
    published: str | None


def chains(
    header: Header, text: str, mentions: Sequence[Mention], statements: Sequence[Statement]
) -> tuple[Chain, ...]:
    """One chain for every ``Mention.chain``, in the order of the text.

    The feature ``setting`` names the states that the report speaks of most; it is kept only with bodies whose name
    leaves open which state's they are. ``type: guess`` says that the type is no more than that.
    """
    groups: defaultdict[str, list[Mention]] = defaultdict(list)
    for mention in sorted(mentions, key=lambda m: (m.span, m.id)):
        groups[mention.chain].append(mention)
    spoken = Counter(statement.speaker_chain for statement in statements if statement.speaker_chain)
    made = [_chain(header, text, name, group, spoken[name]) for name, group in groups.items()]
    setting = _setting(made, mentions)
    return tuple(sorted((_placed(chain, setting) for chain in made), key=lambda chain: (chain.position, chain.id)))


def _chain(header: Header, text: str, name: str, group: Sequence[Mention], statements: int) -> Chain:
    return Chain(
        name,
        header.report,
        header.outlet,
        header.published,
        group[0].span.start,
        _commonest(mention.type for mention in group),
        next((mention.name for mention in group if mention.name), None),
        _wordings(text, (m.span for m in group if m.form is Form.NAME and m.rule != "headline")),
        _wordings(text, (span for m in group for span in m.title)),
        _wordings(text, (m.span for m in group if m.form is Form.NOMINAL)),
        _agreed(mention.gender for mention in group),
        _agreed(mention.number for mention in group),
        len(group),
        sum(mention.zone is ZoneKind.HEADLINE for mention in group),
        statements,
        (("type", "guess"),) if _guessed(group) else (),
    )


def _guessed(group: Sequence[Mention]) -> bool:
    """Whether no mention gives sure grounds for the type."""
    grounds = {dict(mention.features).get("type", "") for mention in group if mention.type}
    return bool(grounds) and grounds <= GUESSED


def _wordings(text: str, spans: Iterable[Span]) -> tuple[Wording, ...]:
    """The distinct words of the spans, the most frequent first, each with where it first stands."""
    first: dict[str, Span] = {}
    times: Counter[str] = Counter()
    for span in spans:
        words = span.cut(text)
        first.setdefault(words, span)
        times[words] += 1
    return tuple(Wording(words, first[words], times[words]) for words in sorted(first, key=lambda w: (-times[w], w)))


def _commonest(types: Iterable[ActorType | None]) -> ActorType | None:
    """The type that most mentions have, of those that have one; the earlier in the closed list of equals."""
    times = Counter(kind for kind in types if kind)
    return max(ActorType, key=lambda kind: times[kind]) if times else None


def _agreed(values: Iterable[str]) -> str:
    known = {value for value in values if value}
    return next(iter(known)) if len(known) == 1 else ""


def _setting(made: Sequence[Chain], mentions: Sequence[Mention]) -> str:
    """The states that a report names most, by code or by name, in the order of the alphabet; a region is its state."""
    times = Counter(region for mention in mentions if (region := dict(mention.features).get("region")))
    for chain in made:
        if chain.name and chain.type in (ActorType.STATE, ActorType.PLACE, None):
            found = state(chain.name)
            if not found and country(words(chain.name))[1] == len(words(chain.name)):
                continue  # an adjective alone: what is Norwegian in a report need not have happened there
            if found or chain.type is ActorType.STATE:
                times[found.iso if found else folded(chain.name).replace(" ", "-")] += chain.mentions
    return " ".join(sorted(sorted(times, key=lambda name: (-times[name], name))[:SETTING]))


def _placed(chain: Chain, setting: str) -> Chain:
    """The chain with its report's setting where its name could be that of any state's body."""
    open_ended = chain.type is not ActorType.PERSON and any(body(wording.words).is_office for wording in chain.names)
    if not setting or not open_ended:
        return chain
    return replace(chain, features=(*chain.features, ("setting", setting)))
