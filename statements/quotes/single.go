package quotes

import (
	"sort"
	"strings"

	"onrecord/statements/text"
)

// closeSingle finds the end of a quotation in single marks, or noQuote. A mark
// after a letter may be an apostrophe (the boys’ club): one after punctuation
// is the better end, then the last one before another quotation opens.
func (c *scan) closeSingle(open int) int {
	if c.apos == nil {
		c.findApostrophes()
	}
	if open+2 < c.p.End && c.toks[open+1].End-c.toks[open+1].Start == 1 && len(c.apos) > 0 && closesAt(c.apos, open+2) {
		return noQuote // rock 'n' roll
	}
	best := noQuote
	from := sort.SearchInts(c.apos, open+1)
	for n, i := range c.apos[from:] {
		if n > 8 || i > open+400 || c.opensBetween(open, i) {
			break
		}
		before := c.toks[i-1]
		if before.Kind == text.Mark {
			return i
		}
		if best == noQuote || plural(c.toks[best-1]) {
			best = i
		}
		if !plural(before) {
			return best
		}
	}
	return best
}

// plural reports whether an apostrophe after t may be a possessive's.
func plural(t text.Token) bool { return strings.HasSuffix(t.Lower, "s") }

// opensBetween reports whether a single mark opens between two tokens.
func (c *scan) opensBetween(from, to int) bool {
	for i := from + 1; i < to; i++ {
		if t := c.toks[i]; t.Lower == "‘" && (t.Gap || looseLeft(c.toks[i-1])) {
			return true
		}
	}
	return false
}

// findApostrophes lists the marks of the paragraph that may close.
func (c *scan) findApostrophes() {
	c.apos = []int{}
	for i := c.p.First + 1; i < c.p.End; i++ {
		t := c.toks[i]
		if t.Kind == text.Mark && (t.Lower == "’" || t.Lower == "'" || t.Lower == "‘") && !t.Gap && (i+1 >= c.p.End || c.toks[i+1].Gap || c.toks[i+1].Kind == text.Mark) {
			c.apos = append(c.apos, i)
		}
	}
}

// closesAt reports whether token i is among the ascending ones.
func closesAt(apos []int, i int) bool {
	at := sort.SearchInts(apos, i)
	return at < len(apos) && apos[at] == i
}
