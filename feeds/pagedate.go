package feeds

import (
	"iter"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/markusmobius/go-htmldate"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"onrecord/statements"
)

// pageDate is when the article was published, and how that is known. Beside the
// headline stands what the editors see and correct, so that comes first where
// it disagrees with what the page says for machines; then htmldate's search
// through the text and the address. raw is the page as it came.
func pageDate(doc *html.Node, m meta, title, address, raw string) (statements.Moment, string) {
	beside, others, lonely := datesBeside(doc, title, m.dayFirst)
	if !m.published.IsZero() {
		if beside.IsZero() || near(m.published, beside) || slices.ContainsFunc(others, func(o statements.Moment) bool { return near(m.published, o) }) {
			return inItsZone(m.published, m.times, beside, raw), "metadata"
		}
		return beside, "page"
	}
	if beside.IsZero() {
		beside = lonely
	}
	inAddress := dateInAddress(first(address, m.canonical))
	if !beside.IsZero() {
		if !inAddress.IsZero() && swapped(beside) == inAddress {
			beside = statements.Moment{Time: inAddress.Time(), DayOnly: true, ZoneUnknown: true}
		}
		return beside, "page"
	}
	r, err := htmldate.FromDocument(doc, htmldate.Options{URL: address, UseOriginalDate: true,
		SkipExtensiveSearch: true, MinDate: time.Date(1995, 1, 1, 0, 0, 0, 0, time.UTC)})
	switch {
	case !inAddress.IsZero():
		return statements.Moment{Time: inAddress.Time(), DayOnly: true, ZoneUnknown: true}, "address"
	case err != nil || r.IsZero():
		return statements.Moment{}, ""
	}
	day := statements.DateOf(r.DateTime)
	for _, t := range m.times {
		if statements.DateOf(t.Time) == day {
			return t, "page"
		}
	}
	return statements.Moment{Time: day.Time(), DayOnly: true, ZoneUnknown: true}, "page"
}

// addressDay is a day as addresses have it: /2026/11/21/ or /2026/nov/21/.
var addressDay = regexp.MustCompile(`/((?:19|20)\d\d)[/-](\d\d|[a-z]{3})[/-](\d\d)(?:[/_.-]|$)`)

func dateInAddress(address string) statements.Date {
	g := addressDay.FindStringSubmatch(strings.ToLower(address))
	if g == nil {
		return statements.Date{}
	}
	c := civil{year: atoi(g[1]), month: time.Month(atoi(g[2])), day: atoi(g[3])}
	if c.month == 0 {
		c.month = months[g[2]]
	}
	if m := c.moment(nil); !m.IsZero() {
		return statements.DateOf(m.Time)
	}
	return statements.Date{}
}

// swapped reads 2/11 as 11/2: beside a headline nobody says which is meant.
func swapped(m statements.Moment) statements.Date {
	d := statements.DateOf(m.Time)
	if d.Day > 12 {
		return d
	}
	return statements.Date{Year: d.Year, Month: time.Month(d.Day), Day: int(d.Month)}
}

// near reports whether two readings can be of the same moment, given the zones
// that are missing.
func near(a, b statements.Moment) bool {
	d := a.Time.Sub(b.Time).Abs()
	if swapped(b) != statements.DateOf(b.Time) && swapped(b).Time().Sub(statements.DateOf(a.Time).Time()).Abs() <= 24*time.Hour {
		return true
	}
	if a.ZoneUnknown || b.ZoneUnknown || a.DayOnly || b.DayOnly {
		return d < 26*time.Hour && (statements.DateOf(a.Time) == statements.DateOf(b.Time) || a.Time.Location() == time.UTC && !a.DayOnly)
	}
	return d < 24*time.Hour
}

var stamp = regexp.MustCompile(`\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?[+-]\d\d:?\d\d`)

