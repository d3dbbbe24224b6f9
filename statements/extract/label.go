package extract

import (
	"strings"

	"onrecord/statements"
	"onrecord/statements/lexicon"
	"onrecord/statements/sources"
)

// longestLabel is how many items the name before a turn's colon may have.
const longestLabel = 8

// label reads the turns of a transcript: a paragraph that begins with a name
// and a colon. One turn is one statement, in the speaker's own words.
func (d *document) label(n int) []draft {
	if !d.first(n) {
		return nil
	}
	s := &d.sents[n]
	colon := -1
	for i := 1; i < min(len(s.Items), longestLabel); i++ {
		if s.IsQuote(i) {
			return nil
		}
		if s.Mark(i, ":") {
			colon = i
			break
		}
	}
	if colon < 0 || colon+1 >= len(s.Items) || !d.transcript() && !s.IsQuote(colon+1) {
		return nil
	}
	whole := sources.Range{First: 0, End: colon}
	name := d.src[s.Items[0].Start:s.Items[colon-1].End]
	if !labelled(name) {
		return nil
	}
	p := sources.Parse(d.src, s, whole, whole)
	if p.Name == "" && !s.Is(0, lexicon.LabelAnswer) {
		return nil
	}
	para := d.paras[s.Para]
	last := &d.sents[para.sents.End-1]
	sp := statements.Span{Start: s.Items[colon+1].Start, End: last.Items[len(last.Items)-1].End}
	dr := draft{sent: n, rule: "label", sourced: true, source: p, content: []statements.Span{sp}, cue: s.Items[colon].Span, transcript: true}
	if len(last.Items) > 0 && s.IsQuote(colon+1) && colon+2 >= s.Last() {
		if in, ok := d.inner(s.Items[colon+1].Quote); ok && para.sents.End-1 == n {
			dr.content = []statements.Span{in}
		}
	}
	for k := para.sents.First; k < para.sents.End; k++ {
		for i := range d.sents[k].Items {
			if q := d.sents[k].Items[i].Quote; q >= 0 {
				d.taken[q] = true
			}
		}
		if k > n {
			d.skip(k)
		}
	}
	d.skip(n)
	return []draft{dr}
}

// skip takes the words out of a sentence whose statement is complete.
func (d *document) skip(n int) {
	if d.done == nil {
		d.done = map[int]bool{}
	}
	d.done[n] = true
}

// labelled reports whether words before a colon look like a turn's label: all
// in capitals, or each word with one.
func labelled(name string) bool {
	if name == strings.ToUpper(name) {
		return true
	}
	for _, w := range strings.Fields(name) {
		if w[0] >= 'a' && w[0] <= 'z' {
			return false
		}
	}
	return true
}

// transcript reports whether at least three paragraphs begin with a label, two
// of them with the same.
func (d *document) transcript() bool {
	if d.turns != 0 {
		return d.turns > 0
	}
	d.turns = -1
	count, most := map[string]int{}, 0
	total := 0
	for n := range d.paras {
		p := &d.paras[n]
		for i := p.First + 1; i < min(p.End-1, p.First+longestLabel); i++ {
			if d.toks[i].Lower == ":" {
				if name := d.src[d.toks[p.First].Start:d.toks[i-1].End]; labelled(name) {
					count[name]++
					total++
					most = max(most, count[name])
				}
				break
			}
		}
	}
	if total >= 3 && most >= 2 {
		d.turns = 1
	}
	return d.turns > 0
}
