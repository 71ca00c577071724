-- name: captures
SELECT id, size, packed FROM captures ORDER BY id

-- name: reports
SELECT reports.*, texts.text, captures.packed FROM reports
LEFT JOIN texts ON texts.report = reports.number
LEFT JOIN captures ON captures.id = reports.capture
ORDER BY reports.id

-- name: origin
SELECT origin, place FROM origins WHERE report = ? ORDER BY origin, place LIMIT 1

-- name: analysis
SELECT analyser, settings, input, digest FROM analyses WHERE report = ?

-- name: entries
SELECT entries.*, statements.* FROM entries LEFT JOIN statements ON statements.entry = entries.number
WHERE entries.report = ? ORDER BY entries.id

-- name: spans
SELECT role, start, "end", exact, utf16_start, utf16_end, byte_start, byte_end FROM spans
WHERE entry = ? ORDER BY role, ordinal

-- name: doubts
SELECT * FROM doubts WHERE report = ? ORDER BY id

-- name: zones
SELECT kind, start, "end" FROM zones WHERE report = ? ORDER BY ordinal

-- name: report index
INSERT INTO report_search (report_search, rank) VALUES ('integrity-check', 1)

-- name: statement index
INSERT INTO statement_search (statement_search, rank) VALUES ('integrity-check', 1)
