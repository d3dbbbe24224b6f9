-- +goose Up

-- The outlets that carry an article too: few articles have one, and each answer
-- looks for those of two hundred.
CREATE INDEX outlets_also ON outlets (article_id, id) WHERE also;
