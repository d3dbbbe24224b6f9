package extract

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord/statements"
	"onrecord/statements/coref"
	"onrecord/statements/lexicon"
	"onrecord/statements/text"
)

// finish makes statements of the drafts: who, when, how much is verbatim.
func (d *document) finish(drafts []draft) []statements.Statement {
	drafts = slices.DeleteFunc(drafts, d.narrated)
	var out []statements.Statement
	for i := range drafts {
		dr := &drafts[i]
		dr.content = d.withoutNames(dr.content)
		st := statements.Statement{Content: dr.content, Cue: dr.cue}
		a := d.who(dr)
		st.Speaker, st.Role, st.Known, st.Confidence = a.Name, a.Role, a.Known, a.Confidence
		if dr.found > 0 {
			st.Confidence *= dr.found
		}
		st.Why = dr.provenance(a)
		if dr.sourced {
			st.Source = dr.source.Span
		}
		d.cast.Spoke(a.Entity, max(dr.sent, dr.until))
		if a.Entity == coref.Nobody {
			d.cast.Stranger(dr.source)
		}
		d.verbatim(dr, &st)
		out = append(out, st)
	}
	d.when(drafts, out)
	return out
}

// provenance names what found the parts of a draft.
func (dr *draft) provenance(a coref.Answer) statements.Provenance {
	w := dr.why
	for _, part := range [...]*string{&w.Source, &w.Cue, &w.Content} {
		if *part == "" {
			*part = dr.rule
		}
	}
	if !dr.sourced {
		w.Source = ""
	}
	if dr.cue.IsZero() {
		w.Cue = ""
	}
	w.Speaker = string(a.Known)
	return w
}

// narrated reports whether a draft is the author's own "I said it was late":
// the author is no source, unless the words are quoted.
func (d *document) narrated(dr draft) bool {
	if dr.source.Pronoun&lexicon.FirstPerson == 0 || len(dr.content) == 0 {
		return len(dr.content) == 0
	}
	q := d.quoteFrom(dr.content[0].Start)
	return q >= len(d.quotes) || d.quotes[q].Inner.Start > dr.content[0].Start+1
}

// meet tells the cast who is named as a source anywhere in the article: they
// are somebody, and may be "the minister" of an earlier sentence.
func (d *document) meet(drafts []draft) {
	for i := range drafts {
		if drafts[i].sourced {
			d.cast.Heard(drafts[i].source, drafts[i].sent)
		}
	}
}

// who resolves the source of a draft.
func (d *document) who(dr *draft) coref.Answer {
	if dr.inferred {
		return d.inferredFrom(dr.entity, dr.sure)
	}
	if dr.nameless {
		return d.cast.Describe(coref.Nobody, statements.Unresolved, 0)
	}
	if dr.carried || !dr.sourced {
		return d.cast.Describe(d.cast.Last(), statements.Carried, 0.7)
	}
	a := d.cast.Resolve(dr.source, dr.sent, d.seenFrom(dr))
	if dr.guessed && a.Known != statements.Unresolved {
		a.Known, a.Confidence = statements.Inferred, 0.5
	}
	return a
}

// seenFrom gives the byte up to which a source may be named in its sentence: up to itself,
// but “he” of “Lee is late,” he said, is not Lee, for nobody calls himself so.
func (d *document) seenFrom(dr *draft) int {
	at := dr.source.Span.Start
	for _, c := range dr.content {
		if q := d.quoteFrom(c.Start); dr.source.Pronoun != 0 && c.End <= at && c.Start >= d.sents[dr.sent].Items[0].Start && q < len(d.quotes) && d.quotes[q].Inner.Start <= c.Start+len("“") {
			at = min(at, c.Start)
		}
	}
	return at
}

// verbatim fills in which parts of the content stand in quotation marks, and
// the kind that follows from them.
func (d *document) verbatim(dr *draft, st *statements.Statement) {
	if dr.transcript {
		st.Verbatim = append([]statements.Span{}, st.Content...)
		st.Kind = statements.Direct
		return
	}
	words, quoted, said := 0, 0, false
	for _, c := range st.Content {
		words += countWords(c.Of(d.src))
		for q := d.quoteFrom(c.Start); q < len(d.quotes) && d.quotes[q].Inner.Start < c.End; q++ {
			in, ok := d.inner(q)
			if !ok {
				continue
			}
			in.Start, in.End = max(in.Start, c.Start), min(in.End, c.End)
			if in.Start >= in.End || in != c && d.nameInMarks(q) {
				continue
			}
			said = true
			quoted += countWords(in.Of(d.src))
			st.Verbatim = append(st.Verbatim, in)
		}
	}
	switch {
	case !said:
		st.Kind = statements.Indirect
	case quoted >= words-1 && words-quoted <= 1:
		st.Kind = statements.Direct
	default:
		st.Kind = statements.Mixed
	}
}

// quoteFrom gives the first quotation that ends after a place of the text.
func (d *document) quoteFrom(at int) int {
	lo, hi := 0, len(d.quotes)
	for lo < hi {
		if mid := (lo + hi) / 2; d.quotes[mid].Inner.End <= at {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

// withoutNames drops what stands in marks beside somebody's words and is only what
// something is called: told readers of the “Letters of the Sea” column.
func (d *document) withoutNames(content []statements.Span) []statements.Span {
	if len(content) < 2 {
		return content
	}
	out := slices.DeleteFunc(slices.Clone(content), func(c statements.Span) bool {
		q := d.quoteFrom(c.Start)
		if q == len(d.quotes) || !d.quotes[q].Outer.Contains(c) || d.quotes[q].First == 0 || !d.nameInMarks(q) {
			return false
		}
		next := d.quotes[q].End
		article := d.lex.Flags(d.toks[d.quotes[q].First-1].Lower)&lexicon.Determiner != 0
		return article && next < len(d.toks) && d.toks[next].Kind == text.Letters && !d.toks[next].Cap
	})
	if len(out) == 0 {
		return content
	}
	return out
}

// nameInMarks reports whether marks hold a name or a word held at arm's length
// (the “Islamic League”, “terrorist” groups) and not somebody's words.
func (d *document) nameInMarks(q int) bool {
	qt := d.quotes[q]
	t := qt.Inner.Of(d.src)
	n := countWords(t)
	if n > 10 {
		return false
	}
	small := 0
	for _, w := range strings.Fields(t) {
		if r, _ := utf8.DecodeRuneInString(w); unicode.IsLower(r) && len(w) > 3 {
			small++
		}
	}
	if small == 0 && n > 0 && !d.pauses(q) {
		r, _ := utf8.DecodeRuneInString(t)
		return unicode.IsUpper(r)
	}
	// An attribute: one word, and a noun right after it.
	if n == 1 && qt.End < len(d.toks) && !d.pauses(q) {
		next := d.toks[qt.End]
		return next.Gap && !next.Cap && d.lex.Flags(next.Lower) == 0 && unicode.IsLetter(rune(next.Lower[0]))
	}
	return false
}

func countWords(s string) int { return len(strings.Fields(s)) }
