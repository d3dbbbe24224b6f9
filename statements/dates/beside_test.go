package dates_test

import (
	"strings"
	"testing"

	"onrecord/statements"
	"onrecord/statements/cues"
	"onrecord/statements/dates"
	"onrecord/statements/lexicon"
	"onrecord/statements/text"
)

// TestHad tells "had a dig", which is of the day of the report, from "had mocked".
func TestHad(t *testing.T) {
	const first = "The port is old, Anna Brandt said on Thursday. "
	for cue, dated := range map[string]bool{"had a dig": true, "had mocked": false} {
		src := first + "Brandt " + cue + " at the bakers."
		part := func(words string) statements.Span {
			at := strings.LastIndex(src, words)
			return statements.Span{Start: at, End: at + len(words)}
		}
		toks := text.Tokens(src)
		second := 0
		for toks[second].Start < len(first) {
			second++
		}
		build := func(r text.Range) cues.Sentence {
			return cues.Build(toks, r, nil, func(int) int { return -1 }, lexicon.For("en"))
		}
		r := dates.Report{Src: src, Published: statements.DateOf(published.Time),
			Sents: []cues.Sentence{build(text.Range{End: second}), build(text.Range{First: second, End: len(toks)})}}
		said := []dates.Utterance{
			{Speaker: "Anna Brandt", Source: part("Anna Brandt"), Cue: part("said"), Content: []statements.Span{part("The port is old")}, Frame: [][2]int{{5, 10}}},
			{Sentence: 1, Speaker: "Anna Brandt", Source: part("Brandt"), Cue: part(cue), Content: []statements.Span{part("at the bakers")}},
		}
		if r.Settle(said); said[0].Day.IsZero() || said[1].Day.IsZero() == dated {
			t.Errorf("%s: got %v and %v", cue, said[0].Day, said[1].Day)
		}
	}
}
