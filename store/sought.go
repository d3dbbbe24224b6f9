package store

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"onrecord/statements"
)

// Sought gives the numbers of at most n statements that have what is sought,
// the newest first. Of more they are those that were kept last.
func (s *Store) Sought(ctx context.Context, of statements.Sought, n int) ([]int64, error) {
	query, args := `SELECT id FROM statements ORDER BY id DESC LIMIT $1`, []any{max(n, 0)}
	if of = indexedSought(of); len(of) > 0 {
		query, args = s.d.index.sought(of, max(n, 0))
	}
	ids, err := all(ctx, s.reader, scalar[int64], `SELECT st.id FROM statements st WHERE st.id IN (SELECT id FROM (`+query+`) AS last)
		ORDER BY st.day DESC, st.id DESC`, args...)
	if err != nil {
		return nil, fmt.Errorf("look for statements with words: %w", err)
	}
	return ids, nil
}

// Numbered gives statements by their numbers, in that order; those that are not
// on record are left out.
func (s *Store) Numbered(ctx context.Context, ids []int64) ([]statements.Found, error) {
	out, err := found(ctx, s.reader, ids)
	if err != nil {
		return nil, fmt.Errorf("read statements: %w", err)
	}
	return out, nil
}

// indexedSought writes the stems as they are indexed. A group in which one has
// no letter is met by anything.
func indexedSought(of statements.Sought) statements.Sought {
	var out statements.Sought
	for _, group := range of {
		group = slices.Clone(group)
		empty := false
		for i := range group {
			group[i].Stem = indexed(group[i].Stem)
			empty = empty || strings.Trim(group[i].Stem, `'`) == ""
		}
		if !empty && len(group) > 0 {
			out = append(out, group)
		}
	}
	return out
}

func (fts5) sought(of statements.Sought, n int) (string, []any) {
	var groups []string
	for _, group := range of {
		var stems []string
		for _, s := range group {
			stem := `"` + strings.ReplaceAll(s.Stem, `"`, `""`) + `"`
			if s.Begins {
				stem += " *"
			}
			stems = append(stems, stem)
		}
		groups = append(groups, anywhere+" : ("+strings.Join(stems, " OR ")+")")
	}
	return `SELECT rowid AS id FROM statement_index WHERE statement_index MATCH $1 ORDER BY rowid DESC LIMIT $2`,
		[]any{strings.Join(groups, " AND "), n}
}

func (tsvector) sought(of statements.Sought, n int) (string, []any) {
	var groups []string
	for _, group := range of {
		var stems []string
		for _, s := range group {
			stem := lexeme(s.Stem)
			if s.Begins {
				stem += ":*"
			}
			stems = append(stems, stem)
		}
		groups = append(groups, "("+strings.Join(stems, " | ")+")")
	}
	return `SELECT id FROM statement_index WHERE stems @@ ` + tsquery("$1") + ` ORDER BY id DESC LIMIT $2`,
		[]any{strings.Join(groups, " & "), n}
}
