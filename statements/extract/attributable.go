package extract

import (
	"onrecord/statements"
	"onrecord/statements/sources"
)

// attributable reads what a press release quotes below a line that says whose words they
// are, "Quotes attributable to Minister Lee:": each quoted paragraph up to the next one that
// is none. All below one line are one statement.
func (d *document) attributable() []draft {
	var out []draft
	for n := range d.paras {
		p := &d.paras[n]
		at, ok := d.attributableTo(p)
		if !ok {
			continue
		}
		s := cuesOf(d, at, p.End)
		whole, head, ok := sources.Right(&s, 0)
		if !ok {
			continue
		}
		dr := draft{sent: p.sents.First, until: p.sents.First, rule: "attributable to", sourced: true, source: sources.Parse(d.src, &s, whole, head),
			cue: statements.Span{Start: d.toks[at-2].Start, End: d.toks[at-1].End}}
		for k := n + 1; k < len(d.paras); k++ {
			next := &d.paras[k]
			q := d.quoteAt(next.First)
			if q < 0 || d.quoteAt(next.End-1) != q || next.sents.First == next.sents.End {
				break
			}
			if sp, ok := d.inner(q); ok {
				dr.content, dr.until = append(dr.content, sp), next.sents.End-1
			}
		}
		if len(dr.content) == 0 || dr.source.Name == "" && dr.source.Role == "" {
			continue
		}
		for k := n; k <= n+len(dr.content); k++ {
			d.finishPara(&d.paras[k])
		}
		out = append(out, dr)
	}
	return out
}

// attributableTo gives the token at which the name begins in a line that says whose the
// quotations below it are.
func (d *document) attributableTo(p *para) (int, bool) {
	if p.sents.First == p.sents.End || p.End-p.First > longestLabel+6 || d.lex.Lang != "en" {
		return 0, false
	}
	for i := p.First + 1; i+2 < p.End; i++ {
		if d.toks[i].Lower == "attributable" && d.toks[i+1].Lower == "to" {
			return i + 2, d.toks[p.End-1].Lower == ":" || d.toks[p.End-1].Cap
		}
	}
	return 0, false
}
