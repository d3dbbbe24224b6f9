package coref

import (
	"slices"
	"strings"

	"onrecord/statements/lexicon"
	"onrecord/statements/sources"
)

// unnamedOf is somebody without a name who is told by whose they are: "Lee's
// spokesman".
type unnamedOf struct {
	head     string // "spokesman"
	owner    int    // whose; Nobody if that is none of the cast, or not told
	role     string // in the words that told it first
	sentence int    // where they spoke last
}

// longestUnnamed is how many sentences later "the spokesman" is still that one.
const longestUnnamed = 8

// keepUnnamed keeps who has just spoken without a name, and whose they are.
func (c *Cast) keepUnnamed(p sources.Phrase) {
	if head, owner, ok := c.belongs(p, c.spokeIn); ok {
		k := slices.IndexFunc(c.strangers, func(u unnamedOf) bool { return u.head == head && u.owner == owner && owner >= 0 })
		u := unnamedOf{head, owner, p.Role, c.spokeIn}
		if k >= 0 {
			u.role = c.strangers[k].role
			c.strangers = slices.Delete(c.strangers, k, k+1)
		}
		c.strangers = append(c.strangers, u)
	} else if k := c.latestUnnamed(p, c.spokeIn); k >= 0 {
		c.strangers[k].sentence = c.spokeIn
	} else if head := c.broughtUp(p); head != "" {
		c.strangers = append(c.strangers, unnamedOf{head, Nobody, p.Role, c.spokeIn})
	}
}

// broughtUp gives the role of the one whom a source brings up without a name: "A navy
// insider", "an official in Lee's office". Of several, and of one of whom nothing else
// is told, it is "".
func (c *Cast) broughtUp(p sources.Phrase) string {
	if p.Name != "" || p.Role == "" || p.Plural || len(p.Words) < 3 || !c.lex.Has("one", p.Words[0]) {
		return ""
	}
	for i, w := range p.Words[1:] {
		if c.lex.Flags(w)&lexicon.Role != 0 && (i+2 == len(p.Words) || c.lex.Flags(p.Words[i+2])&(lexicon.Role|lexicon.Possessive) == 0 && p.Words[i+2] != "'s") {
			return w
		}
		if c.lex.Flags(w)&lexicon.Preposition != 0 {
			break
		}
	}
	return ""
}

// sameUnnamed gives the words of a role without a name as the article first
// had them, where "the spokesman" is "Lee's spokesman" of before.
func (c *Cast) sameUnnamed(p sources.Phrase, n int) string {
	if k := c.latestUnnamed(p, n); k >= 0 {
		return c.strangers[k].role
	}
	if head, owner, ok := c.belongs(p, n); ok && owner >= 0 {
		if k := slices.IndexFunc(c.strangers, func(u unnamedOf) bool { return u.head == head && u.owner == owner }); k >= 0 {
			return c.strangers[k].role
		}
	}
	if m := c.metBefore(p, n); m != "" {
		return m
	}
	return p.Role
}

// latestUnnamed gives whom "the spokesman" in sentence n means: the one of that
// kind who spoke last, and not long ago.
func (c *Cast) latestUnnamed(p sources.Phrase, n int) int {
	if len(p.Words) != 2 || p.Name != "" || !c.lex.Has("definite", p.Words[0]) || len(c.strangers) == 0 {
		return -1
	}
	last := len(c.strangers) - 1
	if c.lex.Has("any-stranger", p.Words[1]) && c.stranger && c.strangers[last].sentence == c.spokeIn && c.spokeIn >= n-2 {
		return last // "the source" is whoever has just spoken without a name
	}
	for k := last; k >= 0; k-- {
		if u := &c.strangers[k]; u.head == p.Words[1] && u.sentence+longestUnnamed >= n {
			return k
		}
	}
	return -1
}

// belongs gives the role of somebody without a name and whose they are: "Lee's
// spokesman", "a spokesman for Lee". "His spokesman" is not told by whose.
func (c *Cast) belongs(p sources.Phrase, n int) (head string, owner int, ok bool) {
	if p.Name != "" || p.Role == "" || p.Plural || len(p.Words) < 3 {
		return "", Nobody, false
	}
	words, at := p.Words, slices.Index(p.Words, "'s")
	var whose []string
	if at > 0 {
		head, whose = words[len(words)-1], words[:at]
	} else if at = slices.IndexFunc(words, func(w string) bool { return c.lex.Has("acts-for", w) }); at > 0 && at+1 < len(words) {
		head, whose = words[at-1], words[at+1:]
	}
	if c.lex.Flags(head)&lexicon.Role == 0 || len(whose) == 0 {
		return "", Nobody, false
	}
	return head, c.ownerOf(p, whose, n), true
}

// ownerOf gives whose somebody is, by the name or the role in the words.
func (c *Cast) ownerOf(p sources.Phrase, whose []string, n int) int {
	for _, m := range c.near(n, n, p.Head.End) {
		if m.Start >= p.Head.Start && strings.Contains(strings.ToLower(c.src[p.Head.Start:p.Head.End]), strings.Join(whose, " ")) {
			return m.Entity
		}
	}
	return c.holder(sources.Phrase{Span: p.Span, Head: p.Head, Words: whose, Definite: true}, n).Entity
}
