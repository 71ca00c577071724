-- The first schema. Times are ISO-8601 in UTC; offsets are code points, 0-based, half-open, unless a name says otherwise.
-- `number` is a key of this file alone and differs between ledgers; `id` is the same wherever the same thing is recorded.

-- The bytes as they came. packed: zlib (RFC 1950).
CREATE TABLE captures (
    id TEXT PRIMARY KEY CHECK (length(id) = 64),
    size INTEGER NOT NULL,
    packed BLOB NOT NULL
) STRICT;

-- One outlet's text. outlet_read went into the id and never changes; outlet and the other columns of the header show
-- what was chosen from every header, with corrections laid over. offset_runs: see docs/decisions.
CREATE TABLE reports (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    capture TEXT NOT NULL REFERENCES captures (id),
    locator TEXT NOT NULL,
    text_id TEXT NOT NULL CHECK (length(text_id) = 64),
    media_type TEXT NOT NULL,
    encoding TEXT,
    layout TEXT NOT NULL,
    offset_encoding TEXT NOT NULL,
    offset_runs BLOB NOT NULL,
    origin TEXT NOT NULL,
    place TEXT NOT NULL,
    outlet_read TEXT,
    outlet TEXT,
    title TEXT,
    byline TEXT,
    agency TEXT,
    url TEXT,
    published_start TEXT,
    published_end TEXT,
    published_method TEXT NOT NULL,
    published_confidence REAL NOT NULL,
    genre TEXT NOT NULL,
    genre_reason TEXT,
    characters INTEGER NOT NULL,
    words INTEGER NOT NULL
) STRICT;
CREATE INDEX reports_capture ON reports (capture);
CREATE INDEX reports_outlet ON reports (outlet);
CREATE INDEX reports_published ON reports (published_start);

-- The exact text of a report, apart from it so that lists of reports stay quick.
CREATE TABLE texts (
    report INTEGER PRIMARY KEY REFERENCES reports (number) ON DELETE CASCADE,
    text TEXT NOT NULL
) STRICT;

-- Every path or address under which a report's bytes came.
CREATE TABLE origins (
    report INTEGER NOT NULL REFERENCES reports (number) ON DELETE CASCADE,
    origin TEXT NOT NULL,
    place TEXT NOT NULL,
    retrieved TEXT,
    PRIMARY KEY (report, origin, place)
) STRICT, WITHOUT ROWID;

-- Every value that was given, from every origin of metadata (option, sidecar, file, page, file name).
CREATE TABLE metadata (
    report INTEGER NOT NULL REFERENCES reports (number) ON DELETE CASCADE,
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    origin TEXT NOT NULL,
    UNIQUE (report, name, origin, value)
) STRICT;

-- What each adding of a report chose from what was given with it. digest: of the other columns.
CREATE TABLE headers (
    report INTEGER NOT NULL REFERENCES reports (number) ON DELETE CASCADE,
    digest TEXT NOT NULL,
    title TEXT,
    byline TEXT,
    agency TEXT,
    url TEXT,
    published_start TEXT,
    published_end TEXT,
    published_method TEXT NOT NULL,
    published_confidence REAL NOT NULL,
    PRIMARY KEY (report, digest)
) STRICT, WITHOUT ROWID;

-- What a person should know about a report. header: the digest of the header it came with; empty where headers differ
-- or a person corrected them. Shown are those of the headers whose date is shown, and those without header.
CREATE TABLE notes (
    report INTEGER NOT NULL REFERENCES reports (number) ON DELETE CASCADE,
    header TEXT NOT NULL,
    note TEXT NOT NULL,
    shown INTEGER NOT NULL CHECK (shown IN (0, 1)),
    PRIMARY KEY (report, header, note)
) STRICT, WITHOUT ROWID;

CREATE TABLE zones (
    report INTEGER NOT NULL REFERENCES reports (number) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    kind TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    PRIMARY KEY (report, ordinal)
) STRICT, WITHOUT ROWID;

-- Which analyser, with which settings (digest), read which text (input); digest: of all that it found.
CREATE TABLE analyses (
    report INTEGER PRIMARY KEY REFERENCES reports (number) ON DELETE CASCADE,
    analyser TEXT NOT NULL,
    settings TEXT NOT NULL,
    input TEXT NOT NULL,
    digest TEXT NOT NULL
) STRICT;
CREATE INDEX analyses_analyser ON analyses (analyser, settings);

-- What every kind of entry has. kind: statement (later issues add more, each with a table of its own).
CREATE TABLE entries (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    report INTEGER NOT NULL REFERENCES analyses (report) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    zone TEXT NOT NULL,
    confidence REAL NOT NULL,
    band TEXT NOT NULL,
    status TEXT NOT NULL,
    reason TEXT NOT NULL,
    rule TEXT NOT NULL,
    analyser TEXT NOT NULL
) STRICT;
CREATE INDEX entries_report ON entries (report);

