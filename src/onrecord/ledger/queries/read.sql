-- name: reports
SELECT
    reports.number, reports.id, reports.capture, reports.text_id, reports.origin, reports.outlet, reports.title,
    reports.byline, reports.agency, reports.url, reports.published_start, reports.published_end,
    reports.published_method, reports.published_confidence, reports.genre, reports.genre_reason, reports.characters,
    (SELECT json_group_array(json_array(kind, start, "end")) FROM (
        SELECT kind, start, "end" FROM zones WHERE zones.report = reports.number ORDER BY ordinal
    )) AS zones,
    (SELECT count(*) FROM entries WHERE entries.report = reports.number AND entries.kind = 'statement') AS statements,
    (SELECT copy_group FROM copy_groups WHERE copy_groups.report = reports.number AND copy_groups.main) AS copy_group,
    (SELECT json_group_array(note) FROM (
        SELECT DISTINCT note FROM notes WHERE notes.report = reports.number AND shown ORDER BY note
    )) AS notes
FROM reports
/* conditions */
ORDER BY reports.id

-- name: statements
SELECT
    entries.id, reports.id AS report, reports.origin, reports.outlet, reports.published_start AS published, entries.zone,
    reports.published_end, reports.published_method, reports.published_confidence,
    (SELECT json_group_array(json_array(role, start, "end", exact)) FROM (
        SELECT role, start, "end", exact FROM spans WHERE spans.entry = entries.number ORDER BY role, ordinal
    )) AS spans,
    statements.speaker, statements.mode, statements.act, statements.negated, statements.nameless, statements.parent,
    firsts.id AS chain, actors.id AS actor,
    entries.confidence, entries.band, entries.status, entries.reason, entries.rule, entries.analyser
FROM entries
JOIN statements ON statements.entry = entries.number
JOIN reports ON reports.number = entries.report
LEFT JOIN entries AS firsts ON firsts.number = statements.speaker_chain
LEFT JOIN chains ON chains.mention = statements.speaker_chain
LEFT JOIN actors ON actors.number = chains.actor
/* conditions */
ORDER BY entries.id

-- name: sayings
SELECT reports.id AS report, said.id, statements.speaker, min(spans.start) AS at, times.start, times."end", times.confidence
FROM dated_times AS times
JOIN entries ON entries.number = times.entry
JOIN reports ON reports.number = entries.report
JOIN entries AS said ON said.id = times.statement
JOIN statements ON statements.entry = said.number
JOIN spans ON spans.entry = said.number AND spans.role IN ('cue', 'content')
WHERE times.dates_saying AND times.start IS NOT NULL AND times."end" IS NOT NULL AND times.type IN ('DATE', 'TIME')
GROUP BY entries.number
ORDER BY entries.id

-- name: sayings of
SELECT reports.id AS report, said.id, statements.speaker, min(spans.start) AS at, times.start, times."end", entries.confidence
FROM reports
CROSS JOIN entries ON entries.report = reports.number AND entries.kind = 'time'
CROSS JOIN times ON times.entry = entries.number
JOIN entries AS said ON said.id = times.statement
JOIN statements ON statements.entry = said.number
JOIN spans ON spans.entry = said.number AND spans.role IN ('cue', 'content')
WHERE reports.id = :report
    AND times.dates_saying AND times.start IS NOT NULL AND times."end" IS NOT NULL AND times.type IN ('DATE', 'TIME')
GROUP BY entries.number
ORDER BY entries.id

-- name: mentions
SELECT
    entries.id, reports.id AS report, reports.origin, reports.outlet, reports.published_start AS published, entries.zone,
    (SELECT json_group_array(json_array(role, start, "end", exact)) FROM (
        SELECT role, start, "end", exact FROM spans WHERE spans.entry = entries.number ORDER BY role, ordinal
    )) AS spans,
    mentions.form, mentions.type, mentions.name, firsts.id AS chain, actors.id AS actor, mentions.gender, mentions.plurality,
    mentions.quoted, mentions.head_start, mentions.head_end,
    entries.confidence, entries.band, entries.status, entries.reason, entries.rule, entries.analyser
