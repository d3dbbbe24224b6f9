-- +goose Up

-- Sources from which nothing comes, and the message that tells a place of each.
-- Times are Unix milliseconds, 0 is never.
CREATE TABLE silences (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    place       TEXT    NOT NULL,
    feed_id     BIGINT  NOT NULL, -- 0 is our own network: all of them
    delivery_id TEXT    NOT NULL REFERENCES deliveries (id),
    kind        TEXT    NOT NULL,
    since       BIGINT  NOT NULL,
    why         TEXT    NOT NULL,
    theirs      BOOLEAN NOT NULL,
    tries       BIGINT  NOT NULL, -- as the message has them
    told        BIGINT  NOT NULL,
    changed     BIGINT  NOT NULL, -- when the message was last to be edited for its tries
    over        BIGINT  NOT NULL DEFAULT 0,
    misses      TEXT    NOT NULL, -- JSON: whom the place misses, and who carries them too
    read_late   BIGINT  NOT NULL DEFAULT 0,
    sent_late   BIGINT  NOT NULL DEFAULT 0,
    missing     BOOLEAN NOT NULL DEFAULT FALSE,
    removed     BOOLEAN NOT NULL DEFAULT FALSE
);
CREATE UNIQUE INDEX silences_open ON silences (place, feed_id) WHERE over = 0;
CREATE INDEX silences_of_place ON silences (place, told);
CREATE INDEX silences_of_delivery ON silences (delivery_id, id);

-- Whoever writes a silence locks this row: two that tell a place of two sources
-- make one message.
INSERT INTO versions (name, n) VALUES ('silences', 1);

-- What is said once, by a key; the message that says it, if one does.
CREATE TABLE notices (
    key         TEXT   NOT NULL PRIMARY KEY,
    at          BIGINT NOT NULL,
    delivery_id TEXT   REFERENCES deliveries (id),
    body        TEXT   NOT NULL -- JSON
);
CREATE INDEX notices_of_delivery ON notices (delivery_id) WHERE delivery_id IS NOT NULL;
