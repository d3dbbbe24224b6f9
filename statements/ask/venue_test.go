package ask

import "testing"

// Where something was said is no topic of it.
func TestSaidThere(t *testing.T) {
	all := archived(t, []piece{{"Fjord Wire", "https://fjordwire.example/dock", "2026-11-20", `Night ferry goes on

"The crossing stays," Mira Solheim said.`, `1|Mira Solheim|Foreign Minister|2026-11-20|Vell|direct|Mira Solheim|said|The crossing stays`}})
	for question, want := range map[string]int{
		"solheim in vell":                      1,
		"solheim vell":                         1,
		"what did Solheim say about Vell?":     0,
		"Solheim on the Vell summit":           0,
		"what did Solheim say of the crossing": 1,
	} {
		q := Parse(question, here)
		if got := len(Rank(q, all).Answers); got != want {
			t.Errorf("%s: %d answers, want %d", question, got, want)
		}
	}
}
