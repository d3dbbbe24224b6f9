package coref

import (
	"slices"
	"strings"

	"onrecord/statements/cues"
	"onrecord/statements/lexicon"
	"onrecord/statements/sources"
)

// IsPerson reports whether an entity is a human being.
func (c *Cast) IsPerson(e int) bool { return e >= 0 && c.human(e) }

// MayBePerson reports whether nothing says that an entity is no human being.
func (c *Cast) MayBePerson(e int) bool {
	if e < 0 {
		return false
	}
	ent := &c.Entities[e]
	return c.human(e) || ent.Sort == Unknown && ent.words > 1 && !ent.gone && !ent.thing && !ent.several && !c.noPerson(ent.Name)
}

// Described reports whether the text says who an entity is.
func (c *Cast) Described(e int) bool {
	return e >= 0 && len(c.Entities[e].Roles)+len(c.Entities[e].titles) > 0
}

// Called reports whether the text calls an entity by one of a list of the
// lexicon: "press", "reporting".
func (c *Cast) Called(e int, list string) bool {
	return e >= 0 && slices.ContainsFunc(c.heldBy(e), func(h held) bool {
		return slices.ContainsFunc(h.words, func(w string) bool { return c.lex.Has(list, w) })
	})
}

// human reports whether an entity can be "he" or "she", or hold an office. Who
// speaks and is not known to be anything else is a human being, if two words
// name them and neither is an everyday one: "the Port Post" and "National
// Review" speak too.
func (c *Cast) human(e int) bool {
	ent := &c.Entities[e]
	if ent.gone || ent.words == 1 && ent.Gender == 0 && c.surnameOnly(ent) && len(c.bearers(ent)) > 1 {
		return false // a surname that several have is none of them
	}
	return ent.Sort == Person || ent.Sort == Unknown && ent.words > 1 && ent.spoke && !ent.thing && !ent.several && !ent.inFull && !c.everyday(ent.Name)
}

// neverBare marks what the text names in full again and again: people are
// called by their surname the second time, and then they are known to be people.
func (c *Cast) neverBare(sents []cues.Sentence) {
	seen := map[int]int{}
	for i := range c.Mentions {
		if m := &c.Mentions[i]; !sents[m.Sentence].Headline {
			seen[m.Entity]++
			ent := &c.Entities[m.Entity]
			_, bare := c.byKey[ent.last]
			ent.inFull = seen[m.Entity] > 1 && !bare
		}
	}
}

// everyday reports whether a name has a word that no name of a person has: one
// of the language in front, letters that are read one by one, a state at the
// end ("Western Journal", "RTV News", "Visit Norway").
func (c *Cast) everyday(name string) bool {
	words := strings.Fields(name)
	if c.lex.Flags(strings.ToLower(words[0]))&(lexicon.Adjective|lexicon.Demonym|lexicon.Place|lexicon.Body|lexicon.Office|lexicon.OrganisationWord) != 0 {
		return true
	}
	if _, _, ok := c.lex.StateOf(strings.ToLower(words[len(words)-1])); ok {
		return true
	}
	return loud(name)
}

// plural reports whether what a name alone names are several, by the verb after
// it: "Rovers have won".
func (c *Cast) plural(s *cues.Sentence, run sources.Range) bool {
	if s.Lex.Lang != "en" || !s.Lex.Has("plural-verb", s.Lower(run.End)) {
		return false
	}
	for k := range run.First {
		if s.Is(k, lexicon.Coordinator|lexicon.ClauseOpener) || s.Mark(k, ",") {
			return false
		}
	}
	return true
}

// witness keeps what the words around a name say about what it names: only
// people have an age or do something as "who"; only things have an article.
func (c *Cast) witness(e int, s *cues.Sentence, run, head sources.Range) {
	ent := &c.Entities[e]
	ent.thing = ent.thing || head.First == run.First && s.Is(run.First-1, lexicon.Determiner)
	ent.thing = ent.thing || hasPeople(s, run)
	after := run.End
	if s.Mark(after, ",") {
		after++
	}
	if c.plural(s, run) {
		ent.several = true
	}
	age := ageAfter(s, run.End)
	aged := age > 0
	if aged {
		ent.age = age
	}
	if ent.Sort != Unknown {
		return
	}
	if who := s.Is(after, lexicon.PronounRelative) && s.Lex.Lang == "en"; aged || who && ent.words > 1 && !c.everyday(ent.Name) {
		ent.Sort = Person
	}
}

// hasPeople reports whether a name in full is what somebody is of, whose role and
// name follow it: "Sedge Harriers coach Ann Lee".
func hasPeople(s *cues.Sentence, run sources.Range) bool {
	k := run.End
	for k < run.End+3 && s.Word(k) && !s.Items[k].Cap && (s.Is(k, lexicon.Role|lexicon.Adjective) || s.Lex.Has("trade", s.Lower(k))) {
		k++
	}
	return s.Lex.Lang == "en" && run.End-run.First > 1 && k > run.End && nameWord(s, k) && nameWord(s, k+1)
}
