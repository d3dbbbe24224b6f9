package ask

import (
	"slices"
	"testing"

	"onrecord/statements"
)

// What WordNet has for a word counts less than the word, and beside another
// word that was asked for only.
func TestSynonymsOfWordNet(t *testing.T) {
	d := english()
	if own := "disciple"; !slices.Contains(d.loose["adher"], phrase(own)) {
		t.Fatalf("car has %v, not %s", d.loose["car"], own)
	}
	text := "Solheim speaks\n\nSolheim said that the automobile needs a harbour."
	said := "the automobile needs a harbour"
	from := len(text) - len(said) - 1
	f := statements.Found{SpeakerID: 1, Article: statements.Article{Title: "Solheim speaks", Text: text, Lang: "en"},
		Statement: statements.Statement{ID: 1, Speaker: "Mira Solheim", Kind: statements.Indirect, Confidence: 0.9,
			Source: statements.Span{Start: 16, End: 23}, Cue: statements.Span{Start: 24, End: 28}, Content: []statements.Span{{Start: from, End: from + len(said)}}}}
	for question, want := range map[string]int{
		"what did Solheim say about cars":                  1,
		"what did Solheim say about cars and the harbour":  1,
		"what did Solheim say about the harbour":           1,
		"what did Solheim say about cars and windmills":    0,
		"what did Solheim say about windmills":             0,
		"who spoke about cars":                             1,
		"what did Solheim say about electric cars in Vell": 0,
	} {
		if got := Rank(Parse(question, here), []statements.Found{f}); len(got.Answers) != want {
			t.Errorf("%s: %d answers, want %d", question, len(got.Answers), want)
		}
	}
}

func TestAnOwnSynonymIsNotLoose(t *testing.T) {
	d := english()
	for s, others := range d.loose {
		for _, o := range others {
			if slices.Contains(d.synonyms[s], o) || s == o {
				t.Errorf("%s has %s twice", s, o)
			}
		}
		if len(others) > mostLoose {
			t.Errorf("%s has %d synonyms", s, len(others))
		}
	}
}

// TestPhrases lets each word of a phrase bring its other names along, and a wide
// word the narrower ones, which do not bring the wide one.
func TestPhrases(t *testing.T) {
	has := func(question, words, stem string) bool {
		for _, term := range Parse(question, here).Topic {
			if term.Words == words {
				return slices.Contains(term.Stems, phrase(stem))
			}
		}
		return false
	}
	for _, c := range []struct {
		question, words, stem string
		want                  bool
	}{
		{"who spoke about job cuts?", "cuts", "redundancies", true},
		{"who spoke about job cuts?", "job", "redundancies", true},
		{"who spoke about haircuts?", "haircuts", "redundancies", false},
		{"who spoke about fruit?", "fruit", "peaches", true},
		{"who spoke about peaches?", "peaches", "fruit", false},
		{"who put them behind bars?", "bars", "in prison", true},
	} {
		if got := has(c.question, c.words, c.stem); got != c.want {
			t.Errorf("%s: %s has %s: %v", c.question, c.words, c.stem, got)
		}
	}
}
