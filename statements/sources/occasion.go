package sources

import (
	"onrecord/statements/cues"
	"onrecord/statements/lexicon"
)

// longestOccasion is how many items a phrase of an occasion has at most.
const longestOccasion = 8

// pastOccasion skips where, by what and for whom somebody speaks, between them and
// their verb: "Lee in parliament said", "Lee at a news conference in Oslo said", "Lee
// for his part said". Such a phrase ends with item j.
func pastOccasion(s *cues.Sentence, from, j int) int {
	for p := j - 1; p > max(from, j-longestOccasion); p-- {
		if !s.Word(p) || s.Is(p, lexicon.Auxiliary|lexicon.PronounRelative|lexicon.Coordinator) {
			return j
		}
		if !Occasion(s, p, j) {
			continue
		}
		if i := pastDay(s, from, p-1); bearer(s, from, i) {
			return i
		}
		// "at a news conference in Oslo"
		if i := pastOccasion(s, from, p-1); i < p-1 {
			return i
		}
		return j
	}
	return j
}

// bearer reports whether a name ends with item i, or with the comma at i what is said
// about one.
func bearer(s *cues.Sentence, from, i int) bool {
	if s.Mark(i, ",") {
		_, head, ok := beforeApposition(s, from, i)
		return ok && (!nameIn(s, head).Empty() || hasFlag(s, head, lexicon.Role))
	}
	return i > from && capital(s, i) && !s.Is(i, lexicon.Somebody|lexicon.Demonym|lexicon.Time) && !nameIn(s, noun(s, from, i)).Empty()
}

// Occasion reports whether the phrase from item p to item j tells where, by what or for
// whom somebody speaks: "in a televised address", "for his part".
func Occasion(s *cues.Sentence, p, j int) bool {
	switch {
	case !s.Is(p, lexicon.Preposition):
		return false
	case s.Lex.Has("part-spoken", s.Lower(j)):
		return j == p+2 && s.Is(p+1, lexicon.Possessive)
	case !s.Lex.Has("in-occasion", s.Lower(p)):
		return false
	case s.Is(j, lexicon.Venue) || s.Lex.Has("speaks-in", s.Lower(j)):
		return true
	}
	return j == p+1 && capital(s, j) && s.Is(j, lexicon.Place) // a town
}