FROM entries
JOIN mentions ON mentions.entry = entries.number
JOIN reports ON reports.number = entries.report
JOIN entries AS firsts ON firsts.number = mentions.chain
LEFT JOIN chains ON chains.mention = mentions.chain
LEFT JOIN actors ON actors.number = chains.actor
/* conditions */
ORDER BY entries.id

-- name: figures
SELECT
    entries.id, reports.id AS report, reports.origin, reports.outlet, reports.published_start AS published, entries.zone,
    (SELECT json_group_array(json_array(role, start, "end", exact)) FROM (
        SELECT role, start, "end", exact FROM spans WHERE spans.entry = entries.number ORDER BY role, ordinal
    )) AS spans,
    figures.value, figures.minimum, figures.maximum, figures.hedge, figures.unit, figures.giver_name, figures.relay_name,
    figures.counting, figures.ordinal, figures.implied,
    (SELECT said.id FROM entries AS said WHERE said.id = figures.statement AND said.status != 'rejected') AS statement,
    entries.confidence, entries.band, entries.status, entries.reason, entries.rule, entries.analyser
FROM entries
JOIN figures ON figures.entry = entries.number
JOIN reports ON reports.number = entries.report
/* conditions */
ORDER BY entries.id

-- name: times
SELECT
    entries.id, reports.id AS report, reports.origin, reports.outlet, reports.published_start AS published, entries.zone,
    (SELECT json_group_array(json_array(role, start, "end", exact)) FROM (
        SELECT role, start, "end", exact FROM spans WHERE spans.entry = entries.number ORDER BY role, ordinal
    )) AS spans,
    times.type, times.expression, times.anchor, times.value, times.start, times."end", times.happening,
    (SELECT said.id FROM entries AS said WHERE said.id = times.statement AND said.status != 'rejected') AS statement,
    times.dates_saying,
    (SELECT value FROM features WHERE features.entry = entries.number AND features.name = 'bound') AS bound,
    times.confidence, times.band, entries.status, entries.reason, entries.rule, entries.analyser
FROM entries
JOIN dated_times AS times ON times.entry = entries.number
JOIN reports ON reports.number = entries.report
/* conditions */
ORDER BY entries.id

-- name: relations
SELECT
    entries.id, reports.id AS report, reports.origin, reports.outlet, reports.published_start AS published, entries.zone,
    (SELECT json_group_array(json_array(role, start, "end", exact)) FROM (
        SELECT role, start, "end", exact FROM spans WHERE spans.entry = entries.number ORDER BY role, ordinal
    )) AS spans,
    relations.kind, relations.strength, relations.voice, relations.negated, relations.source_name, relations.target_name,
    relations.statement, doing.id AS from_chain, met.id AS to_chain, doers.id AS from_actor, doers.name AS from_name,
    others.id AS to_actor, others.name AS to_name,
    entries.confidence, entries.band, entries.status, entries.reason, entries.rule, entries.analyser
FROM entries
JOIN relations ON relations.entry = entries.number
JOIN reports ON reports.number = entries.report
LEFT JOIN entries AS doing ON doing.number = relations.source_chain
LEFT JOIN entries AS met ON met.number = relations.target_chain
LEFT JOIN chains AS source_chains ON source_chains.mention = relations.source_chain
LEFT JOIN chains AS target_chains ON target_chains.mention = relations.target_chain
LEFT JOIN actors AS doers ON doers.number = source_chains.actor
LEFT JOIN actors AS others ON others.number = target_chains.actor
/* conditions */
ORDER BY entries.id

