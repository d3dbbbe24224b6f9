package cluster

import (
	"cmp"
	"slices"
)

// Reason says why two statements are taken for one utterance, or not.
type Reason string

// The reasons, for logs and for people.
const (
	SameQuotation Reason = "a long sentence is the same word for word"
	SameWording   Reason = "the words are the same"
	SamePiece     Reason = "one quotes a piece of the other word for word"
	OtherWording  Reason = "the rare words agree"
	Announced     Reason = "the top of the article announces it"
	SameOrder     Reason = "it stands beside what is the same"

	OtherSpeaker Reason = "other speakers"
	OtherDay     Reason = "other days"
	OtherNumbers Reason = "other numbers"
	Opposite     Reason = "one says yes and one says no"
	TooShort     Reason = "too short to tell by words alone"
	OtherWords   Reason = "other words"
)

// Same reports whether two statements are of one utterance, by themselves:
// what stands around them is not looked at. It is symmetric.
func Same(a, b Signature) (bool, Reason) {
	v := compare(&a, &b)
	return v.score >= joins && v.day == sameDay, v.why
}

// verdict is how near two statements are: from 0, which nothing makes good, to
// 1. From joins on they are of one utterance, if their days agree.
type verdict struct {
	score float64
	day   day
	why   Reason
}

const (
	joins = 0.5

	// How the weight of the words that both have stands against that of those
	// that only the shorter, or only the longer, has, and against doubt. The
	// shorter is often a part of the longer, so what is more there says little.
	missing = 0.55
	extra   = 0.06
	doubt   = 1.3
	// mostExtra is about what a long sentence has: a speech has no more against
	// it.
	mostExtra = 12
	// Two words that follow one another in both are worth more than two words.
	together = 0.45
	// fewWords is up to which weight of counting words a statement is short.
	fewWords = 3.25
	// enough is what a headline must have to be told by words alone, and all of
	// it in the other.
	enough = 2.5
	// aSentence is what a sentence must have to be compared by itself.
	aSentence = 2.5
	// The top of an article announces what stands below, so less is asked.
	announces = 1.3
	// An article seldom quotes the same words twice.
	twice = 0.65
	// What leads in to a quote is often another point of the same speech.
	ledIn = 0.85
	// A paraphrase says most about itself by what it has in quotation marks.
	quoted    = 1.25
	piecewise = 0.8
	// fiveWords in a row are three runs. sayingMuch is the weight of two words
	// that other statements of the article have, too.
	fiveWords  = 3
	sayingMuch = 1.5
	// A place that is another one asks for more, and so does a bare surname.
	elsewhere = 0.8
	surname   = 0.9
	alike     = 0.95
)

func compare(a, b *Signature) verdict {
	may, named := speaker(a, b)
	if !may {
		return verdict{why: OtherSpeaker}
	}
	v := verdict{day: dayOfBoth(a, b)}
	if v.day == otherDay {
		v.why = OtherDay
		return v
	}
	if overlap(a.Quotes, b.Quotes) {
		v.score, v.why = alike, SameQuotation
		return v
	}
	if !named {
		v.why = OtherSpeaker
		if headlined(a, b) || headlined(b, a) {
			v.score, v.why = piecewise, Announced
		}
		return v
	}
	v.score, v.why = words(a, b)
	if a.Speaker != b.Speaker {
		v.score *= surname
	}
	return v
}

// words compares what is said.
func words(a, b *Signature) (float64, Reason) {
	within := sameArticle(a, b)
	m := measure(a, b, whole, whole)
	short := min(m.a, m.b)
	if a.Exact == b.Exact && (short >= fewWords || within) {
		return alike, SameWording
	}
	if piece(a, b, within) {
		return piecewise, SamePiece
	}
	if len(a.Numbers) > 0 && len(b.Numbers) > 0 && !overlap(a.Numbers, b.Numbers) {
		return 0, OtherNumbers
	}
	if m.shared == 0 {
		return 0, OtherWords
	}
	score := max(m.score(), bySentence(a, b))
	quoting := quotes(a, b) || quotes(b, a)
	if quoting {
		score = min(score*quoted, alike)
	}
	switch {
	case a.Negated != b.Negated && m.shared >= 0.8*max(m.a, m.b):
		return 0, Opposite
	case within && (a.Top && !a.Direct) != (b.Top && !b.Direct):
		if score *= announces; score >= joins {
			return min(score, alike), Announced
		}
	case within && a.Direct && b.Direct:
		score *= twice
	case within && !a.Top && !b.Top && !quoting:
		score *= ledIn
	case !within && short < fewWords && !told(a, b, m):
		return min(score, joins-0.1), TooShort
	}
	if _, other := sameVenue(a, b); other && !within {
		score *= elsewhere
	}
	if score < joins {
		return score, OtherWords
	}
	return score, OtherWording
}

