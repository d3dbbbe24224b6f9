package sources

import (
	"slices"
	"strings"

	"onrecord/statements"
	"onrecord/statements/cues"
	"onrecord/statements/lexicon"
	"onrecord/statements/speakers"
	"onrecord/statements/text"
)

// Phrase is a source taken apart.
type Phrase struct {
	Span statements.Span // all of it
	Head statements.Span // without appositions and clauses

	Name string // the proper name in it, without roles; "" is none
	// NameSpan is where the name stands.
	NameSpan statements.Span
	Role     string // the words of the role, as they stand; "" is none
	Title    string // what stands before the name: "Dr", "Mrs Justice"
	// Words are the head's words in lower case, for what has no name.
	Words []string
	// Pronoun holds the flags of a source that is one.
	Pronoun lexicon.Flags
	Gender  byte // by honorific: 'm', 'f' or 0
	Plural  bool // two names joined, or a group
	// Definite says that the head begins with "the", a possessive, or a
	// capital: somebody who is known already.
	Definite bool
	// Joint are the two whose words they are together, each with a name; Name
	// is both then.
	Joint []Phrase
}

// Parse takes a source apart. whole and head are ranges of items of s; src is
// the text that its spans count in.
func Parse(src string, s *cues.Sentence, whole, head Range) Phrase {
	p := Phrase{Span: span(s, whole), Head: span(s, head)}
	if whole.End > head.End && s.Mark(whole.End, ",") {
		p.Span.End = s.Items[whole.End].End // an apposition has two commas
	}
	if head.End-head.First == 1 && s.Is(head.First, lexicon.Pronoun|lexicon.FirstPerson) && !oneOf(s, whole, head) {
		p.Pronoun = s.Items[head.First].Flags
		return p
	}
	hung := false // "a spokesman for Lee and Rand" is one
	for i := head.First; i < head.End; i++ {
		if s.Items[i].Kind != text.Mark {
			p.Words = append(p.Words, s.Lower(i))
		}
		hung = hung || i > head.First && s.Is(i, lexicon.Preposition)
		p.Plural = p.Plural || !hung && s.Lower(i) == "and" && s.Items[i].Kind == text.Letters
	}
	p.Definite = s.Lex.Has("definite", s.Lower(head.First)) || len(s.Lex.List("definite")) == 0 && s.Is(head.First, lexicon.Honorific) || s.Is(head.First, lexicon.Possessive) || (s.Items[head.First].Cap || s.Headline) && !s.Lex.Has("indefinite", s.Lower(head.First))
	if parts, two := joint(src, s, whole, head); two {
		p.join(src, parts)
		return p
	}
	name := nameIn(s, head)
	if name.Empty() && whole.End > head.End+1 {
		// "a spokeswoman, Ann Lee,": the name is the apposition.
		after := head.End
		for s.Is(head.End, lexicon.PronounRelative) && after < whole.End && !s.Mark(after, ",") {
			after++
		}
		if n := nameIn(s, Range{after + 1, whole.End}); n.End-n.First > 1 && s.Mark(after, ",", "(", "—", "–", "--", "-") && (titled(s, after+1, n.First) || Describes(s, after+1, n)) {
			p.NameSpan = span(s, n)
			p.Name = nominative(s.Lex, clean(p.NameSpan.Of(src)))
			p.Role = trimRole(clean(p.Head.Of(src)))
			if before := (Range{after + 1, n.First}); hasFlag(s, before, lexicon.Role) {
				p.Role = trimRole(clean(span(s, before).Of(src)))
			}
			p.Gender = honorific(s, head)
			return p
		}
	}
	if !name.Empty() && ofAnother(src, s, head, name) {
		p.Role = clean(p.Head.Of(src))
		return p
	}
	if name.Empty() {
		name = apposed(s, whole, head)
	}
	if name.Empty() {
		name = author(s, whole, head)
	}
	if !name.Empty() {
		p.NameSpan = span(s, name)
		p.Name = nominative(s.Lex, plain(src, s, name))
	}
	p.Gender = honorific(s, head)
	if hasFlag(s, Range{head.First, name.First}, lexicon.Honorific) {
		p.Title = clean(span(s, Range{head.First, name.First}).Of(src))
	}
	p.Role = role(src, s, whole, head, name)
	return p
}

