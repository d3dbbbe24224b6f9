-- +goose Up

-- What a statement's words are compared by, and the cluster of reports of one
-- utterance that it belongs to. A cluster has the number of the statement that
-- opened it; a statement that was taken out of its cluster has its own number
-- with a minus. A statement without a row is of a time before there were
-- clusters, and one by itself.
CREATE TABLE reports (
    statement_id BIGINT PRIMARY KEY REFERENCES statements (id),
    cluster_id   BIGINT NOT NULL,
    signature    BYTEA  NOT NULL
);
CREATE INDEX reports_of_cluster ON reports (cluster_id, statement_id);

-- Long sentences in quotation marks, by a hash: they are one utterance even
-- where a report does not say whose.
CREATE TABLE quotations (
    hash         BIGINT NOT NULL,
    statement_id BIGINT NOT NULL REFERENCES statements (id),
    PRIMARY KEY (hash, statement_id)
);
