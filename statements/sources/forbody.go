package sources

import (
	"onrecord/statements/cues"
	"onrecord/statements/lexicon"
	"onrecord/statements/speakers"
)

// PastBody gives the item after the body that a role is of, where the name of whoever
// has the role follows without a comma, as news agencies write: "spokesman for the
// Sedge Trade Ministry Ann Lee". The preposition stands at item i, and the name ends
// before item end. Else it gives i.
func PastBody(s *cues.Sentence, i, end int) int {
	if s.Lex.Lang != "en" || s.Lower(i) != "of" && s.Lower(i) != "for" || !s.Is(i-1, lexicon.Role|lexicon.Honorific) {
		return i
	}
	body := end - 1
	for body > i && plainName(s, body) {
		body--
	}
	if name := end - 1 - body; name < 2 || name > longestPlainName || !s.Is(body, lexicon.OrganisationWord|lexicon.Body) {
		return i
	}
	for k := i + 1; k < body; k++ {
		if !capital(s, k) && !s.Is(k, lexicon.Determiner|lexicon.Coordinator|lexicon.Office|lexicon.Adjective|lexicon.OrganisationWord|lexicon.Body) && s.Lower(k) != "of" {
			return i
		}
	}
	// "the head of the University Hospital Port North" is no name, but "head of the
	// University Hospital Ann Lee" is.
	if articled(s, i-1) && speakers.Gender(s.Lower(body+1)) == 0 {
		return i
	}
	return body + 1
}

// longestPlainName is how many words a name has at most that nothing parts from the body.
const longestPlainName = 3

// plainName reports whether item k is a capital that is nothing but a name.
func plainName(s *cues.Sentence, k int) bool {
	const other = lexicon.OrganisationWord | lexicon.Body | lexicon.Office | lexicon.Role | lexicon.Group | lexicon.Demonym | lexicon.Place | lexicon.Adjective
	if !capital(s, k) || s.Is(k, other) {
		return false
	}
	_, _, land := s.Lex.StateOf(s.Lower(k))
	return !land
}

// articled reports whether the role that ends with item k has an article: "the chief
// spokesman".
func articled(s *cues.Sentence, k int) bool {
	for k > 0 && s.Is(k, lexicon.Role|lexicon.Honorific|lexicon.Adjective) {
		k--
	}
	return s.Is(k, lexicon.Determiner)
}
