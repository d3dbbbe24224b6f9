-- +goose Up

-- The words of names by what they have in common with their misspellings
-- (speakers.Neighbours). A word stays when nobody bears it any longer.
CREATE TABLE name_neighbours (
    near TEXT NOT NULL,
    word TEXT NOT NULL,
    PRIMARY KEY (near, word)
) WITHOUT ROWID;
