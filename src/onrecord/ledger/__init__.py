"""The ledger: where all of it is kept, with a hand that writes and a hand that reads."""

from onrecord.ledger.blocks import Block
from onrecord.ledger.carrying import Carried
from onrecord.ledger.chains import Keyed
from onrecord.ledger.filters import (
    ActorFilter,
    DoubtFilter,
    FigureFilter,
    LabelFilter,
    MentionFilter,
    PositionFilter,
    RelationFilter,
    ReportFilter,
    StatementFilter,
    TimeFilter,
)
from onrecord.ledger.ledger import Ledger
from onrecord.ledger.records import (
    Called,
    ChainRow,
    Decision,
    Disagreement,
    Info,
    Origin,
    Orphan,
    PartiesFile,
    Pending,
    Refusal,
    Removal,
    ReviewNote,
    Settled,
    SpanRow,
)
from onrecord.ledger.search import Match, Matches, SearchFilter
from onrecord.ledger.verify import Fault
from onrecord.ledger.view import View
from onrecord.ledger.writer import CORRECTABLE, Writer

__all__ = [
    "CORRECTABLE",
    "ActorFilter",
    "Block",
    "Called",
    "Carried",
    "ChainRow",
    "Decision",
    "Disagreement",
    "DoubtFilter",
    "Fault",
    "FigureFilter",
    "Info",
    "Keyed",
    "LabelFilter",
    "Ledger",
    "Match",
    "Matches",
    "MentionFilter",
    "Origin",
    "Orphan",
    "PartiesFile",
    "Pending",
    "PositionFilter",
    "Refusal",
    "RelationFilter",
    "Removal",
    "ReportFilter",
    "ReviewNote",
    "SearchFilter",
    "Settled",
    "SpanRow",
    "StatementFilter",
    "TimeFilter",
    "View",
    "Writer",
]
