-- Utterances: statements of one actor that report one point. They follow from the statements of the actor alone and are
-- written actor by actor.

-- actor: an id. digest: of all that the utterances of the actor were made of, and by which way of joining.
CREATE TABLE gathered (
    actor TEXT PRIMARY KEY,
    digest TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- id: made of that of its oldest statement; actor: an id.
CREATE TABLE utterances (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    actor TEXT NOT NULL
) STRICT;
CREATE INDEX utterances_actor ON utterances (actor);

-- ordinal: in order of appearance. rendering: verbatim, truncated, paraphrase, altered, headline. start and "end": where the
-- content tells this point. relayed: the outlet or agency that the report has it through; translated: its words that say so.
CREATE TABLE utterance_members (
    utterance INTEGER NOT NULL REFERENCES utterances (number) ON DELETE CASCADE,
    statement INTEGER NOT NULL REFERENCES statements (entry) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    rendering TEXT NOT NULL,
    reason TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    relayed TEXT,
    translated TEXT,
    PRIMARY KEY (utterance, statement)
) STRICT, WITHOUT ROWID;
CREATE INDEX utterance_members_statement ON utterance_members (statement);

-- Where the quotation of a member differs from that of another (than, a statement): NULL where words are left out or put in.
CREATE TABLE utterance_changes (
    utterance INTEGER NOT NULL,
    statement INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    start INTEGER,
    "end" INTEGER,
    than INTEGER NOT NULL REFERENCES statements (entry) ON DELETE CASCADE,
    than_start INTEGER,
    than_end INTEGER,
    PRIMARY KEY (utterance, statement, ordinal),
    FOREIGN KEY (utterance, statement) REFERENCES utterance_members (utterance, statement) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX utterance_changes_than ON utterance_changes (than);

-- Pairs of statements that were joined, and why.
CREATE TABLE utterance_links (
    utterance INTEGER NOT NULL REFERENCES utterances (number) ON DELETE CASCADE,
    a INTEGER NOT NULL REFERENCES statements (entry) ON DELETE CASCADE,
    b INTEGER NOT NULL REFERENCES statements (entry) ON DELETE CASCADE,
    reason TEXT NOT NULL,
    score REAL NOT NULL, -- after the key: else SQLite 3.40 takes whole scores for NULL in its check
    PRIMARY KEY (utterance, a, b)
) STRICT, WITHOUT ROWID;
CREATE INDEX utterance_links_a ON utterance_links (a);
CREATE INDEX utterance_links_b ON utterance_links (b);

-- Pairs of statements that may report one utterance: for a person, no fact. actor: an id.
CREATE TABLE utterance_proposals (
    a INTEGER NOT NULL REFERENCES statements (entry) ON DELETE CASCADE,
    b INTEGER NOT NULL REFERENCES statements (entry) ON DELETE CASCADE,
    actor TEXT NOT NULL,
    score REAL NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (a, b)
) STRICT, WITHOUT ROWID;
CREATE INDEX utterance_proposals_b ON utterance_proposals (b);
CREATE INDEX utterance_proposals_actor ON utterance_proposals (actor);

-- Ids that utterances had before the statement they come from was lost. id, utterance: ids of utterances.
CREATE TABLE utterance_redirects (
    id TEXT PRIMARY KEY,
    utterance TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE VIEW all_utterances AS
SELECT
    utterances.id AS utterance, utterances.actor, actors.name AS actor_name, utterance_members.ordinal,
    entries.id AS statement, reports.id AS report, reports.outlet, reports.published_start AS published,
    utterance_members.rendering, utterance_members.reason,
    substr(texts.text, utterance_members.start + 1, utterance_members."end" - utterance_members.start) AS words,
    utterance_members.start, utterance_members."end", utterance_members.relayed, utterance_members.translated,
    entries.zone, entries.band, entries.status, reports.origin
FROM utterances
JOIN utterance_members ON utterance_members.utterance = utterances.number
JOIN entries ON entries.number = utterance_members.statement
JOIN reports ON reports.number = entries.report
JOIN texts ON texts.report = reports.number
LEFT JOIN actors ON actors.id = utterances.actor
ORDER BY utterances.id, utterance_members.ordinal;
