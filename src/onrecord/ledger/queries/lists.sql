-- name: reports
SELECT reports.id AS report, reports.id FROM reports
/* conditions */
ORDER BY reports.published_start DESC, reports.id
LIMIT :limit OFFSET :offset

-- name: reports counted
SELECT reports.outlet, reports.genre, substr(reports.published_start, 1, 7) AS month, count(*) AS times FROM reports
/* conditions */
GROUP BY 1, 2, 3

-- name: statements
SELECT reports.id AS report, entries.id FROM reports
CROSS JOIN entries ON entries.report = reports.number
CROSS JOIN statements ON statements.entry = entries.number
LEFT JOIN chains ON chains.mention = statements.speaker_chain
/* conditions */
ORDER BY
    reports.published_start DESC, reports.id,
    (SELECT min(start) FROM spans WHERE spans.entry = entries.number), entries.id
LIMIT :limit OFFSET :offset

-- name: statements of actor
SELECT reports.id AS report, entries.id FROM chains
CROSS JOIN statements ON statements.speaker_chain = chains.mention
CROSS JOIN entries ON entries.number = statements.entry
CROSS JOIN reports ON reports.number = entries.report
/* conditions */
ORDER BY
    reports.published_start DESC, reports.id,
    (SELECT min(start) FROM spans WHERE spans.entry = entries.number), entries.id
LIMIT :limit OFFSET :offset

-- name: statements counted
SELECT reports.outlet, statements.act, statements.mode, entries.band, entries.status, count(*) AS times
FROM statements
JOIN entries ON entries.number = statements.entry
JOIN reports ON reports.number = entries.report
LEFT JOIN chains ON chains.mention = statements.speaker_chain
/* conditions */
GROUP BY 1, 2, 3, 4, 5

-- name: statements of actor counted
SELECT reports.outlet, statements.act, statements.mode, entries.band, entries.status, count(*) AS times
FROM chains
CROSS JOIN statements ON statements.speaker_chain = chains.mention
CROSS JOIN entries ON entries.number = statements.entry
CROSS JOIN reports ON reports.number = entries.report
/* conditions */
GROUP BY 1, 2, 3, 4, 5

-- name: figures
SELECT reports.id AS report, entries.id FROM reports
CROSS JOIN entries ON entries.report = reports.number
CROSS JOIN figures ON figures.entry = entries.number
/* conditions */
ORDER BY
    reports.published_start DESC, reports.id,
    (SELECT start FROM spans WHERE spans.entry = entries.number AND role = 'number'), entries.id
LIMIT :limit OFFSET :offset

-- name: figures counted
SELECT reports.outlet, figures.unit, figures.hedge, entries.band, count(*) AS times
FROM figures
JOIN entries ON entries.number = figures.entry
JOIN reports ON reports.number = entries.report
/* conditions */
GROUP BY 1, 2, 3, 4

-- name: actors
SELECT NULL AS report, actors.id FROM actors
/* conditions */
ORDER BY actors.folded, actors.id
LIMIT :limit OFFSET :offset

-- name: actors counted
SELECT actors.type, count(*) AS times FROM actors
/* conditions */
GROUP BY 1

-- name: doubts
SELECT reports.id AS report, doubts.id FROM reports
CROSS JOIN doubts ON doubts.report = reports.number
/* conditions */
ORDER BY reports.published_start DESC, reports.id, doubts.start, doubts.id
LIMIT :limit OFFSET :offset

-- name: doubts counted
SELECT reports.outlet, doubts.disposition, doubts.rule, count(*) AS times
FROM doubts JOIN reports ON reports.number = doubts.report
/* conditions */
GROUP BY 1, 2, 3

-- name: outlets by day
SELECT reports.outlet, substr(reports.published_start, 1, 10) AS day, count(*) AS reports
FROM reports WHERE reports.published_start IS NOT NULL GROUP BY 1, 2 ORDER BY 2

-- name: counts
SELECT
    (SELECT count(*) FROM reports) AS reports,
    (SELECT count(DISTINCT outlet) FROM reports) AS outlets,
    (SELECT count(*) FROM reports WHERE published_start IS NULL) AS undated,
    (SELECT count(*) FROM statements) AS statements,
    (SELECT count(*) FROM statements WHERE speaker IS NOT NULL) AS named,
    (SELECT count(*) FROM actors) AS actors,
    (SELECT count(*) FROM figures WHERE NOT implied AND NOT ordinal) AS figures,
    (SELECT count(*) FROM times) AS times,
    (SELECT count(*) FROM doubts) AS doubts,
    (SELECT count(*) FROM proposals) AS proposals,
    (SELECT count(*) FROM refusals) AS refusals,
    (SELECT count(*) FROM decisions) AS decisions,
    (SELECT coalesce(max(number), 0) FROM reports) AS newest

-- name: told elsewhere
SELECT
    entries.id AS statement, utterances.id AS utterance, versions.id AS version, reports.id AS report, reports.outlet,
    reports.published_start AS published
FROM entries
JOIN utterance_members AS own ON own.statement = entries.number
JOIN utterances ON utterances.number = own.utterance
JOIN utterance_members AS told ON told.utterance = own.utterance
JOIN entries AS versions ON versions.number = told.statement
JOIN reports ON reports.number = versions.report
WHERE entries.id IN (SELECT value FROM json_each(?))
ORDER BY entries.id, utterances.id, told.ordinal
