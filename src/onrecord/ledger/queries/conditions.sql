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

-- name: not rejected
entries.status != 'rejected'

-- name: relation not rejected
entries.status != 'rejected' AND NOT EXISTS (
    SELECT 1 FROM entries AS said WHERE said.id = relations.statement AND said.status = 'rejected'
)

-- name: position not rejected
entries.status != 'rejected' AND NOT EXISTS (
    SELECT 1 FROM entries AS said WHERE said.id = positions.statement AND said.status = 'rejected'
)

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

-- name: mention name
instr(folded(mentions.name), :name) > 0
    OR EXISTS (
        SELECT 1 FROM spans WHERE spans.entry = entries.number AND role = 'mention' AND instr(folded(exact), :name) > 0
    )

-- name: mention form
mentions.form = :form

-- name: mention type
mentions.type = :type

-- name: mention chain
mentions.chain = (SELECT number FROM entries WHERE id = :chain)

-- name: figure what
EXISTS (SELECT 1 FROM spans WHERE spans.entry = entries.number AND role = 'what' AND instr(folded(exact), :what) > 0)

-- name: figure unit
figures.unit = :unit

-- name: figure giver
instr(folded(figures.giver_name), :giver) > 0
    OR EXISTS (
        SELECT 1 FROM spans WHERE spans.entry = entries.number AND role = 'giver' AND instr(folded(exact), :giver) > 0
    )

-- name: figure hedge
figures.hedge = :hedge

-- name: figure counting
figures.counting = :counting

-- name: figure statement
figures.statement = :statement

-- name: figure ordinal
figures.ordinal = :ordinal

-- name: figure implied
figures.implied = :implied

-- name: time type
times.type = :type

-- name: time anchor
times.anchor = :anchor

-- name: time happening
times.happening = :happening

-- name: time statement
times.statement = :statement

-- name: time dated
(times.value IS NOT NULL) = :dated

-- name: time dates_saying
times.dates_saying = :dates_saying

-- name: relation source
instr(folded(doers.name), :source) > 0 OR instr(folded(relations.source_name), :source) > 0
    OR EXISTS (
        SELECT 1 FROM spans WHERE spans.entry = entries.number AND role = 'source' AND instr(folded(exact), :source) > 0
    )
    OR (relations.voice = 'outlet' AND instr(folded(reports.outlet), :source) > 0)

-- name: relation target
instr(folded(others.name), :target) > 0 OR instr(folded(relations.target_name), :target) > 0
    OR EXISTS (
        SELECT 1 FROM spans WHERE spans.entry = entries.number AND role = 'target' AND instr(folded(exact), :target) > 0
    )

-- name: relation actor
source_chains.actor IN (SELECT number FROM actors WHERE id IN (SELECT value FROM json_each(:actor)))
    OR target_chains.actor IN (SELECT number FROM actors WHERE id IN (SELECT value FROM json_each(:actor)))

-- name: relation kind
relations.kind = :kind

-- name: relation strength
relations.strength = :strength

-- name: relation voice
relations.voice = :voice

-- name: relation negated
relations.negated = :negated

-- name: relation statement
relations.statement = :statement

-- name: position holder
instr(folded(actors.name), :holder) > 0 OR instr(folded(positions.holder_name), :holder) > 0
    OR EXISTS (
        SELECT 1 FROM spans WHERE spans.entry = entries.number AND role = 'holder' AND instr(folded(exact), :holder) > 0
    )

-- name: position kind
positions.kind = :kind

-- name: position voice
positions.voice = :voice

-- name: position negated
positions.negated = :negated

-- name: position statement
positions.statement = :statement

-- name: label words
EXISTS (SELECT 1 FROM spans WHERE spans.entry = entries.number AND role = 'label' AND instr(folded(exact), :words) > 0)

-- name: label kind
labels.kind = :kind

-- name: label voice
labels.voice = :voice

-- name: label statement
labels.statement = :statement

-- name: actor
chains.actor IN (SELECT number FROM actors WHERE id IN (SELECT value FROM json_each(:actor)))

-- name: actor id
actors.id IN (SELECT value FROM json_each(:id))

-- name: actor name
instr(actors.folded, :name) > 0

-- name: actor type
actors.type = :type

-- name: actor named_by
actors.named_by = :named_by

-- name: actor party
EXISTS (SELECT 1 FROM memberships WHERE memberships.actor = actors.number AND memberships.party = :party)

-- name: actor report
actors.number IN (
    SELECT chains.actor FROM reports AS its CROSS JOIN entries AS own ON own.report = its.number
    CROSS JOIN chains ON chains.mention = own.number
    WHERE its.id = :report
)

-- name: actor outlet
actors.number IN (
    SELECT chains.actor FROM reports AS its CROSS JOIN entries AS own ON own.report = its.number
    CROSS JOIN chains ON chains.mention = own.number
    WHERE its.outlet = :outlet
)

-- name: actor speaks
:speaks = EXISTS (SELECT 1 FROM chains WHERE chains.actor = actors.number AND chains.statements > 0)

-- name: actor named
:named = EXISTS (
    SELECT 1 FROM chains JOIN chain_words ON chain_words.chain = chains.mention
    WHERE chains.actor = actors.number AND chain_words.form = 'name'
)
