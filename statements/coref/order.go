package coref

import (
	"strings"

	"onrecord/statements/lexicon"
	"onrecord/statements/speakers"
)

// surnameOnly reports whether a name is no more than a surname: one word, or one
// with its particles (van der Berg, bin Rashid).
func (c *Cast) surnameOnly(ent *Entity) bool {
	words := strings.Fields(ent.Name)
	if len(words) == 2 && c.lex.Has("given-particle", strings.ToLower(words[0])) && c.lex.Flags(strings.ToLower(words[1]))&lexicon.Particle == 0 {
		return len(c.bearers(ent)) > 0 // Ben Ray is a full name, but for David Ben Ray
	}
	for _, w := range words[:max(0, len(words)-1)] {
		if c.lex.Flags(strings.ToLower(w))&lexicon.Particle == 0 {
			return false
		}
	}
	return len(words) > 0
}

// bearers gives the people whose surname the bare name ent is: that of all of
// them, whatever "Mr" or "Ms" stands before it in one place.
func (c *Cast) bearers(ent *Entity) []int {
	var out []int
	tail := " " + strings.ToLower(ent.Name)
	for _, o := range c.byLast[ent.last] {
		full := &c.Entities[o]
		if full.words > ent.words && full.Sort != Body && !c.surnameOnly(full) && !familyFirst(full) &&
			(ent.words == 1 || strings.HasSuffix(strings.ToLower(full.Name), tail)) {
			out = append(out, o)
		}
	}
	if len(out) == 0 {
		return c.otherOrder(ent)
	}
	return out
}

// surnameOfNation reports whether the word for somebody from a state is a
// surname here: Ann French, who is called French, and never "the French".
func (c *Cast) surnameOfNation(ent *Entity, bearers []int) bool {
	return len(bearers) == 1 && !ent.thing && c.lex.Flags(strings.ToLower(ent.Name))&lexicon.Demonym != 0 && c.Entities[bearers[0]].Sort == Person
}

// agree reports whether two genders, 0 for unknown, may be of one person.
func agree(a, b byte) bool { return a == 0 || b == 0 || a == b }

// familyFirst reports whether a full name is written in the order of East
// Asia: Tang Bo, Kim Seo-yun. The given name at its end is nobody's surname.
func familyFirst(ent *Entity) bool {
	words := strings.Fields(ent.Name)
	if len(words) < 2 || len(words) > 3 || speakers.Gender(words[0]) != 0 {
		return false
	}
	if _, second, hyphen := strings.Cut(words[1], "-"); hyphen && second != "" && second == strings.ToLower(second) {
		return true
	}
	return speakers.FamilyFirst(words[0])
}

// calls reports whether the bare name ent can be what a human being is called
// whom full names. The first of two words is so only where a family name stands
// first: Sedge of Sedge Town is none.
func (c *Cast) calls(ent, full *Entity) bool {
	if ent.last == full.last || full.words != 2 {
		return true
	}
	words := strings.Fields(full.Name)
	return familyFirst(full) || speakers.Gender(words[0]) != 0 || speakers.Gender(words[1]) != 0
}

// otherOrder gives the people whose family name does not stand last and is the
// bare name ent: Li of Li Weimin, Carrasco of Inés Carrasco Molina. A given
// name is no family name.
func (c *Cast) otherOrder(ent *Entity) []int {
	var fits []int
	if len(c.Entities) > mostInflected || speakers.Gender(ent.Name) != 0 {
		return nil
	}
	for o := range c.Entities {
		full := &c.Entities[o]
		if full.words < 2 || full.words > 3+ent.words || full.words <= ent.words || full.Sort == Body || full.Sort == State {
			continue
		}
		if ent.words > 1 && !strings.Contains(strings.ToLower(full.Name), strings.ToLower(ent.Name)+" ") {
			continue // with its particles: de la Rúa of Inés de la Rúa Montes
		}
		words := full.parsed.Words()
		for i, w := range words {
			if i+1 < len(words) && w == ent.last {
				fits = append(fits, o)
				break
			}
		}
	}
	return fits
}
