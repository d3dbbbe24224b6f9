-- +goose Up

-- What a place was told: a watch, an utterance, and the message that told it.
-- Reports that come later change that message instead of making another one.
CREATE TABLE told (
    watch_id    BIGINT NOT NULL REFERENCES watches (id),
    cluster_id  BIGINT NOT NULL,
    place       TEXT   NOT NULL,
    delivery_id TEXT   NOT NULL REFERENCES deliveries (id),
    PRIMARY KEY (watch_id, cluster_id, place)
);
CREATE INDEX told_in ON told (place, cluster_id);

-- A message that is there lives on: revision grows with what it has to tell,
-- shown is the one that it was drawn from last.
ALTER TABLE deliveries ADD COLUMN revision BIGINT NOT NULL DEFAULT 0;
ALTER TABLE deliveries ADD COLUMN shown BIGINT NOT NULL DEFAULT 0;
ALTER TABLE deliveries ADD COLUMN changed BIGINT NOT NULL DEFAULT 0;  -- when it was edited last
ALTER TABLE deliveries ADD COLUMN edit_due BIGINT NOT NULL DEFAULT 0; -- 0: it shows what there is
CREATE INDEX deliveries_stale ON deliveries (surface, edit_due) WHERE edit_due > 0;
