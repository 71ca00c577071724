-- name: id
entries.id = :id

-- name: doubt
doubts.id = :doubt

-- name: report
reports.id = :report

-- name: outlet
reports.outlet = :outlet

-- name: genre
reports.genre = :genre

-- name: since
substr(reports.published_end, 1, length(:since)) >= :since

-- name: until
substr(reports.published_start, 1, length(:until)) <= :until

-- name: undated
reports.published_start IS NULL

-- name: speaker
instr(folded(statements.speaker), :speaker) > 0

-- name: act
statements.act = :act

-- name: mode
statements.mode = :mode

-- name: nameless
statements.nameless = :nameless

-- name: zone
entries.zone = :zone

-- name: band
entries.band = :band

-- name: status
entries.status = :status

-- name: analyser
entries.analyser = :analyser

-- name: without_speaker
:without_speaker = (
    statements.speaker IS NULL
    AND NOT EXISTS (SELECT 1 FROM spans WHERE spans.entry = entries.number AND spans.role = 'source')
)

-- name: disposition
doubts.disposition = :disposition

-- name: rule
doubts.rule = :rule
