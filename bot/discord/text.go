package discord

import (
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode"

	"onrecord/handlers"
	"onrecord/handlers/locales"
)

// scope is where a text will stand: the guild whose commands it may mention,
// and whether it is a message's content, which notifications show raw: no
// link and no timestamp stands there. in is the language of whoever reads it.
type scope struct {
	in      locales.Tongue
	table   *table
	guild   string
	content bool
}

// para is one block of a card, made ready for Discord: cleaned, but neither
// escaped nor cut.
type para struct {
	look   handlers.Look
	number int
	of     int // of a note that a quote was cut: how long it is
	segs   []seg
}

// seg is a stretch of a para in one style.
type seg struct {
	text               string
	raw                bool // markup of our own: shown as it is, never cut
	bold, italic, code bool
	struck             bool
	ours               bool
	link               string
}

// paras makes a card's blocks ready. Blocks without words are left out.
func (sc scope) paras(blocks []handlers.Block) []para {
	var out []para
	for _, b := range blocks {
		if b.Look == handlers.Gap {
			out = append(out, para{look: handlers.Gap})
			continue
		}
		p := para{look: b.Look, number: b.Number, of: b.Of}
		for _, r := range b.Runs {
			if s := sc.seg(r, b.Look == handlers.Quote); s.text != "" {
				p.segs = append(p.segs, s)
			}
		}
		for _, q := range p.split() {
			if q.segs = tidy(q.segs); len(q.segs) > 0 {
				out = append(out, q)
			}
		}
	}
	return out
}

// split takes the quotes of one bar apart: at an empty line where no quotation
// mark is open. The paragraphs of one quote each open and do not close, so
// they stay together. Drawn, both look as before.
func (p para) split() []para {
	if p.look != handlers.Quote {
		return []para{p}
	}
	var out []para
	now := para{look: p.look, number: p.number}
	var marks pair
	for _, s := range p.segs {
		from := 0 // what marks have read
		for {
			at := strings.Index(s.text[from:], "\n\n")
			if at < 0 {
				break
			}
			at += from
			marks.read(s.text[from:at])
			if from = at + 2; marks.open != 0 {
				continue
			}
			head := s
			head.text = s.text[:at]
			out = append(out, para{look: p.look, number: p.number, segs: append(now.segs, head)})
			now.segs = nil
			s.text, from = s.text[at+2:], 0
		}
		marks.read(s.text[from:])
		now.segs = append(now.segs, s)
	}
	return append(out, now)
}

// seg reads one run. Only quotes keep their line ends and spaces.
func (sc scope) seg(r handlers.Run, verbatim bool) seg {
	s := seg{text: clean(r.Text, verbatim), bold: r.Bold, italic: r.Italic, struck: r.Struck, code: r.Code, ours: r.Ours}
	if s.text == "" {
		s.text = clean(r.Place, false)
	}
	channel, isChannel := channelOf(r.Place)
	switch {
	case r.Typed:
		return seg{}
	case !r.Ago.IsZero() && sc.content:
		return seg{text: sc.in.Clock(r.Ago, time.UTC), bold: r.Bold, ours: true}
	case !r.Ago.IsZero():
		return seg{text: fmt.Sprintf("<t:%d:R>", r.Ago.Unix()), raw: true}
	case !r.Clock.IsZero() && sc.content:
		return seg{text: r.Clock.UTC().Format("15:04 UTC"), bold: r.Bold, ours: true}
	case !r.Clock.IsZero():
		return seg{text: fmt.Sprintf("<t:%d:t>", r.Clock.Unix()), raw: true}
	case isChannel:
		return seg{text: "<#" + channel + ">", raw: true}
	case isID(r.Role):
		return seg{text: "<@&" + r.Role + ">", raw: true}
	case r.Cmd != "":
		if m := sc.table.mention(sc.guild, r.Cmd); m != "" {
			return seg{text: m, raw: true}
		}
		return seg{text: "/" + clean(r.Cmd, false), ours: true}
	case r.Code:
		s.text = strings.ReplaceAll(clean(r.Text, false), "`", "’")
	case r.Link != "" && !sc.content:
		s.link = link(r.Link)
	}
	return s
}

// tidy joins neighbours of one style, and takes white space off both ends.
func tidy(segs []seg) []seg {
	var out []seg
	for _, s := range segs {
		if n := len(out) - 1; n >= 0 && out[n].sameStyle(s) {
			out[n].text += s.text
			continue
		}
		out = append(out, s)
	}
	for len(out) > 0 {
		out[0].text = strings.TrimLeftFunc(out[0].text, unicode.IsSpace)
		if out[0].text != "" {
			break
		}
		out = out[1:]
	}
	for len(out) > 0 {
		n := len(out) - 1
		out[n].text = strings.TrimRightFunc(out[n].text, unicode.IsSpace)
		if out[n].text != "" {
			break
		}
		out = out[:n]
	}
	return out
}

