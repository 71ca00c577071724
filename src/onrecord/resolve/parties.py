"""Reading a user's file of parties (TOML), and checking it: by itself, and against what the reports say.

Every message names the file and the next step.
"""

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations
from typing import Any, NamedTuple

from onrecord.errors import Malformed
from onrecord.model.actor import Chain
from onrecord.model.party import ALWAYS, Alias, Member, Parties, Party, Term
from onrecord.model.terms import ActorType
from onrecord.resolve.words import folded, words

PARTY_KEYS = ("name", "type", "aliases", "metonyms", "members", "spokespeople", "ids", "note")
MEMBER_KEYS = ("name", "titles", "aliases", "from", "until", "ids")
ALIAS_KEYS = ("words", "from", "until")


class Fault(NamedTuple):
    """One thing that is wrong with a file: where and what, and what to do about it."""

    reason: str
    remedy: str


def read(text: str, subject: str) -> Parties:
    """The parties of a file; ``Malformed`` with everything that is wrong with it, one fault a line."""
    found: list[Fault] = []
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise Malformed(subject, f"not TOML ({error})", "mend that line") from error
    _known(table, ("party",), "the file", found)
    rows = _tables(table, "party", "the file", found)
    if not rows and not found:
        found.append(Fault("no party in it", "begin one with [[party]] and name = …"))
    parties = Parties(subject, tuple(_party(row, number, found) for number, row in enumerate(rows, start=1)))
    found += _claimed_twice(parties)
    if found:
        raise Malformed(subject, found[0].reason, _lines(subject, found))
    return parties


def faults(parties: Parties, chains: Iterable[Chain]) -> tuple[str, ...]:
    """What a person should look at although the file can be used: names that no report has, offices held by two."""
    seen = {words(wording.words) for chain in chains for wording in (*chain.names, *chain.nominals)}
    found = []
    for name, _, party, member in parties.names():
        if words(name) not in seen:
            whose = f"{member.name} of {party.name}" if member else party.name
            what = f"{name} ({whose})" if name != whose else name
            found.append(f"{parties.subject}: {what} does not occur in the reports; check its spelling or leave it")
    for party in parties.parties:
        found += [
            f"{parties.subject}: {metonym.words} (for {party.name}) does not occur in the reports; "
            "check its spelling or leave it"
            for metonym in party.metonyms
            if words(metonym.words) not in seen
        ]
    return tuple(dict.fromkeys([*found, *_held_by_two(parties)]))


def _held_by_two(parties: Parties) -> Iterator[str]:
    """Offices of one party that two members hold at one time: words that name the office alone then mean neither."""
    for party in parties.parties:
        for one, two in combinations(party.members, 2):
            shared = {folded(title) for title in one.titles} & {folded(title) for title in two.titles}
            for title in sorted(shared if one.name != two.name and _overlap(one.term, two.term) else ()):
                held = f"{party.name}, {title}: held by {one.name} and by {two.name} at one time"
                yield f"{parties.subject}: {held}; give from and until, or leave it where both do hold it"


def _party(row: Mapping[str, Any], number: int, faults: list[Fault]) -> Party:
    where = f"party {row['name']}" if isinstance(row.get("name"), str) else f"party {number}"
    _known(row, PARTY_KEYS, where, faults)
    kind = row.get("type")
    if kind is not None and kind not in list(ActorType):
        faults.append(Fault(f"{where}: type {kind!r}", f"write one of {', '.join(ActorType)}"))
        kind = None
    members = [_member(m, where, False, faults) for m in _tables(row, "members", where, faults)]
    members += [_member(m, where, True, faults) for m in _tables(row, "spokespeople", where, faults)]
    return Party(
        _text(row, "name", where, faults),
        ActorType(kind) if kind else None,
        _aliases(row, "aliases", where, faults),
        _aliases(row, "metonyms", where, faults),
        tuple(members),
        _ids(row, where, faults),
        str(row.get("note", "")),
    )


def _member(row: Mapping[str, Any], party: str, speaks: bool, faults: list[Fault]) -> Member:
    where = f"{party}, {row['name']}" if isinstance(row.get("name"), str) else f"{party}, a member"
    _known(row, MEMBER_KEYS, where, faults)
    titles = row.get("titles", [])
    if not isinstance(titles, list) or not all(isinstance(title, str) for title in titles):
        faults.append(Fault(f"{where}: titles is no list of words", 'write titles = ["foreign minister"]'))
        titles = []
    return Member(
        _text(row, "name", where, faults),
        tuple(titles),
        _aliases(row, "aliases", where, faults),
        _term(row, where, faults),
        speaks,
        _ids(row, where, faults),
    )


