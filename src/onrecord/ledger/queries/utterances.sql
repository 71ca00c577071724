-- name: gathered
SELECT actor, digest FROM gathered

-- name: outlets
SELECT DISTINCT outlet FROM reports WHERE outlet IS NOT NULL ORDER BY outlet

-- name: numbers of statements
SELECT entries.id, entries.number FROM statements JOIN entries ON entries.number = statements.entry
WHERE entries.id IN (SELECT value FROM json_each(?))

-- name: utterances to forget
SELECT number, id FROM utterances WHERE pool = :pool
UNION
SELECT utterances.number, utterances.id FROM utterances
JOIN utterance_members ON utterance_members.utterance = utterances.number
WHERE utterance_members.statement IN (SELECT value FROM json_each(:statements))

-- name: statements of utterances
SELECT utterance_members.utterance, entries.id FROM utterance_members
JOIN entries ON entries.number = utterance_members.statement
WHERE utterance_members.utterance IN (SELECT value FROM json_each(?))
ORDER BY utterance_members.utterance, utterance_members.ordinal

-- name: forget utterance
DELETE FROM utterances WHERE id = ?

-- name: forget other pools
DELETE FROM gathered WHERE actor IN (
    SELECT pool FROM utterances WHERE number IN (SELECT value FROM json_each(?))
) AND actor != ?

-- name: forget utterances
DELETE FROM utterances WHERE number IN (SELECT value FROM json_each(?))

-- name: forget proposals
DELETE FROM utterance_proposals
WHERE actor = :pool OR a IN (SELECT value FROM json_each(:statements)) OR b IN (SELECT value FROM json_each(:statements))

-- name: utterance
INSERT INTO utterances (id, actor, pool) VALUES (?, ?, ?) RETURNING number

-- name: member
INSERT INTO utterance_members (utterance, statement, ordinal, rendering, reason, start, "end", relayed, translated)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)

-- name: change
INSERT INTO utterance_changes (utterance, statement, ordinal, start, "end", than, than_start, than_end)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)

-- name: link
INSERT INTO utterance_links (utterance, a, b, score, reason, machine) VALUES (?, ?, ?, ?, ?, ?)

-- name: proposal
INSERT INTO utterance_proposals (a, b, actor, score, reason) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (a, b) DO UPDATE SET actor = excluded.actor, score = excluded.score, reason = excluded.reason

-- name: redirect
INSERT OR REPLACE INTO utterance_redirects (id, utterance) VALUES (?, ?)

-- name: forget redirects
DELETE FROM utterance_redirects WHERE id IN (SELECT value FROM json_each(?))

-- name: redirected
SELECT utterance FROM utterance_redirects WHERE id = ?

-- name: gather
INSERT OR REPLACE INTO gathered (actor, digest) VALUES (?, ?)

-- name: forget gathered
DELETE FROM gathered WHERE actor NOT IN (SELECT pool FROM voices) OR actor IN (SELECT value FROM json_each(?))

-- name: forget utterances of others
DELETE FROM utterances WHERE pool NOT IN (SELECT actor FROM gathered)

-- name: forget proposals of others
DELETE FROM utterance_proposals WHERE actor NOT IN (SELECT actor FROM gathered)

-- name: listed
SELECT utterances.number, utterances.id, utterances.actor, actors.name AS actor_name
FROM utterances LEFT JOIN actors ON actors.id = utterances.actor
ORDER BY utterances.id

-- name: members
SELECT
    utterance_members.utterance, entries.id AS statement, utterance_members.ordinal, utterance_members.rendering,
    utterance_members.reason, utterance_members.start, utterance_members."end", utterance_members.relayed,
    utterance_members.translated
FROM utterance_members JOIN entries ON entries.number = utterance_members.statement
ORDER BY utterance_members.utterance, utterance_members.ordinal

-- name: changes
SELECT
    utterance_changes.utterance, entries.id AS statement, utterance_changes.ordinal, utterance_changes.start,
    utterance_changes."end", other.id AS than, utterance_changes.than_start, utterance_changes.than_end
FROM utterance_changes
JOIN entries ON entries.number = utterance_changes.statement
JOIN entries AS other ON other.number = utterance_changes.than
ORDER BY utterance_changes.utterance, utterance_changes.statement, utterance_changes.ordinal

-- name: links
SELECT
    utterance_links.utterance, one.id AS a, other.id AS b, utterance_links.score, utterance_links.reason,
    utterance_links.machine
FROM utterance_links
JOIN entries AS one ON one.number = utterance_links.a
JOIN entries AS other ON other.number = utterance_links.b
ORDER BY utterance_links.utterance, one.id, other.id, utterance_links.reason

-- name: proposals
SELECT one.id AS a, other.id AS b, utterance_proposals.actor, utterance_proposals.score, utterance_proposals.reason
FROM utterance_proposals
JOIN entries AS one ON one.number = utterance_proposals.a
JOIN entries AS other ON other.number = utterance_proposals.b
ORDER BY utterance_proposals.score DESC, one.id, other.id

-- name: names
SELECT id, name FROM actors

-- name: utterances beginning
SELECT id FROM utterances WHERE substr(id, 1, length(:first)) = :first

-- name: redirects beginning
SELECT utterances.id FROM utterance_redirects JOIN utterances ON utterances.id = utterance_redirects.utterance
WHERE substr(utterance_redirects.id, 1, length(:first)) = :first

-- name: utterances of statement beginning
SELECT DISTINCT utterances.id FROM utterances
JOIN utterance_members ON utterance_members.utterance = utterances.number
JOIN entries ON entries.number = utterance_members.statement
WHERE substr(entries.id, 1, length(:first)) = :first
