-- name: mentions of
SELECT id, number FROM entries WHERE report = ? AND kind = 'mention'

-- name: forget chains
DELETE FROM chains WHERE mention IN (SELECT number FROM entries WHERE report = ? AND kind = 'mention')

-- name: actors of report
SELECT chains.mention, chains.actor FROM chains JOIN entries ON entries.number = chains.mention WHERE entries.report = ?

-- name: chain
INSERT INTO chains (mention, actor, position, type, name, gender, plurality, mentions, headline, statements)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)

-- name: chain words
INSERT INTO chain_words (chain, form, ordinal, words, start, "end", times) VALUES (?, ?, ?, ?, ?, ?, ?)

-- name: chain feature
INSERT INTO chain_features (chain, ordinal, name, value) VALUES (?, ?, ?, ?)

-- name: chain key
INSERT INTO chain_keys (chain, key) VALUES (?, ?)

-- name: chained
UPDATE analyses SET chained = :label WHERE report = :report

-- name: unchained
SELECT reports.id FROM analyses JOIN reports ON reports.number = analyses.report
WHERE analyses.chained IS NOT :label ORDER BY reports.id

-- name: analysed as
SELECT reports.number, analyses.digest, texts.text
FROM reports JOIN analyses ON analyses.report = reports.number JOIN texts ON texts.report = reports.number
WHERE reports.id = ?

-- name: rejected statements
SELECT id FROM entries WHERE report = ? AND kind = 'statement' AND status = 'rejected'

-- name: chains
SELECT
    chains.mention, entries.id, reports.id AS report, reports.outlet, reports.published_start AS published,
    chains.position, chains.type, chains.name, chains.gender, chains.plurality, chains.mentions, chains.headline,
    chains.statements
FROM chains
JOIN entries ON entries.number = chains.mention
JOIN reports ON reports.number = entries.report
WHERE chains.mention IN (SELECT value FROM json_each(?))

-- name: words of chains
SELECT chain, form, words, start, "end", times FROM chain_words
WHERE chain IN (SELECT value FROM json_each(?)) ORDER BY chain, form, ordinal

-- name: features of chains
SELECT chain, name, value FROM chain_features
WHERE chain IN (SELECT value FROM json_each(?)) ORDER BY chain, ordinal

-- name: touched
SELECT key, number FROM touched ORDER BY key

-- name: chains with key
SELECT chain FROM chain_keys WHERE key = ?

-- name: keys of chain
SELECT key FROM chain_keys WHERE chain = ?

-- name: numbers of chains
SELECT entries.id, chains.mention FROM chains JOIN entries ON entries.number = chains.mention
WHERE entries.id IN (SELECT value FROM json_each(?))

-- name: touched of keys
SELECT key, number FROM touched WHERE key IN (SELECT value FROM json_each(?))

-- name: forget touched
DELETE FROM touched WHERE key IN (SELECT value FROM json_each(?))

-- name: touch chains
INSERT INTO touched (key) SELECT DISTINCT key FROM chain_keys WHERE chain IN (
    SELECT number FROM entries WHERE id IN (SELECT value FROM json_each(?))
)

-- name: actors of chains
SELECT DISTINCT actors.number, actors.id, actors.name, actors.type, actors.named_by
FROM chains JOIN actors ON actors.number = chains.actor
WHERE chains.mention IN (SELECT value FROM json_each(?))

-- name: members of actors
SELECT chains.actor, entries.id FROM chains JOIN entries ON entries.number = chains.mention
WHERE chains.actor IN (SELECT value FROM json_each(?)) ORDER BY chains.actor, entries.id

-- name: aliases of actors
SELECT actor, name FROM aliases WHERE actor IN (SELECT value FROM json_each(?)) ORDER BY actor, ordinal

-- name: identifiers of actors
SELECT actor, scheme, value FROM identifiers WHERE actor IN (SELECT value FROM json_each(?))
ORDER BY actor, scheme, value

-- name: notes of actors
SELECT actor, note FROM actor_notes WHERE actor IN (SELECT value FROM json_each(?)) ORDER BY actor, ordinal

-- name: memberships of actors
SELECT actor, party, role, titles, start, "end" FROM memberships
WHERE actor IN (SELECT value FROM json_each(?)) ORDER BY actor, ordinal

-- name: links of chains
SELECT one.id AS a, other.id AS b, links.score, links.reason, links.machine
FROM links
JOIN entries AS one ON one.number = links.a
JOIN entries AS other ON other.number = links.b
WHERE links.a IN (SELECT value FROM json_each(?))

-- name: forget actor
DELETE FROM actors WHERE number = ?

-- name: forget actor called
DELETE FROM actors WHERE id = ?

-- name: actor
INSERT INTO actors (id, name, type, named_by, folded) VALUES (?, ?, ?, ?, ?) RETURNING number

-- name: alias
INSERT INTO aliases (actor, ordinal, name) VALUES (?, ?, ?)

-- name: identifier
INSERT OR IGNORE INTO identifiers (actor, scheme, value) VALUES (?, ?, ?)

