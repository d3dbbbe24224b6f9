package coref

import (
	"slices"
	"strings"

	"onrecord/statements"
	"onrecord/statements/lexicon"
	"onrecord/statements/sources"
)

// itsAuthor gives whose words somebody's own paper has: "Ann Lee's brief" says what Lee
// says, and so does "her letter to the board".
func (c *Cast) itsAuthor(p sources.Phrase, n, at int) (Answer, bool) {
	if c.lex.Lang != "en" || p.Plural || len(p.Words) < 2 {
		return Answer{}, false
	}
	if his := c.lex.OwnedBy(p.Words[0]); his != 0 && c.paper(p.Words[1:]) {
		a := c.pronoun(sources.Phrase{Span: p.Span, Head: p.Head, Pronoun: his}, n, at)
		return a, a.Entity >= 0
	}
	if e := c.signs(p, n); e >= 0 {
		return c.describe(e, statements.ByRole, 0.85), true
	}
	owned := slices.Index(p.Words, "'s")
	if owned < 0 || !c.paper(p.Words[owned+1:]) {
		return Answer{}, false
	}
	for _, m := range c.near(n, n, p.Head.End) {
		behind := strings.Replace(c.src[m.End:min(m.End+4, len(c.src))], "’", "'", 1)
		if m.Start < p.Head.Start || !strings.HasPrefix(behind, "'s") || len(strings.Fields(c.src[p.Head.Start:m.End])) != owned {
			continue
		}
		a := c.describe(m.Entity, statements.ByRole, 0.85)
		return a, c.human(m.Entity) || c.Entities[m.Entity].Sort == Body
	}
	return Answer{}, false
}

// signs gives who is named right behind something written and "from" or "by": "a letter from
// Ann Lee to the board".
func (c *Cast) signs(p sources.Phrase, n int) int {
	for _, m := range c.near(n, n, len(c.src)) {
		if m.Start <= p.Head.Start || m.Start > p.Head.Start+longestSigned || !(c.human(m.Entity) || c.Entities[m.Entity].Sort == Body) {
			continue
		}
		words := strings.Fields(strings.ToLower(c.src[p.Head.Start:m.Start]))
		k := slices.IndexFunc(words, func(w string) bool { return c.lex.Has("written-by", w) })
		behind := strings.Replace(c.src[m.End:min(m.End+5, len(c.src))], "’", "'", 1)
		if strings.HasPrefix(behind, " and ") || strings.HasPrefix(behind, "'s") || k < 2 || c.lex.Flags(words[0])&lexicon.Determiner == 0 || !c.paper(words[1:k+1]) || !c.lex.Has("own-paper", words[k-1]) ||
			slices.ContainsFunc(words[k+1:], func(w string) bool {
				return c.lex.Flags(w)&(lexicon.Role|lexicon.Adjective|lexicon.Honorific|lexicon.Demonym) == 0 && w != "the"
			}) {
			return Nobody // of the first alone, and not of a clerk who writes to them
		}
		return m.Entity
	}
	return Nobody
}

// longestSigned is how many bytes stand before the name in "a joint statement by Foreign
// Minister Ann Lee" at most.
const longestSigned = 80

// paper reports whether words are something that its owner writes, and to whom:
// "written submission to the court".
func (c *Cast) paper(words []string) bool {
	for i, w := range words {
		if c.lex.Has("own-paper", w) {
			return i+1 == len(words) || c.lex.Flags(words[i+1])&lexicon.Preposition != 0
		}
		if c.lex.Flags(w)&lexicon.Adjective == 0 {
			return false
		}
	}
	return false
}
