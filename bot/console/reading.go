package console

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"golang.org/x/term"

	"onrecord/handlers"
	"onrecord/statements"
)

// widestText is how wide an article is drawn at most: longer lines are hard to
// read.
const widestText = 100

// StyleOf is how to draw on out: with colours on a terminal that wants them, as
// wide as it is.
func StyleOf(out io.Writer) Style {
	c := Detect(Config{Out: out})
	s := Style{Width: c.Width, Color: c.Color, ASCII: c.ASCII}
	if f := file(out); f != nil {
		if wide, _, err := term.GetSize(int(f.Fd())); err == nil && wide > 0 {
			s.Width = min(wide, widestText)
		}
	}
	return s
}

// paint is what a stretch of an article is.
type paint byte

const (
	ink paint = iota
	asReported
	asVerbatim
	asCue
	asSource
)

// Each is told apart without colours too: who is bold, the words of saying are
// underlined.
var paints = map[paint]string{
	asReported: accents[handlers.Reported],
	asVerbatim: accents[handlers.Spoken],
	asCue:      "4;38;5;214",
	asSource:   "1;38;5;114",
}

// margin is how many columns stand before the lines of an article: a number of
// up to three digits, and what says that there are more.
const margin = 5

// DrawReading writes an article with who said what in it: the sources, cues and
// contents in colour, the number of each statement beside the line where it
// begins, and below it who said it, how that is known, when and where. With
// why each part is told with the rule or the model that found it.
func DrawReading(a statements.Article, found []statements.Statement, why bool, s Style) string {
	if s.Width <= 0 {
		s.Width = 80
	}
	if s.Zone == nil {
		s.Zone = time.UTC
	}
	p := &page{style: s}
	drawText(p, a.Text, found)
	p.gap()
	if len(found) == 0 {
		p.put("  Nobody is on record in this text.")
		return p.text()
	}
	if s.Color {
		p.put(strings.Repeat(" ", margin) + p.paint(paints[asSource], "who") + " " + p.paint(paints[asCue], "says") + " " +
			p.paint(paints[asVerbatim], "verbatim") + " " + p.paint(paints[asReported], "reported"))
		p.gap()
	}
	for i, st := range found {
		drawStatement(p, a, st, i+1, why)
	}
	return p.text()
}

// drawText writes the paragraphs of an article.
func drawText(p *page, text string, found []statements.Statement) {
	marks := painted(text, found)
	starts := make([]start, len(found))
	for i, st := range found {
		starts[i] = start{st.Start(), i + 1}
	}
	slices.SortStableFunc(starts, func(a, b start) int { return a.at - b.at })
	begin := 0
	for begin <= len(text) {
		end := begin + strings.IndexByte(text[begin:]+"\n", '\n')
		if strings.TrimSpace(text[begin:end]) == "" {
			p.gap()
		} else {
			drawParagraph(p, text, begin, end, marks, starts)
		}
		begin = end + 1
	}
}

// start is the first byte of a statement, and its number.
type start struct{ at, number int }

// painted says of each byte of a text what it is.
func painted(text string, found []statements.Statement) []paint {
	out := make([]paint, len(text))
	put := func(what paint, spans ...statements.Span) {
		for _, s := range spans {
			for i := max(s.Start, 0); i < min(s.End, len(text)); i++ {
				out[i] = max(out[i], what)
			}
		}
	}
	for _, st := range found {
		put(asReported, st.Content...)
		put(asVerbatim, st.Verbatim...)
		put(asCue, st.Cue)
		put(asSource, st.Source)
	}
	return out
}

// piece is a word of an article as it is drawn.
type piece struct {
	at    int // its first byte
	drawn string
	wide  int
}

// drawParagraph wraps text[begin:end] and sets numbers beside it.
func drawParagraph(p *page, text string, begin, end int, marks []paint, starts []start) {
	room := max(p.style.Width-margin-1, 8)
	var line []piece
	used, from := 0, begin
	flush := func(to int) {
		var words []string
		for _, w := range line {
			words = append(words, w.drawn)
		}
		p.put(p.beside(starts, from, to) + strings.Join(words, " "))
		line, used, from = nil, 0, to
	}
	for _, w := range p.pieces(text, begin, end, marks, room) {
		if used > 0 && used+1+w.wide > room {
			flush(w.at)
		}
		if used > 0 {
			used++
		}
		line, used = append(line, w), used+w.wide
	}
	if len(line) > 0 {
		flush(end + 1)
	}
}

// beside is the margin of a line that shows the bytes from from up to to; starts
// are in the order of the text.
func (p *page) beside(starts []start, from, to int) string {
	var here []int
	i, _ := slices.BinarySearchFunc(starts, from, func(s start, at int) int { return s.at - at })
	for ; i < len(starts) && starts[i].at < to; i++ {
		here = append(here, starts[i].number)
	}
	number := ""
	switch len(here) {
	case 0:
	case 1:
		number = fmt.Sprint(here[0])
	default:
		number = fmt.Sprintf("%d-%d", slices.Min(here), slices.Max(here))
		if len(number) >= margin {
			number = fmt.Sprintf("%d+", here[0])
		}
	}
	return strings.Repeat(" ", max(margin-1-len(number), 0)) + p.bold(number) + " "
}

// pieces cuts a paragraph into words, in colour; one that is wider than the
// room is broken.
func (p *page) pieces(text string, begin, end int, marks []paint, room int) []piece {
	var out []piece
	w := piece{at: -1}
	var b strings.Builder
	now := ink
	turn := func(to paint) {
		if !p.style.Color || to == now {
			return
		}
		if now != ink {
			b.WriteString(sgrOff)
		}
		if to != ink {
			b.WriteString("\x1b[" + paints[to] + "m")
		}
		now = to
	}
	finish := func() {
		turn(ink)
		if w.wide > 0 {
			w.drawn = b.String()
			out = append(out, w)
		}
		b.Reset()
		w = piece{at: -1}
	}
	for i := begin; i < end; {
		r, n := utf8.DecodeRuneInString(text[i:end])
		switch {
		case unicode.IsSpace(r):
			finish()
		case hidden(r):
		default:
			if w.wide+columns(r) > room {
				finish()
			}
			if w.at < 0 {
				w.at = i
			}
			turn(marks[i])
			b.WriteRune(r)
			w.wide += columns(r)
		}
		i += n
	}
	finish()
	return out
}

// hidden characters steer a terminal, turn the reading direction round or show
// nothing; joiners that some scripts need are none of them.
func hidden(r rune) bool {
	return unicode.IsControl(r) || unicode.Is(unicode.Cf, r) && r != '\u200c' && r != '\u200d' || unicode.In(r, unicode.Zl, unicode.Zp)
}
