"""People's rulings laid over what the machine finds in a report: a pure function, and the way back from it."""

from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from typing import Any

from onrecord.ledger.findings import roles
from onrecord.model.mention import Mention, mention_id
from onrecord.model.review import Finding, Note, Quote, Reviewed, Ruling, RulingKind
from onrecord.model.span import Span, Spans, normalise
from onrecord.model.statement import Statement
from onrecord.model.terms import Band, Form, Status, ZoneKind

OVERLAP = 0.5
"""Of all characters of two contents, so many must be shared for a ruling to hold on to an entry."""
MAIN = ("content", "mention", "number", "time", "label", "cue")
"""The role by which an entry is found again: the first of these that it has."""
ALSO = ("cue", "source", "target")
"""Roles that must touch too, where both have them."""
UNTOLD = {"report", "confidence", "band", "reason", "rule", "analyser", "status", "candidates", "features", "statement"}
UNTOLD |= {"parent", "speaker_chain", "speaker_evidence", "source_chain", "target_chain", "holder_chain", "chain"}
POINTS = ("parent", "statement")
CHAINS = ("speaker_chain", "source_chain", "target_chain", "holder_chain", "chain")
PERSON = "person"


def overlay(report: str, found: Mapping[str, Finding], rulings: Sequence[Ruling], text: str) -> Reviewed:
    """The findings of a report with the rulings in force laid over them, in the order of their numbers."""
    laid = _Laid(report, found, text)
    for ruling in sorted(rulings, key=lambda one: one.number):
        laid.take(ruling)
    return laid.reviewed()


def uncovered(shown: Mapping[str, Finding], machine: Mapping[str, Finding | None]) -> dict[str, Finding]:
    """What the machine found in a report, from what is shown of it and from what the machine has in its place."""
    back = {id: own.id for id, own in machine.items() if own is not None}
    found: dict[str, Finding] = {}
    for id, one in shown.items():
        own = machine.get(id) if id in machine else replace(one, status=Status.MACHINE)
        if own is not None:
            found[own.id] = _pointed(own, back)
    return found


def same(one: Finding, other: Finding) -> bool:
    """Whether two findings say the same, however sure they are and whoever found them."""
    return not differing(one, other)


def differing(one: Finding, other: Finding) -> tuple[str, ...]:
    """The fields in which two findings say different things; ``kind`` where they are of different kinds."""
    if type(one) is not type(other):
        return ("kind",)
    told = (f.name for f in fields(one) if f.name not in UNTOLD)
    return tuple(name for name in told if getattr(one, name) != getattr(other, name))


def moves(quotes: Sequence[Quote], text: str) -> dict[Span, Span] | None:
    """Where each quoted place stands in the text today; None where one is lost, or stands in several places."""
    found: dict[Span, Span] = {}
    for span, exact, prefix, suffix in quotes:
        if not exact or span.cut(text) == exact:
            found[span] = span
            continue
        whole = prefix + exact + suffix
        if text.count(whole) != 1:
            return None
        start = text.index(whole) + len(prefix)
        found[span] = Span(start, start + len(exact))
    return found


