"""The questions that a user asks of a ledger, one file each: plain values, and plain text made from them."""
