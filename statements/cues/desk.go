package cues

import (
	"onrecord/statements/lexicon"
	"onrecord/statements/speakers"
	"onrecord/statements/text"
)

// desks marks what an office is of: "of Labour and Social Security" in "Minister of
// Labour and Social Security Ann Lee", "Work and Pensions" in "the Work and Pensions
// Secretary". No "and" and no comma in it parts two speakers, and none of its
// capitals is a name.
func (s *Sentence) desks() {
	for i := range s.Items {
		if !s.Is(i, lexicon.Role|lexicon.Honorific) || s.Items[i].Desk {
			continue
		}
		first, end := s.deskBefore(i), s.deskBehind(i)
		for k := first; k < max(i, end); k++ {
			s.Items[k].Desk = k != i
		}
	}
}

// deskWord reports whether item i says what an office is of: "health", "Near Eastern".
func (s *Sentence) deskWord(i int) bool {
	return s.Word(i) && (s.Is(i, lexicon.Office) || s.Lex.Has("desk", s.Lower(i)))
}

// deskRange reports whether item i narrows such a word: Social of "Social Security".
func (s *Sentence) deskRange(i int) bool {
	return s.Word(i) && (s.Is(i, lexicon.Adjective|lexicon.Demonym) && !s.Is(i, lexicon.Role|lexicon.Determiner) ||
		s.Lex.Has("general", s.Lower(i)) && s.Lex.Has("general-what", s.Lower(i+1)))
}

// deskBefore gives the first item of what stands before the role at item i, where it
// is several joined by "and": one alone is an adjective like any other. Written small
// it is told from other nouns by the article.
func (s *Sentence) deskBefore(i int) int {
	capital := s.Items[i].Cap
	first := i
	for k := i - 1; k >= 0; k-- {
		if s.joins(k) && first == k+1 && first < i {
			continue
		}
		if !s.deskWord(k) && !(s.deskRange(k) && first == k+1) || s.Items[k].Cap != capital || s.Items[k].Desk {
			break
		}
		first = k
	}
	for first < i && !s.deskWord(first) {
		first++ // Norvanian is whose minister it is
	}
	if !s.joined(first, i) || !capital && !s.Is(first-1, lexicon.Determiner|lexicon.Demonym|lexicon.Adjective) && !(first > 0 && s.Items[first-1].Kind == text.Clitic) {
		return i
	}
	return first
}

// joined reports whether something is joined in the items [first, end): a comma alone
// parts, "for the European Union, Special Representative Ann Lee".
func (s *Sentence) joined(first, end int) bool {
	for k := first; k < end; k++ {
		if s.joins(k) && !s.Mark(k, ",") {
			return true
		}
	}
	return false
}

// joins reports whether item k is "and" or a comma.
func (s *Sentence) joins(k int) bool {
	return s.Mark(k, ",", "&") || s.Word(k) && s.Lex.Has("and", s.Lower(k))
}

// deskBehind gives the item after what the role at item i is of; i where nothing is.
func (s *Sentence) deskBehind(i int) int {
	if !s.Lex.Has("desk-by", s.Lower(i+1)) {
		return i
	}
	k, last := i+2, i
	if s.Lex.Has("definite", s.Lower(k)) {
		k++
	}
	known := k > i+2 && s.Lower(i+1) != "to" // "secretary of the Port Board" has no name
	first := k
	for ; k < len(s.Items); k++ {
		switch {
		case s.deskWord(k) && !s.Is(k, lexicon.Role), s.sentTo(i, k), !known && s.unknownDesk(i, k):
			last = k + 1
		case s.deskRange(k):
		case last == k && s.joins(k) && s.deskFollows(i, first, k+1, known):
			if s.joins(k + 1) {
				k++ // ", and"
			}
		case last == k && s.Lex.Has("desk-by", s.Lower(k)) && s.deskFollows(i, first, k+1, true):
		default:
			return s.ofNoBody(i, last)
		}
	}
	return last
}

