package handlers

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord/statements"
	"onrecord/statements/lexicon"
	"onrecord/statements/text"
)

const (
	// mostObject is how many words a bare object has at most.
	mostObject = 4
	// mostBetween is how many bytes of the article may stand between a cue and what
	// was said for the cue to be shown with it: "thanked the port of Vell for".
	mostBetween = 60
)

// withCue gives the pieces of a statement with its cue before them, where these alone
// would tell something else than was said: of "denied that the port was shut" and
// "hoped that it would open" the clause is what somebody did not say. A verb of saying
// is left out, and so is a cue that does not stand right before.
func withCue(a statements.Article, s statements.Statement, pieces []piece) []piece {
	if len(pieces) == 0 {
		return nil
	}
	first := &pieces[0]
	c := s.Cue
	if c.Of(a.Text) == "" || !boundary(a.Text, c.Start) || c.End >= first.Start {
		return pieces
	}
	between := a.Text[c.End:first.Start]
	if first.verbatim {
		between = strings.TrimRightFunc(between, func(r rune) bool { return isMark(r) || unicode.IsSpace(r) })
		if between != "" || !fragment(first.Of(a.Text)) || plainCue(a, s, first.Start, "") {
			return pieces
		}
		return append([]piece{{Span: statements.Span{Start: c.Start, End: beforeMark(a.Text, first.Start)}}}, pieces...)
	}
	near := len(between) <= mostBetween && !strings.ContainsFunc(between, isMark) && !strings.ContainsAny(between, "\n;:?!") && !strings.Contains(between, ". ")
	who := s.Source.Overlaps(statements.Span{Start: c.End, End: first.Start})
	bare := strings.TrimSpace(between) == "" && len(pieces) == 1 && len(strings.Fields(first.Of(a.Text))) <= mostObject
	if bare || near && !who && !plainCue(a, s, first.Start, first.Of(a.Text)) {
		first.Start = c.Start
	}
	return pieces
}

// plainCue reports whether a cue, with what stands between it and byte to, only says that
// something was said, so that nothing is lost without it. words are those that follow:
// "told them to leave" says more.
func plainCue(a statements.Article, s statements.Statement, to int, words string) bool {
	lex := lexicon.For(a.Lang)
	cue, upto := text.Folded(s.Cue.Of(a.Text)), text.Folded(a.Text[s.Cue.Start:max(to, s.Cue.End)])
	if slices.ContainsFunc(upto, func(w string) bool {
		return lex.Flags(w)&(lexicon.Negation|lexicon.Refusal) != 0 || lex.Has("denying", w)
	}) {
		return false
	}
	class := lexicon.Say
	for i := 0; i < len(cue); i++ {
		if v := verbAt(lex, upto, i); v.Class != 0 {
			class = v.Class // the last: "was quoted as saying" is said
			i += len(v.After)
		}
	}
	opens, _, _ := strings.Cut(words, " ")
	if lex.Has("opens-deed", strings.ToLower(opens)) {
		return false
	}
	return class == lexicon.Say || class == lexicon.Tell || class == lexicon.Quote
}

// verbAt is the verb that begins at word i, if any does.
func verbAt(lex *lexicon.Lexicon, words []string, i int) lexicon.Verb {
	for _, v := range lex.Verbs(words[i]) {
		if len(v.After) < len(words)-i && slices.Equal(v.After, words[i+1:i+1+len(v.After)]) {
			return v
		}
	}
	return lexicon.Verb{}
}

// fragment reports whether quoted words are a part of the sentence that they stand in
// and none of their own.
func fragment(words string) bool {
	r, _ := utf8.DecodeRuneInString(words)
	return unicode.IsLower(r)
}

// beforeMark is the place before an opening mark that ends at byte i.
func beforeMark(text string, i int) int {
	if r, n := utf8.DecodeLastRuneInString(text[:i]); isMark(r) {
		return i - n
	}
	return i
}
