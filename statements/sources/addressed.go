package sources

import (
	"strings"

	"onrecord/statements/cues"
	"onrecord/statements/lexicon"
	"onrecord/statements/speakers"
)

// addressed reports whether somebody who was spoken to begins at item i, behind
// a German subject that began at item first: "sagte Petra Lindner der Zeitung".
// The article is a genitive after a role, "der Chef der Werft", and a dative
// after a name.
func addressed(s *cues.Sentence, first, i int) bool {
	if s.Lex.Lang != "de" || s.Lower(i) != "der" && s.Lower(i) != "einer" || s.Is(first-1, lexicon.Preposition) || first > 1 && s.Items[first-1].Cap {
		return false
	}
	// "sagten Mitarbeiter der Werft" has no article either.
	return person(s, first, i) || i == first+1 && proper(s, first) && !strings.HasSuffix(s.Lower(first-1), "en")
}

// plural reports whether the capitals from item i on end as the German dative of
// many does: "den Zeitungen". Joop den Uyl has none.
func plural(s *cues.Sentence, i int) bool {
	for capital(s, i) || s.Mark(i, "-") {
		i++
	}
	return strings.HasSuffix(s.Lower(i-1), "n") || strings.HasSuffix(s.Lower(i-1), "s")
}

// person reports whether the items [first, end) end with a name that a given name
// or a role shows to be one.
func person(s *cues.Sentence, first, end int) bool {
	if !proper(s, end-1) {
		return false
	}
	for k := end - 2; k >= first && s.Word(k) && s.Items[k].Cap; k-- {
		if speakers.Gender(s.Lower(k)) != 0 || capital(s, k) && s.Is(k, lexicon.Role|lexicon.Honorific) {
			return true
		}
	}
	return false
}

// proper reports whether item i may be a name, and is no role or other noun that
// is known: German writes those with a capital as well.
func proper(s *cues.Sentence, i int) bool {
	const noun = lexicon.Somebody | lexicon.Body | lexicon.OrganisationWord | lexicon.Office | lexicon.Venue
	return capital(s, i) && !s.Is(i, noun) && !s.Lex.Has("reported", s.Lower(i))
}

// ofNoun reports whether an article stands before the capitals from item first to
// last, so that they are a noun: "der Werft", "der Deutschen Werft".
func ofNoun(s *cues.Sentence, from, first, last int) bool {
	return s.Is(first-1, lexicon.Determiner) ||
		first == last && first-2 > from && s.Is(first-1, lexicon.Adjective|lexicon.Demonym) && s.Is(first-2, lexicon.Genitive)
}

// called gives the item where somebody's name in full begins behind a noun: "der
// Vorsitzende der Werft Petra Lindner". It is last where there is none.
func called(s *cues.Sentence, first, last int) int {
	for first < last && (speakers.Gender(s.Lower(first)) == 0 || !capital(s, first)) {
		first++
	}
	return first
}

// Particle reports whether item i can stand between the words of a name: "von",
// and in German an article only behind another particle, for "Petra Lindner der
// Zeitung" is whom she spoke to.
func Particle(s *cues.Sentence, i int) bool {
	if !s.Is(i, lexicon.Particle) {
		return false
	}
	switch s.Lower(i) {
	case "der", "dem":
		return s.Lex.Lang != "de" || s.Is(i-1, lexicon.Preposition|lexicon.Particle)
	case "den":
		return s.Lex.Lang != "de" || s.Is(i-1, lexicon.Preposition|lexicon.Particle) || !plural(s, i+1)
	}
	return true
}
