-- name: made
SELECT stamp FROM series_made

-- name: made of
SELECT reports.id, reports.outlet, reports.title, reports.published_start, analyses.digest
FROM reports LEFT JOIN analyses ON analyses.report = reports.number ORDER BY reports.id

-- name: last ruling
SELECT coalesce(max(number), 0) FROM decisions WHERE field = 'figures' OR entry IS NOT NULL

-- name: keep stamp
INSERT OR REPLACE INTO series_made (id, stamp) VALUES (1, ?)

-- name: forget all
DELETE FROM series

-- name: forget proposals
DELETE FROM series_proposals

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
