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
    WHEN 'relation' THEN EXISTS (SELECT 1 FROM relations WHERE entry = entries.number)
    WHEN 'position' THEN EXISTS (SELECT 1 FROM positions WHERE entry = entries.number)
    WHEN 'label' THEN EXISTS (SELECT 1 FROM labels WHERE entry = entries.number)
    ELSE 0 END

-- name: zones
SELECT kind, start, "end" FROM zones WHERE report = ? ORDER BY ordinal

-- name: chain words
SELECT entries.id, chain_words.form, chain_words.words, chain_words.start, chain_words."end"
FROM entries JOIN chain_words ON chain_words.chain = entries.number
WHERE entries.report = ? AND entries.kind = 'mention' ORDER BY entries.id, chain_words.form, chain_words.ordinal

-- name: chains without mentions
SELECT entries.id FROM entries JOIN chains ON chains.mention = entries.number JOIN mentions ON mentions.entry = entries.number
JOIN analyses ON analyses.report = entries.report
WHERE entries.report = ? AND analyses.chained IS NOT NULL AND (
    mentions.chain != mentions.entry
    OR chains.mentions != (SELECT count(*) FROM mentions AS own WHERE own.chain = chains.mention)
    OR chains.statements != (
        SELECT count(*) FROM statements JOIN entries AS said ON said.number = statements.entry
        WHERE statements.speaker_chain = chains.mention AND said.status != 'rejected'
    )
)

-- name: actors of no chain
SELECT actors.id FROM actors WHERE NOT EXISTS (
    SELECT 1 FROM entries JOIN chains ON chains.mention = entries.number
    WHERE entries.id = actors.id AND chains.actor = actors.number
) AND NOT EXISTS (SELECT 1 FROM touched) ORDER BY actors.id

-- name: chains of nobody
SELECT entries.id FROM chains JOIN entries ON entries.number = chains.mention
WHERE chains.actor IS NULL AND NOT EXISTS (SELECT 1 FROM touched)
    AND EXISTS (SELECT 1 FROM chain_words WHERE chain = chains.mention AND form IN ('name', 'nominal'))
ORDER BY entries.id

-- name: joined by nobody
SELECT one.id, other.id FROM links
JOIN chains AS a ON a.mention = links.a JOIN entries AS one ON one.number = links.a
JOIN chains AS b ON b.mention = links.b JOIN entries AS other ON other.number = links.b
WHERE a.actor IS NOT b.actor AND NOT EXISTS (SELECT 1 FROM touched) ORDER BY one.id, other.id

-- name: groups without their oldest
SELECT DISTINCT copy_group FROM copy_groups WHERE NOT EXISTS (SELECT 1 FROM copy_texts WHERE NOT compared) AND NOT EXISTS (
    SELECT 1 FROM copy_groups AS own JOIN reports ON reports.number = own.report
    WHERE reports.id = copy_groups.copy_group AND own.copy_group = copy_groups.copy_group AND own.whole
) ORDER BY copy_group

-- name: groups of one
SELECT copy_group FROM copy_groups WHERE NOT EXISTS (SELECT 1 FROM copy_texts WHERE NOT compared)
GROUP BY copy_group HAVING count(*) < 2 ORDER BY copy_group

-- name: listed nowhere
SELECT reports.id FROM copy_groups JOIN reports ON reports.number = copy_groups.report
GROUP BY reports.number HAVING sum(copy_groups.main) != 1 ORDER BY reports.id

-- name: report index
INSERT INTO report_search (report_search, rank) VALUES ('integrity-check', 1)

-- name: statement index
INSERT INTO statement_search (statement_search, rank) VALUES ('integrity-check', 1)
