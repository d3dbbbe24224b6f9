-- The schema of version 1 with a few rows, as that version wrote them. Never edited.
-- Times are Unix milliseconds, 0 is never. Days are YYYY-MM-DD or NULL.
CREATE TABLE feeds (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    listed        TEXT    NOT NULL UNIQUE, -- the key of the address that was given
    url           TEXT    NOT NULL,        -- where it is now: a permanent redirect moves it
    name          TEXT    NOT NULL,
    schedule      TEXT    NOT NULL,
    origin        TEXT    NOT NULL,
    added_by      TEXT    NOT NULL,
    etag          TEXT    NOT NULL DEFAULT '',
    last_modified TEXT    NOT NULL DEFAULT '',
    body_hash     TEXT    NOT NULL DEFAULT '',
    next_at       BIGINT  NOT NULL DEFAULT 0,
    leased_until  BIGINT  NOT NULL DEFAULT 0,
    holder        TEXT    NOT NULL DEFAULT '',
    seen          BOOLEAN NOT NULL DEFAULT FALSE,
    failures      BIGINT  NOT NULL DEFAULT 0,
    failing_since BIGINT  NOT NULL DEFAULT 0,
    last_error    TEXT    NOT NULL DEFAULT '',
    theirs        BOOLEAN NOT NULL DEFAULT FALSE,
    last_ok       BIGINT  NOT NULL DEFAULT 0,
    last_item     BIGINT  NOT NULL DEFAULT 0,
    paused        BOOLEAN NOT NULL DEFAULT FALSE,
    retired       BOOLEAN NOT NULL DEFAULT FALSE
);
CREATE INDEX feeds_due ON feeds (next_at, id) WHERE NOT paused AND NOT retired;

-- Visits that brought something or went wrong; the others only move the feed.
CREATE TABLE visits (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    feed_id    BIGINT  NOT NULL REFERENCES feeds (id),
    at         BIGINT  NOT NULL,
    status     BIGINT  NOT NULL,
    items      BIGINT  NOT NULL,
    new_items  BIGINT  NOT NULL,
    articles   BIGINT  NOT NULL,
    statements BIGINT  NOT NULL,
    alerts     BIGINT  NOT NULL,
    problem    TEXT    NOT NULL,
    theirs     BOOLEAN NOT NULL
);
CREATE INDEX visits_of_feed ON visits (feed_id, at);

CREATE TABLE articles (
    id               INTEGER PRIMARY KEY AUTOINCREMENT,
    url_key          TEXT    NOT NULL UNIQUE,
    url              TEXT    NOT NULL,
    outlet           TEXT    NOT NULL,
    title            TEXT    NOT NULL,
    byline           TEXT    NOT NULL,
    lang             TEXT    NOT NULL,
    published        BIGINT,
    published_offset BIGINT  NOT NULL, -- seconds east of UTC
    zone_unknown     BOOLEAN NOT NULL,
    day_only         BOOLEAN NOT NULL,
    day              TEXT,             -- of publication
    fetched          BIGINT  NOT NULL,
    kept             BIGINT  NOT NULL,
    body             TEXT    NOT NULL,
    summary          TEXT    NOT NULL,
    stub             BOOLEAN NOT NULL
);
CREATE INDEX articles_day ON articles (day);

-- What a feed has brought is never new again.
CREATE TABLE items (
    feed_id    BIGINT NOT NULL REFERENCES feeds (id),
    item_key   TEXT   NOT NULL,
    article_id BIGINT REFERENCES articles (id),
    at         BIGINT NOT NULL,
    PRIMARY KEY (feed_id, item_key)
) WITHOUT ROWID;

CREATE TABLE outlets (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    article_id BIGINT  NOT NULL REFERENCES articles (id),
    name       TEXT    NOT NULL,
    folded     TEXT    NOT NULL,
    host       TEXT    NOT NULL,
    url        TEXT    NOT NULL,
    also       BOOLEAN NOT NULL, -- came after the first
    at         BIGINT  NOT NULL,
    UNIQUE (article_id, folded)
);

CREATE TABLE speakers (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    speaker_key TEXT   NOT NULL UNIQUE,
    name       TEXT    NOT NULL, -- the most frequent spelling
    role       TEXT    NOT NULL, -- the newest
    role_at    BIGINT  NOT NULL,
    statements BIGINT  NOT NULL
);
CREATE TABLE spellings (
    speaker_id BIGINT NOT NULL REFERENCES speakers (id),
    name       TEXT   NOT NULL,
    uses       BIGINT NOT NULL,
    PRIMARY KEY (speaker_id, name)
) WITHOUT ROWID;
CREATE TABLE name_words (
    word       TEXT   NOT NULL,
    speaker_id BIGINT NOT NULL REFERENCES speakers (id),
    PRIMARY KEY (word, speaker_id)
) WITHOUT ROWID;

