package console

import (
	"strings"

	"onrecord/handlers"
)

// Select Graphic Rendition, ECMA-48 section 8.3.117. The accents are those of
// Discord's cards in the 256 colours that terminals share.
const (
	sgrBold   = "1"
	sgrDim    = "2"
	sgrItalic = "3"
	sgrStruck = "9"
	sgrOff    = "\x1b[0m"
)

var accents = map[handlers.Accent]string{
	handlers.Spoken:   "38;5;74",
	handlers.Reported: "38;5;175",
	handlers.Keyword:  "38;5;214",
	handlers.Trouble:  "38;5;167",
}

func (p *page) asIs(s string) string   { return s }
func (p *page) bold(s string) string   { return p.paint(sgrBold, s) }
func (p *page) italic(s string) string { return p.paint(sgrItalic, s) }

func (p *page) dim(line string) string { return p.whole(sgrDim, line) }

// tinted styles a line in the colour of the card: its rule, a problem.
func (p *page) tinted(line string) string {
	if sgr, ok := accents[p.accent]; ok {
		return p.whole(sgr, line)
	}
	return p.dim(line)
}

// whole styles a whole line, which may have bold words in it.
func (p *page) whole(sgr, line string) string {
	if !p.style.Color || line == "" {
		return line
	}
	on := "\x1b[" + sgr + "m"
	return on + strings.ReplaceAll(line, sgrOff, sgrOff+on) + sgrOff
}

// accented colours the bar or tilde of a block by what it stands for: cards
// may hold both.
func (p *page) accented(look handlers.Look, s string) string {
	if look == handlers.Tilde {
		return p.paint(accents[handlers.Reported], s)
	}
	return p.paint(accents[handlers.Spoken], s)
}

// paint styles every word for itself, so that a line may be broken between any
// two and a style never runs on into the bar of the next line.
func (p *page) paint(sgr, s string) string {
	if !p.style.Color || s == "" {
		return s
	}
	var b strings.Builder
	for _, word := range strings.SplitAfter(s, " ") {
		bare := strings.TrimRight(word, " ")
		if bare != "" {
			b.WriteString("\x1b[" + sgr + "m" + bare + sgrOff)
		}
		b.WriteString(word[len(bare):])
	}
	return b.String()
}
