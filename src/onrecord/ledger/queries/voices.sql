-- name: version
SELECT version FROM voice_state

-- name: raise version
UPDATE voice_state SET version = version + 1

-- name: read from
SELECT reports.id, voice_reports.stamp, reports.text_id, reports.outlet, reports.published_start, reports.published_end,
    analyses.digest, decided.last
FROM reports
LEFT JOIN analyses ON analyses.report = reports.number
LEFT JOIN voice_reports ON voice_reports.report = reports.id
LEFT JOIN (SELECT report, max(number) AS last FROM decisions GROUP BY report) AS decided ON decided.report = reports.id
ORDER BY reports.id

-- name: reports gone
SELECT report FROM voice_reports WHERE report NOT IN (SELECT id FROM reports) ORDER BY report

-- name: reports of other speakers
SELECT DISTINCT voice_statements.report FROM voice_statements
JOIN entries ON entries.id = voice_statements.statement
JOIN statements ON statements.entry = entries.number
LEFT JOIN chains ON chains.mention = statements.speaker_chain
LEFT JOIN actors ON actors.number = chains.actor
WHERE voice_statements.number IN (
    SELECT voice_statements.number FROM voice_touched JOIN voice_statements ON voice_statements.actor = voice_touched.key
    WHERE voice_touched.kind = 'actor'
    UNION
    SELECT voice_statements.number FROM voice_touched
    JOIN actors ON actors.id = voice_touched.key
    JOIN chains ON chains.actor = actors.number
    JOIN statements ON statements.speaker_chain = chains.mention
    JOIN entries ON entries.number = statements.entry
    JOIN voice_statements ON voice_statements.statement = entries.id
    WHERE voice_touched.kind = 'actor'
) AND (
    voice_statements.actor IS NOT actors.id OR voice_statements.name IS NOT actors.name
    OR voice_statements.type IS NOT actors.type
)

-- name: forget touched actors
DELETE FROM voice_touched WHERE kind = 'actor'

-- name: told
SELECT
    entries.id AS statement, reports.id AS report, actors.id AS actor, actors.name, actors.type, statements.parent,
    CASE WHEN statements.mode = 'indirect' THEN '[]' ELSE (SELECT json_group_array(exact) FROM (
        SELECT exact FROM spans WHERE spans.entry = entries.number AND spans.role = 'content' ORDER BY ordinal
    )) END AS content,
    entries.status, statements.act, statements.negated, analyses.digest, reports.outlet, reports.published_start, reports.published_end
FROM reports
JOIN analyses ON analyses.report = reports.number
JOIN entries ON entries.report = reports.number AND entries.kind = 'statement'
JOIN statements ON statements.entry = entries.number
LEFT JOIN chains ON chains.mention = statements.speaker_chain
LEFT JOIN actors ON actors.number = chains.actor
WHERE entries.status != 'rejected' AND (:reports IS NULL OR reports.id IN (SELECT value FROM json_each(:reports)))

-- name: known
SELECT statement, said, facts FROM voice_statements WHERE report IN (SELECT value FROM json_each(?))

-- name: touch keys of statements
INSERT OR IGNORE INTO voice_touched (kind, key) SELECT 'key', voice_keys.key FROM voice_keys
JOIN voice_statements ON voice_statements.number = voice_keys.statement
WHERE voice_statements.statement IN (SELECT value FROM json_each(?))

-- name: touch units of statements
INSERT OR IGNORE INTO voice_touched (kind, key) SELECT 'unit', unit FROM voice_statements
WHERE statement IN (SELECT value FROM json_each(?))

-- name: touch pools of units
INSERT OR IGNORE INTO voice_touched (kind, key) SELECT 'pool', pool FROM voices
WHERE unit IN (SELECT value FROM json_each(?)) AND pool != ''

-- name: touch
INSERT OR IGNORE INTO voice_touched (kind, key) VALUES (?, ?)

-- name: touched
SELECT key FROM voice_touched WHERE kind = ? ORDER BY key LIMIT ?

-- name: forget touched
DELETE FROM voice_touched WHERE kind = ? AND key IN (SELECT value FROM json_each(?))

-- name: forget statements
DELETE FROM voice_statements WHERE statement IN (SELECT value FROM json_each(?))

-- name: last number
SELECT coalesce(max(number), 0) FROM voice_statements

-- name: statement
INSERT INTO voice_statements (number, statement, report, unit, actor, name, type, parent, said, facts)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)

-- name: key
INSERT INTO voice_keys (key, statement, size) VALUES (?, ?, ?)

-- name: facts
UPDATE voice_statements SET facts = ? WHERE statement = ?

-- name: stamp
INSERT OR REPLACE INTO voice_reports (report, stamp) VALUES (?, ?)

-- name: forget report
DELETE FROM voice_reports WHERE report = ?

-- name: keys that are shared
SELECT key, statement, size FROM voice_keys WHERE key IN (
    SELECT voice_keys.key FROM voice_keys WHERE voice_keys.key IN (SELECT value FROM json_each(?))
    GROUP BY voice_keys.key HAVING count(*) > 1
)

-- name: statements
SELECT number, statement, report, actor, name, type, parent FROM voice_statements
WHERE number IN (SELECT value FROM json_each(?)) ORDER BY statement

-- name: links of keys
SELECT key, a, b FROM voice_links WHERE key IN (SELECT value FROM json_each(?))

-- name: forget link
DELETE FROM voice_links WHERE key = ? AND a = ? AND b = ?

-- name: link
INSERT INTO voice_links (key, a, b) VALUES (?, ?, ?)

-- name: links of units
SELECT a, b FROM voice_links WHERE a IN (SELECT value FROM json_each(:units))
UNION
SELECT a, b FROM voice_links WHERE b IN (SELECT value FROM json_each(:units))

-- name: units
SELECT unit, min(statement) AS statement, report, actor, name, type, parent FROM voice_statements
WHERE unit IN (SELECT value FROM json_each(?)) GROUP BY unit

-- name: heard
SELECT unit, voice, head FROM voices WHERE unit IN (SELECT value FROM json_each(?))

-- name: forget heard
DELETE FROM voices WHERE unit = ?

-- name: hear
INSERT OR REPLACE INTO voices (unit, voice, head, pool) VALUES (?, ?, ?, '')

-- name: voices without a pool
SELECT DISTINCT voice FROM voices
WHERE pool = '' OR pool IN (SELECT key FROM voice_touched WHERE kind = 'pool')

-- name: heads of voices
SELECT DISTINCT voice, head FROM voices WHERE voice IN (SELECT value FROM json_each(?))

-- name: voices with heads
SELECT DISTINCT voice FROM voices WHERE head IN (SELECT value FROM json_each(?))

-- name: pool
UPDATE voices SET pool = ? WHERE voice = ? AND pool != ?

-- name: told in pools
SELECT
    voices.pool, voices.voice, voices.head, voice_statements.statement, voice_statements.report, voice_statements.actor,
    voice_statements.name, voice_statements.type, voice_statements.parent, voice_statements.facts
FROM voices JOIN voice_statements ON voice_statements.unit = voices.unit
WHERE voices.pool IN (SELECT value FROM json_each(?))
ORDER BY voices.pool, voice_statements.statement

-- name: every voice
SELECT
    voices.pool, voices.voice, voices.head, voice_statements.statement, voice_statements.report, voice_statements.actor,
    voice_statements.name, voice_statements.type, voice_statements.parent, voice_statements.facts
FROM voices JOIN voice_statements ON voice_statements.unit = voices.unit
ORDER BY voices.pool, voice_statements.statement
