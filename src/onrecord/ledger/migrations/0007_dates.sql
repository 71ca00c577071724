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
