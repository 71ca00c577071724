"""The only place that knows the order of the rooms: read, clean, analyse, keep; then resolve over all reports."""

from onrecord.flow.adding import Progress, Stumbled, Tally, add, analyse_stale, stale
from onrecord.flow.keeping import correct, remove, restore, use_parties
from onrecord.flow.resolving import resolve
from onrecord.flow.topics import use_topics

__all__ = [
    "Progress",
    "Stumbled",
    "Tally",
    "add",
    "analyse_stale",
    "correct",
    "remove",
    "resolve",
    "restore",
    "stale",
    "use_parties",
    "use_topics",
]
