"""The ledger: where all of it is kept, with a hand that writes and a hand that reads."""

from onrecord.ledger.filters import DoubtFilter, FigureFilter, MentionFilter, ReportFilter, StatementFilter, TimeFilter
from onrecord.ledger.ledger import Ledger
from onrecord.ledger.records import Decision, Info, Origin, Refusal, Removal, Settled, SpanRow
from onrecord.ledger.search import Match, Matches, SearchFilter
from onrecord.ledger.verify import Fault
from onrecord.ledger.view import View
from onrecord.ledger.writer import CORRECTABLE, Writer

__all__ = [
    "CORRECTABLE",
    "Decision",
    "DoubtFilter",
    "Fault",
    "FigureFilter",
    "Info",
    "Ledger",
    "Match",
    "Matches",
    "MentionFilter",
    "Origin",
    "Refusal",
    "Removal",
    "ReportFilter",
    "SearchFilter",
    "Settled",
    "SpanRow",
    "StatementFilter",
    "TimeFilter",
    "View",
    "Writer",
]
