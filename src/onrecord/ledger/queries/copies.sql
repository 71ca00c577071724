-- name: unworded
SELECT reports.id FROM reports
JOIN texts ON texts.report = reports.number
LEFT JOIN copy_words ON copy_words.report = reports.number
WHERE copy_words.way IS NOT ? ORDER BY reports.id

-- name: report as read
SELECT number, text_id FROM reports WHERE id = ?

-- name: forget words
DELETE FROM copy_words WHERE report = ?

-- name: text number
SELECT number FROM copy_texts WHERE id = ?

-- name: text
INSERT INTO copy_texts (id, words, compared) VALUES (?, ?, 0) RETURNING number

-- name: mark
INSERT INTO copy_marks (mark, text) VALUES (?, ?)

-- name: words
INSERT INTO copy_words (report, text, way) VALUES (?, ?, ?)

-- name: uncompared
SELECT id FROM copy_texts WHERE NOT compared ORDER BY id LIMIT 1

-- name: state
SELECT count(*), coalesce(total(number), 0) FROM copy_texts WHERE compared

-- name: candidates
SELECT other.id, other.number, count(*) AS shared,
    (SELECT count(*) FROM copy_marks WHERE copy_marks.text = other.number) AS theirs,
    (SELECT count(*) FROM copy_marks WHERE copy_marks.text = own.number) AS mine
FROM copy_texts AS own
JOIN copy_marks AS marks ON marks.text = own.number
JOIN copy_marks AS same ON same.mark = marks.mark
JOIN copy_texts AS other ON other.number = same.text AND other.compared AND other.number != own.number
WHERE own.id = ?
GROUP BY other.number
ORDER BY other.id

-- name: a report of
SELECT reports.id FROM copy_texts JOIN copy_words ON copy_words.text = copy_texts.number
JOIN reports ON reports.number = copy_words.report WHERE copy_texts.id = ? ORDER BY reports.id LIMIT 1

-- name: pair
INSERT OR REPLACE INTO copy_pairs (a, b, kind, part_a, part_b, words, reason)
SELECT one.number, other.number, :kind, :part_a, :part_b, :words, :reason
FROM copy_texts AS one, copy_texts AS other WHERE one.id = :a AND other.id = :b

-- name: compared
UPDATE copy_texts SET compared = 1 WHERE id = ?

-- name: pairs
SELECT one.id AS a, other.id AS b, copy_pairs.kind, copy_pairs.part_a, copy_pairs.part_b, copy_pairs.words, copy_pairs.reason
FROM copy_pairs
JOIN copy_texts AS one ON one.number = copy_pairs.a
JOIN copy_texts AS other ON other.number = copy_pairs.b
ORDER BY one.id, other.id

-- name: reports of texts
SELECT copy_texts.id AS text, reports.id AS report, reports.published_start AS published, copy_texts.words
FROM copy_words
JOIN copy_texts ON copy_texts.number = copy_words.text
JOIN reports ON reports.number = copy_words.report
ORDER BY copy_texts.id, reports.id

-- name: groups
SELECT reports.id AS report, copy_groups.copy_group, copy_groups.whole, copy_groups.main
FROM copy_groups JOIN reports ON reports.number = copy_groups.report
ORDER BY reports.id, copy_groups.main DESC, copy_groups.copy_group

-- name: forget group
DELETE FROM copy_groups WHERE copy_group = :group AND report = (SELECT number FROM reports WHERE id = :report)

-- name: group
INSERT OR REPLACE INTO copy_groups (report, copy_group, whole, main)
SELECT number, :group, :whole, :main FROM reports WHERE id = :report

-- name: header of
SELECT id, outlet, published_start AS published, agency, byline, origin FROM reports WHERE id = ?
