package extract

import (
	"strings"

	"onrecord/statements"
)

// echo reads a headline that is a quotation and nothing else: it is by whoever
// says the same words below it, or by the one an interview is with.
func (d *document) echo(drafts []draft) []draft {
	if len(d.sents) == 0 || d.done[0] || !d.sents[0].Headline || d.sents[0].Para > 0 {
		return drafts
	}
	s := &d.sents[0]
	if lead := leading(s); lead < 0 || !d.alone(0, lead) || d.taken[s.Items[lead].Quote] {
		return drafts
	}
	q := s.Items[leading(s)].Quote
	sp, ok := d.inner(q)
	if !ok || d.nameInMarks(q) || countWords(sp.Of(d.src)) < 3 {
		return drafts
	}
	dr := draft{sent: 0, rule: "echo", content: []statements.Span{sp}, inferred: true, entity: -1}
	words := strings.Trim(sp.Of(d.src), " .,!?…")
	for i := range drafts {
		for _, c := range drafts[i].content {
			if strings.Contains(c.Of(d.src), words) {
				dr.entity, dr.sure = d.speakerOf(&drafts[i]), 0.8
				break
			}
		}
		if dr.entity >= 0 {
			break
		}
	}
	if dr.entity < 0 && len(drafts) > 0 && drafts[0].transcript {
		who := d.onlyTurns(drafts)
		dr.entity, dr.sure = who, 0.6
	}
	if dr.entity < 0 {
		return drafts
	}
	d.taken[q] = true
	return append([]draft{dr}, drafts...)
}

// alone reports whether sentence n is the quotation at item lead and nothing
// else.
func (d *document) alone(n, lead int) bool {
	s := &d.sents[n]
	for i := range s.Items {
		if i != lead && (s.IsQuote(i) || s.Word(i)) {
			return false
		}
	}
	return true
}

// onlyTurns gives the one speaker of an interview's turns, or Nobody.
func (d *document) onlyTurns(drafts []draft) int {
	only := -1
	for i := range drafts {
		if !drafts[i].transcript {
			continue
		}
		e := d.speakerOf(&drafts[i])
		if e < 0 || only >= 0 && e != only {
			return -1
		}
		only = e
	}
	return only
}
