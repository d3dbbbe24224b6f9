package coref

import "onrecord/statements/speakers"

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
		if full.words < 2 || full.words > 4 || full.Sort == Body || full.Sort == State {
			continue
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
