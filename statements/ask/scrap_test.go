package ask

import (
	"slices"
	"testing"
)

var scraps = []piece{{"Fjord Wire", "https://fjordwire.example/funds", "2026-10-23", `Harbour funds missing

The funds of the harbour are missing. Grace Note, who kept them, refused all interviews.

Pell Andersen promised refunds.`,
	`1|Grace Note|||| indirect|Grace Note|refused|all interviews
2|Pell Andersen|||| indirect|Pell Andersen|promised|refunds`}}

// A word of somebody's answers where it was asked for, not where the headline has what was.
func TestScraps(t *testing.T) {
	all := archived(t, scraps)
	for question, want := range map[string][]int64{
		"what did Grace Note say about the missing harbour funds?": nil,
		"what did Andersen say about refunds?":                     {2},
		"what did Grace Note refuse?":                              {1},
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
