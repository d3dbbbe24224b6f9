package ask

import (
	"onrecord/statements"
	"onrecord/statements/text"
)

// SpokenFor are those who speak for the bodies that q asks for by name, as a
// description: what a ministry says its spokesman says. Nobody speaks so for a
// person: what somebody's spokesman says is not their word.
func SpokenFor(q statements.Query) []statements.Speaker {
	var out []statements.Speaker
	for _, s := range q.Speakers {
		if s.ID != 0 && isOrganisation(s.Name) || bodyCalled(s.Name, true) != nil {
			out = append(out, statements.Speaker{Name: "spokesman of " + s.Name})
		}
	}
	return out
}

// isOrganisation reports whether a name ends with a word for a body: "the Foreign
// Ministry", "the Union of Ferrymen".
func isOrganisation(name string) bool {
	words := text.Words(name)
	for i, w := range words {
		last := i == len(words)-1 || words[i+1].Folded == "of" || words[i+1].Folded == "for"
		if last && (namesBody(w.Folded) || english().is(w.Folded, "forces")) {
			return true
		}
	}
	return false
}
