package dates

import (
	"onrecord/statements"
	"onrecord/statements/text"
)

// headlines gives a headline or deck the day of the statement in the text that
// it repeats, else that of its speaker's first one.
func (r *Report) headlines() {
	first := map[string]statements.Date{}
	var stems []map[string]bool
	for i := range r.said {
		u := &r.said[i]
		if !r.sentence(i).Headline && !u.Day.IsZero() && u.Speaker != "" && first[u.Speaker].IsZero() {
			first[u.Speaker] = u.Day
		}
	}
	for i := range min(len(r.said), mostHeadlines) {
		if !r.sentence(i).Headline || !r.open(i) {
			continue
		}
		if stems == nil {
			stems = r.allStems()
		}
		u := &r.said[i]
		if k := r.repeated(stems, i); k >= 0 && !(r.said[k].Day.IsZero() && r.announced(k)) {
			u.Day = r.said[k].Day
			continue
		}
		u.Day = first[u.Speaker]
	}
}

// mostHeadlines is how many of the first statements may be headlines.
const mostHeadlines = 40

// repeated is the statement of the text that has most of headline i's words:
// half of them, a third where it is the first one, and two at least; -1 is
// none.
func (r *Report) repeated(stems []map[string]bool, i int) int {
	best, most, lead := -1, 1, true
	for k := range r.said {
		if r.sentence(k).Headline || r.said[k].Day.IsZero() && r.said[k].Speaker != r.said[i].Speaker {
			continue
		}
		n, share := 0, 2
		for w := range stems[i] {
			if stems[k][w] {
				n++
			}
		}
		if lead {
			share = 3
		}
		if n > most && share*n >= len(stems[i]) {
			best, most = k, n
		}
		lead = false
	}
	return best
}

// allStems are, of each utterance, the longer words of its content, stemmed.
func (r *Report) allStems() []map[string]bool {
	type word struct{ folded, lang string }
	known := map[word]string{} // a text says most of its words again
	out := make([]map[string]bool, len(r.said))
	for i := range r.said {
		out[i] = map[string]bool{}
		lang := r.sentence(i).Lex.Lang
		for _, c := range r.said[i].Content {
			for _, w := range text.Words(c.Of(r.Src)) {
				if len(w.Folded) <= 2 {
					continue
				}
				at := word{w.Folded, lang}
				if known[at] == "" {
					known[at] = text.Stem(w.Folded, lang)
				}
				out[i][known[at]] = true
			}
		}
	}
	return out
}
