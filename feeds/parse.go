package feeds

import (
	"errors"
	"fmt"
	"html"
	"strconv"
	"strings"

	"github.com/mmcdole/gofeed"
	"github.com/mmcdole/gofeed/atom"
	"github.com/mmcdole/gofeed/rss"

	"onrecord/statements"
	"onrecord/statements/reasons"
)

// maxItems is how many items of one document are read: beyond that it is an
// archive or an attack, and the newest come first.
const maxItems = 5000

// Document is a feed as it was read.
type Document struct {
	Title string // one line of plain text
	Link  string // of the site
	Items []Item // in the feed's order
	// Damaged says that something had to be mended and may be missing.
	Damaged bool
	// Cut says that the document ends too early: its last items are missing.
	Cut bool
}

// Item is one entry of a feed.
type Item struct {
	Key       string // stable: made from the id, else the link, else the words
	ID        string // guid, atom:id or rdf:about as it stands there, else what stands in for it
	Title     string // one line of plain text
	Link      string // absolute
	Published statements.Moment
	Updated   statements.Moment
	Author    string
	Summary   string // plain text
	Content   string // plain text, paragraphs separated by empty lines

	// What Summary and Content are made of when the item is read.
	unread texts
}

// texts are an item's two, as HTML or as what stands for it.
type texts struct {
	in               putAside
	summary, content string
}

// read fills in the item's texts.
func (it *Item) read() {
	u := it.unread
	it.unread = texts{}
	if u.summary != "" {
		it.Summary = plainText(u.in.html(u.summary))
	}
	if u.content != "" {
		it.Content = plainText(u.in.html(u.content))
	}
	// Some feeds repeat the headline as the summary.
	if it.Title != "" && it.Summary == it.Title && it.Content != "" {
		it.Summary = ""
	}
}

// ParseFeed reads RSS 0.9x to 2.0, RDF, Atom and JSON Feed. contentType is the
// HTTP header, or ""; base is the address that the feed came from. A document
// that is no feed is an *Error that says what it is.
func ParseFeed(body []byte, contentType, base string) (*Document, error) {
	d, err := parseFeed(body, contentType, base)
	if err != nil {
		return nil, err
	}
	for i := range d.Items {
		d.Items[i].read()
	}
	return d, nil
}

// parseFeed is ParseFeed without the items' texts: read fills those in.
func parseFeed(body []byte, contentType, base string) (*Document, error) {
	text, patched := decoded(body, contentType)
	text = strings.TrimLeft(text, "\ufeff\u200b \t\r\n\x00")
	if text == "" {
		return nil, theirs(because(reasons.EmptyAnswer), because(reasons.Again))
	}
	if text[0] == '{' || text[0] == '[' {
		return parseJSON(text, base)
	}
	m := mend(text, base)
	if m.root == "" {
		return nil, noFeed(m.first)
	}
	parsed, err := readXML(m.xml)
	if err != nil {
		return nil, theirs(because(reasons.BeyondRepair, oneLine(err.Error())), because(reasons.TellPublisher))
	}
	d := convert(parsed, m.bodies, base)
	d.Damaged, d.Cut = m.damaged || patched, m.cut
	if len(d.Items) == 0 && d.Title == "" && d.Link == "" && !m.channel {
		return nil, noFeed(m.first)
	}
	return d, nil
}

// readXML has gofeed read the cleaned document. What it could still panic on
// must not end the bot.
func readXML(xml string) (f *gofeed.Feed, err error) {
	defer func() {
		if v := recover(); v != nil {
			f, err = nil, fmt.Errorf("%v", v)
		}
	}()
	p := gofeed.NewParser()
	p.KeepOriginalFeed = true
	p.RSSTranslator = quick{}
	f, err = p.ParseString(xml)
	if err == nil && f == nil {
		err = errors.New("nothing was found in it")
	}
	return f, err
}

// quick is gofeed's translation without its search for pictures, which parses
// every body as a page.
type quick struct{}

// Translate implements gofeed.Translator.
func (quick) Translate(feed any) (*gofeed.Feed, error) {
	t := &gofeed.DefaultRSSTranslator{DisableContentImageScan: true}
	return t.Translate(feed)
}

// noFeed says what a document is that is no feed.
func noFeed(first string) *Error {
	switch strings.ToLower(first) {
	case "html", "head", "body", "div", "p", "script", "meta", "title":
		return theirs(because(reasons.IsPage), because(reasons.LookForFeed))
	case "opml":
		return theirs(because(reasons.IsFeedList), because(reasons.GiveOneOfThem))
	case "urlset", "sitemapindex":
		return theirs(because(reasons.IsSitemap), because(reasons.LookForSites))
	case "":
		return theirs(because(reasons.NoFeed), because(reasons.CheckAddress))
	}
	return theirs(because(reasons.OtherType, strconv.Quote(oneLine(first))), because(reasons.CheckAddress))
}

