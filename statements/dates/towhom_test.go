package dates_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestToWhom dates what somebody urged others to do.
func TestToWhom(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"a day between whom and what to do",
			"Boats\n\nThe mayor, Anna Brandt, appealed to both sides on Wednesday to lend their boats.\n\nKarl Moss called on the town on Thursday to wait.",
			"04 05"},
		{"a day behind what to do",
			"Boats\n\nThe mayor, Anna Brandt, appealed to both sides to meet on Wednesday to lend their boats.\n\nKarl Moss called for a strike on Thursday to save the mill.",
			"- -"},
	} {
		if diff := cmp.Diff(c.want, days(c.text)); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
	}
}
