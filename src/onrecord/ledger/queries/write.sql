-- name: capture
INSERT OR IGNORE INTO captures (id, size, packed) VALUES (:id, :size, :packed)

-- name: forget capture
DELETE FROM captures WHERE id = :id AND NOT EXISTS (SELECT 1 FROM reports WHERE capture = :id)

-- name: known
SELECT number, capture, text_id, media_type, layout, offset_encoding, offset_runs, genre, genre_reason, outlet_read
FROM reports WHERE id = ?

-- name: zones
SELECT kind, start, "end" FROM zones WHERE report = ? ORDER BY ordinal

-- name: read again
SELECT reports.number, reports.text_id, texts.text FROM reports JOIN texts ON texts.report = reports.number
WHERE reports.id = ?

-- name: report
INSERT INTO reports (
    id, capture, locator, text_id, media_type, encoding, layout, offset_encoding, offset_runs, origin, place, outlet_read,
    outlet, published_method, published_confidence, genre, genre_reason, characters, words
) VALUES (
    :id, :capture, :locator, :text_id, :media_type, :encoding, :layout, :offset_encoding, :offset_runs, :origin, :place,
    :outlet, :outlet, 'unknown', 0.0, :genre, :genre_reason, :characters, :words
) RETURNING number

-- name: reading
UPDATE reports SET
    text_id = :text_id, media_type = :media_type, encoding = :encoding, layout = :layout,
    offset_encoding = :offset_encoding, offset_runs = :offset_runs, genre = :genre, genre_reason = :genre_reason,
    characters = :characters, words = :words
WHERE id = :id

-- name: show
UPDATE reports SET
    outlet = :outlet, title = :title, byline = :byline, agency = :agency, url = :url,
    published_start = :start, published_end = :end, published_method = :method, published_confidence = :confidence
WHERE number = :number

-- name: show origin
UPDATE reports SET (origin, place) = (
    SELECT origin, place FROM origins WHERE report = :number ORDER BY origin, place LIMIT 1
) WHERE number = :number

-- name: read as
SELECT text_id, media_type, encoding, layout, offset_encoding, offset_runs, outlet_read, genre, genre_reason
FROM reports WHERE number = ?

-- name: zones as given
SELECT ordinal, kind, start, "end" FROM zones WHERE report = ? ORDER BY ordinal

-- name: metadata as given
SELECT name, value, origin FROM metadata WHERE report = ? ORDER BY name, origin, value

-- name: notes as given
SELECT header, note, shown FROM notes WHERE report = ? ORDER BY header, note

-- name: origins as given
SELECT origin, place, retrieved FROM origins WHERE report = ? ORDER BY origin, place

-- name: digest
UPDATE reports SET digest = ? WHERE number = ?

-- name: text
INSERT INTO texts (report, text) VALUES (?, ?)

-- name: forget text
DELETE FROM texts WHERE report = ?

-- name: index text
INSERT INTO report_search (rowid, text) VALUES (?, ?)

-- name: forget indexed text
INSERT INTO report_search (report_search, rowid, text) SELECT 'delete', report, text FROM texts WHERE report = ?

-- name: zone
INSERT INTO zones (report, ordinal, kind, start, "end") VALUES (?, ?, ?, ?, ?)

-- name: forget zones
DELETE FROM zones WHERE report = ?

-- name: origin
INSERT OR IGNORE INTO origins (report, origin, place, retrieved) VALUES (?, ?, ?, ?)

-- name: origins
SELECT origin FROM origins WHERE report = ?

-- name: metadata
INSERT OR IGNORE INTO metadata (report, name, value, origin) VALUES (?, ?, ?, ?)

-- name: header
INSERT OR IGNORE INTO headers (
    report, digest, title, byline, agency, url,
    published_start, published_end, published_method, published_confidence
) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)

-- name: headers
SELECT digest, title, byline, agency, url, published_start, published_end, published_method, published_confidence
FROM headers WHERE report = ?

-- name: note
INSERT OR IGNORE INTO notes (report, header, note, shown) VALUES (?, ?, ?, 1)

