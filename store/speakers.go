package store

import (
	"context"
	"database/sql"
	"fmt"
	"maps"
	"slices"
	"strings"

	"onrecord/statements"
	"onrecord/statements/speakers"
	"onrecord/statements/text"
)

// speaking is what one article has of one speaker.
type speaking struct {
	key        string
	spellings  map[string]int
	role       string
	statements int

	id    int64
	shown string // the name that the speaker had
}

// keepSpeakers writes down who speaks in the arrival, and gives the speaker of
// each statement, 0 for none.
func keepSpeakers(ctx context.Context, t *tx, a statements.Arrival) ([]int64, error) {
	of := make([]*speaking, len(a.Statements))
	byKey := map[string]*speaking{}
	for i, st := range a.Statements {
		k := key(speakers.Key(st.Speaker))
		if st.Known == statements.Unresolved || k == "" {
			continue
		}
		if byKey[k] == nil {
			byKey[k] = &speaking{key: k, spellings: map[string]int{}}
		}
		of[i] = byKey[k]
		of[i].spellings[oneLine(st.Speaker)]++
		of[i].statements++
		if st.Role != "" {
			of[i].role = st.Role
		}
	}
	// In the order of their keys: two articles with the same people must not
	// wait for each other.
	people := slices.SortedFunc(maps.Values(byKey), func(a, b *speaking) int { return strings.Compare(a.key, b.key) })
	for part := range slices.Chunk(people, rowsAtOnce) {
		if err := upsertSpeakers(ctx, t, part, a); err != nil {
			return nil, err
		}
		if err := upsertSpellings(ctx, t, part); err != nil {
			return nil, fmt.Errorf("spellings: %w", err)
		}
	}
	out := make([]int64, len(of))
	for i, sp := range of {
		if sp != nil {
			out[i] = sp.id
		}
	}
	return out, nil
}

// upsertSpeakers counts the statements, takes over newer roles and fills in ids
// and shown names.
func upsertSpeakers(ctx context.Context, t *tx, people []*speaking, a statements.Arrival) error {
	at := a.Article.Published.Time
	if at.IsZero() {
		at = a.At
	}
	byKey := map[string]*speaking{}
	var args []any
	for _, sp := range people {
		byKey[sp.key] = sp
		roleAt := int64(0)
		if sp.role != "" {
			roleAt = millis(at)
		}
		args = append(args, sp.key, slices.Min(slices.Collect(maps.Keys(sp.spellings))), sp.role, roleAt, sp.statements)
	}
	type row struct {
		key, shown string
		id         int64
	}
	rows, err := all(ctx, t, func(r *sql.Rows) (v row, err error) { return v, r.Scan(&v.key, &v.id, &v.shown) },
		`INSERT INTO speakers (speaker_key, name, role, role_at, statements) VALUES `+tuples(len(people), `(?, ?, ?, ?, ?)`)+`
		ON CONFLICT (speaker_key) DO UPDATE SET statements = speakers.statements + excluded.statements,
			role = CASE WHEN excluded.role <> '' AND excluded.role_at >= speakers.role_at THEN excluded.role ELSE speakers.role END,
			role_at = CASE WHEN excluded.role <> '' AND excluded.role_at >= speakers.role_at THEN excluded.role_at ELSE speakers.role_at END
		RETURNING speaker_key, id, name`, args...)
	for _, r := range rows {
		byKey[r.key].id, byKey[r.key].shown = r.id, r.shown
	}
	return err
}

// spelling is a row of spellings.
type spelling struct {
	of   int64
	name string
	uses int
}

func scanSpelling(r *sql.Rows) (sp spelling, err error) {
	return sp, r.Scan(&sp.of, &sp.name, &sp.uses)
}

// upsertSpellings counts the spellings, makes new ones findable by their words,
// and has each speaker shown by the most frequent one.
func upsertSpellings(ctx context.Context, t *tx, people []*speaking) error {
	var args []any
	added := map[spelling]bool{}
	for _, sp := range people {
		for _, name := range slices.Sorted(maps.Keys(sp.spellings)) {
			args = append(args, sp.id, name, sp.spellings[name])
			added[spelling{sp.id, name, sp.spellings[name]}] = true
		}
	}
	counted, err := all(ctx, t, scanSpelling, `INSERT INTO spellings (speaker_id, name, uses) VALUES `+tuples(len(args)/3, `(?, ?, ?)`)+`
		ON CONFLICT (speaker_id, name) DO UPDATE SET uses = spellings.uses + excluded.uses RETURNING speaker_id, name, uses`, args...)
	if err != nil {
		return err
	}
	for _, sp := range counted {
		if !added[sp] {
			continue // it was there before
		}
		for _, w := range nameWords(sp.name) {
			err := t.exec(ctx, `INSERT INTO name_words (word, speaker_id) VALUES ($1, $2) ON CONFLICT (word, speaker_id) DO NOTHING`, w, sp.of)
			if err != nil {
				return err
			}
		}
	}
	return showBest(ctx, t, people)
}

