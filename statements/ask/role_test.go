package ask

import "testing"

// TestUnlikeOffices tells an office from those beside and against it.
func TestUnlikeOffices(t *testing.T) {
	for _, c := range []struct {
		role, asked string
		want        bool
	}{
		{"Norvanian chancellor", "the chancellor", true},
		{"Harbour Party’s shadow chancellor", "the chancellor", false},
		{"shadow chancellor", "the shadow chancellor", true},
		{"deputy foreign minister", "the foreign minister", false},
		{"deputy foreign minister", "the deputy foreign minister", true},
		{"vice president of Norvania", "the president of Norvania", false},
	} {
		if got := Answers(c.role, c.asked); got != c.want {
			t.Errorf("%q is %q: %t", c.role, c.asked, got)
		}
	}
}