CREATE TABLE statements (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    article_id   BIGINT NOT NULL REFERENCES articles (id),
    place_in     BIGINT NOT NULL, -- in the article, from 0
    speaker_id   BIGINT REFERENCES speakers (id),
    speaker      TEXT   NOT NULL,
    role         TEXT   NOT NULL,
    known        TEXT   NOT NULL,
    kind         TEXT   NOT NULL,
    source_start BIGINT NOT NULL,
    source_end   BIGINT NOT NULL,
    cue_start    BIGINT NOT NULL,
    cue_end      BIGINT NOT NULL,
    content      TEXT   NOT NULL, -- spans: [[start,end],...]
    verbatim     TEXT   NOT NULL,
    said_on      TEXT,
    day          TEXT   NOT NULL, -- said_on, else of publication, else of the fetch
    place        TEXT   NOT NULL,
    confidence   DOUBLE PRECISION NOT NULL,
    UNIQUE (article_id, place_in)
);
CREATE INDEX statements_of_speaker ON statements (speaker_id, day, id);
CREATE INDEX statements_day ON statements (day, id);

-- Stems, in columns that weigh differently. marks holds what searches filter
-- by: speaker, days, kind.
CREATE VIRTUAL TABLE statement_index USING fts5 (
    said, around, title, marks,
    content = '', contentless_delete = 1,
    tokenize = "ascii tokenchars ''''"
);

CREATE TABLE versions (
    name TEXT   NOT NULL PRIMARY KEY,
    n    BIGINT NOT NULL
) WITHOUT ROWID;
INSERT INTO versions (name, n) VALUES ('watches', 1);

CREATE TABLE watches (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    watch_key TEXT    NOT NULL UNIQUE, -- server, place, speaker and keywords, while it lives
    server    TEXT    NOT NULL,
    place     TEXT    NOT NULL,
    speaker   TEXT    NOT NULL,
    keywords  TEXT    NOT NULL,
    backlog   BOOLEAN NOT NULL,
    role      TEXT    NOT NULL,
    made_by   TEXT    NOT NULL,
    created   BIGINT  NOT NULL,
    looked    BOOLEAN NOT NULL DEFAULT FALSE, -- through the archive
    removed   BOOLEAN NOT NULL DEFAULT FALSE
);

CREATE TABLE deliveries (
    seq          INTEGER PRIMARY KEY AUTOINCREMENT,
    id           TEXT    NOT NULL UNIQUE,
    surface      TEXT    NOT NULL,
    place        TEXT    NOT NULL,
    form         TEXT    NOT NULL,
    watch_id     BIGINT  REFERENCES watches (id),  -- of a backlog
    article_id   BIGINT  REFERENCES articles (id), -- of the others
    entries      BIGINT  NOT NULL,
    state        TEXT    NOT NULL, -- due, paused, sent
    created      BIGINT  NOT NULL,
    due          BIGINT  NOT NULL,
    leased_until BIGINT  NOT NULL DEFAULT 0,
    holder       TEXT    NOT NULL DEFAULT '',
    begun        BIGINT  NOT NULL DEFAULT 0, -- the attempt that goes on
    doubt        BIGINT  NOT NULL DEFAULT 0, -- begin of the newest attempt of unknown outcome
    attempts     BIGINT  NOT NULL DEFAULT 0,
    why          TEXT    NOT NULL DEFAULT '',
    message_id   TEXT    NOT NULL DEFAULT '',
    sent         BIGINT  NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX deliveries_once ON deliveries (article_id, place, form);
CREATE INDEX deliveries_owed ON deliveries (surface, seq) WHERE state <> 'sent';
CREATE INDEX deliveries_of_place ON deliveries (place, seq) WHERE state <> 'sent';
CREATE INDEX deliveries_of_watch ON deliveries (watch_id) WHERE state <> 'sent';

CREATE TABLE alerts (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    watch_id    BIGINT NOT NULL REFERENCES watches (id),
    article_id  BIGINT NOT NULL REFERENCES articles (id),
    place       TEXT   NOT NULL,
    delivery_id TEXT   NOT NULL REFERENCES deliveries (id),
    reason      TEXT   NOT NULL,
    words       TEXT   NOT NULL, -- JSON
    statements  TEXT   NOT NULL, -- JSON, ids; [] means all of the article
    created     BIGINT NOT NULL,
    UNIQUE (watch_id, article_id, place)
);
CREATE INDEX alerts_of_delivery ON alerts (delivery_id, id);

CREATE TABLE questions (
    id    TEXT   NOT NULL PRIMARY KEY,
    asked BIGINT NOT NULL,
    body  TEXT   NOT NULL -- JSON
) WITHOUT ROWID;

CREATE TABLE goose_db_version (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    version_id INTEGER NOT NULL,
    is_applied INTEGER NOT NULL,
    tstamp TIMESTAMP DEFAULT (datetime('now'))
);
INSERT INTO statement_index (rowid, said, around, title, marks) VALUES
    (1, 'we will not sign a quota', 'the talk in vell went on mira solheim said', 'her talk stall', 'd20261118 m202611 y2026 kdirect s1');
