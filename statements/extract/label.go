package extract

import (
	"slices"
	"strings"

	"onrecord/statements"
	"onrecord/statements/lexicon"
	"onrecord/statements/sources"
	"onrecord/statements/text"
)

// longestLabel is how many tokens the name before a turn's colon may have.
const longestLabel = 9

// labels reads the turns of a transcript: paragraphs that begin with a name
// and a colon. One turn is one statement, in the speaker's own words; a
// paragraph without a label goes on with the turn before it.
func (d *document) labels() []draft {
	var out []draft
	if !d.transcript() {
		out = d.unlabelled()
		return append(out, d.quotedBy(out)...)
	}
	open, last, goesOn, filed := false, d.lastLabel(), false, d.filedAt()
	for n := range d.paras {
		p := &d.paras[n]
		if n == 0 || n == filed || p.zone == boilerplate || p.sents.First == p.sents.End {
			continue
		}
		first, colon := d.labelOf(p)
		if colon == 0 {
			if n > last && open && d.closes(p, d.spoke(d.answered(slices.Clone(out))), goesOn) {
				open = false
			}
			if open && p.zone == body && len(out) > 0 && d.quoteAt(p.First) < 0 {
				dr := &out[len(out)-1]
				dr.content, goesOn = append(dr.content, d.trimmed(p.First, p.End)), true
				d.finishPara(p)
			}
			continue
		}
		dr, ok := d.turn(p, first, colon)
		if open = ok; ok {
			out = append(out, dr)
		}
		d.finishPara(p)
	}
	out = d.answers(d.answered(out))
	return append(out, d.quotedBy(out)...)
}

// filedAt gives the paragraph at the front that begins with a place and not with
// who speaks, in a report with an interview below: "PORT NORTH: The ferry will
// sail". It is the first with a label, which no other has, and what follows has none.
// 0 is none.
func (d *document) filedAt() int {
	at, place := 0, ""
	for n := 1; n < len(d.paras); n++ {
		p := &d.paras[n]
		if p.zone == boilerplate || p.sents.First == p.sents.End {
			continue
		}
		first, colon := d.labelOf(p)
		switch {
		case colon == 0 && at == 0 && n <= latestPlace:
		case colon == 0 && at > 0 && n == at+1:
		case at == 0 && n <= latestPlace:
			if place = d.src[d.toks[first].Start:d.toks[colon-1].End]; place != strings.ToUpper(place) {
				return 0
			}
			at = n
		case at == 0 || n == at+1 || colon > 0 && d.src[d.toks[first].Start:d.toks[colon-1].End] == place:
			return 0
		}
	}
	return at
}

// latestPlace is how many paragraphs stand before a place at most: headline, byline
// and day.
const latestPlace = 4

// lastLabel gives the last paragraph that has a label.
func (d *document) lastLabel() int {
	for n := len(d.paras) - 1; n > 0; n-- {
		if p := &d.paras[n]; p.zone != boilerplate {
			if _, colon := d.labelOf(p); colon > 0 {
				return n
			}
		}
	}
	return 0
}

// fewWords is how many words a turn may have that only keeps a talk going:
// "Thank you, Governor."
const fewWords = 6

// answers drops the turns of an interviewer: a label that is no person of the
// article, and most of whose turns, two in three, are questions or hardly more
// than thanks.
func (d *document) answers(turns []draft) []draft {
	asked, all := map[string]int{}, map[string]int{}
	for i := range turns {
		name := turns[i].source.Name
		text := turns[i].content[0].Of(d.src) // the end of the page may hang on the last
		all[name]++
		if strings.HasSuffix(strings.TrimRight(text, "\"”’ "), "?") || countWords(text) <= fewWords {
			asked[name]++
		}
	}
	return slices.DeleteFunc(turns, func(dr draft) bool {
		name := dr.source.Name
		return !dr.inferred && name != "" && 3*asked[name] >= 2*all[name] && !d.cast.IsPerson(d.cast.Resolve(dr.source, dr.sent, dr.source.Span.Start).Entity)
	})
}

// labelOf gives the first token of a paragraph's label and its colon; a colon
// of 0 is none. A quotation mark may stand before the label.
func (d *document) labelOf(p *para) (first, colon int) {
	first = p.First
	if t := d.toks[first]; t.Kind == text.Mark {
		first++
	}
	for i := first + 1; i < min(p.End-1, first+longestLabel); i++ {
		switch d.toks[i].Lower {
		case ":":
			if labelled(d.src[d.toks[first].Start:d.toks[i-1].End]) {
				return first, i
			}
			return first, 0
		case ",", "?", "!", ";", "\"", "“":
			return first, 0
		}
	}
	return first, 0
}

// turn makes the statement of one labelled paragraph. Questions are the
// reporter's.
func (d *document) turn(p *para, first, colon int) (draft, bool) {
	s := cuesOf(d, first, colon)
	if s.Is(0, lexicon.LabelQuestion) && len(s.Items) == 1 {
		return draft{}, false
	}
	whole := sources.Range{First: 0, End: len(s.Items)}
	ph := sources.Parse(d.src, &s, whole, whole)
	if s.Is(0, lexicon.LabelAnswer) && len(s.Items) == 1 {
		ph.Name = ""
	}
	dr := draft{sent: p.sents.First, rule: "label", sourced: true, source: ph, cue: d.toks[colon].Span, transcript: true,
		content: []statements.Span{d.trimmed(colon+1, p.End)}}
	return dr, dr.content[0].End > dr.content[0].Start
}

// trimmed is the span of the tokens [first, end) without marks at its edges
// that belong to the page.
func (d *document) trimmed(first, end int) statements.Span {
	for first < end && d.toks[first].Kind == text.Mark && strings.ContainsAny(d.toks[first].Lower, "\"“”«»-—–") {
		first++
	}
	for end > first && d.toks[end-1].Kind == text.Mark && strings.ContainsAny(d.toks[end-1].Lower, "\"“”«»") {
		end--
	}
	if first >= end {
		return statements.Span{}
	}
	return statements.Span{Start: d.toks[first].Start, End: d.toks[end-1].End}
}

// finishPara takes a paragraph away from all other rules.
func (d *document) finishPara(p *para) {
	for i := p.First; i < p.End; i++ {
		if q := d.quoteAt(i); q >= 0 {
			d.taken[q] = true
		}
	}
	for k := p.sents.First; k < p.sents.End; k++ {
		d.done[k] = true
	}
}

// labelled reports whether words before a colon look like a turn's label: all
// in capitals, or each word with one, and no more than a name has.
func labelled(name string) bool {
	words := strings.Fields(name)
	if len(words) > 5 {
		return false
	}
	if name == strings.ToUpper(name) {
		return true
	}
	for _, w := range words {
		if w[0] >= 'a' && w[0] <= 'z' {
			return false
		}
	}
	return true
}

// transcript reports whether at least three paragraphs begin with a label, two
// of them with the same surname.
func (d *document) transcript() bool {
	count, most, total := map[string]int{}, 0, 0
	for n := range d.paras {
		p := &d.paras[n]
		if p.zone == boilerplate {
			continue
		}
		if _, colon := d.labelOf(p); colon > 0 {
			name := d.toks[colon-1].Lower // "LEE" and "MS. LEE"
			count[name]++
			total++
			most = max(most, count[name])
		}
	}
	return total >= 3 && most >= 2
}