CREATE TABLE statements (
    entry INTEGER PRIMARY KEY REFERENCES entries (number) ON DELETE CASCADE,
    speaker TEXT,
    nameless TEXT,
    mode TEXT NOT NULL,
    act TEXT NOT NULL,
    negated INTEGER NOT NULL CHECK (negated IN (0, 1)),
    parent TEXT REFERENCES entries (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX statements_speaker ON statements (speaker);
CREATE INDEX statements_parent ON statements (parent);

-- role: source, cue, content, addressee, channel, evidence (of the speaker's name). byte_*: of the text in UTF-8.
CREATE TABLE spans (
    entry INTEGER NOT NULL REFERENCES entries (number) ON DELETE CASCADE,
    role TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    exact TEXT NOT NULL,
    utf16_start INTEGER NOT NULL,
    utf16_end INTEGER NOT NULL,
    byte_start INTEGER NOT NULL,
    byte_end INTEGER NOT NULL,
    PRIMARY KEY (entry, role, ordinal)
) STRICT, WITHOUT ROWID;

-- The sources that were weighed for a statement.
CREATE TABLE candidates (
    entry INTEGER NOT NULL REFERENCES entries (number) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    score REAL NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (entry, ordinal)
) STRICT, WITHOUT ROWID;

-- What resolving needs of an entry, so that nothing is parsed twice.
CREATE TABLE features (
    entry INTEGER NOT NULL REFERENCES entries (number) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (entry, ordinal)
) STRICT, WITHOUT ROWID;

-- What was dropped, unsure or not analysed.
CREATE TABLE doubts (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    report INTEGER NOT NULL REFERENCES analyses (report) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    disposition TEXT NOT NULL,
    rule TEXT NOT NULL,
    reason TEXT NOT NULL
) STRICT;
CREATE INDEX doubts_report ON doubts (report);

-- Inputs that could not be read; an input that is read later leaves this table.
CREATE TABLE refusals (
    subject TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    reason TEXT NOT NULL,
    remedy TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What people decided, in the order they decided it; never changed, never deleted. report: an id, kept when the report goes.
CREATE TABLE decisions (
    number INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    by TEXT NOT NULL,
    kind TEXT NOT NULL,
    report TEXT NOT NULL,
    field TEXT,
    before TEXT,
    after TEXT,
    because TEXT NOT NULL
) STRICT;
CREATE INDEX decisions_report ON decisions (report);
CREATE TRIGGER decisions_are_never_changed BEFORE UPDATE ON decisions
BEGIN SELECT raise(ABORT, 'decisions are append-only'); END;
CREATE TRIGGER decisions_are_never_deleted BEFORE DELETE ON decisions
BEGIN SELECT raise(ABORT, 'decisions are append-only'); END;

-- Reports that a person took out: adding them again changes nothing until they are restored.
CREATE TABLE removed (
    report TEXT PRIMARY KEY,
    capture TEXT NOT NULL,
    origin TEXT NOT NULL,
    decision INTEGER NOT NULL REFERENCES decisions (number)
) STRICT, WITHOUT ROWID;

-- Views: one per question.

CREATE VIEW all_reports AS
SELECT
    reports.number, reports.id, reports.outlet, reports.title, reports.byline, reports.agency, reports.url,
    reports.published_start, reports.published_end, reports.published_method, reports.published_confidence,
    reports.genre, reports.genre_reason, reports.origin, reports.place, reports.characters, reports.words,
    (SELECT count(*) FROM entries WHERE entries.report = reports.number AND entries.kind = 'statement') AS statements,
    analyses.analyser, analyses.settings, reports.capture, reports.text_id
FROM reports LEFT JOIN analyses ON analyses.report = reports.number;

CREATE VIEW statement_words AS
SELECT
    statements.entry AS number,
    (SELECT group_concat(exact, ' ') FROM (
        SELECT exact FROM spans WHERE spans.entry = statements.entry AND role = 'content' ORDER BY ordinal
    )) AS content
FROM statements;

CREATE VIEW all_statements AS
SELECT
    entries.number, entries.id, reports.id AS report, reports.outlet, reports.published_start AS published,
    statements.speaker, statements.act, statements.negated, statements.mode, statements.nameless, entries.zone,
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
JOIN statement_words ON statement_words.number = statements.entry;

CREATE VIEW statements_without_speaker AS
SELECT * FROM all_statements WHERE speaker IS NULL AND source IS NULL;

CREATE VIEW all_doubts AS
SELECT
    doubts.number, doubts.id, reports.id AS report, reports.outlet, doubts.disposition, doubts.rule, doubts.reason,
    doubts.start, doubts."end", substr(texts.text, doubts.start + 1, doubts."end" - doubts.start) AS exact, reports.origin
FROM doubts
JOIN reports ON reports.number = doubts.report
JOIN texts ON texts.report = doubts.report;

CREATE VIEW speakers AS
SELECT speaker, outlet, count(*) AS statements, min(published) AS first, max(published) AS last
FROM all_statements WHERE speaker IS NOT NULL GROUP BY speaker, outlet;

-- Full text. Both take their words from elsewhere, so that nothing is stored twice.

CREATE VIRTUAL TABLE report_search USING fts5 (
    text, content = 'texts', content_rowid = 'report', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE statement_search USING fts5 (
    content, content = 'statement_words', content_rowid = 'number', tokenize = 'unicode61 remove_diacritics 2'
);
