-- name: decisions
SELECT * FROM decisions ORDER BY number

-- name: ruling
SELECT noun, seen, made, speaker_start, speaker_end FROM rulings WHERE decision = ?

-- name: quotes
SELECT start, "end", exact, prefix, suffix FROM ruling_quotes WHERE decision = ? ORDER BY start, "end"

-- name: anchors
SELECT side, ordinal, report, start, "end", exact, prefix, suffix FROM decision_anchors WHERE decision = ?
ORDER BY side, ordinal

-- name: decide
INSERT INTO decisions (at, by, kind, report, field, before, after, because, actor, entry, part_of)
VALUES (:at, :by, :kind, :report, :field, :before, :after, :because, :actor, :entry, :part_of)

-- name: rule
INSERT INTO rulings (decision, noun, seen, made, speaker_start, speaker_end) VALUES (?, ?, ?, ?, ?, ?)

-- name: quote
INSERT INTO ruling_quotes (decision, start, "end", exact, prefix, suffix) VALUES (?, ?, ?, ?, ?, ?)

-- name: anchor
INSERT INTO decision_anchors (decision, side, ordinal, report, start, "end", exact, prefix, suffix)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
