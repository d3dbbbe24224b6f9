package ask

import (
	"slices"
	"testing"
)

var replies = []piece{{"Fjord Wire", "https://fjordwire.example/barley", "2026-10-22", `Barley for Vell

Barley is short in the hills.

Mira Solheim spoke first. She asked that the barley be grown at home.

In reply, Grace Note said that some of it would come from Sedge. “We have mills enough,” she said.

Grace Note also said the lamps would burn.`,
	`1|Mira Solheim|||| indirect|She|asked|that the barley be grown at home
2|Grace Note|||| indirect|Grace Note|said|that some of it would come from Sedge
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
