package extract

import (
	"sort"

	"onrecord/statements"
)

// Read finds the statements in a, in the order of their content. Only Text,
// Title, Lang and Published of the article are looked at.
func Read(a statements.Article) []statements.Statement {
	d := open(a)
	drafts := append(append(d.given(), d.labels()...), d.signed()...)
	for n := range d.sents {
		if !d.done[n] {
			drafts = append(drafts, d.sentence(n)...)
		}
	}
	inOrder(drafts)
	d.meet(drafts)
	drafts = d.unmarked(drafts)
	drafts = d.carry(drafts)
	drafts = append(drafts, d.leftover()...)
	inOrder(drafts)
	out := d.finish(drafts)
	sort.SliceStable(out, func(i, j int) bool { return out[i].Start() < out[j].Start() })
	return out
}

// inOrder sorts drafts by where they begin in the text.
func inOrder(drafts []draft) {
	sort.SliceStable(drafts, func(i, j int) bool { return drafts[i].at() < drafts[j].at() })
}
