-- What figures may be joined on, so that only those are joined anew that a change can reach. No word stands here in the
-- clear but names of ships and storms, and those go with their report.

-- stamp: of all that the figures of the report were read from.
CREATE TABLE series_reports (
    report INTEGER PRIMARY KEY REFERENCES reports (number) ON DELETE CASCADE,
    stamp TEXT NOT NULL
) STRICT;

-- Names of ships and storms that the report writes. given: 1 where it says itself that it is one (the ferry Heron).
CREATE TABLE series_vessels (
    report INTEGER NOT NULL REFERENCES reports (number) ON DELETE CASCADE,
    name TEXT NOT NULL,
    given INTEGER NOT NULL CHECK (given IN (0, 1)),
    PRIMARY KEY (report, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX series_vessels_name ON series_vessels (name);

-- key: a hash of what is counted; figure: an id.
CREATE TABLE series_keys (
    report INTEGER NOT NULL REFERENCES reports (number) ON DELETE CASCADE,
    figure TEXT NOT NULL,
    key TEXT NOT NULL,
    PRIMARY KEY (report, figure, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX series_keys_key ON series_keys (key, figure);
CREATE INDEX series_keys_figure ON series_keys (figure, key);

-- Keys whose figures have changed and are to be joined again.
CREATE TABLE series_touched (
    key TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;
CREATE TRIGGER series_keys_come AFTER INSERT ON series_keys
BEGIN INSERT OR IGNORE INTO series_touched (key) VALUES (new.key); END;
CREATE TRIGGER series_keys_go AFTER DELETE ON series_keys
BEGIN INSERT OR IGNORE INTO series_touched (key) VALUES (old.key); END;

-- rulings: those of people on figures that the series were made with, as JSON of ids.
CREATE TABLE series_rulings (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    rulings TEXT NOT NULL
) STRICT;