// inItsZone gives t, which machines like to have in UTC, with the clock of the
// newsroom, where the page has the same instant with that: the day of a
// statement hangs on it.
func inItsZone(t statements.Moment, times []statements.Moment, beside statements.Moment, raw string) statements.Moment {
	if t.Time.Location() != time.UTC || t.DayOnly {
		return t
	}
	for _, o := range times {
		if o.Time.Equal(t.Time) && !o.ZoneUnknown {
			return o
		}
	}
	for _, s := range stamp.FindAllString(raw[:min(len(raw), 1<<20)], 200) {
		if o := parseDate(s); !o.IsZero() && o.Time.Sub(t.Time).Abs() < time.Minute {
			return o
		}
	}
	// A clock without a zone beside the headline, a whole number of hours away.
	if beside.ZoneUnknown && !beside.DayOnly {
		clock := beside.Time.Truncate(time.Minute).Sub(t.Time.Truncate(time.Minute))
		if clock%(30*time.Minute) == 0 && clock.Abs() <= 14*time.Hour {
			return statements.Moment{Time: t.Time.In(fixed(int(clock.Seconds())))}
		}
	}
	return t
}

// dateClass matches the class, id or itemprop of what holds the date of an
// article, and updatedClass and updatedWords what only looks so.
var (
	dateClass    = regexp.MustCompile(`(?i)(^|[ _-]|entry|post|article|news|pub|story)(date|time|datum|published|datepublished|publish(ed)?[_-]?(date|time|on)?|timestamp|dateline|byline|meta|posted([_-]on)?|metadata|fecha|data)([ _-]|$)`)
	updatedClass = regexp.MustCompile(`(?i)updat|modif|comment|event|calendar|copyright|footer`)
	updatedWords = regexp.MustCompile(`(?i)updated|modified|aktualisiert|geändert|изменен|обновлен|mis à jour|actualizad|last edit`)
)

// besideHeadline is how many elements and texts may lie between a headline and
// its date.
const besideHeadline = 60

// datesBeside looks for the date that stands next to the headline, and gives
// the others near it too. lonely is for a page without such a date: all that
// look like one of its own are the same day.
func datesBeside(doc *html.Node, title string, dayFirst bool) (best statements.Moment, others []statements.Moment, lonely statements.Moment) {
	s := dateSearch{want: lettersOf(title), headline: -1, heading: -1, dayFirst: dayFirst}
	s.walk(doc, false)
	if s.headline < 0 {
		s.headline = s.heading
	}
	nearest := besideHeadline + 1
	for _, d := range s.dates {
		distance := d.at - s.headline
		if distance < 0 {
			distance = -distance + besideHeadline/4 // before it is less usual
		}
		if s.headline < 0 || distance > besideHeadline {
			continue
		}
		others = append(others, d.m)
		if distance < nearest {
			nearest, best = distance, d.m
		}
	}
	if len(s.dates) > 0 && !slices.ContainsFunc(s.dates, func(d datePlace) bool {
		return statements.DateOf(d.m.Time) != statements.DateOf(s.dates[0].m.Time)
	}) {
		lonely = s.dates[0].m
	}
	return best, others, lonely
}

// dateSearch goes through a page and counts where things are.
type dateSearch struct {
	want     string // the headline's letters
	at       int
	headline int // where it stands; -1 is nowhere
	heading  int // the first h1
	dates    []datePlace
	dayFirst bool // the page's language writes 2/11 for the second of November
}

type datePlace struct {
	at int
	m  statements.Moment
}

func (s *dateSearch) walk(n *html.Node, inLink bool) {
	s.at++
	if n.Type == html.ElementNode {
		switch n.DataAtom {
		case atom.Script, atom.Style, atom.Head, atom.Footer, atom.Nav, atom.Aside, atom.Noscript:
			return
		case atom.A:
			inLink = true
		case atom.H1, atom.H2, atom.H3, atom.Div, atom.Span, atom.B, atom.Font, atom.Td:
			if (s.headline < 0 || n.DataAtom == atom.H1) && !inLink && s.want != "" && lettersOf(directText(n, 400)) == s.want {
				s.headline = s.at
			}
		}
		if n.DataAtom == atom.H1 && s.heading < 0 {
			s.heading = s.at
		}
		if m := dateIn(n, s.dayFirst); !m.IsZero() && !inLink {
			s.dates = append(s.dates, datePlace{s.at, m})
		}
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		s.walk(c, inLink)
	}
}