func convert(f *gofeed.Feed, in putAside, base string) *Document {
	if base == "" { // from a file: the feed may say where it lives
		base = f.FeedLink
	}
	d := &Document{Title: lineText(f.Title), Link: f.Link}
	switch o := f.OriginalFeed().(type) {
	case *rss.Feed:
		d.Link = siteOf(o)
		for i, it := range o.Items {
			if i == maxItems {
				d.Damaged = true
				break
			}
			d.Items = append(d.Items, fromRSS(it, f.Items[i], in))
		}
		inherit(d, personName(f.Author))
	case *atom.Feed:
		d.Link = alternate(o.Links)
		for i, e := range o.Entries {
			if i == maxItems {
				d.Damaged = true
				break
			}
			d.Items = append(d.Items, fromAtom(e, in))
		}
		inherit(d, people(o.Authors))
	}
	d.Link = resolve(base, d.Link)
	for i := range d.Items {
		d.Items[i].Link = resolve(base, d.Items[i].Link)
	}
	setKeys(d.Items)
	return d
}

// inherit gives the feed's own author to the items that name none.
func inherit(d *Document, author string) {
	for i := range d.Items {
		if d.Items[i].Author == "" {
			d.Items[i].Author = author
		}
	}
}

func siteOf(o *rss.Feed) string {
	if o.Link != "" {
		return o.Link
	}
	return atomLink(o.Extensions["atom"]["link"])
}

func fromRSS(r *rss.Item, g *gofeed.Item, in putAside) Item {
	dc, terms := r.Extensions["dc"], r.Extensions["dcterms"]
	it := Item{
		Title:  lineText(first(r.Title, values(dc["title"]))),
		Author: personName(g.Author),
		Link: first(values(r.Extensions["feedburner"]["origlink"]), values(r.Extensions["pheedo"]["origlink"]),
			r.Link, atomLink(r.Extensions["atom"]["link"])),
		Published: firstDate(r.PubDate, values(dc["date"]), values(terms["issued"]), values(terms["created"]),
			values(r.Extensions["atom"]["published"]), r.Custom["date"], r.Custom["published"]),
		Updated: firstDate(values(terms["modified"]), values(r.Extensions["atom"]["updated"]), r.Custom["updated"], values(dc["date"])),
		unread: texts{
			in:      in,
			summary: first(g.Description, values(r.Extensions["media"]["description"])),
			content: first(g.Content, r.Custom["encoded"], r.Custom["content"], r.Custom["fulltext"], values(r.Extensions["xhtml"]["body"])),
		},
	}
	if it.Author == "" {
		it.Author = lineText(values(r.Extensions["atom"]["author"]))
	}
	if r.GUID != nil {
		it.ID = strings.TrimSpace(r.GUID.Value)
		if it.Link == "" && r.GUID.IsPermalink == "true" && CheckURL(it.ID) == nil {
			it.Link = it.ID
		}
	}
	it.ID = first(it.ID, values(dc["identifier"]), values(r.Extensions["atom"]["id"]))
	return it
}

func fromAtom(e *atom.Entry, in putAside) Item {
	it := Item{
		ID:        strings.TrimSpace(e.ID),
		Title:     lineText(e.Title),
		Link:      first(values(e.Extensions["feedburner"]["origlink"]), alternate(e.Links)),
		Published: firstDate(e.Published, values(e.Extensions["dcterms"]["issued"]), values(e.Extensions["dc"]["date"])),
		Updated:   firstDate(e.Updated, values(e.Extensions["dcterms"]["modified"])),
		Author:    first(people(e.Authors), lineText(values(e.Extensions["dc"]["creator"]))),
		unread:    texts{in: in, summary: first(e.Summary, values(e.Extensions["media"]["description"]))},
	}
	if e.Content != nil {
		it.unread.content = e.Content.Value
	}
	if it.Link == "" && CheckURL(it.ID) == nil {
		it.Link = it.ID
	}
	return it
}

// alternate picks the link that leads to the page for people.
func alternate(links []*atom.Link) string {
	best, rank := "", 0
	for _, l := range links {
		r := 0
		switch {
		case l.Href == "":
		case l.Rel == "alternate" && l.Type == "text/html":
			r = 5
		case l.Rel == "alternate" && (l.Type == "" || strings.Contains(l.Type, "html")):
			r = 4
		case l.Rel == "alternate":
			r = 3
		case l.Rel == "related" || l.Rel == "via":
			r = 1
		}
		if r > rank {
			best, rank = l.Href, r
		}
	}
	return best
}

func people(ps []*atom.Person) string {
	var out []string
	for _, p := range ps {
		if n := lineText(first(p.Name, p.Email)); n != "" {
			out = append(out, n)
		}
	}
	return strings.Join(out, ", ")
}

func personName(p *gofeed.Person) string {
	if p == nil {
		return ""
	}
	return lineText(first(p.Name, p.Email))
}

func first(candidates ...string) string {
	for _, c := range candidates {
		if strings.TrimSpace(c) != "" {
			return c
		}
	}
	return ""
}

func firstDate(candidates ...string) statements.Moment {
	for _, c := range candidates {
		if m := parseDate(html.UnescapeString(c)); !m.IsZero() {
			return m
		}
	}
	return statements.Moment{}
}
