-- name: made
SELECT stamp FROM series_made

-- name: made of
SELECT reports.id, reports.outlet, reports.title, reports.published_start, analyses.digest
FROM reports LEFT JOIN analyses ON analyses.report = reports.number ORDER BY reports.id

-- name: last ruling
SELECT coalesce(max(number), 0) FROM decisions WHERE field = 'figures' OR entry IS NOT NULL

-- name: keep stamp
INSERT OR REPLACE INTO series_made (id, stamp) VALUES (1, ?)

-- name: forget series
DELETE FROM series WHERE id IN (
    SELECT series FROM series_figures WHERE figure IN (SELECT value FROM json_each(:figures))
        OR figure NOT IN (SELECT figure FROM series_keys)
)

-- name: forget proposals
DELETE FROM series_proposals
WHERE a IN (SELECT value FROM json_each(:figures)) OR b IN (SELECT value FROM json_each(:figures))
    OR a NOT IN (SELECT figure FROM series_keys) OR b NOT IN (SELECT figure FROM series_keys)

-- name: read from
SELECT reports.number, reports.id, series_reports.stamp, reports.text_id, reports.outlet, reports.title,
    reports.published_start, analyses.digest, decided.last
FROM reports
LEFT JOIN analyses ON analyses.report = reports.number
LEFT JOIN series_reports ON series_reports.report = reports.number
LEFT JOIN (SELECT report, max(number) AS last FROM decisions GROUP BY report) AS decided ON decided.report = reports.id
ORDER BY reports.id

-- name: vessels
SELECT reports.id AS report, series_vessels.name, series_vessels.given
FROM series_vessels JOIN reports ON reports.number = series_vessels.report

-- name: texts
SELECT reports.id, texts.text FROM texts JOIN reports ON reports.number = texts.report

-- name: titles
SELECT id, title FROM reports

-- name: report number
SELECT number FROM reports WHERE id = ?

-- name: forget keys
DELETE FROM series_keys WHERE report = ?

-- name: key
INSERT INTO series_keys (report, figure, key) VALUES (?, ?, ?)

-- name: forget vessels
DELETE FROM series_vessels WHERE report = ?

-- name: vessel
INSERT INTO series_vessels (report, name, given) VALUES (?, ?, ?)

-- name: stamp report
INSERT OR REPLACE INTO series_reports (report, stamp) VALUES (?, ?)

-- name: rulings made with
SELECT rulings FROM series_rulings

-- name: keep rulings
INSERT OR REPLACE INTO series_rulings (id, rulings) VALUES (1, ?)

-- name: touch
INSERT OR IGNORE INTO series_touched (key) SELECT key FROM series_keys WHERE figure IN (SELECT value FROM json_each(?))

-- name: touch torn
INSERT OR IGNORE INTO series_touched (key) SELECT key FROM series_keys WHERE figure IN (
    SELECT figure FROM series_figures WHERE series IN (
        SELECT series FROM series_figures WHERE figure NOT IN (SELECT figure FROM series_keys)
    )
)

-- name: touched
SELECT key FROM series_touched

-- name: forget touched
DELETE FROM series_touched

-- name: figures with keys
SELECT DISTINCT figure FROM series_keys WHERE key IN (SELECT value FROM json_each(?))

-- name: keys of figures
SELECT DISTINCT key FROM series_keys WHERE figure IN (SELECT value FROM json_each(?))

-- name: one
INSERT INTO series (id, name, lowest, highest) VALUES (?, ?, ?, ?)

-- name: figure
INSERT INTO series_figures (series, ordinal, figure, former) VALUES (?, ?, ?, ?)

-- name: pair
INSERT INTO series_pairs (series, kind, ordinal, a, b, score, reason) VALUES (?, ?, ?, ?, ?, ?, ?)

-- name: proposal
INSERT INTO series_proposals (a, b, score, reason) VALUES (?, ?, ?, ?)

-- name: all
SELECT id, name, lowest, highest FROM series ORDER BY id

-- name: all figures
SELECT series, figure, former FROM series_figures ORDER BY series, ordinal

-- name: all pairs
SELECT series, kind, a, b, score, reason FROM series_pairs ORDER BY series, kind, ordinal

-- name: all proposals
SELECT a, b, score, reason FROM series_proposals ORDER BY score DESC, a, b

-- name: decided
SELECT number, kind, before, after, because FROM decisions WHERE field = 'figures' ORDER BY number

-- name: decide
INSERT INTO decisions (at, by, kind, report, field, before, after, because) VALUES (?, ?, ?, '', 'figures', ?, ?, ?)
