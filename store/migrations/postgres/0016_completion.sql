-- +goose Up

-- A name that is being typed: of those that begin so the most quoted, without
-- reading all of them.
CREATE INDEX speakers_heard ON speakers (statements DESC, id) WHERE merged_into IS NULL;
CREATE INDEX name_words_of ON name_words (speaker_id, word);
