package ask

import (
	"slices"
	"strings"
)

// mostLoose is how many synonyms of WordNet's a term brings along: each makes
// the search wider.
const mostLoose = 4

// groupLoosely makes its phrases synonyms of WordNet's, where our own thesaurus
// does not know them together.
func (d *data) groupLoosely(phrases []string) {
	var stems []string
	for _, p := range phrases {
		if s := phrase(p); s != "" && !slices.Contains(stems, s) {
			stems = append(stems, s)
		}
	}
	for _, s := range stems {
		for _, o := range stems {
			if o != s && !slices.Contains(d.synonyms[s], o) && !slices.Contains(d.loose[s], o) && len(d.loose[s]) < mostLoose {
				d.loose[s] = append(d.loose[s], o)
			}
		}
		d.longest = max(d.longest, strings.Count(s, " ")+1)
	}
}

// loosely adds to the stems of a term those that WordNet has for the first.
func (d *data) loosely(stems []string) []string {
	if len(stems) == 0 {
		return stems
	}
	return append(stems, d.loose[stems[0]]...)
}

// strict is how many of a term's stems are not WordNet's.
func (d *data) strict(stems []string) int {
	n := len(stems)
	for n > 1 && slices.Contains(d.loose[stems[0]], stems[n-1]) {
		n--
	}
	return n
}

// spoken reports whether s has a word that was asked for, or one of our own
// thesaurus: of several words, WordNet's synonym of one is not enough.
func (s *scored) spoken(terms []wanted) bool {
	topics := 0
	for _, t := range terms {
		if t.act == "" && !t.wide {
			topics++
		}
	}
	return topics < 2 || s.plain >= 0.5
}
