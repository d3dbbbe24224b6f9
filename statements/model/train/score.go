package main

import (
	"fmt"
	"io"
	"slices"

	"onrecord/statements"
	"onrecord/statements/model"
	"onrecord/statements/model/tag"
)

// tally counts what was found, what there was to find, and what is both.
type tally struct{ found, gold, both int }

func (t *tally) count(found, gold, right bool) {
	if found {
		t.found++
	}
	if gold {
		t.gold++
	}
	if found && gold && right {
		t.both++
	}
}

// f1 is the harmonic mean of precision and recall, in percent.
func (t tally) f1() float64 { return 200 * float64(t.both) / float64(max(1, t.found+t.gold)) }

// score prints how m does on articles that it has not seen: simpler figures
// than those of a scorer that pairs attributions, but of the same things.
func score(w io.Writer, m *model.Model, arts []*article) {
	var tags, persons, cues, words, contents tally
	for _, a := range arts {
		r := m.Read(a.Text)
		a.doc = r.Doc
		for i, v := range a.silver {
			if t := &r.Tokens[i]; v.ok && v.tag != tag.PUNCT {
				tags.count(true, true, t.Tag == v.tag)
				persons.count(t.Name == tag.Person, v.name == tag.Person, true)
			}
		}
		gold, found := newMarks(a), newMarks(a)
		for _, q := range a.Quotes {
			gold.mark(pairs(q.Cue), pairs(q.Content))
		}
		for _, x := range r.Attributions {
			found.mark(x.Cue, x.Content)
		}
		for i := range r.Tokens {
			cues.count(found.cue[i], gold.cue[i], true)
			words.count(found.content[i], gold.content[i], true)
		}
		for key := range found.whole {
			contents.count(true, gold.whole[key], true)
		}
		contents.gold += len(gold.whole)
		for key := range gold.whole {
			if found.whole[key] {
				contents.gold-- // was counted above
			}
		}
	}
	fmt.Fprintf(w, "dev: parts of speech %.1f, persons %.1f, words of cues %.1f, words of content %.1f, whole contents %.1f\n",
		tags.f1(), persons.f1(), cues.f1(), words.f1(), contents.f1())
}

// marks says which words of an article are cue and content.
type marks struct {
	*article
	cue, content []bool
	whole        map[string]bool // contents, as lists of words
}

func newMarks(a *article) *marks {
	n := len(a.doc.Tokens)
	return &marks{a, make([]bool, n), make([]bool, n), map[string]bool{}}
}

func (m *marks) mark(cue, content []statements.Span) {
	for _, i := range m.words(cue) {
		m.cue[i] = true
	}
	all := m.words(content)
	for _, i := range all {
		m.content[i] = true
	}
	m.whole[fmt.Sprint(all)] = true
}

// words gives the tokens of spans that are no punctuation, in order.
func (m *marks) words(spans []statements.Span) []int {
	var out []int
	for _, s := range spans {
		first, last := m.touched([2]int32{int32(s.Start), int32(s.End)})
		for i := first; i <= last; i++ {
			if m.doc.Tokens[i].Tag != tag.PUNCT {
				out = append(out, i)
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func pairs(list [][2]int32) []statements.Span {
	out := make([]statements.Span, len(list))
	for i, p := range list {
		out[i] = statements.Span{Start: int(p[0]), End: int(p[1])}
	}
	return out
}
