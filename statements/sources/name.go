package sources

import (
	"slices"
	"strings"

	"onrecord/statements/cues"
	"onrecord/statements/lexicon"
	"onrecord/statements/speakers"
	"onrecord/statements/text"
)

// nameIn finds the proper name in a head: its last run of capitals, after the
// last role, title, demonym or possessive before it.
func nameIn(s *cues.Sentence, head Range) Range {
	head.First = behindBody(s, head)
	first := head.First
	if s.Is(first, lexicon.Determiner) {
		first++
	}
	if end := Brotherhood(s, first); end > first && end <= head.End {
		return Range{first, end}
	}
	end := head.End
	// What hangs on by a preposition or stands in brackets is no part of it:
	// "Ann Lee of the Port Board".
	for i := head.First; i < head.End; i++ {
		if next := max(pastDesk(s, i, head.End), PastBody(s, i, head.End), pastNone(s, i)); next > i {
			head.First, i = next, next
			continue
		}
		if i == head.First {
			continue
		}
		if hangs := s.Is(i, lexicon.Preposition) && !s.Items[i].Cap && !(s.Is(i, lexicon.Particle) && capital(s, i-1) && !(s.Lex.Lang == "de" && s.Is(i-1, lexicon.Role))); hangs {
			before := Range{head.First, i}
			if !hasCap(s, before) || i == 1 && s.Lex.Flags(strings.TrimSuffix(s.Lower(0), "s"))&lexicon.Role != 0 {
				return Range{} // "a spokesman for Lee" is not Lee, nor are "Mothers for Lee"
			}
			if CalledFor(s, head, i) {
				continue // "the charity Bread for Elm"
			}
			if organisation(s, before) && s.Lower(i) != "at" && !placed(s, i) && !(s.Is(i-1, lexicon.Role) && !s.Is(i-1, lexicon.OrganisationWord)) && (capital(s, i+1) || capital(s, i+2)) {
				continue // Chamber of Trade
			}
			end = i
			break
		}
		if s.Lex.Lang == "de" && s.Is(i, lexicon.Genitive) && !s.Items[i].Cap && person(s, head.First, i) {
			end = i // "Ministerin Petra Lindner der Freien Union"
			break
		}
		if s.Mark(i, "(", ",") && !s.Is(i+1, lexicon.Suffix) || s.Is(i, lexicon.PronounRelative) {
			if hasCap(s, Range{head.First, i}) {
				end = i
			}
			break
		}
	}
	if s.Is(head.First, lexicon.Determiner) && !hasCap(s, Range{head.First + 1, end}) {
		return Range{}
	}
	last := end - 1
	for last >= head.First && !capital(s, last) && !s.Is(last, lexicon.Suffix) {
		if s.Items[last].Kind == text.Letters && !s.Items[last].Cap {
			return Range{} // "the Port Board official": a role, not a name
		}
		last--
	}
	if last < head.First {
		return Range{}
	}
	first = last
	for first > head.First {
		b := first - 1
		if capital(s, b) && !titleWord(s, b, first) || Particle(s, b) && (b > head.First && (capital(s, b-1) || s.Is(b-1, lexicon.Particle)) || b == head.First && !s.Is(b, lexicon.Determiner|lexicon.Preposition)) ||
			s.Mark(b, ".", "-", "&", "/") && s.Word(b-1) && s.Items[b-1].Cap && !titleWord(s, b-1, first) || s.Mark(b, ",") && s.Is(first, lexicon.Suffix) {
			first = b
			continue
		}
		if b > head.First && Nickname(s, b) {
			first = b - 1
			continue
		}
		// "the Pilots' Union"
		if s.Mark(b, "'", "’") && !s.Items[b].Gap && capital(s, b-1) && organisation(s, Range{first, last + 1}) {
			first = b - 1
			continue
		}
		if CalledFor(s, head, b) {
			first = b - 1
			continue
		}
		if (s.Lower(b) == "of" || s.Lower(b) == "for" || s.Lower(b) == "and" && (organisation(s, Range{first, last + 1}) || s.Is(b-1, lexicon.Office))) && capital(s, b-1) && (organisation(s, Range{head.First, last + 1})) {
			first = b
			continue
		}
		break
	}
	for first <= last && s.Items[first].Kind == text.Mark {
		first++
	}
	if busyWith(s, head.First, first) {
		return Range{}
	}
	first = pastTrade(s, behindDuty(s, behindPlace(s, first, last), last), last)
	// Russian hangs a place on a body without a preposition: "Министерство
	// обороны Норландии" is not Norland.
	if s.Lex.Lang == "ru" && s.Is(head.First, lexicon.Body) && first > head.First {
		return Range{}
	}
	// German writes every noun with a capital: after an article it is no name.
	if s.Lex.Lang == "de" && (first > head.First && ofNoun(s, head.First, first, last) || s.Is(last, lexicon.Body)) && speakers.Gender(s.Lower(first)) == 0 {
		if first = called(s, first, last); first == last {
			return Range{}
		}
	}
	for last > first+1 && s.Lex.Has("behind-name", s.Lower(last)) {
		if s.Is(first-1, lexicon.Determiner) {
			return Range{} // "the Renewal Party MP"
		}
		last-- // "Ann Lee MP"
	}
	if first > last || onlyTitle(s, first, last) && !(s.Is(first, lexicon.OrganisationWord) && s.Is(first+1, lexicon.Preposition)) {
		return Range{}
	}
	return Range{first, last + 1}
}

