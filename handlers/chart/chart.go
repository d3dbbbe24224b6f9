package chart

import (
	"bytes"
	"fmt"
	"image/color"
	"math"
	"strconv"
	"strings"

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

// Draw gives a PNG of a timeline under a title, which is cut to its room.
func Draw(t timeline.Timeline, title string) ([]byte, error) {
	p, err := plotOf(t, title)
	if err != nil {
		return nil, fmt.Errorf("draw a timeline: %w", err)
	}
	img := vgimg.NewWith(vgimg.UseWH(width, height), vgimg.UseDPI(dpi), vgimg.UseBackgroundColor(panel))
	c := draw.New(img)
	p.Draw(draw.Crop(c, left, -right, bottom, -top))
	legend(c, t)
	var b bytes.Buffer
	if _, err := (vgimg.PngCanvas{Canvas: img}).WriteTo(&b); err != nil {
		return nil, fmt.Errorf("write a timeline: %w", err)
	}
	return b.Bytes(), nil
}

func plotOf(t timeline.Timeline, title string) (*plot.Plot, error) {
	p := plot.New()
	p.BackgroundColor = panel
	p.Title.TextStyle = aligned(style(titleSize, ink, true), p.Title.TextStyle)
	p.Title.Text = fitted(title, p.Title.TextStyle, width-left-right-20)
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
	p.X.Tick.Marker, p.Y.Tick.Marker = months(t), marks

	g := plotter.NewGrid()
	g.Vertical.Width = 0
	g.Horizontal.Color, g.Horizontal.Width = grid, 0.7
	p.Add(gaps(t), g)
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
func months(t timeline.Timeline) plot.ConstantTicks {
	var at []int
	for i := range t.Bars {
		if t.Turns(i) {
			at = append(at, i)
		}
	}
	every := (len(at) + mostMonths - 1) / mostMonths
	long := t.Since.Year != t.Until.Year
	var out plot.ConstantTicks
	for n, i := range at {
		if n%max(every, 1) == 0 {
			out = append(out, plot.Tick{Value: float64(i), Label: monthLabel(t.Bars[i], long)})
		}
	}
	if len(out) == 0 && len(t.Bars) > 0 {
		out = append(out, plot.Tick{Value: 0, Label: t.Bars[0].From.Time().Format("2 Jan")})
		if n := len(t.Bars) - 1; n > 3 {
			out = append(out, plot.Tick{Value: float64(n), Label: t.Bars[n].To.Time().Format("2 Jan")})
		}
	}
	return out
}

func monthLabel(b timeline.Bar, long bool) string {
	if long {
		return b.To.Time().Format("Jan 06")
	}
	return b.To.Time().Format("Jan")
}

// gaps are lighter bands where nothing was read.
type bands []timeline.Bar

func gaps(t timeline.Timeline) bands { return t.Bars }

// Plot implements plot.Plotter.
func (b bands) Plot(c draw.Canvas, p *plot.Plot) {
	x, _ := p.Transforms(&c)
	for i := 0; i < len(b); i++ {
		if !b[i].Unread {
			continue
		}
		from := i
		for i+1 < len(b) && b[i+1].Unread {
			i++
		}
		a, z := x(float64(from)-0.5), x(float64(i)+0.5)
		c.FillPolygon(unread, []vg.Point{{X: a, Y: c.Min.Y}, {X: z, Y: c.Min.Y}, {X: z, Y: c.Max.Y}, {X: a, Y: c.Max.Y}})
		s := style(small, soft, false)
		s.XAlign = text.XCenter
		switch {
		case z-a > s.Width("not read"):
			c.FillText(s, vg.Point{X: (a + z) / 2, Y: c.Min.Y + 6}, "not read")
		case z-a > s.Width("read"):
			c.FillText(s, vg.Point{X: (a + z) / 2, Y: c.Min.Y + 8 + small}, "not")
			c.FillText(s, vg.Point{X: (a + z) / 2, Y: c.Min.Y + 6}, "read")
		}
	}
}

// legend says below in words what the colours count.
func legend(c draw.Canvas, t timeline.Timeline) {
	const side, y = vg.Length(14), vg.Length(16)
	at := bottom
	s := style(letters, ink, false)
	for _, k := range []struct {
		fill  color.Color
		words string
	}{{verbatim, fmt.Sprintf("verbatim, %d", t.Verbatim)}, {reported, fmt.Sprintf("reported, %d", t.Reported)}} {
		c.FillPolygon(k.fill, []vg.Point{{X: at, Y: y}, {X: at + side, Y: y}, {X: at + side, Y: y + side}, {X: at, Y: y + side}})
		c.FillText(s, vg.Point{X: at + side + 6, Y: y + 1}, k.words)
		at += side + 6 + s.Width(k.words) + 24
	}
	s = style(letters, soft, false)
	words := "statements a " + t.Step.String()
	c.FillText(s, vg.Point{X: width - 20 - s.Width(words), Y: y + 1}, words)
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
