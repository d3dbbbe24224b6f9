package handlers

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"onrecord/statements/text"
)

// mostChoices is how many proposals a surface shows; Discord takes 25.
const mostChoices = 25

// Complete proposes values for an option that is being typed, at most 25. What
// it cannot find out in time it leaves out.
func (d *Desk) Complete(ctx context.Context, r Request, option, prefix string) (out []Choice) {
	c, ok := commandOf(r.Command)
	if !ok || admitted(c, r) != nil {
		return nil
	}
	// Discord waits three seconds; a proposal that comes later helps nobody.
	ctx, cancel := context.WithTimeout(ctx, 2*time.Second)
	defer cancel()
	defer func() {
		if p := recover(); p != nil {
			out = nil
			d.line(r, "complete "+c.Name, d.now(), fmt.Errorf("panic: %v", p), problemID())
		}
	}()
	// Nothing that is proposed has a day: whose clock it is need not be known.
	seen, err := d.seenBy(ctx, r.Server)
	if err != nil {
		return nil
	}
	for _, o := range c.Options {
		if o.Name == option {
			out = seen.proposals(ctx, r, o, strings.TrimSpace(prefix))
		}
	}
	for i := range out {
		out[i].Name = short(out[i].Name, 100)
	}
	return out[:min(len(out), mostChoices)]
}

// proposals are the values of one option that begin with, or hold, prefix.
func (d *Desk) proposals(ctx context.Context, r Request, o Option, prefix string) []Choice {
	var all []Choice
	switch {
	case o.Kind == YesNo:
		all = []Choice{{"yes", "yes"}, {"no", "no"}}
	case o.Kind == One:
		all = o.Choices
	case o.Name == "wrong":
		return d.whoChoices(ctx, r, prefix)
	case slices.Contains([]string{"speaker", "into", "with"}, o.Name):
		return d.speakerChoices(ctx, prefix, strings.HasPrefix(r.Command, "speaker "))
	case o.Name == "command":
		for _, c := range table() {
			all = append(all, Choice{c.Name, c.Name})
		}
	case slices.Contains([]string{"watch", "digest", "zone", "clear", "languages", "outlets"}, o.Name):
		return d.watchProposals(ctx, r, o.Name, prefix)
	case o.Name == "outlet":
		return d.watchProposals(ctx, r, "outlets", prefix)
	case o.Name == "edit":
		edits, _ := d.Registry.Edits(ctx, 0, mostChoices)
		for _, e := range edits {
			if e.Undone.IsZero() {
				all = append(all, Choice{fmt.Sprintf("%d · %s: %s", e.ID, e.What, e.Speaker.Name), fmt.Sprint(e.ID)})
			}
		}
	case o.Name == "feed":
		fs, _ := d.Feeds.Feeds(ctx)
		for _, f := range fs {
			all = append(all, Choice{fmt.Sprintf("%d · %s", f.ID, feedName(f)), fmt.Sprint(f.ID)})
		}
	}
	return matching(all, prefix)
}

// speakerChoices are speakers on record whose names begin so, or where there are
// none those of whom it may be a misspelling; without a beginning there are none.
// Where numbers are taken, namesakes are told apart by them.
func (d *Desk) speakerChoices(ctx context.Context, prefix string, numbered bool) []Choice {
	if prefix == "" {
		return nil
	}
	found, err := d.Speakers.FindSpeakers(ctx, prefix, mostChoices)
	if err == nil && len(found) == 0 {
		found, err = d.alike(ctx, prefix)
	}
	if err != nil {
		return nil
	}
	var out []Choice
	named := map[string]int{}
	for _, s := range found {
		named[s.Name]++
	}
	for _, s := range found {
		if len([]rune(s.Name)) > 100 {
			continue
		}
		name := s.Name
		if s.Role != "" {
			name += ", " + short(s.Role, mostName)
		}
		value := s.Name
		if numbered && named[s.Name] > 1 {
			value = fmt.Sprint(s.ID) // two of one name
		}
		out = append(out, Choice{name, value})
	}
	return out
}

// matching keeps the choices whose name or value holds what was typed.
func matching(all []Choice, typed string) []Choice {
	want := text.Fold(typed)
	var out []Choice
	for _, c := range all {
		if strings.Contains(text.Fold(c.Name), want) || strings.HasPrefix(c.Value, typed) {
			out = append(out, c)
		}
	}
	return out
}
