package sources

import (
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

// objective gives the pronoun that r is in the case that a preposition wants,
// "according to her", and 0 if it is none.
func objective(s *cues.Sentence, r Range) lexicon.Flags {
	if r.End-r.First != 1 {
		return 0
	}
	switch w := s.Lower(r.First); {
	case s.Lex.Has("objective-m", w):
		return lexicon.PronounM
	case s.Lex.Has("objective-f", w):
		return lexicon.PronounF
	case s.Lex.Has("objective-p", w):
		return lexicon.PronounP
	}
	return 0
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
	if p.Pronoun = objective(s, head); p.Pronoun != 0 {
		return p
	}
	hung := false // "a spokesman for Lee and Rand" is one
	for i := head.First; i < head.End; i++ {
		if s.Items[i].Kind != text.Mark {
			p.Words = append(p.Words, s.Lower(i))
		}
		hung = hung || i > head.First && s.Is(i, lexicon.Preposition)
		p.Plural = p.Plural || !hung && s.Lower(i) == "and" && s.Items[i].Kind == text.Letters && !s.Items[i].Desk
	}
	p.Definite = s.Lex.Has("definite", s.Lower(head.First)) || len(s.Lex.List("definite")) == 0 && s.Is(head.First, lexicon.Honorific) || s.Is(head.First, lexicon.Possessive) || (s.Items[head.First].Cap || s.Headline) && !s.Lex.Has("indefinite", s.Lower(head.First))
	if parts, two := joint(src, s, whole, head); two {
		p.join(src, parts)
		return p
	}
	if parts := apposedAll(src, s, whole, head); len(parts) > 1 {
		p.join(src, parts)
		return p
	}
	name := nameIn(s, head)
	if name.Empty() && whole.End > head.End+1 {
		// "a spokeswoman, Ann Lee,": the name is the apposition.
		place := pastPlace(s, head.End, whole.End)
		after := place
		for s.Is(head.End, lexicon.PronounRelative) && after < whole.End && !s.Mark(after, ",") {
			after++
		}
		if n := nameIn(s, Range{after + 1, whole.End}); n.End-n.First > 1 && s.Mark(after, ",", "(", "—", "–", "--", "-") && (titled(s, after+1, n.First) || Describes(s, after+1, n)) {
			p.NameSpan = span(s, n)
			p.Name = nominative(s.Lex, clean(p.NameSpan.Of(src)))
			p.Role = trimRole(clean(span(s, Range{head.First, place}).Of(src)))
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
		if n := issuer(s, head); !n.Empty() {
			by := Parse(src, s, n, n)
			by.Span, by.Head = p.Span, p.Head
			return by
		}
		name = author(s, whole, head)
	}
	if n, clause := selfNamed(s, whole, head); name.Empty() && !n.Empty() {
		p.NameSpan = span(s, n)
		p.Name, p.Role = clean(p.NameSpan.Of(src)), trimRole(clean(span(s, Range{head.First, clause}).Of(src)))
		return p
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

// pastPlace gives the item after the place or land that a role is for, behind the head
// of a source: "the director of the Port Fund for Norland, Ann Lee,". Else it gives i.
func pastPlace(s *cues.Sentence, i, end int) int {
	k := i + 1
	if s.Is(k, lexicon.Determiner) {
		k++
	}
	first := k
	for k < end && capital(s, k) {
		k++
	}
	for k < end && s.Word(k) && !s.Is(k, lexicon.That|lexicon.PronounRelative|lexicon.Auxiliary) {
		k++ // "for the far north"
	}
	if !s.Is(i, lexicon.Preposition) || k == first || !s.Mark(k, ",") || !capital(s, k-1) && !(s.Lex.Lang == "en" && fullName(s, k+1)) {
		return i
	}
	return k
}

// apposed gives the name that is all of an apposition: "the operator, Ferrova,", "Mr
// Lee's daughter, Ann,", "the union, the Millers' Guild (MG),".
func apposed(s *cues.Sentence, whole, head Range) Range {
	if s.Lex.Lang != "en" || (!s.Is(head.First, lexicon.Determiner) || hasCap(s, head)) && !owned(s, head) || !s.Mark(head.End, ",") {
		return Range{}
	}
	first := head.End + 1
	articled := s.Lower(first) == "the"
	if articled {
		first++
	}
	k := first
	for k < whole.End && (capital(s, k) || articled && k > first && s.Is(k, lexicon.Preposition|lexicon.Coordinator) && capital(s, k+1)) {
		k++
	}
	name := Range{first, k}
	if letters(s, k) {
		k += 3
	}
	if name.Empty() || k != whole.End && !s.Mark(k, ",") || articled && !organisation(s, name) || !articled && onlyTitle(s, name.First, name.End-1) {
		return Range{}
	}
	return name
}

// letters reports whether the letters of a body stand in brackets from item k on: "(MG)".
func letters(s *cues.Sentence, k int) bool {
	return s.Mark(k, "(") && capital(s, k+1) && s.Mark(k+2, ")")
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
	for first < whole.End && (s.Is(first, lexicon.Determiner) && (!s.Items[first].Cap || s.Lower(first) == "the") || (s.Is(first, lexicon.Group|lexicon.Body) || strings.HasSuffix(s.Lower(first), "s")) && s.Word(first) && !s.Items[first].Cap && capital(s, first+1)) {
		first++
	}
	end := first
	for end < whole.End && (capital(s, end) || s.Items[end].Cap && s.Word(end) || s.Lower(end) == "of" && (capital(s, end+1) || s.Lower(end+1) == "the" && capital(s, end+2)) || s.Lower(end) == "the" && s.Lower(end-1) == "of" || s.Is(end, lexicon.Particle) && capital(s, end+1)) {
		end++
	}
	if end == first+1 && s.Lower(end) == "and" && capital(s, end+1) && (end+2 >= whole.End || !s.Word(end+2)) {
		end += 2 // Lee and Rand, a firm
	}
	if end == first || onlyTitle(s, first, end-1) || end < whole.End && s.Word(end) && !s.Is(end, lexicon.Preposition|lexicon.Time) {
		return Range{}
	}
	return Range{first, end}
}

// issuer gives who made a statement public that speaks: "a statement that spokesman Bo
// Rand issued on Monday".
func issuer(s *cues.Sentence, head Range) Range {
	if s.Lex.Lang != "en" || !s.Lex.Has("record", s.Lower(head.End-1)) || !s.Is(head.End, lexicon.That) && s.Lower(head.End) != "which" {
		return Range{}
	}
	for k := head.End + 2; k < head.End+widest && s.Word(k) && s.Items[k].Quote < 0; k++ {
		if s.Lex.Has("issued", s.Lower(k)) {
			return noun(s, head.End+1, k-1)
		}
	}
	return Range{}
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
	return first >= end || s.Is(end-1, lexicon.Honorific|lexicon.Role) || s.Mark(end-1, ".") || compatriot(s, first, end)
}

// compatriot reports whether the items [first, end) say no more than from which land the
// bearer of the name behind them is: "the Slovak Ann Lee".
func compatriot(s *cues.Sentence, first, end int) bool {
	name := end
	for capital(s, name) {
		name++
	}
	return s.Lex.Lang == "en" && end-first == 2 && s.Is(first, lexicon.Determiner) && s.Is(first+1, lexicon.Demonym) && !organisation(s, Range{end, name})
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
		if letters(s, after.First) && after.First+3 < after.End {
			after.First += 2
		}
		after.First++
	}
	if after.End-after.First > 2 && s.Items[after.First].Kind == text.Number && s.Mark(after.First+1, ",") {
		after.First += 2 // an age: "Ann Lee, 75, a nurse"
	}
	after = pastWhoIs(s, after)
	if hasFlag(s, after, lexicon.Role|lexicon.Group) {
		if hasFlag(s, Range{after.First, after.First + 1}, lexicon.PronounRelative|lexicon.Preposition) || s.Lex.Has("relative", s.Lower(after.First)) {
			return ""
		}
		return trimRole(clean(span(s, after).Of(src)))
	}
	return ""
}

// pastWhoIs drops "who is" from before the office that it gives somebody: "Ann Lee, who
// is the mayor of Elm". What somebody "who is suing the mayor" is, it does not say.
func pastWhoIs(s *cues.Sentence, r Range) Range {
	k := r.First + 2
	if s.Lex.Lang != "en" || !s.Is(r.First, lexicon.PronounRelative) || s.Lower(r.First+1) != "is" {
		return r
	}
	for k < r.End && s.Is(k, lexicon.Determiner|lexicon.Adjective|lexicon.Demonym|lexicon.Office|lexicon.Place) && !s.Is(k, lexicon.Role) {
		k++
	}
	if k >= r.End || !s.Is(k, lexicon.Role) && !(s.Word(k+1) && s.Items[k+1].Kind == text.Clitic) {
		return r
	}
	return Range{r.First + 2, r.End}
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
	if strings.Count(r, "(") > strings.Count(r, ")") {
		r += ")" // president of the Port Union (PU)
	}
	for _, a := range [...]string{"the ", "a ", "an ", "The ", "A ", "An "} {
		r = strings.TrimPrefix(r, a)
	}
	return r
}
