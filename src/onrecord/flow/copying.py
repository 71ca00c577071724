"""Which reports print one text: every text is held against those that share fingerprints with it, each pair once.

A step is a short transaction and the ledger knows what is pending, as in ``flow.resolving``.
"""

from collections.abc import Callable
from functools import lru_cache

from onrecord.errors import NotFound
from onrecord.ledger import Ledger
from onrecord.model.copies import CopyPair, CopyText
from onrecord.resolve.copies import COPYING, groups
from onrecord.resolve.copies_verdict import compared, likely
from onrecord.resolve.copies_words import Body, body

HELD = 400
"""Texts that are held while one after another is compared with its like."""

Bodies = Callable[[str], Body]


def copy_all(ledger: Ledger) -> int:
    """Find the copies among all that is pending; of how many reports the words were taken anew."""
    waiting = ledger.view.unworded(COPYING)
    for report in waiting:
        _word(ledger, report)
    bodies = lru_cache(HELD)(lambda text: _body(ledger, ledger.view.report_with(text)))
    while (text := ledger.view.uncompared()) is not None:
        _compare(ledger, text, bodies)
    with ledger.view.snapshot():
        found = groups(ledger.view.copy_texts(), ledger.view.copy_pairs())
    ledger.writer.copy_groups(found)
    return len(waiting)


def _word(ledger: Ledger, report: str) -> None:
    """Take the words of one report; where another program changes it meanwhile, the next run does."""
    try:
        with ledger.view.snapshot():
            made, text_id = _body(ledger, report), ledger.view.report_row(report)["text"]
    except NotFound:
        return
    ledger.writer.copy_text(report, text_id, CopyText(made.id, len(made.words), made.marks), COPYING)


def _compare(ledger: Ledger, text: str, bodies: Bodies) -> None:
    with ledger.view.snapshot():
        state, near = ledger.view.copy_state(), ledger.view.sharing(text)
        own = bodies(text)
        pairs = []
        for other in near:
            if likely(other.shared, other.least):
                a, b = sorted((text, other.text))
                one, two = (own, bodies(other.text)) if a == text else (bodies(other.text), own)
                if found := compared(one, two):
                    pairs.append(CopyPair(a, b, *found))
    ledger.writer.copy_pairs(text, pairs, state)


def _body(ledger: Ledger, report: str) -> Body:
    read = ledger.view.report(report)
    return body(read.text, read.zones)
