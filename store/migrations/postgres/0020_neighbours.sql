-- +goose Up

-- The words of names by what they have in common with their misspellings
-- (speakers.Neighbours). A word stays when nobody bears it any longer. A row may
-- stand twice: were it unique, two articles with the same given names would wait
-- for each other.
CREATE TABLE name_neighbours (
    near TEXT COLLATE "C" NOT NULL,
    word TEXT COLLATE "C" NOT NULL
);
CREATE INDEX name_neighbours_near ON name_neighbours (near, word);
