package compare

const (
	// shingle is how many words in a row are one thing that texts share.
	shingle = 3
	// fewWords is a text too short for an article.
	fewWords = 40
	// cutTo is what is left of an article at most that was cut, tailOf the part
	// at its end that is gone then.
	cutTo, tailOf = 0.85, 5
	// standing is the share of an article's words from which it stands.
	standing = 0.5
	// related is the share under which a text is another one.
	related = 0.1
)

// share is how much of a stands in b, by shingles.
func share(a, b []word) float64 {
	if len(a) < shingle {
		return 1
	}
	has := map[[shingle]string]bool{}
	for i := 0; i+shingle <= len(b); i++ {
		has[at(b, i)] = true
	}
	n := 0
	for i := 0; i+shingle <= len(a); i++ {
		if has[at(a, i)] {
			n++
		}
	}
	return float64(n) / float64(len(a)-shingle+1)
}

func at(words []word, i int) (s [shingle]string) {
	for k := range s {
		s[k] = words[i+k].key
	}
	return s
}

// cutShort reports a later text that is the earlier one without its end, or
// hardly a text at all.
func cutShort(old, now []word) bool {
	switch n := float64(len(now)); {
	case len(now) < fewWords && len(old) > 2*len(now):
		return true
	case n >= cutTo*float64(len(old)):
		return false
	case n < 0.4*float64(len(old)) && share(old, now) < standing:
		return share(now, old) > related || len(now) < 2*fewWords
	}
	tail := old[len(old)-len(old)/tailOf:]
	return share(tail, now) < 0.2 && share(now, old) > 0.7
}
