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
)

var accents = map[handlers.Accent]string{
	handlers.Neutral:  "38;5;246",
	handlers.Spoken:   "38;5;74",
	handlers.Reported: "38;5;175",
	handlers.Keyword:  "38;5;214",
	handlers.Trouble:  "38;5;167",
}

func (p *page) asIs(s string) string   { return s }
func (p *page) bold(s string) string   { return p.paint(sgrBold, s) }
func (p *page) dim(s string) string    { return p.paint(sgrDim, s) }
func (p *page) italic(s string) string { return p.paint(sgrItalic, s) }

func (p *page) accented(s string) string { return p.paint(accents[p.accent], s) }

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
			b.WriteString("\x1b[" + sgr + "m" + bare + "\x1b[0m")
		}
		b.WriteString(word[len(bare):])
	}
	return b.String()
}
