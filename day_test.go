package main

import (
	"context"
	"net/http"
	"os"
	"path/filepath"
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
// moments too, and two people use what there is. What the channels show in the
// evening is testdata/day.txt; to write it anew, run the test with
// ONRECORD_UPDATE=1 and read it.
func TestDayInTheLife(t *testing.T) {
	d := newDay(t)
	news := sample.New(d.now)
	radio := &radio{now: d.now}
	base, stop, err := serve(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.HasPrefix(r.URL.Path, "/radio/") {
			radio.ServeHTTP(w, r)
			return
		}
		news.ServeHTTP(w, r)
	}))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(stop)
	d.reads("http://"+base, append(news.Feeds(), "/radio/feed.rss"))
	d.watch("solheim", WatchConfig{Speaker: "Mira Solheim"})
	d.watch("herring", WatchConfig{Keywords: "herring AND quota", Cap: 1})
	d.watch("the-ceiling", WatchConfig{Speaker: "Ilya Vantreight", Keywords: "ceiling, limit", Quiet: "11:00-14:30"})
	d.channel("the-envoy")
	d.opens()

	d.turn() // the first sight of the feeds
	for i := 1; news.Next(); i++ {
		radio.upTo = i
		switch i {
		case 2:
			radio.reworded = true
		case 3:
			d.discord.Inject(discordtest.Fault{Method: "POST", Path: "/channels/" + d.ids["solheim"] + "/messages", Status: 502, After: true})
		case 5:
			radio.broken = true
		case 6:
			d.discord.Inject(discordtest.Fault{Method: "POST", Path: "/channels/" + d.ids["the-ceiling"] + "/messages", Status: 429, RetryAfter: 100 * time.Millisecond})
			d.discord.Inject(discordtest.Fault{Method: "PATCH", Path: "/channels/" + d.ids["solheim"] + "/messages/*", Status: 503})
		case 8: // after three tries
			radio.broken = false
		}
		d.turn()
		switch i {
		case 1:
			d.types(discordtest.Moderator, "the-envoy", "watch add", "speaker", "Ilya Vantreight", "digest", "10:00, 15:00 and 18:00")
			d.types(discordtest.Member, "the-envoy", "follow", "speaker", "Kaja Brenn", "kinds", "direct")
			d.reviews("We count the boats twice", "Kaja Brenn")
		case 4:
			card := d.presses(discordtest.Moderator, d.last("solheim", "will not sign"), "Mute")
			d.presses(discordtest.Moderator, card, "Mute until midnight")
		case 5:
			d.types(discordtest.Moderator, "solheim", "unmute")
		}
		d.pass(50 * time.Minute)
	}
	for range 2 {
		d.turn()
		d.pass(50 * time.Minute)
	}
	d.types(discordtest.Member, "solheim", "timeline", "speaker", "Mira Solheim", "topic", "quota")
	d.types(discordtest.Moderator, "solheim", "compare", "speaker", "Mira Solheim", "with", "Ilya Vantreight", "topic", "quota")
	d.types(discordtest.Member, "solheim", "verify", "what", "A ceiling that moves is not a ceiling")
	d.turn()
	d.channels = append(d.channels, "jonas ═══ direct messages")
	d.ids["jonas"] = d.discord.DM(discordtest.Member)
	d.conclude("testdata/day.txt")
}

// reviews has the team say who said some words in #solheim.
func (d *day) reviews(words, who string) {
	d.t.Helper()
	card := d.presses(discordtest.Moderator, d.last("solheim", words), "Review")
	card = d.presses(discordtest.Moderator, card, "2")
	card = d.presses(discordtest.Moderator, card, "Change speaker")
	d.picks(discordtest.Moderator, card, who)
}

