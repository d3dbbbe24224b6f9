-- +goose Up

-- What was agreed with hubs (WebSub), for feeds that offer one. Times are Unix
-- milliseconds, 0 is never.
CREATE TABLE subscriptions (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    feed_id     BIGINT  NOT NULL REFERENCES feeds (id),
    hub         TEXT    NOT NULL,
    topic       TEXT    NOT NULL,
    callback    TEXT    NOT NULL,
    token       TEXT    NOT NULL UNIQUE, -- the end of callback, which only the hub knows
    secret      TEXT    NOT NULL,
    state       TEXT    NOT NULL,        -- asking, active, dropped, leaving
    waiting     BOOLEAN NOT NULL DEFAULT FALSE,
    asked_at    BIGINT  NOT NULL DEFAULT 0,
    verified_at BIGINT  NOT NULL DEFAULT 0,
    lease_until BIGINT  NOT NULL DEFAULT 0,
    due_at      BIGINT  NOT NULL DEFAULT 0,
    pushed_at   BIGINT  NOT NULL DEFAULT 0,
    missed      BIGINT  NOT NULL DEFAULT 0,
    failures    BIGINT  NOT NULL DEFAULT 0,
    problem     TEXT    NOT NULL DEFAULT ''
);
CREATE UNIQUE INDEX subscriptions_of_feed ON subscriptions (feed_id) WHERE state <> 'leaving';
