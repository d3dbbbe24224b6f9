package coref

import (
	"strings"

	"onrecord/statements/cues"
	"onrecord/statements/lexicon"
	"onrecord/statements/sources"
	"onrecord/statements/text"
)

// oblique reports whether a name does not stand where subjects stand: at the
// front, after a mark, or after a conjunction or adverb. Words that are part of
// its description do not count: "The Port Post columnist Ann Lee". A name that
// "and" or "or" joins to another stands where that one does.
func (c *Cast) oblique(n int, s *cues.Sentence, head sources.Range) bool {
	if head.End < len(s.Items) && s.Items[head.End].Kind == text.Clitic || ownsAsMany(s, head.End) {
		return true
	}
	if askedAfter(s, head.End) {
		return true
	}
	b := beforeDescription(s, head.First) - 1
	if ofFrontedRole(s, b) {
		return true
	}
	if luckFor(s, b) && s.Mark(head.End, ",") {
		return false
	}
	if s.Is(b, lexicon.Be) && s.Lower(b-1) == "there" {
		return false // "Then there's Lee."
	}
	if standsBefore(s, b) || c.presents(n, s, b) {
		return false // "Beside her stood Ann Lee.", "The reply came from Ann Lee."
	}
	if s.Is(b, lexicon.Coordinator) && len(c.Mentions) > 0 && s.Word(b-1) {
		if m := c.Mentions[len(c.Mentions)-1]; m.Sentence == n && m.End == s.Items[b-1].End {
			return m.Oblique
		}
	}
	return s.Word(b) && !s.Is(b, lexicon.Conjunction|lexicon.Adverb|lexicon.Time) || s.Is(b, lexicon.Preposition) && !s.Is(b, lexicon.ClauseOpener)
}

// luckFor reports whether the word at item b only says for whom something is so or is
// good or bad: "For Lee, it was over", "Sadly for Lee, she swore so".
func luckFor(s *cues.Sentence, b int) bool {
	return s.Lex.Lang == "en" && s.Lower(b) == "for" && (b == 0 || b == 1 && strings.HasSuffix(s.Lower(0), "ly"))
}

// askedAfter reports whether whoever ends before item i is no more than whom somebody
// is asked about: "Asked where Lee was, he said".
func askedAfter(s *cues.Sentence, i int) bool {
	if !s.Lex.Has("asked", s.Lower(0)) && !s.Lex.Has("asked", s.Lower(1)) {
		return false
	}
	for ; i+1 < len(s.Items); i++ {
		if s.Mark(i, ",") && s.Is(i+1, lexicon.PronounM|lexicon.PronounF) {
			return true
		}
	}
	return false
}

// standsBefore reports whether the verb at item b only says where somebody is
// and stands before its subject, for its sentence begins with the place: "Next
// to him sat Ann Lee".
func standsBefore(s *cues.Sentence, b int) bool {
	if b < 1 || b > longestPlace || !s.Lex.Has("stands", s.Lower(b)) || !s.Is(0, lexicon.Preposition) && !s.Lex.Has("beside", s.Lower(0)) {
		return false
	}
	for k := 1; k < b; k++ {
		if !s.Word(k) && s.Items[k].Kind != text.Clitic || s.Is(k, lexicon.Pronoun) && s.Is(k-1, lexicon.Pronoun) || s.Is(k, lexicon.Auxiliary) {
			return false
		}
	}
	return true
}

// longestPlace is how many words a place at the front of a sentence has.
const longestPlace = 8

// ownsAsMany reports whether the mark at item i makes a name that ends in "s"
// the owner of what follows: "the Wardens’ coach".
func ownsAsMany(s *cues.Sentence, i int) bool {
	return s.Mark(i, "'", "’") && !s.Items[i].Gap && strings.HasSuffix(s.Lower(i-1), "s") && s.Word(i+1) && s.Items[i+1].Gap
}

// beforeDescription gives the first item of the description that ends before
// item i: its article, its adjectives and roles, the body it is of.
func beforeDescription(s *cues.Sentence, i int) int {
	for range longestDescription {
		b := i - 1
		switch {
		case s.Is(b, lexicon.Determiner) && !s.Is(b, lexicon.Pronoun), nameWord(s, b), s.Is(b, lexicon.Role|lexicon.Adjective|lexicon.Demonym|lexicon.Honorific):
			i--
		case b > 0 && s.Items[b].Kind == text.Clitic && s.Lower(b) == "'s" && nameWord(s, b-1):
			i -= 2
		default:
			return beforeTrade(s, i)
		}
	}
	return i
}

// ofFrontedRole reports whether the comma at item b ends a role that a preposition brings in
// at the front of the sentence: "About the mayor, Ann Lee, he said".
func ofFrontedRole(s *cues.Sentence, b int) bool {
	if !s.Mark(b, ",") || s.Lex.Lang != "en" || !s.Is(0, lexicon.Preposition) {
		return false
	}
	n := sources.Noun(s, b-1)
	return n.First == 1 && s.Is(n.End-1, lexicon.Role)
}

// beforeTrade gives the first item of an apposition whose plain words stand
// before the name that begins at item i: "the club's owner, the brewer Ann
// Lee, has". Else it gives i.
func beforeTrade(s *cues.Sentence, i int) int {
	end := i
	for nameWord(s, end) {
		end++
	}
	first := i
	for first > 0 && s.Word(first-1) && i-first < longestDescription {
		first--
	}
	if s.Mark(first-1, ",") && (s.Mark(end, ",") || s.Stop(end)) && sources.Describes(s, first, sources.Range{First: i, End: end}) {
		return first
	}
	return i
}

// longestDescription is how many words stand before a name at most that say
// more about it.
const longestDescription = 8
