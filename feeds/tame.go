package feeds

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

const (
	// deepest is how far elements may be nested. Real pages stay under 60; the
	// parser gives up at 512, and the extractor takes the square of the depth.
	deepest = 200
	// openMarks is how many <b>, <a>, <font> may be open at once: the parser
	// opens all of them again in every paragraph that follows.
	openMarks = 16
	// longestPage is how much of a page is read, in bytes. The longest article
	// in the world is a tenth of it.
	longestPage = 3 << 20
	// mostTags is how many tags of a page are read.
	mostTags = 20000
)

// marks are what HTML calls formatting elements.
var marks = map[atom.Atom]bool{
	atom.A: true, atom.B: true, atom.Big: true, atom.Code: true, atom.Em: true, atom.Font: true, atom.I: true,
	atom.S: true, atom.Small: true, atom.Strike: true, atom.Strong: true, atom.Tt: true, atom.U: true, atom.Nobr: true,
}

// loose are elements that close by themselves or hold nothing.
var loose = map[atom.Atom]bool{
	atom.P: true, atom.Li: true, atom.Td: true, atom.Th: true, atom.Tr: true, atom.Dt: true, atom.Dd: true,
	atom.Option: true, atom.Optgroup: true, atom.Html: true, atom.Head: true, atom.Body: true, atom.Tbody: true, atom.Thead: true, atom.Tfoot: true,
	atom.Area: true, atom.Base: true, atom.Br: true, atom.Col: true, atom.Embed: true, atom.Hr: true, atom.Img: true,
	atom.Input: true, atom.Link: true, atom.Meta: true, atom.Param: true, atom.Source: true, atom.Track: true, atom.Wbr: true,
}

// tame gives page back unless it is nested so deeply, leaves so many tags open
// or is so long that parsing or extracting would hang; then what is too much is
// cut out, and its text stays.
func tame(page string) string {
	page = page[:min(len(page), longestPage)]
	page = strings.ToValidUTF8(page, "")
	if isTame(page) {
		return page
	}
	return cutDown(page)
}

// isTame counts cheaply, and errs towards cutting.
func isTame(page string) bool {
	if strings.Count(page, "<") > 2*mostTags {
		return false
	}
	t := tally{}
	return !t.scan(page, nil)
}

// tally counts what is open while a page is scanned.
type tally struct {
	depth, marks, tags int
	dropped            map[atom.Atom]int // start tags that were cut out
}

// scan reads the page's tags, copies what may stay to out, and reports whether
// something had to go. Without out it stops there.
func (t *tally) scan(page string, out *strings.Builder) bool {
	z := html.NewTokenizer(strings.NewReader(page))
	wild := false
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			return wild
		}
		raw := z.Raw()
		keep := true
		switch kind {
		case html.StartTagToken:
			raw = append([]byte(nil), raw...)
			keep = t.start(tagAtom(z))
		case html.EndTagToken:
			raw = append([]byte(nil), raw...)
			keep = t.end(tagAtom(z))
		}
		if !keep {
			wild = true
			if out == nil {
				return true
			}
			out.WriteByte(' ')
			continue
		}
		if out != nil {
			out.Write(raw)
		}
	}
}

func (t *tally) start(a atom.Atom) bool {
	if t.tags++; t.tags > mostTags {
		return t.drop(a)
	}
	switch {
	case loose[a]:
	case marks[a]:
		if t.marks >= openMarks {
			return t.drop(a)
		}
		t.marks++
	default:
		if t.depth >= deepest {
			return t.drop(a)
		}
		t.depth += levels(a)
	}
	return true
}

// levels is how many elements a start tag opens in the end: a table has its
// body, row and cell.
func levels(a atom.Atom) int {
	if a == atom.Table {
		return 4
	}
	return 1
}

func (t *tally) drop(a atom.Atom) bool {
	if t.dropped == nil {
		t.dropped = map[atom.Atom]int{}
	}
	t.dropped[a]++
	return false
}

func (t *tally) end(a atom.Atom) bool {
	if t.dropped[a] > 0 {
		t.dropped[a]--
		return false
	}
	switch {
	case loose[a]:
	case marks[a]:
		t.marks = max(0, t.marks-1)
	default:
		t.depth = max(0, t.depth-levels(a))
	}
	return true
}

func cutDown(page string) string {
	var out strings.Builder
	out.Grow(len(page))
	t := tally{}
	t.scan(page, &out)
	return out.String()
}
