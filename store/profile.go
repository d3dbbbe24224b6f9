package store

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"

	"onrecord/statements"
)

// mostRead bounds what of a speaker's read roles, spellings and outlets a
// profile gives.
const mostRead = 30

// Profile gives what is on record of a speaker, or of whom that one is merged
// into; statements.ErrNotFound.
func (s *Store) Profile(ctx context.Context, id int64) (statements.Profile, error) {
	p := statements.Profile{Kinds: map[statements.Kind]int{}, Known: map[statements.Known]int{}}
	err := s.profile(ctx, id, &p)
	if err != nil {
		return p, fmt.Errorf("read speaker %d: %w", id, err)
	}
	return p, nil
}

func (s *Store) profile(ctx context.Context, id int64, p *statements.Profile) (err error) {
	if p.Speaker, err = speakerOfID(ctx, s.reader, id); err != nil {
		return err
	}
	if p.Roles, err = rolesOf(ctx, s.reader, p.ID); err != nil {
		return err
	}
	if p.Spellings, err = spellingsOf(ctx, s.reader, p.ID); err != nil {
		return err
	}
	for _, sp := range p.Spellings {
		if sp.Name != p.Name && len(p.Aliases) < aliasesShown {
			p.Aliases = append(p.Aliases, sp.Name)
		}
	}
	if err := s.spoken(ctx, p); err != nil {
		return err
	}
	p.Outlets, err = all(ctx, s.reader, func(r *sql.Rows) (t statements.Tally, err error) { return t, r.Scan(&t.Name, &t.N) },
		`SELECT a.outlet, COUNT(*) FROM speakers v JOIN statements st ON st.speaker_id = v.id JOIN articles a ON a.id = st.article_id
			WHERE (v.id = $1 OR v.merged_into = $1) AND a.outlet <> '' GROUP BY a.outlet ORDER BY 2 DESC, 1 LIMIT $2`, p.ID, mostRead)
	return err
}

// spoken counts the statements by kind and by how the speaker is known.
func (s *Store) spoken(ctx context.Context, p *statements.Profile) error {
	type row struct {
		kind     statements.Kind
		known    statements.Known
		assigned bool
		n        int
		last     string
	}
	rows, err := all(ctx, s.reader, func(r *sql.Rows) (v row, err error) { return v, r.Scan(&v.kind, &v.known, &v.assigned, &v.n, &v.last) },
		`SELECT st.kind, st.known, st.assigned, COUNT(*), MAX(st.day) FROM speakers v JOIN statements st ON st.speaker_id = v.id
			WHERE v.id = $1 OR v.merged_into = $1 GROUP BY st.kind, st.known, st.assigned`, p.ID)
	last := ""
	for _, r := range rows {
		if r.assigned {
			r.known = statements.ByEditor
		}
		p.Kinds[r.kind] += r.n
		p.Known[r.known] += r.n
		last = max(last, r.last)
	}
	if err != nil || last == "" {
		return err
	}
	p.Last, err = statements.ParseDate(last)
	return err
}

// Roles gives the roles of a speaker, without what else a profile counts: those that
// editors set, newest first, then those that were read. Nothing of nobody.
func (s *Store) Roles(ctx context.Context, id int64) ([]statements.DatedRole, error) {
	out, err := rolesOf(ctx, s.again(), id)
	if err != nil {
		return nil, fmt.Errorf("read the roles of speaker %d: %w", id, err)
	}
	return out, nil
}

// rolesOf gives a speaker's roles: those that editors set, newest first, then
// those that were read, the most frequent first.
func rolesOf(ctx context.Context, q querier, id int64) ([]statements.DatedRole, error) {
	scan := func(r *sql.Rows) (statements.DatedRole, error) {
		var d statements.DatedRole
		var since, until string
		if err := r.Scan(&d.ID, &d.Role, &since, &until, &d.Seen, &d.By); err != nil {
			return d, err
		}
		var sinceErr, untilErr error
		if since != "" {
			d.Since, sinceErr = statements.ParseDate(since)
		}
		if until != "" {
			d.Until, untilErr = statements.ParseDate(until)
		}
		return d, cmp.Or(sinceErr, untilErr)
	}
	set, err := all(ctx, q, scan, `SELECT id, role, since, until, 0, made_by FROM set_roles WHERE speaker_id = $1 ORDER BY since DESC, id DESC`, id)
	if err != nil {
		return nil, err
	}
	read, err := all(ctx, q, scan, `SELECT 0, r.role, MIN(r.first_day), MAX(r.last_day), CAST(SUM(r.uses) AS bigint), '' FROM read_roles r
		JOIN speakers v ON v.id = r.speaker_id WHERE v.id = $1 OR v.merged_into = $1
		GROUP BY r.role ORDER BY 5 DESC, 4 DESC, 2 LIMIT $2`, id, mostRead)
	return append(set, read...), err
}

func spellingsOf(ctx context.Context, q querier, id int64) ([]statements.Spelling, error) {
	return all(ctx, q, func(r *sql.Rows) (sp statements.Spelling, err error) { return sp, r.Scan(&sp.Name, &sp.Uses, &sp.By) },
		`SELECT n.name, CAST(SUM(n.uses) AS bigint), COALESCE(MAX(g.made_by), '') FROM speakers v JOIN spellings n ON n.speaker_id = v.id
			LEFT JOIN set_names g ON g.name = n.name AND g.speaker_id = v.id
			WHERE v.id = $1 OR v.merged_into = $1 GROUP BY n.name ORDER BY 2 DESC, 1 LIMIT $2`, id, mostRead)
}