-- name: positions
SELECT
    entries.id, reports.id AS report, reports.origin, reports.outlet, reports.published_start AS published, entries.zone,
    (SELECT json_group_array(json_array(role, start, "end", exact)) FROM (
        SELECT role, start, "end", exact FROM spans WHERE spans.entry = entries.number ORDER BY role, ordinal
    )) AS spans,
    positions.kind, positions.voice, positions.negated, positions.holder_name, positions.statement, firsts.id AS chain,
    actors.id AS actor, actors.name AS actor_name,
    entries.confidence, entries.band, entries.status, entries.reason, entries.rule, entries.analyser
FROM entries
JOIN positions ON positions.entry = entries.number
JOIN reports ON reports.number = entries.report
LEFT JOIN entries AS firsts ON firsts.number = positions.holder_chain
LEFT JOIN chains ON chains.mention = positions.holder_chain
LEFT JOIN actors ON actors.number = chains.actor
/* conditions */
ORDER BY entries.id

-- name: labels
SELECT
    entries.id, reports.id AS report, reports.origin, reports.outlet, reports.published_start AS published, entries.zone,
    (SELECT json_group_array(json_array(role, start, "end", exact)) FROM (
        SELECT role, start, "end", exact FROM spans WHERE spans.entry = entries.number ORDER BY role, ordinal
    )) AS spans,
    labels.kind, labels.voice, labels.head_start, labels.head_end,
    (SELECT said.id FROM entries AS said WHERE said.id = labels.statement AND said.status != 'rejected') AS statement,
    firsts.id AS chain,
    (SELECT value FROM features WHERE features.entry = entries.number AND features.name = 'lemma') AS lemma,
    actors.id AS actor, actors.name AS actor_name,
    entries.confidence, entries.band, entries.status, entries.reason, entries.rule, entries.analyser
FROM entries
JOIN labels ON labels.entry = entries.number
JOIN reports ON reports.number = entries.report
LEFT JOIN entries AS firsts ON firsts.number = labels.chain
LEFT JOIN chains ON chains.mention = labels.chain
LEFT JOIN actors ON actors.number = chains.actor
/* conditions */
ORDER BY entries.id

-- name: doubts
SELECT
    doubts.id, reports.id AS report, reports.origin, reports.outlet, doubts.start, doubts."end",
    doubts.disposition, doubts.rule, doubts.reason
FROM doubts
JOIN reports ON reports.number = doubts.report
/* conditions */
ORDER BY doubts.id

-- name: spans
SELECT
    entries.id AS entry, reports.id AS report, spans.role, spans.ordinal, spans.start, spans."end", spans.exact,
    spans.utf16_start, spans.utf16_end, spans.byte_start, spans.byte_end
FROM spans
JOIN entries ON entries.number = spans.entry
JOIN reports ON reports.number = entries.report
ORDER BY reports.id, entries.id, spans.role, spans.ordinal

-- name: settings of
SELECT analyses.analyser, analyses.settings, analyses.input, analyses.digest
FROM analyses JOIN reports ON reports.number = analyses.report WHERE reports.id = ?

-- name: refusals
SELECT subject, kind, reason, remedy FROM refusals ORDER BY subject

-- name: decisions
SELECT number, at, by, kind, report, field, before, after, because, actor, entry, part_of FROM decisions
WHERE (:report IS NULL OR report = :report) AND (:actor IS NULL OR actor = :actor) ORDER BY number

-- name: entries beginning
SELECT id FROM entries WHERE id >= :first AND id < :first || 'g' AND (:kind IS NULL OR kind = :kind) ORDER BY id LIMIT 6

-- name: doubts beginning
SELECT id FROM doubts WHERE id >= :first AND id < :first || 'g' ORDER BY id LIMIT 6

-- name: reports beginning
SELECT id FROM reports WHERE id >= :first AND id < :first || 'g' ORDER BY id LIMIT 6

-- name: text
SELECT texts.text FROM reports JOIN texts ON texts.report = reports.number WHERE reports.id = ?

