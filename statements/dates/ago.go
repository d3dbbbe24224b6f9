package dates

import (
	"slices"
	"strconv"

	"onrecord/statements/cues"
	"onrecord/statements/lexicon"
	"onrecord/statements/text"
)

// ago is how many days before the report the words at item i put what was said:
// "the day before yesterday", "two days ago", "vor drei Tagen". 0 is none.
func ago(s *cues.Sentence, i int) int {
	switch {
	case phraseAt(s, i, "two-days-ago"):
		return 2
	case s.Lex.Has("days", s.Lower(i+1)) && s.Lex.Has("ago", s.Lower(i+2)), s.Lex.Has("ago-before", s.Lower(i-1)) && s.Lex.Has("days", s.Lower(i+1)):
		return count(s, i)
	}
	return 0
}

// mostDaysAgo is how many days a report still counts: more of them are as often
// rounded.
const mostDaysAgo = 6

// count is the number of days that item i says, in digits or a word.
func count(s *cues.Sentence, i int) int {
	n := slices.Index(s.Lex.List("number"), s.Lower(i)) + 1
	if i < len(s.Items) && s.Items[i].Kind == text.Number {
		n, _ = strconv.Atoi(s.Lower(i))
	}
	if n > mostDaysAgo || s.Is(i-1, lexicon.Adverb) {
		return 0 // "nearly two days ago"
	}
	return n
}
