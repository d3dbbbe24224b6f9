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
	j = pastDay(s, from, j)
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
	return head, head, true
}

// pastDay skips a day between a subject and its verb: "Lee on Monday said".
func pastDay(s *cues.Sentence, from, j int) int {
	i := j
	for i > from && (s.Is(i, lexicon.Time) && !nameMonth(s, i) || i < j && s.Items[i].Kind == text.Number) {
		i--
	}
	if i < j && s.Is(i, lexicon.Preposition) {
		i--
	}
	if i < j && i >= from && ends(s, i) && !s.Is(i, lexicon.Determiner) {
		return i
	}
	// "Ann Lee, a nurse, today said"
	if i == j-1 && s.Mark(i, ",") && s.Is(j, lexicon.Time) && !s.Items[j].Cap {
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
	head = noun(s, from, j)
	if and := joinedAt(s, head, head); and > head.First && capital(s, head.End-1) {
		head.First = and + 1 // "met Ann Lee and Bo Rand, who said"
	}
	return head, head, !head.Empty()
}

// beforeApposition finds "Ann Lee, a nurse in Port North," from its last comma.
func beforeApposition(s *cues.Sentence, from, comma int) (whole, head Range, ok bool) {
	own := s.Lower(comma)
	for k, tries := comma-1, 0; k > from && tries < 5; k-- {
		if s.IsQuote(k) && (k == from || !s.Word(k-1) || s.Mark(k+1, ",")) || s.Mark(k, ";", ":", ".") && !s.Word(k-1) {
			break
		}
		if !s.Mark(k, own) {
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
		n := noun(s, from, head.First-2)
		if n.Empty() || !s.Items[n.End-1].Cap || s.Is(n.First-1, lexicon.Preposition) {
			return head
		}
		head = n
	}
	return head
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
	for i < j && (s.Is(i, lexicon.Adverb) && !s.Is(i, lexicon.Adjective) || s.Items[i].Kind == text.Mark || s.Is(i, lexicon.Coordinator|lexicon.Preposition|lexicon.ClauseOpener) && !s.Is(i, lexicon.Determiner)) {
		i++
	}
	return Range{i, j + 1}
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
	case f&lexicon.Pronoun != 0:
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

// hangs reports whether the preposition at p joins two nouns.
func hangs(s *cues.Sentence, p int) bool {
	b := p - 1
	if !s.Word(b) || s.Is(b, lexicon.Time|lexicon.Adverb|lexicon.Auxiliary|lexicon.Preposition|lexicon.Conjunction|lexicon.Pronoun) && !s.Is(b, lexicon.Somebody) {
		return s.Lower(p) == "of" && s.Is(b, lexicon.PronounOther|lexicon.Determiner)
	}
	if s.Lower(p) == "of" {
		return true
	}
	return s.Is(b, lexicon.Somebody|lexicon.Venue|lexicon.StatementNoun) || b > 0 && (s.Is(b-1, lexicon.Adjective|lexicon.Role) || s.Lower(p) == "with" && s.Is(b-1, lexicon.Group)) && !s.Items[b].Cap
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

// Noun gives the noun phrase that ends with item j; empty where none does.
func Noun(s *cues.Sentence, j int) Range { return noun(s, max(0, j-widest), j) }
