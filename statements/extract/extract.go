package extract

import (
	"fmt"
	"slices"
	"sort"

	"onrecord/statements"
	"onrecord/statements/model"
)

// The models that Open knows.
const (
	English   = "english" // the one that is built in
	RulesOnly = "none"
)

// Reader reads articles. The zero Reader reads by rules alone. It may be used
// by several goroutines at once.
type Reader struct {
	// Model reads English articles together with the rules; nil is none.
	Model *model.Model
}

// Open gives the reader with the named model; "" is English. Any other name is
// an error.
func Open(name string) (Reader, error) {
	switch name {
	case RulesOnly:
		return Reader{}, nil
	case "", English:
		m, err := model.Load()
		if err != nil {
			return Reader{}, fmt.Errorf("load the model that is built in: %w", err)
		}
		return Reader{Model: m}, nil
	}
	return Reader{}, fmt.Errorf("there is no model %q: the names are %s and %s", name, English, RulesOnly)
}

// Read finds the statements in a by rules alone.
func Read(a statements.Article) []statements.Statement { return Reader{}.Read(a) }

// Read finds the statements in a, in the order of their content. Only Text,
// Title, Byline, Lang and Published of the article are looked at.
func (r Reader) Read(a statements.Article) []statements.Statement {
	d := open(a)
	drafts := append(append(d.given(), d.labels()...), append(d.signed(), d.attributable()...)...)
	drafts = append(drafts, r.sentences(d)...)
	drafts = d.edges(d.letters(d.remarked(d.outlets(d.quoting(drafts)))))
	inOrder(drafts)
	drafts = d.resume(drafts)
	d.meet(drafts)
	drafts = d.unmarked(drafts)
	drafts = d.carry(drafts)
	drafts = d.echo(drafts)
	drafts = append(drafts, d.leftover()...)
	inOrder(drafts)
	out := d.finish(drafts)
	sort.SliceStable(out, func(i, j int) bool { return out[i].Start() < out[j].Start() })
	return out
}

// sentences gives what the sentences say that the layout has not explained.
func (r Reader) sentences(d *document) []draft {
	if r.Model == nil || d.lex.Lang != English[:2] {
		return d.ruled()
	}
	learned, taken := d.learned(r.Model.Read(d.src)), slices.Clone(d.taken)
	learned = slices.DeleteFunc(learned, func(dr draft) bool { return d.asked(&dr) })
	drafts := d.agree(d.ruled(), learned)
	d.taken = taken
	drafts = slices.DeleteFunc(drafts, func(dr draft) bool {
		return d.namesSelf(&dr) || d.wasAsked(&dr) || d.supposed(&dr) || d.byAnother(&dr) || d.ofThat(&dr)
	})
	for i := range drafts {
		d.closeRelative(&drafts[i])
		d.closeGapped(&drafts[i])
		d.closeMeanwhile(&drafts[i])
		d.closeQuoted(&drafts[i])
		d.closeSubordinate(&drafts[i])
		d.claim(&drafts[i])
	}
	return drafts
}

// ruled gives what the rules find in the sentences.
func (d *document) ruled() []draft {
	var out []draft
	for n := range d.sents {
		if !d.done[n] {
			out = append(out, d.sentence(n)...)
		}
	}
	// Marks with nothing but a comma between them say nothing.
	return slices.DeleteFunc(out, func(dr draft) bool { return len(dr.content) == 0 })
}

// inOrder sorts drafts by where they begin in the text.
func inOrder(drafts []draft) {
	sort.SliceStable(drafts, func(i, j int) bool { return drafts[i].at() < drafts[j].at() })
}
