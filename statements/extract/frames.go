package extract

import (
	"slices"
	"strings"

	"onrecord/statements"
	"onrecord/statements/cues"
	"onrecord/statements/sources"
)

// frame is a cue with its subject: the part of a sentence that says who says.
type frame struct {
	cues.Cue
	whole, head sources.Range
	sourced     bool
	right       bool // the subject follows the verb
	shared      int  // the frame whose subject this one shares, or -1
	first, end  int  // items of subject and cue
	aside       bool // "as Lee put it"
	done        bool
}

// reading is the work on one sentence.
type reading struct {
	d      *document
	n      int
	s      *cues.Sentence
	frames []frame
	used   []bool // items that are content or frame already
	out    []draft
}

// reads begins the work on sentence n.
func (d *document) reads(n int) *reading {
	s := &d.sents[n]
	return &reading{d: d, n: n, s: s, used: make([]bool, len(s.Items))}
}

// framesOf finds the cues of sentence n with their subjects.
func (d *document) framesOf(n int) *reading {
	r := d.reads(n)
	r.findFrames()
	return r
}

// sentence finds the statements whose cue stands in sentence n.
func (d *document) sentence(n int) []draft {
	s := &d.sents[n]
	if len(s.Items) == 0 {
		return nil
	}
	r := d.reads(n)
	if s.Headline && r.signedHeadline() {
		return r.out
	}
	r.findFrames()
	r.pointsBack()
	r.quotedBefore()
	r.according()
	r.theirView()
	for i := range r.frames {
		r.quoteBefore(i)
	}
	for i := range r.frames {
		r.tail(i)
	}
	for i := range r.frames {
		r.after(i)
	}
	if len(r.out) == 0 && s.Headline {
		if r.headline(); len(r.out) == 0 {
			r.quoted()
		}
	}
	r.namedQuote()
	if s.Headline && s.Para > 0 && len(s.Items) <= shortHeading {
		r.out = slices.DeleteFunc(r.out, r.vague)
	}
	return r.out
}

// shortHeading is how many items the heading of a section has at most.
const shortHeading = 8

// vague reports whether a draft is of nobody the article names in full, as
// in the heading "Mission calls for boats" over a section that says who.
func (r *reading) vague(dr draft) bool {
	return dr.source.Pronoun == 0 && !r.d.cast.IsPerson(r.d.cast.Resolve(dr.source, r.n, dr.source.Span.Start).Entity) && !strings.Contains(dr.source.Name, " ")
}

// findFrames finds the cues of the sentence and their subjects.
func (r *reading) findFrames() {
	for _, c := range cues.Find(r.s) {
		f := frame{Cue: c, shared: -1, first: c.First, end: c.End}
		if !r.subject(&f) && !r.borrow(&f) {
			continue
		}
		if f.shared < 0 && r.s.Lex.Has("as-said", r.s.Lower(f.first-1)) && (f.first < 2 || r.s.Mark(f.first-2, ",")) {
			f.first--
			f.aside = true
		}
		r.frames = append(r.frames, f)
	}
}

// keep makes a draft of frame i with its content, and marks the items as used.
func (r *reading) keep(i int, rule string, content []statements.Span, from, to int, around ...[2]int) {
	f := &r.frames[i]
	f.done = true
	dr := draft{sent: r.n, rule: rule, content: content, sourced: f.sourced, cue: r.cueSpan(f)}
	if f.sourced {
		dr.source = sources.Parse(r.d.src, r.s, f.whole, f.head)
	}
	dr.frame = append(around, [2]int{f.first, f.end})
	for k := f.first; k < f.end; k++ {
		r.used[k] = true
	}
	lo, hi := min(max(from, 0), f.first), max(to, f.end)
	if to <= from {
		lo, hi = f.first, f.end
	}
	for k := lo; k < min(hi, len(r.used)); k++ {
		r.used[k] = true
	}
	r.out = append(r.out, dr)
}

func (r *reading) cueSpan(f *frame) statements.Span {
	end := f.Cue.End
	if r.s.Mark(end, ":") {
		end++
	}
	return statements.Span{Start: r.s.Items[f.First].Start, End: r.s.Items[end-1].End}
}

// take marks the quotations among the items as somebody's.
func (r *reading) take(from, to int) {
	for i := max(from, 0); i < min(to, len(r.s.Items)); i++ {
		if r.s.IsQuote(i) {
			r.d.taken[r.s.Items[i].Quote] = true
		}
	}
}
