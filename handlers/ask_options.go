package handlers

import (
	"context"
	"errors"
	"slices"
	"strings"

	"onrecord/handlers/locales"
	"onrecord/statements"
	"onrecord/statements/text"
	"onrecord/statements/watch"
)

// askedKinds are what kind of statement a question may be limited to.
var askedKinds = map[string][]statements.Kind{
	"verbatim": {statements.Direct}, "partly": {statements.Direct, statements.Mixed}, "reported": {statements.Indirect},
}

// narrow lets the options of a question win over its words.
func (d *Desk) narrow(ctx context.Context, query *statements.Query, q Question) error {
	if q.Speaker != "" {
		who, err := d.askedOf(ctx, q.Speaker)
		if err != nil {
			return err
		}
		query.Speakers, query.ReadAs = who, nil
	}
	if !blank(q.Outlet) {
		outlets, column, err := watch.ReadOutlets(oneLine(q.Outlet))
		if p := (*statements.Problem)(nil); errors.As(err, &p) {
			return &pointed{p, oneLine(q.Outlet), column}
		}
		query.Outlets = outlets
	}
	if q.Kind != "" {
		if query.Kinds = askedKinds[strings.ToLower(q.Kind)]; query.Kinds == nil {
			return &statements.Problem{Text: statements.Say("There is no kind ‘%s’ of statement.", short(q.Kind, mostName)), Hint: statements.Say("Write kind verbatim, partly or reported.")}
		}
	}
	return d.days(query, q.Since, q.Until)
}

// askedOf are those whom the option speaker means: by a number one on record, by
// a name all who bear it, or else the name as it was typed.
func (d *Desk) askedOf(ctx context.Context, typed string) ([]statements.Speaker, error) {
	if _, ok := speakerNumber(typed); ok {
		one, err := d.theOne(ctx, locales.Tongue{}, typed)
		return []statements.Speaker{one}, err
	}
	meant, _, err := d.speaker(ctx, typed)
	return meant, err
}

// kindWord is the kind that a question asks for; "" if it takes any.
func kindWord(in locales.Tongue, q statements.Query) string {
	switch {
	case slices.Equal(q.Kinds, askedKinds["verbatim"]):
		return in.Say("verbatim")
	case slices.Equal(q.Kinds, askedKinds["partly"]):
		return in.Say("at least partly verbatim")
	case slices.Equal(q.Kinds, askedKinds["reported"]):
		return in.Say("reported")
	}
	return ""
}

// Unheard is an outlet that was asked for and that no article is from, with those
// on record whose names are like it.
type Unheard struct {
	Name string
	Near []string
}

// mostOutlets is how many outlets are named at most: among more, one may be there
// and not be named.
const mostOutlets = 2000

// unheard are the outlets of a question that nothing on record is from. Of a host
// that is not known: articles are kept under names.
func (d *Desk) unheard(ctx context.Context, q statements.Query) ([]Unheard, error) {
	if len(q.Outlets) == 0 {
		return nil, nil
	}
	names, err := d.outlets(ctx)
	if err != nil || len(names) >= mostOutlets {
		return nil, err
	}
	var out []Unheard
	for _, o := range q.Outlets {
		is := func(name string) bool { return text.Fold(name) == text.Fold(o) }
		if !strings.Contains(o, ".") && !slices.ContainsFunc(names, is) {
			out = append(out, Unheard{o, outletsLike(names, o)})
		}
	}
	return out, nil
}

// outletsLike are the names that hold what was typed, are held by it, or are a
// slip away.
func outletsLike(names []string, typed string) []string {
	want := text.Fold(typed)
	var out []string
	for _, name := range names {
		have := text.Fold(name)
		if have != "" && (strings.Contains(have, want) || strings.Contains(want, have) || keysApart(have, want) <= 2) {
			out = append(out, short(name, mostName))
		}
	}
	return out
}

// unheardLines say which outlets are not on record.
func unheardLines(in locales.Tongue, list []Unheard) []Block {
	var out []Block
	for _, u := range list {
		line := in.Say("No outlet called ‘%s’ is on record", short(u.Name, mostName))
		if len(u.Near) > 0 {
			line = in.Say("%s. Near it: %s", line, in.List(u.Near, 3))
		}
		out = append(out, Block{Look: Small, Runs: []Run{{Text: line}}})
	}
	return out
}
