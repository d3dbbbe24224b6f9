package ask

import (
	"slices"
	"testing"
)

var speeches = []piece{{"Fjord Wire", "https://fjordwire.example/hall", "2026-10-20", `Speeches on the pier

Mira Solheim told the Harbour Court on Monday that the pier would cost a million crowns. “There is nothing left for lamps,” she said.

Anna Brandvold opened the season with a speech at the Rowing Club in Vell. A short pier, she said, would please only gulls.

Grace Note had left the Rowing Club at noon. Storms, she said in Vell, would break any pier.`,
	`1|Mira Solheim||2026-10-19||indirect|Mira Solheim|told|the pier would cost a million crowns
2|Mira Solheim||2026-10-19||direct|she|said|There is nothing left for lamps
3|Anna Brandvold||2026-10-18||indirect|she|said|A short pier … would please only gulls
4|Grace Note||2026-10-18||indirect|she|said|Storms … would break any pier`}}

// What was said at a place that has an article: said there, not about it.
func TestSaidAtThe(t *testing.T) {
	all := archived(t, speeches)
	for question, want := range map[string][]int64{
		"what did Solheim say in the Harbour Court":                     {1, 2},
		"what did Anna Brandvold say at the rowing club about the pier": {3},
		"what did Anna Brandvold say at the Rowing Club?":               {3},
		"what did Grace Note say at the rowing club?":                   nil, // she left it
	} {
		var got []int64
		for _, a := range Rank(Parse(question, here), all).Answers {
			got = append(got, a.Found.Statement.ID)
		}
		if slices.Sort(got); !slices.Equal(got, want) {
			t.Errorf("%s\n  gives %v, want %v", question, got, want)
		}
	}
}

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
		if got := len(Rank(Parse(question, here), all).Answers); got != want {
			t.Errorf("%s: %d answers, want %d", question, got, want)
		}
	}
}

// What else was said on the day is looked for, without the place, which an article names
// once.
func TestSameDay(t *testing.T) {
	all := archived(t, speeches)
	for question, want := range map[string][]string{
		"what did Solheim say in the Harbour Court": {"2026-10-19"},
		"what did Solheim say about lamps":          nil,
		"who spoke in the Harbour Court?":           nil,
	} {
		var got []string
		for _, q := range SameDay(Parse(question, here), all[:2]) {
			if len(q.Topic) > 0 || q.Since != q.Until {
				t.Errorf("%s looks for %v from %s until %s", question, q.Topic, q.Since, q.Until)
			}
			got = append(got, q.Since.String())
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s looks at %v, want %v", question, got, want)
		}
	}
}
