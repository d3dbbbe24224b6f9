package sources

import (
	"strings"

	"onrecord/statements/cues"
	"onrecord/statements/lexicon"
	"onrecord/statements/speakers"
	"onrecord/statements/text"
)

// ends reports whether a noun phrase can end with item j.
func ends(s *cues.Sentence, j int) bool {
	if s.Mark(j, ")", "]") {
		return j > 1
	}
	if s.Mark(j, ".") {
		return s.Word(j-1) && s.Lex.Breaks().Abbreviations[s.Lower(j-1)]
	}
	if !s.Word(j) || s.Items[j].Kind == text.Clitic {
		return false
	}
	if s.Is(j, lexicon.Pronoun) {
		return true
	}
	if s.Is(j, lexicon.Time) && !s.Items[j].Cap || s.Is(j, lexicon.Weekday) {
		return false
	}
	return !s.Is(j, lexicon.Preposition|lexicon.Auxiliary|lexicon.Determiner|lexicon.Conjunction) || s.Items[j].Cap && j > 0
}

// extends reports whether the noun phrase that now begins with item i can take
// in item p before it; j is its last item.
func extends(s *cues.Sentence, i, p, j int) bool {
	it := s.Items[p]
	if it.Quote >= 0 {
		return Nickname(s, p)
	}
	if it.Desk {
		return true
	}
	if it.Kind == text.Mark {
		return inner(s, i, p, j)
	}
	if it.Kind == text.Clitic {
		return it.Lower == "'s"
	}
	f := it.Flags
	if s.Is(i, lexicon.Genitive) && it.Cap && f&(lexicon.Preposition|lexicon.Determiner|lexicon.Conjunction) == 0 {
		return true // German: "der Chef des Hafens"
	}
	// What came last was a determiner or pronoun: only a preposition or
	// another determiner can go before it.
	if s.Is(i, lexicon.Determiner) && !s.Items[i].Cap || s.Is(i, lexicon.Possessive) {
		return f&lexicon.NounPreposition != 0 && hangs(s, p) || f&lexicon.Determiner != 0 && f&lexicon.Pronoun == 0 || s.Is(p, lexicon.PronounOther) && f&lexicon.Determiner != 0 || it.Lower == "and" && joins(s, p, j)
	}
	switch {
	case f&lexicon.Determiner != 0:
		return true
	case f&lexicon.NounPreposition != 0:
		return hangs(s, p)
	case f&lexicon.Pronoun != 0, f&lexicon.ObjectPronoun != 0 && f&lexicon.Possessive == 0 && !it.Cap:
		return false
	case f&(lexicon.Weekday) != 0, f&lexicon.Month != 0 && !nameMonth(s, p):
		return false
	case f&lexicon.Time != 0 && !it.Cap:
		return false
	case f&lexicon.Adverb != 0 && f&lexicon.Adjective == 0 && !(it.Cap && p > 0):
		return false
	case it.Lower == "and" || it.Lower == "&" || f&lexicon.Coordinator != 0 && it.Lower != "but" && it.Lower != "or":
		return joins(s, p, j)
	case f&(lexicon.Auxiliary|lexicon.Conjunction|lexicon.Preposition|lexicon.ClauseOpener|lexicon.PronounRelative) != 0:
		return false
	}
	return !finite(s, p) && !perfect(s, p)
}

// perfect reports whether item p is the participle of a verb that begins before it,
// and so no part of a noun: "has also included members of the guild".
func perfect(s *cues.Sentence, p int) bool {
	if s.Items[p].Cap || !strings.HasSuffix(s.Lower(p), "ed") && !s.Is(p, lexicon.Irregular) {
		return false
	}
	k := p - 1
	for s.Is(k, lexicon.Adverb) && !s.Is(k, lexicon.Auxiliary) {
		k--
	}
	return s.Is(k, lexicon.Auxiliary)
}

// finite reports whether item p is a verb of saying in a finite form, and so
// no part of a noun.
func finite(s *cues.Sentence, p int) bool {
	if s.Items[p].Cap || s.Is(p, lexicon.Somebody|lexicon.Adjective|lexicon.StatementNoun|lexicon.Venue) {
		return false
	}
	for _, v := range s.Lex.Verbs(s.Lower(p)) {
		if v.Form == lexicon.Past && len(v.After) == 0 && !s.Is(p-1, lexicon.Determiner|lexicon.Adjective) {
			return true
		}
		// "Lee says Rand said": between two names it is no plural noun.
		if v.Form == lexicon.Third && v.Class == lexicon.Say && s.Word(p-1) && s.Items[p-1].Cap && s.Word(p+1) && s.Items[p+1].Cap {
			return true
		}
	}
	return false
}