def _aliases(row: Mapping[str, Any], key: str, where: str, faults: list[Fault]) -> tuple[Alias, ...]:
    found = []
    given = row.get(key, [])
    for one in given if isinstance(given, list) else [None]:
        if isinstance(one, str) and words(one):
            found.append(Alias(one))
        elif isinstance(one, Mapping) and isinstance(one.get("words"), str) and words(one["words"]):
            _known(one, ALIAS_KEYS, f"{where}, {one['words']}", faults)
            found.append(Alias(one["words"], _term(one, f"{where}, {one['words']}", faults)))
        else:
            example = f'write {key} = ["…", {{ words = "…", from = 2031-01-01 }}]'
            faults.append(Fault(f"{where}: {key} holds something that is no name", example))
    return tuple(found)


def _term(row: Mapping[str, Any], where: str, faults: list[Fault]) -> Term:
    days = [_day(row, key, where, faults) for key in ("from", "until")]
    term = Term(*days)
    if term.start and term.end and term.start > term.end:
        faults.append(Fault(f"{where}: from {term.start} is after until {term.end}", "exchange or correct them"))
        return ALWAYS
    return term


def _day(row: Mapping[str, Any], key: str, where: str, faults: list[Fault]) -> str | None:
    value = row.get(key)
    if value is None:
        return None
    try:
        return date.fromisoformat(str(value)[:10]).isoformat()
    except ValueError:
        faults.append(Fault(f"{where}: {key} = {value!r} is no day", f"write {key} = 2031-04-09"))
        return None


def _ids(row: Mapping[str, Any], where: str, faults: list[Fault]) -> tuple[tuple[str, str], ...]:
    given = row.get("ids", {})
    if isinstance(given, Mapping) and all(isinstance(value, str) for value in given.values()):
        return tuple(sorted(given.items()))
    faults.append(Fault(f"{where}: ids is no table of words", 'write ids = { wikidata = "Q…" }'))
    return ()


def _text(row: Mapping[str, Any], key: str, where: str, faults: list[Fault]) -> str:
    value = row.get(key)
    if isinstance(value, str) and words(value):
        return value
    faults.append(Fault(f"{where}: no {key}", f'write {key} = "…"'))
    return where


def _tables(row: Mapping[str, Any], key: str, where: str, faults: list[Fault]) -> list[Mapping[str, Any]]:
    value = row.get(key, [])
    if isinstance(value, list) and all(isinstance(one, Mapping) for one in value):
        return value
    name = "party" if key == "party" else f"party.{key}"
    faults.append(Fault(f"{where}: {key} is no list of tables", f"begin each with [[{name}]]"))
    return []


def _known(row: Mapping[str, Any], keys: Sequence[str], where: str, faults: list[Fault]) -> None:
    for key in sorted(set(row) - set(keys)):
        faults.append(Fault(f"{where}: unknown key {key}", f"use {', '.join(keys)}"))


def _claimed_twice(parties: Parties) -> Iterator[Fault]:
    """Words that stand for two at one time."""
    claims: defaultdict[tuple[str, ...], list[tuple[str, Term, str]]] = defaultdict(list)
    for name, term, party, member in parties.names():
        claims[words(name)].append((name, term, member.name if member else party.name))
    for party in parties.parties:
        for metonym in party.metonyms:
            claims[words(metonym.words)].append((metonym.words, metonym.term, party.name))
    for some in claims.values():
        for at, (name, term, whose) in enumerate(some):
            for _, other, another in some[at + 1 :]:
                if whose != another and _overlap(term, other):
                    reason = f"{name} is claimed by {whose} and by {another}"
                    yield Fault(reason, "take it from one of them, or give both from and until")


def _overlap(one: Term, two: Term) -> bool:
    return (one.start or "") <= (two.end or "~") and (two.start or "") <= (one.end or "~")


def _lines(subject: str, faults: Sequence[Fault]) -> str:
    """The remedy of the first fault, then the others, each on a line of its own."""
    rest = [f"{subject}: {fault.reason}; {fault.remedy}" for fault in dict.fromkeys(faults[1:])]
    return "\n".join([faults[0].remedy, *rest])
