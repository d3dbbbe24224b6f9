package feeds

import (
	"net/url"
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"onrecord/statements"
)

// meta is what a page says about itself outside its text, each from the surest
// place that has it.
type meta struct {
	canonical string
	lang      string
	dayFirst  bool            // 2/11 is the second of November in that language
	titles    []string        // JSON-LD, og, twitter: the surest first
	heading   []string        // every h1
	marked    []string        // what else is marked up as a headline
	alone     map[string]bool // lines that stand alone in an element, by their letters
	lines     []string        // the same, in the page's order
	window    string          // <title>
	site      string
	authors   []string // JSON-LD
	tagged    []string // <meta>
	published statements.Moment
	times     []statements.Moment // of <time datetime>, in order
	closed    bool                // the page says that it is not free to read
	words     int                 // the length of the article, as the page gives it
}

// published are the <meta> names that hold the day of publication, the surest
// first; updated ones are left out on purpose.
var publishedNames = []string{
	"article:published_time", "og:article:published_time", "og:published_time", "datepublished", "article.published",
	"dc.date.issued", "dcterms.issued", "dc.date.published", "publishdate", "publish_date", "publish-date", "published-date",
	"pubdate", "pub_date", "publication_date", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "cxenseparse:publishtime",
	"article:post_date", "article_date_original", "dc.date.created", "dcterms.created", "datecreated", "originalpublicationdate",
	"rnews:datepublished", "bt:pubdate", "last_updated_date_original", "citation_publication_date", "citation_date",
	"date", "dc.date", "dcterms.date", "prism.publicationdate", "shareaholic:article_published_time", "created",
}

func readMeta(doc *html.Node, base string) meta {
	var m meta
	tags := map[string]string{}
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		m.line(n)
		switch n.DataAtom {
		case atom.Html:
			tag := first(attr(n, "lang"), attr(n, "xml:lang"))
			m.lang, m.dayFirst = primaryLanguage(tag), !monthFirst(tag)
		case atom.Link:
			if strings.EqualFold(attr(n, "rel"), "canonical") && m.canonical == "" {
				m.canonical = resolve(base, attr(n, "href"))
			}
		case atom.Meta:
			name := strings.ToLower(first(attr(n, "property"), attr(n, "name"), attr(n, "itemprop")))
			if c := attr(n, "content"); c != "" && tags[name] == "" {
				tags[name] = c
			}
		case atom.Title:
			if m.window == "" && n.FirstChild != nil && (n.Parent == nil || n.Parent.DataAtom != atom.Svg) {
				m.window = oneLine(n.FirstChild.Data)
			}
		case atom.H1:
			if t := oneLine(nodeText(n)); t != "" {
				m.heading = append(m.heading, t)
			}
		case atom.Script:
			if strings.Contains(strings.ToLower(attr(n, "type")), "ld+json") && n.FirstChild != nil {
				m.linked(n.FirstChild.Data)
			}
		case atom.Time:
			if t := parseDate(attr(n, "datetime")); !t.IsZero() {
				m.times = append(m.times, t)
			}
		}
	}
	m.fromTags(tags)
	return m
}

// headlineClass matches the class or itemprop of a headline.
var headlineClass = regexp.MustCompile(`(?i)(^|[ _-])(headline|(entry|post|article|news|story|page|content|main)[_-]?(title|head|header)|title)([ _-]|$)`)

// line notes a line of text that stands alone, and whether it is marked up as a
// headline. Links outside headings are left out: they lead to other articles.
func (m *meta) line(n *html.Node) {
	switch n.DataAtom {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.P, atom.Div, atom.Span, atom.Td, atom.B, atom.Strong, atom.Font, atom.Header:
	default:
		return
	}
	direct := directText(n, 1000)
	if n.DataAtom == atom.H1 || n.DataAtom == atom.H2 || n.DataAtom == atom.H3 {
		direct = wholeText(n, 300)
	}
	if utf8.RuneCountInString(direct) < 8 {
		return
	}
	if utf8.RuneCountInString(direct) > 300 {
		m.lines = append(m.lines, direct)
		return
	}
	if m.alone == nil {
		m.alone = map[string]bool{}
	}
	m.alone[lettersOf(direct)] = true
	if len(m.lines) < 3000 {
		m.lines = append(m.lines, direct)
	}
	if len(m.marked) < 20 && (n.DataAtom == atom.H2 || headlineClass.MatchString(attr(n, "class")+" "+attr(n, "itemprop"))) {
		m.marked = append(m.marked, direct)
	}
}

func (m *meta) fromTags(tags map[string]string) {
	for _, name := range []string{"og:title", "twitter:title", "dc.title", "headline", "sailthru.title", "parsely-title"} {
		if t := lineText(tags[name]); t != "" {
			m.titles = append(m.titles, t)
		}
	}
	for _, name := range []string{"author", "article:author", "article:author_name", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "byl", "citation_author", "dc.contributor"} {
		if a := lineText(tags[name]); a != "" && len(m.tagged) == 0 && CheckURL(a) != nil {
			m.tagged = append(m.tagged, a)
		}
	}
	if tier := strings.ToLower(tags["article:content_tier"]); tier == "locked" || tier == "metered" || tier == "paid" || isFalse(tags["isaccessibleforfree"]) {
		m.closed = true
	}
	m.site = first(m.site, lineText(tags["og:site_name"]), lineText(tags["application-name"]))
	for _, name := range publishedNames {
		if m.published.IsZero() {
			m.published = parseDate(tags[name])
		}
	}
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return strings.TrimSpace(a.Val)
		}
	}
	return ""
}

func tagOf(n *html.Node) atom.Atom {
	if n.DataAtom != 0 {
		return n.DataAtom
	}
	return atom.Lookup([]byte(n.Data))
}

// primaryLanguage cuts "en-GB" to "en".
func primaryLanguage(tag string) string {
	tag, _, _ = strings.Cut(strings.ReplaceAll(strings.ToLower(tag), "_", "-"), "-")
	if len(tag) < 2 || len(tag) > 3 {
		return ""
	}
	return tag
}

// sameArticle reports whether the address that a page calls its own can be
// believed: the same site, and the same article by the last part of its path.
// Sites that name one address on every page would fold all their articles.
func sameArticle(fetched, canonical string) bool {
	a, err := url.Parse(fetched)
	if err != nil {
		return false
	}
	b, err := url.Parse(canonical)
	if err != nil || !isWeb(b) || bareHost(a) != bareHost(b) {
		return false
	}
	x, y := lastPart(a.Path), lastPart(b.Path)
	return len(x) > 4 && len(y) > 4 && (strings.Contains(x, y) || strings.Contains(y, x))
}

func bareHost(u *url.URL) string {
	h := strings.ToLower(u.Host)
	for _, p := range []string{"www.", "m.", "mobile.", "amp."} {
		h = strings.TrimPrefix(h, p)
	}
	return h
}

func lastPart(path string) string {
	path = strings.TrimRight(path, "/")
	path = strings.TrimSuffix(strings.TrimSuffix(path, ".amp"), "/amp")
	return path[strings.LastIndexByte(path, '/')+1:]
}
