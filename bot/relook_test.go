package bot_test

import (
	"context"
	"fmt"
	"html"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"onrecord/bot"
	"onrecord/feeds"
	"onrecord/handlers"
	"onrecord/handlers/locales"
	"onrecord/statements"
	"onrecord/statements/extract"
	"onrecord/store"
)

// paper is an outlet with one article, whose page can be changed.
type paper struct {
	*httptest.Server
	mu     sync.Mutex
	text   []string // paragraphs
	status int
	asked  int  // how often the page was asked for
	out    bool // the article is
	whole  bool // the feed has all of it
}

func newPaper(t *testing.T, text ...string) *paper {
	p := &paper{text: text, status: 200}
	p.Server = httptest.NewServer(p)
	t.Cleanup(p.Close)
	return p
}

const headline = "Herring talks stall as ministers leave Vell early"

func (p *paper) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	p.mu.Lock()
	defer p.mu.Unlock()
	switch r.URL.Path {
	case "/feed.xml":
		fmt.Fprintf(w, `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Harbor Courier</title><link>%s/</link>`, p.URL)
		if p.out {
			fmt.Fprintf(w, `<item><title>%s</title><link>%s/talks</link><guid>talks</guid><pubDate>Fri, 20 Nov 2026 11:58:00 GMT</pubDate>
				<description>The ministers have left Vell.</description>`, headline, p.URL)
			if p.whole {
				fmt.Fprintf(w, `<content:encoded>%s</content:encoded>`, html.EscapeString("<p>"+strings.Join(p.text, "</p><p>")+"</p>"))
			}
			fmt.Fprint(w, `</item>`)
		}
		fmt.Fprint(w, `</channel></rss>`)
	case "/talks":
		p.asked++
		tag := fmt.Sprintf(`"%x"`, len(strings.Join(p.text, "")))
		w.Header().Set("ETag", tag)
		switch {
		case p.status != 200:
			w.WriteHeader(p.status)
		case r.Header.Get("If-None-Match") == tag:
			w.WriteHeader(http.StatusNotModified)
		default:
			fmt.Fprintf(w, `<html lang="en"><head><title>%s</title></head><body><article><h1>%[1]s</h1>`, headline)
			for _, par := range p.text {
				fmt.Fprintf(w, "<p>%s</p>\n", par)
			}
			fmt.Fprint(w, `</article></body></html>`)
		}
	default:
		w.WriteHeader(http.StatusNotFound)
	}
}

// print has the page say something else.
func (p *paper) print(status int, text ...string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.status, p.text = status, text
}

// board is a channel whose messages can be read.
type board struct {
	channel
	cards map[string]string
}

func (b *board) Post(ctx context.Context, place string, c handlers.Card, nonce string) (string, error) {
	id, err := b.channel.Post(ctx, place, c, nonce)
	b.show(id, c)
	return id, err
}

func (b *board) Edit(ctx context.Context, place, id string, c handlers.Card, nonce string) error {
	b.show(id, c)
	return b.channel.Edit(ctx, place, id, c, nonce)
}

func (b *board) show(id string, c handlers.Card) {
	b.mu.Lock()
	defer b.mu.Unlock()
	var out []string
	line := func(bl handlers.Block) {
		text := ""
		for _, r := range bl.Runs {
			if r.Bold {
				r.Text = "*" + r.Text + "*"
			}
			text += r.Text
		}
		out = append(out, text)
	}
	for _, bl := range c.Lead {
		line(bl)
	}
	for _, f := range c.Fields {
		if f.Name == "Context" {
			continue
		}
		out = append(out, f.Name)
		for _, bl := range f.Body {
			line(bl)
		}
	}
	if b.cards == nil {
		b.cards = map[string]string{}
	}
	b.cards[id] = strings.Join(out, "\n") + "\n"
}

// road is everything from a page to a channel.
type road struct {
	t       *testing.T
	at      *clock
	poller  *feeds.Poller
	relook  *feeds.Relooker
	courier *bot.Courier
	board   *board
	store   *store.Store
}

