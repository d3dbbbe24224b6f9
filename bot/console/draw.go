package console

import (
	"strings"
	"time"

	"onrecord/handlers"
	"onrecord/handlers/locales"
)

// Style is how cards are drawn.
type Style struct {
	Tongue locales.Tongue
	Width  int // columns; 80 if zero
	Color  bool
	ASCII  bool
	Now    time.Time // what moments are relative to
	Zone   *time.Location
}

// layout is what differs between the forms of card.
type layout struct {
	bar    int  // columns before the bar of a quote in the body
	after  int  // columns before the lines that follow a quote
	tight  bool // no empty line between entries
	links  bool // links of the body on lines of their own
	lines  bool // the footer's parts on lines of their own
	split  bool // bold stretches of the body are set off as quotes
	flow   bool // the body's lines are sentences and share lines
	number bool // the number may be dropped from a footer that is too long: the last line has it
	names  bool // names that begin lines of the body stand in a column
}

var layouts = map[handlers.Form]layout{
	handlers.FormAlert:   {bar: 2, after: 2, links: true, flow: true},
	handlers.FormKeyword: {bar: 2, after: 2, tight: true},
	handlers.FormBacklog: {bar: 2, after: 4, links: true},
	handlers.FormDigest:  {bar: 2, after: 4},
	handlers.FormAnswer:  {bar: 0, after: 4, links: true, lines: true},
	handlers.FormNone:    {bar: 2, after: 4, tight: true, lines: true},
	handlers.FormPreview: {bar: 2, after: 4},
	handlers.FormContext: {split: true, number: true},
	handlers.FormList:    {bar: 0, after: 4, names: true},
}

func layoutOf(f handlers.Form) layout {
	if l, ok := layouts[f]; ok {
		return l
	}
	return layout{bar: 2, after: 4, links: true}
}

// Draw writes a card for a terminal: the words first, then where they come
// from, indented, then what can be typed. The text alone carries everything;
// colours only repeat it.
func Draw(c handlers.Card, s Style) string {
	if s.Width <= 0 {
		s.Width = 80
	}
	if s.Zone == nil {
		s.Zone = time.UTC
	}
	p := &page{style: s, layout: layoutOf(c.Form), accent: c.Accent}
	if !c.At.IsZero() {
		p.rule(c)
	}
	p.lead(c)
	p.body(c.Body)
	p.parts(c.Parts)
	p.fields(c)
	p.foot(c)
	return p.text()
}

// rule heads what nobody asked for with its place, form and time.
func (p *page) rule(c handlers.Card) {
	words := "── "
	if c.Place != "" {
		words += p.line(c.Place) + " · "
	}
	words += formName(p.style.Tongue, c)
	words += " · " + c.At.In(p.style.Zone).Format("15:04") + " "
	p.put(p.tinted(p.fit(words + strings.Repeat("─", max(p.style.Width-width(words), 2)))))
}

// formName names what nobody asked for.
func formName(in locales.Tongue, c handlers.Card) string {
	name := string(c.Form)
	switch c.Form {
	case handlers.FormAlert:
		name = in.Say("alert")
	case handlers.FormKeyword:
		name = in.Say("keyword")
	case handlers.FormBacklog:
		name = in.Say("backlog")
	case handlers.FormDigest:
		name = in.Say("digest")
	case handlers.FormSilence:
		name = in.Say("silence")
	case handlers.FormNotice:
		name = in.Say("notice")
	}
	if c.Updated {
		return in.Say("%s updated", name)
	}
	return name
}

// lead is the words and the byline.
func (p *page) lead(c handlers.Card) {
	for i, b := range c.Lead {
		switch {
		case p.silent(b):
		case b.Look == handlers.Gap:
			p.gap()
		case b.Look == handlers.Quote || b.Look == handlers.Tilde:
			p.barred(b, 0, 0)
		case b.Look == handlers.Small:
			p.wrapped(b.Runs, 2, true)
		case code(b):
			p.put("  " + p.cleaned(b.Runs[0].Text))
		case c.Form == handlers.FormProblem && i == 0:
			p.wrap(p.tinted, p.styled(b.Runs), 0, "")
		default:
			p.wrapped(b.Runs, 0, false)
			p.links(b.Runs, 0)
		}
	}
}