// apposed gives the name of one word that is all of an apposition: "the
// operator, Ferrova,", "Mr Lee's daughter, Ann,".
func apposed(s *cues.Sentence, whole, head Range) Range {
	if s.Lex.Lang != "en" || (!s.Is(head.First, lexicon.Determiner) || hasCap(s, head)) && !owned(s, head) || !s.Mark(head.End, ",") {
		return Range{}
	}
	k := head.End + 1
	for k < whole.End && capital(s, k) {
		k++
	}
	if k == head.End+1 || k != whole.End && !s.Mark(k, ",") || onlyTitle(s, head.End+1, k-1) {
		return Range{}
	}
	return Range{head.End + 1, k}
}

// owned reports whether a head is somebody told by whose they are: "Mr Lee's
// daughter".
func owned(s *cues.Sentence, head Range) bool {
	k := head.End - 2
	return k > head.First && s.Items[k].Kind == text.Clitic && s.Is(k+1, lexicon.Role) && !s.Items[k+1].Cap
}

// author gives who made a report that speaks: "a report published in May by the
// Harbour Board". Who ordered one has not made it.
func author(s *cues.Sentence, whole, head Range) Range {
	noun, by := false, -1
	for k := head.First; k < whole.End; k++ {
		noun = noun || s.Lex.Has("document", s.Lower(k))
		if s.Lex.Has("ordered", s.Lower(k)) && by < 0 {
			return Range{}
		}
		if s.Lower(k) == "by" && noun && by < 0 {
			by = k
		}
	}
	if by < 0 {
		return Range{}
	}
	first := by + 1
	for first < whole.End && (s.Is(first, lexicon.Determiner) && (!s.Items[first].Cap || s.Lower(first) == "the") || s.Is(first, lexicon.Group|lexicon.Body) && !s.Items[first].Cap && capital(s, first+1)) {
		first++
	}
	end := first
	for end < whole.End && (capital(s, end) || s.Items[end].Cap && s.Word(end) || s.Lower(end) == "of" && (capital(s, end+1) || s.Lower(end+1) == "the" && capital(s, end+2)) || s.Lower(end) == "the" && s.Lower(end-1) == "of" || s.Is(end, lexicon.Particle) && capital(s, end+1)) {
		end++
	}
	if end == first || onlyTitle(s, first, end-1) || end < whole.End && s.Word(end) && !s.Is(end, lexicon.Preposition|lexicon.Time) {
		return Range{}
	}
	return Range{first, end}
}

// titled reports whether nothing but a title, or whose it is, stands from item
// first to end: "Norland's Foreign Minister".
func titled(s *cues.Sentence, first, end int) bool {
	for i := first; i < end; i++ {
		owner := s.Items[i].Kind == text.Clitic || capital(s, i) && i+1 < end && s.Items[i+1].Kind == text.Clitic
		if !owner && !s.Is(i, lexicon.Honorific|lexicon.Role|lexicon.Demonym|lexicon.Adjective|lexicon.Office) && !s.Mark(i, ".") && !(i == first && s.Is(i, lexicon.Determiner)) && !business(s, i, end) {
			return false
		}
	}
	return first >= end || s.Is(end-1, lexicon.Honorific|lexicon.Role) || s.Mark(end-1, ".")
}

// business reports whether item i is a noun that says what a role is of: "boat
// owner Ann Lee".
func business(s *cues.Sentence, i, end int) bool {
	return s.Lex.Lang == "en" && s.Word(i) && !s.Items[i].Cap && s.Items[i].Flags == 0 && i+1 < end && s.Is(i+1, lexicon.Role) && !s.Items[i+1].Cap
}