func showBest(ctx context.Context, t *tx, people []*speaking) error {
	var ids []any
	for _, sp := range people {
		ids = append(ids, sp.id)
	}
	used, err := all(ctx, t, scanSpelling, `SELECT speaker_id, name, uses FROM spellings WHERE speaker_id IN (`+list(0, len(ids))+`)
		ORDER BY uses DESC, length(name) DESC, name`, ids...)
	if err != nil {
		return err
	}
	best := map[int64]string{}
	for _, sp := range used {
		if best[sp.of] == "" {
			best[sp.of] = sp.name
		}
	}
	for _, sp := range people {
		if best[sp.id] == sp.shown {
			continue
		}
		if err := t.exec(ctx, `UPDATE speakers SET name = $2 WHERE id = $1`, sp.id, best[sp.id]); err != nil {
			return err
		}
	}
	return nil
}

// oneLine is a name as a unique index takes it.
func oneLine(s string) string {
	const most = 300
	s = strings.Join(strings.Fields(cleanText(s)), " ")
	if len(s) > most {
		s = strings.ToValidUTF8(s[:most], "")
	}
	return s
}

// nameWords are the words that a name is found by: as written, and as its
// spellings meet.
func nameWords(name string) []string {
	var out []string
	for _, w := range text.Words(name) {
		out = append(out, key(w.Folded))
	}
	out = append(out, keyWords(name)...)
	slices.Sort(out)
	return slices.Compact(out)
}

func keyWords(name string) []string { return strings.Fields(key(speakers.Key(name))) }

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
		return all(ctx, s.reader, scanSpeaker, `SELECT s.id, s.name, s.role, s.statements FROM speakers s
			ORDER BY s.statements DESC, s.id LIMIT $1`, n)
	}
	args := []any{strings.Join(spelled, " ")}
	begins, args := everyWord(written, args, true)
	alike, args := everyWord(spelled, args, true)
	whole, args := everyWord(written, args, false)
	args = append(args, n)
	return all(ctx, s.reader, scanSpeaker, fmt.Sprintf(`SELECT s.id, s.name, s.role, s.statements FROM speakers s
		WHERE s.id IN (SELECT speaker_id FROM (%s) AS begins UNION SELECT speaker_id FROM (%s) AS alike)
		ORDER BY CASE WHEN s.speaker_key = $1 THEN 0 WHEN s.id IN (SELECT speaker_id FROM (%s) AS whole) THEN 1 ELSE 2 END,
			s.statements DESC, s.id LIMIT $%d`, begins, alike, whole, len(args)), args...)
}

// everyWord gives a query for the speakers that have every one of the words.
func everyWord(words []string, args []any, prefix bool) (string, []any) {
	if len(words) == 0 {
		return `SELECT speaker_id FROM name_words WHERE 1 = 0`, args
	}
	var parts []string
	for _, w := range words {
		if prefix {
			args = append(args, w, w+"\U0010FFFF")
			parts = append(parts, fmt.Sprintf(`SELECT speaker_id FROM name_words WHERE word >= $%d AND word < $%d`, len(args)-1, len(args)))
			continue
		}
		args = append(args, w)
		parts = append(parts, fmt.Sprintf(`SELECT speaker_id FROM name_words WHERE word = $%d`, len(args)))
	}
	return strings.Join(parts, " INTERSECT "), args
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
	names, err := all(ctx, s.reader, scanSpelling, `SELECT speaker_id, name, uses FROM spellings
		WHERE speaker_id IN (`+list(0, len(ids))+`) ORDER BY uses DESC, name`, ids...)
	for _, n := range names {
		sp := &found[at[n.of]]
		if n.name != sp.Name && len(sp.Aliases) < aliasesShown {
			sp.Aliases = append(sp.Aliases, n.name)
		}
	}
	return err
}
