package store

import (
	"context"
	"encoding/json"
	"fmt"

	"onrecord/statements"
)

// KeepQuestion keeps an answered question and gives the id under which Question
// finds it.
func (s *Store) KeepQuestion(ctx context.Context, q statements.StoredQuestion) (string, error) {
	q.ID = newID()
	body, err := json.Marshal(q)
	if err != nil {
		return "", fmt.Errorf("keep the question: %w", err)
	}
	err = s.write(ctx, "keep the question", func(t *tx) error {
		return t.exec(ctx, `INSERT INTO questions (id, asked, body) VALUES ($1, $2, $3)`, q.ID, millis(q.At), string(body))
	})
	return q.ID, err
}

// Question gives an answered question; statements.ErrNotFound.
func (s *Store) Question(ctx context.Context, id string) (statements.StoredQuestion, error) {
	var q statements.StoredQuestion
	var body string
	err := unlessMissing(one(ctx, s.reader, `SELECT body FROM questions WHERE id = $1`, []any{id}, &body))
	if err == nil {
		err = json.Unmarshal([]byte(body), &q)
	}
	if err != nil {
		return q, fmt.Errorf("read question %s: %w", id, err)
	}
	return q, nil
}
