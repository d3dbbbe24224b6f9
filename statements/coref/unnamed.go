package coref

import (
	"slices"
	"strings"

	"onrecord/statements/sources"
)

// mostAside is how many bytes after a source are looked at: a sentence may be
// the whole of a hostile text.
const mostAside = 400

// anonymous reports whether the rest of a source's sentence says that its name
// is kept back: "the clerk, who asked not to be named".
func (c *Cast) anonymous(p sources.Phrase) bool {
	rest := c.src[min(p.Head.End, len(c.src)):]
	rest = rest[:min(len(rest), mostAside)]
	if end := strings.IndexAny(rest, ".\n"); end >= 0 {
		rest = rest[:end]
	}
	rest = strings.ToLower(rest)
	return slices.ContainsFunc(c.lex.List("kept-back"), func(phrase string) bool { return strings.Contains(rest, phrase) })
}

// takesUp reports whether "the clerk" in sentence n is "a clerk" whom the text
// brought up before without a name, and not entity e: nobody calls that one a
// clerk, or the text has not named them since.
func (c *Cast) takesUp(e int, p sources.Phrase, n int) bool {
	last := p.Words[len(p.Words)-1]
	met, ok := c.unnamed[last]
	if len(p.Words) != 2 || !c.lex.Has("definite", p.Words[0]) || !ok || met >= n {
		return false
	}
	before := c.namedBefore(e, p.Span.Start)
	if before < 0 || c.Mentions[before].Sentence < met {
		return true
	}
	return !slices.ContainsFunc(c.heldBy(e), func(h held) bool { return slices.Contains(h.words, last) })
}

// yetUnnamed reports whether nobody has named an entity by sentence n, in
// which a role speaks that is theirs. Only the opening keeps a name for later.
func (c *Cast) yetUnnamed(e int, p sources.Phrase, n int) bool {
	first := c.firstNamed(e)
	return n > opening && first >= 0 && c.Mentions[first].Sentence > n && c.namedBefore(e, p.Span.Start) < 0
}

// ofNoLand reports whether the opening's "Norland minister" is another than e, whom the
// text names only later, beyond its first sentences, and gives no land; or no more than
// as another's counterpart.
func (c *Cast) ofNoLand(e int, want office, n int) bool {
	if p, ok := c.peers[e]; ok && p.land == "" && want.state != "" && len(c.heldBy(p.entity)) == 0 {
		return true
	}
	first := c.firstNamed(e)
	if want.state == "" || n > opening || first < 0 || c.Mentions[first].Sentence <= opening+newcomers {
		return false
	}
	return !slices.ContainsFunc(c.heldBy(e), func(h held) bool { return h.office.head == want.head && h.office.state != "" })
}
