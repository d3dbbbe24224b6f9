package watch

import (
	"testing"

	"onrecord/statements"
)

// Two servers watch one name, and the reviewers of one of them know it by
// another name too: the other's watch does not.
func TestNamesOfOneServerAreNoOthers(t *testing.T) {
	set := Compile([]statements.Watch{
		{ID: 1, Server: "a", Speaker: "Mira Solheim"},
		{ID: 2, Server: "b", Speaker: "Mira Solheim", Also: []string{"Iron Mira"}},
		{ID: 3, Server: "c", Speaker: "Mira Solheim", Not: []string{"M. Solheim"}},
		{ID: 4, Server: "d", Speaker: "Mira Solheim"},
		{ID: 5, Server: "e", Speaker: "Mira Solheim", Also: []string{"Iron Mira"}},
	})
	a := statements.Article{Lang: "en", Text: "Talks stall\n\nThe quay is open."}
	for name, want := range map[string][]int64{
		"Iron Mira": {2, 5}, "M. Solheim": {1, 2, 4, 5}, "Mira Solheim": {1, 2, 3, 4, 5}, "Pell Andersen": nil,
	} {
		st := statements.Statement{Speaker: name, Known: statements.ByName, Kind: statements.Direct, Content: []statements.Span{{Start: 13, End: 29}}, Confidence: 0.9}
		var got []int64
		for _, al := range set.Match(a, []statements.Statement{st}, false) {
			got = append(got, al.Watch.ID)
		}
		if len(got) != len(want) {
			t.Errorf("%s alerts %v, want %v", name, got, want)
			continue
		}
		for i := range got {
			if got[i] != want[i] {
				t.Errorf("%s alerts %v, want %v", name, got, want)
			}
		}
	}
}
