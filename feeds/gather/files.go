package gather

import (
	"bytes"
	"compress/gzip"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"onrecord/feeds"
	"onrecord/feeds/lists"
	"onrecord/statements"
)

// file reads one file or piece.
func (r *run) file(ctx context.Context, u unit) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	body := u.body
	if u.path != "" {
		f, err := os.Open(u.path)
		if err != nil {
			return unreadable(u.name, err)
		}
		defer f.Close()
		if body, err = bounded(f); err != nil {
			return unreadable(u.name, err)
		}
	}
	if bytes.HasPrefix(body, []byte("\x1f\x8b")) {
		z, err := gzip.NewReader(bytes.NewReader(body))
		if err == nil {
			body, err = bounded(z)
		}
		if err != nil {
			return damaged(u.name, err)
		}
		u.place = strings.TrimSuffix(u.place, ".gz")
	}
	return r.content(ctx, u, body, "")
}

// content reads a document of any kind. u.url is where it came from; "" for a
// file.
func (r *run) content(ctx context.Context, u unit, body []byte, contentType string) error {
	switch kindOf(body, contentType) {
	case list, address:
		return r.list(ctx, u, body, contentType)
	case feed:
		return r.feed(ctx, u, body, contentType)
	case page:
		return r.page(ctx, u, body, contentType)
	}
	return r.text(ctx, u, body)
}

// list has every address of a list read.
func (r *run) list(ctx context.Context, u unit, body []byte, contentType string) error {
	if u.depth >= nested {
		return &statements.Problem{Text: statements.Say("%s is a list that a list in a list led to.", u.name), Hint: statements.Say("Name it by itself.")}
	}
	l, err := lists.Read(body, contentType)
	if err != nil {
		return err
	}
	isFeeds := kindOf(body, contentType) == list
	for _, f := range l.Feeds {
		r.spawn(ctx, unit{arg: u.arg, name: f.URL, url: f.URL, feed: isFeeds, depth: u.depth + 1})
	}
	if l.Cut {
		return &statements.Problem{Text: statements.Say("%s is longer than is read of one list.", u.name), Hint: statements.Say("Split it; what was read of it is kept.")}
	}
	return nil
}

// text keeps a plain text.
func (r *run) text(ctx context.Context, u unit, body []byte) error {
	m, rest := frontMatter(body)
	a, err := feeds.ReadText(rest)
	if err != nil {
		return err
	}
	a.URL = identity(body)
	for _, own := range []string{u.url, m.url} {
		if own != "" && feeds.CheckURL(own) == nil {
			a.URL = feeds.Canonical(own)
		}
	}
	if known, err := r.known(ctx, a.URL); known || err != nil {
		r.thereIf(u.arg, known)
		return err
	}
	if m.title != "" {
		a.Title = m.title
	}
	a.Outlet, a.Byline, a.Lang, a.Published = m.outlet, m.byline, m.lang, m.published
	return r.article(ctx, u, a.URL, a)
}

var ownAddress = regexp.MustCompile(`(?i)<link\s[^>]*rel\s*=\s*["']?canonical["'\s][^>]*>|<meta\s[^>]*property\s*=\s*["']og:url["'][^>]*>`)
var quotedAddress = regexp.MustCompile(`(?i)(?:href|content)\s*=\s*["'](https?://[^"'\s]+)["']`)

// addressOf is the address that a saved page calls its own, or "".
func addressOf(body []byte) string {
	for _, tag := range ownAddress.FindAll(body[:min(len(body), 256<<10)], 4) {
		if m := quotedAddress.FindSubmatch(tag); m != nil && feeds.CheckURL(string(m[1])) == nil {
			return strings.ReplaceAll(string(m[1]), "&amp;", "&")
		}
	}
	return ""
}

// page keeps the article of a page.
func (r *run) page(ctx context.Context, u unit, body []byte, contentType string) error {
	from := u.url
	if from == "" {
		from = addressOf(body)
	}
	asked := feeds.Canonical(from)
	if asked == "" {
		asked = identity(body)
	}
	if known, err := r.known(ctx, asked); known || err != nil {
		r.thereIf(u.arg, known)
		return err
	}
	p, err := feeds.ReadPage(body, contentType, from)
	if err != nil {
		return err
	}
	a := statements.Article{
		URL: asked, Outlet: p.Site, Title: p.Title, Byline: p.Byline,
		Lang: p.Lang, Published: p.Published, Text: p.Text,
	}
	if p.Canonical != "" {
		a.URL = p.Canonical
	}
	return r.article(ctx, u, asked, a)
}

// article keeps one article of a file or page, with what its place tells of it.
func (r *run) article(ctx context.Context, u unit, asked string, a statements.Article) error {
	now := r.now()
	a.Fetched = now
	if u.url == "" && !u.at.IsZero() && u.at.Before(now) {
		a.Fetched = u.at // it was kept since
	}
	if a.Published.IsZero() && u.url == "" {
		a.Published = dateOf(u.place, now)
	}
	if a.Published.IsZero() && !r.Published.IsZero() {
		a.Published = statements.Moment{Time: r.Published.Time(), ZoneUnknown: true, DayOnly: true}
	}
	if a.Outlet == "" {
		a.Outlet = r.outletOf(u, a.URL)
	}
	return r.keep(ctx, u.arg, asked, feeds.Arrived{
		Article: a, Outlet: statements.Outlet{Name: a.Outlet, URL: a.URL}, Quiet: true, At: now,
	})
}

// outletOf is the outlet of what names none itself: what the operator says,
// else the host of its address, else the folder that it stands in, first below
// what was named. A folder that is called for what is in it is none.
func (r *run) outletOf(u unit, address string) string {
	if r.Outlet != "" {
		return r.Outlet
	}
	if host := hostOf(address); host != "" {
		return strings.TrimPrefix(host, "www.")
	}
	parts := strings.Split(filepath.ToSlash(filepath.Dir(u.place)), "/")
	if len(parts) > 1 && !noOutlet.MatchString(parts[1]) {
		return parts[1]
	}
	if !noOutlet.MatchString(parts[0]) {
		return parts[0]
	}
	return ""
}

// noOutlet are folders whose names tell a day, or what is in them.
var noOutlet = regexp.MustCompile(`(?i)^([\d._-]*|articles?|texts?|txt|pages?|html?|feeds?|files?|docs?|documents?|data|news|archives?|imports?|exports?|backups?|downloads?|old|tmp|temp|raw|corpus)$`)

// identity is that of a document without an address: its bytes'.
func identity(body []byte) string {
	sum := sha256.Sum256(body)
	return "urn:sha256:" + hex.EncodeToString(sum[:16])
}