class _Laid:
    """The findings of one report while rulings are laid over them."""

    def __init__(self, report: str, found: Mapping[str, Finding], text: str) -> None:
        self.report = report
        self.text = text
        self.state = dict(found)
        self.machine: dict[str, Finding | None] = {}
        self.redirects: dict[str, str] = {}
        self.notes: list[Note] = []

    def take(self, ruling: Ruling) -> None:
        """Lay one ruling over what is there."""
        where = moves(ruling.quotes, self.text)
        if where is None:
            return self._note(ruling, "orphan", "its words are no longer found in the report, or in several places")
        seen, made = (_moved(one, where) if one else None for one in (ruling.seen, ruling.made))
        anchor = seen or made
        assert anchor is not None
        at = self._at(anchor)
        if ruling.kind is RulingKind.REJECT:
            return self._reject(ruling, at)
        want = made or anchor
        if ruling.kind is RulingKind.CONFIRM and at is not None and same(self.state[at], want):
            return self._keep(at, ruling)
        self._disagree(ruling, at, seen)
        speaker = where.get(ruling.speaker, ruling.speaker) if ruling.speaker else None
        own = self._person(want, ruling, speaker)
        if at is not None and same(self.state[at], own):
            return self._keep(at, ruling)
        return self._put(at, own)

    def reviewed(self) -> Reviewed:
        """All findings, with what points at an entry pointing at what it has become."""
        for old in list(self.redirects):
            self.redirects[old] = self._last(old)
        kept = {id: _pointed(one, self.redirects) for id, one in self.state.items()}
        linked = [self._linked(one) if id in self.machine else one for id, one in kept.items()]
        return Reviewed(tuple(linked), self.machine, self.redirects, tuple(self.notes))

    def _at(self, anchor: Finding) -> str | None:
        """The id of the entry that a ruling is about today: the very same, else the one that shares most."""
        id = self._last(anchor.id)
        if id in self.state:
            return id
        shared = {id: _shared(anchor, one) for id, one in self.state.items() if type(one) is type(anchor)}
        best = max(shared, key=lambda id: (shared[id], id), default=None)
        return best if best is not None and shared[best] >= OVERLAP else None

    def _reject(self, ruling: Ruling, at: str | None) -> None:
        if at is None:
            return self._note(ruling, "orphan", "the machine finds nothing there any more")
        self.state[at] = replace(self.state[at], status=Status.REJECTED)
        return None

    def _keep(self, at: str, ruling: Ruling) -> None:
        """Mark an entry as a person's own or as confirmed; what a person edited before stays edited."""
        edited = ruling.kind is not RulingKind.CONFIRM or self.state[at].status is Status.EDITED
        self.state[at] = replace(self.state[at], status=Status.EDITED if edited else Status.CONFIRMED)

    def _disagree(self, ruling: Ruling, at: str | None, seen: Finding | None) -> None:
        if seen is None:
            return
        if at is None:
            self._note(ruling, "disagreement", "the machine does not find it any more")
        elif unlike := differing(self.state[at], seen):
            self._note(ruling, "disagreement", f"the machine now has another {', '.join(unlike)}")

    def _put(self, at: str | None, new: Finding) -> None:
        """Put a person's version in the place of the machine's, or where the machine has nothing."""
        id = new.id
        if at is None or (at != id and id in self.state):
            if at is not None:
                self.state[at] = replace(self.state[at], status=Status.REJECTED)
            self.machine.setdefault(id, self.state.get(id))
        else:
            old = self.state.pop(at)
            self.machine[id] = self.machine.pop(at) if at in self.machine else old
            if at != id:
                self.redirects[at] = id
        self.redirects.pop(id, None)
        self.state[id] = new

    def _person(self, want: Finding, ruling: Ruling, speaker: Span | None) -> Finding:
        status = Status.CONFIRMED if ruling.kind is RulingKind.CONFIRM else Status.EDITED
        reason = f"{'confirmed' if ruling.kind is RulingKind.CONFIRM else 'written'} by {ruling.by}: {ruling.because}"
        want = replace(want, status=status)
        if ruling.kind is not RulingKind.CONFIRM:
            want = replace(want, reason=reason, rule=PERSON, analyser=PERSON, confidence=1.0, band=Band.CERTAIN)
        if isinstance(want, Statement):
            return self._spoken(want, speaker, ruling.by)
        return want

    def _spoken(self, want: Statement, speaker: Span | None, by: str) -> Statement:
        """The statement with its speaker as the report names them at that place."""
        if speaker is None:
            return replace(want, speaker_chain=None)
        held = [m for m in self.state.values() if isinstance(m, Mention) and m.span.overlaps(speaker)]
        mention = max(held, key=lambda m: (_part((m.span,), (speaker,)), m.id), default=None)
        if mention is None:
            mention = self._mention(speaker, want.zone, by)
        first = self.state.get(mention.chain)
        name = mention.name or (first.name if isinstance(first, Mention) else None)
        evidence = () if any(s.overlaps(speaker) for s in want.source) else (speaker,)
        return replace(want, speaker=name, speaker_chain=mention.chain, speaker_evidence=evidence)

    def _mention(self, span: Span, zone: ZoneKind, by: str) -> Mention:
        """A mention where the machine sees none."""
        id, words = mention_id(self.report, span), span.cut(self.text)
        mention = Mention(
            self.report,
            span,
            head=span,
            form=Form.NAME,
            chain=id,
            zone=zone,
            confidence=1.0,
            band=Band.CERTAIN,
            reason=f"named as speaker by {by}",
            rule=PERSON,
            analyser=PERSON,
            name=words,
            name_span=span,
            status=Status.EDITED,
        )
        self.state[id], self.machine[id] = mention, None
        return mention

    def _linked(self, one: Finding) -> Finding:
        """A person's version without links to what is not in the report any more."""
        lost: dict[str, str | None] = {
            name: None for name in POINTS if (id := getattr(one, name, None)) and id not in self.state
        }
        for name in CHAINS:
            id = getattr(one, name, None)
            if id and id not in self.state:
                lost[name] = one.id if name == "chain" and isinstance(one, Mention) else None
        return _changed(one, lost)

    def _last(self, id: str) -> str:
        walked: set[str] = set()
        while id in self.redirects and id not in walked:
            walked.add(id)
            id = self.redirects[id]
        return id

    def _note(self, ruling: Ruling, kind: str, clause: str) -> None:
        self.notes.append(Note(ruling.number, kind, clause))


