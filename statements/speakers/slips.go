package speakers

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Far is how many slips are too many for one name to be meant by another.
const Far = 6

// otherGiven is what a given name that does not agree counts beside a surname
// that does: more than any slip that goes unsaid.
const otherGiven = 3

// shortest is how many letters a word has in which slips are looked for: most
// shorter ones are one slip from somebody.
const shortest = 4

// Slips counts the slips that turn a name on record, q, into p, which somebody
// typed: letters left out, put in, exchanged or swapped. Names that sound alike
// are one slip apart at most; a surname alone is held against the surname. It is
// Far where q is not meant, and 0 where both are spellings of one name.
func (p Name) Slips(q Name) int {
	if len(p.words) == 0 || len(q.words) == 0 {
		return Far
	}
	if len(p.words) == 1 {
		n := apart(p.words[0], q.surname())
		if len(q.words) > 1 && FamilyFirst(q.words[0]) {
			n = min(n, apart(p.words[0], q.words[0]))
		}
		return n
	}
	given := givenSlips(p.words[:len(p.words)-1], q.words[:len(q.words)-1])
	n := apart(p.surname(), q.surname())
	if n == Far && given == 0 && len(p.words[0]) > 1 {
		n = roughly(p.surname(), q.surname())
	}
	if n == Far || n > 1 && given == otherGiven {
		return Far
	}
	return n + given
}

// Slips is Name.Slips for the nearest of several names of one speaker.
func Slips(typed string, names ...string) int {
	least, p := Far, Parse(typed)
	for _, n := range names {
		least = min(least, p.Slips(Parse(n)))
	}
	return least
}

func (p Name) surname() string { return p.words[len(p.words)-1] }

// givenSlips counts the slips in what stands before a surname. Another usual
// given name is no slip: "Joan" is not "John".
func givenSlips(typed, known []string) int {
	if len(known) > 0 && (givenAgree(typed, known) || len(typed) > len(known) && givenAgree(known, typed)) {
		return 0
	}
	if len(typed) != len(known) {
		return otherGiven
	}
	n := 0
	for i, w := range typed {
		if !wordAgrees(w, known[i]) {
			if givenNames[w] != 0 && glides.Replace(w) != glides.Replace(known[i]) {
				return otherGiven
			}
			n += apart(w, known[i])
		}
	}
	return min(n, otherGiven)
}

// glides are what a name from another script has for one sound in this spelling or
// that: "Aysha" and "Aisha".
var glides = strings.NewReplacer("ay", "ai", "ey", "ei", "oy", "oi")

// apart counts the slips between two spelled words of names; Far where they are
// more than words of that length have.
func apart(a, b string) int {
	if n := counted(a, b); n <= within(max(utf8.RuneCountInString(a), utf8.RuneCountInString(b))) {
		return n
	}
	return Far
}

// roughly is apart for surnames beside the right given name: up to half of the
// letters may be slips, "Tor Bkri" for Birk.
func roughly(a, b string) int {
	if n := counted(a, b); n <= min(max(utf8.RuneCountInString(a), utf8.RuneCountInString(b))/2, Far-1) {
		return n
	}
	return Far
}

// counted is how many slips two words are apart; Far for those that are too short
// for slips.
func counted(a, b string) int {
	if a == b {
		return 0
	}
	x, y := []rune(a), []rune(b)
	if min(len(x), len(y)) < shortest-1 || max(len(x), len(y)) < shortest || len(x)-len(y) > Far || len(y)-len(x) > Far {
		return Far
	}
	n := distance(x, y)
	if n > 1 && n < max(len(x), len(y))-1 { // else they do not sound alike either
		n = min(n, 1+distance([]rune(sound(a)), []rune(sound(b))))
	}
	return n
}

// within is how many slips a word of so many letters may have.
func within(letters int) int { return min(1+(letters-1)/5, 3) }

// distance counts the letters to insert, delete, replace or swap.
func distance(a, b []rune) int {
	prev2, prev, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range prev {
		prev[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(prev[j]+1, row[j-1]+1, prev[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], prev2[j-2]+1)
			}
		}
		prev2, prev, row = prev, row, prev2
	}
	return prev[len(b)]
}

// WordSlips is Slips for a word of a name, as Words has them, beside the right
// given name or without.
func WordSlips(typed, known string, beside bool) int {
	if n := apart(typed, known); n < Far || !beside {
		return n
	}
	return roughly(typed, known)
}

// SameStart reports whether a surname as it was typed begins with the sound or the
// letter of a name's surname, or with the same two letters swapped.
func SameStart(typed, name string) bool {
	typed, known := held(typed, name)
	a, b := []rune(typed), []rune(known)
	x, y := []rune(sound(string(a))), []rune(sound(string(b)))
	return len(x) > 0 && len(y) > 0 && (x[0] == y[0] || a[0] == b[0]) || len(a) > 1 && len(b) > 1 && a[0] == b[1] && a[1] == b[0]
}

// held are the surname of what was typed, spelled, and the one of a name that
// it may be a slip of; "" where there is none.
func held(typed, name string) (is, of string) {
	p, q := Parse(typed), Parse(name)
	if len(p.words) == 0 || len(q.words) == 0 {
		return "", ""
	}
	is, of = p.surname(), q.surname()
	if len(q.words) > 1 && FamilyFirst(q.words[0]) && apart(is, q.words[0]) < apart(is, of) {
		of = q.words[0]
	}
	return is, of
}

// mostKeyed is how many letters of a word its keys are made of.
const mostKeyed = 16

// Neighbours are keys of a word of a name, as Words has them: two words that are
// one slip apart have one in common wherever the slip stands, and so have nearly
// all that are two apart or sound alike. The word itself is one of them. A word
// that is too short for slips has none.
//
// The keys are the word with a letter left out (as in SymSpell, Garbe 2012), and
// the consonants of its sound, with one or two left out where enough remain; these
// are in capitals.
func Neighbours(word string) []string {
	letters := []rune(word)
	if len(letters) < shortest-1 || utf8.RuneCountInString(word) > 4*mostKeyed {
		return nil
	}
	letters = letters[:min(len(letters), mostKeyed)]
	out := append([]string{word}, without(letters)...)
	bones := skeleton(sound(string(letters)))
	frames := []string{string(bones)}
	if len(bones) > 3 {
		frames = append(frames, without(bones)...)
	}
	if len(bones) > 5 {
		for _, f := range without(bones) {
			frames = append(frames, without([]rune(f))...)
		}
	}
	for _, f := range frames {
		if utf8.RuneCountInString(f) > 1 {
			out = append(out, strings.ToUpper(f))
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// without gives a word with each of its letters left out.
func without(letters []rune) []string {
	out := make([]string, len(letters))
	for i := range letters {
		out[i] = string(letters[:i]) + string(letters[i+1:])
	}
	return out
}
