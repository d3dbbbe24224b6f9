-- +goose Up

-- Articles whose pages are to be looked at again. The row is the schedule; it
-- goes with the last look.
CREATE TABLE relooks (
    article_id    INTEGER PRIMARY KEY REFERENCES articles (id),
    url           TEXT   NOT NULL, -- of the page, as it was fetched
    etag          TEXT   NOT NULL,
    last_modified TEXT   NOT NULL,
    done          BIGINT NOT NULL DEFAULT 0, -- looks
    missing       BIGINT NOT NULL DEFAULT 0, -- of the last looks, those that did not find the page; below zero: had no answer
    next_at       BIGINT NOT NULL,
    leased_until  BIGINT NOT NULL DEFAULT 0,
    holder        TEXT   NOT NULL DEFAULT ''
);
CREATE INDEX relooks_due ON relooks (next_at, article_id);

-- What each look found.
CREATE TABLE looks (
    article_id BIGINT NOT NULL REFERENCES articles (id),
    at         BIGINT NOT NULL,
    sight      TEXT   NOT NULL,
    PRIMARY KEY (article_id, at)
) WITHOUT ROWID;

-- Texts that an article had later. That of articles is the first one, and stays.
CREATE TABLE article_versions (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    article_id BIGINT NOT NULL REFERENCES articles (id),
    fetched    BIGINT NOT NULL, -- first
    hash       TEXT   NOT NULL,
    body       TEXT   NOT NULL,
    UNIQUE (article_id, hash)
);

-- What became of a statement, by the looks at its article. At most one row of a
-- statement is not over. Spans are into the version's body.
CREATE TABLE changes (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    statement_id BIGINT NOT NULL REFERENCES statements (id),
    version_id   BIGINT REFERENCES article_versions (id), -- NULL: there was no text
    deed         TEXT   NOT NULL,
    at           BIGINT NOT NULL,
    over         BIGINT NOT NULL DEFAULT 0,
    speaker      TEXT   NOT NULL, -- and so on: the statement as it stands
    role         TEXT   NOT NULL,
    known        TEXT   NOT NULL,
    kind         TEXT   NOT NULL,
    confidence   DOUBLE PRECISION NOT NULL,
    content      TEXT   NOT NULL,
    verbatim     TEXT   NOT NULL,
    note_start   BIGINT NOT NULL,
    note_end     BIGINT NOT NULL
);
CREATE UNIQUE INDEX changes_of ON changes (statement_id) WHERE over = 0;

-- A version with statements that the first text had not is an article by
-- itself, whose statements are those alone.
ALTER TABLE articles ADD COLUMN edition_of BIGINT REFERENCES articles (id);
CREATE INDEX editions_of ON articles (edition_of) WHERE edition_of IS NOT NULL;

-- A hash of the text that an item's article was made of; 0 is another source.
ALTER TABLE items ADD COLUMN body BIGINT NOT NULL DEFAULT 0;
