package sources

import (
	"strings"

	"onrecord/statements/cues"
	"onrecord/statements/lexicon"
	"onrecord/statements/text"
)

// Right finds the subject or agent that begins with item first, as in "said
// Ann Lee, a nurse" and "according to two officials".
func Right(s *cues.Sentence, first int) (whole, head Range, ok bool) {
	if !begins(s, first) {
		return whole, head, false
	}
	if s.Is(first, lexicon.PronounM|lexicon.PronounF|lexicon.PronounP|lexicon.PronounN) {
		r := Range{first, first + 1}
		return r, r, true
	}
	end := first + 1
	for end < len(s.Items) && end < first+widest && continues(s, first, end) && !addressed(s, first, end) {
		end++
	}
	end = max(end, pastNamed(s, end))
	for end > first+1 && (s.Items[end-1].Kind == text.Mark && !s.Mark(end-1, ")", ".") || s.Is(end-1, lexicon.Preposition|lexicon.Coordinator|lexicon.Determiner|lexicon.Time|lexicon.Adverb) && !s.Items[end-1].Cap) {
		end--
	}
	head = Range{first, end}
	if end > first+2 && s.Lex.Lang == "en" && s.Lower(end) == "by" && !s.Items[end-1].Cap && strings.HasSuffix(s.Lower(end-1), "ed") {
		head.End-- // "a study commissioned by the ministry"
	}
	if !names(s, head) && (!s.Is(first, lexicon.Determiner) || s.Is(end, lexicon.Time)) {
		return whole, head, false // "said a day later"
	}
	whole = Range{first, apposition(s, first, end)}
	if head.End < end && begins(s, end+1) {
		by := end + 2
		for by < len(s.Items) && by < first+widest && continues(s, end+1, by) {
			by++
		}
		whole.End = max(whole.End, by)
	}
	if whole.End > end && s.Mark(whole.End, ",") && s.Is(whole.End+1, lexicon.PronounRelative) {
		whole.End = clause(s, whole.End+1)
	}
	return whole, head, true
}

func begins(s *cues.Sentence, i int) bool {
	if !s.Word(i) || s.Items[i].Kind == text.Clitic && !s.Is(i, lexicon.Pronoun) {
		return false
	}
	it := s.Items[i]
	if it.Flags&lexicon.Time != 0 && !nameMonth(s, i) && !(it.Cap && i+1 < len(s.Items) && s.Items[i+1].Cap) {
		return false
	}
	if it.Flags&(lexicon.Determiner|lexicon.Pronoun|lexicon.Somebody|lexicon.Honorific|lexicon.Adjective|lexicon.Demonym|lexicon.Place) != 0 && it.Flags&lexicon.ClauseOpener == 0 {
		return true
	}
	if it.Kind == text.Letters && !it.Cap && it.Flags&^lexicon.Office == 0 && s.Word(i+1) && len(s.Lex.Verbs(it.Lower)) == 0 {
		name := i + 1
		for s.Is(name, lexicon.Role) && !s.Items[name].Cap {
			name++
		}
		if s.Word(name) && s.Items[name].Cap && s.Items[name].Flags&lexicon.Time == 0 {
			return true // "said docker Ann Lee", "said relief coordinator Ann Lee"
		}
	}
	if s.Lex.Lang == "en" && Particle(s, i) && !s.Is(i, lexicon.Determiner|lexicon.Preposition|lexicon.Auxiliary|lexicon.Conjunction) {
		return true // "said von der Leyen"
	}
	if s.Headline && it.Flags&lexicon.Adverb != 0 {
		return false // "Bank Holds Rate, Says Too Early to Celebrate"
	}
	return it.Cap && it.Flags&(lexicon.Preposition|lexicon.Conjunction|lexicon.Auxiliary) == 0 || it.Kind == text.Number
}

