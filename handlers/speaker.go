package handlers

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"onrecord/handlers/locales"
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
	var out []statements.Speaker
	for _, w := range text.Words(name) {
		if len(out) >= mostNames {
			break
		}
		found, err := d.likeWord(ctx, w.Folded)
		if err != nil {
			return nil, err
		}
		for _, s := range found {
			if !slices.ContainsFunc(out, func(o statements.Speaker) bool { return o.ID == s.ID }) {
				out = append(out, s)
			}
		}
	}
	return out, nil
}

// likeWord finds speakers with a name almost like word. The longest beginning
// that somebody has is looked up first: in a large archive so many names begin
// with two letters that the one that is meant may not be among them.
func (d *Desk) likeWord(ctx context.Context, word string) ([]statements.Speaker, error) {
	const begins, least = 2, 4 // letters that people rarely get wrong; of a word that is looked at
	letters := []rune(word)
	if len(letters) < least {
		return nil, nil
	}
	for k := min(len(letters)-1, longestBeginning); k >= begins; k-- {
		found, err := d.Speakers.FindSpeakers(ctx, string(letters[:k]), 10*mostNames)
		if err != nil {
			return nil, fmt.Errorf("look up names like one: %w", err)
		}
		if found = slices.DeleteFunc(found, func(s statements.Speaker) bool { return !near(s, word) }); len(found) > 0 {
			return found, nil
		}
	}
	return nil, nil
}

// longestBeginning is how many letters of a name are looked up at most.
const longestBeginning = 8

// near reports whether a word of one of a speaker's names is almost word.
func near(s statements.Speaker, word string) bool {
	for _, spelling := range append([]string{s.Name}, s.Aliases...) {
		for _, n := range text.Words(spelling) {
			if len(n.Folded) > 3 && keysApart(word, n.Folded) <= 2 {
				return true
			}
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
func names(in locales.Tongue, ss []statements.Speaker) string {
	var out []string
	for _, s := range ss[:min(len(ss), 3)] {
		out = append(out, fmt.Sprintf("%s (%s)", short(s.Name, mostName), in.Count(s.Statements, "%s statement", "%s statements")))
	}
	return strings.Join(out, ", ")
}
