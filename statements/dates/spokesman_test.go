package dates_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestSpokesmen dates what is said for a body.
func TestSpokesmen(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"its spokesman",
			"Boats\n\nThe ministry of boats said on Thursday that it was late. “It leaks,” its spokesman, Tom Rand, told reporters.\n\nIts spokesman, Karl Moss, said on television that it was dark.",
			"05 05 -"},
		{"a ministry spokesman, and the spokesman",
			"Boats\n\nIn a statement on Thursday, the Foreign Ministry called the boats “a joke”.\n\n“They leak,” a ministry spokesman said.\n\nIda Lund had praised the boats. “She will sink,” the spokesman said.\n\nKarl Moss said it was late.",
			"05 05 - 05 -"},
		{"a land, and the spokesman of its ministry",
			"Boats\n\nNorvania on Thursday rejected the plan as a joke.\n\n“They leak,” a Foreign Ministry spokesman in Sedge said in a statement.\n\nKarl Moss said it was late.",
			"05 05 -"},
		{"what the union did",
			"Boats\n\nThe boats are old. On Thursday the union sued the port. Its chairman, Tom Rand, said after filing the papers that it was late.\n\nThe union will sue the town on Thursday. Its lawyer, Karl Moss, said that it was dark.",
			"05 -"},
		{"the head of the union that leads",
			"Boats\n\nThe boats will not sail, their union said on Thursday, hours after a judge ordered them to wait.\n\n“They leak,” Anna Brandt, head of the Boat Hands Union, told cheering members.\n\nTom Rand, head of the Bakers' Union, said it was late.",
			"05 05 -"},
	} {
		if diff := cmp.Diff(c.want, days(c.text)); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
	}
}
