package quotes

import (
	"onrecord/statements/text"
)

// mark is an opening mark and what may close it.
type mark struct {
	closers [3]string
	single  bool
	strict  bool // a mark that is not closed is no mark
}

// farthest is how many tokens a doubtful opening mark may wait for its end, so
// that a megabyte of them takes no quadratic time.
const farthest = 600

// noQuote is what close gives for a mark that turns out to be none.
const noQuote = -2

// opener reports whether token i opens a quotation.
func opener(toks []text.Token, i int, p text.Range) (mark, bool) {
	t := toks[i]
	if t.Kind != text.Mark {
		return mark{}, false
	}
	front := t.Gap || i == p.First || looseLeft(toks[i-1])
	tight := i+1 < p.End && !toks[i+1].Gap // words follow at once
	switch t.Lower {
	case "“", "‟":
		return mark{closers: [3]string{"”", "\"", "“"}}, true
	case "„":
		return mark{closers: [3]string{"“", "”", "\""}}, true
	case "«":
		// French puts a blank inside, so that the gap says nothing.
		return mark{closers: [3]string{"»", "«"}}, true
	case "»":
		// Germany's »so«, where « closes; a lone » is no mark.
		return mark{closers: [3]string{"«", "»"}, strict: true}, front && tight
	case "‹":
		return mark{closers: [3]string{"›"}, strict: true}, true
	case "``":
		return mark{closers: [3]string{"''", "\"", "``"}}, true
	case "\"", "''":
		if i > p.First && toks[i-1].Kind == text.Number && !t.Gap {
			return mark{}, false // inches
		}
		return mark{closers: [3]string{"\"", "''", "”"}}, front && i+1 < p.End && (tight || t.Gap || i == p.First)
	case "”":
		// Sweden's ”so”, and marks set the wrong way.
		return mark{closers: [3]string{"”"}, strict: true}, front && tight
	case "‘", "‚":
		return mark{single: true, strict: true}, front && tight
	case "'", "’":
		return mark{single: true, strict: true}, front && tight && toks[i+1].Kind == text.Letters
	}
	return mark{}, false
}

// looseLeft reports whether a quotation may open right after t, without a
// blank between.
func looseLeft(t text.Token) bool {
	switch t.Lower {
	case "(", "[", "—", "–", "―", "-", "--", "/", ":", "‘", "“", "'", "¿", "¡", "…":
		return true
	}
	return false
}

// close finds the token that closes the mark opened at token open: its index,
// -1 where the paragraph ends first, or noQuote.
func (c *scan) close(open int, m mark) int {
	if m.single {
		return c.closeSingle(open)
	}
	own := c.toks[open].Lower
	if own == "“" {
		if end := c.closeNested(open); end > 0 {
			return end
		}
	}
	depth := 0
	end := c.p.End
	if m.strict {
		end = min(end, open+farthest)
	}
	for i := open + 1; i < end; i++ {
		t := c.toks[i]
		if t.Kind != text.Mark {
			continue
		}
		if t.Lower == own && own != m.closers[0] && !(t.Lower == m.closers[2] || t.Lower == m.closers[1]) {
			depth++ // the same mark inside: «a «b» c»
			continue
		}
		if !m.closes(t.Lower) {
			continue
		}
		if (t.Lower == "\"" || t.Lower == "“" || t.Lower == "«" || t.Lower == "''") && t.Lower != m.closers[0] && !closesHere(c.toks, i, c.p.End) {
			continue
		}
		if t.Lower == "\"" && own == "\"" && !closesHere(c.toks, i, c.p.End) && c.closedLater(i) {
			continue
		}
		if depth > 0 {
			depth--
			continue
		}
		return i
	}
	if m.strict {
		return noQuote
	}
	return -1
}

// closedLater reports whether a straight mark that looks like an opening one
// may be nested: the next one looks like a closing one. It looks a little way
// only, to stay linear.
func (c *scan) closedLater(i int) bool {
	n := 0
	for j := i + 1; j < min(i+60, c.p.End); j++ {
		if c.toks[j].Lower == "\"" {
			if !closesHere(c.toks, j, c.p.End) {
				return false
			}
			if n++; n == 2 {
				return true
			}
		}
	}
	return false
}

func (m mark) closes(lower string) bool {
	for _, c := range m.closers {
		if c == lower && c != "" {
			return true
		}
	}
	return false
}

// closesHere reports whether a mark that may open or close looks like a
// closing one: nothing before it, a gap, a stop or the end after it.
func closesHere(toks []text.Token, i, end int) bool {
	if toks[i].Gap {
		// A blank before a closing mark: ‘outreach,’ "
		return i+1 >= end || toks[i+1].Gap && i > 0 && toks[i-1].Kind == text.Mark
	}
	if i+1 >= end || toks[i+1].Gap {
		return true
	}
	return toks[i+1].Kind == text.Mark || toks[i+1].Kind == text.Clitic
}

// closeNested finds the end of a quotation in curly marks that has another
// such pair inside: “what he calls “hell” is home”. It gives 0 where there is
// none, or where the marks do not pair up.
func (c *scan) closeNested(open int) int {
	depth, inner := 0, false
	for i := open + 1; i < min(c.p.End, open+farthest); i++ {
		switch t := c.toks[i]; t.Lower {
		case "“":
			if !t.Gap || i+1 >= c.p.End || c.toks[i+1].Gap {
				return 0 // a mark set the wrong way
			}
			depth++
			inner = true
		case "”":
			if depth == 0 {
				if inner {
					return i
				}
				return 0
			}
			depth--
		}
	}
	return 0
}
