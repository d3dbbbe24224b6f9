package statements

import (
	"math"
	"slices"
	"strconv"

	"onrecord/statements/reasons"
)

// Harvest counts what feeds brought.
type Harvest struct {
	Items      int // that were not seen before
	Articles   int // that were not stored before
	Stubs      int // of them, those without their text
	Statements int
}

// Yield is what a feed has been bringing. The zero value is that of a feed
// which has brought nothing since its first sight.
type Yield struct {
	Today int // new items since midnight UTC
	// Lately is what today and yesterday brought, of UTC.
	Lately Harvest
	// Weeks holds the last seven days first, then the seven before, and so on
	// for at most nine weeks. Weeks before the feed first brought something are
	// left out.
	Weeks []Harvest
}

// Norm is what a week usually brings: the median of the weeks before the last
// one. ok is false where fewer than four of them are known, which say nothing.
func (y Yield) Norm() (h Harvest, ok bool) {
	before := y.before()
	if len(before) < 4 {
		return Harvest{}, false
	}
	of := func(pick func(Harvest) int) int { return int(math.Round(median(picked(before, pick)))) }
	return Harvest{
		Items:      of(func(h Harvest) int { return h.Items }),
		Articles:   of(func(h Harvest) int { return h.Articles }),
		Stubs:      of(func(h Harvest) int { return h.Stubs }),
		Statements: of(func(h Harvest) int { return h.Statements }),
	}, true
}

// before gives the whole weeks before the last seven days. The oldest is left
// out where the feed began in it.
func (y Yield) before() []Harvest {
	switch n := len(y.Weeks); {
	case n < 2:
		return nil
	case n < 9:
		return y.Weeks[1 : n-1]
	default:
		return y.Weeks[1:]
	}
}

// drop says in words what a feed brings less of than it used to; "" is nothing.
func (y Yield) drop() (Silence, string) {
	before := y.before()
	if len(before) < 4 {
		return "", ""
	}
	last := y.Weeks[0]
	for _, c := range []struct {
		fewer reasons.Sentence
		of    func(Harvest) int
	}{
		{reasons.FewerItems, func(h Harvest) int { return h.Items }},
		{reasons.FewerArticles, func(h Harvest) int { return h.Articles }},
		{reasons.FewerStatements, func(h Harvest) int { return h.Statements }},
	} {
		if usual, low := fallen(c.of(last), picked(before, c.of), clump(before, c.of)); low {
			return SilenceFewer, c.fewer.With(strconv.Itoa(c.of(last)), rounded(usual))
		}
	}
	stubs, articles := 0, 0
	for _, h := range before {
		stubs, articles = stubs+h.Stubs, articles+h.Articles
	}
	if last.Articles >= 5 && 5*last.Stubs > 4*last.Articles && 5*stubs < 2*articles {
		return SilenceStubs, reasons.WeekOfStubs.With(strconv.Itoa(last.Stubs), strconv.Itoa(last.Articles))
	}
	return y.sudden(before)
}

const (
	// suddenArticles is how many articles of two days say something where all of
	// them are alike, and suddenMissing how many statements must be missing:
	// they come several at a time.
	suddenArticles = 8
	suddenMissing  = 12
)

// sudden says what has stopped from one day to the next, which a week's sum
// shows days later: a paywall, a page that is built in another way. Where two
// in five articles at most were stubs, eight in a row are chance once in 1,500
// times.
func (y Yield) sudden(before []Harvest) (Silence, string) {
	var all Harvest
	for _, h := range before {
		all.Articles, all.Stubs, all.Statements = all.Articles+h.Articles, all.Stubs+h.Stubs, all.Statements+h.Statements
	}
	l := y.Lately
	if l.Articles < suddenArticles || all.Articles == 0 {
		return "", ""
	}
	if 20*l.Stubs >= 19*l.Articles && 5*all.Stubs < 2*all.Articles {
		return SilenceStubs, reasons.LastStubs.With(strconv.Itoa(l.Stubs), strconv.Itoa(l.Articles))
	}
	if usual := float64(l.Articles) * float64(all.Statements) / float64(all.Articles); l.Statements == 0 && usual >= suddenMissing {
		return SilenceFewer, reasons.NoStatements.With(strconv.Itoa(l.Articles), rounded(usual))
	}
	return "", ""
}

// fallen reports a week that is less than half of the usual one, and four
// deviations below it. The deviation is the larger of what chance alone gives
// (the root, as of rare events that come clump at a time) and what the weeks
// show (by their median, which one odd week does not move). At chance's that
// happens once in 30,000 weeks, and never to feeds of fewer than 17 a week: for
// those, Quiet counts the days.
func fallen(last int, before []float64, clump float64) (usual float64, low bool) {
	usual = median(before)
	var off []float64
	for _, n := range before {
		off = append(off, math.Abs(n-usual))
	}
	deviation := max(math.Sqrt(usual*clump), 1.4826*median(off))
	return usual, float64(last) < usual/2 && float64(last) < usual-4*deviation
}

// clump is how many of something an article brings, at least one.
func clump(weeks []Harvest, pick func(Harvest) int) float64 {
	articles, all := 0, 0
	for _, h := range weeks {
		articles, all = articles+h.Articles, all+pick(h)
	}
	return max(1, float64(all)/float64(max(articles, 1)))
}

func picked(weeks []Harvest, pick func(Harvest) int) []float64 {
	var out []float64
	for _, h := range weeks {
		out = append(out, float64(pick(h)))
	}
	return out
}

func median(of []float64) float64 {
	s := slices.Sorted(slices.Values(of))
	n := len(s)
	if n%2 == 1 {
		return s[n/2]
	}
	return (s[n/2-1] + s[n/2]) / 2
}
