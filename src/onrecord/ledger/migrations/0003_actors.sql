-- Actors: who the mentions of several reports stand for. Chains and keys are worked out report by report, actors block by
-- block, where a block is all chains that share keys with one another.

-- chained: by which way of resolving, with which file of parties, the chains of the report were made; NULL: not yet.
ALTER TABLE analyses ADD COLUMN chained TEXT;
CREATE INDEX analyses_chained ON analyses (chained);

-- digest: of how the report was read and of all that was given with it; empty where it was last written before this schema.
ALTER TABLE reports ADD COLUMN digest TEXT NOT NULL DEFAULT '';

-- id: that of the oldest chain. named_by: machine, or whose name it is.
CREATE TABLE actors (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    type TEXT,
    named_by TEXT NOT NULL
) STRICT;
CREATE INDEX actors_name ON actors (name);

-- All mentions of one actor in one report. mention: the first of them. actor: NULL for pronouns alone, and until resolved.
CREATE TABLE chains (
    mention INTEGER PRIMARY KEY REFERENCES mentions (entry) ON DELETE CASCADE,
    actor INTEGER REFERENCES actors (number) ON DELETE SET NULL,
    position INTEGER NOT NULL,
    type TEXT,
    name TEXT,
    gender TEXT NOT NULL,
    plurality TEXT NOT NULL,
    mentions INTEGER NOT NULL,
    headline INTEGER NOT NULL,
    statements INTEGER NOT NULL
) STRICT;
CREATE INDEX chains_actor ON chains (actor);

