package dates

import (
	"slices"
	"strings"

	"onrecord/statements"
	"onrecord/statements/cues"
	"onrecord/statements/lexicon"
)

// spokesmen gives whoever speaks for a body the day on which it spoke right before:
// "The ministry said on Thursday … Its spokesman, Ann Lee, told reporters", or did
// something: "On Thursday the union sued. Its chairman, Ann Lee, said".
func (r *Report) spokesmen() {
	for i := range r.said {
		u, s := &r.said[i], r.sentence(i)
		if !r.open(i) || u.Source.IsZero() || s.Headline || s.Lex.Lang != "en" || stance(s, r, u) || r.another(u, s) || r.aside(u, s) {
			continue
		}
		if k := r.earlierBody(i); k >= 0 && r.speaksFor(k, u, s) {
			u.Day = r.said[k].Day
			continue
		}
		if n := r.toldBeside(i); n >= 0 && s.Lower(0) == "its" {
			if b := &r.Sents[n]; slices.ContainsFunc(b.Items, func(it cues.Item) bool { return it.Flags&lexicon.Body != 0 }) {
				u.Day = r.possible(r.deedDay(b))
			}
		}
	}
}

// aside reports whether u was said elsewhere than in a statement or to the press.
func (r *Report) aside(u *Utterance, s *cues.Sentence) bool {
	for k := range s.Items {
		if s.Is(k, lexicon.Venue) && !calls[s.Lower(k)] && s.Lower(k) != "statement" && !past[s.Lower(k-1)] && !r.inAny(u, s, k) {
			return true // no more "after filing the papers"
		}
	}
	return false
}

// earlierBody is the statement of the sentence right before utterance i, at most a
// paragraph up, where a body or a land makes it on a day; -1 is none.
func (r *Report) earlierBody(i int) int {
	for k := i - 1; k >= 0 && r.said[k].Sentence == r.said[i-1].Sentence; k-- {
		o, s := &r.said[k], r.sentence(k)
		if o.Day.IsZero() || o.letter || o.before || s.Headline || r.para(i)-r.para(k) > 1 {
			continue
		}
		if r.state(o) || r.nobody(o, s) {
			return k
		}
	}
	return -1
}

// state reports whether the source of u is a land: one that the lexicon knows, or any
// single name that is nobody's.
func (r *Report) state(u *Utterance) bool {
	lex := r.Sents[u.Sentence].Lex
	_, _, ok := lex.StateOf(strings.ToLower(u.Speaker))
	return ok || r.land(u)
}

// speaksFor reports whether the source of u speaks for the body or land that says
// utterance k: "its spokesman", "a ministry spokesman", and right after the lead
// "Ann Lee, head of the Bakers' Union".
func (r *Report) speaksFor(k int, u *Utterance, s *cues.Sentence) bool {
	o := &r.said[k]
	first, end := r.itemAt(s, u.Source.Start), r.itemAt(s, u.Source.End)
	role, desk, ministry := false, false, false
	for j := first; j < end; j++ {
		role = role || s.Is(j, lexicon.Role) && !s.Is(j, lexicon.Group)
		desk = desk || desks[s.Lower(j)]
		ministry = ministry || s.Lower(j) == "ministry"
		if s.Is(j, lexicon.Demonym) || r.itemAt(s, u.Source.Start) == j && s.Is(j, lexicon.Place) {
			return false // of another land
		}
	}
	switch body := strings.ToLower(r.lastWord(o.Source)); {
	case !role:
		return false
	case s.Lower(first) == "its":
		return !r.state(o) || desk
	case r.state(o):
		return desk && ministry
	default:
		shared := slices.ContainsFunc(s.Items[first:end], func(it cues.Item) bool {
			return it.Lower == body && it.Flags&(lexicon.Body|lexicon.OrganisationWord) != 0
		})
		return shared && (desk && s.Is(first, lexicon.Determiner) || o.Sentence == r.lead())
	}
}

// unnamed gives "the spokesman" the day of the one before him whom the text calls "a
// ministry spokesman", if it has no more of them.
func (r *Report) unnamed() {
	for i := range r.said {
		u, s := &r.said[i], r.sentence(i)
		k := r.itemAt(s, u.Source.Start)
		if !r.open(i) || s.Headline || !s.Lex.Has("definite", s.Lower(k)) || !s.Is(k+1, lexicon.Role) || r.itemAt(s, u.Source.End) != k+2 || r.another(u, s) || r.aside(u, s) {
			continue
		}
		day, of := statements.Date{}, ""
		for j := range r.said {
			o := &r.said[j]
			source := strings.ToLower(o.Source.Of(r.Src))
			if o.Speaker != u.Speaker && o.Speaker != "" && u.Speaker != "" || !slices.Contains(strings.Fields(source), s.Lower(k+1)) || source == strings.ToLower(u.Source.Of(r.Src)) {
				continue
			}
			if of != "" && of != source || j > i || !strings.HasPrefix(source, "a ") && !strings.HasPrefix(source, "an ") {
				day = statements.Date{}
				break
			}
			if of = source; !o.letter && !o.before {
				day = o.Day
			}
		}
		u.Day = day
	}
}
