-- name: matching reports
SELECT reports.id AS report, NULL AS entry
FROM report_search JOIN reports ON reports.number = report_search.rowid
WHERE report_search MATCH :words
    AND (:report IS NULL OR reports.id = :report)
    AND (:outlet IS NULL OR reports.outlet = :outlet)
    AND (:month IS NULL OR substr(reports.published_start, 1, 7) = :month)
ORDER BY report_search.rank, reports.id
LIMIT :limit

-- name: matching statements
SELECT reports.id AS report, entries.id AS entry
FROM statement_search
JOIN entries ON entries.number = statement_search.rowid
JOIN statements ON statements.entry = entries.number
JOIN reports ON reports.number = entries.report
LEFT JOIN chains ON chains.mention = statements.speaker_chain
LEFT JOIN actors ON actors.number = chains.actor
WHERE statement_search MATCH :words
    AND (:report IS NULL OR reports.id = :report)
    AND (:outlet IS NULL OR reports.outlet = :outlet)
    AND (:month IS NULL OR substr(reports.published_start, 1, 7) = :month)
    AND (:speaker IS NULL OR instr(folded(statements.speaker), :speaker) > 0)
    AND (:actor IS NULL OR actors.id IN (SELECT value FROM json_each(:actor)))
    AND (:act IS NULL OR statements.act = :act)
    AND (:mode IS NULL OR statements.mode = :mode)
ORDER BY statement_search.rank, entries.id
LIMIT :limit

-- name: report facets
SELECT reports.id, reports.outlet, substr(reports.published_start, 1, 7) AS month
FROM report_search JOIN reports ON reports.number = report_search.rowid
WHERE report_search MATCH :words
    AND (:report IS NULL OR reports.id = :report)
    AND (:outlet IS NULL OR reports.outlet = :outlet)
    AND (:month IS NULL OR substr(reports.published_start, 1, 7) = :month)

-- name: statement facets
SELECT reports.id, reports.outlet, substr(reports.published_start, 1, 7) AS month,
    statements.speaker, actors.name AS actor, statements.act, statements.mode
FROM statement_search
JOIN entries ON entries.number = statement_search.rowid
JOIN statements ON statements.entry = entries.number
JOIN reports ON reports.number = entries.report
LEFT JOIN chains ON chains.mention = statements.speaker_chain
LEFT JOIN actors ON actors.number = chains.actor
WHERE statement_search MATCH :words
    AND (:report IS NULL OR reports.id = :report)
    AND (:outlet IS NULL OR reports.outlet = :outlet)
    AND (:month IS NULL OR substr(reports.published_start, 1, 7) = :month)
    AND (:speaker IS NULL OR instr(folded(statements.speaker), :speaker) > 0)
    AND (:actor IS NULL OR actors.id IN (SELECT value FROM json_each(:actor)))
    AND (:act IS NULL OR statements.act = :act)
    AND (:mode IS NULL OR statements.mode = :mode)

-- name: marked
SELECT highlight(report_search, 0, :open, :close) FROM report_search
WHERE report_search MATCH :words AND report_search.rowid = (SELECT number FROM reports WHERE id = :report)