-- name: report
SELECT reports.*, texts.text, inferred_dates.report IS NOT NULL AND reports.published_method = 'inferred' AS guessed
FROM reports JOIN texts ON texts.report = reports.number
LEFT JOIN inferred_dates ON inferred_dates.report = reports.number WHERE reports.id = ?

-- name: zones
SELECT kind, start, "end" FROM zones WHERE report = ? ORDER BY ordinal

-- name: metadata
SELECT name, value, origin FROM metadata WHERE report = ? ORDER BY name, origin, value

-- name: notes
SELECT DISTINCT note FROM notes WHERE report = ? AND shown ORDER BY note

-- name: origins
SELECT origin, place, retrieved FROM origins WHERE report = ? ORDER BY origin, place

-- name: capture
SELECT captures.id, captures.packed, reports.media_type, reports.encoding, reports.layout, reports.origin, reports.place,
    (SELECT min(retrieved) FROM origins WHERE origins.report = reports.number) AS retrieved
FROM captures JOIN reports ON reports.capture = captures.id
WHERE captures.id = :id OR reports.id = :id ORDER BY reports.origin, reports.place, reports.id LIMIT 1

-- name: analysis
SELECT reports.number, reports.id AS report, analyses.analyser, analyses.settings, analyses.input, analyses.digest
FROM analyses JOIN reports ON reports.number = analyses.report WHERE reports.id = ?

-- name: statement entries of
SELECT entries.*, statements.*, chain.id AS chain_id FROM entries
JOIN statements ON statements.entry = entries.number
LEFT JOIN entries AS chain ON chain.number = statements.speaker_chain
WHERE entries.report = ? ORDER BY entries.id

-- name: mention entries of
SELECT entries.*, mentions.*, first.id AS chain_id FROM entries
JOIN mentions ON mentions.entry = entries.number
JOIN entries AS first ON first.number = mentions.chain
WHERE entries.report = ? ORDER BY entries.id

-- name: figure entries of
SELECT entries.*, figures.* FROM entries
JOIN figures ON figures.entry = entries.number
WHERE entries.report = ? ORDER BY entries.id

-- name: time entries of
SELECT entries.*, times.* FROM entries
JOIN times ON times.entry = entries.number
WHERE entries.report = ? ORDER BY entries.id

-- name: relation entries of
SELECT entries.*, relations.kind AS own, relations.strength, relations.voice, relations.negated, relations.source_name,
    relations.target_name, relations.statement, doing.id AS source_id, met.id AS target_id FROM entries
JOIN relations ON relations.entry = entries.number
LEFT JOIN entries AS doing ON doing.number = relations.source_chain
LEFT JOIN entries AS met ON met.number = relations.target_chain
WHERE entries.report = ? ORDER BY entries.id

-- name: position entries of
SELECT entries.*, positions.kind AS own, positions.voice, positions.negated, positions.holder_name, positions.statement,
    chain.id AS chain_id FROM entries
JOIN positions ON positions.entry = entries.number
LEFT JOIN entries AS chain ON chain.number = positions.holder_chain
WHERE entries.report = ? ORDER BY entries.id

-- name: label entries of
SELECT entries.*, labels.kind AS own, labels.voice, labels.head_start, labels.head_end, labels.statement,
    chain.id AS chain_id FROM entries
JOIN labels ON labels.entry = entries.number
LEFT JOIN entries AS chain ON chain.number = labels.chain
WHERE entries.report = ? ORDER BY entries.id

-- name: doubts of
SELECT * FROM doubts WHERE report = ? ORDER BY id

-- name: spans of
SELECT spans.entry, spans.role, spans.start, spans."end" FROM entries JOIN spans ON spans.entry = entries.number
WHERE entries.report = ? ORDER BY spans.entry, spans.role, spans.ordinal

-- name: candidates of
SELECT candidates.entry, candidates.start, candidates."end", candidates.score, candidates.reason
FROM entries JOIN candidates ON candidates.entry = entries.number
WHERE entries.report = ? ORDER BY candidates.entry, candidates.ordinal

