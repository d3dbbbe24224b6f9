package dates_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestTalked dates what those said who spoke with each other.
func TestTalked(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"the two",
			"Dam\n\nMayor Anna Brandt held talks on Thursday with the chief of the bakers, Karl Moss.\n\nThe two neighbours agreed that the dam was old.",
			"05"},
		{"both, after a call",
			"Dam\n\nMayor Anna Brandt had a long conversation yesterday with Karl Moss. Both mayors said that the dam was old.",
			"06"},
		{"one of them",
			"Dam\n\nMayor Anna Brandt telephoned Karl Moss, the chief of the bakers, on Thursday. The dam was old. Moss told her that it leaked.\n\nIda Lund said that it was new.",
			"05 -"},
		{"a talk that is still to come",
			"Dam\n\nMayor Anna Brandt will hold talks on Thursday with the chief of the bakers, Karl Moss.\n\nThe two neighbours agreed that the dam was old.",
			"-"},
		{"two others",
			"Dam\n\nMayor Anna Brandt spoke on Thursday with the bakers. Two weeks ago the two mayors agreed that the dam was old.",
			"-"},
	} {
		if diff := cmp.Diff(c.want, days(c.text)); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
	}
}
