package sources

import (
	"onrecord/statements/cues"
	"onrecord/statements/lexicon"
)

// longestOpening is how many words may stand before "according to" that are no clause:
// "On Friday evening in Elm, according to Lee, the ships left".
const longestOpening = 8

// Opens reports whether item first follows an "according to" that stands before what
// was said: it begins the sentence, or only words that are no clause come before it.
// What follows the name and a comma is then no apposition unless another comma ends it.
func Opens(s *cues.Sentence, first int) bool {
	if first < 2 {
		return false
	}
	begins := -1
	for k := first - 1; k >= max(0, first-longestAccording); k-- {
		for _, phrase := range s.Lex.Phrases("according", s.Lower(k)) {
			if end, ok := s.Match(k, phrase); ok && end == first {
				begins = k
			}
		}
	}
	if begins <= 0 {
		return begins == 0
	}
	if !s.Mark(begins-1, ",") || begins-1 > longestOpening {
		return false
	}
	for k := 0; k < begins-1; k++ {
		if s.IsQuote(k) || s.Is(k, lexicon.Auxiliary|lexicon.Irregular) || len(s.Lex.Verbs(s.Lower(k))) > 0 {
			return false
		}
	}
	return true
}

// longestAccording is how many words "according to" and its like have at most.
const longestAccording = 4

// Apposed reports whether what follows the name that begins at item first, between a
// comma and item stop, may be in apposition to it, and is not what was said:
// "According to Lee, the ships left."
func Apposed(s *cues.Sentence, first, stop int) bool {
	return !Opens(s, first) || s.Mark(stop, ",") && !s.Is(stop+1, lexicon.Coordinator)
}
