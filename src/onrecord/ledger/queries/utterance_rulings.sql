-- name: decided
SELECT number, at, by, kind, before, after, because FROM decisions WHERE field = 'utterances' ORDER BY number

-- name: decide
INSERT INTO decisions (at, by, kind, report, field, before, after, because) VALUES (?, ?, ?, '', 'utterances', ?, ?, ?)

-- name: places
SELECT
    decision_anchors.decision, decision_anchors.side, decision_anchors.ordinal, decision_anchors.report,
    decision_anchors.start, decision_anchors."end", decision_anchors.exact, decision_anchors.prefix,
    decision_anchors.suffix, reports.number,
    substr(texts.text, decision_anchors.start + 1, decision_anchors."end" - decision_anchors.start) AS now
FROM decisions
JOIN decision_anchors ON decision_anchors.decision = decisions.number
LEFT JOIN reports ON reports.id = decision_anchors.report
LEFT JOIN texts ON texts.report = reports.number
WHERE decisions.field = 'utterances'
ORDER BY decision_anchors.decision, decision_anchors.side, decision_anchors.ordinal

-- name: text
SELECT text FROM texts WHERE report = ?

-- name: statements
SELECT entries.id, reports.id AS report, entries.status, min(spans.start) AS start, max(spans."end") AS "end"
FROM entries
JOIN reports ON reports.number = entries.report
JOIN spans ON spans.entry = entries.number AND spans.role = 'content'
WHERE entries.id IN (SELECT value FROM json_each(?)) AND entries.kind = 'statement'
GROUP BY entries.number

-- name: statements of report
SELECT entries.id, entries.status, min(spans.start) AS start, max(spans."end") AS "end"
FROM entries
JOIN spans ON spans.entry = entries.number AND spans.role = 'content'
WHERE entries.report = ? AND entries.kind = 'statement'
GROUP BY entries.number ORDER BY entries.id

-- name: redirected
SELECT id, entry FROM entry_redirects WHERE id IN (SELECT value FROM json_each(?))

-- name: kept
SELECT decision, same, a, a_start, a_end, b, b_start, b_end, reason FROM utterance_rulings ORDER BY ordinal

-- name: overruled
SELECT decision FROM utterance_rulings GROUP BY decision HAVING min(overruled) = 1

-- name: overruled before
SELECT decision, a, a_start, b, b_start FROM utterance_rulings WHERE overruled = 1

-- name: forget
DELETE FROM utterance_rulings

-- name: keep
INSERT INTO utterance_rulings (ordinal, decision, same, a, a_start, a_end, b, b_start, b_end, reason, overruled)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)

-- name: mark
UPDATE utterance_rulings SET overruled = :to WHERE overruled != :to AND ordinal IN (
    SELECT ordinal FROM utterance_rulings
    WHERE a IN (SELECT value FROM json_each(:statements)) AND b IN (SELECT value FROM json_each(:statements))
        AND (decision || ' ' || a || ' ' || a_start || ' ' || b || ' ' || b_start
            IN (SELECT value FROM json_each(:overruled))) = :to
)

-- name: tied voices
SELECT DISTINCT one.voice AS a, other.voice AS b
FROM utterance_rulings
JOIN voice_statements AS mine ON mine.statement = utterance_rulings.a
JOIN voice_statements AS yours ON yours.statement = utterance_rulings.b
JOIN voices AS one ON one.unit = mine.unit
JOIN voices AS other ON other.unit = yours.unit
WHERE utterance_rulings.same = 1 AND one.voice != other.voice

-- name: joined
SELECT a FROM utterance_rulings WHERE same = 1 UNION SELECT b FROM utterance_rulings WHERE same = 1

-- name: members of utterance
SELECT entries.id AS statement, utterance_members.start, utterance_members."end"
FROM utterances
JOIN utterance_members ON utterance_members.utterance = utterances.number
JOIN entries ON entries.number = utterance_members.statement
WHERE utterances.id = ? ORDER BY utterance_members.ordinal

-- name: utterances and statements beginning
SELECT utterances.id, 1 AS utterance FROM utterances WHERE id >= :first AND id < :first || 'g'
UNION
SELECT entries.id, 0 FROM entries WHERE id >= :first AND id < :first || 'g' AND kind = 'statement'
ORDER BY id, utterance DESC LIMIT 12
