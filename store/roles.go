package store

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"onrecord/statements"
)

// mostRole is how many characters of a role are kept in the registry.
const mostRole = 100

// roleOf is a role as the registry has it.
func roleOf(s string) string {
	s = oneLine(s)
	if utf8.RuneCountInString(s) > mostRole {
		s = string([]rune(s)[:mostRole])
	}
	return s
}

// readRole is a row of read_roles.
type readRole struct {
	speaker int64
	role    string
}

// keepRoles writes down which roles the arrival has for its speakers, and when.
func keepRoles(ctx context.Context, t *tx, a statements.Arrival, of []int64) error {
	type seen struct {
		first, last string
		uses        int
	}
	roles := map[readRole]*seen{}
	for i, st := range a.Statements {
		r := readRole{of[i], roleOf(st.Role)}
		if r.speaker == 0 || r.role == "" {
			continue
		}
		day := dayOf(st, a).String()
		if roles[r] == nil {
			roles[r] = &seen{first: day, last: day}
		}
		s := roles[r]
		s.first, s.last, s.uses = min(s.first, day), max(s.last, day), s.uses+1
	}
	inOrder := slices.SortedFunc(maps.Keys(roles), func(a, b readRole) int {
		return cmp.Or(cmp.Compare(a.speaker, b.speaker), strings.Compare(a.role, b.role))
	})
	for part := range slices.Chunk(inOrder, rowsAtOnce) {
		var args []any
		for _, r := range part {
			args = append(args, r.speaker, r.role, roles[r].first, roles[r].last, roles[r].uses)
		}
		err := t.exec(ctx, `INSERT INTO read_roles (speaker_id, role, first_day, last_day, uses) VALUES `+tuples(len(part), `(?, ?, ?, ?, ?)`)+`
			ON CONFLICT (speaker_id, role) DO UPDATE SET uses = read_roles.uses + excluded.uses,
				first_day = CASE WHEN excluded.first_day < read_roles.first_day THEN excluded.first_day ELSE read_roles.first_day END,
				last_day = CASE WHEN excluded.last_day > read_roles.last_day THEN excluded.last_day ELSE read_roles.last_day END`, args...)
		if err != nil {
			return err
		}
	}
	return nil
}

// newestRole gives the role that a speaker is shown with and from when it is:
// one that an editor set and left open stays until the editor says otherwise.
func newestRole(ctx context.Context, t *tx, speaker int64) (role string, at int64, err error) {
	err = one(ctx, t, `SELECT role FROM set_roles WHERE speaker_id = $1 AND until = '' ORDER BY since DESC, id DESC LIMIT 1`, []any{speaker}, &role)
	if err == nil {
		return role, math.MaxInt64, nil
	}
	if !errors.Is(err, sql.ErrNoRows) {
		return "", 0, err
	}
	var day string
	err = one(ctx, t, `SELECT r.role, r.last_day FROM read_roles r JOIN speakers v ON v.id = r.speaker_id
		WHERE v.id = $1 OR v.merged_into = $1 ORDER BY r.last_day DESC, r.uses DESC, r.role LIMIT 1`, []any{speaker}, &role, &day)
	if errors.Is(err, sql.ErrNoRows) {
		return "", 0, nil
	}
	if err != nil {
		return "", 0, err
	}
	d, err := statements.ParseDate(day)
	return role, millis(d.Time()), err
}

// RolesHeld gives at most n roles that speakers bore at some time between since
// and until, either of which may be zero for open: those that editors set, then
// those most often read.
func (s *Store) RolesHeld(ctx context.Context, since, until statements.Date, n int) ([]statements.Holder, error) {
	first, last := since.String(), until.String()
	if last == "" {
		last = "9999-12-31"
	}
	out, err := all(ctx, s.again(), func(r *sql.Rows) (h statements.Holder, err error) {
		var uses int
		return h, r.Scan(&h.Speaker.ID, &h.Speaker.Name, &h.Role, &uses)
	}, `SELECT s.id, s.name, r.role, CAST(2147483647 AS bigint) FROM set_roles r JOIN speakers s ON s.id = r.speaker_id
			WHERE r.since <= $2 AND (r.until = '' OR r.until >= $1)
		UNION ALL SELECT s.id, s.name, r.role, CAST(SUM(r.uses) AS bigint) FROM read_roles r JOIN speakers v ON v.id = r.speaker_id
			JOIN speakers s ON s.id = COALESCE(v.merged_into, v.id)
			WHERE r.first_day <= $2 AND r.last_day >= $1 GROUP BY s.id, s.name, r.role
		ORDER BY 4 DESC, 1, 3 LIMIT $3`, first, last, max(n, 0))
	if err != nil {
		return nil, fmt.Errorf("read who held which role: %w", err)
	}
	return out, nil
}
