package extract

import (
	"onrecord/statements"
	"onrecord/statements/lexicon"
	"onrecord/statements/sources"
)

// longestReport is how many items may stand between "nach" and "Angaben", or
// between "Angaben" and "zufolge".
const longestReport = 9

// reportOf reads "nach ersten Angaben der Polizei" and "einem Bericht der
// Zeitung zufolge": a noun that reports beside a word that says so at item i,
// and whose report it is. It reports whether it kept a statement.
func (r *reading) reportOf(i int) bool {
	if !r.s.Lex.Has("report-of", r.s.Lower(i)) {
		return false
	}
	for k := i + 1; k < min(i+5, len(r.s.Items)) && r.s.Word(k); k++ {
		if r.s.Is(k, lexicon.Reported) {
			whole, head := r.reporter(i+1, k)
			return r.acknowledge(i, i+1, whole.End, whole, head)
		}
		if r.s.Is(k, lexicon.Preposition) {
			break
		}
	}
	for k := i - 1; k >= max(0, i-longestReport) && (r.s.Word(k) || r.title(k)); k-- {
		if !r.s.Is(k, lexicon.Reported) {
			continue
		}
		first := k
		for first > 0 && r.s.Word(first-1) && (!r.s.Items[first-1].Cap || first == 1) && r.s.Is(first-1, lexicon.Determiner|lexicon.Possessive|lexicon.Adjective) {
			first--
		}
		whole, head := r.reporter(first, k)
		if whole.End != i {
			if whole = (sources.Range{First: first, End: i}); head.End > i {
				head = whole
			}
		}
		return r.acknowledge(first, i+1, i+1, whole, head)
	}
	return false
}

// reporter gives whose report the noun at item k is: what follows it, else the
// noun itself with what stands before it from item first on.
func (r *reading) reporter(first, k int) (whole, head sources.Range) {
	at := k + 1
	if r.s.Lex.Has("report-from", r.s.Lower(at)) && !r.s.Is(at, lexicon.Determiner) {
		at++
	}
	if at > k+1 || r.s.Is(at, lexicon.Genitive) || len(r.s.Lex.List("report-from")) == 0 {
		if w, h, ok := sources.Right(r.s, at); ok {
			return sources.Range{First: first, End: w.End}, h
		}
		if w, ok := r.plainSource(at); ok && len(r.s.Lex.List("report-from")) == 0 {
			return sources.Range{First: first, End: w.End}, w // "по данным мэрии,"
		}
	}
	own := sources.Range{First: first, End: k + 1}
	return own, own
}

// acknowledge keeps a statement of a reporter; "seinen Angaben" is what he
// says.
func (r *reading) acknowledge(first, cueEnd, end int, whole, head sources.Range) bool {
	before := len(r.out)
	r.accord(first, cueEnd, end, whole, head)
	if len(r.out) == before {
		return false
	}
	src := &r.out[before].source
	if whole == head {
		src.Name = "" // the report itself
		if owner := r.s.Lex.OwnedBy(r.s.Lower(whole.First)); owner != 0 {
			src.Pronoun = owner
		}
	}
	if src.Pronoun != 0 {
		src.Span = statements.Span{Start: r.s.Items[whole.First].Start, End: r.s.Items[whole.First].End}
		src.Name, src.Role, src.Words = "", "", nil
	}
	return true
}
