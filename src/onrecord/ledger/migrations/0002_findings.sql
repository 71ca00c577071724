-- Mentions, figures and time expressions beside statements. kinds: what the analyser was asked for; a report that was
-- not asked for all kinds is stale.
ALTER TABLE analyses ADD COLUMN kinds TEXT NOT NULL DEFAULT 'statement';

DROP INDEX entries_report;
CREATE INDEX entries_report ON entries (report, kind);

-- chain: the first mention of the same actor in this report, which may be this one. head_* lie in the mention, name_*
-- are where the name is cut from. gender: m, f, n or empty; plurality: s, p or empty.
CREATE TABLE mentions (
    entry INTEGER PRIMARY KEY REFERENCES entries (number) ON DELETE CASCADE,
    chain INTEGER NOT NULL REFERENCES mentions (entry) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    form TEXT NOT NULL,
    type TEXT,
    name TEXT,
    gender TEXT NOT NULL,
    plurality TEXT NOT NULL,
    quoted INTEGER NOT NULL CHECK (quoted IN (0, 1)),
    head_start INTEGER NOT NULL,
    head_end INTEGER NOT NULL,
    name_start INTEGER,
    name_end INTEGER
) STRICT;
CREATE INDEX mentions_chain ON mentions (chain);

ALTER TABLE statements ADD COLUMN speaker_chain INTEGER
    REFERENCES mentions (entry) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX statements_speaker_chain ON statements (speaker_chain);

-- minimum and maximum: NULL where open. statement: the id of the one that the figure stands in.
CREATE TABLE figures (
    entry INTEGER PRIMARY KEY REFERENCES entries (number) ON DELETE CASCADE,
    value REAL,
    minimum REAL,
    maximum REAL,
    hedge TEXT NOT NULL,
    unit TEXT,
    giver_name TEXT,
    relay_name TEXT,
    counting TEXT,
    ordinal INTEGER NOT NULL CHECK (ordinal IN (0, 1)),
    implied INTEGER NOT NULL CHECK (implied IN (0, 1)),
    statement TEXT REFERENCES entries (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX figures_statement ON figures (statement);

-- expression: the TIMEX3 value before its anchor is known; value, start and "end": where it was known when the report was
-- read. statement: the id of the one that it stands in or dates.
CREATE TABLE times (
    entry INTEGER PRIMARY KEY REFERENCES entries (number) ON DELETE CASCADE,
    type TEXT NOT NULL,
    expression TEXT NOT NULL,
    anchor TEXT NOT NULL,
    value TEXT,
    start TEXT,
    "end" TEXT,
    happening TEXT,
    statement TEXT REFERENCES entries (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    dates_saying INTEGER NOT NULL CHECK (dates_saying IN (0, 1))
) STRICT;
CREATE INDEX times_statement ON times (statement);

CREATE VIEW all_mentions AS
SELECT
    entries.number, entries.id, reports.id AS report, reports.outlet, reports.published_start AS published,
    spans.exact, mentions.form, mentions.type, mentions.name, first.id AS chain,
    (SELECT group_concat(exact, ' ') FROM (
        SELECT exact FROM spans WHERE spans.entry = entries.number AND role = 'title' ORDER BY ordinal
    )) AS title,
    mentions.gender, mentions.plurality, mentions.quoted, entries.zone, spans.start, spans."end",
    entries.confidence, entries.band, entries.status, entries.reason, entries.rule, entries.analyser, reports.origin
FROM mentions
JOIN entries ON entries.number = mentions.entry
JOIN entries AS first ON first.number = mentions.chain
JOIN reports ON reports.number = entries.report
JOIN spans ON spans.entry = mentions.entry AND spans.role = 'mention';

CREATE VIEW all_figures AS
SELECT
    entries.number, entries.id, reports.id AS report, reports.outlet, reports.published_start AS published,
    spans.exact, figures.value, figures.minimum, figures.maximum, figures.hedge, figures.unit,
    (SELECT group_concat(exact, ' ') FROM (
        SELECT exact FROM spans WHERE spans.entry = entries.number AND role = 'what' ORDER BY ordinal
    )) AS what,
    (SELECT group_concat(exact, ' ') FROM (
        SELECT exact FROM spans WHERE spans.entry = entries.number AND role = 'group' ORDER BY ordinal
    )) AS "group",
    (SELECT group_concat(exact, ' ') FROM (
        SELECT exact FROM spans WHERE spans.entry = entries.number AND role = 'place' ORDER BY ordinal
    )) AS place,
    (SELECT group_concat(exact, ' ') FROM (
        SELECT exact FROM spans WHERE spans.entry = entries.number AND role = 'as_of' ORDER BY ordinal
    )) AS as_of,
    (SELECT group_concat(exact, ' ') FROM (
        SELECT exact FROM spans WHERE spans.entry = entries.number AND role = 'giver' ORDER BY ordinal
    )) AS giver,
    figures.giver_name,
    (SELECT group_concat(exact, ' ') FROM (
        SELECT exact FROM spans WHERE spans.entry = entries.number AND role = 'relay' ORDER BY ordinal
    )) AS relay,
    figures.relay_name, figures.counting, figures.ordinal, figures.implied, figures.statement,
    entries.zone, spans.start, spans."end",
    entries.confidence, entries.band, entries.status, entries.reason, entries.rule, entries.analyser, reports.origin
FROM figures
JOIN entries ON entries.number = figures.entry
JOIN reports ON reports.number = entries.report
JOIN spans ON spans.entry = figures.entry AND spans.role = 'number';

CREATE VIEW all_times AS
SELECT
    entries.number, entries.id, reports.id AS report, reports.outlet, reports.published_start AS published,
    spans.exact, times.type, times.expression, times.anchor, times.value, times.start AS first_day, times."end" AS last_day,
    (SELECT group_concat(exact, ' ') FROM (
        SELECT exact FROM spans WHERE spans.entry = entries.number AND role = 'event' ORDER BY ordinal
    )) AS event,
    times.happening, times.statement, times.dates_saying, entries.zone, spans.start, spans."end",
    entries.confidence, entries.band, entries.status, entries.reason, entries.rule, entries.analyser, reports.origin
FROM times
JOIN entries ON entries.number = times.entry
JOIN reports ON reports.number = entries.report
JOIN spans ON spans.entry = times.entry AND spans.role = 'time';
