-- +goose Up

-- Small values that outlive a process, by name.
CREATE TABLE memory (
    name  TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
);
