-- name: topics
SELECT number, at, by, origin, id, text FROM topics ORDER BY number DESC LIMIT 1

-- name: give topics
INSERT INTO topics (at, by, origin, id, text) VALUES (?, ?, ?, ?, ?)
