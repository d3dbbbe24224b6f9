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
)

// putNeighbours makes a word of a name findable by its misspellings, once.
func putNeighbours(ctx context.Context, t *tx, word string) error {
	keys := speakers.Neighbours(word)
	if len(keys) == 0 {
		return nil
	}
	own := fmt.Sprintf("$%d", len(keys)+1)
	return t.later(ctx, asked{query: `INSERT INTO name_neighbours (near, word) SELECT n.column1, ` + own + ` FROM (VALUES ` + tuples(len(keys), `(?)`) + `) AS n
		WHERE NOT EXISTS (SELECT 1 FROM name_neighbours o WHERE o.near = ` + own + ` AND o.word = ` + own + `)`, args: append(anys(keys), word)})
}

// SpeakersLike gives at most n speakers who may be meant by a name that is
// misspelt: those with the fewest slips (speakers.Slips) first, of as many those
// whose names begin alike, then the most quoted. Who bears the very name is among them.
func (s *Store) SpeakersLike(ctx context.Context, name string, n int) ([]statements.Speaker, error) {
	out, err := s.speakersLike(ctx, name, max(n, 0))
	if err != nil {
		return nil, fmt.Errorf("look for names like one: %w", err)
	}
	return out, nil
}

func (s *Store) speakersLike(ctx context.Context, name string, n int) ([]statements.Speaker, error) {
	words := keyWords(name)
	words = words[:min(len(words), mostWords)]
	if len(words) == 0 {
		return nil, nil
	}
	surnames, given, err := s.corrected(ctx, words)
	if err != nil || len(surnames) == 0 {
		return nil, err
	}
	rows, err := s.bearers(ctx, surnames, given)
	if err != nil {
		return nil, err
	}
	found, err := s.ones(ctx, rows, nil, len(rows))
	if err != nil {
		return nil, err
	}
	if err := s.addAliases(ctx, found); err != nil {
		return nil, err
	}
	slips := map[int64]int{}
	for _, sp := range found {
		slips[sp.ID] = speakers.Slips(name, append(sp.Aliases, sp.Name)...)
	}
	found = slices.DeleteFunc(found, func(sp statements.Speaker) bool { return slips[sp.ID] == speakers.Far }) // it is a given name of theirs
	slices.SortStableFunc(found, func(a, b statements.Speaker) int { return slips[a.ID] - slips[b.ID] })
	return found[:min(len(found), n)], nil
}

// mostCorrected is how many ways to correct a word are tried.
const mostCorrected = 24

// corrected gives the words of names on record that the last of words, the
// surname, may be a slip of, and those that the others may be; the nearest first.
// What else they are called who have one of the others is looked at, too: beside
// the right given name a surname may be less alike.
func (s *Store) corrected(ctx context.Context, words []string) (surnames, given []string, err error) {
	surname, others := words[len(words)-1], words[:len(words)-1]
	var keys []any
	for _, w := range words {
		keys = append(keys, anys(speakers.Neighbours(w))...)
	}
	if len(keys) == 0 {
		return []string{surname}, others, nil // all too short for slips
	}
	query := `SELECT word, 0 FROM name_neighbours WHERE near IN (` + list(0, len(keys)) + `)`
	for _, w := range others {
		keys = append(keys, w)
		query += fmt.Sprintf(` UNION ALL SELECT o.word, 1 FROM (SELECT speaker_id FROM name_words WHERE word = $%d LIMIT %d) AS g JOIN name_words o ON o.speaker_id = g.speaker_id`, len(keys), crowd)
	}
	beside := map[string]int{} // one of the others, how often
	rows, err := all(ctx, s.again(), func(r *sql.Rows) (w string, err error) {
		var of int
		err = r.Scan(&w, &of)
		beside[w] += of
		return w, err
	}, query, keys...)
	if err != nil {
		return nil, nil, err
	}
	slices.Sort(rows)
	rows = slices.Compact(rows)
	many := false
	for _, w := range others {
		many = many || beside[w] >= crowd // not all of them were looked at
		given = append(given, mayMean(w, rows, func(string) bool { return false })...)
	}
	return mayMean(surname, rows, func(w string) bool { return many || beside[w] > 0 }), given, nil
}

// mayMean are those of the words that one may be a slip of, the nearest first, of
// as near ones those that may stand beside the right given name. One that is too short for slips is itself.
func mayMean(word string, words []string, beside func(string) bool) []string {
	if len(speakers.Neighbours(word)) == 0 {
		return []string{word}
	}
	slips := map[string]int{}
	var out []string
	for _, w := range words {
		if n := speakers.WordSlips(word, w, beside(w)); n < speakers.Far {
			slips[w] = 2 * n
			if beside(w) {
				slips[w]--
			}
			out = append(out, w)
		}
	}
	slices.SortFunc(out, func(a, b string) int {
		return cmp.Or(slips[a]-slips[b], inCommon(b, word)-inCommon(a, word), cmp.Compare(a, b))
	})
	return out[:min(len(out), mostCorrected)]
}

// inCommon is how many bytes two words have in common at their beginning, where
// people are rarely wrong.
func inCommon(a, b string) int {
	n := 0
	for n < min(len(a), len(b)) && a[n] == b[n] {
		n++
	}
	return n
}

// bearers gives those who have one of the surnames among the words of their names,
// with which of them as class.
func (s *Store) bearers(ctx context.Context, surnames, given []string) ([]called, error) {
	have := make([]string, len(surnames))
	for i := range surnames {
		have[i] = fmt.Sprintf(`SELECT %d AS class, speaker_id FROM (SELECT speaker_id FROM name_words WHERE word = $%d LIMIT %d) AS w%d`, i, i+1, crowd, i)
	}
	rows, err := all(ctx, s.again(), scanCalled, `SELECT s.id, s.name, s.role, s.statements, b.class, COALESCE(s.merged_into, 0)
		FROM (`+strings.Join(have, ` UNION ALL `)+`) AS b JOIN speakers s ON s.id = b.speaker_id ORDER BY b.class, s.statements DESC, s.id`, anys(surnames)...)
	if err != nil {
		return nil, err
	}
	count := make([]int, len(surnames))
	for _, r := range rows {
		count[r.class]++
	}
	for i, n := range count {
		if n < crowd {
			continue
		}
		more, err := s.someBearers(ctx, i, surnames[i], given)
		if err != nil {
			return nil, err
		}
		rows = append(slices.DeleteFunc(rows, func(r called) bool { return r.class == i }), more...)
	}
	return rows, nil
}

// mostCalled is how many bearers of a word that a crowd bears are looked at: those
// for whom it is a given name are among them.
const mostCalled = 40

// someBearers gives those of the crowd who bear a word that have one of the given
// names, too, and the most quoted.
func (s *Store) someBearers(ctx context.Context, class int, word string, given []string) ([]called, error) {
	var rows []called
	if len(given) > 0 {
		found, err := all(ctx, s.again(), scanCalled, named(class, `s.id IN (SELECT r.speaker_id FROM name_words r WHERE r.word = $1
			AND EXISTS (SELECT 1 FROM name_words o WHERE o.speaker_id = r.speaker_id AND o.word IN (`+list(1, len(given))+`)))`)+fmt.Sprint(` LIMIT `, mostCalled), append([]any{word}, anys(given)...)...)
		if err != nil {
			return nil, err
		}
		rows = found
	}
	whole, args := eachOfTheirs([]string{word}, nil, false)
	quoted, err := all(ctx, s.again(), scanCalled, heard(class, whole)+fmt.Sprint(` LIMIT `, mostCalled), args...)
	return append(rows, quoted...), err
}
