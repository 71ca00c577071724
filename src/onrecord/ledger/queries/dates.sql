-- name: dateless
SELECT reports.id, reports.number FROM reports LEFT JOIN inferred_dates ON inferred_dates.report = reports.number
WHERE (
    reports.published_start IS NULL OR inferred_dates.report IS NOT NULL
    OR (reports.published_method = 'inferred' AND reports.published_start != reports.published_end)
)
    AND NOT EXISTS (SELECT 1 FROM decisions WHERE decisions.report = reports.id AND decisions.kind = 'correct'
        AND decisions.field = 'published')
ORDER BY reports.id

-- name: dated copies
SELECT reports.id, reports.published_start AS start, reports.published_end AS "end"
FROM copy_groups AS own
JOIN copy_groups AS others ON others.copy_group = own.copy_group AND others.report != own.report AND others.whole
JOIN reports ON reports.number = others.report
JOIN reports AS mine ON mine.number = own.report
WHERE own.whole AND mine.id = ? AND reports.published_start IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM inferred_dates WHERE inferred_dates.report = reports.number)
    AND NOT (reports.published_method = 'inferred' AND reports.published_start != reports.published_end)
ORDER BY reports.id

-- name: happened
SELECT
    reports.id AS report, place.start AS at, place."end" AS until, place.exact,
    (SELECT group_concat(exact, ' ') FROM (
        SELECT exact FROM spans WHERE spans.entry = times.entry AND role = 'event' ORDER BY ordinal
    )) AS words,
    times.expression, times.anchor = 'published' AS counted,
    CASE WHEN inferred_dates.report IS NULL THEN times.start END AS start,
    CASE WHEN inferred_dates.report IS NULL THEN times."end" END AS "end"
FROM dated_times AS times
JOIN entries ON entries.number = times.entry
JOIN reports ON reports.number = entries.report
JOIN spans AS place ON place.entry = times.entry AND place.role = 'time'
LEFT JOIN inferred_dates ON inferred_dates.report = reports.number
WHERE NOT times.dates_saying AND times.type IN ('DATE', 'TIME') AND entries.status != 'rejected'
    AND (times.happening IS NULL OR times.happening IN ('happened', 'planned'))
ORDER BY reports.id, place.start

-- name: inferred
SELECT reports.id, inferred_dates.start, inferred_dates."end", inferred_dates.confidence, inferred_dates.reason
FROM inferred_dates JOIN reports ON reports.number = inferred_dates.report ORDER BY reports.id

-- name: inferred of
SELECT start, "end", confidence, reason FROM inferred_dates WHERE report = ?

-- name: forget inferred
DELETE FROM inferred_dates WHERE report = ?

-- name: infer
INSERT INTO inferred_dates (report, start, "end", confidence, reason) VALUES (?, ?, ?, ?, ?)

-- name: number of
SELECT number FROM reports WHERE id = ?

-- name: forget recounted
DELETE FROM recounted WHERE entry IN (SELECT number FROM entries WHERE report = ?)

-- name: recount
INSERT INTO recounted (entry, value, start, "end", confidence, band) SELECT number, ?, ?, ?, ?, ? FROM entries WHERE id = ?

-- name: published
SELECT published_start, published_end, published_method, published_confidence FROM reports WHERE number = ?
