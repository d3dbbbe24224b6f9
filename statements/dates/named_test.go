package dates_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestNamed dates what somebody said whom the lead does not name.
func TestNamed(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"a leader of the lead who is named after it",
			"Dam is old\n\nA spokesman for the ferrymen complained yesterday that the dam was old.\n\n“It leaks,” Anna Brandt told reporters. She called it “a sieve”.\n\nKarl Moss said it was new.",
			"06 06 06 -"},
		{"a day that the lead leaves for later",
			"Dam is old\n\nThe dam will not be torn down before it leaks, its builder has said.\n\nAnna Brandt told the radio on Thursday that it was new.",
			"05 05"},
		{"what one of two said who speak together",
			"Dam is old\n\nAnna Brandt said on Thursday that the dam was old.\n\nIn a joint statement, Anna Brandt and Karl Moss said they would sue.",
			"05 05"},
		{"what two have told somebody else",
			"Dam is old\n\nAnna Brandt said on Thursday that the dam was old.\n\nAnna Brandt and Karl Moss told builders they would sue.",
			"05 -"},
		{"what two said on different days",
			"Dam is old\n\nAnna Brandt said on Thursday that the dam was old. Karl Moss said on Friday that it was new.\n\nIn a joint statement, Anna Brandt and Karl Moss said they would sue.",
			"05 06 -"},
		{"somebody else with an office",
			"Dam is old\n\nA spokesman for the ferrymen complained yesterday that the dam was old.\n\nThe mayor, Anna Brandt, told reporters it was new.",
			"06 -"},
		{"somebody whom the lead names",
			"Dam is old\n\nThe leader of the ferrymen complained yesterday that Anna Brandt was old.\n\nAnna Brandt told reporters it was new.",
			"06 -"},
		{"after another lead",
			"Dam is old\n\nThe leaders of the ferrymen complained yesterday that the dam was old.\n\nAnna Brandt told reporters it was new.",
			"06 -"},
	} {
		if diff := cmp.Diff(c.want, days(c.text)); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
	}
}
