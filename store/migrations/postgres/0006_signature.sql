-- +goose Up

-- What texts that are nearly the same have in common: an article has a few
-- bands, and shares one with any other of nearly the same text.
CREATE TABLE signatures (
    band       BIGINT NOT NULL,
    at         BIGINT NOT NULL, -- of publication, else of the arrival
    article_id BIGINT NOT NULL REFERENCES articles (id),
    PRIMARY KEY (band, at, article_id)
);

-- Addresses under which an article came again, word for word.
CREATE TABLE addresses (
    url_key    TEXT   NOT NULL PRIMARY KEY,
    article_id BIGINT NOT NULL REFERENCES articles (id)
);
