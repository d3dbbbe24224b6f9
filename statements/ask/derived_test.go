package ask

import (
	"slices"
	"strings"
	"testing"
)

// TestDerived holds the pairs of derived.txt to what they are for: each stands there
// once, and has words that no stem makes one.
func TestDerived(t *testing.T) {
	d := english()
	seen := map[string]bool{}
	for _, l := range lines("derived.txt") {
		words := strings.Split(l, ", ")
		if seen[l] {
			t.Errorf("%q stands there twice", l)
		}
		seen[l] = true
		first, apart := phrase(words[0]), false
		for _, w := range words[1:] {
			apart = apart || phrase(w) != first
			if phrase(w) != first && !slices.Contains(d.synonyms[first], phrase(w)) {
				t.Errorf("%q does not find %q", words[0], w)
			}
		}
		if !apart {
			t.Errorf("%q is one stem", l)
		}
	}
	all := archived(t, []piece{
		{"Fjord Wire", "https://fjordwire.example/a", "2026-10-12", "Quay\n\n“We shall never settle,” Mira Solheim said.", `1|Mira Solheim||2026-10-12|| direct|Mira Solheim|said|We shall never settle`},
	})
	if got := answering("what did Mira Solheim say about a settlement", all); !slices.Equal(got, []int64{1}) {
		t.Errorf("a settlement: %v", got)
	}
}
