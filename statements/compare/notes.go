package compare

import (
	"embed"
	"fmt"
	"strings"

	"onrecord/statements"
	"onrecord/statements/text"
)

//go:embed data
var data embed.FS

// phrase is what outlets write when they correct themselves.
type phrase struct {
	words  []string
	begins bool // it opens a paragraph, before a colon or alone
	takes  bool // it takes the article back
}

var phrases = load()

func load() []phrase {
	files, err := data.ReadDir("data")
	if err != nil {
		panic(err)
	}
	var out []phrase
	for _, f := range files {
		b, err := data.ReadFile("data/" + f.Name())
		if err != nil {
			panic(err)
		}
		for n, line := range strings.Split(string(b), "\n") {
			if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
				continue
			}
			what, words, ok := strings.Cut(line, ": ")
			if !ok || what != "opens" && what != "notes" && what != "withdraws" {
				panic(fmt.Sprintf("data/%s, line %d: %q", f.Name(), n+1, line))
			}
			for _, w := range spread(strings.Fields(words)) {
				out = append(out, phrase{keys(w), what == "opens", what == "withdraws"})
			}
		}
	}
	return out
}

// spread gives all phrases of a line in which words/or/others stand.
func spread(words []string) []string {
	out := []string{""}
	for _, w := range words {
		var next []string
		for _, alternative := range strings.Split(w, "/") {
			for _, o := range out {
				next = append(next, strings.TrimSpace(o+" "+alternative))
			}
		}
		out = next
	}
	return out
}

func keys(s string) []string {
	var out []string
	for _, w := range wordsOf(s) {
		out = append(out, w.key)
	}
	return out
}

const (
	// mostNote is how many words a note has at most: an article about
	// corrections is none.
	mostNote = 120
	// label is how far behind the words that open a note its colon may stand:
	// a date may come between.
	label = 40
)

// note is a paragraph in which an outlet corrects itself.
type note struct {
	statements.Span
	takes bool
}

// newNotes gives the notes of the later text that the earlier one has not.
func newNotes(now string, old later) []note {
	var out []note
	ps := text.Paragraphs(now)
	for i, p := range ps {
		words := wordsIn(now, []statements.Span{p})
		kind, alone := kindOfNote(words, p, now)
		if kind == nil || len(words) > mostNote {
			continue
		}
		n := note{p, kind.takes}
		if alone && i+1 < len(ps) { // a heading: the note follows
			n.End = ps[i+1].End
		}
		if !old.has(wordsIn(now, []statements.Span{n.Span})) {
			out = append(out, n)
		}
	}
	return out
}

// kindOfNote gives the phrase that makes a paragraph a note; alone says that it
// has nothing else.
func kindOfNote(words []word, p statements.Span, s string) (found *phrase, alone bool) {
	for i := range phrases {
		ph := &phrases[i]
		if !ph.begins {
			at := place(words, ph.words)
			if at < 0 || found != nil && !ph.takes || quoted(s[p.Start:words[at].Start]) {
				continue
			}
			found, alone = ph, false
			continue
		}
		if found != nil || !opens(words, ph.words) {
			continue
		}
		if len(words) == len(ph.words) {
			found, alone = ph, true
			continue
		}
		behind := s[words[len(ph.words)-1].End:p.End]
		if strings.ContainsRune(behind[:min(len(behind), label)], ':') {
			found = ph
		}
	}
	return found, alone
}

func opens(words []word, with []string) bool {
	if len(words) < len(with) {
		return false
	}
	for i, k := range with {
		if words[i].key != k {
			return false
		}
	}
	return true
}

// place is where a phrase stands among words, -1 if it does not.
func place(words []word, what []string) int {
	for i := 0; i+len(what) <= len(words); i++ {
		if opens(words[i:], what) {
			return i
		}
	}
	return -1
}

// quoted reports whether somebody is being quoted behind s: what is withdrawn
// then may be the article of a treaty.
func quoted(s string) bool {
	left, right := "“«", "”»"
	if strings.Contains(s, "„") { // whose other one is the left one of English
		left, right = "„«", "“»"
	}
	of := func(marks string) (n int) {
		for _, m := range marks {
			n += strings.Count(s, string(m))
		}
		return n
	}
	return of(left) > of(right) || strings.Count(s, `"`)%2 == 1
}
