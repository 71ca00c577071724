-- Copies: reports that print one text. Texts are compared with those that share fingerprints with them, each pair once;
-- groups follow from the pairs.

-- The words of a report that copying is judged on, once for all reports that have just these. id: their sha256.
-- compared: 1 once it has been held against all others that are compared.
CREATE TABLE copy_texts (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    words INTEGER NOT NULL,
    compared INTEGER NOT NULL CHECK (compared IN (0, 1))
) STRICT;
CREATE INDEX copy_texts_compared ON copy_texts (compared);

-- way: by which way of finding copies the words were taken.
CREATE TABLE copy_words (
    report INTEGER PRIMARY KEY REFERENCES texts (report) ON DELETE CASCADE,
    text INTEGER NOT NULL REFERENCES copy_texts (number),
    way TEXT NOT NULL
) STRICT;
CREATE INDEX copy_words_text ON copy_words (text);
CREATE TRIGGER copy_texts_of_no_report_go AFTER DELETE ON copy_words
WHEN NOT EXISTS (SELECT 1 FROM copy_words WHERE text = old.text)
BEGIN DELETE FROM copy_texts WHERE number = old.text; END;

-- The fingerprints of a text: hashes of a few words each.
CREATE TABLE copy_marks (
    mark INTEGER NOT NULL,
    text INTEGER NOT NULL REFERENCES copy_texts (number) ON DELETE CASCADE,
    PRIMARY KEY (mark, text)
) STRICT, WITHOUT ROWID;
CREATE INDEX copy_marks_text ON copy_marks (text);

-- Texts that share text: the id of a is the smaller. kind: exact, near, inside (the one with the greater part stands in
-- the other) or passage; part_*: of the words of each outside quotation marks; words: all that are shared.
CREATE TABLE copy_pairs (
    a INTEGER NOT NULL REFERENCES copy_texts (number) ON DELETE CASCADE,
    b INTEGER NOT NULL REFERENCES copy_texts (number) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    part_a REAL NOT NULL,
    part_b REAL NOT NULL,
    words INTEGER NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (a, b)
) STRICT, WITHOUT ROWID;
CREATE INDEX copy_pairs_b ON copy_pairs (b);

-- copy_group: the id of its oldest report. whole: 0 where the report holds the text within a longer one of its own; main: 1
-- for the one group of a report that it is listed under.
CREATE TABLE copy_groups (
    report INTEGER NOT NULL REFERENCES reports (number) ON DELETE CASCADE,
    copy_group TEXT NOT NULL,
    whole INTEGER NOT NULL CHECK (whole IN (0, 1)),
    main INTEGER NOT NULL CHECK (main IN (0, 1)),
    PRIMARY KEY (report, copy_group)
) STRICT, WITHOUT ROWID;
CREATE INDEX copy_groups_group ON copy_groups (copy_group);

CREATE VIEW all_copies AS
SELECT
    copy_groups.copy_group, reports.id AS report, reports.outlet, reports.published_start AS published, reports.agency,
    reports.byline, reports.title, copy_groups.whole, copy_groups.main, reports.origin
FROM copy_groups JOIN reports ON reports.number = copy_groups.report;
