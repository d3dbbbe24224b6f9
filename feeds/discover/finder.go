package discover

import (
	"cmp"
	"context"
	"errors"
	"net/url"
	"slices"
	"strings"
	"sync"
	"time"

	"onrecord/feeds"
	"onrecord/statements"
	"onrecord/statements/reasons"
)

// Web is what a Finder fetches with: *feeds.Client.
type Web interface {
	Get(ctx context.Context, url, ifETag, ifModified string) (*feeds.Fetched, error)
	MayRead(ctx context.Context, page string) bool
}

// Finder finds feeds. Its fields are set before its first use.
type Finder struct {
	Web    Web
	Most   int           // requests for one search, besides those for robots.txt; 12 if zero
	Within time.Duration // time for one search; 20 s if zero
	Now    func() time.Time
}

const (
	atOnce = 3 // requests under way; one host still sees one after the other
	// mostDeclared is how many feeds that a page names are read: some name one
	// for every section.
	mostDeclared = 8
	mostPages    = 2 // pages after the first that are searched
)

// Find gives the feeds that an address leads to, best first, never none of
// them without an error. The error is a *statements.Problem or, where the
// address could not be fetched, the client's own.
func (f *Finder) Find(ctx context.Context, address string) ([]statements.Candidate, error) {
	address = plainScheme(strings.TrimSpace(address))
	if !strings.Contains(address, "://") {
		address = "https://" + address
	}
	if err := feeds.CheckURL(address); err != nil {
		return nil, &statements.Problem{Text: statements.Say("This is no address of the web."), Hint: statements.Say("It begins with https://, for example https://harborcourier.example.")}
	}
	ctx, cancel := context.WithTimeout(ctx, cmp.Or(f.Within, 20*time.Second))
	defer cancel()
	s := &search{Finder: f, left: cmp.Or(f.Most, 12), tried: map[string]bool{}}
	err := s.run(ctx, address)
	now := time.Now
	if f.Now != nil {
		now = f.Now
	}
	if out := sorted(s.found, now()); len(out) > 0 {
		return out, nil
	}
	if err == nil {
		err = nothing(address, ctx.Err() != nil)
	}
	return nil, err
}

// nothing says that no feed was found.
func nothing(address string, outOfTime bool) error {
	host := address
	if u, err := url.Parse(address); err == nil {
		host = u.Hostname()
	}
	if outOfTime {
		return &statements.Problem{Text: statements.Say("No feed of %s was found in the time that a search may take.", host), Hint: statements.Say("Its site is slow; try again, or give the address of the feed itself.")}
	}
	return &statements.Problem{Text: statements.Say("No feed of %s was found: its page names none, and none stands where feeds usually do.", host),
		Hint: statements.Say("Look on the site for the words RSS or feed, and give that address.")}
}

// search is one search on its way.
type search struct {
	*Finder
	mu    sync.Mutex
	left  int // requests
	pages int // searched after the first
	tried map[string]bool
	found []found
	more  []lead // what further pages named
}

// run goes the steps of the search until one has found something.
func (s *search) run(ctx context.Context, address string) error {
	if err := without(address); err != nil {
		return err
	}
	got, err := s.get(ctx, address)
	switch {
	case err != nil:
		// A site whose front page is down or forbidden may have its feed up.
		s.all(ctx, placed(address))
		if len(s.found) == 0 && hasAnswered(got) {
			s.oneOf(ctx, usualPlaces(address, ""))
		}
		if len(s.found) > 0 {
			return nil
		}
		return err
	case s.keep(got, address, lead{reason: reasons.AddressItself.With(), rank: typed}):
		return nil
	}
	if err := noPage(got); err != nil {
		return err
	}
	p := readPage(feeds.Decode(got.Body, got.ContentType), got.URL)
	told := placed(address)
	if len(told) == 0 {
		told = placed(got.URL)
	}
	s.all(ctx, append(only(p.leads, declared), told...))
	if s.any() {
		return nil
	}
	s.all(ctx, append(only(p.leads, linked), only(p.leads, known)...))
	s.all(ctx, s.more)
	if s.any() {
		return nil
	}
	s.oneOf(ctx, usualPlaces(got.URL, p.maker))
	return nil
}

