package dates_test

import (
	"strings"
	"testing"
	"time"

	"onrecord/statements"
	"onrecord/statements/cues"
	"onrecord/statements/dates"
	"onrecord/statements/lexicon"
	"onrecord/statements/text"
)

// TestOuter dates the news of a lead by who announced it behind, where whom the news is
// about was taken for its source.
func TestOuter(t *testing.T) {
	for behind, want := range map[string]statements.Date{
		"Trade Minister Anna Brandt announced on Thursday, in a step backed by Elm.":     {Year: 2026, Month: time.March, Day: 5},
		"Trade Minister Anna Brandt announced late Thursday, in a step backed by Elm.":   {Year: 2026, Month: time.March, Day: 5},
		"Trade Minister Anna Brandt had announced on Thursday, in a step backed by Elm.": {},
		"a plan that Trade Minister Anna Brandt announced on Thursday.":                  {},
	} {
		r, part := reported("Norway has asked the league to lend it boats, " + behind)
		said := []dates.Utterance{{Speaker: "Norway", Source: part("Norway"), Cue: part("has asked"), Content: []statements.Span{part("the league to lend it boats")}}}
		if r.Settle(said); said[0].Day != want {
			t.Errorf("%s: got %v, want %v", behind, said[0].Day, want)
		}
	}
}

// TestPointing has a day in what the paper adds of what was spoken about.
func TestPointing(t *testing.T) {
	for behind, want := range map[string]statements.Date{
		"said on Monday.": {Year: 2026, Month: time.March, Day: 2},
		"said, referring to a dam that had broken on Monday.":           {},
		"said on Monday, referring to a dam that had broken on Sunday.": {Year: 2026, Month: time.March, Day: 2},
	} {
		r, part := reported("Rain is no excuse, Anna Brandt " + behind)
		said := []dates.Utterance{{Speaker: "Anna Brandt", Source: part("Anna Brandt"), Cue: part("said"), Content: []statements.Span{part("Rain is no excuse")}, Frame: [][2]int{{4, len(r.Sents[0].Items)}}}}
		if r.Settle(said); said[0].Day != want {
			t.Errorf("%s: got %v, want %v", behind, said[0].Day, want)
		}
	}
}

// reported is a report of one sentence, and where words stand in it.
func reported(src string) (r dates.Report, part func(words string) statements.Span) {
	toks := text.Tokens(src)
	s := cues.Build(toks, text.Range{End: len(toks)}, nil, func(int) int { return -1 }, lexicon.For("en"))
	r = dates.Report{Src: src, Sents: []cues.Sentence{s}, Published: statements.DateOf(published.Time)}
	return r, func(words string) statements.Span {
		at := strings.Index(src, words)
		return statements.Span{Start: at, End: at + len(words)}
	}
}
