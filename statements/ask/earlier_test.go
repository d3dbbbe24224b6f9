package ask

import (
	"slices"
	"testing"
)

// TestToldAsPast asks for what was said since a day: what a report of that day tells as
// past, and does not date, is of days before.
func TestToldAsPast(t *testing.T) {
	all := archived(t, []piece{{"Fjord Wire", "https://fjordwire.example/lamp", "2026-10-12", `The lamp

“The lamp will burn,” Mira Solheim said.

Solheim had warned that the lamp was old. “The lamp is a risk,” Solheim argued at the time. “The lamp is dear,” Solheim then added.`,
		`1|Mira Solheim||||direct|Mira Solheim|said|The lamp will burn
2|Mira Solheim||||indirect|Solheim|had warned|the lamp was old
3|Mira Solheim||||direct|Solheim|argued|The lamp is a risk
4|Mira Solheim||||direct|Solheim|added|The lamp is dear`}})
	for question, want := range map[string][]int64{
		"Solheim on the lamp since 10 October 2026": {1, 4},
		"Solheim on the lamp since June 2026":       {1, 2, 3, 4},
		"Solheim on the lamp until 20 October 2026": {1, 2, 3, 4},
	} {
		got := answering(question, all)
		slices.Sort(got)
		if !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", question, got, want)
		}
	}
}
