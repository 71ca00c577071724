-- What people ruled about entries: confirmed, rejected, edited, added. The machine's version stays beside a person's.

-- Decisions about entries: entry is the id of the one ruled on at that time. part_of: the first decision of an act that took
-- several (joining, splitting), which are undone together.
ALTER TABLE decisions ADD COLUMN entry TEXT;
ALTER TABLE decisions ADD COLUMN part_of INTEGER REFERENCES decisions (number);
CREATE INDEX decisions_entry ON decisions (entry);

-- noun: the kind of entry. seen: what it was; made: what the person made of it, both as JSON without words of the report once
-- that is removed. speaker_*: where the report names the speaker.
CREATE TABLE rulings (
    decision INTEGER PRIMARY KEY REFERENCES decisions (number),
    noun TEXT NOT NULL,
    seen TEXT,
    made TEXT,
    speaker_start INTEGER,
    speaker_end INTEGER
) STRICT;
CREATE TRIGGER rulings_are_never_deleted BEFORE DELETE ON rulings
BEGIN SELECT raise(ABORT, 'rulings are append-only'); END;

-- The words at every span of a ruling. Words are wiped when their report is removed, all else stays for ever.
CREATE TABLE ruling_quotes (
    decision INTEGER NOT NULL REFERENCES decisions (number),
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    exact TEXT NOT NULL,
    prefix TEXT NOT NULL,
    suffix TEXT NOT NULL,
    PRIMARY KEY (decision, start, "end")
) STRICT, WITHOUT ROWID;
CREATE TRIGGER ruling_quotes_are_never_changed BEFORE UPDATE ON ruling_quotes
WHEN (new.decision, new.start, new."end") IS NOT (old.decision, old.start, old."end")
    OR (new.exact, new.prefix, new.suffix) IS NOT ('', '', '')
BEGIN SELECT raise(ABORT, 'quotes of rulings are append-only'); END;
CREATE TRIGGER ruling_quotes_are_never_deleted BEFORE DELETE ON ruling_quotes
BEGIN SELECT raise(ABORT, 'quotes of rulings are append-only'); END;

-- What the machine has in the place of an entry that is a person's; packed: JSON, NULL where it has nothing there.
CREATE TABLE machine_versions (
    entry INTEGER PRIMARY KEY REFERENCES entries (number) ON DELETE CASCADE,
    packed TEXT
) STRICT;

-- digest of what the machine found, before rulings were laid over it; NULL: no ruling was.
ALTER TABLE analyses ADD COLUMN machine TEXT;

-- Ids that entries had before a person changed them.
CREATE TABLE entry_redirects (
    id TEXT PRIMARY KEY,
    report INTEGER NOT NULL REFERENCES analyses (report) ON DELETE CASCADE,
    entry TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX entry_redirects_report ON entry_redirects (report);

-- What a person should know of rulings. kind: orphan, disagreement.
CREATE TABLE review_notes (
    number INTEGER PRIMARY KEY,
    decision INTEGER NOT NULL REFERENCES decisions (number),
    report INTEGER NOT NULL REFERENCES analyses (report) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    clause TEXT NOT NULL,
    UNIQUE (decision, kind, clause)
) STRICT;
CREATE INDEX review_notes_report ON review_notes (report);
