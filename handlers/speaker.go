package handlers

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"onrecord/statements"
	"onrecord/statements/text"
)

// speaker looks up who is meant by a name: those on record who bear it, or the
// name as it was typed. near are others with a name like it.
func (d *Desk) speaker(ctx context.Context, name string) (meant, near []statements.Speaker, err error) {
	found, err := d.Speakers.FindSpeakers(ctx, name, mostNames)
	if err != nil {
		return nil, nil, fmt.Errorf("look up a speaker: %w", err)
	}
	for _, s := range found {
		if bears(s, name) {
			meant = append(meant, s)
		} else {
			near = append(near, s)
		}
	}
	if len(meant) == 0 {
		meant = []statements.Speaker{{Name: name}}
		alike, err := d.alike(ctx, name)
		if err != nil {
			return nil, nil, err
		}
		for _, s := range alike {
			if !slices.ContainsFunc(near, func(o statements.Speaker) bool { return o.ID == s.ID }) {
				near = append(near, s)
			}
		}
	}
	return meant, near, nil
}

// alike finds speakers one of whose names is a key or two away from a word of
// a name that is not on record.
func (d *Desk) alike(ctx context.Context, name string) ([]statements.Speaker, error) {
	const begins = 2 // letters that people rarely get wrong
	var out []statements.Speaker
	for _, w := range text.Words(name) {
		letters := []rune(w.Folded)
		if len(letters) < 4 || len(out) >= mostNames {
			continue
		}
		found, err := d.Speakers.FindSpeakers(ctx, string(letters[:begins]), 10*mostNames)
		if err != nil {
			return nil, fmt.Errorf("look up names like one: %w", err)
		}
		for _, s := range found {
			if near(s, w.Folded) && !slices.ContainsFunc(out, func(o statements.Speaker) bool { return o.ID == s.ID }) {
				out = append(out, s)
			}
		}
	}
	return out, nil
}

// near reports whether one of a speaker's names is almost word.
func near(s statements.Speaker, word string) bool {
	for _, n := range text.Words(s.Name) {
		if len(n.Folded) > 3 && keysApart(word, n.Folded) <= 2 {
			return true
		}
	}
	return false
}

// bears reports whether all words of name are in one of a speaker's names.
func bears(s statements.Speaker, name string) bool {
	want := text.Words(name)
	for _, spelling := range append([]string{s.Name}, s.Aliases...) {
		have := map[string]bool{}
		for _, w := range text.Words(spelling) {
			have[w.Folded] = true
		}
		all := len(want) > 0
		for _, w := range want {
			all = all && have[w.Folded]
		}
		if all {
			return true
		}
	}
	return false
}

// names lists speakers with how much they said, for hints.
func names(ss []statements.Speaker) string {
	var out []string
	for _, s := range ss[:min(len(ss), 3)] {
		out = append(out, fmt.Sprintf("%s (%s)", short(s.Name, mostName), count(s.Statements, "statement")))
	}
	return strings.Join(out, ", ")
}
