package feeds

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"
)

// Origin says in words where a value comes from, and how sure it is.
type Origin struct {
	From string
	Sure Sureness
}

// Sureness is how sure a value is.
type Sureness string

// From the surest to the least sure: two places agree, one place says so for
// machines, or it is concluded from the looks of the page.
const (
	Sure      Sureness = "sure"
	Likely    Sureness = "likely"
	Concluded Sureness = "concluded"
)

// PageOrigins is where the values of a Page come from.
type PageOrigins struct {
	Encoding  string
	Title     Origin
	Byline    Origin
	Published Origin
}

// OriginsOf tells for people where ReadPage found what it found: it looks the
// values up again in the same body. It costs as much as reading the page and is
// for one page that somebody looks at.
func OriginsOf(p *Page, body []byte, contentType, url string) PageOrigins {
	o := PageOrigins{Encoding: EncodingOf(body, contentType)}
	text, _ := decoded(body, contentType)
	doc, err := html.Parse(strings.NewReader(tame(text)))
	if err != nil {
		return o
	}
	m := readMeta(doc, url)
	o.Title = titleOrigin(p.Title, m)
	o.Byline = bylineOrigin(p.Byline, doc, m)
	o.Published = dateOrigin(p, doc, m)
	return o
}

// titleOrigin looks a headline up among what a page says of itself.
func titleOrigin(title string, m meta) Origin {
	if title == "" {
		return Origin{}
	}
	has := func(lines []string) bool {
		return slices.ContainsFunc(lines, func(l string) bool { return lettersOf(l) == lettersOf(title) })
	}
	machines, window := has(m.titles), strings.Contains(lettersOf(m.window), lettersOf(title))
	switch {
	case has(m.heading) && (machines || window):
		return Origin{"the first heading, and the page's title repeats it", Sure}
	case m.alone[lettersOf(title)] && (machines || window):
		return Origin{"a line of the page, and its title repeats it", Sure}
	case machines:
		return Origin{"the metadata", Likely}
	case window:
		return Origin{"the title of the window, without the site's name", Likely}
	case has(m.heading):
		return Origin{"the first heading", Likely}
	case has(m.marked):
		return Origin{"a line marked up as a headline", Concluded}
	}
	return Origin{"a line above the text", Concluded}
}

// bylineOrigin looks up where the authors are named.
func bylineOrigin(byline string, doc *html.Node, m meta) Origin {
	if byline == "" {
		return Origin{}
	}
	name, _, _ := strings.Cut(byline, ", ")
	names := func(lines []string) bool {
		return slices.ContainsFunc(lines, func(l string) bool { return strings.Contains(lettersOf(l), lettersOf(name)) })
	}
	linked, marked := visibleAuthors(doc)
	visible := names(linked) || names(marked)
	switch {
	case names(m.authors) && visible:
		return Origin{"JSON-LD, and the page shows it", Sure}
	case names(m.authors):
		return Origin{"JSON-LD", Likely}
	case names(linked):
		return Origin{"what the page marks up as its author", Likely}
	case names(m.tagged):
		return Origin{"the metadata", Likely}
	}
	return Origin{"a line that looks like a byline", Concluded}
}

// dateOrigin looks up which places have the day of publication.
func dateOrigin(p *Page, doc *html.Node, m meta) Origin {
	if p.Published.IsZero() {
		return Origin{}
	}
	beside, others, _ := datesBeside(doc, p.Title, m.dayFirst)
	shown := !beside.IsZero() && near(p.Published, beside)
	for _, o := range others {
		shown = shown || near(p.Published, o)
	}
	switch {
	case p.DateFrom == "metadata" && shown:
		return Origin{"the metadata, and the page shows the same day", Sure}
	case p.DateFrom == "metadata":
		return Origin{"the metadata", Likely}
	case p.DateFrom == "page" && !m.published.IsZero():
		return Origin{"beside the headline; the metadata has another day", Likely}
	case p.DateFrom == "page" && shown:
		return Origin{"beside the headline", Likely}
	case p.DateFrom == "page":
		return Origin{"a date in the text", Concluded}
	}
	return Origin{"the address of the page", Likely}
}

// FeedOrigins is how a feed came.
type FeedOrigins struct {
	Format   string // RSS 2.0, Atom, JSON Feed 1.1
	Encoding string
	Zoned    int // items whose date has a zone
	Unzoned  int // with a clock and no zone
	Days     int // with a day alone
	Undated  int
	Unnamed  int // without an id and a link: known by their words
	Mended   []string
}

var feedVersion = regexp.MustCompile(`(?is)<rss\b[^>]*\bversion\s*=\s*["']([\d.]{1,6})["']`)

var jsonVersion = regexp.MustCompile(`"version"\s*:\s*"https?://jsonfeed\.org/version/([\d.]{1,6})"`)

// OriginsOfFeed tells for people how d came.
func OriginsOfFeed(d *Document, body []byte, contentType string) FeedOrigins {
	text, patched := decoded(body, contentType)
	o := FeedOrigins{Format: formatOf(text), Encoding: EncodingOf(body, contentType)}
	for _, i := range d.Items {
		switch at := i.Published; {
		case at.IsZero():
			o.Undated++
		case at.DayOnly:
			o.Days++
		case at.ZoneUnknown:
			o.Unzoned++
		default:
			o.Zoned++
		}
		if i.ID == "" || !strings.Contains(text, i.ID) && !strings.Contains(html.UnescapeString(text), i.ID) {
			o.Unnamed++
		}
	}
	if patched {
		o.Mended = append(o.Mended, "bytes that fit no encoding")
	}
	if d.Damaged && !patched {
		o.Mended = append(o.Mended, "tags or characters that XML does not allow")
	}
	if d.Cut {
		o.Mended = append(o.Mended, "an end that is missing, and the last item with it")
	}
	return o
}

func formatOf(text string) string {
	head := strings.TrimLeft(text, "\ufeff\u200b \t\r\n\x00")
	if strings.HasPrefix(head, "{") || strings.HasPrefix(head, "[") {
		if v := jsonVersion.FindStringSubmatch(text); v != nil {
			return "JSON Feed " + v[1]
		}
		return "JSON"
	}
	switch mend(text, "").root {
	case "rdf":
		return "RSS 1.0 (RDF)"
	case "feed":
		return "Atom"
	case "rss":
		if v := feedVersion.FindStringSubmatch(head[:min(len(head), 64<<10)]); v != nil {
			return "RSS " + v[1]
		}
		return "RSS without a version"
	}
	return ""
}

// EncodingOf says how a body was turned into text, and why so.
func EncodingOf(body []byte, contentType string) string {
	if _, wide := decodeWide(body); wide {
		return "UTF-16 or UTF-32, by its first bytes"
	}
	claimed := labels(body, contentType)
	if utf8.Valid(body) && !escapes2022(body, contentType) {
		for _, l := range claimed {
			if e, name := charset.Lookup(l); e != nil && name != "utf-8" && !ascii(body) {
				return fmt.Sprintf("UTF-8, by its bytes; it says %s", l)
			}
		}
		return "UTF-8"
	}
	for _, l := range claimed {
		if e, name := charset.Lookup(l); e != nil && name != "utf-8" && name != "replacement" && !strings.HasPrefix(name, "utf-16") {
			if _, good := tryDecode(e, body); good {
				return name + ", as it says"
			}
		}
	}
	return "guessed: what it says does not fit"
}

func ascii(b []byte) bool {
	return !slices.ContainsFunc(b, func(c byte) bool { return c >= utf8.RuneSelf })
}
