"""The reader: a ledger in the browser, served to this machine alone unless a token is given."""
