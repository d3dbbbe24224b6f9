package store

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strings"

	"onrecord/statements"
	"onrecord/statements/speakers"
	"onrecord/statements/text"
)

// mostWords is how many words of a name are looked at: nobody has more, and
// options in chat may hold 4,000 characters.
const mostWords = 8

// FindSpeakers gives at most n speakers whose names have all the words, each as
// a whole word or the beginning of one, in any usual spelling: whole names
// first, then those with the most statements. No words give the most quoted.
func (s *Store) FindSpeakers(ctx context.Context, words string, n int) ([]statements.Speaker, error) {
	var written []string
	for _, w := range text.Words(words) {
		written = append(written, key(w.Folded))
	}
	written = written[:min(len(written), mostWords)]
	spelled := keyWords(words)
	spelled = spelled[:min(len(spelled), mostWords)]
	if len(written) == 0 && strings.TrimSpace(words) != "" {
		return nil, nil
	}
	out, err := s.findSpeakers(ctx, written, spelled, max(n, 0))
	if err == nil {
		err = s.addAliases(ctx, out)
	}
	if err != nil {
		return nil, fmt.Errorf("look for speakers: %w", err)
	}
	return out, nil
}

func (s *Store) findSpeakers(ctx context.Context, written, spelled []string, n int) ([]statements.Speaker, error) {
	if len(written) == 0 {
		return all(ctx, s.again(), scanSpeaker, `SELECT s.id, s.name, s.role, s.statements FROM speakers s
			WHERE s.merged_into IS NULL AND s.statements > 0 ORDER BY s.statements DESC, s.id LIMIT $1`, n)
	}
	rare, fewest, err := s.rarest(ctx, written, true)
	if err != nil {
		return nil, err
	}
	if fewest == crowd {
		return s.amongMany(ctx, written, spelled, n)
	}
	rareSpelled, fewestSpelled := rare, fewest
	if !slices.Equal(spelled, written) {
		rareSpelled, fewestSpelled, err = s.rarest(ctx, spelled, true)
	}
	if err != nil || fewest+fewestSpelled == 0 {
		return nil, err // most words that a question asks for are nobody's
	}
	args := []any{strings.Join(spelled, " ")}
	begins, args := everyWord(written, rare, args, true)
	alike, args := everyWord(spelled, rareSpelled, args, true)
	whole, args := everyWord(written, rare, args, false)
	args = append(args, 2*n) // some may be one
	rows, err := all(ctx, s.again(), scanCalled, fmt.Sprintf(`SELECT s.id, s.name, s.role, s.statements,
			CASE WHEN s.speaker_key = $1 THEN 0 WHEN s.id IN (SELECT speaker_id FROM (%s) AS whole) THEN 1 ELSE 2 END AS class, COALESCE(s.merged_into, 0)
		FROM speakers s WHERE s.id IN (SELECT speaker_id FROM (%s) AS begins UNION SELECT speaker_id FROM (%s) AS alike)
			AND (s.statements > 0 OR s.merged_into IS NOT NULL)
		ORDER BY class, s.statements DESC, s.id LIMIT $%d`, whole, begins, alike, len(args)), args...)
	if err != nil {
		return nil, err
	}
	return s.ones(ctx, rows, written, n)
}

// called is a row of speakers with a name that was looked for.
type called struct {
	statements.Speaker
	class int   // 0 the very name, 1 all of its words, 2 their beginnings
	into  int64 // whom it is merged into; 0 is nobody
}

func scanCalled(r *sql.Rows) (c called, err error) {
	return c, r.Scan(&c.ID, &c.Name, &c.Role, &c.Statements, &c.class, &c.into)
}

// ones puts rows of one speaker together and gives the first n. Only where some
// are merged or have one name another query is needed.
func (s *Store) ones(ctx context.Context, rows []called, written []string, n int) ([]statements.Speaker, error) {
	rows, err := s.asGiven(ctx, rows, written)
	if err != nil {
		return nil, err
	}
	var into []any
	for _, r := range rows {
		if r.into != 0 {
			into = append(into, r.into)
		}
	}
	if len(into) > 0 {
		found, err := all(ctx, s.again(), scanSpeaker, `SELECT id, name, role, statements FROM speakers WHERE id IN (`+list(0, len(into))+`)`, into...)
		if err != nil {
			return nil, err
		}
		byID := map[int64]statements.Speaker{}
		for _, sp := range found {
			byID[sp.ID] = sp
		}
		for i, r := range rows {
			if r.into != 0 {
				rows[i].Speaker = byID[r.into]
			}
		}
		slices.SortStableFunc(rows, func(a, b called) int {
			return cmp.Or(a.class-b.class, b.Statements-a.Statements, cmp.Compare(a.ID, b.ID))
		})
	}
	var out []statements.Speaker
	for _, r := range rows {
		there := slices.ContainsFunc(out, func(o statements.Speaker) bool { return o.ID == r.ID })
		if !there && r.Statements > 0 && len(out) < n {
			out = append(out, r.Speaker)
		}
	}
	return out, nil
}