// quotes reports whether all that the paraphrase a has in quotation marks is
// among the words of the quote b.
func quotes(a, b *Signature) bool {
	return len(a.Quoted) > 0 && b.Direct && !slices.ContainsFunc(a.Quoted, func(q uint32) bool {
		_, ok := slices.BinarySearchFunc(b.Words, q, func(w Word, q uint32) int { return cmp.Compare(w.hash(), q) })
		return !ok
	})
}

// piece reports whether all that one has in quotation marks stands in the other
// in a row: five words, or three that the top of an article has of its own
// body. There must be a word among them that says something.
func piece(a, b *Signature, within bool) bool {
	if len(a.Runs) > len(b.Runs) {
		a, b = b, a
	}
	least := fiveWords
	if within && a.Top {
		least = 1
	}
	if len(a.Runs) < least || common(a.Runs, b.Runs) < len(a.Runs) {
		return false
	}
	return within && a.Top || measure(a, b, whole, whole).shared >= sayingMuch
}

// headlined reports whether a is a quote of the headline that names nobody, and
// stands in the quote b of the same article.
func headlined(a, b *Signature) bool {
	return a.Speaker == "" && a.Top && a.Direct && b.Direct && sameArticle(a, b) && len(a.Runs) >= fiveWords &&
		common(a.Runs, b.Runs) == len(a.Runs)
}

func sameArticle(a, b *Signature) bool { return a.Article == b.Article && a.Article != 0 }

// measured is what two statements have and have in common, in weight.
type measured struct{ a, b, shared, pairs float64 }

// score is the share of what speaks for one utterance.
func (m measured) score() float64 {
	if m.shared == 0 {
		return 0
	}
	for_ := m.shared + together*min(m.pairs, m.shared)
	against := missing*(min(m.a, m.b)-m.shared) + extra*min(max(m.a, m.b)-m.shared, mostExtra) + doubt
	return for_ / (for_ + max(against, 0))
}

// whole is all sentences of a statement.
const whole = byte(0)

// has reports whether the sentences have word i.
func (s *Signature) has(i int, sentences byte) bool {
	return sentences == whole || s.In[i]&sentences != 0
}

// told reports whether a statement that is too short to tell by its words is
// the top of its article and has nothing that the other one has not.
func told(a, b *Signature, m measured) bool {
	if m.a > m.b {
		a, b = b, a
	}
	return a.Top && !a.Direct && !b.Direct && m.shared >= max(min(m.a, m.b), enough)
}

// bySentence is the greatest score of a sentence of one with all of the other:
// a quote of several sentences says several things, and a report may have one.
func bySentence(a, b *Signature) float64 {
	best := 0.0
	for _, s := range [...][2]*Signature{{a, b}, {b, a}} {
		if s[0].In == nil {
			continue
		}
		for bit := range 8 {
			if m := measure(s[0], s[1], 1<<bit, whole); min(m.a, m.b) >= aSentence {
				best = max(best, m.score())
			}
		}
	}
	return best
}

// measure compares sketches. Of one that is only a sample the words beyond its
// greatest hash are unknown, so both are compared up to there; what is left
// weighs less against doubt, which errs on the careful side.
func measure(a, b *Signature, ofA, ofB byte) measured {
	end := ^uint32(0)
	for _, s := range [...]*Signature{a, b} {
		if s.Sampled && len(s.Words) > 0 {
			end = min(end, s.Words[len(s.Words)-1].hash())
		}
	}
	var m measured
	for i, j := 0, 0; i < len(a.Words) || j < len(b.Words); {
		switch {
		case i < len(a.Words) && (a.Words[i].hash() > end || !a.has(i, ofA)):
			i++
		case j < len(b.Words) && (b.Words[j].hash() > end || !b.has(j, ofB)):
			j++
		case j == len(b.Words) || i < len(a.Words) && a.Words[i].hash() < b.Words[j].hash():
			m.a += a.Words[i].weight()
			i++
		case i == len(a.Words) || a.Words[i].hash() > b.Words[j].hash():
			m.b += b.Words[j].weight()
			j++
		default:
			w := min(a.Words[i].weight(), b.Words[j].weight())
			m.a, m.b, m.shared = m.a+w, m.b+w, m.shared+w
			i, j = i+1, j+1
		}
	}
	if m.shared > 0 {
		m.pairs = float64(common(a.Pairs, b.Pairs))
	}
	return m
}

// common counts what two ascending lists have in common.
func common[T uint32 | uint64](a, b []T) int {
	n := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] < b[j]:
			i++
		case a[i] > b[j]:
			j++
		default:
			n, i, j = n+1, i+1, j+1
		}
	}
	return n
}

func overlap[T uint32 | uint64](a, b []T) bool {
	return slices.ContainsFunc(a, func(v T) bool { _, ok := slices.BinarySearch(b, v); return ok })
}
