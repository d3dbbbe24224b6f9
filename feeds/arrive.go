package feeds

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"time"
	"unicode/utf8"

	"onrecord/statements"
)

const (
	// fullText is how many characters of a feed's content count as the whole
	// article; the median news article has 2,500, a teaser has 200.
	fullText = 1000
	// fullSummary is the same for a summary, which is a teaser by its name.
	fullSummary = 2000
)

// round is what the items of one visit share.
type round struct {
	outlet string
	pages  bool  // pages are fetched; not for the old end of a long first feed
	misses int   // pages in a row that could not be had
	down   error // why the site is left alone for the rest of the visit
}

const (
	// enoughMisses is how many pages in a row may fail before the others are
	// left to the next visit: a site that is down would cost a time-out each.
	enoughMisses = 3
	// firstPages is how many pages are read at the first sight of a feed. What
	// is older is kept as the feed has it.
	firstPages = 100
)

// arrive makes an article of an item: from the feed where it carries the text,
// else from the page. later is why the page cannot be read yet.
func (p *Poller) arrive(ctx context.Context, f statements.Feed, it Item, r *round) (a Arrived, later, err error) {
	outlet := r.outlet
	a = Arrived{Feed: f, Item: it, Quiet: !f.Seen, At: p.now(), Article: statements.Article{
		URL: Canonical(it.Link), Outlet: outlet, Title: it.Title, Byline: it.Author,
		Published: first2(it.Published, it.Updated), Fetched: p.now(), Summary: first(it.Summary, clip(it.Content, 500)),
	}}
	if it.Link == "" {
		// It needs an identity, and one that leads somewhere.
		a.Article.URL = Canonical(f.URL) + "#!/" + digest(it.Key)
	}
	a.Outlet = statements.Outlet{Name: outlet, URL: a.Article.URL}
	if a.Known, err = p.known(ctx, a.Article.URL); err != nil || a.Known {
		a.Article = statements.Article{URL: a.Article.URL, Outlet: outlet, Title: it.Title}
		return a, nil, err
	}
	if text, ok := whole(it); ok {
		a.Article.Text = withHeadline(it.Title, text)
		return a, nil, nil
	}
	if it.Link != "" && r.pages {
		if later, err = p.page(ctx, &a, r); later != nil || err != nil {
			return a, later, err
		}
	}
	if a.Article.Text == "" {
		a.Article.Stub = true
		a.Article.Text = first(withHeadline(it.Title, first(it.Content, it.Summary)), it.Link, outlet)
	}
	return a, nil, nil
}

func (p *Poller) known(ctx context.Context, address string) (bool, error) {
	if p.Known == nil {
		return false, nil
	}
	known, err := p.Known(ctx, address)
	if err != nil {
		return false, &storeError{fmt.Errorf("look up an article: %w", err)}
	}
	return known, nil
}

// page reads the item's page into a. later is set when that failed for now and
// is worth another try; when it is not, a stays without text.
func (p *Poller) page(ctx context.Context, a *Arrived, r *round) (later, err error) {
	if wait := p.pending.notYet(a.Feed.ID, a.Item.Key, a.At); wait != nil {
		return wait, nil
	}
	if r.down != nil {
		return p.missed(a, nil, r.down), nil
	}
	if !p.Client.MayRead(ctx, a.Item.Link) {
		return nil, ctx.Err() // the teaser has to do
	}
	page, got, err := p.Client.Article(ctx, a.Item.Link)
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	if err != nil {
		if !isPassing(got, err) {
			return nil, nil
		}
		if r.misses++; r.misses >= enoughMisses {
			r.down = err
		}
		return p.missed(a, got, err), nil
	}
	r.misses = 0
	if !worth(page, a.Item) {
		return nil, nil
	}
	a.Look = statements.Look{URL: a.Item.Link, ETag: got.ETag, LastModified: got.LastModified}
	return nil, p.take(ctx, a, page)
}

// missed notes a page that could not be had, and gives why if it is to be tried
// again.
func (p *Poller) missed(a *Arrived, got *Fetched, why error) error {
	if !outlived(a.Feed, a.Item, got, a.At) && p.pending.again(a.Feed.ID, a.Item.Key, a.At, why) {
		return why
	}
	return nil
}

