-- In whose voice every statement is heard, and what that rests on, so that only what a change can reach is heard anew.
-- Ids are not numbers here: what is read again and is as it was stays as it is.

-- stamp: of all that the statements of the report were read from. report: an id.
CREATE TABLE voice_reports (
    report TEXT PRIMARY KEY,
    stamp TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Statements as voices look at them. report, statement, actor, parent: ids. unit: what is heard in one voice. name, type: of
-- the actor. said: a digest of all this and the words; facts: of all that utterances are made of.
CREATE TABLE voice_statements (
    number INTEGER PRIMARY KEY,
    statement TEXT NOT NULL UNIQUE,
    report TEXT NOT NULL,
    unit TEXT NOT NULL,
    actor TEXT,
    name TEXT,
    type TEXT,
    parent TEXT,
    said TEXT NOT NULL,
    facts TEXT NOT NULL
) STRICT;
CREATE INDEX voice_statements_report ON voice_statements (report);
CREATE INDEX voice_statements_unit ON voice_statements (unit);
CREATE INDEX voice_statements_actor ON voice_statements (actor);

-- What statements may be heard in one voice for. key: a hash of running quoted words, or of a surname. size: how many words;
-- 0 for a surname.
CREATE TABLE voice_keys (
    key INTEGER NOT NULL,
    statement INTEGER NOT NULL REFERENCES voice_statements (number) ON DELETE CASCADE,
    size INTEGER NOT NULL,
    PRIMARY KEY (key, statement)
) STRICT, WITHOUT ROWID;
CREATE INDEX voice_keys_statement ON voice_keys (statement);

-- Units that share the key, and may be one speaker.
CREATE TABLE voice_links (
    key INTEGER NOT NULL,
    a TEXT NOT NULL,
    b TEXT NOT NULL,
    PRIMARY KEY (key, a, b)
) STRICT, WITHOUT ROWID;
CREATE INDEX voice_links_a ON voice_links (a, b);
CREATE INDEX voice_links_b ON voice_links (b, a);

-- voice: the id of the actor in whose voice a unit is heard. head: the stem of the last word that a speaker without a name
-- is called by. pool: the least of the voices that are held against each other for it; empty until it is worked out.
CREATE TABLE voices (
    unit TEXT PRIMARY KEY,
    voice TEXT NOT NULL,
    head TEXT,
    pool TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX voices_voice ON voices (voice);
CREATE INDEX voices_head ON voices (head);
CREATE INDEX voices_pool ON voices (pool);

-- What has changed and is to be worked out again: the statements of actors, then keys, then units, then pools.
CREATE TABLE voice_touched (
    kind TEXT NOT NULL CHECK (kind IN ('actor', 'key', 'unit', 'pool')),
    key ANY NOT NULL,
    PRIMARY KEY (kind, key)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER speakers_come AFTER INSERT ON actors
BEGIN INSERT OR IGNORE INTO voice_touched (kind, key) VALUES ('actor', new.id); END;
CREATE TRIGGER speakers_go AFTER DELETE ON actors
BEGIN INSERT OR IGNORE INTO voice_touched (kind, key) VALUES ('actor', old.id); END;
CREATE TRIGGER speakers_are_called_otherwise AFTER UPDATE OF id, name, type ON actors
BEGIN INSERT OR IGNORE INTO voice_touched (kind, key) VALUES ('actor', old.id), ('actor', new.id); END;

-- version: grows with every change of the tables above, so that nothing is written that was made of an older one.
CREATE TABLE voice_state (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    version INTEGER NOT NULL
) STRICT;
INSERT INTO voice_state (id, version) VALUES (1, 0);

-- pool: in which the utterance was gathered.
ALTER TABLE utterances ADD COLUMN pool TEXT NOT NULL DEFAULT '';
CREATE INDEX utterances_pool ON utterances (pool);

-- A statement that goes takes its place in utterances with it, though it may come back just as it was: its pool is gathered
-- again.
CREATE TRIGGER members_go AFTER DELETE ON utterance_members
WHEN EXISTS (SELECT 1 FROM utterances WHERE number = old.utterance)
BEGIN
    INSERT OR IGNORE INTO voice_touched (kind, key) SELECT 'pool', pool FROM utterances WHERE number = old.utterance;
    DELETE FROM gathered WHERE actor = (SELECT pool FROM utterances WHERE number = old.utterance);
END;
CREATE TRIGGER utterance_proposals_go AFTER DELETE ON utterance_proposals
WHEN (SELECT count(*) FROM statements WHERE entry IN (old.a, old.b)) < 2
BEGIN
    INSERT OR IGNORE INTO voice_touched (kind, key) VALUES ('pool', old.actor);
    DELETE FROM gathered WHERE actor = old.actor;
END;

-- What a person joined may share no key: where one of the two goes, the other is to be resolved again.
CREATE TRIGGER links_of_people_go AFTER DELETE ON links WHEN NOT old.machine
BEGIN INSERT INTO touched (key) SELECT key FROM chain_keys WHERE chain IN (old.a, old.b); END;
