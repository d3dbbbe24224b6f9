package sources

import (
	"strings"

	"onrecord/statements/cues"
	"onrecord/statements/lexicon"
	"onrecord/statements/text"
)

// Range is a half-open range of items.
type Range struct{ First, End int }

// Empty reports whether r holds nothing.
func (r Range) Empty() bool { return r.First >= r.End }

// widest is how many items a source may have: more is a misreading, and the
// limit keeps the time linear.
const widest = 60

// Left finds the subject that ends right before item end, but not before item
// from. The head is the part that names it, without appositions and clauses.
func Left(s *cues.Sentence, from, end int) (whole, head Range, ok bool) {
	if whole, head, ok = LeftOne(s, from, end); ok && !s.Is(end-1, lexicon.PronounRelative) {
		if first := WithOthers(s, from, head); first < head.First {
			whole.First, head.First = min(whole.First, first), first
		}
	}
	return whole, head, ok
}

// LeftOne is Left without anybody whom "and" joins to the one nearest to end.
func LeftOne(s *cues.Sentence, from, end int) (whole, head Range, ok bool) {
	from = max(from, end-widest)
	j := end - 1
	for j >= from && s.Is(j, lexicon.Adverb) && s.Items[j].Flags&lexicon.Pronoun == 0 && !s.Items[j].Cap {
		j--
	}
	j = pastOccasion(s, from, pastDay(s, from, j))
	if j < from {
		return whole, head, false
	}
	if s.Lower(j) == "which" && s.Mark(j-1, ",") {
		return relative(s, from, j)
	}
	if s.Is(j, lexicon.PronounRelative) {
		return relative(s, from, j)
	}
	if s.Mark(j, ",", "—", "–", "―", "--", "-") {
		return beforeApposition(s, from, j)
	}
	head = noun(s, from, j)
	if head.Empty() {
		return whole, head, false
	}
	if n := beforeWho(s, from, head); !n.Empty() {
		return Range{n.First, head.End}, n, true
	}
	if n := beforeParticiple(s, from, head); !n.Empty() {
		return Range{n.First, head.End}, n, true
	}
	if n := beforeDoing(s, from, head); !n.Empty() {
		return Range{n.First, head.End}, n, true
	}
	return head, head, true
}

// pastDay skips a day between a subject and its verb: "Lee on Monday said".
func pastDay(s *cues.Sentence, from, j int) int {
	i := j
	for i > from && (s.Is(i, lexicon.Time) && !nameMonth(s, i) || i < j && s.Items[i].Kind == text.Number) {
		i--
	}
	on := i < j && s.Is(i, lexicon.Preposition)
	if on {
		i--
	}
	if i < j && i >= from && ends(s, i) && !s.Is(i, lexicon.Determiner) {
		return i
	}
	// "Ann Lee, a nurse, today said", "Ann Lee, who had left, on Monday said"
	if s.Mark(i, ",") && (on || i == j-1 && s.Is(j, lexicon.Time) && !s.Items[j].Cap) {
		if _, _, ok := beforeApposition(s, from, i); ok {
			return i
		}
	}
	return j
}

// relative is the subject of a clause that begins with "who" at item w.
func relative(s *cues.Sentence, from, w int) (whole, head Range, ok bool) {
	j := w - 1
	if s.Mark(j, ",") {
		j--
	}
	head = noun(s, from, beforeDate(s, from, j))
	if singular(s, head) {
		head = named(s, from, head) // "Ann Lee, head of the board, who"
	}
	if and := joinedAt(s, head, head); and > head.First && capital(s, head.End-1) {
		head.First = and + 1 // "met Ann Lee and Bo Rand, who said"
	}
	return head, head, !head.Empty()
}

// beforeDate gives the end of the noun that an aside between commas which ends with a date
// at item j is of: "a review, published in March, which found". Else it gives j.
func beforeDate(s *cues.Sentence, from, j int) int {
	if !s.Is(j, lexicon.Month|lexicon.Weekday) && s.Items[j].Kind != text.Number {
		return j
	}
	for k := j - 1; k > max(from, j-longestDated); k-- {
		if s.Mark(k, ",") {
			return k - 1
		}
	}
	return j
}

// longestDated is how many words an aside that ends with a date has at most.
const longestDated = 10

// beforeApposition finds "Ann Lee, a nurse in Port North," from its last comma.
func beforeApposition(s *cues.Sentence, from, comma int) (whole, head Range, ok bool) {
	own := s.Lower(comma)
	for k, tries := comma-1, 0; k > from && tries < 5; k-- {
		if s.IsQuote(k) && (k == from || !s.Word(k-1) || s.Mark(k+1, ",")) || s.Mark(k, ";", ":", ".") && !s.Word(k-1) {
			break
		}
		if !s.Mark(k, own) || s.Items[k].Desk {
			continue
		}
		tries++
		head = noun(s, from, k-1)
		if of := document(s, from, head); !of.Empty() {
			return Range{of.First, comma}, of, true
		}
		if head.Empty() || !apposes(s, k+1, comma) {
			continue
		}
		if n := beforeWho(s, from, head); !n.Empty() && s.Items[k+1].Cap {
			return Range{n.First, comma}, n, true // "the judge who led it, Ann Lee,"
		}
		if !names(s, head) && !(s.Is(head.First, lexicon.Determiner) && onlyName(s, k+1, comma)) {
			continue
		}
		// ", of Port North, Va.,": the place is part of the apposition, as is
		// the guild of ", who works with the guild, a charity,".
		if s.Is(head.First-1, lexicon.Preposition) {
			continue
		}
		head = named(s, from, head)
		if aside(s, k+1) {
			return head, head, true
		}
		return Range{head.First, comma}, head, true
	}
	return whole, head, false
}

