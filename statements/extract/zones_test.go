package extract

import "testing"

// What a publisher says of itself below an article is no statement.
func TestDisclaimers(t *testing.T) {
	for _, c := range []struct {
		line string
		want int
	}{
		{"Opinions expressed by contributors are their own, the publisher says.", 0},
		{"The views expressed in this article are those of its writers, the Courier stresses.", 0},
		{"Opinions in the parish are divided, the mayor says.", 1},
	} {
		if got := told("The mill\n\nThe mill is old.\n\n"+c.line, "en"); len(got) != c.want {
			t.Errorf("%s: got %q", c.line, got)
		}
	}
}
