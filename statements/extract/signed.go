package extract

import (
	"onrecord/statements"
	"onrecord/statements/cues"
	"onrecord/statements/sources"
	"onrecord/statements/text"
)

// cuesOf makes a sentence of the tokens [first, end) without quotations.
func cuesOf(d *document, first, end int) cues.Sentence {
	return cues.Build(d.toks, text.Range{First: first, End: end}, nil, func(int) int { return -1 }, d.lex)
}

// signed reads a quotation with its speaker after a dash, in the same
// paragraph or in a line of its own: “It is late.” — Ann Lee
func (d *document) signed() []draft {
	var out []draft
	for n := range d.paras {
		p := &d.paras[n]
		if p.sents.First == p.sents.End || d.done[p.sents.First] {
			continue
		}
		q := d.quoteAt(p.First)
		at := p.First
		if q >= 0 && !d.quotes[q].Unclosed {
			at = d.quotes[q].End
		} else if q < 0 && n > 0 && dash(d.toks[at]) {
			if prev := d.paras[n-1]; prev.sents.First < prev.sents.End {
				q = d.quoteAt(prev.First)
				if q >= 0 && d.quotes[q].End < prev.End-1 {
					q = -1
				}
			}
		} else {
			continue
		}
		if q < 0 || at >= p.End || !dash(d.toks[at]) || p.End-at > 16 || d.taken[q] {
			continue
		}
		if dr, ok := d.signature(p, q, at); ok {
			out = append(out, dr)
			d.taken[q] = true
			d.finishPara(p)
		}
	}
	return out
}

func dash(t text.Token) bool {
	switch t.Lower {
	case "—", "–", "―", "--", "-":
		return true
	}
	return false
}

// signature makes the draft of quotation q, signed by the tokens after the
// dash.
func (d *document) signature(p *para, q, at int) (draft, bool) {
	s := cuesOf(d, at+1, p.End)
	whole, head, ok := sources.Right(&s, 0)
	if !ok || whole.End < s.Last() {
		return draft{}, false
	}
	ph := sources.Parse(d.src, &s, whole, head)
	sp, fine := d.inner(q)
	if ph.Name == "" && ph.Role == "" || !fine {
		return draft{}, false
	}
	return draft{sent: p.sents.First, rule: "signed", sourced: true, source: ph, cue: d.toks[at].Span, content: []statements.Span{sp}}, true
}