// named follows stacked appositions to the name they say more about: "Ann Lee,
// president of the guild, which …,".
func named(s *cues.Sentence, from int, head Range) Range {
	for range 3 {
		if !s.Mark(head.First-1, ",") || s.Items[head.First].Cap && !s.Is(head.First, lexicon.Role|lexicon.Demonym|lexicon.Adjective) {
			return head
		}
		last := head.First - 2
		if last-1 > from && s.Items[last].Kind == text.Number && s.Mark(last-1, ",") {
			last -= 2 // the age of "Ann Lee, 75, a nurse in Elm, Ohio,"
		}
		n := noun(s, from, last)
		if n.Empty() || !s.Items[n.End-1].Cap || s.Is(n.First-1, lexicon.Preposition) {
			return head
		}
		head = n
	}
	return head
}

// singular reports whether a noun phrase is of one, and more than a pronoun.
func singular(s *cues.Sentence, n Range) bool {
	if n.Empty() || n.End == n.First+1 && s.Is(n.First, lexicon.Pronoun|lexicon.PronounOther|lexicon.Determiner) {
		return false
	}
	last := hung(s, n) - 1
	return s.Items[last].Cap || !strings.HasSuffix(s.Lower(last), "s")
}

// apposes reports whether the items from first on can say more about a noun.
func apposes(s *cues.Sentence, first, end int) bool {
	if first >= end {
		return false
	}
	if s.Is(first, lexicon.Auxiliary|lexicon.Coordinator) && s.Lower(first) != "and" {
		return false
	}
	if s.Items[first].Kind == text.Number && end-first == 1 {
		return true // an age
	}
	return business(s, first, end) || s.Is(first, lexicon.Determiner|lexicon.Somebody|lexicon.Adjective|lexicon.PronounRelative|lexicon.Preposition|lexicon.Demonym|lexicon.Adverb|lexicon.Suffix|lexicon.Honorific) ||
		s.Items[first].Kind == text.Number || s.Items[first].Cap || s.Lower(first) == "whose" || s.Lower(first) == "which" || aside(s, first) || describedName(s, first, end)
}

// aside reports whether the words between commas tell of the occasion and not
// of the speaker: "Lee, speaking in Oslo, said".
func aside(s *cues.Sentence, first int) bool {
	l := s.Lower(first)
	if s.Is(first, lexicon.Preposition) && l != "of" && l != "like" {
		return true
	}
	return len(l) > 5 && l[len(l)-3:] == "ing" && !s.Is(first, lexicon.Adjective|lexicon.Somebody)
}

// names reports whether a noun phrase can be somebody: it has a capital, a
// word for a person or body, or a pronoun.
func names(s *cues.Sentence, r Range) bool {
	for i := r.First; i < r.End; i++ {
		if s.Items[i].Cap && s.Items[i].Kind == text.Letters && !(i == r.First && s.Is(i, lexicon.Determiner)) || s.Is(i, lexicon.Somebody|lexicon.Pronoun|lexicon.Honorific|lexicon.Venue|lexicon.Place) {
			return true
		}
	}
	return false
}

// noun finds the noun phrase that ends with item j, not before item from. It
// is empty where item j ends none.
func noun(s *cues.Sentence, from, j int) Range {
	if j < from || !ends(s, j) {
		return Range{}
	}
	if s.Is(j, lexicon.Pronoun&^lexicon.PronounOther) || s.Is(j, lexicon.PronounOther) && !s.Is(j-1, lexicon.Determiner|lexicon.Adjective) {
		return Range{j, j + 1}
	}
	i := bracket(s, from, j)
	for i > from && i > j-widest {
		if !extends(s, i, i-1, j) {
			break
		}
		i = bracket(s, from, i-1)
	}
	for i < j && beforeNoun(s, i) {
		i++
	}
	return Range{i, j + 1}
}

// beforeNoun reports whether item i stands before a noun phrase and is no part of it.
// The "both" of "both ministers" is one.
func beforeNoun(s *cues.Sentence, i int) bool {
	if s.Lex.Has("both", s.Lower(i)) && !s.Items[i+1].Cap {
		return false
	}
	return s.Is(i, lexicon.Adverb) && !s.Is(i, lexicon.Adjective) || s.Items[i].Kind == text.Mark ||
		s.Is(i, lexicon.Coordinator|lexicon.Preposition|lexicon.ClauseOpener) && !s.Is(i, lexicon.Determiner)
}

// bracket gives the opening bracket of the one that closes at item j, or j.
func bracket(s *cues.Sentence, from, j int) int {
	if !s.Mark(j, ")", "]") {
		return j
	}
	for i := j - 1; i >= max(from, j-14); i-- {
		if s.Mark(i, "(", "[") {
			return i
		}
	}
	return j
}

// Noun gives the noun phrase that ends with item j; empty where none does.
func Noun(s *cues.Sentence, j int) Range { return noun(s, max(0, j-widest), j) }
