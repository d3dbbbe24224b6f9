package sources

import (
	"onrecord/statements/cues"
	"onrecord/statements/lexicon"
)

// selfNamed gives the name that somebody gives as their own, in a clause about them:
// "a driver who gave his name only as Bo", "a man who asked to be called Bo Lee". It
// gives where the clause begins, too.
func selfNamed(s *cues.Sentence, whole, head Range) (name Range, clause int) {
	if !hasFlag(s, head, lexicon.Role) {
		return name, 0
	}
	for k := head.First + 1; k+1 < whole.End; k++ {
		for _, phrase := range s.Lex.Phrases("names-self", s.Lower(k)) {
			first, ok := s.Match(k, phrase)
			end := first
			for end < whole.End && capital(s, end) {
				end++
			}
			if ok && end > first && (end == whole.End || s.Mark(end, ",")) && !onlyTitle(s, first, end-1) {
				for k > head.First && (s.Is(k-1, lexicon.PronounRelative) || s.Mark(k-1, ",")) {
					k--
				}
				return Range{first, end}, k
			}
		}
	}
	return name, 0
}
