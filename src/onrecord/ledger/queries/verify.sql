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

-- name: spans
SELECT entries.id, spans.role, spans.start, spans."end", spans.exact,
    spans.utf16_start, spans.utf16_end, spans.byte_start, spans.byte_end
FROM entries JOIN spans ON spans.entry = entries.number
WHERE entries.report = ? ORDER BY entries.id, spans.role, spans.ordinal

-- name: doubts
SELECT * FROM doubts WHERE report = ? ORDER BY id

-- name: lost
SELECT entries.id, entries.kind FROM entries WHERE entries.report = ? AND NOT CASE entries.kind
    WHEN 'statement' THEN EXISTS (SELECT 1 FROM statements WHERE entry = entries.number)
    WHEN 'mention' THEN EXISTS (SELECT 1 FROM mentions WHERE entry = entries.number)
    WHEN 'figure' THEN EXISTS (SELECT 1 FROM figures WHERE entry = entries.number)
    WHEN 'time' THEN EXISTS (SELECT 1 FROM times WHERE entry = entries.number)
    ELSE 0 END

-- name: zones
SELECT kind, start, "end" FROM zones WHERE report = ? ORDER BY ordinal

-- name: report index
INSERT INTO report_search (report_search, rank) VALUES ('integrity-check', 1)

-- name: statement index
INSERT INTO statement_search (statement_search, rank) VALUES ('integrity-check', 1)
