package coref

import (
	"onrecord/statements"
	"onrecord/statements/lexicon"
	"onrecord/statements/sources"
)

// pronoun resolves "he", "she", "they", "it" in sentence n at byte at.
func (c *Cast) pronoun(p sources.Phrase, n, at int) Answer {
	switch {
	case p.Pronoun&(lexicon.PronounM|lexicon.PronounF) != 0:
		if e := c.antecedent(p.Pronoun, n, at); e >= 0 {
			return c.describe(e, statements.ByPronoun, 0.8)
		}
	case p.Pronoun&lexicon.PronounN != 0:
		if e := c.Last(); e >= 0 && !c.human(e) {
			return c.describe(e, statements.ByPronoun, 0.6)
		}
	}
	return unresolved("")
}

// antecedent looks for the person that he or she is: whoever spoke last, if
// nobody fitting was named as a subject since; else the subject of this or the
// sentences before.
func (c *Cast) antecedent(want lexicon.Flags, n, at int) int {
	// Somebody named at the front of this sentence, before the pronoun.
	for _, m := range c.near(n, n, at) {
		if m.First <= 3 && c.human(m.Entity) && fits(c.Entities[m.Entity].Gender, want) {
			return m.Entity
		}
	}
	last := c.Last()
	lastFits := last >= 0 && c.human(last) && fits(c.Entities[last].Gender, want)
	for back := n - 1; back >= max(0, n-4); back-- {
		for _, m := range c.near(back, back, at) {
			if !c.human(m.Entity) || !fits(c.Entities[m.Entity].Gender, want) {
				continue
			}
			if m.First <= 4 || m.Entity == last || !lastFits {
				return m.Entity
			}
		}
		if lastFits && back >= n-2 {
			return last
		}
	}
	if lastFits {
		return last
	}
	return Nobody
}

// near gives the mentions in the sentences from to to that stand before at.
func (c *Cast) near(from, to, at int) []Mention {
	lo := c.firstIn(from)
	hi := lo
	for hi < len(c.Mentions) && c.Mentions[hi].Sentence <= to && c.Mentions[hi].Start < at {
		hi++
	}
	return c.Mentions[lo:hi]
}

// firstIn finds the first mention of sentence n or later.
func (c *Cast) firstIn(n int) int {
	lo, hi := 0, len(c.Mentions)
	for lo < hi {
		if mid := (lo + hi) / 2; c.Mentions[mid].Sentence < n {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}
