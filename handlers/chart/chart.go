package chart

import (
	"bytes"
	"fmt"
	"image/color"
	"math"
	"strconv"
	"strings"
	"time"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/vgimg"

	"onrecord/statements/timeline"
)

const (
	peaks      = 3
	mostMonths = 7    // marks under the axis: more would touch
	share      = 0.72 // of its room that a bar fills
)

// Words are what stands in a picture, in the reader's language.
type Words struct {
	Title    string // is cut to its room
	Verbatim string // what the lower part of a bar counts: "verbatim, 12"
	Reported string // and the upper: "reported, 3"
	Each     string // what a bar is: "statements a week"
	Unread   string // where nothing was read: two words stand one below the other where there is little room
	Day      func(time.Time) string
	Month    func(time.Time) string
	Year     func(time.Time) string // a month and its year
}

// Draw gives a PNG of a timeline.
func Draw(t timeline.Timeline, w Words) ([]byte, error) {
	p, err := plotOf(t, w)
	if err != nil {
		return nil, fmt.Errorf("draw a timeline: %w", err)
	}
	img := vgimg.NewWith(vgimg.UseWH(width, height), vgimg.UseDPI(dpi), vgimg.UseBackgroundColor(panel))
	c := draw.New(img)
	p.Draw(draw.Crop(c, left, -right, bottom, -top))
	legend(c, w)
	var b bytes.Buffer
	if _, err := (vgimg.PngCanvas{Canvas: img}).WriteTo(&b); err != nil {
		return nil, fmt.Errorf("write a timeline: %w", err)
	}
	return b.Bytes(), nil
}

func plotOf(t timeline.Timeline, w Words) (*plot.Plot, error) {
	p := plot.New()
	p.BackgroundColor = panel
	p.Title.TextStyle = aligned(style(titleSize, ink, true), p.Title.TextStyle)
	p.Title.Text = fitted(w.Title, p.Title.TextStyle, width-left-right-20)
	p.Title.Padding = 10
	for _, a := range []*plot.Axis{&p.X, &p.Y} {
		a.Tick.Label = aligned(style(letters, soft, false), a.Tick.Label)
		a.Tick.Length, a.LineStyle.Width = 0, 0
		a.Padding = 6
	}
	p.X.Padding = 0
	p.X.Min, p.X.Max = -0.8, float64(len(t.Bars))-0.2
	marks := ticks(t.Highest())
	p.Y.Min, p.Y.Max = 0, marks[len(marks)-1].Value*1.08
	p.X.Tick.Marker, p.Y.Tick.Marker = months(t, w), marks

	g := plotter.NewGrid()
	g.Vertical.Width = 0
	g.Horizontal.Color, g.Horizontal.Width = grid, 0.7
	p.Add(bands{t.Bars, strings.Fields(w.Unread)}, g)
	return p, bars(p, t)
}

// bars puts the reported on top of the verbatim, and numbers on the peaks.
func bars(p *plot.Plot, t timeline.Timeline) error {
	if len(t.Bars) == 0 {
		return nil
	}
	below, above := make(plotter.Values, len(t.Bars)), make(plotter.Values, len(t.Bars))
	for i, b := range t.Bars {
		below[i], above[i] = float64(b.Verbatim), float64(b.Reported)
	}
	wide := min(vg.Length(share)*(width-left-right-40)/vg.Length(max(len(t.Bars), 1)), 40)
	lower, err := plotter.NewBarChart(below, wide)
	if err != nil {
		return err
	}
	upper, err := plotter.NewBarChart(above, wide)
	if err != nil {
		return err
	}
	lower.Color, upper.Color = verbatim, reported
	lower.LineStyle.Width, upper.LineStyle.Width = 0, 0
	upper.StackOn(lower)
	p.Add(lower, upper)
	for _, i := range t.Peaks(peaks) {
		sum := t.Bars[i].Sum()
		l, err := label(float64(i), float64(sum)+p.Y.Max*0.015, strconv.Itoa(sum))
		if err != nil {
			return err
		}
		p.Add(l)
	}
	return nil
}

func label(x, y float64, s string) (*plotter.Labels, error) {
	l, err := plotter.NewLabels(plotter.XYLabels{XYs: plotter.XYs{{X: x, Y: y}}, Labels: []string{s}})
	if err != nil {
		return nil, err
	}
	l.TextStyle[0] = style(letters, ink, true)
	l.TextStyle[0].XAlign = text.XCenter
	return l, nil
}

