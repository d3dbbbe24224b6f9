package sources

import (
	"strings"

	"onrecord/statements/cues"
	"onrecord/statements/lexicon"
	"onrecord/statements/speakers"
)

// PastBody gives the item after the body, land or place that a role is of, where the name
// of whoever has the role follows without a comma, as news agencies write: "spokesman for
// the Sedge Trade Ministry Ann Lee", "President of Norvania Ann Lee". The preposition
// stands at item i, and the name ends before item end. Else it gives i.
func PastBody(s *cues.Sentence, i, end int) int {
	if !ofBody(s, i) {
		return i
	}
	body := end - 1
	for body > i && (plainName(s, body) || body < end-1 && insideName(s, body)) {
		body--
	}
	land := landEnd(s, i+1) - 1
	body = max(body, land)
	if capitals(s, body+1, end) > 2 && body != land && speakers.Gender(s.Lower(body+1)) == 0 && speakers.Gender(s.Lower(body+2)) != 0 && !s.Is(body+1, lexicon.Particle) {
		body++ // Sedge of "Mayor of Sedge Ann Lee"
	}
	if name := capitals(s, body+1, end); name < 2 || name > longestPlainName || body == i || body != land && !endsBody(s, body) {
		return i
	}
	for k := i + 1; k < body; k++ {
		if !capital(s, k) && !s.Is(k, lexicon.Determiner|lexicon.Coordinator|lexicon.Office|lexicon.Adjective|lexicon.OrganisationWord|lexicon.Body) && !s.Lex.Has("body-by", s.Lower(k)) {
			return i
		}
	}
	// "the head of the University Hospital Port North" is no name, but "head of the
	// University Hospital Ann Lee" is.
	known := s.Is(body, lexicon.OrganisationWord|lexicon.Body) || body == land || isLand(s, body)
	if articled(s, i-1) && (!known || speakers.Gender(s.Lower(body+1)) == 0) {
		return i // nor is "the mother of Private Ann Lee"
	}
	return body + 1
}

// ofBody reports whether item i is a preposition that may hang a body on the role before
// it.
func ofBody(s *cues.Sentence, i int) bool {
	return s.Lex.Lang == "en" && s.Lex.Has("body-by", s.Lower(i)) && s.Is(i-1, lexicon.Role|lexicon.Honorific)
}

// pastNamed gives the item after the name that follows a role, the preposition at item i
// and the body that the role is of: "according to Permanent Secretary at the Health Board
// Ann Lee". It is i where no name follows so.
func pastNamed(s *cues.Sentence, i int) int {
	if !ofBody(s, i) {
		return i
	}
	end := i + 1
	for end < len(s.Items) && end < i+widest && s.Word(end) && s.Items[end].Quote < 0 &&
		(capital(s, end) || s.Is(end, lexicon.Determiner|lexicon.Coordinator|lexicon.OrganisationWord|lexicon.Body) || s.Lex.Has("body-by", s.Lower(end))) {
		end++
	}
	for end > i+1 && !capital(s, end-1) {
		end--
	}
	if PastBody(s, i, end) == i {
		return i
	}
	return end
}

// endsBody reports whether what a role is of ends with item k: a body, a land, or any
// other word with a given name after it.
func endsBody(s *cues.Sentence, k int) bool {
	if s.Is(k, lexicon.OrganisationWord|lexicon.Body) || s.Lex.Has("assembled", s.Lower(k)) {
		return true
	}
	if s.Is(k, lexicon.Role|lexicon.Honorific|lexicon.Determiner|lexicon.Preposition) || speakers.Gender(s.Lower(k)) != 0 {
		return false // "a spokesman for Senator Ann Lee"
	}
	return isLand(s, k) || speakers.Gender(s.Lower(k+1)) != 0 && (s.Items[k].Cap || s.Is(k, lexicon.Office))
}

// landEnd gives the item after the land that begins at item k, with an article before it
// or without; 0 is none.
func landEnd(s *cues.Sentence, k int) int {
	if s.Is(k, lexicon.Determiner) {
		k++
	}
	words := ""
	for n := k; n < k+longestLand && capital(s, n); n++ {
		words = strings.TrimPrefix(words+" "+s.Lower(n), " ")
		if _, _, ok := s.Lex.StateOf(words); ok && n > k {
			return n + 1
		}
	}
	return 0
}

// longestLand is how many words the name of a land has at most.
const longestLand = 4

// capitals counts the words of items [first, end) that are written with capitals.
func capitals(s *cues.Sentence, first, end int) int {
	n := 0
	for k := first; k < end; k++ {
		if capital(s, k) {
			n++
		}
	}
	return n
}

// longestPlainName is how many words with capitals a name has at most that nothing parts
// from the body.
const longestPlainName = 4

// plainName reports whether item k is a capital that is nothing but a name.
func plainName(s *cues.Sentence, k int) bool {
	const other = lexicon.OrganisationWord | lexicon.Body | lexicon.Office | lexicon.Role | lexicon.Group | lexicon.Demonym | lexicon.Place | lexicon.Adjective
	if !capital(s, k) || s.Is(k, other) {
		return false
	}
	return !isLand(s, k)
}

// isLand reports whether item k is a land, what is its, or a capital.
func isLand(s *cues.Sentence, k int) bool {
	_, _, ok := s.Lex.StateOf(s.Lower(k))
	return ok
}

// insideName reports whether item k may stand inside a name: "van", "O’Leary", "J.D.".
func insideName(s *cues.Sentence, k int) bool {
	return Particle(s, k) && !s.Is(k, lexicon.Preposition) || s.Mark(k, ".", "-", "'", "’") && !s.Items[k].Gap
}

// articled reports whether the role that ends with item k has an article: "the chief
// spokesman".
func articled(s *cues.Sentence, k int) bool {
	for k > 0 && s.Is(k, lexicon.Role|lexicon.Honorific|lexicon.Adjective) {
		k--
	}
	return s.Is(k, lexicon.Determiner)
}
