package speakers

import "testing"

func TestByHand(t *testing.T) {
	for _, c := range []struct {
		typed, name string
		want        bool
	}{
		{"Solhem", "Mira Solheim", true},   // left out
		{"Sollheim", "Mira Solheim", true}, // doubled
		{"Solhiem", "Mira Solheim", true},  // swapped
		{"Slokheim", "Mira Solheim", false},
		{"Solhwim", "Mira Solheim", true},       // a neighbouring key instead
		{"Solkheim", "Mira Solheim", true},      // and with it
		{"Akterberg", "Bruno Achterberg", true}, // one sound
		{"Makron", "Emil Macron", true},
		{"Birks", "Tor Birk", true}, // an apostrophe is left out
		{"Adeli", "Noor Haddeli", true},
		{"Zhnag", "Zhang Lei", true},
		// near misses
		{"Brenner", "Angelique Brunner", false},
		{"Hamady", "Ayo Amadi", false},
		{"Ferrol", "Ida Ferro", false},
		{"Grell", "Tom Green", false},
		{"Scand", "Ivo Sand", false},
		{"Solhtim", "Mira Solheim", false},
		{"Marchetti", "Mira Solheim", false},
		{"", "Mira Solheim", false},
		{"Solheim", "?!", false},
	} {
		if got := ByHand(c.typed, c.name); got != c.want {
			t.Errorf("%q is typed or heard for %q: %v", c.typed, c.name, got)
		}
	}
}
