package ask

import (
	"slices"
	"testing"
)

var pumps = []piece{{"Fjord Wire", "https://fjordwire.example/pumps", "2026-11-20", `Pumps failed

Harbour chief Ida Falk said nobody had warned her. “You slept,” skipper Jon Berg shouted at Falk. “You should resign.”

Councillor Per Vinje turned on the mayor instead. “The mayor must resign at once,” he said.

Mayor Anna Brandvold said she would stay.`,
	`3|Ida Falk|Harbour chief|||indirect|Ida Falk|said|nobody had warned her
1|Jon Berg|skipper|||direct|Jon Berg|shouted|You should resign.
2|Per Vinje|Councillor|||direct|he|said|The mayor must resign at once`}}

// Who is told to go is not anybody.
func TestUrged(t *testing.T) {
	all := archived(t, pumps)
	for question, want := range map[string][]int64{
		"who called on Ida Falk to resign?":       {1},
		"who called on the mayor to resign?":      {2},
		"who called on Anna Brandvold to resign?": nil,
	} {
		got := answering(question, all)
		if slices.Sort(got); !slices.Equal(got, want) {
			t.Errorf("%s\n  gives %v, want %v", question, got, want)
		}
	}
}

// Of two themes each is asked for.
func TestTwoThemes(t *testing.T) {
	all := archived(t, []piece{{"Fjord Wire", "https://fjordwire.example/two", "2026-11-20", `Solheim speaks

Mira Solheim was wary of a minority cabinet. New polls, Mira Solheim said, would be better. Mira Solheim praised the search for the boat.`,
		`1|Mira Solheim||||indirect|Mira Solheim|was wary of|a minority cabinet
2|Mira Solheim||||indirect|Mira Solheim|said|New polls … would be better
3|Mira Solheim||||indirect|Mira Solheim|praised|the search for the boat`}})
	for question, want := range map[string][]int64{
		"solheim on new polls and a minority cabinet": {1, 2},
	} {
		got := answering(question, all)
		if slices.Sort(got); !slices.Equal(got, want) {
			t.Errorf("%s\n  gives %v, want %v", question, got, want)
		}
	}
}