func newRoad(t *testing.T, s *store.Store, p *paper) *road {
	t.Helper()
	client, err := feeds.NewClient(feeds.Config{AllowPrivate: []string{"127.0.0.1"}, Timeout: 5 * time.Second, MaxBytes: 1 << 20, Workers: 2, UserAgent: "onrecord/test"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(client.Close)
	r := &road{t: t, at: &clock{at: noon}, board: &board{}, store: s}
	in := &bot.Ingest{Archive: s, Read: extract.Read, Relook: true}
	log := slog.New(slog.DiscardHandler)
	r.poller = &feeds.Poller{Client: client, Store: s, Keep: in.Keep, Known: s.Known, Now: r.at.now, Log: log}
	again := &bot.Relook{Record: s, Ingest: in}
	r.poller.Edited = again.Edited
	r.relook = &feeds.Relooker{Client: client, Looks: s, Keep: again.Keep, Now: r.at.now, Log: log}
	r.courier = courier(s, &channel{}, r.at)
	r.courier.Surface = r.board
	r.courier.Draw = func(d statements.Delivery) handlers.Card {
		return handlers.DeliveryCard(locales.English, d, r.at.now(), time.UTC)
	}
	if fs, err := s.Feeds(t.Context()); err != nil || len(fs) == 0 {
		if _, err := s.AddFeed(t.Context(), statements.Feed{URL: p.URL + "/feed.xml", Name: "Harbor Courier", By: "Ida"}); err != nil {
			t.Fatal(err)
		}
		watching(t, s, statements.Watch{Speaker: "Mira Solheim"})
		r.at.advance(-time.Hour)
		r.poll()
		r.at.advance(noon.Sub(r.at.now()))
		p.mu.Lock()
		defer p.mu.Unlock()
		p.out = true
	}
	return r
}

// poll visits the feed, and has what is owed sent.
func (r *road) poll() {
	r.t.Helper()
	visits, err := r.poller.Cycle(r.t.Context())
	if err != nil {
		r.t.Fatal(err)
	}
	for _, v := range visits {
		if v.Problem != "" {
			r.t.Fatal(v.Problem)
		}
	}
	r.settle()
}

func (r *road) settle() {
	r.t.Helper()
	r.at.advance(3 * time.Minute) // until messages may be edited again
	drain(r.t, r.courier)
}

// look looks again so long after noon, and says what was seen last.
func (r *road) look(after time.Duration) statements.Sight {
	r.t.Helper()
	r.at.advance(noon.Add(after).Sub(r.at.now()))
	if _, err := r.relook.Cycle(r.t.Context(), 9); err != nil {
		r.t.Fatal(err)
	}
	r.settle()
	seen, err := r.store.Sightings(r.t.Context(), 1)
	if err != nil || len(seen) == 0 {
		r.t.Fatal("no look", err)
	}
	return seen[len(seen)-1].Sight
}

var (
	lunch  = "The two delegations had shared a single page of figures over lunch in the old customs house, and neither of them had touched the fish."
	quota  = "“We will not sign a quota that our fishermen cannot live with, and I have told my colleague so,” Foreign Minister Mira Solheim said on Friday."
	envoy  = "Trade envoy Ilya Vantreight said the offer was “dead on arrival” and that his government would put its own figure on the table next week."
	monday = "“There is nothing to announce before Monday,” Vantreight told reporters at the harbour when the lamps had been lit."
	venue  = "The talks resume on Monday. Neither side named a venue, and the harbour stayed closed for the night while boats waited outside the breakwater."
)

func TestLaterLooks(t *testing.T) {
	const posted = "“We will not sign a quota that our fishermen cannot live with, and I have told my colleague so”\n*Mira Solheim*, Foreign Minister\n"
	swap := func(old, now string) string { return strings.Replace(quota, old, now, 1) }
	for _, c := range []struct {
		name   string
		status int
		text   []string
		sights []statements.Sight // after 1 and 6 hours
		added  string             // to the message
		more   string             // another message
	}{
		{name: "nothing", status: 200, text: []string{lunch, quota, envoy, monday, venue}, sights: []statements.Sight{"unchanged", "unchanged"}},
		{name: "typography", status: 200, text: []string{strings.ReplaceAll(lunch, ", ", " - "), strings.NewReplacer("“", "&quot;", "”", "&quot;").Replace(quota), envoy, monday + " ", venue},
			sights: []statements.Sight{"unchanged", "unchanged"}},
		{name: "an edited quote", status: 200, text: []string{lunch, swap("cannot live with", "would struggle with"), envoy, monday, venue}, sights: []statements.Sight{"changed", "unchanged"},
			added: `The outlet has changed these words since; both versions are below
As published, read 20 Nov 2026 12:00 UTC
“We will not sign a quota that our fishermen *cannot live with*, and I have told my colleague so”
As it stands, read 20 Nov 2026 13:00 UTC
“We will not sign a quota that our fishermen *would struggle with*, and I have told my colleague so”
`},
		{name: "a quote taken out", status: 200, text: []string{lunch, envoy, monday, venue}, sights: []statements.Sight{"changed", "unchanged"},
			added: "The outlet has taken this out; it was read 20 Nov 2026 12:00 UTC\n"},
		{name: "another speaker", status: 200, text: []string{lunch, swap("Foreign Minister Mira Solheim", "Fisheries Minister Jonas Tveit"), envoy, monday, venue, "Correction: An earlier version of this article named the wrong minister."},
			sights: []statements.Sight{"changed", "unchanged"},
			added: `The outlet has these words as said by *Jonas Tveit* now; they were read 20 Nov 2026 12:00 UTC
As published, read 20 Nov 2026 12:00 UTC
“We will not sign a quota that our fishermen cannot live with, and I have told my colleague so” · *Mira Solheim*
As it stands, read 20 Nov 2026 13:00 UTC
“We will not sign a quota that our fishermen cannot live with, and I have told my colleague so” · *Jonas Tveit*
The outlet’s note, read 20 Nov 2026 13:00 UTC
Correction: An earlier version of this article named the wrong minister.
`},
		{name: "a correction of something else", status: 200, text: []string{lunch, quota, envoy, monday, venue, "Editor’s note: This article has been corrected. The customs house is not old."}, sights: []statements.Sight{"changed", "unchanged"},
			added: "The outlet has added a correction, which is below; these words stand\nThe outlet’s note, read 20 Nov 2026 13:00 UTC\nEditor’s note: This article has been corrected. The customs house is not old.\n"},
		{name: "a stub", status: 200, text: []string{lunch, "Subscribe to continue reading. Already a subscriber? Log in."}, sights: []statements.Sight{"cut short", "cut short"}},
		{name: "a cut", status: 200, text: []string{lunch, quota}, sights: []statements.Sight{"cut short", "cut short"}},
		{name: "an error with status 200", status: 200, text: []string{"Something went wrong. Please try again in a few minutes, or write to us."}, sights: []statements.Sight{"cut short", "cut short"}},
		{name: "trouble", status: 503, sights: []statements.Sight{"no answer", "no answer"}},
		{name: "refused", status: 403, sights: []statements.Sight{"no answer", "no answer"}},
		{name: "not there for a moment", status: 404, sights: []statements.Sight{"not found"}},
		{name: "not there", status: 404, sights: []statements.Sight{"not found", "gone"}, added: "The outlet has withdrawn the article; it was read 20 Nov 2026 12:00 UTC\n"},
		{name: "gone", status: 410, sights: []statements.Sight{"gone"}, added: "The outlet has withdrawn the article; it was read 20 Nov 2026 12:00 UTC\n"},
		{name: "taken back", status: 200, text: []string{"This article has been withdrawn. It did not meet the standards of the Harbor Courier, and we are sorry for it."}, sights: []statements.Sight{"changed", "unchanged"},
			added: "The outlet has withdrawn the article; it was read 20 Nov 2026 12:00 UTC\nThe outlet’s note, read 20 Nov 2026 13:00 UTC\nThis article has been withdrawn. It did not meet the standards of the Harbor Courier, and we are sorry for it.\n"},
		{name: "more of hers", status: 200, text: []string{lunch, quota, envoy, monday, "“The trawlers of the Calder Republic have been in our waters since the spring,” Solheim said late in the evening.", venue},
			sights: []statements.Sight{"changed", "unchanged"},
			more:   "“The trawlers of the Calder Republic have been in our waters since the spring”\n*Mira Solheim*, Foreign Minister\n"},
		{name: "more of somebody else's", status: 200, text: []string{lunch, quota, envoy, monday, "“The trawlers have every right to be there and will stay,” Vantreight said late in the evening.", venue},
			sights: []statements.Sight{"changed", "unchanged"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			each(t, func(t *testing.T, s, _ *store.Store) {
				p := newPaper(t, lunch, quota, envoy, monday, venue)
				r := newRoad(t, s, p)
				r.poll()
				before := r.board.cards["m1"]
				if before != posted {
					t.Fatalf("posted %q", before)
				}
				p.print(c.status, c.text...)
				for i, want := range c.sights {
					if got := r.look([]time.Duration{time.Hour, 6 * time.Hour}[i]); got != want {
						t.Errorf("look %d saw %q, want %q", i+1, got, want)
					}
				}
				r.poll() // the feed says the same as before
				want := map[string]string{"m1": posted + c.added}
				if c.more != "" {
					want["m2"] = c.more
				}
				if d := cmp.Diff(want, r.board.cards); d != "" {
					t.Errorf("messages (-want +got):\n%s", d)
				}
				if edits := len(r.board.edits); (edits > 0) != (c.added != "") || edits > 1 {
					t.Errorf("%d edits", edits)
				}
			})
		})
	}
}

// A quote that is edited and edited back leaves the message as it was.
func TestLaterLooksTakeBackWhatIsOver(t *testing.T) {
	each(t, func(t *testing.T, s, _ *store.Store) {
		p := newPaper(t, lunch, quota, envoy, monday, venue)
		r := newRoad(t, s, p)
		r.poll()
		before := r.board.cards["m1"]
		p.print(200, lunch, envoy, monday, venue)
		r.look(time.Hour)
		p.print(500)
		r.look(6 * time.Hour)
		if !strings.Contains(r.board.cards["m1"], "taken this out") {
			t.Errorf("after an error the message says %q", r.board.cards["m1"])
		}
		p.print(200, lunch, quota, envoy, monday, venue)
		r.look(24 * time.Hour)
		if d := cmp.Diff(before, r.board.cards["m1"]); d != "" {
			t.Error(d)
		}
		asked := p.asked
		r.look(100 * time.Hour)
		if p.asked != asked || asked != 4 {
			t.Errorf("the page was asked for %d times, want 4 and no more: %d", asked, p.asked)
		}
	})
}

// Whoever looks is killed in the middle, and two processes look at once: what
// was added is told once.
func TestLaterLooksAfterAKill(t *testing.T) {
	each(t, func(t *testing.T, s, other *store.Store) {
		p := newPaper(t, lunch, quota, envoy, monday, venue)
		r := newRoad(t, s, p)
		r.poll()
		p.print(200, lunch, strings.Replace(quota, "cannot", "can", 1), envoy, monday, "“The trawlers of the Calder Republic have been in our waters since the spring,” Solheim said late in the evening.", venue)
		r.at.advance(time.Hour)
		keep := r.relook.Keep
		r.relook.Keep = func(context.Context, feeds.Again) error { return context.Canceled } // killed before the commit
		if _, err := r.relook.Cycle(t.Context(), 1); err != nil {
			t.Fatal(err)
		}
		r.relook.Keep = func(ctx context.Context, a feeds.Again) error {
			return slices.MaxFunc([]error{keep(ctx, a), keep(ctx, a)}, func(a, b error) int { return 0 })
		}
		second := newRoad(t, other, p)
		second.at = r.at
		second.relook.Now = r.at.now
		r.at.advance(5 * time.Minute) // the lease is over
		var wg sync.WaitGroup
		for _, each := range []*road{r, second} {
			wg.Go(func() {
				if _, err := each.relook.Cycle(context.Background(), 3); err != nil {
					t.Error(err)
				}
			})
		}
		wg.Wait()
		r.settle()
		r.settle()
		if len(r.board.cards) != 2 || len(r.board.edits) != 1 {
			t.Errorf("%d messages, %d edits, want 2 and 1: %v", len(r.board.cards), len(r.board.edits), r.board.cards)
		}
	})
}

// What a feed carries as a whole is compared where it is: no page is asked for.
func TestEditsInTheFeed(t *testing.T) {
	history := strings.Repeat("The herring of these waters have been counted every spring since the war, and every spring the two ministries have found another number. ", 4)
	each(t, func(t *testing.T, s, _ *store.Store) {
		p := newPaper(t, lunch, quota, envoy, monday, history, venue)
		p.whole = true
		r := newRoad(t, s, p)
		r.poll()
		r.poll()
		posted := r.board.cards["m1"]
		says := func(when, want string, messages, edits int) {
			t.Helper()
			r.at.advance(13 * time.Hour)
			r.poll()
			if got := strings.TrimPrefix(r.board.cards["m1"], posted); !strings.HasPrefix(got, want) || want == "" && got != "" {
				t.Errorf("%s: the message says %q", when, got)
			}
			if len(r.board.cards) != messages || len(r.board.edits) != edits {
				t.Errorf("%s: %d messages and %d edits, want %d and %d", when, len(r.board.cards), len(r.board.edits), messages, edits)
			}
		}
		says("the same", "", 1, 0)
		p.print(200, strings.ReplaceAll(lunch, ", ", " — "), strings.NewReplacer("“", "<b>«</b>", "”", "»").Replace(quota), envoy, monday, history, venue)
		says("typography", "", 1, 0)
		p.print(200, lunch, quota, envoy, monday, history, venue, "4 readers have written to us.")
		says("another line", "", 1, 0)
		p.print(200, lunch, strings.Replace(quota, "cannot", "can", 1), envoy, monday, history, venue)
		says("a quote edited", "The outlet has changed these words since", 1, 1)
		p.print(200, lunch, quota, envoy, monday, history, venue)
		says("edited back", "", 1, 2)
		p.print(200, lunch, quota, envoy, monday, history, venue, "“The trawlers of the Calder Republic have been in our waters since the spring,” Solheim said late in the evening.")
		says("one more", "", 2, 2)
		p.print(200, "The ministers have left Vell. Read more")
		says("a teaser", "", 2, 2)
		if p.asked != 0 {
			t.Errorf("the page was asked for %d times", p.asked)
		}
	})
}
