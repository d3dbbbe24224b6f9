package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"slices"

	"onrecord/statements"
)

// Delivery gives a message of the outbox with what it tells, sent or not;
// statements.ErrNotFound.
func (s *Store) Delivery(ctx context.Context, id string) (statements.Delivery, error) {
	out, err := deliveries(ctx, s.reader, []string{id})
	if err == nil && len(out) == 0 {
		err = statements.ErrNotFound
	}
	if err != nil {
		return statements.Delivery{}, fmt.Errorf("read message %s: %w", id, err)
	}
	s.describe(ctx, out)
	return out[0], nil
}

// deliveries reads messages with their entries, oldest first.
func deliveries(ctx context.Context, q querier, ids []string) ([]statements.Delivery, error) {
	var out []statements.Delivery
	for part := range slices.Chunk(ids, chunk) {
		rows, err := all(ctx, q, scanDelivery, `SELECT id, place, form, created, attempts, doubt, message_id FROM deliveries
			WHERE id IN (`+list(0, len(part))+`) ORDER BY seq`, anys(part)...)
		if err != nil {
			return nil, err
		}
		entries, err := entriesOf(ctx, q, part)
		if err != nil {
			return nil, fmt.Errorf("entries: %w", err)
		}
		if err := addReports(ctx, q, entries); err != nil {
			return nil, fmt.Errorf("other reports: %w", err)
		}
		for _, d := range rows {
			d.Entries = entries[d.ID]
			if d.Form == statements.FormNotice {
				if d.Notices, err = noticesOf(ctx, q, d.ID); err != nil {
					return nil, fmt.Errorf("notices: %w", err)
				}
			}
			if d.Form == statements.FormSilence {
				if d.Hush, err = hush(ctx, q, d.ID, d.Place); err != nil {
					return nil, fmt.Errorf("silent sources: %w", err)
				}
			}
			out = append(out, d)
		}
	}
	if err := reviewed(ctx, q, out); err != nil {
		return nil, fmt.Errorf("what was reviewed: %w", err)
	}
	return out, nil
}

func scanDelivery(r *sql.Rows) (statements.Delivery, error) {
	var d statements.Delivery
	var created, doubt int64
	err := r.Scan(&d.ID, &d.Place, &d.Form, &created, &d.Attempts, &doubt, &d.MessageID)
	d.Created, d.Begun, d.Uncertain = moment(created), moment(doubt), doubt != 0
	return d, err
}

// told is a row of alerts with its watch.
type told struct {
	delivery   string
	article    int64
	statements []int64
	entry      statements.Entry
}

// entriesOf gives the entries of each message, in the order in which they were
// put in.
func entriesOf(ctx context.Context, q querier, ids []string) (map[string][]statements.Entry, error) {
	rows, err := all(ctx, q, scanTold, `SELECT a.delivery_id, a.article_id, a.reason, a.words, a.statements, `+watchColumns+`
		FROM alerts a JOIN watches w ON w.id = a.watch_id WHERE a.delivery_id IN (`+list(0, len(ids))+`) ORDER BY a.id`, anys(ids)...)
	if err != nil {
		return nil, err
	}
	of := make([]int64, len(rows))
	for i, r := range rows {
		of[i] = r.article
	}
	found, err := archived(ctx, q, of)
	if err != nil {
		return nil, err
	}
	out := map[string][]statements.Entry{}
	for i, r := range rows {
		e := r.entry
		e.Article, e.Also = found[i].Article, found[i].Also
		e.Whole = len(r.statements) == 0
		e.Found = chosen(found[i].Statements, r.statements)
		out[r.delivery] = append(out[r.delivery], e)
	}
	return out, nil
}

// chosen are the statements that an alert names; one that names none tells of
// all.
func chosen(list []statements.Found, ids []int64) []statements.Found {
	if len(ids) == 0 {
		return list
	}
	var out []statements.Found
	for _, f := range list {
		if slices.Contains(ids, f.Statement.ID) {
			out = append(out, f)
		}
	}
	return out
}

func scanTold(r *sql.Rows) (told, error) {
	var row told
	var words, ids string
	var created int64
	w := &row.entry.Watch
	err := r.Scan(append([]any{&row.delivery, &row.article, &row.entry.Reason, &words, &ids}, watchFields(w, &created)...)...)
	if err != nil {
		return row, err
	}
	w.Created = moment(created)
	if err := json.Unmarshal([]byte(words), &row.entry.Words); err != nil {
		return row, fmt.Errorf("words of an alert: %w", err)
	}
	if err := json.Unmarshal([]byte(ids), &row.statements); err != nil {
		return row, fmt.Errorf("statements of an alert: %w", err)
	}
	return row, nil
}