// conclude holds what the channels show against a file.
func (d *day) conclude(golden string) {
	d.t.Helper()
	got := d.transcript()
	if os.Getenv("ONRECORD_UPDATE") != "" {
		if err := os.WriteFile(golden, []byte(got), 0o600); err != nil {
			d.t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		d.t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		d.t.Errorf("(-%s +today):\n%s", golden, diff)
	}
	if v := d.discord.Violations(); len(v) > 0 {
		d.t.Errorf("Discord's document refuses: %s", v)
	}
}

// day is a whole bot in this process, with a clock that is moved by hand.
type day struct {
	t       *testing.T
	config  Config
	house   *house
	courier *bot.Courier
	discord *discordtest.Server
	base    string // of the newsroom

	channels []string // what stands over each, and
	ids      map[string]string

	mu    sync.Mutex
	at    time.Time
	lines []line
	first map[string]string // what each message showed when it was posted
}

func newDay(t *testing.T) *day {
	d := &day{t: t, config: Defaults(), at: time.Date(2026, time.November, 20, 8, 0, 0, 0, time.UTC), ids: map[string]string{}, first: map[string]string{}}
	d.discord = discordtest.New(t)
	d.discord.OnMessage(d.saw)
	d.discord.SetRights(discordtest.Guild, discordtest.Moderator, discordtest.ManageGuild|discordtest.ManageMessages)
	d.config.Store.URL = filepath.Join(t.TempDir(), "onrecord.db")
	return d
}

// reads says where the newsroom is.
func (d *day) reads(base string, feeds []string) {
	d.base = base
	d.config.Feeds.AllowPrivate, d.config.Feeds.Workers = []string{strings.TrimPrefix(base, "http://")}, 1
	for _, path := range feeds {
		d.config.Feeds.List = append(d.config.Feeds.List, FeedConfig{URL: base + path, Schedule: "@every 10m"})
	}
}

func (d *day) channel(name string) string {
	d.channels = append(d.channels, "#"+name)
	d.ids[name] = d.discord.AddChannel(discordtest.Guild, name, discordtest.TypeText)
	return d.ids[name]
}

// watch makes a channel with a watch of the configuration.
func (d *day) watch(name string, w WatchConfig) {
	w.Channel = d.channel(name)
	about := strings.Trim(w.Speaker+" · "+string(w.Keywords), " ·")
	if w.Quiet != "" {
		about += ", quiet " + w.Quiet
	}
	if w.Cap > 0 {
		about += ", at most 1 an hour"
	}
	if w.Digest != "" {
		about += ", digest " + w.Digest
	}
	d.channels[len(d.channels)-1] += " ═══ watch: " + about
	d.config.Bot.Watches = append(d.config.Bot.Watches, w)
}

// opens starts the bot.
func (d *day) opens() {
	d.t.Helper()
	var err error
	if d.house, err = build(d.t.Context(), d.config, silent(), d.now); err != nil {
		d.t.Fatal(err)
	}
	d.t.Cleanup(func() { _ = d.house.Close() })
	if err := d.house.begin(d.t.Context(), "discord"); err != nil {
		d.t.Fatal(err)
	}
	surface, err := discord.New(discord.Config{Token: d.discord.Token, APIURL: d.discord.URL, Log: silent(), Desk: d.house.desk, Memory: d.house.store})
	if err != nil {
		d.t.Fatal(err)
	}
	d.courier = d.house.courier(surface)
	ctx, stop := context.WithCancel(context.WithoutCancel(d.t.Context()))
	done := make(chan error, 1)
	go func() { done <- surface.Run(ctx) }()
	d.t.Cleanup(func() {
		stop()
		if err := <-done; err != nil {
			d.t.Error(err)
		}
	})
	if !d.discord.WaitOnline(20 * time.Second) {
		d.t.Fatal("the bot does not come online")
	}
}

func (d *day) now() time.Time { d.mu.Lock(); defer d.mu.Unlock(); return d.at }

// turn visits the feeds, looks at pages again and at silent sources, and lets
// pass the minutes after which what failed is tried again and what has more to
// tell is edited.
func (d *day) turn() {
	d.t.Helper()
	ctx := d.t.Context()
	if _, err := d.house.poller.Cycle(ctx); err != nil {
		d.t.Fatal(err)
	}
	if _, err := d.house.relook.Cycle(ctx, looksInPoll); err != nil {
		d.t.Fatal(err)
	}
	if _, err := d.house.watch.Look(ctx); err != nil {
		d.t.Fatal(err)
	}
	for range 5 {
		d.deliver()
		d.moves(2 * time.Minute)
	}
}

// pass lets time pass in which nobody writes anything.
func (d *day) pass(by time.Duration) {
	d.t.Helper()
	const step = 10 * time.Minute
	for ; by > 0; by -= step {
		d.moves(step)
		d.deliver()
	}
}

func (d *day) moves(by time.Duration) { d.mu.Lock(); defer d.mu.Unlock(); d.at = d.at.Add(by) }

func (d *day) deliver() {
	d.t.Helper()
	if err := d.house.store.ArrangeDigests(d.t.Context(), d.now()); err != nil {
		d.t.Fatal(err)
	}
	if err := d.courier.Drain(context.WithoutCancel(d.t.Context()), 0); err != nil {
		d.t.Fatal(err)
	}
}