func (s seg) sameStyle(o seg) bool {
	s.text, o.text = "", ""
	return s == o && !s.raw && s.link == ""
}

// draw gives the paras as Discord's Markdown.
func draw(list []para) string {
	var b strings.Builder
	before := handlers.Gap
	for _, p := range list {
		switch {
		case p.look == handlers.Gap:
			before = handlers.Gap
			continue
		case b.Len() == 0:
		case before == handlers.Gap:
			b.WriteString("\n\n")
		case before == handlers.Quote && p.look == handlers.Quote:
			b.WriteString("\n> \n") // one bar, an empty line between
		default:
			b.WriteByte('\n')
		}
		b.WriteString(p.draw(before))
		before = p.look
	}
	return b.String()
}

// draw gives one para. Subtext directly under a block quote is drawn as an
// ordinary line: not every reader of Discord takes that for a line's start.
func (p para) draw(before handlers.Look) string {
	inner := p.inner()
	switch p.look {
	case handlers.Quote:
		return "> " + strings.ReplaceAll(inner, "\n", "\n> ")
	case handlers.Tilde:
		return "*" + inner + "*"
	case handlers.Small:
		if before != handlers.Quote {
			return "-# " + inner
		}
	case handlers.Plain:
		if p.number > 0 {
			return "**" + strconv.Itoa(p.number) + "** · " + inner
		}
	}
	return inner
}

func (p para) inner() string {
	var b strings.Builder
	marked := false // b ends with a mark of emphasis
	for _, s := range p.segs {
		marked = s.draw(&b, marked, p.look == handlers.Tilde)
	}
	return b.String()
}

// draw writes one stretch and reports whether a mark of emphasis ends it. Two
// marks that touch would be read as one: a space of no width keeps them apart.
func (s seg) draw(b *strings.Builder, marked, italics bool) bool {
	if s.raw {
		b.WriteString(s.text)
		return false
	}
	if s.code {
		if strings.HasSuffix(b.String(), "`") {
			b.WriteRune('\u200b')
		}
		b.WriteString("`" + s.text + "`")
		return false
	}
	core := strings.TrimSpace(s.text)
	if core == "" {
		b.WriteString(s.text)
		return false
	}
	left, right, _ := strings.Cut(s.text, core)
	b.WriteString(left)
	mark := ""
	if s.bold {
		mark = "**"
	}
	if s.italic && !italics {
		mark += "*"
	}
	outer := ""
	if s.struck {
		outer = "~~"
	}
	if marked && outer+mark != "" && left == "" {
		b.WriteRune('\u200b')
	}
	b.WriteString(outer + mark)
	if s.link != "" {
		b.WriteByte('[')
	}
	escape(b, core, startsLine(b.String()), s.ours)
	if s.link != "" {
		b.WriteString("](" + s.link + ")")
	}
	b.WriteString(mark + outer)
	b.WriteString(right)
	return outer+mark != "" && right == ""
}

func startsLine(s string) bool { return s == "" || strings.HasSuffix(s, "\n") }

// size is how long a para is when it is drawn.
func (p para) size() int { return count(p.draw(handlers.Gap)) }

// words is the text of a para without any mark-up, and letters its length.
func (p para) words() string {
	var b strings.Builder
	for _, s := range p.segs {
		b.WriteString(s.text)
	}
	return b.String()
}

func (p para) letters() int { return count(p.words()) }

// first gives the first n letters of a para, ending with a word, and a mark
// that says it was cut: in what somebody said, one inside the quotation marks.
func (p para) first(n int) para {
	whole := p.words()
	kept := wordEnd(whole, n)
	if mark := lastMark(kept); mark != "" {
		kept = strings.TrimRightFunc(strings.TrimSuffix(kept, mark), unicode.IsSpace)
	}
	out := para{look: p.look, number: p.number}
	left := len(kept)
	for _, s := range p.segs {
		if len(s.text) > left {
			if s.raw {
				break
			}
			s.text = s.text[:left]
		}
		if left -= len(s.text); s.text != "" {
			out.segs = append(out.segs, s)
		}
		if left <= 0 {
			break
		}
	}
	end := "…"
	if p.look == handlers.Quote || p.look == handlers.Tilde {
		end = " " + ellipsis + openMark(kept, whole)
	}
	out.segs = append(out.segs, seg{text: end, ours: true})
	return out
}

// cut shortens a para to at most most code points as drawn. The least that is
// left is its mark of a cut.
func (p para) cut(most int) para {
	if p.size() <= most {
		return p
	}
	low, high := 0, p.letters() // first(low) fits, as far as anything does
	for low < high {
		middle := (low + high + 1) / 2
		if p.first(middle).size() <= most {
			low = middle
		} else {
			high = middle - 1
		}
	}
	return p.first(low)
}