// nameMonth reports whether a month's name at p is somebody's: Theresa May,
// Jan van der Berg.
func nameMonth(s *cues.Sentence, p int) bool {
	if s.Items[p].Cap && s.Lex.Has("given-month", s.Lower(p)) && !s.Is(p-1, lexicon.Preposition) && s.Word(p+1) && (s.Items[p+1].Cap || s.Is(p+1, lexicon.Particle)) {
		return true
	}
	return s.Items[p].Cap && (s.Word(p-1) && s.Items[p-1].Cap && s.Items[p-1].Flags&lexicon.Preposition == 0 || s.Is(p-1, lexicon.Honorific))
}

// hung gives the item of the first preposition inside a noun phrase, which hangs something
// on the noun before it, or the end of the phrase.
func hung(s *cues.Sentence, n Range) int {
	k := n.First + 1
	for k < n.End && !s.Is(k, lexicon.Preposition) {
		k++
	}
	return min(k, n.End)
}

// hangs reports whether the preposition at p joins two nouns.
func hangs(s *cues.Sentence, p int) bool {
	b := p - 1
	if !s.Word(b) || s.Is(b, lexicon.Time|lexicon.Adverb|lexicon.Auxiliary|lexicon.Preposition|lexicon.Conjunction|lexicon.Pronoun) && !s.Is(b, lexicon.Somebody) {
		return s.Lower(p) == "of" && s.Is(b, lexicon.PronounOther|lexicon.Determiner)
	}
	if s.Lower(p) == "of" || pastNone(s, p) > p {
		return true
	}
	if s.Lex.Has("hails-by", s.Lower(p)) && capital(s, b) && b > 0 && (speakers.Gender(s.Lower(b-1)) != 0 || b == 1 && s.Items[0].Cap && s.Items[0].Flags == 0) && organisation(s, Range{p + 1, min(p+6, len(s.Items))}) {
		return true // "Ann Lee from the Institute of the Sea"
	}
	causes := b == 0 && strings.HasSuffix(s.Lower(b), "s") && capital(s, p+1) && s.Lower(p) != "of" && s.Lex.Has("named-by", s.Lower(p))
	if causes || CalledFor(s, Range{0, p + 2}, p) || s.Lower(p) == "for" && namedFor(s, b) || s.Lower(p) == "from" && b == 1 && s.Is(0, lexicon.Determiner) {
		return true // "Mothers for Peace", "The Democrat from Elm"
	}
	return s.Is(b, lexicon.Somebody|lexicon.Venue|lexicon.StatementNoun) || b > 0 && (s.Is(b-1, lexicon.Adjective|lexicon.Role) || s.Lower(p) == "with" && s.Is(b-1, lexicon.Group)) && !s.Items[b].Cap
}

// namedFor reports whether item b ends the first half of a body's name behind somebody's:
// "Ann Lee of the far-left Alliance for Norland".
func namedFor(s *cues.Sentence, b int) bool {
	k := b
	for k > 0 && capital(s, k) {
		k--
	}
	if k == b {
		return false
	}
	for lower := 0; lower < 4 && k > 0 && !s.Is(k, lexicon.Determiner|lexicon.Preposition) && (s.Word(k) || s.Mark(k, "-", "‑")); lower++ {
		k--
	}
	return s.Is(k, lexicon.Determiner) && s.Lower(k-1) == "of" && capital(s, k-2)
}

// joins reports whether "and" at p joins two speakers of one subject.
func joins(s *cues.Sentence, p, j int) bool {
	if !s.Word(p-1) || s.Is(p-1, lexicon.Auxiliary|lexicon.Adverb) || !s.Word(p+1) {
		return false
	}
	cap1, cap2 := s.Items[p-1].Cap, s.Items[p+1].Cap
	if cap1 && cap2 {
		return true
	}
	return s.Is(p-1, lexicon.Somebody) && (s.Is(p+1, lexicon.Somebody) || s.Is(j, lexicon.Somebody) && j-p < 4) && (s.Word(p-2) || p == 1)
}

// inner reports whether the mark at p can stand inside a noun phrase.
func inner(s *cues.Sentence, i, p, j int) bool {
	switch s.Lower(p) {
	case ".":
		return s.Word(p-1) && s.Items[p-1].Cap && (s.Lex.Breaks().Abbreviations[s.Lower(p-1)] || len(s.Lower(p-1)) == 1)
	case "-", "/", "‑":
		return s.Word(p-1) && !s.Items[p].Gap
	case "&": // "Lee & Partners"
		return s.Word(p-1) && (!s.Items[p].Gap || s.Items[p-1].Cap && s.Word(p+1) && s.Items[p+1].Cap)
	case ",":
		return s.Is(p+1, lexicon.Suffix)
	case ")", "]":
		return true
	case "'", "’": // the ministers' council
		return s.Word(p-1) && !s.Items[p].Gap && p+1 < len(s.Items) && s.Items[p+1].Gap
	}
	return false
}