// ofNoBody gives the item after what the role at item i is of, or i where that is no
// more than the front of a body's name or of another's title: "secretary of the
// Security Council", "spokesman for Health Secretary Ann Lee".
func (s *Sentence) ofNoBody(i, last int) int {
	if s.Is(last, lexicon.Role|lexicon.Honorific) && s.Items[last].Cap || s.Lower(last) == "of" {
		return i
	}
	if last > i && s.plain(last) && s.Mark(last+1, ",") {
		return last + 1 // "Minister for Overseas Parcels, Ann Lee,"
	}
	article := s.Lex.Has("definite", s.Lower(i+2)) && s.Lower(i+1) != "to"
	if article && last > i && last < len(s.Items) && s.Items[last].Cap && !s.Is(last-1, lexicon.Office) && speakers.Gender(s.Lower(last)) == 0 {
		return i // "president of the Islamic Republic"
	}
	k := last
	for ; k < len(s.Items) && s.Word(k) && s.Items[k].Cap; k++ {
		if s.Is(k, lexicon.OrganisationWord|lexicon.Body) {
			return i
		}
	}
	if k > last && s.Lower(k) == "of" {
		return i
	}
	return last
}

// deskFollows reports whether one more of what an office is of begins with item k,
// written as the first of it is.
func (s *Sentence) deskFollows(role, first, k int, known bool) bool {
	if s.Mark(k-1, ",") && s.joins(k) && !s.Mark(k, ",") {
		k++
	}
	for s.deskRange(k) && !s.deskWord(k) || s.Lex.Has("desk", s.Lower(k)) && s.Is(k+1, lexicon.Demonym) {
		k++ // "Near Eastern affairs"
	}
	if k >= len(s.Items) || s.Items[k].Cap != s.Items[first].Cap {
		return false
	}
	return s.deskWord(k) && !s.Is(k, lexicon.Role) || !known && s.unknownDesk(role, k)
}

// unknownDesk reports whether a capital that the lexicon does not have is what the
// role at item role is of, because it leaves a name behind it: "Minister for
// Lighthouses Ann Lee", "envoy to Norvania Bo van Rand".
func (s *Sentence) unknownDesk(role, k int) bool {
	if s.Shouted || !s.Lex.Has("desk-of", s.Lower(role)) || !s.plain(k) || !s.opensDesk(role, k) || speakers.Gender(s.Lower(k)) != 0 {
		return false
	}
	end := k + 1
	for s.plain(end) || s.Is(end, lexicon.Particle) && !s.Is(end, lexicon.Preposition|lexicon.Determiner) {
		end++
	}
	if end == k+1 {
		return s.joins(end) && !s.Mark(end, ",") && s.plain(end+1) && speakers.Gender(s.Lower(end+1)) == 0
	}
	return end-k > 2 && s.namedFrom(k+1, end) && !s.bodyIn(k, end)
}

// namedFrom reports whether capitals that the lexicon does not have begin with a given
// name, or are as few as a name and have none.
func (s *Sentence) namedFrom(first, end int) bool {
	for k := first; k < end-1; k++ {
		if speakers.Gender(s.Lower(k)) != 0 {
			return k == first
		}
	}
	return end-first <= longestName
}

// longestName is how many words a name has at most whose given name is not known.
const longestName = 3

// opensDesk reports whether what the role at item role is of may begin with item k.
func (s *Sentence) opensDesk(role, k int) bool {
	b := k - 1
	for b > role+1 && s.deskRange(b) {
		b--
	}
	return s.Lex.Has("desk-by", s.Lower(b)) || s.joins(b)
}

// sentTo reports whether item k is a body to which the role at item role is sent, and a
// name follows: "permanent representative to the UN Ann Lee".
func (s *Sentence) sentTo(role, k int) bool {
	return s.Lower(role+1) == "to" && k <= role+3 && s.Word(k) && s.Items[k].Cap && s.Is(k, lexicon.OrganisationWord|lexicon.Body|lexicon.Place|lexicon.Demonym) && s.plain(k+1) && (s.plain(k+2) || s.Is(k+2, lexicon.Particle))
}

// plain reports whether item k is a capital that the lexicon does not have, or has
// for no more than a land.
func (s *Sentence) plain(k int) bool {
	return s.Word(k) && s.Items[k].Cap && s.Items[k].Kind == text.Letters && s.Items[k].Flags&^(lexicon.Place|lexicon.Particle) == 0
}

// bodyIn reports whether capitals are the name of a body.
func (s *Sentence) bodyIn(first, end int) bool {
	for k := first; k <= end; k++ {
		if s.Is(k, lexicon.OrganisationWord|lexicon.Body) {
			return true
		}
	}
	return false
}