// ticks are three marks, round ones, the last not under the highest bar.
func ticks(highest int) plot.ConstantTicks {
	half := 1.0
	for _, step := range []float64{1, 2, 5} {
		for ; half*2 < float64(highest); half *= 10 {
		}
		if low := half / 10 * step; low >= 1 && low*2 >= float64(highest) {
			half = low
			break
		}
	}
	var out plot.ConstantTicks
	for _, v := range []float64{0, half, 2 * half} {
		out = append(out, plot.Tick{Value: v, Label: strconv.Itoa(int(math.Round(v)))})
	}
	return out
}

// months marks the bars in which a month begins; of many only some.
func months(t timeline.Timeline, w Words) plot.ConstantTicks {
	var at []int
	for i := range t.Bars {
		if t.Turns(i) {
			at = append(at, i)
		}
	}
	every := (len(at) + mostMonths - 1) / mostMonths
	named := w.Month
	if t.Since.Year != t.Until.Year {
		named = w.Year
	}
	var out plot.ConstantTicks
	for n, i := range at {
		if n%max(every, 1) == 0 {
			out = append(out, plot.Tick{Value: float64(i), Label: named(t.Bars[i].To.Time())})
		}
	}
	if len(out) == 0 && len(t.Bars) > 0 {
		out = append(out, plot.Tick{Value: 0, Label: w.Day(t.Bars[0].From.Time())})
		if n := len(t.Bars) - 1; n > 3 {
			out = append(out, plot.Tick{Value: float64(n), Label: w.Day(t.Bars[n].To.Time())})
		}
	}
	return out
}

// bands are lighter where nothing was read, and say so.
type bands struct {
	bars []timeline.Bar
	said []string // the words
}

// Plot implements plot.Plotter.
func (b bands) Plot(c draw.Canvas, p *plot.Plot) {
	x, _ := p.Transforms(&c)
	for i := 0; i < len(b.bars); i++ {
		if !b.bars[i].Unread {
			continue
		}
		from := i
		for i+1 < len(b.bars) && b.bars[i+1].Unread {
			i++
		}
		a, z := x(float64(from)-0.5), x(float64(i)+0.5)
		c.FillPolygon(unread, []vg.Point{{X: a, Y: c.Min.Y}, {X: z, Y: c.Min.Y}, {X: z, Y: c.Max.Y}, {X: a, Y: c.Max.Y}})
		b.say(c, (a+z)/2, z-a)
	}
}

// say writes the words at the foot of a band, in one line or a line a word.
func (b bands) say(c draw.Canvas, middle, room vg.Length) {
	s := style(small, soft, false)
	s.XAlign = text.XCenter
	lines := []string{strings.Join(b.said, " ")}
	if s.Width(lines[0]) >= room {
		lines = b.said
	}
	for _, l := range lines {
		if s.Width(l) >= room { // upwards then, in one line
			s.Rotation, s.XAlign, s.YAlign = math.Pi/2, text.XLeft, text.YCenter
			c.FillText(s, vg.Point{X: middle, Y: c.Min.Y + 6}, strings.Join(b.said, " "))
			return
		}
	}
	for i, l := range lines {
		c.FillText(s, vg.Point{X: middle, Y: c.Min.Y + 6 + vg.Length(len(lines)-1-i)*(small+2)}, l)
	}
}

// legend says below in words what the colours count.
func legend(c draw.Canvas, w Words) {
	const side, y = vg.Length(14), vg.Length(16)
	at := bottom
	s := style(letters, ink, false)
	for _, k := range []struct {
		fill  color.Color
		words string
	}{{verbatim, w.Verbatim}, {reported, w.Reported}} {
		c.FillPolygon(k.fill, []vg.Point{{X: at, Y: y}, {X: at + side, Y: y}, {X: at + side, Y: y + side}, {X: at, Y: y + side}})
		c.FillText(s, vg.Point{X: at + side + 6, Y: y + 1}, k.words)
		at += side + 6 + s.Width(k.words) + 24
	}
	for _, size := range []vg.Length{letters, small, smallest} { // some languages need more room
		s = style(size, soft, false)
		if wide := s.Width(w.Each); at+wide <= width-20 {
			c.FillText(s, vg.Point{X: width - 20 - wide, Y: y + 1}, w.Each)
			return
		}
	}
}

// fitted cuts a title at a word, so that it is no wider than w.
func fitted(title string, s text.Style, w vg.Length) string {
	if s.Width(title) <= w {
		return title
	}
	words := strings.Fields(title)
	for len(words) > 1 {
		words = words[:len(words)-1]
		if cut := strings.Join(words, " ") + " …"; s.Width(cut) <= w {
			return cut
		}
	}
	letters := []rune(title)
	for len(letters) > 1 && s.Width(string(letters)+"…") > w {
		letters = letters[:len(letters)-1]
	}
	return string(letters) + "…"
}
