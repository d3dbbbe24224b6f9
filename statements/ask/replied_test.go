package ask

import (
	"slices"
	"testing"
)

var replies = []piece{{"Fjord Wire", "https://fjordwire.example/grain", "2026-10-22", `Grain for Vell

Grain is short in the hills.

Mira Solheim spoke first. She asked that the grain be bought in the region.

In reply, Grace Note said that a third of it would be bought in Sedge. “Charity must not kill the market,” she said.

Grace Note also said the lamps would burn.`,
	`1|Mira Solheim|||| indirect|She|asked|that the grain be bought in the region
2|Grace Note|||| indirect|Grace Note|said|that a third of it would be bought in Sedge
3|Grace Note|||| indirect|Grace Note|said|the lamps would burn`}}

// Who is answered stands in the sentences before an answer.
func TestReplies(t *testing.T) {
	all := archived(t, replies)
	for question, want := range map[string][]int64{
		"what did Grace Note reply to Solheim?":  {2},
		"what did Grace Note reply to Andersen?": nil,
	} {
		var got []int64
		for _, a := range Rank(Parse(question, here), all).Answers {
			got = append(got, a.Found.Statement.ID)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s\n  gives %v, want %v", question, got, want)
		}
	}
}