// behindDuty gives the first item of a name without the last word of an office right before
// it: "Chairman of the Committee on Relations with Neighbours Tom Lee".
func behindDuty(s *cues.Sentence, first, last int) int {
	if s.Lex.Lang != "en" || last-first != 2 || !s.Is(first-1, lexicon.Preposition) || speakers.Gender(s.Lower(first)) != 0 || speakers.Gender(s.Lower(first+1)) == 0 || s.Is(first, lexicon.Honorific|lexicon.Role|lexicon.Particle) {
		return first
	}
	for k := first - 2; k >= max(0, first-longestOffice); k-- {
		if s.Is(k, lexicon.Role) && s.Items[k].Cap {
			return first + 1
		}
	}
	return first
}

// longestOffice is how many words an office with its duties has at most.
const longestOffice = 24

// CalledFor reports whether the preposition at item i stands inside the name of a group,
// which what it is comes before: "the charity Bread for Elm", "the group Patients in
// Waiting". "The charity Breadline in Norland" is in a land.
func CalledFor(s *cues.Sentence, head Range, i int) bool {
	first := i - 1
	for first > head.First && capital(s, first-1) {
		first--
	}
	if s.Lex.Lang != "en" || first == 0 || !capital(s, i-1) || !capital(s, i+1) || !s.Is(first-1, lexicon.Body|lexicon.Group) && !s.Lex.Has("cause", s.Lower(first-1)) {
		return false
	}
	if s.Is(first, lexicon.Role|lexicon.Honorific|lexicon.Demonym) && !strings.HasSuffix(s.Lower(first), "s") || speakers.Gender(s.Lower(first)) != 0 {
		return false
	}
	return s.Lex.Has("named-by", s.Lower(i)) || s.Lower(i) == "in" && first == i-1 && strings.HasSuffix(s.Lower(first), "s") && !isLand(s, i+1) && !s.Is(i+1, lexicon.Place)
}

// placed reports whether the preposition at item i only says where a body is, or of
// what one is that is written small: "the Port Board in Sedge", "the embassy of Elm".
func placed(s *cues.Sentence, i int) bool {
	return s.Lex.Lang == "en" && (!s.Items[i-1].Cap || s.Lower(i) == "in" || s.Lower(i) == "at" || s.Lower(i) == "from")
}

// Brotherhood is the item after the name of a group that is called after what it
// is of and begins with item first, behind its article: "the Sons of the Salt Road".
// Adams of Elm has none. It is first where there is no such name.
func Brotherhood(s *cues.Sentence, first int) int {
	const known = lexicon.Somebody | lexicon.Honorific | lexicon.Demonym | lexicon.OrganisationWord | lexicon.Place
	if first == 0 || s.Lower(first-1) != "the" || s.Lower(first+1) != "of" || !capital(s, first) || s.Is(first, known) || !strings.HasSuffix(s.Lower(first), "s") || speakers.Gender(s.Lower(first)) != 0 {
		return first
	}
	of := first + 2
	if s.Lower(of) == "the" {
		of++
	}
	end := of
	for capital(s, end) {
		end++
	}
	if end == of {
		return first
	}
	return end
}

// busyWith reports whether the name at item first is no more than whom somebody
// does something for or to: "a lawyer representing Ann Lee".
func busyWith(s *cues.Sentence, from, first int) bool {
	b := first - 1
	return s.Lex.Lang == "en" && b > from && !s.Items[b].Cap && strings.HasSuffix(s.Lower(b), "ing") && !s.Is(b, lexicon.Role|lexicon.Adjective|lexicon.Honorific) && hasFlag(s, Range{from, b}, lexicon.Somebody)
}

// pastDesk gives the item after what an office is of, which begins at item i, where a
// name or a title follows: "Secretary of State Ann Lee". Else it gives i.
func pastDesk(s *cues.Sentence, i, end int) int {
	k := i
	for k < end && s.Desk(k) {
		k++
	}
	if k < end && (capital(s, k) || s.Is(k, lexicon.Role|lexicon.Honorific) || Particle(s, k)) {
		return k
	}
	return i
}

// pastNone gives the item after what says that an office is of nothing, and begins at item
// i: "Minister without portfolio". Else it gives i.
func pastNone(s *cues.Sentence, i int) int {
	for _, phrase := range s.Lex.Phrases("no-desk", s.Lower(i)) {
		if end, ok := s.Match(i, phrase); ok {
			return end
		}
	}
	return i
}

