package handlers

import (
	"onrecord/statements"
	"onrecord/statements/gist"
)

// whole is the sentences that a statement touches: the first and the last.
func whole(ss []gist.Sentence, st statements.Statement) (first, last int, ok bool) {
	first = -1
	for i, s := range ss {
		touched := s.Overlaps(st.Cue) || s.Overlaps(st.Source) && st.Known != statements.ByPronoun
		for _, c := range st.Content {
			touched = touched || s.Overlaps(c)
		}
		if !touched {
			continue
		}
		if first < 0 {
			first = i
		}
		last = i
	}
	return first, last, first >= 0
}

// around is the sentence before a statement and the one after it.
func around(f statements.Found) []Run {
	ss := gist.Sentences(f.Article)
	first, last, ok := whole(ss, f.Statement)
	if !ok {
		return nil
	}
	var runs []Run
	if first > 0 {
		runs = append(runs, Run{Text: clip(ss[first-1].Of(f.Article.Text), mostContext) + " "})
	}
	runs = append(runs, Run{Text: "(the statement)", Italic: true, Ours: true})
	if last+1 < len(ss) {
		runs = append(runs, Run{Text: " " + clip(ss[last+1].Of(f.Article.Text), mostContext)})
	}
	if len(runs) == 1 {
		return nil
	}
	return runs
}
