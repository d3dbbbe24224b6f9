package coref

import (
	"strings"

	"onrecord/statements"
	"onrecord/statements/sources"
)

// itsWriter gives who said it in "the statement" that speaks in sentence n: whoever
// spoke last, if that was right before and in one. "Lee said in a statement that it
// was late. It was dark, the statement added."
func (c *Cast) itsWriter(p sources.Phrase, n int) (Answer, bool) {
	a := c.latest
	if a.Name == "" || len(p.Words) != 2 || !c.lex.Has("definite", p.Words[0]) || !c.lex.Has("speaks-on", p.Words[1]) || c.spokeIn < n-2 {
		return Answer{}, false
	}
	from := max(c.starts[max(0, c.spokeIn-1)], p.Span.Start-mostAside*2)
	if !strings.Contains(strings.ToLower(c.src[from:max(from, p.Span.Start)]), " "+p.Words[1]) {
		return Answer{}, false
	}
	a.Known, a.Confidence = statements.ByRole, 0.75
	return a, true
}
