"""From what single reports hold to what holds over all of them: pure functions on what the ledger gives."""
