package reasons

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"
)

// Sentence is one that is kept, with %s where it names something.
type Sentence struct{ format string }

// Format is the sentence with its places.
func (s Sentence) Format() string { return s.format }

// With is the sentence in English, as it is kept.
func (s Sentence) With(args ...any) string {
	if len(args) == 0 {
		return s.format
	}
	return fmt.Sprintf(s.format, args...)
}

// all are the sentences that there are.
var all []Sentence

// kept makes a sentence.
func kept(format string) Sentence {
	s := Sentence{format}
	all = append(all, s)
	return s
}

// All are the sentences that there are.
func All() []Sentence { return slices.Clone(all) }

// longest is how much of a text is taken apart.
const longest = 2000

// Read takes a sentence apart that was kept: With(args...) of what it gives is
// text. ok is false for what is none of ours.
func Read(text string) (s Sentence, args []string, ok bool) {
	if len(text) > longest {
		return s, nil, false
	}
	for _, p := range patterns() {
		if !strings.HasPrefix(text, p.begin) || !strings.HasSuffix(text, p.end) {
			continue
		}
		m := p.text.FindStringSubmatch(text)
		if m == nil {
			continue
		}
		given := make([]any, len(m)-1)
		for i, a := range m[1:] {
			given[i] = a
		}
		if p.With(given...) == text {
			return p.Sentence, m[1:], true
		}
	}
	return s, nil, false
}

// pattern finds a sentence.
type pattern struct {
	Sentence
	begin, end string
	text       *regexp.Regexp
}

// patterns begins with the sentences that have most words of their own: the
// others may hold them.
var patterns = sync.OnceValue(func() []pattern {
	var out []pattern
	for _, s := range all {
		literal := strings.Split(s.format, "%s")
		begin, end := literal[0], literal[len(literal)-1]
		for i, l := range literal {
			literal[i] = regexp.QuoteMeta(l)
		}
		out = append(out, pattern{s, begin, end, regexp.MustCompile(`(?s)^` + strings.Join(literal, `(.+?)`) + `$`)})
	}
	slices.SortStableFunc(out, func(a, b pattern) int {
		return cmp.Compare(own(b.format), own(a.format))
	})
	return out
})

// own is how much of a sentence is not what it names.
func own(format string) int { return len(format) - 2*strings.Count(format, "%s") }
