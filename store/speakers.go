package store

import (
	"cmp"
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
	shown string // the name that the speaker had; "" where an editor set it
	into  int64  // whom an editor merged it into; 0 for nobody
}

// keepSpeakers writes down who speaks in the arrival, and gives the speaker of
// each statement, 0 for none.
func keepSpeakers(ctx context.Context, t *tx, a statements.Arrival) ([]int64, error) {
	given, err := givenSpellings(ctx, t, a.Statements)
	if err != nil {
		return nil, fmt.Errorf("spellings of editors: %w", err)
	}
	of := make([]*speaking, len(a.Statements))
	byKey := map[string]*speaking{}
	for i, st := range a.Statements {
		k := key(speakers.Key(st.Speaker))
		if st.Known == statements.Unresolved || k == "" {
			continue
		}
		if other, ok := given[oneLine(st.Speaker)]; ok {
			k = other
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
	if err := countMerged(ctx, t, people, a); err != nil {
		return nil, fmt.Errorf("whom they are merged into: %w", err)
	}
	out := make([]int64, len(of))
	for i, sp := range of {
		if sp != nil {
			out[i] = sp.id
		}
	}
	return out, nil
}

// givenSpellings gives the key of the speaker to whom an editor gave one of
// the spellings.
func givenSpellings(ctx context.Context, t *tx, sts []statements.Statement) (map[string]string, error) {
	names := map[string]bool{}
	for _, st := range sts {
		names[oneLine(st.Speaker)] = true
	}
	out := map[string]string{}
	for part := range slices.Chunk(slices.Sorted(maps.Keys(names)), chunk) {
		rows, err := all(ctx, t, scanPair, `SELECT n.name, s.speaker_key FROM set_names n JOIN speakers s ON s.id = n.speaker_id
			WHERE n.name IN (`+list(0, len(part))+`)`, anys(part)...)
		if err != nil {
			return nil, err
		}
		for _, r := range rows {
			out[r[0]] = r[1]
		}
	}
	return out, nil
}

func scanPair(r *sql.Rows) (p [2]string, err error) { return p, r.Scan(&p[0], &p[1]) }

// countMerged tells those into whom speakers of the arrival are merged of what
// these said, in the order of their ids.
func countMerged(ctx context.Context, t *tx, people []*speaking, a statements.Arrival) error {
	merged := slices.Clone(people)
	slices.SortStableFunc(merged, func(a, b *speaking) int { return cmp.Compare(a.into, b.into) })
	for _, sp := range merged {
		if sp.into == 0 {
			continue
		}
		err := t.exec(ctx, `UPDATE speakers SET statements = statements + $2,
				role = CASE WHEN $3 <> '' AND $4 >= role_at THEN $3 ELSE role END,
				role_at = CASE WHEN $3 <> '' AND $4 >= role_at THEN $4 ELSE role_at END WHERE id = $1`,
			sp.into, sp.statements, sp.role, roleAt(sp, a))
		if err != nil {
			return err
		}
	}
	return nil
}

// roleAt is the moment of a role that was read: of publication, or else of the
// arrival; 0 where there is no role.
func roleAt(sp *speaking, a statements.Arrival) int64 {
	switch {
	case sp.role == "":
		return 0
	case a.Article.Published.IsZero():
		return millis(a.At)
	}
	return millis(a.Article.Published.Time)
}

// upsertSpeakers counts the statements, takes over newer roles and fills in ids
// and shown names.
func upsertSpeakers(ctx context.Context, t *tx, people []*speaking, a statements.Arrival) error {
	byKey := map[string]*speaking{}
	var args []any
	for _, sp := range people {
		byKey[sp.key] = sp
		args = append(args, sp.key, slices.Min(slices.Collect(maps.Keys(sp.spellings))), sp.role, roleAt(sp, a), sp.statements)
	}
	type row struct {
		key, shown string
		id, into   int64
		set        bool
	}
	rows, err := all(ctx, t, func(r *sql.Rows) (v row, err error) { return v, r.Scan(&v.key, &v.id, &v.shown, &v.into, &v.set) },
		`INSERT INTO speakers (speaker_key, name, role, role_at, statements) VALUES `+tuples(len(people), `(?, ?, ?, ?, ?)`)+`
		ON CONFLICT (speaker_key) DO UPDATE SET statements = speakers.statements + excluded.statements,
			role = CASE WHEN excluded.role <> '' AND excluded.role_at >= speakers.role_at THEN excluded.role ELSE speakers.role END,
			role_at = CASE WHEN excluded.role <> '' AND excluded.role_at >= speakers.role_at THEN excluded.role_at ELSE speakers.role_at END
		RETURNING speaker_key, id, name, COALESCE(merged_into, 0), name_set`, args...)
	for _, r := range rows {
		sp := byKey[r.key]
		sp.id, sp.shown, sp.into = r.id, r.shown, r.into
		if r.set {
			sp.shown = ""
		}
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
		if err := putWords(ctx, t, sp.of, sp.name); err != nil {
			return err
		}
	}
	return showBest(ctx, t, people)
}

// putWords makes a speaker findable by the words of a name.
func putWords(ctx context.Context, t *tx, speaker int64, name string) error {
	for _, w := range nameWords(name) {
		err := t.exec(ctx, `INSERT INTO name_words (word, speaker_id) VALUES ($1, $2) ON CONFLICT (word, speaker_id) DO NOTHING`, w, speaker)
		if err != nil {
			return err
		}
	}
	for _, w := range keyWords(name) {
		if err := putNeighbours(ctx, t, w); err != nil {
			return err
		}
	}
	return nil
}

func showBest(ctx context.Context, t *tx, people []*speaking) error {
	var ids []any
	for _, sp := range people {
		if sp.shown != "" {
			ids = append(ids, sp.id)
		}
	}
	if len(ids) == 0 {
		return nil
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
		if sp.shown == "" || best[sp.id] == sp.shown {
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
