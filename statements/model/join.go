package model

import (
	"cmp"
	"slices"

	"onrecord/statements"
	"onrecord/statements/model/span"
	"onrecord/statements/model/token"
)

// draft is a statement on its way out: its tokens are known, its spans not yet.
type draft struct {
	cue, source [2]int // tokens, half-open; empty is none
	content     []int  // tokens, in order
	prob        float32
	by          By
}

// joining is a document on its way out.
type joining struct {
	*span.View
	drafts []draft
	said   []int32 // of each token: draft that has it in its content; -1 is none
	told   []int32 // of each token: draft that has it in its cue or source; -1 is none
}

// nobody owns a token.
const nobody = -1

// Join makes attributions of the candidates that were kept. Those that were
// turned down are asked once more for quotations that nobody owns.
func Join(v *span.View, kept, all []span.Candidate) []Attribution {
	j := &joining{View: v, said: make([]int32, len(v.Tokens)), told: make([]int32, len(v.Tokens))}
	j.free()
	for i := range kept {
		if d, ok := j.draft(&kept[i], ByModel); ok {
			if d.source[1] == 0 {
				d.source = j.shared(&kept[i])
			}
			j.snap(&d)
			j.drafts = append(j.drafts, d)
		}
	}
	j.settle()
	j.adopt(all)
	j.layout()
	return j.out()
}

// draft reads the roles of c. Of several sources the nearest to the cue is the
// right one.
func (j *joining) draft(c *span.Candidate, by By) (draft, bool) {
	d := draft{cue: [2]int{c.First, c.Last + 1}, prob: c.Prob, by: by}
	gap := len(j.Tokens)
	for k := 0; k < len(c.Roles); k++ {
		i := c.From + k
		switch c.Roles[k] {
		case span.Content:
			d.content = append(d.content, i)
		case span.Source:
			e := k
			for e < len(c.Roles) && c.Roles[e] == span.Source {
				e++
			}
			run := [2]int{i, c.From + e}
			if g := between(d.cue, run); g < gap {
				gap, d.source = g, run
			}
			k = e - 1
		}
	}
	return d, j.words(d.content) > 0
}

// shared gives the source of the statement before c if both have one subject
// and that is no part of what c introduces.
func (j *joining) shared(c *span.Candidate) [2]int {
	if len(j.drafts) == 0 || !j.SharesSubject(c.First) {
		return [2]int{}
	}
	s := j.drafts[len(j.drafts)-1].source
	if s[1] == 0 || s[0] > c.First || j.Tokens[s[0]].Sent != j.Tokens[c.First].Sent {
		return [2]int{}
	}
	for i := s[0]; i < s[1]; i++ {
		if c.Role(i) == span.Content || j.Tokens[i].Quote != j.Tokens[c.First].Quote {
			return [2]int{}
		}
	}
	return s
}

// between gives how many tokens lie between a and b.
func between(a, b [2]int) int { return max(b[0]-a[1], a[0]-b[1], 0) }

func (j *joining) words(content []int) int {
	n := 0
	for _, i := range content {
		if j.Tokens[i].Shape != token.Punct {
			n++
		}
	}
	return n
}

// snap gives a statement that has the greater part of a quotation all of it.
func (j *joining) snap(d *draft) {
	for k := 0; k < len(d.content); {
		q, n := j.Tokens[d.content[k]].Quote, 0
		for k < len(d.content) && j.Tokens[d.content[k]].Quote == q {
			k++
			n++
		}
		if q == 0 || j.Tokens[d.cue[0]].Quote == q {
			continue
		}
		if from, to := j.Quotation(q); n < to-from && 2*n >= to-from {
			j.take(d, from, to)
			k, _ = slices.BinarySearch(d.content, to)
		}
	}
}

// take adds the tokens from..to to the content of d, but for those of its cue
// and source and those that are somebody's.
func (j *joining) take(d *draft, from, to int) {
	for i := from; i < to; i++ {
		if inside(i, d.cue) || inside(i, d.source) || j.said[i] != nobody {
			continue
		}
		if at, ok := slices.BinarySearch(d.content, i); !ok {
			d.content = slices.Insert(d.content, at, i)
		}
	}
}

func inside(i int, s [2]int) bool { return i >= s[0] && i < s[1] }

// settle gives each token one owner, the likelier statement. A statement whose
// cue stands in what another one says goes, and so does one that loses most of
// its words.
func (j *joining) settle() {
	all := j.drafts
	slices.SortStableFunc(all, func(a, b draft) int { return cmp.Compare(b.prob, a.prob) })
	j.drafts = nil
	for _, d := range all {
		if j.said[d.cue[0]] != nobody {
			continue
		}
		before := j.words(d.content)
		d.content = slices.DeleteFunc(d.content, func(i int) bool { return j.said[i] != nobody })
		if n := j.words(d.content); n > 0 && 2*n >= before {
			j.add(d)
		}
	}
}

// free takes all tokens from their owners.
func (j *joining) free() {
	for i := range j.said {
		j.said[i], j.told[i] = nobody, nobody
	}
}

func (j *joining) add(d draft) {
	j.drafts = append(j.drafts, d)
	j.own(len(j.drafts) - 1)
}

// own makes draft k the owner of its tokens.
func (j *joining) own(k int) {
	d := &j.drafts[k]
	for _, i := range d.content {
		j.said[i] = int32(k)
	}
	for _, s := range [...][2]int{d.cue, d.source} {
		for i := s[0]; i < s[1]; i++ {
			j.told[i] = int32(k)
		}
	}
}

// out makes spans of the drafts, in the order of the text.
func (j *joining) out() []Attribution {
	j.drafts = slices.DeleteFunc(j.drafts, func(d draft) bool { return len(d.content) == 0 })
	slices.SortStableFunc(j.drafts, func(a, b draft) int { return cmp.Compare(a.content[0], b.content[0]) })
	out := make([]Attribution, 0, len(j.drafts))
	for _, d := range j.drafts {
		a := Attribution{Source: j.spans(d.source), Cue: j.spans(d.cue), Score: float64(d.prob), By: d.by}
		for s := 0; s < len(d.content); {
			e := s + 1
			for e < len(d.content) && j.joined(d.content[e-1], d.content[e]) {
				e++
			}
			if j.words(d.content[s:e]) > 0 {
				a.Content = append(a.Content, j.spans([2]int{d.content[s], d.content[e-1] + 1})...)
			}
			s = e
		}
		if len(a.Content) > 0 {
			out = append(out, a)
		}
	}
	return out
}

// joined reports whether token b goes on from a in one piece of content.
func (j *joining) joined(a, b int) bool {
	return b == a+1 && j.Tokens[a].Para == j.Tokens[b].Para
}

// spans gives the bytes of the tokens s.
func (j *joining) spans(s [2]int) []statements.Span {
	if s[0] >= s[1] {
		return nil
	}
	return []statements.Span{{Start: int(j.Tokens[s[0]].Start), End: int(j.Tokens[s[1]-1].End)}}
}
