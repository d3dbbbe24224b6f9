-- +goose Up

-- Models that give vectors for statements. Those of two are never compared.
CREATE TABLE embedders (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    model        TEXT    NOT NULL,
    dimensions   BIGINT  NOT NULL,           -- that are asked for; 0 is the model's own
    size         BIGINT  NOT NULL DEFAULT 0, -- of its vectors; 0 until one has come
    -- Statements from the first of these numbers to the last have all been
    -- embedded; later ones are looked through, earlier ones follow.
    low          BIGINT  NOT NULL,
    high         BIGINT  NOT NULL,
    holder       TEXT    NOT NULL DEFAULT '',
    leased_until BIGINT  NOT NULL DEFAULT 0,
    UNIQUE (model, dimensions)
);

-- What statements are found by: 64 bytes each, or none for one without words.
CREATE TABLE meanings (
    seq          INTEGER PRIMARY KEY AUTOINCREMENT,
    embedder_id  BIGINT  NOT NULL REFERENCES embedders (id),
    statement_id BIGINT  NOT NULL REFERENCES statements (id) ON DELETE CASCADE,
    bits         BLOB    NOT NULL,
    UNIQUE (statement_id, embedder_id)
);
CREATE INDEX meanings_of ON meanings (embedder_id, seq);

-- What they are compared by, a byte a dimension, apart from what is read whole.
CREATE TABLE vectors (
    seq    INTEGER PRIMARY KEY REFERENCES meanings (seq) ON DELETE CASCADE,
    packed BLOB NOT NULL
);

-- Changes when statements are put down to other speakers.
INSERT INTO versions (name, n) VALUES ('speakers', 1);
