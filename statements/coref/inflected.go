package coref

import "strings"

// otherCase gives the one entity whose full name entity e is in another case:
// Russian writes "Малинина" for Malinin's. Nobody where the language has no
// cases of names, or where several fit.
func (c *Cast) otherCase(e int) int {
	endings := c.lex.List("case-ending")
	if len(endings) == 0 || len(c.Entities) > mostInflected {
		return Nobody
	}
	ent := &c.Entities[e]
	mine := strings.Fields(strings.ToLower(ent.Name))
	found := Nobody
	for o := range c.Entities {
		full := &c.Entities[o]
		if o == e || full.words < 2 || full.words < ent.words || full.Name == ent.Name || full.gone {
			continue
		}
		theirs := strings.Fields(strings.ToLower(full.Name))
		if !sameStems(mine, theirs[len(theirs)-len(mine):], endings) || ent.words == full.words && e < o {
			continue
		}
		if found >= 0 {
			return Nobody
		}
		found = o
	}
	return found
}

// mostInflected is how many names are compared in all cases: more is no
// article, and each is compared with each.
const mostInflected = 400

func sameStems(a, b, endings []string) bool {
	for i := range a {
		if stem(a[i], endings) != stem(b[i], endings) {
			return false
		}
	}
	return true
}

// stem cuts the longest ending off a name, if enough of it is left.
func stem(w string, endings []string) string {
	best := w
	for _, e := range endings {
		if s, ok := strings.CutSuffix(w, e); ok && len(s) >= 6 && len(s) < len(best) {
			best = s
		}
	}
	return best
}
