package store

import (
	"context"
	"fmt"
	"strings"

	"onrecord/statements"
)

// crowd is how many names begin like a word before they are too many to be
// read and sorted while somebody types.
const crowd = 500

// rarest gives the one of the words that the fewest names have, as a whole or as
// a beginning, and how many: crowd stands for any more. One that nobody has is it,
// and no words are none.
func (s *Store) rarest(ctx context.Context, words []string, begins bool) (at, fewest int, err error) {
	if len(words) == 0 {
		return 0, 0, nil
	}
	counts := make([]string, len(words))
	args := []any{crowd}
	n, into := make([]int, len(words)), make([]any, len(words))
	for i, w := range words {
		end := w
		if begins {
			end = w + "\U0010FFFF"
		}
		args, into[i] = append(args, w, end), &n[i]
		counts[i] = fmt.Sprintf(`(SELECT COUNT(*) FROM (SELECT 1 FROM name_words WHERE word >= $%d AND word <= $%d LIMIT $1) AS few)`, len(args)-1, len(args))
	}
	if err := one(ctx, s.again(), `SELECT `+strings.Join(counts, ", "), args, into...); err != nil {
		return 0, 0, err
	}
	for i := range n {
		if n[i] < n[at] {
			at = i
		}
	}
	return at, n[at], nil
}

// amongMany finds the first n of a crowd: whole names, then the most quoted
// whose names begin so, which are looked for in the order of how much they said.
// A spelling that only a merged row has is not among them.
func (s *Store) amongMany(ctx context.Context, written, spelled []string, n int) ([]statements.Speaker, error) {
	rare, fewest, err := s.rarest(ctx, written, false)
	if err != nil {
		return nil, err
	}
	var rows []called
	add := func(query string, args []any) {
		if err != nil || len(rows) >= 2*n { // some may be one
			return
		}
		var more []called
		more, err = all(ctx, s.again(), scanCalled, query+fmt.Sprintf(` LIMIT $%d`, len(args)+1), append(args, 2*n)...)
		rows = append(rows, more...)
	}
	add(named(0, `s.speaker_key = $1`), []any{strings.Join(spelled, " ")})
	if fewest == crowd {
		whole, args := eachOfTheirs(written, nil, false)
		add(heard(1, whole), args)
	} else {
		whole, args := everyWord(written, rare, nil, false)
		add(named(1, `s.id IN (SELECT speaker_id FROM (`+whole+`) AS whole)`), args)
	}
	begins, args := eachOfTheirs(written, nil, true)
	add(heard(2, begins), args)
	if err != nil {
		return nil, err
	}
	return s.ones(ctx, rows, written, n)
}

// named is the query for the few of whom having holds, those too that are
// merged into others.
func named(class int, having string) string {
	return fmt.Sprintf(`SELECT s.id, s.name, s.role, s.statements, %d, COALESCE(s.merged_into, 0) FROM speakers s
		WHERE (s.statements > 0 OR s.merged_into IS NOT NULL) AND %s ORDER BY s.statements DESC, s.id`, class, having)
}

// heard is the query for those of whom having holds, the most quoted first.
func heard(class int, having string) string {
	return fmt.Sprintf(`SELECT s.id, s.name, s.role, s.statements, %d, 0 FROM speakers s
		WHERE s.merged_into IS NULL AND s.statements > 0 AND %s ORDER BY s.statements DESC, s.id`, class, having)
}

// eachOfTheirs is the condition that a speaker s has every one of the words.
func eachOfTheirs(words []string, args []any, begins bool) (string, []any) {
	var parts []string
	for _, w := range words {
		end := w
		if begins {
			end = w + "\U0010FFFF"
		}
		args = append(args, w, end)
		parts = append(parts, fmt.Sprintf(`EXISTS (SELECT 1 FROM name_words w WHERE w.speaker_id = s.id AND w.word >= $%d AND w.word <= $%d)`, len(args)-1, len(args)))
	}
	return strings.Join(parts, " AND "), args
}
