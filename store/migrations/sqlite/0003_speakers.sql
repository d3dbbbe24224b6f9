-- +goose Up

-- One registry of speakers that people can edit. A row of speakers is a name as
-- it is read; several of them may be one speaker: those that are merged into
-- another. Nothing else points at the one, so a merge moves no statement.
ALTER TABLE speakers ADD COLUMN merged_into BIGINT REFERENCES speakers (id); -- one that is not merged itself
ALTER TABLE speakers ADD COLUMN name_set BOOLEAN NOT NULL DEFAULT FALSE;     -- by an editor: no spelling replaces it
CREATE INDEX speakers_merged ON speakers (merged_into) WHERE merged_into IS NOT NULL;

ALTER TABLE statements ADD COLUMN assigned BOOLEAN NOT NULL DEFAULT FALSE;   -- an editor said who spoke

-- Roles as articles have them, with the first and the last day.
CREATE TABLE read_roles (
    speaker_id BIGINT NOT NULL REFERENCES speakers (id),
    role       TEXT   NOT NULL,
    first_day  TEXT   NOT NULL,
    last_day   TEXT   NOT NULL,
    uses       BIGINT NOT NULL,
    PRIMARY KEY (speaker_id, role)
) WITHOUT ROWID;
INSERT INTO read_roles (speaker_id, role, first_day, last_day, uses)
SELECT speaker_id, substr(role, 1, 100), MIN(day), MAX(day), COUNT(*) FROM statements
WHERE speaker_id IS NOT NULL AND role <> '' GROUP BY speaker_id, substr(role, 1, 100);

-- Roles that editors set; '' is open.
CREATE TABLE set_roles (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    speaker_id BIGINT NOT NULL REFERENCES speakers (id),
    role       TEXT   NOT NULL,
    since      TEXT   NOT NULL,
    until      TEXT   NOT NULL,
    made_by    TEXT   NOT NULL
);
CREATE INDEX set_roles_of ON set_roles (speaker_id);

-- Spellings that editors gave to a speaker, whatever their key says.
CREATE TABLE set_names (
    name       TEXT   NOT NULL PRIMARY KEY,
    speaker_id BIGINT NOT NULL REFERENCES speakers (id),
    made_by    TEXT   NOT NULL
) WITHOUT ROWID;
CREATE INDEX set_names_of ON set_names (speaker_id);

CREATE TABLE edits (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    at         BIGINT NOT NULL,
    made_by    TEXT   NOT NULL,
    server     TEXT   NOT NULL,
    what       TEXT   NOT NULL,
    speaker_id BIGINT NOT NULL,
    speaker    TEXT   NOT NULL, -- its name at that time
    other_id   BIGINT NOT NULL, -- 0 is none
    other      TEXT   NOT NULL,
    detail     TEXT   NOT NULL,
    moved      BIGINT NOT NULL,
    before     TEXT   NOT NULL, -- JSON: what undoes it
    undone     BIGINT NOT NULL DEFAULT 0,
    undone_by  TEXT   NOT NULL DEFAULT ''
);
