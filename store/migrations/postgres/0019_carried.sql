-- +goose Up

-- The outlets that carry an article too: few articles have one, and each answer
-- looks for those of two hundred.
CREATE INDEX outlets_also ON outlets (article_id, id) WHERE also;

-- What was indexed last stands in a list at first, which every search reads from
-- end to end: 16 pages of it, not 500.
ALTER INDEX statement_index_stems SET (gin_pending_list_limit = 128);
SELECT gin_clean_pending_list('statement_index_stems');
