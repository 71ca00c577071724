-- Days of publication that follow from other reports, and what time expressions come to when they are counted from a day
-- of publication that is not the one their report was read with.

-- The range of days that a report without a date of its own may be of. reason: from which other reports it follows.
CREATE TABLE inferred_dates (
    report INTEGER PRIMARY KEY REFERENCES reports (number) ON DELETE CASCADE,
    start TEXT NOT NULL,
    "end" TEXT NOT NULL,
    confidence REAL NOT NULL,
    reason TEXT NOT NULL
) STRICT;

-- In the place of value, start, "end" and confidence of the entry, wherever times are shown.
CREATE TABLE recounted (
    entry INTEGER PRIMARY KEY REFERENCES times (entry) ON DELETE CASCADE,
    value TEXT,
    start TEXT,
    "end" TEXT,
    confidence REAL NOT NULL,
    band TEXT NOT NULL
) STRICT;

-- Time expressions as they are shown.
CREATE VIEW dated_times AS
SELECT
    times.entry, times.type, times.expression, times.anchor, times.happening, times.statement, times.dates_saying,
    CASE WHEN recounted.entry IS NULL THEN times.value ELSE recounted.value END AS value,
    CASE WHEN recounted.entry IS NULL THEN times.start ELSE recounted.start END AS start,
    CASE WHEN recounted.entry IS NULL THEN times."end" ELSE recounted."end" END AS "end",
    coalesce(recounted.confidence, entries.confidence) AS confidence, coalesce(recounted.band, entries.band) AS band
FROM times
JOIN entries ON entries.number = times.entry
LEFT JOIN recounted ON recounted.entry = times.entry;

DROP VIEW all_times;
CREATE VIEW all_times AS
SELECT
    entries.number, entries.id, reports.id AS report, reports.outlet, reports.published_start AS published,
    spans.exact, times.type, times.expression, times.anchor, times.value, times.start AS first_day, times."end" AS last_day,
    (SELECT value FROM features WHERE features.entry = entries.number AND features.name = 'bound') AS bound,
    (SELECT group_concat(exact, ' ') FROM (
        SELECT exact FROM spans WHERE spans.entry = entries.number AND role = 'event' ORDER BY ordinal
    )) AS event,
    times.happening, times.statement, times.dates_saying, entries.zone, spans.start, spans."end",
    times.confidence, times.band, entries.status, entries.reason, entries.rule, entries.analyser, reports.origin
FROM dated_times AS times
JOIN entries ON entries.number = times.entry
JOIN reports ON reports.number = entries.report
JOIN spans ON spans.entry = times.entry AND spans.role = 'time';

-- Series: figures of one count over all reports; only those of two figures and more. stamp: of all that they were made of.
CREATE TABLE series_made (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    stamp TEXT NOT NULL
) STRICT;

-- id: that of the oldest figure. lowest, highest: the least and the greatest number that any of its figures prints.
CREATE TABLE series (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    lowest REAL,
    highest REAL
) STRICT, WITHOUT ROWID;

-- former: 1 where a sentence gives it as what held before.
CREATE TABLE series_figures (
    series TEXT NOT NULL REFERENCES series (id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    figure TEXT NOT NULL,
    former INTEGER NOT NULL CHECK (former IN (0, 1)),
    PRIMARY KEY (series, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX series_figures_figure ON series_figures (figure);

-- What holds between two figures of a series. kind: link (why they are in one), revision (a before b), discrepancy.
CREATE TABLE series_pairs (
    series TEXT NOT NULL REFERENCES series (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    a TEXT NOT NULL,
    b TEXT NOT NULL,
    score REAL,
    reason TEXT NOT NULL,
    PRIMARY KEY (series, kind, ordinal)
) STRICT, WITHOUT ROWID;

-- Two series that might be one, a figure that stands alone counting as one: for a person, no fact.
CREATE TABLE series_proposals (
    a TEXT NOT NULL,
    b TEXT NOT NULL,
    score REAL NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (a, b)
) STRICT, WITHOUT ROWID;

CREATE VIEW all_series AS
SELECT
    series.id AS series, series.name, series.lowest, series.highest, series_figures.ordinal AS place, series_figures.former,
    figures.id AS figure, figures.report, figures.outlet, figures.published, figures.exact, figures.value,
    figures.minimum, figures.maximum, figures.hedge, figures.unit, figures.what, figures."group", figures.as_of,
    figures.giver, figures.giver_name, figures.start, figures."end", figures.band, figures.origin
FROM series
JOIN series_figures ON series_figures.series = series.id
JOIN all_figures AS figures ON figures.id = series_figures.figure;
