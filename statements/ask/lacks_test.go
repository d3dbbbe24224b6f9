package ask

import (
	"slices"
	"testing"
)

// TestLacksName asks with a name that no statement has: what was said of another place, or
// of another body, is no answer however much else it has.
func TestLacksName(t *testing.T) {
	all := archived(t, []piece{
		{"Fjord Wire", "https://fjordwire.example/a", "2026-10-12", "Tolls\n\n“We want higher tolls on boats from Elmland,” Mira Solheim said.", `1|Mira Solheim||2026-10-12|| direct|Mira Solheim|said|We want higher tolls on boats from Elmland`},
	})
	for question, want := range map[string][]int64{
		"what did Mira Solheim say about higher tolls on boats from Elmland": {1},
		"what did Mira Solheim say about higher tolls on boats from Norway":  nil,
		"who wants higher tolls on boats from Norway":                        nil,
		"what did Mira Solheim say about higher tolls":                       {1},
		"What Did Mira Solheim Say About Higher Tolls on Big Boats":          {1},
	} {
		if got := answering(question, all); !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", question, got, want)
		}
	}
}
