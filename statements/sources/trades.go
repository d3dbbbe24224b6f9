package sources

import (
	"onrecord/statements/cues"
	"onrecord/statements/lexicon"
	"onrecord/statements/speakers"
)

// longestTrade is how many words of an apposition stand before its name.
const longestTrade = 5

// Describes reports whether nothing but plain words that say who somebody is
// stand from item first to the full name of a person: "the brewer" before Hugo
// Lamb, "former international". They may be any words of the language, for
// there are more trades than a lexicon has.
func Describes(s *cues.Sentence, first int, name Range) bool {
	if s.Lex.Lang != "en" || first >= name.First || name.First-first > longestTrade || name.End-name.First < 2 || name.End-name.First > 4 || organisation(s, name) {
		return false
	}
	if person := s.Is(first-2, lexicon.Role) && !s.Lex.Has("owner", s.Lower(first-2)); !person && speakers.Gender(s.Lower(name.First)) == 0 {
		return false // "its owner, the rival Sedge Power"
	}
	for i := first; i < name.First; i++ {
		article := i == first && s.Is(i, lexicon.Determiner) && !s.Is(i, lexicon.PronounOther)
		trade := s.Word(i) && !s.Items[i].Cap && (s.Items[i].Flags == 0 || s.Is(i, lexicon.Adjective|lexicon.Role|lexicon.Honorific)) && !s.Is(i, lexicon.Auxiliary|lexicon.Preposition|lexicon.Conjunction|lexicon.Irregular|lexicon.Time)
		if !article && !trade || i == name.First-1 && article || trade && participle(s.Lower(i)) {
			return false
		}
	}
	return true
}

// participle reports whether a word tells what somebody does to whom the next
// words name: "representing Ann Lee".
func participle(w string) bool {
	return len(w) > 5 && (w[len(w)-3:] == "ing" || w[len(w)-2:] == "ed") && w != "retired"
}

// oneOf reports whether a source is "one, the retired teacher Ann Lee,": a word
// for somebody, whom the apposition names.
func oneOf(s *cues.Sentence, whole, head Range) bool {
	if !s.Is(head.First, lexicon.PronounOther) || !s.Mark(head.End, ",") || whole.End <= head.End+1 {
		return false
	}
	n := nameIn(s, Range{head.End + 1, whole.End})
	return n.End-n.First > 1 && (titled(s, head.End+1, n.First) || Describes(s, head.End+1, n))
}

// describedName reports whether an apposition, the items [first, end), is plain
// words and the name of a person.
func describedName(s *cues.Sentence, first, end int) bool {
	n := nameIn(s, Range{first, end})
	return n.End == end && n.End-n.First > 1 && Describes(s, first, n)
}

// onlyName reports whether the items [first, end) are somebody's name in full and
// nothing else: "the cook, Ann Lee,".
func onlyName(s *cues.Sentence, first, end int) bool {
	for i := first; i < end; i++ {
		if !capital(s, i) {
			return false
		}
	}
	return s.Lex.Lang == "en" && end-first > 1 && end-first < 5 && speakers.Gender(s.Lower(first)) != 0 && !organisation(s, Range{first, end})
}

// document gives the report whose author the noun phrase head is: "a report by the
// Harbour Board, seen by the Courier,". It is empty where head is none.
func document(s *cues.Sentence, from int, head Range) Range {
	by := head.First - 1
	if head.Empty() || by < from+1 || s.Lower(by) != "by" || !s.Lex.Has("document", s.Lower(by-1)) {
		return Range{}
	}
	n := noun(s, from, by-1)
	if n.Empty() || s.Is(n.First-1, lexicon.Preposition) {
		return Range{}
	}
	return Range{n.First, head.End}
}
