package handlers

import (
	"strings"
	"testing"
	"time"

	"onrecord/handlers/locales"
	"onrecord/statements"
)

// lines is what stands in a card's field, a line a block.
func lines(c Card, field string) []string {
	var out []string
	for _, f := range c.Fields {
		for _, b := range f.Body {
			if f.Name == field {
				out = append(out, textOf(b.Runs))
			}
		}
	}
	return out
}

func TestLastSaid(t *testing.T) {
	now := time.Date(2026, 11, 21, 9, 18, 0, 0, time.UTC)
	earlier := func(id int64, words string, day int) statements.Found {
		f := of(id, "Wire", words, time.Date(2026, 11, day, 20, 0, 0, 0, time.UTC))
		f.Statement.SaidOn = statements.Date{Year: 2026, Month: 11, Day: day}
		return f
	}
	doubted := earlier(5, "The minister said so", 12)
	doubted.Statement.Confidence = 0.5
	reported := earlier(6, "the quota should follow the survey", 14)
	reported.Statement.Kind, reported.Statement.Verbatim = statements.Indirect, nil
	unsaid := earlier(7, "We wait", 3)
	unsaid.Statement.SaidOn = statements.Date{}
	long := earlier(8, strings.Repeat("herring ", 40)+"all", 2)
	dateless := unsaid
	dateless.Article.Published = statements.Moment{}

	for name, c := range map[string]struct {
		before []statements.Found
		want   []string
	}{
		"newest first": {[]statements.Found{earlier(2, "One", 2), earlier(3, "Two", 9), earlier(4, "Three", 5)},
			[]string{"9 Nov 2026 “Two” Wire", "5 Nov 2026 “Three” Wire", "2 Nov 2026 “One” Wire"}},
		"the three that come first": {[]statements.Found{earlier(2, "One", 1), earlier(3, "Two", 2), earlier(4, "Three", 3), earlier(9, "Four", 4)},
			[]string{"3 Nov 2026 “Three” Wire", "2 Nov 2026 “Two” Wire", "1 Nov 2026 “One” Wire"}},
		"what is doubtful is left out": {[]statements.Found{doubted, earlier(3, "Two", 9)}, []string{"9 Nov 2026 “Two” Wire"}},
		"reported":                     {[]statements.Found{reported}, []string{"14 Nov 2026 the quota should follow the survey · Wire · reported"}},
		"the day is not known":         {[]statements.Found{unsaid, dateless}, []string{"published 3 Nov 2026 “We wait” Wire"}},
		"cut":                          {[]statements.Found{long}, []string{"2 Nov 2026 “" + strings.TrimSpace(strings.Repeat("herring ", 18)) + " […]” Wire"}},
		"none":                         {nil, nil},
	} {
		first := of(1, "Courier", "We will not sign", now)
		d := statements.Delivery{ID: "d", Before: c.before, Entries: []statements.Entry{{Found: []statements.Found{first}, Article: first.Article}}}
		if got := lines(AlertCard(locales.English, d, now, time.UTC), "Last said on this"); strings.Join(got, "\n") != strings.Join(c.want, "\n") {
			t.Errorf("%s: got %q, want %q", name, got, c.want)
		}
	}
}
