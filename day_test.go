package main

import (
	"context"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"onrecord/bot"
	"onrecord/bot/discord"
	"onrecord/bot/discord/discordtest"
	"onrecord/feeds/sample"
)

// TestDayInTheLife lets the built-in newsroom have a day, with re-reports and
// faults of its own, while three watches look on in a Discord that has its
// moments too. What the channels show in the evening is testdata/day.txt; to
// write it anew, run the test with ONRECORD_UPDATE=1 and read it.
func TestDayInTheLife(t *testing.T) {
	d := newDay(t)
	d.turn() // the first sight of the feeds
	for i := 1; d.news.Next(); i++ {
		d.radio.upTo = i
		switch i {
		case 3:
			d.discord.Inject(discordtest.Fault{Method: "POST", Path: "/channels/" + d.ids["solheim"] + "/messages", Status: 502, After: true})
		case 5:
			d.radio.broken = true
		case 6:
			d.discord.Inject(discordtest.Fault{Method: "POST", Path: "/channels/" + d.ids["the-ceiling"] + "/messages", Status: 429, RetryAfter: 100 * time.Millisecond})
			d.discord.Inject(discordtest.Fault{Method: "PATCH", Path: "/channels/" + d.ids["solheim"] + "/messages/*", Status: 503})
		case 8: // after three tries
			d.radio.broken = false
		}
		d.turn()
		d.advance(50 * time.Minute)
	}
	for range 3 {
		d.turn()
		d.advance(50 * time.Minute)
	}
	const golden = "testdata/day.txt"
	got := d.transcript()
	if os.Getenv("ONRECORD_UPDATE") != "" {
		if err := os.WriteFile(golden, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("(-%s +today):\n%s", golden, diff)
	}
	if v := d.discord.Violations(); len(v) > 0 {
		t.Errorf("Discord's document refuses: %s", v)
	}
}

// day is a whole bot in this process, with a clock that is moved by hand.
type day struct {
	t       *testing.T
	house   *house
	courier *bot.Courier
	news    *sample.Newsroom
	radio   *radio
	discord *discordtest.Server
	base    string

	channels []string // names, and
	ids      map[string]string

	mu    sync.Mutex
	at    time.Time
	shown map[string]time.Time // when each message was posted
	text  map[string]string    // what it showed then
}

func newDay(t *testing.T) *day {
	d := &day{t: t, at: time.Date(2026, time.November, 20, 8, 0, 0, 0, time.UTC), ids: map[string]string{}, shown: map[string]time.Time{}, text: map[string]string{}}
	d.news = sample.New(d.now)
	d.radio = &radio{}
	base, stop, err := serve(d)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(stop)
	d.base = "http://" + base
	d.discord = discordtest.New(t)
	d.discord.OnMessage(func(m discordtest.Message) {
		d.mu.Lock()
		defer d.mu.Unlock()
		d.shown[m.ID], d.text[m.ID] = d.at, m.Text()
	})
	c := Defaults()
	c.Feeds.AllowPrivate, c.Feeds.Workers = []string{base}, 1
	for _, path := range append(d.news.Feeds(), "/radio/feed.rss") {
		c.Feeds.List = append(c.Feeds.List, FeedConfig{URL: d.base + path, Schedule: "@every 10m"})
	}
	c.Store.URL = filepath.Join(t.TempDir(), "onrecord.db")
	watch := func(name string, w WatchConfig) {
		d.channels = append(d.channels, name)
		d.ids[name] = d.discord.AddChannel(discordtest.Guild, name, discordtest.TypeText)
		w.Channel = d.ids[name]
		c.Bot.Watches = append(c.Bot.Watches, w)
	}
	watch("solheim", WatchConfig{Speaker: "Mira Solheim"})
	watch("herring", WatchConfig{Keywords: "herring AND quota"})
	watch("the-ceiling", WatchConfig{Speaker: "Ilya Vantreight", Keywords: "ceiling, limit"})
	if d.house, err = build(t.Context(), c, silent(), d.now); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = d.house.Close() })
	if err := d.house.begin(t.Context(), "discord"); err != nil {
		t.Fatal(err)
	}
	surface, err := discord.New(discord.Config{Token: d.discord.Token, APIURL: d.discord.URL, Log: silent(), Desk: d.house.desk})
	if err != nil {
		t.Fatal(err)
	}
	d.courier = d.house.courier(surface)
	return d
}

func (d *day) now() time.Time { d.mu.Lock(); defer d.mu.Unlock(); return d.at }

func (d *day) advance(by time.Duration) { d.mu.Lock(); defer d.mu.Unlock(); d.at = d.at.Add(by) }

// ServeHTTP is the newsroom with the radio beside it.
func (d *day) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if strings.HasPrefix(r.URL.Path, "/radio/") {
		d.radio.serve(w, r, d.now())
		return
	}
	d.news.ServeHTTP(w, r)
}