func span(s *cues.Sentence, r Range) statements.Span {
	if r.Empty() {
		return statements.Span{}
	}
	return statements.Span{Start: s.Items[r.First].Start, End: s.Items[r.End-1].End}
}

// clean writes a name on one line.
func clean(name string) string { return strings.Join(strings.Fields(name), " ") }

// nameIn finds the proper name in a head: its last run of capitals, after the
// last role, title, demonym or possessive before it.
func nameIn(s *cues.Sentence, head Range) Range {
	end := head.End
	// What hangs on by a preposition or stands in brackets is no part of it:
	// "Ann Lee of the Port Board".
	for i := head.First; i < head.End; i++ {
		if next := pastOffice(s, i, head.End); next > i {
			head.First, i = next, next
			continue
		}
		if i == head.First {
			continue
		}
		if hangs := s.Is(i, lexicon.Preposition) && !s.Items[i].Cap && !(s.Is(i, lexicon.Particle) && capital(s, i-1) && !(s.Lex.Lang == "de" && s.Is(i-1, lexicon.Role))); hangs {
			before := Range{head.First, i}
			if !hasCap(s, before) {
				return Range{} // "a spokesman for Lee" is not Lee
			}
			if organisation(s, before) && s.Lower(i) != "at" && (capital(s, i+1) || capital(s, i+2)) {
				continue // Chamber of Trade
			}
			end = i
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
	first := last
	for first > head.First {
		b := first - 1
		if capital(s, b) && !titleWord(s, b, first) || s.Is(b, lexicon.Particle) && (b > head.First && (capital(s, b-1) || s.Is(b-1, lexicon.Particle)) || b == head.First && !s.Is(b, lexicon.Determiner|lexicon.Preposition)) ||
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
	first = pastTrade(s, first, last)
	// Russian hangs a place on a body without a preposition: "Министерство
	// обороны Норландии" is not Norland.
	if s.Lex.Lang == "ru" && s.Is(head.First, lexicon.Body) && first > head.First {
		return Range{}
	}
	// German writes every noun with a capital: after an article it is no name.
	if s.Lex.Lang == "de" && (s.Is(first-1, lexicon.Determiner) && first > head.First || s.Is(last, lexicon.Body)) && speakers.Gender(s.Lower(first)) == 0 {
		return Range{}
	}
	if first > last || onlyTitle(s, first, last) && !(s.Is(first, lexicon.OrganisationWord) && s.Is(first+1, lexicon.Preposition)) {
		return Range{}
	}
	return Range{first, last + 1}
}

// busyWith reports whether the name at item first is no more than whom somebody
// does something for or to: "a lawyer representing Ann Lee".
func busyWith(s *cues.Sentence, from, first int) bool {
	b := first - 1
	return s.Lex.Lang == "en" && b > from && !s.Items[b].Cap && strings.HasSuffix(s.Lower(b), "ing") && !s.Is(b, lexicon.Role|lexicon.Adjective|lexicon.Honorific) && hasFlag(s, Range{from, b}, lexicon.Somebody)
}

// pastOffice gives the item after what a title is of, when a name follows and
// the preposition stands at item i: "Secretary of State Ann Lee". Else it
// gives i.
func pastOffice(s *cues.Sentence, i, end int) int {
	if s.Lower(i) != "of" && s.Lower(i) != "for" || !s.Is(i-1, lexicon.Role|lexicon.Honorific) {
		return i
	}
	k := i + 1
	for k < end && !s.Is(k, lexicon.Role|lexicon.Honorific) && (officeBefore(s, k, end) || s.Is(k, lexicon.Office|lexicon.Adjective|lexicon.Coordinator|lexicon.Determiner) || s.Mark(k, ",")) {
		k++
	}
	if s.Is(k, lexicon.Role|lexicon.Honorific) || !s.Is(k-1, lexicon.Office) && !officeBefore(s, k-1, end) {
		return i // "a spokesman for Health Secretary Ann Lee" is not Ann Lee
	}
	if k == i+1 || k >= end || s.Is(k-1, lexicon.Determiner) || !capital(s, k) || s.Is(k, lexicon.OrganisationWord) {
		return i // "secretary of the Port Board": whatever has an article is no name
	}
	return k
}

// officeBefore reports whether the capital at item k is what a minister is of,
// right before a full name: "Minister for Lighthouses Ann Lee".
func officeBefore(s *cues.Sentence, k, end int) bool {
	return s.Lex.Lang == "en" && s.Lower(k-1) == "for" && capital(s, k) && k+3 == end && capital(s, k+1) && capital(s, k+2) && speakers.Gender(s.Lower(k)) == 0 && speakers.Gender(s.Lower(k+1)) != 0
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
	if s.Is(i, lexicon.Honorific|lexicon.Role|lexicon.Demonym) && !s.Is(next, lexicon.OrganisationWord) {
		return true
	}
	return s.Is(i, lexicon.Group) && !s.Mark(i-1, "&") // "Lee & Partners"
}

func organisation(s *cues.Sentence, r Range) bool {
	for i := r.First; i < r.End; i++ {
		if s.Is(i, lexicon.OrganisationWord) {
			return true
		}
	}
	return false
}

func honorific(s *cues.Sentence, head Range) byte {
	for i := head.First; i < head.End; i++ {
		switch {
		case i > head.First && speakers.Gender(s.Lower(i-1)) != 0:
			continue // Ann King
		case s.Lex.Has("honorific-m", s.Lower(i)):
			return 'm'
		case s.Lex.Has("honorific-f", s.Lower(i)):
			return 'f'
		}
	}
	return 0
}

// role gives the words before the name ("Foreign Minister Ann Lee"), else the
// apposition after it, else a head without a name.
func role(src string, s *cues.Sentence, whole, head, name Range) string {
	if name.Empty() {
		if hasFlag(s, head, lexicon.Somebody) {
			return clean(span(s, head).Of(src))
		}
		return ""
	}
	if before := (Range{head.First, name.First}); !(before.End-before.First == 1 && s.Lex.Has("personal-title", s.Lower(before.First)) && s.Mark(name.End, ",") && hasFlag(s, Range{name.End, whole.End}, lexicon.Role)) &&
		hasFlag(s, before, lexicon.Role|lexicon.Group) || !before.Empty() && s.Lex.Has("trade", s.Lower(before.End-1)) {
		return trimRole(clean(span(s, before).Of(src))) + whose(src, s, Range{name.End, max(head.End, whole.End)})
	}
	after := Range{name.End, whole.End}
	for !after.Empty() && s.Mark(after.First, ",", "(", "—", "–") {
		after.First++
	}
	if hasFlag(s, after, lexicon.Role|lexicon.Group) {
		if hasFlag(s, Range{after.First, after.First + 1}, lexicon.PronounRelative|lexicon.Preposition) || s.Lex.Has("relative", s.Lower(after.First)) {
			return ""
		}
		return trimRole(clean(span(s, after).Of(src)))
	}
	return ""
}

// whose gives the state or body behind a name that a role is of: "Foreign
// Minister Ann Lee of Norvania" is the foreign minister of Norvania.
func whose(src string, s *cues.Sentence, after Range) string {
	k := after.First + 1
	if s.Lower(k) == "the" {
		k++
	}
	end := k
	for end < after.End && end < k+4 && capital(s, end) {
		end++
	}
	if s.Lex.Lang != "en" || s.Lower(after.First) != "of" || end == k {
		return ""
	}
	return " " + clean(span(s, Range{after.First, end}).Of(src))
}

func hasFlag(s *cues.Sentence, r Range, f lexicon.Flags) bool {
	for i := r.First; i < r.End; i++ {
		if s.Is(i, f) {
			return true
		}
	}
	return false
}

// trimRole drops an article and closing marks from a role.
func trimRole(r string) string {
	r = strings.Trim(r, " ,;)")
	for _, a := range [...]string{"the ", "a ", "an ", "The ", "A ", "An "} {
		r = strings.TrimPrefix(r, a)
	}
	return r
}
