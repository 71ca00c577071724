"""A relation: who blames, accuses, criticises, denies, threatens or credits whom, as one report puts it."""

from dataclasses import dataclass

from onrecord.model.identity import entry_id
from onrecord.model.span import Spans
from onrecord.model.terms import Band, RelationKind, Status, Strength, Voice, ZoneKind


@dataclass(frozen=True, slots=True)
class Relation:
    """One edge between two sides in one report.

    ``source`` are the words that name who does it, empty where the outlet does in its own voice; ``target`` those that
    name to whom, ``cue`` those that say it, ``matter`` for what; all cut from the report. ``source_chain`` and
    ``target_chain`` are the ``Mention.chain`` of either side, None where it is nobody that the report names (``the
    bill``). ``source_name`` and ``target_name`` are the fullest names the report gives them. A denial's target is
    the party that it clears; where that is the denier itself, whoever made the charge. ``statement`` is the id of the
    statement that it stands in. ``negated``: the report says that it was not so (``did not blame``); such relations
    are kept and not shown. ``confidence`` lies in 0..1 and is rounded to two decimals.
    """

    report: str
    kind: RelationKind
    strength: Strength
    source: Spans
    target: Spans
    cue: Spans
    zone: ZoneKind
    voice: Voice
    confidence: float
    band: Band
    reason: str
    rule: str
    analyser: str
    matter: Spans = ()
    source_chain: str | None = None
    target_chain: str | None = None
    source_name: str | None = None
    target_name: str | None = None
    statement: str | None = None
    negated: bool = False
    status: Status = Status.MACHINE
    features: tuple[tuple[str, str], ...] = ()

    @property
    def id(self) -> str:
        """The hash of report, kind of relation and role spans."""
        roles = {"source": self.source, "target": self.target, "cue": self.cue}
        return entry_id(self.report, f"relation {self.kind}", roles)
