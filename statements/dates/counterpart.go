package dates

import (
	"strings"

	"onrecord/statements/cues"
	"onrecord/statements/text"
)

// counterparts dates what the other one at a meeting said: "said on Tuesday
// after talks with her counterpart, Karl Moss" is the day of Moss's words, too.
func (r *Report) counterparts() {
	for i := range r.said {
		u, s := &r.said[i], r.sentence(i)
		if u.Day.IsZero() || u.letter || u.before || s.Headline {
			continue
		}
		met, done := namesMet(s, u), map[string]bool{}
		for k := i + 1; k < len(r.said) && len(met) > 0; k++ {
			o, t := &r.said[k], r.sentence(k)
			names := text.Words(o.Speaker)
			if len(names) < 2 || !met[names[len(names)-1].Folded] || !met[names[0].Folded] {
				continue
			}
			if r.open(k) && !done[o.Speaker] && !elsewhere(t, r, o) && !r.another(o, t) {
				o.Day = u.Day
			}
			done[o.Speaker] = true
		}
	}
}

// namesMet are the words of those whom the speaker of u had met: what follows
// "after talks with". A time before "after" tells that it was on another day.
func namesMet(s *cues.Sentence, u *Utterance) map[string]bool {
	out := map[string]bool{}
	for k := range s.Items {
		if !s.Lex.Has("among", s.Lower(k)) || !talks[s.Lower(k-1)] || inContent(u, s, k) {
			continue
		}
		from := k - 2
		for from > k-7 && from > 0 && !meetsWith[s.Lower(from)] {
			from--
		}
		if from < 0 || !meetsWith[s.Lower(from)] || spans[s.Lower(from-1)] {
			continue
		}
		for at := k + 1; at < len(s.Items) && !s.IsQuote(at); at++ {
			if w := strings.TrimSuffix(s.Lower(at), "'s"); s.Word(at) {
				out[text.Fold(w)] = true
			}
		}
	}
	return out
}

var (
	talks     = words("talks meeting negotiations conversation call")
	meetsWith = words("after following during at in")
	spans     = words("day days week weeks month months year years hours soon long")
)
