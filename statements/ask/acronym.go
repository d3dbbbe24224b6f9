package ask

import "strings"

// shortOf reports whether word i is the short name of a body, in small letters or
// capitals: its letters begin words of a longer name that the thesaurus has.
func (q *question) shortOf(i int) bool {
	word := q.base(i)
	if len(word) < 2 || acronyms[word] && !q.shouted(i) || q.isState(i, i+1) {
		return false
	}
	for _, long := range q.d.usual[stem(word)] {
		if strings.Contains(long, " ") && begins(word, strings.Fields(long)) {
			return true
		}
	}
	return false
}

// begins reports whether the letters of short begin words of long, in their order,
// of the first of them the first.
func begins(short string, long []string) bool {
	if short[0] != long[0][0] {
		return false
	}
	k := 0
	for _, w := range long {
		if k < len(short) && w[0] == short[k] {
			k++
		}
	}
	return k == len(short)
}
