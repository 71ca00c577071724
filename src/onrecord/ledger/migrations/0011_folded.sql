-- Names as they are looked for: folding them at every question took as long as the question.

-- folded: all names of the actor without capitals, its own first, one a line.
ALTER TABLE actors ADD COLUMN folded TEXT NOT NULL DEFAULT '';
UPDATE actors SET folded = folded(name || coalesce((
    SELECT char(10) || group_concat(name, char(10)) FROM (
        SELECT aliases.name FROM aliases WHERE aliases.actor = actors.number AND aliases.name != actors.name
        ORDER BY aliases.ordinal
    )
), ''));
CREATE INDEX actors_folded ON actors (folded, id);