// take fills a from its page.
func (p *Poller) take(ctx context.Context, a *Arrived, page *Page) (err error) {
	art := &a.Article
	if page.Canonical != art.URL {
		art.URL = page.Canonical
		if a.Known, err = p.known(ctx, art.URL); err != nil || a.Known {
			a.Article = statements.Article{URL: art.URL, Outlet: art.Outlet, Title: art.Title}
			return err
		}
	}
	// The feed's headline is the article's; the page's may have grown a site
	// name. A title cut by the feed is the exception.
	if art.Title == "" || strings.HasSuffix(art.Title, "…") || strings.HasSuffix(art.Title, "...") {
		art.Title = first(page.Title, art.Title)
	}
	art.Text = textUnder(art.Title, page)
	art.Stub = page.Partial != ""
	art.Byline = first(page.Byline, art.Byline)
	art.Lang = page.Lang
	// A feed may carry other people's pages: what a page calls its own site
	// goes before what the feed is called.
	if page.Site != "" && !isHost(page.Site, art.URL) {
		art.Outlet = page.Site
	}
	art.Outlet = first(art.Outlet, page.Site)
	a.Outlet.Name = art.Outlet
	art.Published = published(art.Published, page.Published)
	return nil
}

// published is when a feed says that an article appeared, else when its page does. Of
// one moment the page's is taken where the feed has it in UTC: what an outlet calls
// yesterday goes by its own midnight.
func published(feed, page statements.Moment) statements.Moment {
	if feed.IsZero() {
		return page
	}
	_, feeds := feed.Time.Zone()
	_, pages := page.Time.Zone()
	if feeds == 0 && pages != 0 && !page.DayOnly && !page.ZoneUnknown && !feed.DayOnly && page.Time.Truncate(time.Minute).Equal(feed.Time.Truncate(time.Minute)) {
		return page
	}
	return feed
}

// isHost reports whether a site's name is no more than where it lives.
func isHost(site, address string) bool {
	u, err := url.Parse(address)
	if err != nil {
		return false
	}
	bare := func(host string) string { return strings.TrimPrefix(strings.ToLower(host), "www.") }
	return bare(site) == bare(u.Host) || bare(site) == bare(u.Hostname())
}

// worth reports whether a page says more than the feed does: a paywall or an
// error page with status 200 does not.
func worth(page *Page, it Item) bool {
	n, teaser := utf8.RuneCountInString(page.Body), utf8.RuneCountInString(first(it.Content, it.Summary))
	return n > teaser || n >= 200 && page.Partial == ""
}

// isPassing reports a failure that may be over at the next visit: a page that
// is not there yet, a server in trouble, no answer at all.
func isPassing(got *Fetched, err error) bool {
	e := problem(err)
	switch {
	case got == nil:
		return true
	case e.Status == 0:
		return e.Cause != nil // it broke off; a page that holds no article stays one
	case e.Status == 404, e.Status == 408, e.Status == 425, e.Status == 429, e.Status >= 500:
		return true
	}
	return false
}

const (
	// firstPatience is how long the first visit to a feed waits for pages that
	// fail, over as many processes as it takes: tries are counted in memory,
	// and a poll from a crontab has a new one each time.
	firstPatience = time.Hour
	// oldPage is the age from which a page that is not there never will be. Half
	// a day of it is for dates without a zone.
	oldPage = 36 * time.Hour
)

// outlived reports a page that the first visit to a feed no longer waits for.
// Later visits wait for every page: an alert may hang on it.
func outlived(f statements.Feed, it Item, got *Fetched, now time.Time) bool {
	if f.Seen {
		return false
	}
	if !f.FailingSince.IsZero() && now.Sub(f.FailingSince) > firstPatience {
		return true
	}
	return got != nil && got.Status == http.StatusNotFound && !it.Published.IsZero() && now.Sub(it.Published.Time) > oldPage
}

// whole gives the item's text where the feed carries all of it.
func whole(it Item) (string, bool) {
	if n := utf8.RuneCountInString(it.Content); n >= fullText && !isCut(it.Content) {
		return it.Content, true
	}
	if n := utf8.RuneCountInString(it.Summary); n >= fullSummary && !isCut(it.Summary) {
		return it.Summary, true
	}
	return "", false
}

// isCut reports a text that ends as teasers do.
func isCut(s string) bool {
	end := strings.ToLower(s[max(0, len(s)-160):])
	end = strings.TrimRight(end, " .»>→)]")
	for _, mark := range []string{"…", "[", "..", "read more", "continue reading", "read the full story", "read full article", "weiterlesen", "lire la suite", "leer más", "читать далее"} {
		if strings.HasSuffix(end, mark) {
			return true
		}
	}
	return strings.Contains(end, "the post ") && strings.Contains(end, "appeared first on") && len(s) < 2*fullText
}

func first2(a, b statements.Moment) statements.Moment {
	if a.IsZero() {
		return b
	}
	return a
}

// clip cuts s at a word.
func clip(s string, n int) string {
	r := []rune(s)
	if len(r) <= n {
		return s
	}
	cut := string(r[:n])
	if i := strings.LastIndexAny(cut, " \n"); i > n/2 {
		cut = cut[:i]
	}
	return cut + " …"
}