// turn visits the feeds and delivers, then lets pass the minutes after which
// what failed is tried again and what has more to tell is edited.
func (d *day) turn() {
	d.t.Helper()
	if _, err := d.house.poller.Cycle(d.t.Context()); err != nil {
		d.t.Fatal(err)
	}
	if _, err := d.house.watch.Look(d.t.Context()); err != nil {
		d.t.Fatal(err)
	}
	for range 5 {
		if err := d.courier.Drain(context.WithoutCancel(d.t.Context()), 0); err != nil {
			d.t.Fatal(err)
		}
		d.advance(2 * time.Minute)
	}
}

// transcript is what each channel shows, as people read it.
func (d *day) transcript() string {
	var b strings.Builder
	for i, name := range d.channels {
		w := d.house.config.Bot.Watches[i]
		fmt.Fprintf(&b, "═══ #%s ═══ watch: %s\n", name, strings.Trim(w.Speaker+" · "+string(w.Keywords), " ·"))
		for _, m := range d.discord.Messages(d.ids[name]) {
			head := "onrecord, " + d.shown[m.ID].Format("15:04")
			if m.Text() != d.text[m.ID] {
				head += " (edited)"
			}
			fmt.Fprintf(&b, "\n%s\n", head)
			for _, l := range strings.Split(strings.TrimSpace(d.plain(m.Text())), "\n") {
				fmt.Fprintf(&b, "  %s\n", l)
			}
			b.WriteString("  ")
			for _, button := range m.Buttons {
				fmt.Fprintf(&b, "[%s] ", button.Label)
			}
			b.WriteString("\n")
		}
		b.WriteString("\n")
	}
	return regexp.MustCompile(`(?m) +$`).ReplaceAllString(b.String(), "")
}

var (
	momentTag = regexp.MustCompile(`<t:(\d+):(\w)>`)
	anchor    = regexp.MustCompile(`\[((?:\\.|[^\]\\])*)\]\(([^)]*)\)`)
	escaped   = regexp.MustCompile(`\\(.)`)
	strong    = regexp.MustCompile(`\*{1,2}([^*\n]+)\*{1,2}`)
)

// plain shows a message's Markdown as Discord does, with the times of the day.
func (d *day) plain(s string) string {
	s = strings.ReplaceAll(s, d.base, "")
	s = momentTag.ReplaceAllStringFunc(s, func(m string) string {
		parts := momentTag.FindStringSubmatch(m)
		unix, _ := strconv.ParseInt(parts[1], 10, 64)
		return time.Unix(unix, 0).UTC().Format("15:04")
	})
	s = anchor.ReplaceAllString(s, "$1 ‹$2›")
	s = strings.ReplaceAll(s, "-# ", "")
	s = strong.ReplaceAllString(s, "$1")
	return escaped.ReplaceAllString(s, "$1")
}

// radio is an outlet that repeats what others report, in its own words, and
// that is off the air at times.
type radio struct {
	upTo   int
	broken bool
}

// echoes are its reports, by the article of the newsroom that each follows.
var echoes = []struct {
	after             int
	slug, title, text string
}{
	{4, "no-signature", "No signature in Vell", `<p>The talks about the herring quota in Vell are over. “We will not sign a quota that our fishermen cannot live with, and I have told my colleague so,” Foreign Minister Mira Solheim told reporters on %s.</p><p>The trade envoy of the Calder Republic, Ilya Vantreight, was quoted with the words: “A ceiling that moves is not a ceiling.”</p><p>The fleet stays in port until Monday, and the auction hall will open as usual.</p>`},
	{7, "pot-of-coffee", "Coffee for the envoy", `<p>“I offered him a table and a pot of coffee, and he took both,” Foreign Minister Mira Solheim said in Ostervik on %s after her call with Ilya Vantreight, the Fjord Wire reports.</p><p>Scientists of both countries will look at the herring quota first.</p>`},
	{8, "about-fish", "Ministers may argue about fish again", `<p>“Now we can argue about fish, instead of about each other,” Foreign Minister Mira Solheim said on %s about the new survey of the herring in the strait.</p><p>The quota will be on the table again in spring, the ministry added.</p>`},
}

func (r *radio) serve(w http.ResponseWriter, req *http.Request, now time.Time) {
	if r.broken {
		http.Error(w, "off the air", http.StatusServiceUnavailable)
		return
	}
	feed := strings.HasSuffix(req.URL.Path, "/feed.rss")
	if feed {
		fmt.Fprint(w, `<?xml version="1.0"?><rss version="2.0"><channel><title>Radio Vell</title><link>/radio/</link>`)
		defer fmt.Fprint(w, `</channel></rss>`)
	}
	for _, e := range echoes {
		switch {
		case e.after > r.upTo:
		case feed:
			fmt.Fprintf(w, `<item><title>%s</title><link>/radio/%s</link><guid>%s</guid></item>`, e.title, e.slug, e.slug)
		case req.URL.Path == "/radio/"+e.slug:
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			fmt.Fprintf(w, `<!DOCTYPE html><html lang="en"><head><title>%[1]s</title><meta property="og:site_name" content="Radio Vell"></head><body><article><h1>%[1]s</h1>`+e.text+`</article></body></html>`, e.title, now.Weekday())
		}
	}
}
