package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"

	"onrecord/statements"
	"onrecord/statements/speakers"
)

// assign puts statements down to a row of speakers. Of those that the editor
// named by their numbers it is known who spoke; of a spelling only who bears it.
func (e *edit) assign(ctx context.Context, moved []movedRow, row int64, named []int64) error {
	to := make([]movedRow, len(moved))
	for i, m := range moved {
		to[i] = movedRow{m.ID, row, m.Assigned || slices.Contains(named, m.ID)}
	}
	return putDown(ctx, e.tx, to)
}

// putDown changes to whom statements are put down, and what the full-text
// index finds them by.
func putDown(ctx context.Context, t *tx, rows []movedRow) error {
	if err := t.exec(ctx, `UPDATE versions SET n = n + 1 WHERE name = 'speakers'`); err != nil {
		return err
	}
	for part := range slices.Chunk(rows, rowsAtOnce) {
		ids := make([]int64, len(part))
		for i, m := range part {
			ids[i] = m.ID
			err := t.exec(ctx, `UPDATE statements SET speaker_id = $2, assigned = $3 WHERE id = $1`,
				m.ID, sql.NullInt64{Int64: m.Speaker, Valid: m.Speaker != 0}, m.Assigned)
			if err != nil {
				return err
			}
		}
		if err := reindex(ctx, t, ids); err != nil {
			return fmt.Errorf("index: %w", err)
		}
	}
	return nil
}

// reindex makes the documents of statements anew.
func reindex(ctx context.Context, t *tx, ids []int64) error {
	in := list(0, len(ids))
	type row struct {
		id, speaker int64
		day         string
	}
	rows, err := all(ctx, t, func(r *sql.Rows) (v row, err error) { return v, r.Scan(&v.id, &v.speaker, &v.day) },
		`SELECT id, COALESCE(speaker_id, 0), day FROM statements WHERE id IN (`+in+`)`, anys(ids)...)
	if err != nil {
		return err
	}
	by := map[int64]row{}
	for _, r := range rows {
		by[r.id] = r
	}
	sts, err := found(ctx, t, ids)
	if err != nil {
		return err
	}
	var docs []document
	var put []int64
	for _, f := range sts {
		r := by[f.Statement.ID]
		day, err := statements.ParseDate(r.day)
		if err != nil {
			return err
		}
		doc := documentOf(f.Statement, f.Article, stems(f.Article.Title, f.Article.Lang), day)
		if r.speaker != 0 {
			doc.marks = append(doc.marks, speakerMark(r.speaker))
		}
		docs, put = append(docs, doc), append(put, r.id)
	}
	if len(put) == 0 {
		return nil
	}
	if err := t.d.index.drop(ctx, t, put); err != nil {
		return err
	}
	return t.d.index.put(ctx, t, put, docs)
}

// recount makes the spellings, words, roles and counts of rows of speakers
// anew from their statements and from what editors said, and parts clusters in
// which several speak now: it gives the new ones.
func recount(ctx context.Context, t *tx, rows []int64) ([]partedRow, error) {
	slices.Sort(rows)
	rows = slices.Compact(rows)
	for _, id := range rows {
		names, err := foreign(ctx, t, id)
		if err != nil {
			return nil, fmt.Errorf("names of others: %w", err)
		}
		if err := errors.Join(respell(ctx, t, id, names), rerole(ctx, t, id, names)); err != nil {
			return nil, err
		}
	}
	for _, id := range rows { // all parts first: the sums are over them
		if err := resum(ctx, t, id); err != nil {
			return nil, err
		}
	}
	return partClusters(ctx, t, rows)
}

// foreign gives the names that articles have for others than a row of speakers,
// though an editor put down to it, by their numbers, statements under them.
func foreign(ctx context.Context, t *tx, id int64) ([]any, error) {
	rows, err := all(ctx, t, scanPair, `SELECT DISTINCT st.speaker, v.name FROM statements st JOIN speakers v ON v.id = st.speaker_id
		WHERE st.speaker_id = $1 AND st.assigned`, id)
	var out []any
	for _, r := range rows {
		if !speakers.Same(r[0], r[1]) {
			out = append(out, r[0])
		}
	}
	return out, err
}

// notUnder is a condition that leaves out what an editor put down from under
// names of others, the arguments from $n on.
func notUnder(names []any, n int) string {
	if len(names) == 0 {
		return ``
	}
	return ` AND NOT (assigned AND speaker IN (` + list(n-1, len(names)) + `))`
}

// respell counts the spellings of one row of speakers.
func respell(ctx context.Context, t *tx, id int64, foreign []any) error {
	used, err := all(ctx, t, scanSpelling, `SELECT speaker_id, speaker, COUNT(*) FROM statements WHERE speaker_id = $1`+notUnder(foreign, 2)+`
		GROUP BY speaker_id, speaker`, append([]any{id}, foreign...)...)
	if err != nil {
		return err
	}
	uses := map[string]int{}
	for _, u := range used {
		uses[oneLine(u.name)] += u.uses
	}
	var name, speakerKey string
	if err := one(ctx, t, `SELECT name, speaker_key FROM speakers WHERE id = $1`, []any{id}, &name, &speakerKey); err != nil {
		return err
	}
	given, err := all(ctx, t, scalar[string], `SELECT name FROM set_names WHERE speaker_id = $1`, id)
	if err != nil {
		return err
	}
	for _, g := range append(given, name) {
		uses[g] += 0
	}
	for _, table := range []string{`DELETE FROM spellings WHERE speaker_id = $1`, `DELETE FROM name_words WHERE speaker_id = $1`} {
		if err := t.exec(ctx, table, id); err != nil {
			return err
		}
	}
	for n, u := range uses {
		if err := t.exec(ctx, `INSERT INTO spellings (speaker_id, name, uses) VALUES ($1, $2, $3)`, id, n, u); err != nil {
			return err
		}
		if err := putWords(ctx, t, id, n); err != nil {
			return err
		}
	}
	var set bool
	if err := one(ctx, t, `SELECT name_set FROM speakers WHERE id = $1`, []any{id}, &set); err != nil || set {
		return err
	}
	return showBest(ctx, t, []*speaking{{id: id, shown: name}})
}

// rerole counts the roles that statements have for one row of speakers.
func rerole(ctx context.Context, t *tx, id int64, foreign []any) error {
	if err := t.exec(ctx, `DELETE FROM read_roles WHERE speaker_id = $1`, id); err != nil {
		return err
	}
	return t.exec(ctx, fmt.Sprintf(`INSERT INTO read_roles (speaker_id, role, first_day, last_day, uses)
		SELECT speaker_id, substr(role, 1, %d), MIN(day), MAX(day), COUNT(*) FROM statements
		WHERE speaker_id = $1 AND role <> ''%s GROUP BY speaker_id, substr(role, 1, %d)`, mostRole, notUnder(foreign, 2), mostRole), append([]any{id}, foreign...)...)
}

// resum counts the statements of a speaker and finds its newest role. Of a row
// that is merged into another both are that row's own.
func resum(ctx context.Context, t *tx, id int64) error {
	role, at, err := newestRole(ctx, t, id)
	if err != nil {
		return err
	}
	return t.exec(ctx, `UPDATE speakers SET role = $2, role_at = $3,
		statements = (SELECT COUNT(*) FROM statements st JOIN speakers v ON v.id = st.speaker_id WHERE v.id = $1 OR v.merged_into = $1) WHERE id = $1`, id, role, at)
}
