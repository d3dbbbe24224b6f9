package dates

import (
	"slices"

	"onrecord/statements"
	"onrecord/statements/cues"
	"onrecord/statements/lexicon"
)

// framed reads the day in the frame of u: first beside what was said, for "will end on
// Thursday, Lee told reporters on Tuesday" was told on Tuesday, then within it, where
// the frame goes as far.
func (r *Report) framed(u *Utterance, s *cues.Sentence, within bool) {
	for _, whole := range u.Frame {
		for _, fr := range r.ownWords(u, s, whole, within) {
			if r.ahead(u, s, fr[0]) {
				if u.Day.IsZero() {
					u.Day = r.placedDay(s, fr)
				}
				continue
			}
			got, vague := r.outside(u, s, fr)
			u.vague = u.vague || vague
			if u.Day.IsZero() {
				u.Day = got
			}
		}
	}
}

// placedDay reads a day right behind where something was said, whatever it was about:
// "called for a strike in a statement on Friday".
func (r *Report) placedDay(s *cues.Sentence, fr [2]int) statements.Date {
	for k := fr[0]; k < fr[1]-1; k++ {
		if !s.Is(k, lexicon.Venue) || sittings[s.Lower(k)] || !s.Is(k-1, lexicon.Determiner) || !s.Lex.Has("in-venue", s.Lower(k-2)) {
			continue
		}
		if k++; s.Is(k, lexicon.Preposition) {
			k++
		}
		if r.dayEnds(s, k) {
			day, _ := r.day(s, k, k+1)
			return day
		}
	}
	return statements.Date{}
}

// ownWords gives the pieces of a frame that are no words of somebody else's, in
// the clause of the cue: "Lee said it sank on Friday; Rand said no".
func (r *Report) ownWords(u *Utterance, s *cues.Sentence, fr [2]int, within bool) [][2]int {
	cue, end := r.itemAt(s, u.Cue.Start), r.itemAt(s, u.Cue.End)
	var out [][2]int
	for k := fr[0]; k < fr[1]; k++ {
		switch {
		case k < cue && (s.Mark(k, ";") || s.Items[k].Start < u.Source.Start && (ownClause(s, fr[0], k) || counts(s, k, end))):
			out = out[:0]
		case k >= end && (s.Mark(k, ";") || s.Mark(k-1, ",") && (pointing[s.Lower(k)] || relatives[s.Lower(k)])):
			return out
		case !within && inContent(u, s, k), !inContent(u, s, k) && r.inAny(u, s, k):
		case len(out) > 0 && out[len(out)-1][1] == k:
			out[len(out)-1][1] = k + 1
		default:
			out = append(out, [2]int{k, k + 1})
		}
	}
	return out
}

// pointing begins what the paper adds of what was spoken about: "Lee said, referring to
// the dam that broke on Friday".
var pointing = map[string]bool{"referring": true, "alluding": true, "pointing": true}

// ownClause reports whether the items from first on are a clause that ends at item k and
// another one follows, where the first lies ahead: "It is due on Friday, but Lee said",
// and in a headline "Dam to close on Friday, mayor says".
func ownClause(s *cues.Sentence, first, k int) bool {
	if !s.Mark(k, ",") || !s.Is(k+1, lexicon.Coordinator) && !s.Headline {
		return false
	}
	return slices.ContainsFunc(s.Items[first:k], func(it cues.Item) bool { return notYet[it.Lower] || s.Headline && it.Lower == "to" })
}

// counts reports whether a clause begins behind the comma at item k that counts its day from
// the one before: "Lee spoke on Thursday, and Rand said a day later".
func counts(s *cues.Sentence, k, end int) bool {
	if !s.Mark(k, ",") || !s.Is(k+1, lexicon.Coordinator) {
		return false
	}
	_, ok, other := fromBefore(s, end, end+1)
	return ok && !other
}

// outside reads the items fr without the clauses that describe the source:
// "Lee, who landed on Monday, said" does not tell when. "Lee, who on Monday had left the
// talks saying so, came back" does.
func (r *Report) outside(u *Utterance, s *cues.Sentence, fr [2]int) (statements.Date, bool) {
	from, to := r.aboutSource(s, u.Source)
	if k := r.itemAt(s, u.Cue.Start); !u.Cue.IsZero() && from < k && k < to {
		u.past = true
		return r.day(s, from, k)
	}
	if u.Source.IsZero() || to <= fr[0] || from >= fr[1] {
		return r.day(s, fr[0], fr[1])
	}
	day, vague := r.day(s, fr[0], from)
	if day.IsZero() {
		var v bool
		day, v = r.day(s, to, fr[1])
		vague = vague || v
	}
	return day, vague
}