-- name: actor note
INSERT INTO actor_notes (actor, ordinal, note) VALUES (?, ?, ?)

-- name: membership
INSERT INTO memberships (actor, ordinal, party, role, titles, start, "end") VALUES (?, ?, ?, ?, ?, ?, ?)

-- name: belongs
UPDATE chains SET actor = ? WHERE mention = ?

-- name: forget link
DELETE FROM links WHERE a = ? AND b = ? AND reason = ?

-- name: link
INSERT OR REPLACE INTO links (a, b, score, reason, machine) VALUES (?, ?, ?, ?, ?)

-- name: forget proposals
DELETE FROM proposals WHERE a IN (SELECT value FROM json_each(:actors)) OR b IN (SELECT value FROM json_each(:actors))

-- name: proposal
INSERT OR REPLACE INTO proposals (kind, a, b, score, reason) VALUES (?, ?, ?, ?, ?)

-- name: forget related
DELETE FROM related WHERE a IN (SELECT value FROM json_each(:actors)) OR b IN (SELECT value FROM json_each(:actors))

-- name: relation
INSERT OR IGNORE INTO related (a, b, reason) VALUES (?, ?, ?)

-- name: redirect
INSERT OR REPLACE INTO redirects (id, actor) VALUES (?, ?)

-- name: forget redirects
DELETE FROM redirects WHERE id IN (SELECT value FROM json_each(?))

-- name: forget disagreements
DELETE FROM disagreements WHERE decision = ?

-- name: disagreement
INSERT OR IGNORE INTO disagreements (decision, clause) VALUES (?, ?)

-- name: forget actors without chains
DELETE FROM actors WHERE NOT EXISTS (SELECT 1 FROM chains WHERE chains.actor = actors.number)

-- name: forget other disagreements
DELETE FROM disagreements WHERE decision NOT IN (SELECT value FROM json_each(?))

-- name: parties
SELECT number, at, by, origin, id, text FROM parties ORDER BY number DESC LIMIT 1

-- name: give parties
INSERT INTO parties (at, by, origin, id, text) VALUES (?, ?, ?, ?, ?)

-- name: decided
SELECT number, kind, field, before, after, because, actor FROM decisions WHERE actor IS NOT NULL ORDER BY number

-- name: decide
INSERT INTO decisions (at, by, kind, report, field, before, after, because, actor) VALUES (?, ?, ?, '', ?, ?, ?, ?, ?)

-- name: anchor
INSERT INTO decision_anchors (decision, side, ordinal, report, start, "end", exact, prefix, suffix)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)

-- name: anchors
SELECT decision, side, report, start, "end", exact, prefix, suffix FROM decision_anchors
WHERE decision IN (SELECT number FROM decisions WHERE actor IS NOT NULL)
ORDER BY decision, side, ordinal

-- name: wipe anchors
UPDATE decision_anchors SET exact = '', prefix = '', suffix = '' WHERE report = ?

-- name: mentions at
SELECT spans.start, spans."end", spans.exact, mentions.form, first.id AS chain
FROM reports
JOIN entries ON entries.report = reports.number AND entries.kind = 'mention'
JOIN spans ON spans.entry = entries.number AND spans.role = 'mention'
JOIN mentions ON mentions.entry = entries.number
JOIN entries AS first ON first.number = mentions.chain
WHERE reports.id = ?

-- name: text of
SELECT texts.text FROM reports JOIN texts ON texts.report = reports.number WHERE reports.id = ?

-- name: actor number
SELECT number, name FROM actors WHERE id = ?

-- name: anchor places
SELECT
    entries.id AS chain, reports.id AS report, chains.name, mentions.form, spans.start, spans."end", spans.exact
FROM chains
JOIN mentions ON mentions.chain = chains.mention
JOIN entries ON entries.number = chains.mention
JOIN reports ON reports.number = entries.report
JOIN spans ON spans.entry = mentions.entry AND spans.role = 'mention'
WHERE chains.actor = ?
ORDER BY coalesce(reports.published_start, '~'), reports.id, chains.position, spans.start

-- name: pending
SELECT
    (SELECT count(*) FROM analyses WHERE chained IS NULL) AS reports, (SELECT count(*) FROM touched) AS keys

-- name: listed
SELECT
    actors.number, actors.id, actors.name, actors.type, actors.named_by, reports.id AS report, reports.origin,
    reports.outlet, reports.published_start AS published, spans.start, spans."end", entries.band
FROM actors
JOIN entries ON entries.id = actors.id
JOIN reports ON reports.number = entries.report
JOIN spans ON spans.entry = entries.number AND spans.role = 'mention'
/* conditions */
ORDER BY actors.id

-- name: all names
SELECT id, name, type FROM actors ORDER BY id

-- name: all aliases
SELECT actors.id, aliases.name FROM aliases JOIN actors ON actors.number = aliases.actor ORDER BY aliases.actor, ordinal

