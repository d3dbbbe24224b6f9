package ask

import (
	"slices"

	"onrecord/statements"
	"onrecord/statements/lexicon"
	"onrecord/statements/speakers"
)

// titledSlip finds whom a name with a role before it is a slip of, from word i on:
// "the Norvanian president Tor Birc". Of a surname alone the bearer must have that
// role. What is known already ends after n words.
func (q *question) titledSlip(i, n int) ([]statements.Speaker, int) {
	k := q.roleAt(i)
	if k == 0 || q.ws[i+k-1].poss {
		return nil, 0
	}
	m := q.nameLike(i + k)
	if m == 0 {
		for from := i + k - 2; from > i && q.ws[from].cap && q.ws[from+1].cap && !q.isState(from, i+k); from-- {
			if found := q.misspelt(from, i+k-from); found != nil {
				return found, k // "the mayor of Vell Tor Birc"
			}
		}
		return nil, 0
	}
	if _, have := q.plainName(i + k); m <= have || k+m <= n || q.isState(i+k, i+k+m) {
		return nil, 0
	}
	from := i
	if m > 1 {
		from = i + k
	}
	return q.misspelt(from, i+k+m-from), k + m
}

// nameLike is how many words from i on look like a name: capitalised ones, or, where
// all is written small, those that the language does not have.
func (q *question) nameLike(i int) int {
	n := q.capitals(i)
	for n < 3 && q.free(i+n, i+n+1) && !q.ws[i+n].cap && (n == 0 || !q.ws[i].cap && !q.broken(i+n-1, i+n+1)) && (!isEnglish(q.base(i+n)) || n == 0 && speakers.Gender(q.base(i)) != 0) {
		n++ // "tor birc"
	}
	return n
}

// givenSlip finds whom a full name from word i on is a slip of where its first n
// words, which are found, are somebody's given name and another's surname, or no more
// than what stands before one, as the "El" of El Tabbani.
func (q *question) givenSlip(i, n int, found []statements.Speaker) ([]statements.Speaker, int) {
	particle := n < 2 && i < len(q.ws) && q.ws[i].cap && q.d.lexicon.Flags(q.base(i))&lexicon.Particle != 0
	if particle {
		n = 1
	}
	k := q.nameLike(i)
	if n == 0 || k <= n || q.broken(i, i+k) || q.stopsOnly(i+n, i+k) {
		return nil, 0
	}
	given := speakers.Key(q.cut(i, i+n))
	if !particle && !slices.ContainsFunc(found, func(s statements.Speaker) bool { return isGiven(given, s.Name) }) {
		return nil, 0
	}
	if more := q.misspelt(i, k); more != nil || !particle {
		return more, k
	}
	more, m := q.plainName(i + 1)
	return more, m + 1
}

// slipBefore takes the misspelt name that begins at i before a noun of speech:
// "Tor Birc reaction", where an apostrophe is missing as well.
func (q *question) slipBefore(i int) bool {
	for n := 1; n <= 3 && q.free(i, i+n+1); n++ {
		if !q.is(i+n, "speech") {
			continue
		}
		if found, _ := q.nameAt(i); found != nil {
			return false
		}
		found := q.misspelt(i, n)
		if found != nil {
			q.take(i, n, found)
			q.noun(i + n)
		}
		return found != nil
	}
	return false
}
