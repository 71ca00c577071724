-- name: decide
INSERT INTO decisions (at, by, kind, report, because, entry, part_of) VALUES (?, ?, ?, ?, ?, ?, ?)

-- name: take back
INSERT INTO decisions (at, by, kind, report, field, after, because, entry) VALUES (?, ?, 'undo', ?, 'decision', ?, ?, ?)

-- name: ruling
INSERT INTO rulings (decision, noun, seen, made, speaker_start, speaker_end) VALUES (?, ?, ?, ?, ?, ?)

-- name: quote
INSERT OR IGNORE INTO ruling_quotes (decision, start, "end", exact, prefix, suffix) VALUES (?, ?, ?, ?, ?, ?)

-- name: rulings
SELECT decisions.number, decisions.kind, decisions.report, decisions.entry, decisions.by, decisions.because,
    decisions.part_of, rulings.noun, rulings.seen, rulings.made, rulings.speaker_start, rulings.speaker_end
FROM decisions JOIN rulings ON rulings.decision = decisions.number
WHERE decisions.report = ? ORDER BY decisions.number

-- name: quotes
SELECT ruling_quotes.* FROM ruling_quotes JOIN decisions ON decisions.number = ruling_quotes.decision
WHERE decisions.report = ? ORDER BY ruling_quotes.decision, start, "end"

-- name: undoings
SELECT number, after FROM decisions WHERE kind = 'undo' AND entry IS NOT NULL AND report = ? ORDER BY number

-- name: decision
SELECT number, kind, report, entry, after, part_of FROM decisions WHERE number = ? AND entry IS NOT NULL

-- name: report
SELECT reports.number, reports.id, texts.text, analyses.analyser, analyses.settings, analyses.input, analyses.digest,
    analyses.machine
FROM reports
JOIN texts ON texts.report = reports.number
JOIN analyses ON analyses.report = reports.number
WHERE reports.id = ?

-- name: report of entry
SELECT reports.id FROM entries JOIN reports ON reports.number = entries.report WHERE entries.id = ?

-- name: machine versions
SELECT entries.id, entries.kind, machine_versions.packed FROM machine_versions
JOIN entries ON entries.number = machine_versions.entry WHERE entries.report = ?

-- name: machine version
INSERT INTO machine_versions (entry, packed) SELECT number, ? FROM entries WHERE id = ?

-- name: machine digest
UPDATE analyses SET machine = ? WHERE report = ?

-- name: redirect
INSERT OR REPLACE INTO entry_redirects (id, report, entry) VALUES (?, ?, ?)

-- name: forget redirects
DELETE FROM entry_redirects WHERE report = ?

-- name: redirected
SELECT entry FROM entry_redirects WHERE id = ?

-- name: note
INSERT OR IGNORE INTO review_notes (decision, report, kind, clause) VALUES (?, ?, ?, ?)

-- name: forget notes
DELETE FROM review_notes WHERE report = ?

-- name: status
UPDATE entries SET status = ? WHERE id = ? AND status != ?

-- name: chain anew
UPDATE analyses SET chained = NULL WHERE report = ?

-- name: wipe quotes
UPDATE ruling_quotes SET exact = '', prefix = '', suffix = ''
WHERE decision IN (SELECT number FROM decisions WHERE report = ? AND entry IS NOT NULL) AND exact != ''

-- name: packed of
SELECT rulings.decision, rulings.seen, rulings.made FROM rulings
JOIN decisions ON decisions.number = rulings.decision WHERE decisions.report = ?

-- name: wipe ruling
UPDATE rulings SET seen = ?, made = ? WHERE decision = ?

-- name: forget machine versions
DELETE FROM machine_versions WHERE entry IN (SELECT number FROM entries WHERE report = ?)

-- name: zone at
SELECT kind FROM zones WHERE report = ? AND start <= ? ORDER BY start DESC LIMIT 1

-- name: notes
SELECT decisions.number, review_notes.kind, decisions.at, decisions.by, decisions.report, decisions.entry, decisions.because,
    review_notes.clause
FROM review_notes JOIN decisions ON decisions.number = review_notes.decision
ORDER BY decisions.number, review_notes.kind, review_notes.clause

-- name: waiting
WITH graded AS MATERIALIZED (
    SELECT entries.number, entries.id, entries.report, entries.confidence,
        CASE
            WHEN statements.act IN ('accuse', 'blame', 'threaten') THEN 0
            WHEN statements.act IN ('deny', 'criticise') THEN 1
            WHEN statements.act = 'warn' THEN 2
            ELSE 3
        END AS act,
        CASE entries.band WHEN 'unsure' THEN 0 WHEN 'likely' THEN 1 ELSE 2 END AS band
    FROM statements
    CROSS JOIN entries ON entries.number = statements.entry
    LEFT JOIN reports ON reports.number = entries.report
    LEFT JOIN chains ON chains.mention = statements.speaker_chain
    /* conditions */
)
SELECT graded.id FROM graded JOIN reports ON reports.number = graded.report
WHERE :limit < 0 OR (SELECT count(*) FROM graded) <= :limit
    -- Only what can come among the first is looked up and sorted by its place.
    OR (act, band, confidence) <= (
        SELECT act, band, confidence FROM graded ORDER BY act, band, confidence LIMIT 1 OFFSET :limit - 1
    )
ORDER BY
    act, band, confidence, reports.id, (SELECT min(start) FROM spans WHERE spans.entry = graded.number), graded.id
LIMIT :limit

-- name: statuses
SELECT entries.status, count(*) FROM statements CROSS JOIN entries ON entries.number = statements.entry GROUP BY 1

-- name: drawn
SELECT id, status FROM (
    SELECT entries.id, entries.id AS machine, entries.status
    FROM statements
    CROSS JOIN entries ON entries.number = statements.entry
    LEFT JOIN machine_versions ON machine_versions.entry = entries.number
    WHERE (machine_versions.entry IS NULL OR machine_versions.packed IS NOT NULL)
        AND entries.id NOT IN (SELECT entry FROM entry_redirects)
    UNION ALL
    SELECT entries.id, before.id, entries.status
    FROM entry_redirects AS before
    CROSS JOIN entries ON entries.id = before.entry
    LEFT JOIN machine_versions ON machine_versions.entry = entries.number
    WHERE entries.kind = 'statement' AND (machine_versions.entry IS NULL OR machine_versions.packed IS NOT NULL)
)
ORDER BY drawn(:seed, machine)
LIMIT :size

-- name: machine version of
SELECT entries.kind, reports.id AS report, machine_versions.packed FROM machine_versions
JOIN entries ON entries.number = machine_versions.entry
JOIN reports ON reports.number = entries.report
WHERE entries.id = ?