-- name: features of
SELECT features.entry, features.name, features.value FROM entries JOIN features ON features.entry = entries.number
WHERE entries.report = ? ORDER BY features.entry, features.ordinal

-- name: report of entry
SELECT reports.number, reports.id FROM entries JOIN reports ON reports.number = entries.report WHERE entries.id = ?

-- name: kind of entry
SELECT kind FROM entries WHERE id = ?

-- name: stale
SELECT reports.id FROM reports LEFT JOIN analyses ON analyses.report = reports.number
WHERE analyses.report IS NULL OR analyses.analyser != :analyser OR analyses.settings != :settings
    OR analyses.input != reports.text_id OR analyses.kinds != :kinds
ORDER BY reports.id

-- name: lacking
SELECT count(*) FROM reports LEFT JOIN analyses ON analyses.report = reports.number
WHERE analyses.kinds IS NULL OR analyses.kinds != :kinds

-- name: current
SELECT EXISTS (
    SELECT 1 FROM reports JOIN analyses ON analyses.report = reports.number
    WHERE reports.id = :report AND analyses.input = :text AND reports.text_id = :text
        AND analyses.analyser = :analyser AND analyses.settings = :settings AND analyses.kinds = :kinds
)

-- name: removed
SELECT removed.report, removed.origin, decisions.at, decisions.by, decisions.because
FROM removed JOIN decisions ON decisions.number = removed.decision ORDER BY removed.report

-- name: totals
SELECT
    (SELECT count(*) FROM reports) AS reports,
    (SELECT count(*) FROM reports WHERE number NOT IN (SELECT report FROM copy_groups))
        + (SELECT count(DISTINCT copy_group) FROM copy_groups WHERE whole) AS texts,
    (SELECT count(*) FROM captures) AS captures,
    (SELECT count(DISTINCT outlet) FROM reports) AS outlets,
    (SELECT count(*) FROM reports WHERE published_start IS NULL) AS undated,
    (SELECT coalesce(sum(characters), 0) FROM reports) AS characters,
    (SELECT coalesce(sum(words), 0) FROM reports) AS words,
    (SELECT count(*) FROM statements) AS statements,
    (SELECT count(*) FROM statements WHERE speaker IS NOT NULL) AS named,
    (SELECT count(*) FROM mentions) AS mentions,
    (SELECT count(*) FROM figures WHERE NOT implied) AS figures,
    (SELECT count(*) FROM times) AS times,
    (SELECT count(*) FROM relations WHERE NOT negated) AS relations,
    (SELECT count(*) FROM positions WHERE NOT negated) AS positions,
    (SELECT count(*) FROM labels) AS labels,
    (SELECT count(*) FROM actors) AS actors,
    (SELECT count(*) FROM proposals) AS proposals,
    (SELECT count(*) FROM removed) AS removed

-- name: without speaker by reason
SELECT reason, count(*) FROM statements_without_speaker GROUP BY reason ORDER BY count(*) DESC, reason

-- name: doubts by reason
SELECT disposition, reason, count(*) FROM doubts GROUP BY disposition, reason ORDER BY disposition, count(*) DESC, reason

-- name: refused by kind
SELECT kind, count(*) FROM refusals GROUP BY kind ORDER BY count(*) DESC, kind

-- name: statements by analyser
SELECT analyses.analyser, count(entries.number) FROM analyses
LEFT JOIN entries ON entries.report = analyses.report AND entries.kind = 'statement'
GROUP BY analyses.analyser ORDER BY analyses.analyser

-- name: reports by genre
SELECT genre, count(*) FROM reports GROUP BY genre ORDER BY count(*) DESC, genre

-- name: entries that were
SELECT DISTINCT entry_redirects.entry FROM entry_redirects
JOIN entries ON entries.id = entry_redirects.entry
WHERE substr(entry_redirects.id, 1, length(:first)) = :first AND (:kind IS NULL OR entries.kind = :kind)
ORDER BY 1
