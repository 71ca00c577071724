"""Days of publication for reports without one, worked out anew from all reports that have one."""

from onrecord.ledger import Ledger
from onrecord.resolve.published import inferred


def date_all(ledger: Ledger) -> bool:
    """Infer the days of reports without any; whether one has changed. What a person gave or took away stays."""
    with ledger.view.snapshot():
        dateless = ledger.view.dateless()
        happened = ledger.view.happened() if dateless else []
    return ledger.writer.infer(inferred(dateless, happened))
