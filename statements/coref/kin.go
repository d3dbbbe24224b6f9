package coref

import (
	"slices"
	"strings"

	"onrecord/statements/cues"
	"onrecord/statements/lexicon"
	"onrecord/statements/sources"
	"onrecord/statements/speakers"
)

// meetKin keeps the given name of "her husband, Bo,": of somebody's family, who
// bears the surname that the article does not repeat.
func (c *Cast) meetKin(s *cues.Sentence, run sources.Range, p sources.Phrase) {
	i := run.First
	if run.End-i != 1 || !s.Mark(i-1, ",") || !s.Mark(run.End, ",") || !s.Is(i-3, lexicon.Possessive) || !s.Lex.Has("spouse", s.Lower(i-2)) {
		return
	}
	if g := c.roleGender(s.Lower(i - 2)); g != 0 && !slices.Contains(c.kin[g], p.Name) {
		c.kin[g] = append(c.kin[g], p.Name)
	}
}

// kinOf gives the only given name of that gender that stands for somebody's
// husband or wife; "" where there is none.
func (c *Cast) kinOf(gender byte) string {
	if gender == 0 || len(c.kin[gender]) != 1 {
		return ""
	}
	return c.kin[gender][0]
}

// married gives the full name of the bare surname ent where "Mr" or "Ms" say
// that it is the husband's or wife's of its only bearer; else "".
func (c *Cast) married(ent *Entity, gender byte) string {
	given := c.kinOf(gender)
	if given == "" || ent.words != 1 || ent.Name == given {
		return ""
	}
	if all := c.bearers(ent); len(all) != 1 || c.Entities[all[0]].Gender == gender {
		return ""
	}
	return given + " " + ent.Name
}

// nameOf gives the name of an entity as it is told: a given name alone is that of
// the one person of whom the text has it in full, Ann of Ann Lee. They stay two
// otherwise: of Mr Lee and Ann Lee, "Ann" says nothing of whom "Lee" means.
func (c *Cast) nameOf(ent *Entity) string {
	w := strings.ToLower(ent.Name)
	if ent.words != 1 || len(c.Entities) > mostInflected || speakers.Gender(w) == 0 || c.lex.Flags(w)&(lexicon.Place|lexicon.Demonym|lexicon.OrganisationWord) != 0 {
		return ent.Name
	}
	one := Nobody
	for o := range c.Entities {
		p := &c.Entities[o]
		if p.words < 2 || p.Sort != Person || p.gone || speakers.Key(firstWord(p.Name)) != ent.last || c.noPerson(p.Name) {
			continue
		}
		if one >= 0 {
			return ent.Name
		}
		one = o
	}
	if one < 0 || !c.Entities[one].spoke && len(c.Entities[one].Roles)+len(c.Entities[one].titles) == 0 {
		return ent.Name // of the Ann Post nothing tells that she is somebody
	}
	return c.Entities[one].Name
}
