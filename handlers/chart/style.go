package chart

import (
	"image/color"

	xfont "golang.org/x/image/font"
	"gonum.org/v1/plot"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
)

func rgb(v uint32) color.Color {
	return color.NRGBA{uint8(v >> 16), uint8(v >> 8), uint8(v), 255}
}

// The panel is the picture's own, and the accents are those of the cards.
var (
	panel    = rgb(0x1F2227)
	grid     = rgb(0x363B43)
	ink      = rgb(0xE6E8EB)
	soft     = rgb(0xA7AEB8)
	verbatim = rgb(0x56B4E9)
	reported = rgb(0xCC79A7)
	unread   = rgb(0x2A2E35)
)

// Sizes are points of a picture of width by height at dpi.
const (
	width, height = 600, 400
	dpi           = 144
	titleSize     = vg.Length(20)
	letters       = vg.Length(16)
	small         = vg.Length(14)
	smallest      = vg.Length(12)
	left, right   = vg.Length(14), vg.Length(18)
	top, bottom   = vg.Length(14), vg.Length(46)
)

// style sets a text in Liberation Sans, which comes with gonum/plot.
func style(size vg.Length, c color.Color, bold bool) text.Style {
	f := font.Font{Typeface: "Liberation", Variant: "Sans", Size: size}
	if bold {
		f.Weight = xfont.WeightBold
	}
	return text.Style{Font: f, Color: c, Handler: plot.DefaultTextHandler}
}

// aligned gives a style the alignment of another.
func aligned(s, as text.Style) text.Style {
	s.XAlign, s.YAlign = as.XAlign, as.YAlign
	return s
}
