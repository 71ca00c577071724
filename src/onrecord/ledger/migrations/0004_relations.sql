-- Relations, positions and labels: who is at odds with whom, what a party wants, and the words that outlets choose.

-- source_chain, target_chain: the first mention of either side in this report; NULL where it is nobody whom it names.
-- statement: the id of the one that it stands in. negated: the report says that it was not so.
CREATE TABLE relations (
    entry INTEGER PRIMARY KEY REFERENCES entries (number) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    strength TEXT NOT NULL,
    voice TEXT NOT NULL,
    source_chain INTEGER REFERENCES mentions (entry) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    target_chain INTEGER REFERENCES mentions (entry) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    source_name TEXT,
    target_name TEXT,
    statement TEXT REFERENCES entries (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    negated INTEGER NOT NULL CHECK (negated IN (0, 1))
) STRICT;
CREATE INDEX relations_source_chain ON relations (source_chain);
CREATE INDEX relations_target_chain ON relations (target_chain);
CREATE INDEX relations_statement ON relations (statement);

CREATE TABLE positions (
    entry INTEGER PRIMARY KEY REFERENCES entries (number) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    voice TEXT NOT NULL,
    holder_chain INTEGER REFERENCES mentions (entry) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    holder_name TEXT,
    statement TEXT REFERENCES entries (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    negated INTEGER NOT NULL CHECK (negated IN (0, 1))
) STRICT;
CREATE INDEX positions_holder_chain ON positions (holder_chain);
CREATE INDEX positions_statement ON positions (statement);

-- head_*: the word that carries the label, within its span. chain: the first mention of whom it is about.
CREATE TABLE labels (
    entry INTEGER PRIMARY KEY REFERENCES entries (number) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    voice TEXT NOT NULL,
    chain INTEGER REFERENCES mentions (entry) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    head_start INTEGER NOT NULL,
    head_end INTEGER NOT NULL,
    statement TEXT REFERENCES entries (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX labels_chain ON labels (chain);
CREATE INDEX labels_statement ON labels (statement);

-- "from" and "to": the actor's name, else the name in this report, else its words; the outlet where it says so itself.
CREATE VIEW all_relations AS
SELECT
    number, id, report, outlet, published,
    coalesce(from_name, source_name, from_words, CASE voice WHEN 'outlet' THEN outlet END) AS "from", from_actor,
    kind, coalesce(to_name, target_name, to_words) AS "to", to_actor,
    strength, voice, negated, from_words, cue, to_words, matter, statement, zone,
    confidence, band, status, reason, rule, analyser, origin
FROM (
    SELECT
        entries.number, entries.id, reports.id AS report, reports.outlet, reports.published_start AS published,
        doers.name AS from_name, doers.id AS from_actor, relations.source_name, others.name AS to_name,
        others.id AS to_actor, relations.target_name, relations.kind, relations.strength, relations.voice,
        relations.negated,
        (SELECT group_concat(exact, ' ') FROM (
            SELECT exact FROM spans WHERE spans.entry = entries.number AND role = 'source' ORDER BY ordinal
        )) AS from_words,
        (SELECT group_concat(exact, ' ') FROM (
            SELECT exact FROM spans WHERE spans.entry = entries.number AND role = 'cue' ORDER BY ordinal
        )) AS cue,
        (SELECT group_concat(exact, ' ') FROM (
            SELECT exact FROM spans WHERE spans.entry = entries.number AND role = 'target' ORDER BY ordinal
        )) AS to_words,
        (SELECT group_concat(exact, ' ') FROM (
            SELECT exact FROM spans WHERE spans.entry = entries.number AND role = 'matter' ORDER BY ordinal
        )) AS matter,
        relations.statement, entries.zone, entries.confidence, entries.band, entries.status, entries.reason,
        entries.rule, entries.analyser, reports.origin
    FROM relations
    JOIN entries ON entries.number = relations.entry
    JOIN reports ON reports.number = entries.report
    LEFT JOIN chains AS doing ON doing.mention = relations.source_chain
    LEFT JOIN actors AS doers ON doers.number = doing.actor
    LEFT JOIN chains AS met ON met.mention = relations.target_chain
    LEFT JOIN actors AS others ON others.number = met.actor
);

CREATE VIEW all_positions AS
SELECT
    entries.number, entries.id, reports.id AS report, reports.outlet, reports.published_start AS published,
    coalesce(actors.name, positions.holder_name) AS holder, actors.id AS holder_actor, positions.kind, positions.voice,
    positions.negated,
    (SELECT group_concat(exact, ' ') FROM (
        SELECT exact FROM spans WHERE spans.entry = entries.number AND role = 'holder' ORDER BY ordinal
    )) AS holder_words,
    (SELECT group_concat(exact, ' ') FROM (
        SELECT exact FROM spans WHERE spans.entry = entries.number AND role = 'cue' ORDER BY ordinal
    )) AS cue,
    (SELECT group_concat(exact, ' ') FROM (
        SELECT exact FROM spans WHERE spans.entry = entries.number AND role = 'content' ORDER BY ordinal
    )) AS content,
    (SELECT group_concat(exact, ' ') FROM (
        SELECT exact FROM spans WHERE spans.entry = entries.number AND role = 'condition' ORDER BY ordinal
    )) AS condition,
    (SELECT group_concat(exact, ' ') FROM (
        SELECT exact FROM spans WHERE spans.entry = entries.number AND role = 'addressee' ORDER BY ordinal
    )) AS addressee,
    positions.statement, entries.zone,
    entries.confidence, entries.band, entries.status, entries.reason, entries.rule, entries.analyser, reports.origin
FROM positions
JOIN entries ON entries.number = positions.entry
JOIN reports ON reports.number = entries.report
LEFT JOIN chains ON chains.mention = positions.holder_chain
LEFT JOIN actors ON actors.number = chains.actor;

CREATE VIEW all_labels AS
SELECT
    entries.number, entries.id, reports.id AS report, reports.outlet, reports.published_start AS published,
    spans.exact, labels.kind, labels.voice,
    (SELECT group_concat(exact, ' ') FROM (
        SELECT exact FROM spans WHERE spans.entry = entries.number AND role = 'about' ORDER BY ordinal
    )) AS about,
    actors.id AS actor, actors.name AS actor_name,
    (SELECT value FROM features WHERE features.entry = entries.number AND features.name = 'lemma') AS lemma,
    labels.statement, entries.zone, spans.start, spans."end",
    entries.confidence, entries.band, entries.status, entries.reason, entries.rule, entries.analyser, reports.origin
FROM labels
JOIN entries ON entries.number = labels.entry
JOIN reports ON reports.number = entries.report
JOIN spans ON spans.entry = labels.entry AND spans.role = 'label'
LEFT JOIN chains ON chains.mention = labels.chain
LEFT JOIN actors ON actors.number = chains.actor;
