package handlers

import (
	"strings"

	"onrecord/statements"
	"onrecord/statements/lexicon"
	"onrecord/statements/text"
)

// sentence is one sentence of an article, and the number of its paragraph.
type sentence struct {
	statements.Span
	paragraph int
}

// sentencesOf cuts an article's text, without its headline, into sentences. A
// stop inside quotation marks ends none.
func sentencesOf(a statements.Article) []sentence {
	toks := text.Tokens(a.Text)
	inQuote := quoted(a.Text, toks)
	breaks := lexicon.For(language(a)).Breaks()
	var out []sentence
	at := 0
	for i, p := range text.Paragraphs(a.Text) {
		first := at
		for at < len(toks) && toks[at].Start < p.End {
			at++
		}
		if i == 0 || at == first {
			continue // the headline
		}
		for _, r := range text.Sentences(toks, text.Range{First: first, End: at}, breaks, inQuote) {
			s := statements.Span{Start: toks[r.First].Start, End: toks[r.End-1].End}
			out = append(out, sentence{s, i})
		}
	}
	return out
}

// quoted numbers the quotation that a token stands in, -1 for none. A line end
// closes what is open: a mark that lost its partner must not swallow the
// article.
func quoted(s string, toks []text.Token) func(int) int {
	in := make([]int, len(toks))
	open, n := false, 0
	for i, t := range toks {
		if i > 0 && strings.Contains(s[toks[i-1].End:t.Start], "\n") {
			open = false
		}
		was := open
		switch t.Lower {
		case "“", "«", "„":
			open = true
		case "”", "»":
			open = false
		case `"`:
			open = !open
		}
		if open && !was {
			n++
		}
		in[i] = -1
		if open || was {
			in[i] = n
		}
	}
	return func(i int) int { return in[i] }
}

// whole is the sentences that a statement touches: the first and the last.
func whole(ss []sentence, st statements.Statement) (first, last int, ok bool) {
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
	ss := sentencesOf(f.Article)
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

// language is the article's, or English where it is not known.
func language(a statements.Article) string {
	if a.Lang == "" {
		return "en"
	}
	return a.Lang
}
