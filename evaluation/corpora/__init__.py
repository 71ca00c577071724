"""How the corpora are read from disk, and how a copy of one is told from another."""
