package sources

import (
	"onrecord/statements/cues"
	"onrecord/statements/lexicon"
	"onrecord/statements/speakers"
)

// behindBody gives the item at which, behind the body whose they are, what somebody is
// begins, or their name: "the Sea Trade Union (STU) president Ann Lee", "Gift of the
// Salt founder Ann Lee". It gives head.First where a head does not end so.
func behindBody(s *cues.Sentence, head Range) int {
	if s.Lex.Lang != "en" {
		return head.First
	}
	name := head.End
	for name > head.First && (plainName(s, name-1) || name < head.End && insideName(s, name-1)) {
		name--
	}
	if n := capitals(s, name, head.End); n < 2 || n > longestPlainName {
		return head.First
	}
	known := speakers.Gender(s.Lower(name)) != 0
	role := name
	for role > head.First && (s.Is(role-1, lexicon.Role|lexicon.Honorific|lexicon.Adjective|lexicon.Office) || s.Items[role-1].Desk || s.Mark(role-1, "-") && role < name) {
		role--
	}
	titled := role < name && hasFlag(s, Range{role, name}, lexicon.Role|lexicon.Honorific)
	if s.Mark(role-1, ")") && (titled || known) {
		return role
	}
	// "a spokesman for Harbour Board president Ann Lee" is another.
	of := hung(s, Range{head.First, role})
	if !titled || s.Items[role].Cap || !known || of == role || !capital(s, role-1) || !capital(s, head.First) || hasFlag(s, Range{head.First, of}, lexicon.Role|lexicon.Honorific|lexicon.Group|lexicon.StatementNoun|lexicon.Venue) {
		return head.First
	}
	return role
}