// hasAnswered reports whether a server spoke at all: where none did, there is
// nothing to try beside it.
func hasAnswered(got *feeds.Fetched) bool { return got != nil && got.Status > 0 }

// any reports whether something was found that is more than comments.
func (s *search) any() bool {
	return slices.ContainsFunc(s.found, func(f found) bool { return !f.Comments })
}

func only(list []lead, rank int) []lead {
	var out []lead
	for _, l := range list {
		if l.rank == rank && len(out) < mostDeclared {
			out = append(out, l)
		}
	}
	return out
}

// all follows leads, a few at a time.
func (s *search) all(ctx context.Context, leads []lead) {
	var group sync.WaitGroup
	seats := make(chan struct{}, atOnce)
	for _, l := range leads {
		seats <- struct{}{}
		group.Go(func() {
			defer func() { <-seats }()
			s.follow(ctx, l)
		})
	}
	group.Wait()
	s.inOrder(leads)
}

// inOrder puts what was found into the order of the leads: which answer came
// first is chance.
func (s *search) inOrder(leads []lead) {
	at := map[string]int{}
	for i, l := range leads {
		at[l.url] = i + 1
	}
	for i := range s.found {
		if n := at[s.found[i].asked]; n > 0 && s.found[i].order == 0 {
			s.found[i].order = len(s.tried)*100 + n
		}
	}
	slices.SortStableFunc(s.found, func(a, b found) int { return a.order - b.order })
}

// oneOf follows leads one batch after the other until something is found.
func (s *search) oneOf(ctx context.Context, leads []lead) {
	for batch := range slices.Chunk(leads, atOnce) {
		s.all(ctx, batch)
		if s.any() {
			return
		}
	}
}

// follow fetches one lead. A page may lead on, once or twice.
func (s *search) follow(ctx context.Context, l lead) {
	got, err := s.get(ctx, l.url)
	if err != nil || s.keep(got, l.url, l) || l.rank != linked || noPage(got) != nil {
		return
	}
	s.mu.Lock()
	s.pages++
	enough := s.pages > mostPages
	s.mu.Unlock()
	if enough {
		return
	}
	p := readPage(feeds.Decode(got.Body, got.ContentType), got.URL)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.more = append(s.more, append(only(p.leads, declared), only(p.leads, linked)...)...)
}

var errEnough = errors.New("the search has asked often enough")

// get fetches an address once, as long as requests are left.
func (s *search) get(ctx context.Context, address string) (*feeds.Fetched, error) {
	s.mu.Lock()
	if s.tried[address] || s.left == 0 {
		s.mu.Unlock()
		return nil, errEnough
	}
	first := len(s.tried) == 0
	s.tried[address] = true
	s.left--
	s.mu.Unlock()
	if !first && !looksLikeFeed(address, "") && !s.Web.MayRead(ctx, address) {
		return nil, errEnough
	}
	return s.Web.Get(ctx, address, "", "")
}

// keep reads an answer as a feed and reports whether it is one.
func (s *search) keep(got *feeds.Fetched, asked string, l lead) bool {
	d, err := feeds.ParseFeed(got.Body, got.ContentType, got.URL)
	if err != nil {
		return false
	}
	address := asked
	if got.MovedTo != "" {
		address = got.MovedTo
	}
	f := found{Candidate: candidate(d, feeds.Decode(got.Body, got.ContentType), address, l), rank: l.rank, asked: asked, links: map[string]bool{}}
	for _, it := range d.Items {
		if it.Link != "" {
			f.links[feeds.Canonical(it.Link)] = true
		}
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.found = append(s.found, f)
	return true
}

// noPage says what an answer is that is neither feed nor page.
func noPage(got *feeds.Fetched) error {
	if feeds.IsHTML(got.Body, got.ContentType) {
		text := strings.ToLower(string(got.Body[:min(len(got.Body), 2000)]))
		if strings.Contains(text, "<opml") {
			return &statements.Problem{Text: statements.Say("This is a list of feeds (OPML) and not a feed."), Hint: statements.Say("Take it in with `feed import`.")}
		}
		return nil
	}
	_, err := feeds.ParseFeed(got.Body, got.ContentType, got.URL)
	return err
}
