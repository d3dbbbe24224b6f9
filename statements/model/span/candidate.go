package span

import "onrecord/statements/model/token"

// Candidate is a cue that may be one, with the roles that were found for it.
type Candidate struct {
	First, Last int     // tokens of the cue, inclusive
	Prob        float32 // that it is a cue, by its words and their neighbours
	Sure        float32 // logarithm of the probability of its roles, per role border
	From        int     // first token of the window
	Roles       []uint8 // of each token of the window

	source  [2]int // tokens, half-open; empty is none
	content [2]int // from the first to the last token of its content
	words   int    // of content
	quoted  int    // of them in quotation marks
	outer   int    // candidate whose content holds this cue, -1 if none: the likeliest of them
	inner   int    // likeliest candidate whose cue lies in this content, -1
	rival   int    // likeliest other candidate that claims some of this content
}

// Role gives the role of token i of the document to c.
func (c *Candidate) Role(i int) uint8 {
	if i < c.From || i >= c.From+len(c.Roles) {
		return NoRole
	}
	return c.Roles[i-c.From]
}

// measure notes what the judge wants to know of the roles.
func (c *Candidate) measure(v *View) {
	c.source, c.content, c.words, c.quoted = [2]int{}, [2]int{}, 0, 0
	for k, r := range c.Roles {
		i := c.From + k
		switch r {
		case Source:
			if c.source[1] == 0 {
				c.source[0] = i
			}
			c.source[1] = i + 1
		case Content:
			if c.content[1] == 0 {
				c.content[0] = i
			}
			c.content[1] = i + 1
			if v.Tokens[i].Shape != token.Punct {
				c.words++
				if v.Tokens[i].Quote > 0 {
					c.quoted++
				}
			}
		}
	}
}

// Relate finds out how the candidates of a document stand to one another.
func Relate(v *View, cs []Candidate) {
	for i := range cs {
		cs[i].measure(v)
		cs[i].outer, cs[i].inner, cs[i].rival = -1, -1, -1
	}
	for i := range cs {
		a := &cs[i]
		for j := i - 1; j >= 0 && j > i-12 && relate(v, cs, a, i, j); j-- {
		}
		for j := i + 1; j < len(cs) && j < i+12 && relate(v, cs, a, i, j); j++ {
		}
	}
}

// relate compares candidate i with j; it is false when they stand in different
// paragraphs.
func relate(v *View, cs []Candidate, a *Candidate, i, j int) bool {
	b := &cs[j]
	if v.Tokens[a.First].Para != v.Tokens[b.First].Para {
		return false
	}
	likelier := func(k int) bool { return k < 0 || cs[j].Prob > cs[k].Prob }
	if b.Role(a.First) == Content && likelier(a.outer) {
		a.outer = j
	}
	if a.Role(b.First) == Content && likelier(a.inner) {
		a.inner = j
	}
	if a.content[0] < b.content[1] && b.content[0] < a.content[1] && b.Role(a.First) != Content && a.Role(b.First) != Content && likelier(a.rival) {
		a.rival = j
	}
	return true
}
