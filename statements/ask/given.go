package ask

import (
	"slices"
	"strings"

	"onrecord/statements"
	"onrecord/statements/speakers"
)

// givenOnly reports whether the n words at i are the given name of those found
// and a capitalised surname follows that none of them bears: somebody else, or
// a slip of the pen.
func (q *question) givenOnly(i, n int, found []statements.Speaker) bool {
	if q.capitals(i) <= n || q.broken(i, i+n+1) || q.ws[i+n-1].poss || q.reports(i+n) || q.is(i+n, "stop") {
		return false
	}
	given := speakers.Key(q.cut(i, i+n))
	usual := n == 1 && speakers.Gender(q.base(i)) != 0 // "Hassan Solheim" is not Ann Hassan either
	if usual && slices.ContainsFunc(found, func(s statements.Speaker) bool { return isGiven(given, s.Name) }) {
		return true
	}
	for _, s := range found {
		if !slices.ContainsFunc(speakers.Together(s.Name), func(name string) bool { return isGiven(given, name) }) {
			return false
		}
	}
	return true
}

// isGiven reports whether a name has more words than one and begins with a given
// name, a key.
func isGiven(given, name string) bool {
	k := speakers.Key(name)
	return strings.HasPrefix(k, given+" ") && lastWord(k) != given
}