// asGiven leaves out who has the name that was looked for by its sound alone,
// where an editor has put two spellings of it down to two.
func (s *Store) asGiven(ctx context.Context, rows []called, written []string) ([]called, error) {
	if len(rows) < 2 || rows[0].class != 0 || len(written) == 0 {
		return rows, nil
	}
	var ids []any
	for _, r := range rows {
		ids = append(ids, r.ID)
	}
	given, err := all(ctx, s.again(), scanSpelling, `SELECT speaker_id, name, 0 FROM set_names WHERE speaker_id IN (`+list(0, len(ids))+`)`, ids...)
	if err != nil {
		return nil, err
	}
	sound := speakers.Key(strings.Join(written, " "))
	this, other := map[int64]bool{}, map[int64]bool{}
	for _, g := range given {
		var words []string
		for _, w := range text.Words(g.name) {
			words = append(words, key(w.Folded))
		}
		if slices.Equal(words, written) {
			this[g.of] = true
		} else if speakers.Key(g.name) == sound {
			other[g.of] = true
		}
	}
	return slices.DeleteFunc(rows, func(r called) bool {
		if len(this) > 0 {
			return r.class == 0 && !this[r.ID]
		}
		return r.class != 0 && other[r.ID]
	}), nil
}

// everyWord gives a query for the speakers that have every one of the words: of
// those that have the rare one, who has the others, too.
func everyWord(words []string, rare int, args []any, prefix bool) (string, []any) {
	if len(words) == 0 {
		return `SELECT speaker_id FROM name_words WHERE 1 = 0`, args
	}
	has := func(of, w string) string {
		if !prefix {
			args = append(args, w)
			return fmt.Sprintf(`%s.word = $%d`, of, len(args))
		}
		args = append(args, w, w+"\U0010FFFF")
		return fmt.Sprintf(`%s.word >= $%d AND %s.word < $%d`, of, len(args)-1, of, len(args))
	}
	query := `SELECT r.speaker_id FROM name_words r WHERE ` + has("r", words[rare])
	for i, w := range words {
		if i != rare {
			query += ` AND EXISTS (SELECT 1 FROM name_words o WHERE o.speaker_id = r.speaker_id AND ` + has("o", w) + `)`
		}
	}
	return query, args
}

func scanSpeaker(r *sql.Rows) (statements.Speaker, error) {
	var sp statements.Speaker
	err := r.Scan(&sp.ID, &sp.Name, &sp.Role, &sp.Statements)
	return sp, err
}

// aliasesShown is how many other spellings a speaker comes with.
const aliasesShown = 10

func (s *Store) addAliases(ctx context.Context, found []statements.Speaker) error {
	at := map[int64]int{}
	ids := make([]any, len(found))
	for i, sp := range found {
		at[sp.ID], ids[i] = i, sp.ID
	}
	if len(ids) == 0 {
		return nil
	}
	// What editors gave comes first: however seldom it is read, it must not be
	// among those that are left out.
	names, err := all(ctx, s.again(), func(r *sql.Rows) (sp spelling, err error) {
		var read int
		return sp, r.Scan(&sp.of, &sp.name, &sp.uses, &read)
	}, `SELECT n.speaker_id, n.name, n.uses, CASE WHEN g.name IS NULL THEN 1 ELSE 0 END FROM spellings n
			LEFT JOIN set_names g ON g.name = n.name AND g.speaker_id = n.speaker_id WHERE n.speaker_id IN (`+list(0, len(ids))+`)
		UNION ALL SELECT v.merged_into, n.name, n.uses, 0 FROM speakers v JOIN spellings n ON n.speaker_id = v.id
		WHERE v.merged_into IN (`+list(0, len(ids))+`) ORDER BY 4, 3 DESC, 2`, ids...)
	for _, n := range names {
		sp := &found[at[n.of]]
		if n.name != sp.Name && len(sp.Aliases) < aliasesShown && !slices.Contains(sp.Aliases, n.name) {
			sp.Aliases = append(sp.Aliases, n.name)
		}
	}
	return err
}
