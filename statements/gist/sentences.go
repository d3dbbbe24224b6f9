package gist

import (
	"strings"

	"onrecord/statements"
	"onrecord/statements/lexicon"
	"onrecord/statements/text"
)

// Sentence is one sentence of an article, and the number of its paragraph.
type Sentence struct {
	statements.Span
	Paragraph int
}

// Sentences cuts an article's text, without its headline, into sentences. A
// stop inside quotation marks ends none. The text of an unknown language is cut
// as English.
func Sentences(a statements.Article) []Sentence {
	toks := text.Tokens(a.Text)
	inQuote := quoted(a.Text, toks)
	breaks := lexicon.For(known(a.Lang)).Breaks()
	var out []Sentence
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
			out = append(out, Sentence{s, i})
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
