-- What people decided about utterances, as it holds of today's statements: which report one act of saying, and which do not.
-- The decisions themselves are rows of decisions (field: utterances), found again by their places in decision_anchors.

-- ordinal: in the order in which they were taken. a, b: ids of statements, each with the place in its report that is meant.
-- overruled: 1 where a later decision goes against it.
CREATE TABLE utterance_rulings (
    ordinal INTEGER PRIMARY KEY,
    decision INTEGER NOT NULL REFERENCES decisions (number),
    same INTEGER NOT NULL CHECK (same IN (0, 1)),
    a TEXT NOT NULL,
    a_start INTEGER NOT NULL,
    a_end INTEGER NOT NULL,
    b TEXT NOT NULL,
    b_start INTEGER NOT NULL,
    b_end INTEGER NOT NULL,
    reason TEXT NOT NULL,
    overruled INTEGER NOT NULL DEFAULT 0 CHECK (overruled IN (0, 1))
) STRICT;
CREATE INDEX utterance_rulings_decision ON utterance_rulings (decision);

-- machine: 0 where a person joined the two.
ALTER TABLE utterance_links ADD COLUMN machine INTEGER NOT NULL DEFAULT 1 CHECK (machine IN (0, 1));
