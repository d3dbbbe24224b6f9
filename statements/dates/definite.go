package dates

import (
	"strings"

	"onrecord/statements/cues"
	"onrecord/statements/lexicon"
	"onrecord/statements/text"
)

// described gives whom the text only calls by what they are, right after somebody spoke
// on a day, that day: "…, Ann Lee said on Thursday. / The conservative leader warned".
// Whoever is new has a name, so this one was told before.
func (r *Report) described() {
	told := false // of the one before
	for i := 1; i < len(r.said); i++ {
		u, o, s := &r.said[i], &r.said[i-1], r.sentence(i)
		near := !s.Headline && !r.sentence(i-1).Headline && r.para(i)-r.para(i-1) <= 1
		goesOn := told && u.Speaker == "" && r.para(i) == r.para(i-1) && r.sameSource(o, u)
		thing := near && r.para(i) == r.para(i-1) && r.document(u, s) && r.open(i) && !o.Day.IsZero()
		both := near && r.open(i) && r.spreads(i-1) && pair(u, r, s) && (r.jointly(i) || !elsewhere(s, r, u)) && !r.another(u, s)
		same := near && r.open(i) && u.Speaker == "" && o.Speaker == "" && r.sameNoun(o, u, s) && !elsewhere(s, r, u) && !r.another(u, s)
		told = thing || both || same || near && r.open(i) && !stance(s, r, u) && !r.another(u, s) &&
			(goesOn || !o.Day.IsZero() && !o.letter && !o.before && r.description(u, s) && !elsewhere(s, r, u))
		if told {
			u.Day, u.letter, u.before = o.Day, o.letter, o.before
		}
	}
}

// sameNoun reports whether u is by "the mediators" of whom o tells more: "the island's
// mediators said".
func (r *Report) sameNoun(o, u *Utterance, s *cues.Sentence) bool {
	k := r.itemAt(s, u.Source.Start)
	return s.Lex.Has("definite", s.Lower(k)) && r.itemAt(s, u.Source.End) == k+2 && !o.letter && !o.before && r.sameSource(o, u)
}

// document reports whether the source of u is what somebody put out right before: "the
// document reads".
func (r *Report) document(u *Utterance, s *cues.Sentence) bool {
	k := r.itemAt(s, u.Source.Start)
	return s.Lex.Has("definite", s.Lower(k)) && r.itemAt(s, u.Source.End) == k+2 && s.Lex.Has("put-out", s.Lower(k+1))
}

// description reports whether the source of u is one person told with "the" and without
// a name, and nobody knows which: "the Dutch envoy", "the Spaniard".
func (r *Report) description(u *Utterance, s *cues.Sentence) bool {
	first, last := r.itemAt(s, u.Source.Start), r.itemAt(s, u.Source.End)
	end := first + 1
	for end < last && s.Word(end) && !s.Is(end, lexicon.PronounRelative) {
		if s.Items[end].Kind == text.Clitic || s.Is(end, lexicon.Preposition|lexicon.Coordinator|lexicon.Group) {
			return false
		}
		end++
	}
	if end-first < 2 || !s.Lex.Has("definite", s.Lower(first)) || !r.unknown(u) {
		return false
	}
	if s.Mark(end, ",") && end+1 < last && s.Items[end+1].Cap {
		return false // "the mayor, Ann Lee,"
	}
	head := end - 1
	return s.Is(head, lexicon.Role) && !s.Is(head, lexicon.Group|lexicon.Body) || end-first == 2 && s.Lex.Has("national", s.Lower(head))
}

// unknown reports whether the text has had no name for who says u.
func (r *Report) unknown(u *Utterance) bool {
	return u.Speaker == "" || !r.toldBefore(u.surname(), u.Sentence+1) || strings.Contains(strings.ToLower(u.Source.Of(r.Src)), strings.ToLower(u.Speaker))
}