-- The forms of words of a chain, the most frequent first. form: name, title, nominal; times: how often it stands there;
-- start and "end": where it stands first.
CREATE TABLE chain_words (
    chain INTEGER NOT NULL REFERENCES chains (mention) ON DELETE CASCADE,
    form TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    words TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    times INTEGER NOT NULL,
    PRIMARY KEY (chain, form, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE chain_features (
    chain INTEGER NOT NULL REFERENCES chains (mention) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (chain, ordinal)
) STRICT, WITHOUT ROWID;

-- What a chain may be joined to others on.
CREATE TABLE chain_keys (
    chain INTEGER NOT NULL REFERENCES chains (mention) ON DELETE CASCADE,
    key TEXT NOT NULL,
    PRIMARY KEY (chain, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX chain_keys_key ON chain_keys (key);

-- Keys whose chains have changed and are to be resolved again. number grows with every change.
CREATE TABLE touched (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL UNIQUE ON CONFLICT REPLACE
) STRICT;
CREATE TRIGGER chain_keys_come AFTER INSERT ON chain_keys
BEGIN INSERT INTO touched (key) VALUES (new.key); END;
CREATE TRIGGER chain_keys_go AFTER DELETE ON chain_keys
BEGIN INSERT INTO touched (key) VALUES (old.key); END;
CREATE TRIGGER reports_are_dated_or_named_anew AFTER UPDATE OF outlet, published_start ON reports
WHEN old.outlet IS NOT new.outlet OR old.published_start IS NOT new.published_start
BEGIN UPDATE analyses SET chained = NULL WHERE report = new.number; END;

-- All names of an actor, the most frequent first.
CREATE TABLE aliases (
    actor INTEGER NOT NULL REFERENCES actors (number) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (actor, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX aliases_name ON aliases (name);

-- Public identifiers. scheme: wikidata, iso3166-1, geonames.
CREATE TABLE identifiers (
    actor INTEGER NOT NULL REFERENCES actors (number) ON DELETE CASCADE,
    scheme TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (actor, scheme, value)
) STRICT, WITHOUT ROWID;

CREATE TABLE actor_notes (
    actor INTEGER NOT NULL REFERENCES actors (number) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (actor, ordinal)
) STRICT, WITHOUT ROWID;

-- What the user's file of parties says of an actor. role: party, member, spokesperson; titles: one a line.
CREATE TABLE memberships (
    actor INTEGER NOT NULL REFERENCES actors (number) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    party TEXT NOT NULL,
    role TEXT NOT NULL,
    titles TEXT NOT NULL,
    start TEXT,
    "end" TEXT,
    PRIMARY KEY (actor, ordinal)
) STRICT, WITHOUT ROWID;

-- Pairs of chains that were joined, and why. machine: 0 where a person or their file of parties joined them.
CREATE TABLE links (
    a INTEGER NOT NULL REFERENCES chains (mention) ON DELETE CASCADE,
    b INTEGER NOT NULL REFERENCES chains (mention) ON DELETE CASCADE,
    score REAL NOT NULL,
    reason TEXT NOT NULL,
    machine INTEGER NOT NULL CHECK (machine IN (0, 1)),
    PRIMARY KEY (a, b, reason)
) STRICT, WITHOUT ROWID;
CREATE INDEX links_b ON links (b);

-- Pairs of actors that might be one: for a person, no fact.
CREATE TABLE proposals (
    kind TEXT NOT NULL,
    a INTEGER NOT NULL REFERENCES actors (number) ON DELETE CASCADE,
    b INTEGER NOT NULL REFERENCES actors (number) ON DELETE CASCADE,
    score REAL NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (kind, a, b)
) STRICT, WITHOUT ROWID;
CREATE INDEX proposals_b ON proposals (b);

-- Pairs of actors that are kept apart and yet belong together.
CREATE TABLE related (
    a INTEGER NOT NULL REFERENCES actors (number) ON DELETE CASCADE,
    b INTEGER NOT NULL REFERENCES actors (number) ON DELETE CASCADE,
    reason TEXT NOT NULL,
    PRIMARY KEY (a, b)
) STRICT, WITHOUT ROWID;
CREATE INDEX related_b ON related (b);

-- Ids that actors had before the chain they come from was lost. id, actor: ids of actors.
CREATE TABLE redirects (
    id TEXT PRIMARY KEY,
    actor TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Decisions about actors: actor is the id of the one decided on, report is empty.
ALTER TABLE decisions ADD COLUMN actor TEXT;
CREATE INDEX decisions_actor ON decisions (actor);

-- The places by which a decision is found again in what later analyses say: one mention for each chain that it is about.
-- side: 0 or 1; report: an id. Words are wiped when their report is removed, all else stays for ever.
CREATE TABLE decision_anchors (
    decision INTEGER NOT NULL REFERENCES decisions (number),
    side INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    report TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    exact TEXT NOT NULL,
    prefix TEXT NOT NULL,
    suffix TEXT NOT NULL,
    PRIMARY KEY (decision, side, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX decision_anchors_report ON decision_anchors (report);
CREATE TRIGGER decision_anchors_are_never_changed BEFORE UPDATE ON decision_anchors
WHEN (new.decision, new.side, new.ordinal, new.report, new.start, new."end")
    IS NOT (old.decision, old.side, old.ordinal, old.report, old.start, old."end")
    OR (new.exact, new.prefix, new.suffix) IS NOT ('', '', '')
BEGIN SELECT raise(ABORT, 'anchors of decisions are append-only'); END;
CREATE TRIGGER decision_anchors_are_never_deleted BEFORE DELETE ON decision_anchors
BEGIN SELECT raise(ABORT, 'anchors of decisions are append-only'); END;

-- What the machine finds that goes against a decision.
CREATE TABLE disagreements (
    decision INTEGER NOT NULL REFERENCES decisions (number),
    clause TEXT NOT NULL,
    PRIMARY KEY (decision, clause)
) STRICT, WITHOUT ROWID;

-- Files of parties as a user gave them, the last one in force; an empty text means none. id: the sha256 of the text.
CREATE TABLE parties (
    number INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    by TEXT NOT NULL,
    origin TEXT NOT NULL,
    id TEXT NOT NULL CHECK (length(id) = 64),
    text TEXT NOT NULL
) STRICT;
CREATE TRIGGER parties_are_never_changed BEFORE UPDATE ON parties
BEGIN SELECT raise(ABORT, 'files of parties are append-only'); END;
CREATE TRIGGER parties_are_never_deleted BEFORE DELETE ON parties
BEGIN SELECT raise(ABORT, 'files of parties are append-only'); END;

-- Views.

CREATE VIEW all_actors AS
SELECT
    actors.number, actors.id, actors.name, actors.type, actors.named_by,
    (SELECT group_concat(name, '; ') FROM (
        SELECT name FROM aliases WHERE aliases.actor = actors.number ORDER BY ordinal
    )) AS aliases,
    (SELECT group_concat(scheme || ':' || value, '; ') FROM (
        SELECT scheme, value FROM identifiers WHERE identifiers.actor = actors.number ORDER BY scheme, value
    )) AS identifiers,
    count(DISTINCT entries.report) AS reports, count(DISTINCT reports.outlet) AS outlets,
    coalesce(sum(chains.statements), 0) AS statements, coalesce(sum(chains.mentions), 0) AS mentions,
    min(reports.published_start) AS first, max(reports.published_start) AS last
FROM actors
LEFT JOIN chains ON chains.actor = actors.number
LEFT JOIN entries ON entries.number = chains.mention
LEFT JOIN reports ON reports.number = entries.report
GROUP BY actors.number;

CREATE VIEW actor_words AS
SELECT
    actors.id AS actor, actors.name, chain_words.form, chain_words.words, reports.outlet,
    reports.published_start AS published, reports.id AS report, chain_words.start, chain_words."end", chain_words.times,
    reports.origin
FROM actors
JOIN chains ON chains.actor = actors.number
JOIN chain_words ON chain_words.chain = chains.mention
JOIN entries ON entries.number = chains.mention
JOIN reports ON reports.number = entries.report;

CREATE VIEW actor_counts AS
SELECT
    actors.id AS actor, actors.name, reports.outlet, count(DISTINCT reports.number) AS reports,
    sum(chains.statements) AS statements, sum(chains.mentions) AS mentions
FROM actors
JOIN chains ON chains.actor = actors.number
JOIN entries ON entries.number = chains.mention
JOIN reports ON reports.number = entries.report
GROUP BY actors.number, reports.outlet;

CREATE VIEW all_proposals AS
SELECT proposals.kind, one.id AS a, one.name AS a_name, other.id AS b, other.name AS b_name, proposals.score, proposals.reason
FROM proposals
JOIN actors AS one ON one.number = proposals.a
JOIN actors AS other ON other.number = proposals.b;

DROP VIEW speakers;
DROP VIEW statements_without_speaker;
DROP VIEW all_statements;
CREATE VIEW all_statements AS
SELECT
    entries.number, entries.id, reports.id AS report, reports.outlet, reports.published_start AS published,
    statements.speaker, actors.id AS actor, actors.name AS actor_name,
    statements.act, statements.negated, statements.mode, statements.nameless, entries.zone,
    (SELECT group_concat(exact, ' ') FROM (
        SELECT exact FROM spans WHERE spans.entry = entries.number AND role = 'source' ORDER BY ordinal
    )) AS source,
    (SELECT group_concat(exact, ' ') FROM (
        SELECT exact FROM spans WHERE spans.entry = entries.number AND role = 'cue' ORDER BY ordinal
    )) AS cue,
    statement_words.content,
    entries.confidence, entries.band, entries.status, entries.reason, entries.rule, entries.analyser,
    statements.parent, reports.origin
FROM statements
JOIN entries ON entries.number = statements.entry
JOIN reports ON reports.number = entries.report
JOIN statement_words ON statement_words.number = statements.entry
LEFT JOIN chains ON chains.mention = statements.speaker_chain
LEFT JOIN actors ON actors.number = chains.actor;

CREATE VIEW statements_without_speaker AS
SELECT * FROM all_statements WHERE speaker IS NULL AND source IS NULL;

CREATE VIEW speakers AS
SELECT speaker, outlet, count(*) AS statements, min(published) AS first, max(published) AS last
FROM all_statements WHERE speaker IS NOT NULL GROUP BY speaker, outlet;