// continues reports whether item i can go on with the noun that began at first.
func continues(s *cues.Sentence, first, i int) bool {
	it := s.Items[i]
	if it.Quote >= 0 {
		return Nickname(s, i)
	}
	if Nickname(s, i-1) || it.Desk {
		return true
	}
	prev := s.Items[i-1]
	switch {
	case it.Kind == text.Clitic:
		return it.Lower == "'s"
	case it.Kind == text.Mark:
		switch it.Lower {
		case ".":
			return s.Lex.Breaks().Abbreviations[prev.Lower] && !s.Stop(i) || len(prev.Lower) == 1 && prev.Cap && i+1 < len(s.Items) && s.Items[i+1].Cap
		case "-", "/", "&", "‑", "(", ")":
			return !s.Stop(i) || it.Lower == ")"
		case "'", "’":
			return !it.Gap
		}
		return it.Lower == "," && s.Is(i+1, lexicon.Suffix)
	}
	f := it.Flags
	switch {
	case f&lexicon.Genitive != 0 && prev.Cap && i+1 < len(s.Items) && (s.Items[i+1].Cap || s.Is(i+1, lexicon.Adjective)):
		return true // "der Chef des Hafens"
	case s.Is(i-1, lexicon.Genitive) && i > first+1:
		return true
	case s.Is(i-1, lexicon.Preposition):
		return it.Cap || f&(lexicon.Determiner|lexicon.Somebody|lexicon.Adjective|lexicon.Demonym) != 0 || f&(lexicon.Time|lexicon.Auxiliary) == 0
	case f&lexicon.Time != 0 && !nameMonth(s, i):
		return false
	case f&lexicon.NounPreposition != 0, s.Lex.Has("named-by", it.Lower):
		return CalledFor(s, Range{first, i + 2}, i) || (it.Lower == "of" || s.Is(i-1, lexicon.Somebody) && !prev.Cap) && !s.Is(i+1, lexicon.Time) && f&lexicon.ClauseOpener == 0
	case f&lexicon.Coordinator != 0:
		return it.Lower != "but" && it.Lower != "or" && joins(s, i, i+1)
	case f&(lexicon.Auxiliary|lexicon.Conjunction|lexicon.ClauseOpener|lexicon.PronounRelative|lexicon.Preposition) != 0:
		return f&lexicon.Determiner != 0 && f&lexicon.ClauseOpener == 0 || it.Cap && prev.Cap && f&lexicon.Particle != 0
	case f&lexicon.Pronoun != 0 && f&lexicon.Determiner == 0:
		return false
	case f&lexicon.Adverb != 0 && f&lexicon.Adjective == 0:
		return false
	case f&lexicon.Determiner != 0:
		return s.Is(i-1, lexicon.Determiner)
	}
	// A lower-case word after a name begins something else ("said Lee
	// repeatedly"), unless a role follows the name of a body.
	if prev.Cap && !it.Cap && prev.Kind == text.Letters && !s.Is(i-1, lexicon.Determiner|lexicon.Demonym|lexicon.Place|lexicon.Honorific|lexicon.OrganisationWord|lexicon.Adjective) && f&(lexicon.Somebody|lexicon.Particle|lexicon.Adjective) == 0 {
		return false
	}
	return !finite(s, i)
}

// bearsIt reports whether the name between the comma at item end and the next is that of
// the one who has the office that begins with item first: "said the chairman of the Harbour
// Guild, Ann Lee, and left".
func bearsIt(s *cues.Sentence, first, end int) bool {
	of := hung(s, Range{first, end})
	return s.Lex.Lang == "en" && s.Is(first, lexicon.Determiner) && of < end && s.Is(of-1, lexicon.Role) && fullName(s, end+1)
}

// apposition gives the end of a source with what follows its head between
// commas, or the end of the head.
func apposition(s *cues.Sentence, first, end int) int {
	if !s.Mark(end, ",") {
		if s.Is(end, lexicon.PronounRelative) {
			return clause(s, end)
		}
		return end
	}
	i := end + 1
	if i+2 < len(s.Items) && s.Items[i].Kind == text.Number && s.Mark(i+1, ",") && s.Is(i+2, lexicon.Determiner|lexicon.Role) {
		i += 2 // an age: "said Ann Lee, 75, a nurse"
	}
	if !apposes(s, i, min(i+1, len(s.Items))) || aside(s, i) && !s.Is(i, lexicon.PronounRelative) || s.Is(i, lexicon.Pronoun) && !s.Is(i, lexicon.Determiner) {
		return end
	}
	if s.Items[i].Cap && !s.Is(i, lexicon.Somebody|lexicon.Determiner|lexicon.Adjective|lexicon.Honorific) && !possessiveSoon(s, i) &&
		!((s.Is(end-1, lexicon.Role) || s.Is(end-1, lexicon.Group) && s.Is(first, lexicon.PronounOther) && fullName(s, i) || s.Is(first, lexicon.Possessive) && fullName(s, i)) && !s.Items[end-1].Cap && s.Word(i+1) && s.Items[i+1].Cap) && !bearsIt(s, first, end) {
		return end
	}
	if len(s.Lex.Verbs(s.Lower(i))) > 0 && !s.Is(i, lexicon.Somebody|lexicon.Adjective) {
		return end
	}
	stop := clause(s, i)
	for k := i; k < stop && !s.Is(k, lexicon.PronounRelative|lexicon.That); k++ {
		if s.Is(k, lexicon.Auxiliary) && s.Items[k].Kind != text.Clitic {
			return end // a clause of its own: "according to Lee, the town is"
		}
	}
	if !Apposed(s, first, stop) {
		return end
	}
	return stop
}

// fullName reports whether two or three capitals and then a mark stand at item
// i: "his flatmate, Bo Rand,".
func fullName(s *cues.Sentence, i int) bool {
	end := i
	for end < i+5 && (capital(s, end) || end > i && Particle(s, end)) {
		end++
	}
	return end > i+1 && end < i+5 && capital(s, end-1) && (s.Mark(end, ",") || s.Stop(end))
}

func possessiveSoon(s *cues.Sentence, i int) bool {
	for j := i; j < min(i+5, len(s.Items)); j++ {
		if s.Items[j].Kind == text.Clitic || s.Is(j, lexicon.Role) {
			return true
		}
		if !s.Word(j) {
			return false
		}
	}
	return false
}

// clause gives the end of an apposition or relative clause that begins at i:
// its comma, a quotation, or the sentence's end.
func clause(s *cues.Sentence, i int) int {
	for ; i < len(s.Items) && !s.Stop(i); i++ {
		if s.Items[i].Desk {
			continue
		}
		if s.IsQuote(i) || s.Mark(i, ",", ";", ":", "—", "–", "―", "--") {
			return i
		}
	}
	return i
}
