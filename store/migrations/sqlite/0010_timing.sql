-- +goose Up

-- A message that gathers alerts until its hour: what it is the gathering of, the
-- hour, and the how-many-th it is where one message does not hold them all.
-- 'digest KEY' is a schedule's, 'quiet' what quiet hours hold, 'rest WATCH' what
-- is over the cap of an hour, 'mute ID' what a mute holds, 'held' what was let go.
ALTER TABLE deliveries ADD COLUMN gathers TEXT NOT NULL DEFAULT '';
ALTER TABLE deliveries ADD COLUMN slot BIGINT NOT NULL DEFAULT 0;
ALTER TABLE deliveries ADD COLUMN part BIGINT NOT NULL DEFAULT 0;
CREATE UNIQUE INDEX deliveries_gathered ON deliveries (place, gathers, slot, part) WHERE gathers <> '';

-- How many alerts of a watch an hour has had.
CREATE INDEX alerts_of_watch ON alerts (watch_id, place, created);

-- Who wants to hear nothing of a watch in a place, and until when.
CREATE TABLE mutes (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    watch_id BIGINT NOT NULL REFERENCES watches (id),
    place    TEXT   NOT NULL,
    topic    TEXT   NOT NULL, -- JSON; '' is all of it
    until    BIGINT NOT NULL, -- 0 is until somebody ends it
    made_by  TEXT   NOT NULL,
    created  BIGINT NOT NULL,
    ended    BIGINT NOT NULL DEFAULT 0,
    ended_by TEXT   NOT NULL DEFAULT ''
);
CREATE UNIQUE INDEX mutes_open ON mutes (watch_id, place, topic) WHERE ended = 0;
