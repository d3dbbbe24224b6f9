package coref

import (
	"strings"

	"onrecord/statements/lexicon"
	"onrecord/statements/sources"
)

// withNation gives a body that every land has the name of whose it is: "Poland's
// Foreign Ministry" is the Polish Foreign Ministry.
func (c *Cast) withNation(p sources.Phrase) sources.Phrase {
	if c.lex.Lang != "en" || p.Name == "" || !c.common(p.Name) {
		return p
	}
	before := c.src[:p.NameSpan.Start]
	owner, ok := strings.CutSuffix(strings.ReplaceAll(before[max(0, len(before)-reachOfOwner):], "’", "'"), "'s ")
	if !ok {
		return p
	}
	words := strings.Fields(owner)
	for n := min(3, len(words)); n > 0; n-- {
		land, _, _ := c.lex.StateOf(strings.ToLower(strings.Join(words[len(words)-n:], " ")))
		if of := c.demonym(land); of != "" {
			p.Name = of + " " + p.Name
			return p
		}
	}
	return p
}

// reachOfOwner is how many bytes before a name are looked at for whose it is.
const reachOfOwner = 40

// demonym is the usual word for what is a land's, with a capital.
func (c *Cast) demonym(land string) string {
	for _, s := range c.lex.States() {
		if s.Name == land && land != "" && len(s.Demonyms) > 0 {
			words := strings.Fields(s.Demonyms[0])
			for i, w := range words {
				words[i] = strings.ToUpper(w[:1]) + w[1:]
			}
			return strings.Join(words, " ")
		}
	}
	return ""
}

// common reports whether a body's name is made of nothing but words for such bodies:
// the Foreign Ministry, the Supreme Court.
func (c *Cast) common(name string) bool {
	const usual = lexicon.OrganisationWord | lexicon.Body | lexicon.Office | lexicon.Adjective
	words := strings.Fields(strings.ToLower(name))
	for _, w := range words {
		if c.lex.Flags(w)&usual == 0 || c.lex.Flags(w)&lexicon.Demonym != 0 {
			return false
		}
	}
	return len(words) > 1
}

// national gives the one body that the text has brought up with its nation before it
// leaves that out: "the Elmish Foreign Ministry … the Foreign Ministry". Whose it is
// must not be told another way: "in Sedge, the Foreign Ministry", "Norvania's Foreign
// Ministry".
func (c *Cast) national(e int) int {
	ent := &c.Entities[e]
	if ent.Sort != Body || ent.words < 2 || c.lex.Lang != "en" || len(c.Entities) > mostInflected {
		return Nobody
	}
	found, land := Nobody, ""
	for o := range c.Entities {
		full := &c.Entities[o]
		whose, ok := strings.CutSuffix(full.Name, " "+ent.Name)
		whose = strings.ToLower(whose)
		if !ok || full.gone || c.lex.Flags(whose)&lexicon.Demonym == 0 {
			continue
		}
		if found >= 0 {
			return Nobody
		}
		found = o
		land, _, _ = c.lex.StateOf(whose)
	}
	if found < 0 || c.before(e, found) || c.otherLand(e, land) {
		return Nobody
	}
	return found
}

// before reports whether the text names entity a before entity b.
func (c *Cast) before(a, b int) bool {
	for _, m := range c.Mentions {
		if m.Entity == a || m.Entity == b {
			return m.Entity == a
		}
	}
	return false
}

// otherLand reports whether a sentence that names an entity has another land, or its
// capital, before the name.
func (c *Cast) otherLand(e int, land string) bool {
	for _, m := range c.Mentions {
		if m.Entity != e {
			continue
		}
		for _, w := range strings.FieldsFunc(c.src[c.starts[m.Sentence]:m.Start], func(r rune) bool { return strings.ContainsRune(" ,;\n’'\"“”", r) }) {
			if other, _, ok := c.lex.StateOf(strings.ToLower(w)); ok && other != land {
				return true
			}
		}
	}
	return false
}
