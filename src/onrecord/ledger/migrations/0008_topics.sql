-- Files of topics as a user gave them, the last one in force; an empty text means none. id: the sha256 of the text.
CREATE TABLE topics (
    number INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    by TEXT NOT NULL,
    origin TEXT NOT NULL,
    id TEXT NOT NULL CHECK (length(id) = 64),
    text TEXT NOT NULL
) STRICT;
CREATE TRIGGER topics_are_never_changed BEFORE UPDATE ON topics
BEGIN SELECT raise(ABORT, 'files of topics are append-only'); END;
CREATE TRIGGER topics_are_never_deleted BEFORE DELETE ON topics
BEGIN SELECT raise(ABORT, 'files of topics are append-only'); END;
