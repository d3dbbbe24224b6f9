package quotes

import (
	"onrecord/statements"
	"onrecord/statements/text"
)

// Quote is one quotation within one paragraph.
type Quote struct {
	text.Range // its tokens with the marks

	Inner statements.Span // what stands between the marks, without white space
	Outer statements.Span // with the marks
	// Unclosed says that the paragraph ended before a closing mark.
	Unclosed bool
	// Continues says that the quotation before it, in an earlier paragraph,
	// was unclosed, and that this one goes on with it.
	Continues bool
}

// Scan finds the quotations of a text. paras are token ranges, one a
// paragraph, in order.
func Scan(s string, toks []text.Token, paras []text.Range) []Quote {
	var out []Quote
	open := false // the paragraph before ended in an open quotation
	for _, p := range paras {
		found := paragraph(s, toks, p, open)
		out = append(out, found...)
		if len(found) > 0 {
			last := found[len(found)-1]
			open = last.Unclosed
		} else {
			open = false
		}
	}
	return out
}

// scan is the state of one paragraph.
type scan struct {
	s     string
	toks  []text.Token
	p     text.Range
	apos  []int // tokens that may close single marks, ascending
	quote []Quote
}

func paragraph(s string, toks []text.Token, p text.Range, wasOpen bool) []Quote {
	c := scan{s: s, toks: toks, p: p}
	at := p.First
	if wasOpen {
		if end := c.strayCloser(); end > 0 {
			c.add(p.First, p.First, end, false)
			c.quote[0].Continues = true
			at = end + 1
		}
	}
	for at < p.End {
		m, ok := opener(toks, at, p)
		if !ok {
			at++
			continue
		}
		end := c.close(at, m)
		switch {
		case end == noQuote:
			at++
		case end < 0:
			c.add(at, at+1, p.End, true)
			at = p.End
		default:
			c.add(at, at+1, end, false)
			at = end + 1
		}
	}
	if wasOpen && len(c.quote) > 0 && c.quote[0].First == p.First {
		c.quote[0].Continues = true
	}
	return c.quote
}

// add keeps a quotation whose opening mark is token open, whose words begin at
// token first, and whose closing mark is token end (or the paragraph's end).
func (c *scan) add(open, first, end int, unclosed bool) {
	if first >= end {
		return
	}
	q := Quote{Range: text.Range{First: open, End: end + 1}, Unclosed: unclosed}
	if unclosed {
		q.End = end
	}
	q.Inner = statements.Span{Start: c.toks[first].Start, End: c.toks[end-1].End}
	q.Outer = statements.Span{Start: c.toks[open].Start, End: c.toks[q.End-1].End}
	c.quote = append(c.quote, q)
}

// strayCloser finds the closing mark of a paragraph that goes on with an open
// quotation without opening anew: its first mark is one that closes.
func (c *scan) strayCloser() int {
	for i := c.p.First; i < c.p.End; i++ {
		t := c.toks[i]
		if t.Kind != text.Mark {
			continue
		}
		switch t.Lower {
		case "“", "„", "«", "‹", "``":
			return 0
		case "”", "»":
			if i > c.p.First && !t.Gap {
				return i
			}
			return 0
		case "\"", "''":
			if i > c.p.First && !t.Gap && closesHere(c.toks, i, c.p.End) {
				return i
			}
			return 0
		}
	}
	return 0
}
