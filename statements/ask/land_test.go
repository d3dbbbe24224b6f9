package ask

import (
	"slices"
	"strings"
	"testing"

	"onrecord/statements"
)

// abroad is an article with officials of lands that the lexicon knows, all of them
// invented people.
var abroad = []piece{{"Fjord Wire", "https://fjordwire.example/seized", "2026-11-20", `Trawler seized off Vell

VELL, Nov 20 - The seizure of the trawler was "an act of piracy", Norway's fisheries minister, Tone Askeland, said on Friday.

State Department spokesman Rex Tollner said the seizure was a matter for the courts.

Germany's former ambassador Ute Brinkholt called the seizure a farce. Former White House spokeswoman Ann Orrel said the seizure was old news. Brussels had no comment, the Belgian foreign minister, Luc Wouterse, said of the seizure.

Ida Falk, president of the Shipowners' League, said the seizure would cost the League money. The owner's lawyer in Oslo, Per Vinje, said the seizure would be appealed. Ove Torvik, deputy head of the IAEA's survey mission, said the seizure had cost him a boat.

Russian presidential spokesman Ilya Vantreight said the seizure was no surprise, and the Russian transport minister, Oleg Brand, said the seizure was late.`,
	`31|Tone Askeland|Norway's fisheries minister|2026-11-20||mixed|Tone Askeland|said|The seizure of the trawler was "an act of piracy"
32|Rex Tollner|State Department spokesman|||indirect|Rex Tollner|said|the seizure was a matter for the courts
33|Ute Brinkholt|Germany's former ambassador|||indirect|Ute Brinkholt|called|the seizure a farce
36|Ann Orrel|Former White House spokeswoman|||indirect|Ann Orrel|said|the seizure was old news
34|Luc Wouterse|Belgian foreign minister|||indirect|Luc Wouterse|said|Brussels had no comment
37|Ida Falk|president of the Shipowners' League|||indirect|Ida Falk|said|the seizure would cost the League money
35|Per Vinje|lawyer|||indirect|Per Vinje|said|the seizure would be appealed
38|Ove Torvik|deputy head of the IAEA's survey mission|||indirect|Ove Torvik|said|the seizure had cost him a boat
39|Ilya Vantreight|Russian presidential spokesman|||indirect|Ilya Vantreight|said|the seizure was no surprise
40|Oleg Brand|Russian transport minister|||indirect|Oleg Brand|said|the seizure was late`}}

func TestLandsAreAnsweredByTheirOfficials(t *testing.T) {
	all := archived(t, abroad)
	for question, want := range map[string][]int64{
		"what did Norway say about the seizure?":                 {31},
		"what does Oslo think of the seizure":                    {31},
		"what did the Kremlin say about the seizure?":            {39}, // the president's, and no other minister's
		"what did Washington say about the seizure?":             {32},
		"what did Berlin say about the seizure?":                 nil,  // an ambassador no more
		"what did Brussels say about the seizure?":               nil,  // the Union's seat, and no word for Belgium
		"what did the Shipowners' League say about the seizure?": {37}, // its president
		"iaea on the seizure":                                    {38}, // a body, in small letters
		"nato on the seizure":                                    nil,
		"what did the Pilots' League say about the seizure?":     nil,
		"what did Sweden say about the seizure?":                 nil,
		"what did Norway say about the weather in Vell?":         nil,
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

var talks = []piece{{"Fjord Wire", "https://fjordwire.example/talks", "2026-11-18", `Talks to open in Vell

VELL, Nov 18 - Norway ruled out a vote while the hall is being painted.

In Oslo, Norwegian Foreign Ministry spokeswoman Tone Askeland spoke on Wednesday. "We will come to Vell if there is coffee," she said.

Norway agreed to give the skippers more time. Finance Minister Ida Falk denied that anybody had leaned on the bank. Former Finance Minister Per Vinje said the bank had been leaned on.`,
	`41|Norway|||| indirect|Norway|ruled out|a vote while the hall is being painted
42|Tone Askeland|Norwegian Foreign Ministry spokeswoman|2026-11-18||direct|she|said|We will come to Vell if there is coffee
43|Norway|||| indirect|Norway|agreed|to give the skippers more time
44|Ida Falk|Finance Minister|||indirect|Ida Falk|denied|that anybody had leaned on the bank
45|Per Vinje|Former Finance Minister|||indirect|Per Vinje|said|the bank had been leaned on`}}

// A land's own words come first, those of its officials where it says nothing of what
// was asked.
func TestALandsOwnWords(t *testing.T) {
	all := archived(t, talks)
	for question, want := range map[string][]int64{
		"did Norway say it would come to Vell?":              {42},
		"did oslo grant the skippers extra time?":            {43}, // its capital, in small letters
		"did Norway rule out a vote in the painted hall":     {41},
		"did Norway's government put pressure on the bank?":  {44}, // its minister
		"did Iceland's government put pressure on the bank?": nil,
	} {
		ranked := Rank(Parse(question, here), all)
		var got []int64
		for _, a := range ranked.Answers {
			got = append(got, a.Found.Statement.ID)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s\n  gives %v, want %v", question, got, want)
		}
		if thin := len(want) == 0 || want[0] == 42 || want[0] == 44; ranked.Thin != thin {
			t.Errorf("%s: thin %v, want %v", question, ranked.Thin, thin)
		}
	}
}

// A body's name may end an article, and be a land's.
func TestBodyOfLandAtTheEnd(t *testing.T) {
	f := statements.Found{Statement: statements.Statement{Speaker: "Sweden"},
		Article: statements.Article{Title: "Norway waits", Text: "Norway waits\n\nNorway waited. The friends Sweden came to Norway, not to Sweden"}}
	for _, description := range []string{"Norway's cabinet", "Norway's friends Sweden"} {
		if got := bodyOfLand(f, description); got != (description != "Norway's cabinet") {
			t.Errorf("%s: %v", description, got)
		}
	}
}

// An office or a body without a land speaks for the one in whose capital the sentence has it.
func TestInItsCapital(t *testing.T) {
	f := func(sentence, source string) statements.Found {
		body := "Talks fail\n\n" + sentence
		return statements.Found{Article: statements.Article{Text: body}, Statement: statements.Statement{Speaker: source, Source: statements.Span{Start: strings.Index(body, source), End: strings.Index(body, source) + len(source)}}}
	}
	for _, c := range []struct {
		sentence, source, land string
		want                   bool
	}{
		{"It rained. In Minsk, the foreign ministry voiced hope.", "the foreign ministry", "belarus", true},
		{"In Minsk, the foreign ministry voiced hope.", "the foreign ministry", "russia", false},
		{"In Minsk, the baker voiced hope.", "the baker", "belarus", false},
		{"In Minsk on Monday, after talks, the foreign ministry voiced hope.", "the foreign ministry", "belarus", false},
		{"The talks were in Minsk, the foreign ministry said.", "the foreign ministry", "belarus", false},
	} {
		if got := inItsCapital(c.land, f(c.sentence, c.source)); got != c.want {
			t.Errorf("%s: %s for %s: %v", c.sentence, c.source, c.land, got)
		}
	}
}
