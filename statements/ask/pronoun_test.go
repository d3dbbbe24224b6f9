package ask

import (
	"slices"
	"testing"
)

// resigning is an article in which a pronoun stands for who was named before it.
var resigning = []piece{{"Ostervik Post", "https://ostervikpost.example/resign", "2026-11-20", `Ferry minister stays

A storm took two piers.

The minister for ferries, Ada Lund, denied that she had slept through it. The piers were old. Nobody had looked at them.

Karl Moss of the Coast Party called for her to resign.

The bishop of Vell, Ole Grimsrud, praised the ferrymen. They had rowed all night. The harbour was dark. Ida Strand said that he should resign.`,
	`51|Karl Moss||2026-11-20||indirect|Karl Moss|called for|her to resign
52|Ida Strand||2026-11-20||indirect|Ida Strand|said|that he should resign`}}

func TestPronounForWhoIsTalkedAbout(t *testing.T) {
	all := archived(t, resigning)
	for question, want := range map[string][]int64{
		"who wants Lund to resign?":     {51},
		"who wants Grimsrud to resign?": {52},
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