def _shared(one: Finding, other: Finding) -> float:
    """How much of what they are about two findings share: 0 where they cannot be the same one, else 0..1."""
    a, b = roles(one), roles(other)
    if getattr(one, "kind", None) != getattr(other, "kind", None):
        return 0.0
    main = next(role for role in MAIN if role in a)
    for role in ALSO:
        if role != main and a.get(role) and b.get(role) and not _touch(a[role], b[role]):
            return 0.0
    return _part(a[main], b.get(main, ()))


def _touch(one: Spans, other: Spans) -> bool:
    return any(a.overlaps(b) for a in one for b in other)


def _part(one: Spans, other: Spans) -> float:
    """Of all characters that either covers, those that both do."""
    common = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in other)
    whole = sum(span.end - span.start for span in normalise((*one, *other)))
    return common / whole if whole else 0.0


def _moved(one: Finding, where: Mapping[Span, Span]) -> Finding:
    """The finding with its spans where the text has them today; candidates and inner spans move with the nearest."""
    if all(old == new for old, new in where.items()):
        return one

    def place(span: Span) -> Span:
        if span in where:
            return where[span]
        near = min(where, key=lambda old: (not old.holds(span), abs(old.start - span.start)))
        by = where[near].start - near.start
        return Span(span.start + by, span.end + by)

    changed: dict[str, Any] = {}
    for field in fields(one):
        value = getattr(one, field.name)
        if isinstance(value, Span):
            changed[field.name] = place(value)
        elif isinstance(value, tuple) and value and isinstance(value[0], Span):
            changed[field.name] = tuple(place(span) for span in value)
        elif field.name == "candidates":
            changed[field.name] = ()
    return _changed(one, changed)


def _pointed(one: Finding, to: Mapping[str, str]) -> Finding:
    """The finding with what it points at by other ids."""
    held = {name: getattr(one, name, None) for name in POINTS}
    return _changed(one, {name: to[id] for name, id in held.items() if id is not None and id in to})


def _changed(one: Finding, values: Mapping[str, Any]) -> Finding:
    return replace(one, **values) if values else one
