-- +goose Up

-- The names of the outlets that are read, each found by the one before it.
CREATE INDEX outlets_named ON outlets (folded, name);
