package coref

import (
	"strings"

	"onrecord/statements/cues"
	"onrecord/statements/lexicon"
	"onrecord/statements/sources"
)

// metAs is how the text brings up somebody without a name, and in which sentence.
type metAs struct {
	role     string
	sentence int
}

// meetUnnamed keeps which roles sentence n brings up for somebody unnamed: "a
// judge in Port North".
func (c *Cast) meetUnnamed(n int, s *cues.Sentence) {
	for i := range s.Items {
		if !s.Lex.Has("indefinite", s.Lower(i)) || s.Items[i].Quote >= 0 {
			continue
		}
		for k := i + 1; k < min(i+8, len(s.Items)) && s.Word(k) && !s.Is(k, lexicon.Preposition); k++ {
			if s.Is(k, lexicon.Role|lexicon.Honorific) {
				for _, head := range [...]string{c.lex.SameRole(s.Lower(k)), s.Lower(k)} {
					if _, met := c.unnamed[head]; !met {
						c.unnamed[head] = n
					}
				}
				c.meetAs(n, s, i, k)
			}
		}
	}
}

// meetAs keeps the words, from item i on, by which sentence n brings somebody up whose
// role is item k, with where they are: "A Western diplomat in Elm".
func (c *Cast) meetAs(n int, s *cues.Sentence, i, k int) {
	end := k + 1
	if at := end + 1; s.Lex.Has("acts-for", s.Lower(end)) && nameWord(s, at) {
		for end = at + 1; nameWord(s, end); end++ {
		}
	}
	if end-i > 2 && s.Lex.Has("one", s.Lower(i)) && !s.Is(end, lexicon.Role) && !nameWord(s, end) && !s.Mark(end, ",") {
		c.metAs[s.Lower(k)] = metAs{strings.Join(strings.Fields(c.src[s.Items[i].Start:s.Items[end-1].End]), " "), n}
	}
}

// metBehind reports whether the role of a headline is that of somebody whom the lead
// brings up without a name before it names anybody who has it: "Ferry sails on,
// spokesman says".
func (c *Cast) metBehind(p sources.Phrase, want office, n int) bool {
	if n > 0 || len(p.Words) != 1 || want.head == "" {
		return false
	}
	at, ok := c.unnamed[p.Words[0]]
	if !ok || at == 0 || at > opening {
		return false
	}
	for _, m := range c.near(0, at, len(c.src)) {
		if c.human(m.Entity) && c.holds(m.Entity, want, n) {
			return false
		}
	}
	return true
}

// metBefore gives the words by which one of the two sentences before n brings up
// "the diplomat".
func (c *Cast) metBefore(p sources.Phrase, n int) string {
	if len(p.Words) != 2 || p.Name != "" || !c.lex.Has("definite", p.Words[0]) {
		return ""
	}
	if m, ok := c.metAs[p.Words[1]]; ok && m.sentence < n && m.sentence >= n-2 {
		return m.role
	}
	return ""
}

// met reports whether the text has met somebody unnamed in that role before
// sentence n.
func (c *Cast) met(head string, n int) bool {
	at, ok := c.unnamed[head]
	return ok && at < n
}
