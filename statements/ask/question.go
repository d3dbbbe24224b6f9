package ask

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord/statements"
	"onrecord/statements/lexicon"
	"onrecord/statements/model"
	"onrecord/statements/text"
)

// part says what a word of a question turned out to be.
type part int

const (
	free    part = iota
	noise        // of no meaning for the search
	when         // a time
	outlet       // an outlet
	manner       // verbatim, paraphrased
	speaker      // who
	verb         // the verb of saying
	vague        // a time that no calendar has
	quoted       // inside quotation marks: a topic as it stands
)

// word is a word of a question.
type word struct {
	text.Word
	base string // folded, without 's
	poss bool   // it had one
	cap  bool   // it begins with a capital
	sep  string // what stands between the word before and this one
	part part
}

// maxWords is how many words of a question are read; nobody asks longer ones.
const maxWords = 200

// question is a question on its way through the rules. Each rule marks the
// words that it has understood.
type question struct {
	raw string
	ws  []word
	d   *data
	in  Context
	out statements.Query

	lang string // of the question, BCP 47

	together bool // what several said as one is asked for

	looked map[string][]statements.Speaker // what Names has said so far
	slips  map[int64]string                // what was typed for speakers whom it is a slip of
	also   map[int][]string                // other names of a phrase, by each of its words
	parts  map[int]model.Part              // of speech, by the byte at which a word begins; see speech
}

func newQuestion(raw string, in Context) *question {
	q := &question{raw: raw, d: english(), in: in, looked: map[string][]statements.Speaker{}, also: map[int][]string{}, slips: map[int64]string{}}
	end := 0
	for _, w := range text.Words(raw) {
		if len(q.ws) == maxWords {
			break
		}
		base := strings.TrimSuffix(strings.TrimSuffix(w.Folded, "'s"), "'")
		r, _ := utf8.DecodeRuneInString(w.Of(raw))
		q.ws = append(q.ws, word{Word: w, base: base, poss: strings.HasSuffix(w.Folded, "'s") || plural(raw, w), cap: unicode.IsUpper(r), sep: raw[end:w.Start]})
		end = w.End
	}
	q.lang = q.language()
	if q.lang == "fr" {
		q.elide()
	}
	return q
}

// plural reports whether an apostrophe follows w, as in "the ministers' view".
func plural(raw string, w text.Word) bool {
	rest := raw[w.End:]
	return strings.HasSuffix(w.Folded, "s") && (strings.HasPrefix(rest, "'") || strings.HasPrefix(rest, "’"))
}

// free reports whether words [i, j) exist and have not been understood yet.
func (q *question) free(i, j int) bool {
	if i < 0 || j > len(q.ws) || i >= j {
		return false
	}
	for _, w := range q.ws[i:j] {
		if w.part != free {
			return false
		}
	}
	return true
}

// mark says what words [i, j) are.
func (q *question) mark(i, j int, p part) {
	for k := i; k < j; k++ {
		q.ws[k].part = p
	}
}

// is reports whether word i exists, is free and belongs to one of the classes.
func (q *question) is(i int, classes ...string) bool {
	return q.free(i, i+1) && (q.d.is(q.ws[i].base, classes...) || q.d.is(q.ws[i].Folded, classes...))
}

// base is the folded word i, or "" if there is none.
func (q *question) base(i int) string {
	if i < 0 || i >= len(q.ws) {
		return ""
	}
	return q.ws[i].base
}

// folded is words [i, i+n) as they are looked up.
func (q *question) folded(i, n int) string {
	parts := make([]string, n)
	for k := range parts {
		parts[k] = q.ws[i+k].Folded
	}
	return strings.Join(parts, " ")
}

// has reports whether the words at i are those of phrase.
func (q *question) has(i int, phrase string) (n int, ok bool) {
	parts := strings.Fields(phrase)
	for k, p := range parts {
		if i+k >= len(q.ws) || q.ws[i+k].Folded != p && q.ws[i+k].base != p {
			return 0, false
		}
	}
	return len(parts), q.free(i, i+len(parts))
}

// any finds the longest phrase of a class at i.
func (q *question) any(i int, class string) int {
	best := 0
	for _, p := range q.d.lists[class] {
		if n, ok := q.has(i, p); ok && n > best {
			best = n
		}
	}
	return best
}

// cut gives words [i, j) as they stand in the question, without a last 's.
func (q *question) cut(i, j int) string {
	s := q.raw[q.ws[i].Start:q.ws[j-1].End]
	for _, end := range [...]string{"'s", "’s", "'S", "’S"} {
		s = strings.TrimSuffix(s, end)
	}
	if strings.Count(s, "(") > strings.Count(s, ")") && strings.HasPrefix(q.raw[q.ws[j-1].End:], ")") {
		s += ")"
	}
	return s
}

// first is the first word that has not been understood, from i on.
func (q *question) first(i int) int {
	for i < len(q.ws) && q.ws[i].part != free {
		i++
	}
	return i
}

// capitalsTell reports whether the question writes names with capitals and other words
// without: a headline does not, nor does German.
func (q *question) capitalsTell() bool {
	const small = prepositions | lexicon.Determiner | lexicon.Conjunction
	return q.lang == "en" && slices.ContainsFunc(q.ws[min(1, len(q.ws)):], func(w word) bool {
		return !w.cap && q.d.lexicon.Flags(w.base)&small == 0
	})
}
