package quotes

import (
	"onrecord/statements"
	"onrecord/statements/text"
)

// farthestCue is how many tokens after a dash the verb of saying may stand.
const farthestCue = 3

// Dialogue adds the words of paragraphs that are set as a dialogue with dashes
// and no marks: "—No viene nadie —dice Andrade—. Son los primeros." A dash
// within must stand before a verb of saying, so that no list is taken for one.
func Dialogue(toks []text.Token, paras []text.Range, qs []Quote, reports func(lower string) bool) []Quote {
	var out []Quote
	at := 0
	for _, p := range paras {
		n := at
		for n < len(qs) && qs[n].First < p.End {
			n++
		}
		if spoken := pieces(toks, p, reports); n == at && len(spoken) > 0 {
			out = append(out, spoken...)
		} else {
			out = append(out, qs[at:n]...)
		}
		at = n
	}
	return append(out, qs[at:]...)
}

// pieces gives what is said in one paragraph of a dialogue.
func pieces(toks []text.Token, p text.Range, reports func(string) bool) []Quote {
	if p.End-p.First < 4 || !longDash(toks[p.First]) {
		return nil
	}
	var out []Quote
	told, from := false, p.First+1
	for i := from; i < p.End; i++ {
		if !longDash(toks[i]) {
			continue
		}
		switch {
		case !told && cueAfter(toks, i, p.End, reports):
			out = append(out, piece(toks, from, i, from == p.First+1))
			told = true
		case told:
			told, from = false, i+1
			for from < p.End && toks[from].Kind == text.Mark && !opens(toks[from]) {
				from++
			}
		}
	}
	if len(out) == 0 {
		return nil
	}
	if !told && from < p.End {
		out = append(out, piece(toks, from, p.End, false))
	}
	return out
}

// piece makes a quotation of the tokens [from, to); the first of a paragraph
// has the dash that opens it.
func piece(toks []text.Token, from, to int, first bool) Quote {
	q := Quote{Range: text.Range{First: from, End: to}}
	q.Inner = statements.Span{Start: toks[from].Start, End: toks[to-1].End}
	q.Outer = q.Inner
	if first {
		q.First--
		q.Outer.Start = toks[from-1].Start
	}
	return q
}

// cueAfter reports whether a verb of saying stands right after the dash at i.
func cueAfter(toks []text.Token, i, end int, reports func(string) bool) bool {
	for k := i + 1; k < min(end, i+1+farthestCue); k++ {
		if toks[k].Kind == text.Letters && !toks[k].Cap && reports(toks[k].Lower) {
			return true
		}
		if toks[k].Kind == text.Mark {
			return false
		}
	}
	return false
}

func longDash(t text.Token) bool { return t.Lower == "—" || t.Lower == "–" || t.Lower == "―" }

func opens(t text.Token) bool { return t.Lower == "¿" || t.Lower == "¡" || t.Lower == "(" }