-- name: forget plain notes
DELETE FROM notes WHERE report = ? AND header = ''

-- name: show notes
UPDATE notes SET shown = header = '' OR header IN (SELECT value FROM json_each(:headers)) WHERE report = :number

-- name: given
SELECT name, value, origin FROM metadata WHERE report = ?

-- name: corrections
SELECT field, before, after, by, because FROM decisions WHERE report = ? AND kind = 'correct' ORDER BY number

-- name: analysed
SELECT analyser, settings, input, coalesce(machine, digest), kinds FROM analyses WHERE report = ?

-- name: analysis
INSERT INTO analyses (report, analyser, settings, input, digest, kinds) VALUES (?, ?, ?, ?, ?, ?)

-- name: forget indexed statements
INSERT INTO statement_search (statement_search, rowid, content)
SELECT 'delete', statement_words.number, statement_words.content
FROM entries JOIN statement_words ON statement_words.number = entries.number
WHERE entries.report = ?

-- name: forget analysis
DELETE FROM analyses WHERE report = ?

-- name: entry
INSERT INTO entries (id, report, kind, zone, confidence, band, status, reason, rule, analyser)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING number

-- name: statement
INSERT INTO statements (entry, speaker, nameless, mode, act, negated, parent, speaker_chain)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)

-- name: mention
INSERT INTO mentions (
    entry, chain, form, type, name, gender, plurality, quoted, head_start, head_end, name_start, name_end
) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)

-- name: figure
INSERT INTO figures (
    entry, value, minimum, maximum, hedge, unit, giver_name, relay_name, counting, ordinal, implied, statement
) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)

-- name: time
INSERT INTO times (entry, type, expression, anchor, value, start, "end", happening, statement, dates_saying)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)

-- name: relation
INSERT INTO relations (
    entry, kind, strength, voice, source_chain, target_chain, source_name, target_name, statement, negated
) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)

-- name: position
INSERT INTO positions (entry, kind, voice, holder_chain, holder_name, statement, negated) VALUES (?, ?, ?, ?, ?, ?, ?)

-- name: label
INSERT INTO labels (entry, kind, voice, chain, head_start, head_end, statement) VALUES (?, ?, ?, ?, ?, ?, ?)

-- name: span
INSERT INTO spans (entry, role, ordinal, start, "end", exact, utf16_start, utf16_end, byte_start, byte_end)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)

-- name: candidate
INSERT INTO candidates (entry, ordinal, start, "end", score, reason) VALUES (?, ?, ?, ?, ?, ?)

-- name: feature
INSERT INTO features (entry, ordinal, name, value) VALUES (?, ?, ?, ?)

-- name: index statement
INSERT INTO statement_search (rowid, content) VALUES (?, ?)

-- name: doubt
INSERT INTO doubts (id, report, start, "end", disposition, rule, reason) VALUES (?, ?, ?, ?, ?, ?, ?)

-- name: refusal
INSERT OR REPLACE INTO refusals (subject, kind, reason, remedy) VALUES (?, ?, ?, ?)

-- name: forget refusals
DELETE FROM refusals WHERE subject IN (?, ?)

-- name: decision
INSERT INTO decisions (at, by, kind, report, field, before, after, because) VALUES (?, ?, ?, ?, ?, ?, ?, ?)

-- name: shown
SELECT number, capture, origin, outlet, title, byline, agency, url, published_start, published_end FROM reports WHERE id = ?

-- name: remove
DELETE FROM reports WHERE number = ?

-- name: tombstone
INSERT INTO removed (report, capture, origin, decision) VALUES (?, ?, ?, ?)

-- name: removed
SELECT removed.report, removed.origin, decisions.by, decisions.because
FROM removed JOIN decisions ON decisions.number = removed.decision WHERE removed.report = ?

-- name: restore
DELETE FROM removed WHERE report = ?

-- name: wipe report index
INSERT INTO report_search (report_search) VALUES ('optimize')

-- name: wipe statement index
INSERT INTO statement_search (statement_search) VALUES ('optimize')
