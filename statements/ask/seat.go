package ask

import (
	"slices"
	"strings"

	"onrecord/statements"
	"onrecord/statements/text"
)

// seatsOf are the seats of governments that q asks for by name, folded: the Kremlin,
// Downing Street.
func seatsOf(q statements.Query) []string {
	var out []string
	for _, s := range q.Speakers {
		name := strings.TrimPrefix(text.Fold(s.Name), "the ")
		if seatOf(name) != "" && len(officesOf(name)) > 0 {
			out = append(out, name)
		}
	}
	return out
}

// officesOf are the offices that a seat is called for: the Kremlin is the president's.
func officesOf(seat string) []string {
	var out []string
	for _, s := range english().lists["seat-of"] {
		if name, office, _ := strings.Cut(s, "="); name == seat {
			out = append(out, office)
		}
	}
	return out
}

// holds reports whether who said f speaks for a seat: its holder does, and who is the
// holder's, "the Russian presidential spokesman", and no other minister of the land.
func holds(seat string, f statements.Found) bool {
	land := seatOf(seat)
	return slices.ContainsFunc(traits(f), func(t trait) bool {
		words := t.words()
		return officialOf(land, words) && slices.ContainsFunc(words, func(w string) bool {
			return slices.ContainsFunc(officesOf(seat), func(office string) bool { return strings.HasPrefix(w, office) })
		})
	})
}