// onlyTitle reports whether capitals are a title and nothing more: "Foreign
// Minister". A role may be a surname after a given name: Stephen King.
func onlyTitle(s *cues.Sentence, first, last int) bool {
	if !s.Is(last, lexicon.Role|lexicon.Group|lexicon.Honorific) && !s.Lex.Has("partisan", s.Lower(last)) || s.Is(last, lexicon.OrganisationWord) || s.Mark(last-1, "&") {
		return false
	}
	before := first - 1
	if s.Mark(before, ".") {
		before--
	}
	if first == last && s.Lex.Has("courtesy", s.Lower(before)) && s.Lex.Has("role-surname", s.Lower(last)) {
		return false // "Mr. King"
	}
	return last == first || s.Is(last-1, lexicon.Role|lexicon.Honorific|lexicon.Adjective|lexicon.Demonym|lexicon.Office|lexicon.OrganisationWord|lexicon.Body) || speakers.Gender(s.Lower(first)) == 0
}

// pastTrade gives the item after a trade or party that stands before a full
// name with a capital of its own: "Baker Ann Lee", "Sedge Republican Ann Lee".
// Baker alone is a surname.
func pastTrade(s *cues.Sentence, first, last int) int {
	if first == 0 && last-first == 2 && doer(s, first) && speakers.Gender(s.Lower(first)) == 0 && speakers.Gender(s.Lower(first+1)) != 0 {
		return first + 1 // "Beekeeper Ann Lee": the sentence gave it its capital
	}
	if s.Lex.Has("trade", s.Lower(first)) && last-first == 2 && speakers.Gender(s.Lower(first)) == 0 {
		return first + 1
	}
	for k := first; k < min(last, first+3); k++ {
		bare := last == first+1 && !s.Is(last, lexicon.OrganisationWord|lexicon.Somebody|lexicon.Adjective)
		if s.Lex.Has("partisan", s.Lower(k)) && (bare || speakers.Gender(s.Lower(k+1)) != 0) {
			return k + 1
		}
	}
	return first
}

// behindPlace gives the item after a place at the front of a sentence that no comma
// parts from a full name: "In Sedge Ann Lee said". Else it gives first.
func behindPlace(s *cues.Sentence, first, last int) int {
	if first != 1 || s.Lex.Lang != "en" || !s.Lex.Has("where", s.Lower(0)) || organisation(s, Range{first, last + 1}) {
		return first
	}
	if !isLand(s, first) && speakers.Gender(s.Lower(first)) != 0 {
		return first
	}
	for k := first + 1; k < last; k++ {
		if speakers.Gender(s.Lower(k)) != 0 {
			return k
		}
	}
	return first
}

// doer reports whether item i ends as English words for people by what they do.
func doer(s *cues.Sentence, i int) bool {
	return slices.ContainsFunc(s.Lex.List("doer-ending"), func(end string) bool { return len(s.Lower(i)) > len(end)+2 && strings.HasSuffix(s.Lower(i), end) })
}

func hasCap(s *cues.Sentence, r Range) bool {
	for i := r.First; i < r.End; i++ {
		if capital(s, i) {
			return true
		}
	}
	return false
}

// capital reports whether item i is a word of a name by its capital.
func capital(s *cues.Sentence, i int) bool {
	if !s.Word(i) || !s.Items[i].Cap || s.Items[i].Kind != text.Letters {
		return false
	}
	return !(i == 0 && s.Is(i, lexicon.Determiner|lexicon.Preposition|lexicon.Conjunction|lexicon.Adverb|lexicon.Group|lexicon.Pronoun)) && !(s.Is(i, lexicon.Determiner) && s.Lower(i) != "one")
}

// titleWord reports whether the capitalised item i is a title or role before
// the name that begins at next, and not part of it.
func titleWord(s *cues.Sentence, i, next int) bool {
	if s.Lex.Has("general", s.Lower(i)) && s.Lex.Has("general-what", s.Lower(next)) && s.Items[next].Cap {
		return false // the General Staff is no general
	}
	if national(s, i, next) {
		return false // the Elmish Medical Association is not every Medical Association
	}
	if s.Is(i, lexicon.Honorific|lexicon.Role|lexicon.Demonym) && !s.Is(next, lexicon.OrganisationWord) {
		_, _, state := s.Lex.StateOf(s.Lower(i) + " " + s.Lower(next))
		return !state // the Czech Republic
	}
	return s.Is(i, lexicon.Group) && !s.Mark(i-1, "&") // "Lee & Partners"
}

// national reports whether item i is whose body the capitals are that begin at next:
// "Elmish Medical Association".
func national(s *cues.Sentence, i, next int) bool {
	if s.Lex.Lang != "en" || !s.Is(i, lexicon.Demonym) || s.Is(i, lexicon.Role|lexicon.Honorific) {
		return false
	}
	for k := next; capital(s, k) && !s.Is(k, lexicon.Role|lexicon.Honorific); k++ {
		if s.Is(k, lexicon.OrganisationWord|lexicon.Body) {
			return true
		}
	}
	return false
}

func organisation(s *cues.Sentence, r Range) bool {
	for i := r.First; i < r.End; i++ {
		if s.Is(i, lexicon.OrganisationWord) {
			return true
		}
	}
	return false
}
