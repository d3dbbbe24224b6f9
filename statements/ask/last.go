package ask

import "strings"

// nameLast reads a question that ends with whom it asks: "is Norvania ready to talk?
// Solheim", "ready for a quota, Solheim?".
func (q *question) nameLast() bool {
	for i := len(q.ws) - 1; i > 1 && i > len(q.ws)-4; i-- {
		if !q.free(i, len(q.ws)) || !strings.ContainsAny(q.ws[i].sep, ",?;:–—") {
			continue
		}
		found, n := q.nameAt(i)
		if found == nil || i+n != len(q.ws) || q.isState(i, i+n) {
			return false
		}
		if c := q.sepBefore(i); c == "," && (q.is(i-1, "stop") || q.listed(i)) {
			return false // "Lee, Rand, Solheim"
		}
		q.take(i, n, found)
		q.wh(q.first(0))
		return true
	}
	return false
}

// sepBefore is the mark between word i and the one before it.
func (q *question) sepBefore(i int) string { return strings.TrimSpace(q.ws[i].sep) }

// listed reports whether the word before i belongs to a name, too.
func (q *question) listed(i int) bool {
	_, n := q.nameAt(i - 1)
	return n > 0
}
