package ask

import (
	"slices"
	"testing"
)

// TestWhoCalled asks who called somebody something: who speaks of them otherwise is no
// answer, and who calls for something is asked another thing.
func TestWhoCalled(t *testing.T) {
	all := archived(t, []piece{{"Fjord Wire", "https://fjordwire.example/court", "2026-10-12", `The court

Mira Solheim said the judges of the court and their crooks had closed the port.

Tor Birk hailed the four judges as heroes of the port.

Ann Lee called for an inquiry into the port and the judges. “There was a spill,” she said.`,
		`1|Mira Solheim||||indirect|Mira Solheim|said|the judges of the court and their crooks had closed the port
2|Tor Birk||||indirect|Tor Birk|hailed|the four judges as heroes of the port
3|Ann Lee||||indirect|Ann Lee|called for|an inquiry into the port and the judges`}})
	for question, want := range map[string][]int64{
		"who called the judges crooks?":                     {1},
		"who called the judges heroes?":                     {2},
		"who called for an inquiry into the judges' spill?": {3},
	} {
		got := answering(question, all)
		if !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", question, got, want)
		}
	}
}
