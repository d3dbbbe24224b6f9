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

// alike finds speakers whom a name that is not on record may be a slip of.
func (d *Desk) alike(ctx context.Context, name string) ([]statements.Speaker, error) {
	out, err := d.Speakers.SpeakersLike(ctx, name, mostNames)
	if err != nil {
		return nil, fmt.Errorf("look up names like one: %w", err)
	}
	return out, nil
}

// stands reports whether all words of a name stand in one place of an article.
func (d *Desk) stands(ctx context.Context, name string) (bool, error) {
	var all statements.Sought
	for _, stem := range text.Stems(name, "en") {
		all = append(all, []statements.SoughtStem{{Stem: stem}})
	}
	ids, err := d.Trove.Sought(ctx, all, 1)
	if err != nil {
		return false, fmt.Errorf("look for the words of a name: %w", err)
	}
	return len(ids) > 0, nil
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
