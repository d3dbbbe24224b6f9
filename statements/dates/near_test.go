package dates_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestNear dates what a speaker says by what they say beside it.
func TestNear(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"a day that comes right after",
			"Dam\n\nMayor Anna Brandt called the dam “a sieve”.\n\n“It leaks,” Brandt told reporters on Thursday.",
			"05 05"},
		{"a day that comes further down",
			"Dam\n\nMayor Anna Brandt called the dam “a sieve”.\n\nThe bakers have left.\n\nThe town is dry.\n\nBrandt told reporters on Thursday that it was late.",
			"- 05"},
		{"a day that is set against what comes before",
			"Dam\n\nMayor Anna Brandt said the dam was “a sieve”. But in a statement on Thursday, Brandt said that it was new.",
			"- 05"},
		{"a day of what is still to come",
			"Dam\n\nThe vote is expected before midnight on Thursday, but Karl Moss said that it was late.",
			"-"},
	} {
		if diff := cmp.Diff(c.want, days(c.text)); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
	}
}
