-- +goose Up

-- The time zones that users chose, by whose they are: "discord:42", as watches
-- have their owners. Who chose none has no row.
CREATE TABLE zones (
    owner TEXT COLLATE "C" PRIMARY KEY,
    zone TEXT NOT NULL
);