// body is where the words come from.
func (p *page) body(blocks []handlers.Block) {
	blocks = p.heard(blocks)
	if len(blocks) == 0 {
		return
	}
	p.gap()
	if p.layout.flow {
		p.flowing(blocks)
		return
	}
	quoted := false // the line before was a quote, or follows one
	column := p.column(blocks)
	for i, b := range blocks {
		switch {
		case b.Look == handlers.Gap:
			next := i+1 < len(blocks)
			if p.layout.tight && quoted && next {
				quoted = false
				continue
			}
			quoted = false
			p.gap()
		case b.Look == handlers.Quote || b.Look == handlers.Tilde:
			p.barred(b, p.layout.bar, b.Number)
			quoted = true
		case p.layout.split:
			p.setOff(b)
		default:
			indent := 2
			switch {
			case quoted:
				indent = p.layout.after
			case b.Look == handlers.Small:
				indent += max(column, 2)
			}
			if p.isNamed(b) && column > 0 && !quoted {
				p.named(b, column)
				continue
			}
			p.wrapped(b.Runs, indent, b.Look == handlers.Small || quoted)
			if p.layout.links {
				p.links(b.Runs, indent)
			}
		}
	}
}

// widestName is the widest name that makes a column.
const widestName = 24

// column is how wide the names are that begin lines, with the blanks after
// them; 0 where no line begins with one.
func (p *page) column(blocks []handlers.Block) int {
	wide := 0
	for _, b := range blocks {
		if p.layout.names && p.isNamed(b) {
			wide = max(wide, width(p.line(b.Runs[0].Text))+2)
		}
	}
	return wide
}

// isNamed reports whether b is a name, not too long for a column, and something
// about it.
func (p *page) isNamed(b handlers.Block) bool {
	return b.Look == handlers.Plain && len(b.Runs) > 1 && b.Runs[0].Bold &&
		width(p.line(b.Runs[0].Text)) <= min(widestName, p.style.Width/3)
}

// joints join a name to what is said of it where they share a line; in columns
// the gap does.
const joints = " \u00a0\u202f,·:"

// named sets a line that begins with a name.
func (p *page) named(b handlers.Block, column int) {
	name := p.styled(b.Runs[:1])
	lead := "  " + name + strings.Repeat(" ", max(column-width(name), 1))
	rest := strings.TrimLeft(p.styled(b.Runs[1:]), joints)
	p.wrap(p.asIs, rest, 2+column, lead)
}

// flowing sets the lines of an alert's provenance as sentences, as many as fit
// on one line, the headline on its own, and the links below.
func (p *page) flowing(blocks []handlers.Block) {
	line := ""
	flush := func() {
		if line != "" {
			p.wrap(p.dim, line, 2, "")
		}
		line = ""
	}
	for i, b := range blocks {
		text := p.plain(b.Runs)
		if i == 0 {
			p.wrap(p.dim, text, 2, "")
			continue
		}
		text = strings.TrimSuffix(text, ".") + "."
		if line != "" && width(line)+1+width(text) > p.style.Width-2 {
			flush()
		}
		if line != "" {
			line += " "
		}
		line += text
	}
	flush()
	for _, b := range blocks {
		p.links(b.Runs, 2)
		if len(b.Runs) > 0 && b.Runs[0].Link != "" {
			break // the article's own link; other outlets are behind it
		}
	}
}

// foot is why it was sent, and what can be typed.
func (p *page) foot(c handlers.Card) {
	footer := p.line(c.Footer)
	var typed []string
	for _, b := range c.Buttons {
		if b.Typed != "" {
			typed = append(typed, p.line(b.Typed))
		}
	}
	if footer != "" || len(typed) > 0 {
		p.gap()
	}
	parts := []string{footer}
	if p.layout.lines {
		parts = strings.Split(footer, " · ")
	}
	number, _, _ := strings.Cut(p.style.Tongue.Say("No. %s", "\x00"), "\x00")
	if i := strings.LastIndex(footer, " · "+number); p.layout.number && i > 0 && width(footer) > p.style.Width-2 {
		parts = []string{footer[:i]}
	}
	for _, part := range parts {
		if part != "" {
			p.wrap(p.dim, part, 2, "")
		}
	}
	if len(typed) > 0 {
		p.wrap(p.dim, strings.Join(typed, " · "), 2, "")
	}
}
