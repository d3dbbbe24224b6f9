-- +goose Up

-- How a feed is, beyond its failures. Times and lengths are milliseconds.
ALTER TABLE feeds ADD COLUMN items    BIGINT  NOT NULL DEFAULT 0;     -- in the feed, the lost ones too
ALTER TABLE feeds ADD COLUMN lost     BIGINT  NOT NULL DEFAULT 0;     -- items that the last reading had to leave out
ALTER TABLE feeds ADD COLUMN damage   TEXT    NOT NULL DEFAULT '';    -- what was wrong with the document
ALTER TABLE feeds ADD COLUMN moved_at BIGINT  NOT NULL DEFAULT 0;     -- when a permanent redirect last changed url
ALTER TABLE feeds ADD COLUMN outage   BOOLEAN NOT NULL DEFAULT FALSE; -- the failure is our own network's
ALTER TABLE feeds ADD COLUMN recent   TEXT    NOT NULL DEFAULT '';    -- when the newest items came: Unix minutes, oldest first
ALTER TABLE feeds ADD COLUMN asks     BIGINT  NOT NULL DEFAULT 0;     -- the pause between visits that the publisher asks for

-- What a feed brought on a day (Unix days of UTC), its first sight left out.
CREATE TABLE yields (
    feed_id    BIGINT NOT NULL REFERENCES feeds (id),
    day        BIGINT NOT NULL,
    items      BIGINT NOT NULL,
    articles   BIGINT NOT NULL,
    stubs      BIGINT NOT NULL, -- articles without their text
    statements BIGINT NOT NULL,
    PRIMARY KEY (feed_id, day)
) WITHOUT ROWID;
INSERT INTO yields (feed_id, day, items, articles, stubs, statements)
SELECT v.feed_id, v.at / 86400000, SUM(v.new_items), SUM(v.articles), 0, SUM(v.statements)
FROM visits v
WHERE v.new_items > 0 AND v.at > (SELECT MIN(o.at) FROM visits o WHERE o.feed_id = v.feed_id AND o.new_items > 0)
GROUP BY v.feed_id, v.at / 86400000;
