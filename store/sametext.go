package store

import (
	"encoding/binary"
	"math"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/cespare/xxhash/v2"
)

const (
	// shingle is how many words in a row are one thing that texts share.
	shingle = 4
	// bandCount and bandRows: two texts that share nine in ten of their
	// shingles have a band in common in 995 of 1,000 cases, two that share half
	// of them in 28 of 100, unrelated ones never. See Leskovec, Rajaraman,
	// Ullman, Mining of Massive Datasets, 3.4.
	bandCount, bandRows = 5, 4
	// leastWords is the length from which a text is known by its words.
	leastWords = 60
	// leastShared is how much of both texts has to be the same, word by word.
	leastShared = 0.9
	// mostSkipped is how many paragraphs in a row one of them may have alone.
	mostSkipped = 4
	// backInStep is how many equal words make a place where texts agree again.
	backInStep = 8
	// alike is the share of words from which two paragraphs are versions of
	// one.
	alike = 0.5
)

// word is one of a text: the hash of its letters and digits in lower case.
type word struct {
	hash   uint64
	begins bool // a paragraph
}

// dateline is what agencies and papers put before an article's first word:
// "VELL, Nov 21 (Coast Wire) - ".
var dateline = regexp.MustCompile(`^(?:\p{Lu}[\p{L}\d.,'’ /]{1,40}?,? ?)?(?:\([^()\n]{2,40}\) ?)?(?:—|–|--|-) ?`)

// marked is what tells a dateline from a sentence with a dash in it: a word in
// capitals or an agency in brackets.
var marked = regexp.MustCompile(`\p{Lu}{3}|\(`)

// wordsOf gives a text's words, without its headline and its dateline.
func wordsOf(title, body string) []word {
	first, rest, more := strings.Cut(body, "\n")
	if more && (first == title || strings.TrimSpace(first) == strings.TrimSpace(title)) {
		body = rest
	}
	var out []word
	for n := range 3 { // a credit may stand before it
		top, rest, more := strings.Cut(strings.TrimSpace(body), "\n")
		if d := dateline.FindString(top); d != "" && marked.MatchString(d) || !more || n == 2 {
			return split(out, strings.TrimSpace(body)[len(d):])
		}
		out, body = split(out, top), rest
	}
	return out
}

// split appends the words of a text.
func split(out []word, body string) []word {
	begins := true
	var letters []byte
	flush := func() {
		if len(letters) > 0 {
			out = append(out, word{xxhash.Sum64(letters), begins})
			letters, begins = letters[:0], false
		}
	}
	for _, r := range body {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r):
			letters = utf8.AppendRune(letters, unicode.ToLower(r))
		default: // an apostrophe too, which has two signs
			flush()
			begins = begins || r == '\n'
		}
	}
	flush()
	return out
}

// bandsOf gives the hashes that nearly equal texts share some of: none for a
// text that is too short.
func bandsOf(words []word) []int64 {
	if len(words) < leastWords {
		return nil
	}
	var least [bandCount * bandRows]uint64
	for i := range least {
		least[i] = math.MaxUint64
	}
	for i := range len(words) - shingle + 1 {
		var h uint64
		for _, w := range words[i : i+shingle] {
			h = mixed(h^w.hash, 0)
		}
		for k := range least {
			least[k] = min(least[k], mixed(h, uint64(k)))
		}
	}
	bands := make([]int64, bandCount)
	for i := range bands {
		var row [8 * bandRows]byte
		for j := range bandRows {
			binary.LittleEndian.PutUint64(row[8*j:], least[i*bandRows+j])
		}
		bands[i] = int64(xxhash.Sum64(row[:]) ^ uint64(i)) //nolint:gosec // its bits, not its value
	}
	return sorted(bands)
}

// mixed is the k-th hash function of a family: splitmix64's last steps.
func mixed(h, k uint64) uint64 {
	h += (k + 1) * 0x9e3779b97f4a7c15
	h = (h ^ h>>30) * 0xbf58476d1ce4e5b9
	h = (h ^ h>>27) * 0x94d049bb133111eb
	return h ^ h>>31
}

// sameText reports whether two texts are one article: the same words in the
// same order, but for whole paragraphs that one of them has alone (a credit, a
// footer), nine tenths of both at least. One word that differs inside a
// paragraph makes them two: it may be a correction.
func sameText(a, b []word) bool {
	if len(a) < leastWords || len(b) < leastWords {
		return false
	}
	i, j, shared := 0, 0, 0
	for i < len(a) && j < len(b) {
		if a[i].hash == b[j].hash {
			i, j, shared = i+1, j+1, shared+1
			continue
		}
		var ok bool
		if i, j, ok = inStep(a, b, i, j); !ok {
			return false
		}
	}
	if i < len(a) && !a[i].begins || j < len(b) && !b[j].begins {
		return false // one breaks off inside a paragraph
	}
	return float64(shared) >= leastShared*float64(max(len(a), len(b)))
}

// inStep skips paragraphs of either text until the words agree again, or to
// both ends. ok is false where it takes more than that.
func inStep(a, b []word, i, j int) (int, int, bool) {
	for n := 1; n <= 2*mostSkipped; n++ {
		for x := max(0, n-mostSkipped); x <= min(n, mostSkipped); x++ {
			p, ok := skip(a, i, x)
			q, ok2 := skip(b, j, n-x)
			if !ok || !ok2 || x > 0 && n > x && areAlike(a[i:p], b[j:q]) {
				continue
			}
			if agree(a[p:], b[q:]) {
				return p, q, true
			}
		}
	}
	return i, j, false
}

// skip gives where the n-th paragraph from i ends, which begins one if n > 0.
func skip(words []word, i, n int) (int, bool) {
	for range n {
		if i >= len(words) || !words[i].begins {
			return i, false
		}
		for i++; i < len(words) && !words[i].begins; i++ {
		}
	}
	return i, true
}

// agree reports whether two rests begin alike, or are both at their end.
func agree(a, b []word) bool {
	if len(a) == 0 || len(b) == 0 {
		return len(a) == len(b)
	}
	for k := range min(backInStep, len(a), len(b)) {
		if a[k].hash != b[k].hash {
			return false
		}
	}
	return true
}

// areAlike reports two passages with many of their words in common: versions of
// each other, not a credit in place of a credit.
func areAlike(a, b []word) bool {
	has := map[uint64]bool{}
	for _, w := range a {
		has[w.hash] = true
	}
	shared := 0
	for _, w := range b {
		if has[w.hash] {
			shared++
		}
	}
	return float64(shared) >= alike*float64(min(len(a), len(b)))
}

// headlines reports whether a headline is one of this text: a third of its
// longer words stand there. The same notice in place of each of a site's
// articles has none of them.
func headlines(title string, words []word) bool {
	has := map[uint64]bool{}
	for _, w := range words {
		has[w.hash] = true
	}
	all, found := 0, 0
	for w := range strings.FieldsFuncSeq(title, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) }) {
		if utf8.RuneCountInString(w) < 4 {
			continue
		}
		if all++; has[split(nil, w)[0].hash] {
			found++
		}
	}
	return 3*found >= all && found > 0
}
