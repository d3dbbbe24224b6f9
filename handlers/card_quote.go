package handlers

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord/statements"
)

// said is a statement as a card shows it: cut from the article's text and
// nowhere else.
type said struct {
	Look  Look
	Runs  []Run
	Shown int // code points of the article that are shown
	Total int // of the statement
}

func (s said) cut() bool { return s.Shown < s.Total }

// piece is a stretch of an article: in quotation marks there, or not.
type piece struct {
	statements.Span
	verbatim bool
	// unclosed pieces get no closing mark: in a quotation of several paragraphs
	// each opens and only the last closes.
	unclosed bool
	// before stands between this piece and the one before it.
	before string
}

// kindOf is the kind that a card may claim: nothing is partly verbatim of
// which no part is marked.
func kindOf(s statements.Statement) statements.Kind {
	if s.Kind == statements.Mixed && len(s.Verbatim) == 0 {
		return statements.Indirect
	}
	return s.Kind
}

// quote cuts s out of the text of its article, at most n code points of it,
// with bold where bold lies. Marks stand around verbatim parts alone; inside
// them nothing is added, dropped or changed.
func quote(a statements.Article, s statements.Statement, n int, bold []statements.Span) said {
	out := said{Look: Quote}
	if kindOf(s) == statements.Indirect {
		out.Look = Tilde
	}
	pieces := withCue(a, s, piecesOf(a.Text, s))
	if len(pieces) > 0 && !pieces[0].verbatim {
		pieces[0].Start += clauseAt(pieces[0].Of(a.Text), a.Lang)
	}
	for _, p := range pieces {
		out.Total += utf8.RuneCountInString(p.Of(a.Text))
	}
	left, right := marks(a.Lang)
	for i, p := range pieces {
		whole := p.Of(a.Text)
		end := wordCut(whole, n-out.Shown)
		if i > 0 && end < len(whole) && !strings.ContainsFunc(whole[:end], unicode.IsSpace) {
			add(&out.Runs, " "+cutMark)
			if pieces[i-1].unclosed {
				add(&out.Runs, right)
			}
			break
		}
		out.Shown += utf8.RuneCountInString(whole[:end])
		cut := end < len(whole)
		add(&out.Runs, p.before)
		if p.verbatim {
			add(&out.Runs, left)
		}
		emphasise(&out.Runs, a.Text, statements.Span{Start: p.Start, End: p.Start + end}, bold)
		if cut {
			add(&out.Runs, " "+cutMark)
		}
		if p.verbatim && (cut || !p.unclosed) {
			add(&out.Runs, right)
		}
		if cut {
			break
		}
	}
	return out
}

// add appends plain text, to the run before it if that is plain too.
func add(runs *[]Run, text string) {
	if text == "" {
		return
	}
	if n := len(*runs); n > 0 && (*runs)[n-1] == (Run{Text: (*runs)[n-1].Text}) {
		(*runs)[n-1].Text += text
		return
	}
	*runs = append(*runs, Run{Text: text})
}

// emphasise appends the bytes of s, those in bold as bold runs.
func emphasise(runs *[]Run, text string, s statements.Span, bold []statements.Span) {
	at := s.Start
	for _, b := range bold {
		b.Start, b.End = max(b.Start, at), min(b.End, s.End)
		if b.Start >= b.End || !boundary(text, b.Start) || !boundary(text, b.End) {
			continue
		}
		add(runs, text[at:b.Start])
		*runs = append(*runs, Run{Text: text[b.Start:b.End], Bold: true})
		at = b.End
	}
	add(runs, text[at:s.End])
}

// boundary reports whether the offset i does not lie inside a character.
func boundary(text string, i int) bool {
	return i >= 0 && i <= len(text) && (i == len(text) || utf8.RuneStart(text[i]))
}

// piecesOf takes a statement's content apart into what the article has in
// quotation marks and what it does not. The article's own marks around a
// verbatim part are left out: the card sets marks of its own there. Spans that
// do not lie inside the text are left out.
func piecesOf(text string, s statements.Statement) []piece {
	verbatim := ordered(text, s.Verbatim)
	var out []piece
	for _, c := range ordered(text, s.Content) {
		at := c.Start
		for _, v := range verbatim {
			v.Start, v.End = max(v.Start, at), min(v.End, c.End)
			if v.Start >= v.End {
				continue
			}
			out = addPlain(out, text, at, v.Start, true)
			out = append(out, piece{Span: v, verbatim: true})
			at = afterMark(text, v.End, c.End)
		}
		out = addPlain(out, text, at, c.End, false)
	}
	return joined(text, out)
}

// ordered gives those spans that lie inside text and cut no character, in the
// order of the text.
func ordered(text string, spans []statements.Span) []statements.Span {
	out := make([]statements.Span, 0, len(spans))
	for _, s := range spans {
		if s.Of(text) != "" && boundary(text, s.Start) && boundary(text, s.End) {
			out = append(out, s)
		}
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].Start < out[j].Start })
	return out
}

// addPlain appends text[from:to] as a piece without marks. Where a verbatim
// piece follows, the article's opening mark before it is left out.
func addPlain(out []piece, text string, from, to int, beforeVerbatim bool) []piece {
	if beforeVerbatim {
		if r, n := utf8.DecodeLastRuneInString(text[from:max(from, to)]); isMark(r) {
			to -= n
		}
	}
	if from >= to || strings.TrimSpace(text[from:to]) == "" {
		return out
	}
	return append(out, piece{Span: statements.Span{Start: from, End: to}})
}

// afterMark gives the place after a closing mark at i.
func afterMark(text string, i, end int) int {
	if i < end {
		if r, n := utf8.DecodeRuneInString(text[i:end]); isMark(r) {
			return i + n
		}
	}
	return i
}

// joined decides what stands between the pieces.
func joined(text string, ps []piece) []piece {
	for i := 1; i < len(ps); i++ {
		before, p := &ps[i-1], &ps[i]
		gap := text[before.End:max(before.End, p.Start)]
		bare := strings.TrimFunc(gap, func(r rune) bool { return unicode.IsSpace(r) || isMark(r) }) == ""
		switch {
		case bare && strings.Contains(gap, "\n"):
			p.before = "\n\n"
			r, _ := utf8.DecodeRuneInString(gap)
			before.unclosed = before.verbatim && p.verbatim && !isMark(r)
		case before.verbatim && p.verbatim:
			p.before = " "
		case bare:
			// Neighbours in the article: its own white space, if any.
			p.before = strings.TrimFunc(gap, isMark)
		default:
			p.before = " … "
		}
	}
	return ps
}

// isMark reports whether r is a quotation mark of any kind.
func isMark(r rune) bool { return strings.ContainsRune("\"“”„‟«»‘’‚‹›'`", r) }

// marks gives the quotation marks of a language.
func marks(lang string) (left, right string) {
	switch lang {
	case "de":
		return "„", "“"
	case "ru", "fr", "es", "uk", "it", "pt":
		return "«", "»"
	}
	return "“", "”"
}
