package handlers

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"onrecord/handlers/locales"
	"onrecord/statements"
)

// What came from outside is never Ours, whatever it came in, and stands in no
// slot but its own.
func TestRunsInAreOursWithNothingFromOutside(t *testing.T) {
	const hostile = "[a](b) (c): %s %[9]d \x000\x00 <@1>"
	name := Run{Text: hostile, Bold: true}
	flat := "[a](b) (c): %s %[9]d 0 <@1>"
	in := runsIn{locales.English}
	for what, tc := range map[string]struct{ got, want []Run }{
		"a run":             {in.Say("%s: %s left", name, 2), []Run{name, {Text: ": 2 left", Ours: true}}},
		"runs":              {in.Say("(%[2]s) %[1]s", "x", []Run{name, name}), []Run{{Text: "("}, name, name, {Text: ") x"}}},
		"a time":            {in.Say("%s after %s", name, 3*time.Hour), []Run{name, {Text: " after 3 h", Ours: true}}},
		"a string":          {in.Say("%s of %s", name, hostile), []Run{name, {Text: " of " + flat}}},
		"a sentence":        {in.Say("%s of %s", name, statements.Say("(%s)", hostile)), []Run{name, {Text: " of (" + flat + ")"}}},
		"a language":        {in.Say("%s in %s", name, statements.Language{Tag: "?", English: hostile}), []Run{name, {Text: " in " + flat}}},
		"a string, counted": {in.Count(2, "%s of %s", "%s of %s and %s", name, hostile), []Run{{Text: "2 of "}, name, {Text: " and " + flat}}},
	} {
		if diff := cmp.Diff(tc.want, tc.got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", what, diff)
		}
	}
}
