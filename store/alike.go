package store

import (
	"cmp"
	"context"
	"fmt"
	"slices"

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

// mostCorrected is how many ways to correct a name are tried.
const mostCorrected = 24

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
	ways, err := s.corrected(ctx, keyWords(name))
	if err != nil {
		return nil, err
	}
	var found []statements.Speaker
	slips := map[int64]int{}
	for i, way := range ways {
		if i > 0 && len(found) >= n && way.slips > ways[i-1].slips {
			break // of those who are as near nobody is left out: whoever asks may want to know of one alone
		}
		more, err := s.bearers(ctx, way.words)
		if err != nil {
			return nil, err
		}
		for _, sp := range more {
			if _, there := slips[sp.ID]; there {
				continue
			}
			slips[sp.ID] = speakers.Slips(name, append(sp.Aliases, sp.Name)...)
			if slips[sp.ID] < speakers.Far { // else it is a given name of theirs
				found = append(found, sp)
			}
		}
	}
	slices.SortStableFunc(found, func(a, b statements.Speaker) int { return slips[a.ID] - slips[b.ID] })
	return found[:min(len(found), n)], nil
}

// correction is one way to read the words of a name, with the slips that this
// takes.
type correction struct {
	words []string
	slips int
}

// corrected gives the ways to read words, the likeliest first, and after all of
// those the ways to read the last of them, the surname.
func (s *Store) corrected(ctx context.Context, words []string) ([]correction, error) {
	words = words[:min(len(words), mostWords)]
	ways := []correction{{}}
	var last []correction
	for _, w := range words {
		near, err := s.near(ctx, w)
		if err != nil {
			return nil, err
		}
		var longer []correction
		for _, way := range ways {
			for _, n := range near {
				longer = append(longer, correction{append(slices.Clip(way.words), n.words...), way.slips + n.slips})
			}
		}
		ways, last = likeliest(longer), near
	}
	switch len(words) {
	case 0:
		return nil, nil
	case 1:
		return ways, nil
	}
	return append(ways, last...), nil
}

func likeliest(ways []correction) []correction {
	slices.SortStableFunc(ways, func(a, b correction) int { return a.slips - b.slips })
	return ways[:min(len(ways), mostCorrected)]
}

// near gives the words of names that one word may be a slip of, nearest first.
func (s *Store) near(ctx context.Context, word string) ([]correction, error) {
	keys := speakers.Neighbours(word)
	if len(keys) == 0 {
		return []correction{{[]string{word}, 0}}, nil // too short for slips
	}
	found, err := all(ctx, s.again(), scalar[string], `SELECT DISTINCT word FROM name_neighbours WHERE near IN (`+list(0, len(keys))+`)`, anys(keys)...)
	if err != nil {
		return nil, err
	}
	var out []correction
	for _, w := range found {
		if n := speakers.WordSlips(word, w); n < speakers.Far {
			out = append(out, correction{[]string{w}, n})
		}
	}
	slices.SortFunc(out, func(a, b correction) int {
		return cmp.Or(a.slips-b.slips, inCommon(b.words[0], word)-inCommon(a.words[0], word), cmp.Compare(a.words[0], b.words[0]))
	})
	return likeliest(out), nil
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

// mostCalled is how many bearers of a word are looked at: those for whom it is a
// given name are among them.
const mostCalled = 40

// bearers gives speakers who have all of the words in their names, the most
// quoted first.
func (s *Store) bearers(ctx context.Context, words []string) ([]statements.Speaker, error) {
	rare, fewest, err := s.rarest(ctx, words, false)
	if err != nil || fewest == 0 {
		return nil, err
	}
	query, args := wholly(words, rare, fewest)
	rows, err := all(ctx, s.again(), scanCalled, query+fmt.Sprintf(` LIMIT $%d`, len(args)+1), append(args, mostCalled)...)
	if err != nil {
		return nil, err
	}
	out, err := s.ones(ctx, rows, mostCalled)
	if err != nil {
		return nil, err
	}
	return out, s.addAliases(ctx, out)
}