// dateIn reads the date of an element that is made for one: a <time>, an
// element with such a class, or a line that is nothing else.
func dateIn(n *html.Node, dayFirst bool) statements.Moment {
	names := strings.TrimSpace(attr(n, "class") + " " + attr(n, "id") + " " + attr(n, "itemprop"))
	marked := names != "" && dateClass.MatchString(names)
	if (marked || n.DataAtom == atom.Time) && updatedClass.MatchString(names) {
		return statements.Moment{}
	}
	if n.DataAtom == atom.Time {
		marked = true
		if m := parseDate(attr(n, "datetime")); !m.IsZero() {
			return m
		}
	}
	if marked {
		if m := parseDate(attr(n, "content")); !m.IsZero() {
			return m
		}
	}
	if !marked && n.DataAtom != atom.P && n.DataAtom != atom.Div && n.DataAtom != atom.Span && n.DataAtom != atom.Li && n.DataAtom != atom.H3 && n.DataAtom != atom.Td && n.DataAtom != atom.Font && n.DataAtom != atom.Small {
		return statements.Moment{}
	}
	text := directText(n, 160)
	if marked {
		text = wholeText(n, 160)
	}
	if !strings.ContainsAny(text, "0123456789") {
		return statements.Moment{}
	}
	if i := updatedWords.FindStringIndex(text); i != nil { // "Written: 7 Nov / Updated: 8 Nov"
		text = text[:i[0]]
	}
	if text == "" || !marked && !isDateLine(text) {
		return statements.Moment{}
	}
	m := parseDate(text)
	if m.IsZero() && marked {
		m = parseDate(datePart(text))
	}
	if !marked && names != "" && updatedClass.MatchString(names) {
		return statements.Moment{}
	}
	if dayFirst {
		m = inDayOrder(m, text)
	}
	return m
}

// inDayOrder reads 2/11/2026, which m takes for February, as the second of
// November.
func inDayOrder(m statements.Moment, text string) statements.Moment {
	g := numeral.FindStringSubmatch(text)
	if g == nil || g[2] != "/" || len(g[1]) == 4 || m.Time.Day() > 12 || atoi(g[1]) != int(m.Time.Month()) {
		return m
	}
	t := m.Time
	m.Time = time.Date(t.Year(), time.Month(t.Day()), int(t.Month()), t.Hour(), t.Minute(), t.Second(), t.Nanosecond(), t.Location())
	return m
}

// monthFirst reports whether a language tag is one of those whose readers
// write the month before the day: English without a country, and that of the
// United States. https://cldr.unicode.org
func monthFirst(tag string) bool {
	switch strings.ToLower(strings.ReplaceAll(tag, "_", "-")) {
	case "", "en", "en-us", "en-ph":
		return true
	}
	return false
}

// datePart cuts what stands around a date in a line: "Written: 2026-11-07
// 15:03 / Seoul", "Von Ida Marsk, 7. November 2026".
var dateParts = regexp.MustCompile(`\d{4}-\d\d-\d\d([ T]+\d\d:\d\d(:\d\d)?)?|\d{1,2}[./]\s?\d{1,2}[./]\s?\d{4}(,? +\d{1,2}[:.]\d\d)?|\d{1,2}\.? (de )?\p{L}{3,12}\.? (de )?\d{4}(,? +(um |at |a las )?\d{1,2}[:.]\d\d)?|\p{L}{3,12}\.? \d{1,2},? \d{4}(,? +(at )?\d{1,2}:\d\d( ?[ap]\.?m\.?)?)?`)

func datePart(text string) string { return dateParts.FindString(text) }

// directText is the text right under an element, "" when longer than most.
func directText(n *html.Node, most int) string { return textAmong(n.ChildNodes(), most) }

// wholeText is all text under an element, "" when longer than most.
func wholeText(n *html.Node, most int) string { return textAmong(n.Descendants(), most) }

func textAmong(nodes iter.Seq[*html.Node], most int) string {
	var b strings.Builder
	for n := range nodes {
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
			b.WriteByte(' ')
		}
		if b.Len() > 8*most {
			return ""
		}
	}
	return atMost(oneLine(b.String()), most)
}

func atMost(s string, most int) string {
	if utf8.RuneCountInString(s) > most {
		return ""
	}
	return s
}
