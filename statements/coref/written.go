package coref

import (
	"slices"
	"strings"

	"onrecord/statements"
	"onrecord/statements/sources"
)

// itsWriter gives who said it in "the statement" that speaks in sentence n: whoever
// spoke last, if that was right before and in one. "Lee said in a statement that it
// was late. It was dark, the statement added." A document or a text may be any of them.
func (c *Cast) itsWriter(p sources.Phrase, n int) (Answer, bool) {
	a := c.latest
	if a.Name == "" || len(p.Words) != 2 || !c.lex.Has("definite", p.Words[0]) || c.spokeIn < n-2 {
		return Answer{}, false
	}
	from := max(c.starts[max(0, c.spokeIn-1)], p.Span.Start-mostAside*2)
	before := strings.ToLower(c.src[from:max(from, p.Span.Start)])
	switch {
	case c.lex.Has("any-writing", p.Words[1]) && c.inWriting(before):
	case c.lex.Has("speaks-on", p.Words[1]) && strings.Contains(before, " "+p.Words[1]):
	default:
		return Answer{}, false
	}
	a.Known, a.Confidence = statements.ByRole, 0.75
	return a, true
}

// inWriting reports whether words in small letters have somebody say something in
// writing: "said in a joint statement".
func (c *Cast) inWriting(words string) bool {
	_, behind, ok := strings.Cut(words, " in a ")
	next := strings.Fields(behind)
	return ok && slices.ContainsFunc(next[:min(len(next), 3)], func(w string) bool { return c.lex.Has("speaks-on", strings.Trim(w, ",.")) })
}
