-- +goose Up

-- What narrows a watch, and when it tells: JSON, '' where nothing is said.
ALTER TABLE watches ADD COLUMN only_if TEXT NOT NULL DEFAULT '';
ALTER TABLE watches ADD COLUMN timing TEXT NOT NULL DEFAULT '';
-- Whose watch it is, where it is nobody's but his: 'discord:USER'.
ALTER TABLE watches ADD COLUMN owner TEXT NOT NULL DEFAULT '';