-- name: words of actors
SELECT
    chains.actor, chain_words.form, chain_words.words, reports.outlet, reports.published_start AS published,
    reports.id AS report, reports.origin, chain_words.start, chain_words."end", chain_words.times
FROM chains
JOIN chain_words ON chain_words.chain = chains.mention
JOIN entries ON entries.number = chains.mention
JOIN reports ON reports.number = entries.report
WHERE chains.actor IN (SELECT value FROM json_each(?))
ORDER BY chains.actor, coalesce(reports.published_start, '~'), reports.id, chain_words.form, chain_words.start

-- name: counts of actors
SELECT
    chains.actor, reports.outlet, count(DISTINCT reports.number) AS reports, sum(chains.statements) AS statements,
    sum(chains.mentions) AS mentions
FROM chains
JOIN entries ON entries.number = chains.mention
JOIN reports ON reports.number = entries.report
WHERE chains.actor IN (SELECT value FROM json_each(?))
GROUP BY chains.actor, reports.outlet
ORDER BY chains.actor, reports.outlet

-- name: reports of actors
SELECT DISTINCT chains.actor, reports.id FROM chains
JOIN entries ON entries.number = chains.mention
JOIN reports ON reports.number = entries.report
WHERE chains.actor IN (SELECT value FROM json_each(?))

-- name: links of actors
SELECT chains.actor, one.id AS a, other.id AS b, links.score, links.reason, links.machine
FROM chains
JOIN links ON links.a = chains.mention
JOIN entries AS one ON one.number = links.a
JOIN entries AS other ON other.number = links.b
WHERE chains.actor IN (SELECT value FROM json_each(?))
ORDER BY chains.actor, one.id, other.id, links.reason

-- name: related of actors
SELECT related.a AS actor, other.id, other.name, related.reason FROM related JOIN actors AS other ON other.number = related.b
WHERE related.a IN (SELECT value FROM json_each(:asked))
UNION ALL
SELECT related.b, other.id, other.name, related.reason FROM related JOIN actors AS other ON other.number = related.a
WHERE related.b IN (SELECT value FROM json_each(:asked))
ORDER BY 1, 2, 4

-- name: proposed
SELECT
    proposals.kind, one.id AS a, other.id AS b, one.name AS a_name, other.name AS b_name, proposals.score,
    proposals.reason, ea.band AS a_band, eb.band AS b_band,
    ra.id AS a_report, ra.origin AS a_origin, ra.outlet AS a_outlet, sa.start AS a_start, sa."end" AS a_end,
    rb.id AS b_report, rb.origin AS b_origin, rb.outlet AS b_outlet, sb.start AS b_start, sb."end" AS b_end
FROM proposals
JOIN actors AS one ON one.number = proposals.a
JOIN actors AS other ON other.number = proposals.b
JOIN entries AS ea ON ea.id = one.id
JOIN entries AS eb ON eb.id = other.id
JOIN reports AS ra ON ra.number = ea.report
JOIN reports AS rb ON rb.number = eb.report
JOIN spans AS sa ON sa.entry = ea.number AND sa.role = 'mention'
JOIN spans AS sb ON sb.entry = eb.number AND sb.role = 'mention'
WHERE (:kind IS NULL OR proposals.kind = :kind)
    AND (
        :actor IS NULL
        OR (SELECT number FROM actors WHERE id = :actor) IN (proposals.a, proposals.b)
    )
ORDER BY proposals.kind, one.id, other.id

-- name: disagreeing
SELECT
    disagreements.decision, decisions.at, decisions.by, decisions.kind, decisions.actor, decisions.because,
    disagreements.clause
FROM disagreements JOIN decisions ON decisions.number = disagreements.decision
ORDER BY disagreements.decision, disagreements.clause

-- name: actor with id
SELECT id FROM actors WHERE id = ?

-- name: actor of mention
SELECT actors.id FROM entries
JOIN mentions ON mentions.entry = entries.number
JOIN chains ON chains.mention = mentions.chain
JOIN actors ON actors.number = chains.actor
WHERE entries.id = ?

-- name: redirected
SELECT actor FROM redirects WHERE id = ?

-- name: actors beginning
SELECT id FROM actors WHERE id >= :first AND id < :first || 'g' ORDER BY id LIMIT 6

-- name: actors called
SELECT id, name FROM actors WHERE name = :name OR number IN (SELECT actor FROM aliases WHERE name = :name)
ORDER BY name, id

-- name: actors called in any case
SELECT id, name FROM actors WHERE instr(char(10) || folded || char(10), char(10) || :name || char(10)) > 0
ORDER BY name, id

-- name: chains of actor
SELECT
    entries.id AS chain, reports.id AS report, reports.origin, reports.outlet, reports.published_start AS published,
    chains.name, chains.mentions, chains.statements
FROM chains
JOIN actors ON actors.number = chains.actor
JOIN entries ON entries.number = chains.mention
JOIN reports ON reports.number = entries.report
WHERE actors.id = ? ORDER BY coalesce(reports.published_start, '~'), reports.id, chains.position
