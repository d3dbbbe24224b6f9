package extract

import (
	"onrecord/statements"
	"onrecord/statements/coref"
	"onrecord/statements/cues"
	"onrecord/statements/dates"
	"onrecord/statements/lexicon"
	"onrecord/statements/quotes"
	"onrecord/statements/text"
)

// document is an article cut up once for all rules.
type document struct {
	src       string
	lex       *lexicon.Lexicon
	published statements.Date

	toks   []text.Token
	paras  []para
	quotes []quotes.Quote
	owner  []int32 // token -> quotation, or -1
	taken  []bool  // quotations that a statement has
	sents  []cues.Sentence
	done   []bool // sentences whose statement is complete
	cast   *coref.Cast
}

// para is one paragraph that is read.
type para struct {
	text.Range
	sents    text.Range // its sentences
	dateline dates.Dateline
	zone     zone
}

func open(a statements.Article) *document {
	d := &document{src: a.Text, lex: lexicon.For(language(a)), toks: text.Tokens(a.Text)}
	if !a.Published.IsZero() {
		d.published = statements.DateOf(a.Published.Time)
	}
	spans := text.Paragraphs(d.src)
	at := 0
	for _, sp := range spans {
		for at < len(d.toks) && d.toks[at].Start < sp.Start {
			at++
		}
		p := para{Range: text.Range{First: at, End: at}}
		for p.End < len(d.toks) && d.toks[p.End].Start < sp.End {
			p.End++
		}
		at = p.End
		if p.First < p.End {
			d.paras = append(d.paras, p)
		}
	}
	d.zones(a.Title)
	d.biography(a.Byline)
	d.scanQuotes()
	d.cut()
	d.done = make([]bool, len(d.sents))
	d.cast = coref.New(d.src, d.lex, d.sents)
	return d
}

// language gives the article's language, guessed from its letters and small
// words where nobody said.
func language(a statements.Article) string {
	if a.Lang != "" {
		return a.Lang
	}
	return lexicon.Guess(a.Text)
}

func (d *document) scanQuotes() {
	ranges := make([]text.Range, 0, len(d.paras))
	for _, p := range d.paras {
		ranges = append(ranges, p.Range)
	}
	d.quotes = quotes.Scan(d.src, d.toks, ranges)
	d.quotes = d.cutAtCues(d.quotes, ranges)
	d.owner = make([]int32, len(d.toks))
	for i := range d.owner {
		d.owner[i] = -1
	}
	for n, q := range d.quotes {
		for i := q.First; i < q.End; i++ {
			d.owner[i] = int32(n)
		}
	}
	d.taken = make([]bool, len(d.quotes))
}

// quoteAt gives the quotation of a token, or -1.
func (d *document) quoteAt(i int) int { return int(d.owner[i]) }

// cut makes the sentences of every paragraph that is read.
func (d *document) cut() {
	for n := range d.paras {
		p := &d.paras[n]
		p.sents.First = len(d.sents)
		if p.zone != boilerplate {
			p.dateline = dates.Read(d.src, d.toks, p.Range, d.published, d.lex)
			r := p.Range
			if p.dateline.End > 0 {
				r.First = p.dateline.End
			}
			r.First = dates.PastClock(d.src, d.toks, r)
			for _, sr := range text.Sentences(d.toks, r, d.lex.Breaks(), d.quoteAt) {
				s := cues.Build(d.toks, sr, d.quotes, d.quoteAt, d.lex)
				s.Para = n
				s.Headline = p.zone == heading
				for len(s.Items) > longestSentence {
					part := s
					part.Items, s.Items = s.Items[:longestSentence], s.Items[longestSentence:]
					d.sents = append(d.sents, part)
				}
				d.sents = append(d.sents, s)
			}
		}
		p.sents.End = len(d.sents)
	}
}

// longestSentence is how many items are read as one sentence: more is a table
// or a mistake of the page, and the limit keeps the time linear.
const longestSentence = 400

// first reports whether sentence n is the first of its paragraph.
func (d *document) first(n int) bool { return d.paras[d.sents[n].Para].sents.First == n }
