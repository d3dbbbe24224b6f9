package ask

import "strings"

// ofRegion reports whether one of two words is the name of a region and the other what
// is its, which no list has: "Catalonia" and "Catalan". States are told by their names.
func ofRegion(a, b string) bool {
	same := 0
	for same < min(len(a), len(b)) && a[same] == b[same] {
		same++
	}
	if same < sameRoot || len(a)-same > regionEnd || len(b)-same > regionEnd {
		return false
	}
	d := english()
	if _, _, ok := d.lexicon.StateOf(a); ok {
		return false
	}
	if _, _, ok := d.lexicon.StateOf(b); ok {
		return false
	}
	region := func(s string) bool { return strings.HasSuffix(s, "ia") || strings.HasSuffix(s, "y") }
	return !d.plain[a] && !d.plain[b] && (region(a) && strings.HasSuffix(b, "n") || region(b) && strings.HasSuffix(a, "n"))
}

// How many letters a region and its adjective have in common at least, and how many
// each has more at most: "Catal-onia", "Catal-an".
const (
	sameRoot  = 5
	regionEnd = 4
)
