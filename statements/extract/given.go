package extract

import (
	"onrecord/statements/lexicon"
	"onrecord/statements/sources"
)

// given reads a page that is one person's words from end to end, "Statement by
// President Ann Lee on the ferry": its paragraphs from the first to the last
// that speak in the first person, two at least.
func (d *document) given() []draft {
	dr, ok := d.givenBy()
	if !ok {
		return nil
	}
	first, end, own := 0, 0, 0
	for n := 1; n < len(d.paras); n++ {
		if p := &d.paras[n]; p.zone != boilerplate && p.sents.First < p.sents.End && d.firstPerson(p) {
			if own == 0 {
				first = n
			}
			own++
			end = n + 1
		}
	}
	if own < 2 || 2*own < end-first {
		return nil
	}
	for n := first; n < end; n++ {
		if p := &d.paras[n]; p.zone != boilerplate {
			dr.content = append(dr.content, d.trimmed(p.First, p.End))
			d.finishPara(p)
		}
	}
	d.done[0] = true
	return []draft{dr}
}

// givenBy reads the headline of such a page.
func (d *document) givenBy() (draft, bool) {
	if len(d.sents) == 0 || !d.sents[0].Headline {
		return draft{}, false
	}
	s := &d.sents[0]
	for i := range min(4, len(s.Items)) {
		if !s.Is(i, lexicon.StatementNoun|lexicon.Venue) || !s.Lex.Has("given-by", s.Lower(i+1)) {
			continue
		}
		whole, head, ok := sources.Right(s, i+2)
		if !ok {
			return draft{}, false
		}
		p := sources.Parse(d.src, s, whole, head)
		return draft{sent: 0, rule: "given", sourced: true, source: p, cue: s.Items[i].Span, transcript: true}, p.Name != ""
	}
	return draft{}, false
}
