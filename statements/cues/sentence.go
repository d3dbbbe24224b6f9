package cues

import (
	"onrecord/statements"
	"onrecord/statements/lexicon"
	"onrecord/statements/quotes"
	"onrecord/statements/text"
)

// Item is a word, a mark, or a whole quotation.
type Item struct {
	statements.Span
	Kind  text.Kind
	Quote int // index of the quotation, or -1
	Cap   bool
	Gap   bool
	Lower string
	Flags lexicon.Flags
	Desk  bool // part of what an office is of: "of Labour and Social Security"
}

// Sentence is one sentence as the rules read it.
type Sentence struct {
	Items []Item
	Lex   *lexicon.Lexicon
	Para  int
	// Headline says that words are capitalised for show, or that the line has
	// no stop: the headline, a deck, a section heading.
	Headline bool
	// Shouted says that nearly all words are capitalised, so that a capital
	// says nothing.
	Shouted bool
}

// Build makes the items of the tokens r. at gives the quotation that a token
// belongs to, or -1.
func Build(toks []text.Token, r text.Range, qs []quotes.Quote, at func(int) int, lex *lexicon.Lexicon) Sentence {
	s := Sentence{Lex: lex, Items: make([]Item, 0, r.End-r.First)}
	for i := r.First; i < r.End; {
		t := toks[i]
		if q := at(i); q >= 0 {
			s.Items = append(s.Items, Item{Span: qs[q].Outer, Kind: text.Mark, Quote: q, Gap: t.Gap, Cap: i+1 < r.End && toks[i+1].Cap})
			i = max(i+1, min(qs[q].End, r.End))
			continue
		}
		s.Items = append(s.Items, Item{Span: t.Span, Kind: t.Kind, Quote: -1, Cap: t.Cap, Gap: t.Gap, Lower: t.Lower, Flags: lex.Flags(t.Lower)})
		i++
	}
	s.Shouted = s.shouted()
	if !s.Shouted {
		s.noDays()
		s.surnames()
	}
	s.desks()
	return s
}

// surnames takes the flags of a month and of a verb from who is called so: Theresa
// May, Mrs May. The word before is none of the language then, as in "last May".
func (s *Sentence) surnames() {
	for i := 1; i < len(s.Items); i++ {
		it, before := &s.Items[i], &s.Items[i-1]
		if it.Cap && s.Lex.Has("surname-month", it.Lower) && before.Cap && before.Kind == text.Letters && (before.Flags == 0 || before.Flags&lexicon.Honorific != 0) {
			it.Flags = 0
		}
	}
}

// noDays takes the flags of a day from small words that are one only with a
// capital: "she has sat there", "in the sun".
func (s *Sentence) noDays() {
	for i := range s.Items {
		if it := &s.Items[i]; !it.Cap && it.Flags&lexicon.Weekday != 0 && s.Lex.Lang == "en" && s.Lex.Has("weekday-short", it.Lower) {
			it.Flags &^= lexicon.Weekday | lexicon.Time
		}
	}
}

// shouted reports whether nearly all words have capitals. A verb of saying without
// one is of a sentence that names somebody at length.
func (s *Sentence) shouted() bool {
	caps, small := 0, 0
	for i, it := range s.Items {
		if i == 0 || it.Kind != text.Letters || it.Flags&(lexicon.Preposition|lexicon.Determiner|lexicon.Conjunction|lexicon.Auxiliary) != 0 {
			continue
		}
		switch {
		case it.Cap:
			caps++
		case len(s.Lex.Verbs(it.Lower)) > 0:
			return false
		default:
			small++
		}
	}
	return caps >= 4 && caps >= 6*small
}

// Is reports whether item i exists and has one of the flags.
func (s *Sentence) Is(i int, f lexicon.Flags) bool {
	return i >= 0 && i < len(s.Items) && s.Items[i].Quote < 0 && s.Items[i].Flags&f != 0
}

// Mark reports whether item i is one of the given marks.
func (s *Sentence) Mark(i int, marks ...string) bool {
	if i < 0 || i >= len(s.Items) || s.Items[i].Kind != text.Mark || s.Items[i].Quote >= 0 {
		return false
	}
	for _, m := range marks {
		if s.Items[i].Lower == m {
			return true
		}
	}
	return false
}

// IsQuote reports whether item i is a quotation.
func (s *Sentence) IsQuote(i int) bool { return i >= 0 && i < len(s.Items) && s.Items[i].Quote >= 0 }

// Word reports whether item i is a word or number outside quotations.
func (s *Sentence) Word(i int) bool {
	return i >= 0 && i < len(s.Items) && s.Items[i].Quote < 0 && s.Items[i].Kind != text.Mark
}

// Lower is item i's text in lower case; "" for quotations and outside.
func (s *Sentence) Lower(i int) string {
	if i < 0 || i >= len(s.Items) {
		return ""
	}
	return s.Items[i].Lower
}

// Stop reports whether item i is at or past the sentence's end: its last mark,
// or nothing.
func (s *Sentence) Stop(i int) bool {
	if i >= len(s.Items) {
		return true
	}
	return i >= s.Last()
}

// Last is the index of the final stop, or the number of items where there is
// none.
func (s *Sentence) Last() int {
	n := len(s.Items)
	for n > 0 && s.Mark(n-1, ".", "?", "!", "…", "...", ")", ";", "]") {
		if s.Mark(n-1, ")", "]") && !s.Mark(n-2, ".", "?", "!") {
			break
		}
		n--
	}
	return n
}

// Desk reports whether item i is part of what an office is of.
func (s *Sentence) Desk(i int) bool { return i >= 0 && i < len(s.Items) && s.Items[i].Desk }

// Match reports whether the words from item i on are those of phrase, and
// gives the item after them.
func (s *Sentence) Match(i int, phrase []string) (int, bool) {
	for _, w := range phrase {
		if s.Lower(i) != w || s.IsQuote(i) {
			return 0, false
		}
		i++
	}
	return i, true
}
