package extract

import (
	"onrecord/statements"
	"onrecord/statements/coref"
	"onrecord/statements/lexicon"
)

// unmarked reads the end of a page that goes over, without marks or labels,
// into what its only speaker said: closing paragraphs in the first person, in
// an article whose author never speaks of himself.
func (d *document) unmarked(drafts []draft) []draft {
	speaker := d.onlySpeaker(drafts)
	if speaker == coref.Nobody {
		return drafts
	}
	first, end := d.closing()
	if first == end {
		return drafts
	}
	dr := draft{sent: d.paras[first].sents.First, rule: "unmarked", inferred: true, transcript: true, entity: speaker}
	for n := first; n < end; n++ {
		if p := &d.paras[n]; p.zone == body {
			dr.content = append(dr.content, d.trimmed(p.First, p.End))
			d.finishPara(p)
		}
	}
	kept := drafts[:0]
	from := dr.content[0].Start
	for _, o := range drafts {
		if o.at() < from {
			kept = append(kept, o)
		}
	}
	return append(kept, dr)
}

// closing gives the last paragraphs of the body when they, and no others,
// speak in the first person.
func (d *document) closing() (first, end int) {
	end = len(d.paras)
	for end > 0 && d.paras[end-1].zone != body {
		end--
	}
	first = end
	for first > 0 && (d.paras[first-1].zone != body || d.firstPerson(&d.paras[first-1]) && !d.done[d.paras[first-1].sents.First]) {
		first--
	}
	for first < end && d.paras[first].zone != body {
		first++
	}
	bodies := 0
	for n := 0; n < first; n++ {
		if p := &d.paras[n]; p.zone == body {
			bodies++
			if d.firstPerson(p) {
				return end, end
			}
		}
	}
	if bodies < 3 {
		return end, end
	}
	return first, end
}

// firstPerson reports whether a paragraph says "we" or "I" outside quotations.
func (d *document) firstPerson(p *para) bool {
	for k := p.sents.First; k < p.sents.End; k++ {
		s := &d.sents[k]
		for i := range s.Items {
			if s.IsQuote(i) && countWords(d.src[s.Items[i].Start:s.Items[i].End]) > 6 {
				return false
			}
			if s.Is(i, lexicon.FirstPerson) && (s.Lower(i) != "us" || !s.Items[i].Cap) {
				return true
			}
		}
	}
	return false
}

// onlySpeaker gives the one person of whom the article has statements, two at
// least; Nobody where there are more.
func (d *document) onlySpeaker(drafts []draft) int {
	only, count := coref.Nobody, 0
	for i := range drafts {
		if !drafts[i].sourced || drafts[i].source.Name == "" {
			continue
		}
		a := d.cast.Resolve(drafts[i].source, drafts[i].sent, drafts[i].source.Span.Start)
		if a.Entity == coref.Nobody || !d.cast.IsPerson(a.Entity) {
			continue
		}
		if only != coref.Nobody && only != a.Entity {
			return coref.Nobody
		}
		only = a.Entity
		count++
	}
	if count < 2 {
		return coref.Nobody
	}
	return only
}

// inferredFrom is the answer for words whose speaker only the layout tells.
func (d *document) inferredFrom(entity int, sure float64) coref.Answer {
	return d.cast.Describe(entity, statements.Inferred, max(sure, 0.5))
}
