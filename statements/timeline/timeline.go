package timeline

import (
	"cmp"
	"slices"

	"onrecord/statements"
)

// Said is one utterance as it is counted.
type Said struct {
	Day      statements.Date
	Verbatim bool // at least partly
}

// Bar is the utterances of some days.
type Bar struct {
	From, To           statements.Date // inclusive
	Verbatim, Reported int
	Unread             bool // the archive has no article of these days
}

// Sum is all of a bar.
func (b Bar) Sum() int { return b.Verbatim + b.Reported }

// Timeline is a row of bars from the first day to the last.
type Timeline struct {
	Since, Until       statements.Date
	Step               Step
	Bars               []Bar
	Verbatim, Reported int
}

// Sum is all of a timeline.
func (t Timeline) Sum() int { return t.Verbatim + t.Reported }

// Of counts what was said from since to until, both inclusive. read are the
// days of which the archive has articles. What lies outside is left out; until
// before since gives no bars.
func Of(said []Said, read map[statements.Date]bool, since, until statements.Date) Timeline {
	t := Timeline{Since: since, Until: until}
	if since.IsZero() || until.IsZero() || until.Before(since) {
		return t
	}
	t.Step = stepOf(since, until)
	for from := t.Step.begin(since); !until.Before(from); from = t.Step.next(from) {
		to := t.Step.next(from).AddDays(-1)
		bar := Bar{From: later(from, since), To: earlier(to, until), Unread: true}
		t.Bars = append(t.Bars, bar)
	}
	for day := range read {
		if b := t.bar(day); b != nil {
			b.Unread = false
		}
	}
	for _, s := range said {
		b := t.bar(s.Day)
		if b == nil {
			continue
		}
		b.Unread = false
		if s.Verbatim {
			b.Verbatim++
			t.Verbatim++
		} else {
			b.Reported++
			t.Reported++
		}
	}
	return t
}

// bar is the bar of a day, nil outside.
func (t *Timeline) bar(day statements.Date) *Bar {
	i, ok := slices.BinarySearchFunc(t.Bars, day, func(b Bar, d statements.Date) int {
		switch {
		case d.Before(b.From):
			return 1
		case b.To.Before(d):
			return -1
		}
		return 0
	})
	if !ok {
		return nil
	}
	return &t.Bars[i]
}

// Peaks gives the indexes of at most n highest bars, the highest first and of
// equal ones the later. Bars of zero are none.
func (t Timeline) Peaks(n int) []int {
	var out []int
	for i, b := range t.Bars {
		if b.Sum() > 0 {
			out = append(out, i)
		}
	}
	slices.SortFunc(out, func(a, b int) int {
		return cmp.Or(cmp.Compare(t.Bars[b].Sum(), t.Bars[a].Sum()), cmp.Compare(b, a))
	})
	return out[:min(n, len(out))]
}

// Highest is the sum of the highest bar.
func (t Timeline) Highest() int {
	most := 0
	for _, b := range t.Bars {
		most = max(most, b.Sum())
	}
	return most
}

// Gap is a time of which nothing was read.
type Gap struct{ From, To statements.Date }

// Gaps joins neighbouring bars of which nothing was read.
func (t Timeline) Gaps() []Gap {
	var out []Gap
	for i, b := range t.Bars {
		switch {
		case !b.Unread:
		case i > 0 && t.Bars[i-1].Unread:
			out[len(out)-1].To = b.To
		default:
			out = append(out, Gap{b.From, b.To})
		}
	}
	return out
}
