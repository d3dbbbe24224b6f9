package discover

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"onrecord/feeds"

	"onrecord/statements/reasons"
)

// page is what matters of a page here.
type page struct {
	title string
	leads []lead
	maker string // the software that made it, lower case; "" if it does not say
}

const (
	mostAnchors = 5000     // looked at on one page
	mostLeads   = 60       // taken from one page
	mostOfPage  = 4 << 20  // bytes of a page that are read
	mostToken   = 64 << 10 // bytes of one tag or text
)

// feedTypes are the types by which link elements name feeds. A plain XML type
// may be anything, and is a feed where the element says alternate.
var feedTypes = []string{"rss", "atom", "feed+json", "rdf+xml", "application/xml", "text/xml"}

// readPage finds what a page names as its feeds.
func readPage(text, base string) page {
	r := &reader{base: base, address: base, seen: map[string]bool{}}
	z := html.NewTokenizer(strings.NewReader(text[:min(len(text), mostOfPage)]))
	z.SetMaxBuf(mostToken)
	for {
		kind := z.Next()
		switch kind {
		case html.ErrorToken:
			r.endAnchor()
			if id := channelOf(r.address, text); id != "" {
				r.leads = append(r.leads, lead{"https://www.youtube.com/feeds/videos.xml?channel_id=" + id, reasons.FeedOf.With("YouTube"), known})
			}
			return r.page
		case html.TextToken:
			r.text(string(z.Text()))
		case html.StartTagToken, html.SelfClosingTagToken:
			r.tag(z.Token())
		case html.EndTagToken:
			name, _ := z.TagName()
			r.in = 0
			if atom.Lookup(name) == atom.A {
				r.endAnchor()
			}
		}
	}
}

// reader is the state of one reading.
type reader struct {
	page
	base, address string
	seen          map[string]bool
	in            atom.Atom // the element whose text comes
	anchors       int
	href          string // of the anchor that is open
	words         strings.Builder
}

func (r *reader) text(s string) {
	switch {
	case r.in == atom.Title && r.title == "":
		r.title = strings.Join(strings.Fields(s), " ")
	case r.href != "" && r.words.Len() < 200:
		r.words.WriteString(s)
	}
}

func (r *reader) tag(t html.Token) {
	a := map[string]string{}
	for _, at := range t.Attr {
		a[at.Key] = strings.TrimSpace(at.Val)
	}
	r.in = t.DataAtom
	switch t.DataAtom {
	case atom.Base:
		if b := feeds.Resolve(r.address, a["href"]); b != "" {
			r.base = b
		}
	case atom.Link:
		r.link(a)
	case atom.Meta:
		if strings.EqualFold(a["name"], "generator") {
			r.maker = strings.ToLower(a["content"])
		}
	case atom.A:
		r.endAnchor()
		r.href = a["href"]
	case atom.Img:
		if r.href != "" {
			r.words.WriteString(" " + a["alt"])
		}
	}
}

// link takes a link element that names a feed.
func (r *reader) link(a map[string]string) {
	rel := " " + strings.ToLower(a["rel"]) + " "
	kind := strings.ToLower(a["type"])
	named := strings.Contains(rel, " alternate ") || strings.Contains(rel, " feed ")
	isFeed := strings.Contains(rel, " feed ")
	for _, t := range feedTypes {
		isFeed = isFeed || strings.Contains(kind, t)
	}
	if strings.Contains(kind, "application/json") && looksLikeFeed(a["href"], "") {
		isFeed = true // as some sites call their JSON Feed; others their API
	}
	switch {
	case strings.Contains(rel, " https://api.w.org/ "):
		r.maker += " wordpress"
	case named && isFeed && !strings.Contains(kind, "oembed"):
		r.add(a["href"], reasons.NamedByPage.With(), declared)
	}
}

// endAnchor takes the anchor that ends if it looks like a feed.
func (r *reader) endAnchor() {
	if r.href == "" {
		return
	}
	href, words := r.href, r.words.String()
	r.href = ""
	r.words.Reset()
	if r.anchors++; r.anchors <= mostAnchors && looksLikeFeed(href, words) {
		r.add(href, reasons.LinkedOnPage.With(), linked)
	}
}

func (r *reader) add(href, reason string, rank int) {
	u := feeds.Resolve(r.base, plainScheme(href))
	if u == "" || feeds.CheckURL(u) != nil || r.seen[u] || len(r.leads) >= mostLeads {
		return
	}
	u, _, _ = strings.Cut(u, "#")
	r.seen[u] = true
	r.leads = append(r.leads, lead{u, reason, rank})
}

// plainScheme takes the scheme feed: off, which some sites put before http.
func plainScheme(s string) string {
	rest, ok := strings.CutPrefix(s, "feed:")
	switch {
	case !ok:
		return s
	case strings.HasPrefix(rest, "//"):
		return "https:" + rest
	}
	return rest
}

var (
	feedPath  = regexp.MustCompile(`(?i)(^|[/._-])(rss2?|atom|feeds?|rdf|feed\.json|index\.xml)([/._?-]|$)|[?&](feed|format|type|alt)=(rss2?|atom|feed|xml)\b|\.(rss|atom|rdf)$`)
	feedWords = regexp.MustCompile(`(?i)\b(rss|atom|feed|xml-feed|json feed)\b`)
	// elsewhere are addresses that speak of feeds and are none: share buttons,
	// readers that one could subscribe with, validators, pictures.
	elsewhere = regexp.MustCompile(`(?i)^(mailto|javascript|tel|data):|feedly\.com|inoreader|netvibes|newsblur|feedback|validator|facebook\.com|/share|\.(png|jpe?g|gif|svg|css|js|pdf|zip|mp3|mp4)(\?|$)|podcasts\.apple|open\.spotify`)
)

// looksLikeFeed reports whether an anchor speaks of a feed, by its address or
// by its words.
func looksLikeFeed(href, words string) bool {
	if href == "" || href[0] == '#' || elsewhere.MatchString(href) {
		return false
	}
	return feedPath.MatchString(href) || len(words) < 60 && feedWords.MatchString(words)
}

var channelID = regexp.MustCompile(`(?:"(?:channelId|externalId|browseId)":"|channel_id=|/channel/|itemprop="(?:channelId|identifier)" content=")(UC[A-Za-z0-9_-]{22})`)

// channelOf gives the id of the YouTube channel that a page of YouTube is of.
func channelOf(address, text string) string {
	if !strings.Contains(address, "youtube.com/") && !strings.Contains(address, "youtu.be/") {
		return ""
	}
	if m := channelID.FindStringSubmatch(text); m != nil {
		return m[1]
	}
	return ""
}
