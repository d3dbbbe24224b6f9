-- +goose Up

-- What reviewers of a server said of statements. It holds in that server alone.
CREATE TABLE corrections (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    server       TEXT   NOT NULL,
    place        TEXT   NOT NULL, -- where it was said
    statement_id BIGINT NOT NULL REFERENCES statements (id),
    what         TEXT   NOT NULL,
    speaker_id   BIGINT NOT NULL, -- whose it is; 0: of speaker_key, if anybody is read so
    speaker      TEXT   NOT NULL,
    speaker_key  TEXT   NOT NULL,
    written      TEXT   NOT NULL, -- all that is read under this name; '' is the statement alone
    other_id     BIGINT NOT NULL, -- of a duplicate
    was_id       BIGINT NOT NULL, -- as whose it was shown
    was          TEXT   NOT NULL,
    made_by      TEXT   NOT NULL,
    made_by_id   TEXT   NOT NULL,
    at           BIGINT NOT NULL,
    undone       BIGINT NOT NULL DEFAULT 0,
    undone_by    TEXT   NOT NULL DEFAULT ''
);
CREATE INDEX corrections_of ON corrections (server, statement_id);
-- What a server sees otherwise: few rows, and every question looks for them.
CREATE INDEX corrections_seen ON corrections (server, id) WHERE undone = 0 AND what <> 'right';

-- Which server a place belongs to, as far as a reviewer has shown it: a watch of
-- the configuration knows its place alone.
CREATE TABLE places (
    place  TEXT NOT NULL PRIMARY KEY,
    server TEXT NOT NULL
);
