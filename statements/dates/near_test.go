package dates_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestNear dates what a speaker says by what they say beside it.
func TestNear(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"a day of what is still to come",
			"Dam\n\nThe vote is expected before midnight on Thursday, but Karl Moss said that it was late.",
			"-"},
	} {
		if diff := cmp.Diff(c.want, days(c.text)); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
	}
}
