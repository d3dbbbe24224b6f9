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

// speaking is what one article says about one speaker.
type speaking struct {
	spellings map[string]int
	role      string
}

// keepSpeakers writes down who speaks in the arrival, and gives the speaker of
// each statement, 0 for none. Speakers are taken in the order of their keys:
// two articles with the same people must not wait for each other.
func keepSpeakers(ctx context.Context, t *tx, a statements.Arrival) ([]int64, error) {
	byKey := map[string]*speaking{}
	keys := make([]string, len(a.Statements))
	for i, st := range a.Statements {
		k := key(speakers.Key(st.Speaker))
		if st.Known == statements.Unresolved || k == "" {
			continue
		}
		keys[i] = k
		if byKey[k] == nil {
			byKey[k] = &speaking{spellings: map[string]int{}}
		}
		byKey[k].spellings[oneLine(st.Speaker)]++
		if st.Role != "" {
			byKey[k].role = st.Role
		}
	}
	ids := map[string]int64{}
	for _, k := range slices.Sorted(maps.Keys(byKey)) {
		id, err := keepSpeaker(ctx, t, k, byKey[k], a)
		if err != nil {
			return nil, fmt.Errorf("%q: %w", k, err)
		}
		ids[k] = id
	}
	out := make([]int64, len(keys))
	for i, k := range keys {
		out[i] = ids[k]
	}
	return out, nil
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

func keepSpeaker(ctx context.Context, t *tx, k string, sp *speaking, a statements.Arrival) (int64, error) {
	names := slices.Sorted(maps.Keys(sp.spellings))
	count := 0
	for _, n := range sp.spellings {
		count += n
	}
	roleAt := a.Article.Published.Time
	if roleAt.IsZero() {
		roleAt = a.At
	}
	var id int64
	var shown string
	err := one(ctx, t, `INSERT INTO speakers (speaker_key, name, role, role_at, statements) VALUES ($1, $2, $3, $4, $5)
		ON CONFLICT (speaker_key) DO UPDATE SET statements = speakers.statements + excluded.statements,
			role = CASE WHEN excluded.role <> '' AND excluded.role_at >= speakers.role_at THEN excluded.role ELSE speakers.role END,
			role_at = CASE WHEN excluded.role <> '' AND excluded.role_at >= speakers.role_at THEN excluded.role_at ELSE speakers.role_at END
		RETURNING id, name`, []any{k, names[0], sp.role, roleAtOrNever(sp.role, millis(roleAt)), count}, &id, &shown)
	if err != nil {
		return 0, err
	}
	for _, name := range names {
		if err := keepSpelling(ctx, t, id, name, sp.spellings[name]); err != nil {
			return 0, err
		}
	}
	var best string
	err = one(ctx, t, `SELECT name FROM spellings WHERE speaker_id = $1 ORDER BY uses DESC, length(name) DESC, name LIMIT 1`, []any{id}, &best)
	if err != nil || best == shown {
		return id, err
	}
	return id, t.exec(ctx, `UPDATE speakers SET name = $2 WHERE id = $1`, id, best)
}

// roleAtOrNever keeps a speaker without a role from having a date for it.
func roleAtOrNever(role string, at int64) int64 {
	if role == "" {
		return 0
	}
	return at
}

// keepSpelling counts a spelling, and makes a new one findable by its words.
func keepSpelling(ctx context.Context, t *tx, id int64, name string, uses int) error {
	var total int
	err := one(ctx, t, `INSERT INTO spellings (speaker_id, name, uses) VALUES ($1, $2, $3)
		ON CONFLICT (speaker_id, name) DO UPDATE SET uses = spellings.uses + excluded.uses RETURNING uses`, []any{id, name, uses}, &total)
	if err != nil || total > uses {
		return err
	}
	for _, w := range nameWords(name) {
		err := t.exec(ctx, `INSERT INTO name_words (word, speaker_id) VALUES ($1, $2) ON CONFLICT (word, speaker_id) DO NOTHING`, w, id)
		if err != nil {
			return err
		}
	}
	return nil
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
	out, err := s.findSpeakers(ctx, written, spelled, n)
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
	type spelling struct {
		of   int64
		name string
	}
	names, err := all(ctx, s.reader, func(r *sql.Rows) (sp spelling, err error) {
		return sp, r.Scan(&sp.of, &sp.name)
	}, `SELECT speaker_id, name FROM spellings WHERE speaker_id IN (`+list(0, len(ids))+`) ORDER BY uses DESC, name`, ids...)
	for _, n := range names {
		sp := &found[at[n.of]]
		if n.name != sp.Name && len(sp.Aliases) < aliasesShown {
			sp.Aliases = append(sp.Aliases, n.name)
		}
	}
	return err
}
