package main

import (
	"context"
	"io"
	"log/slog"
	"os"
	"strings"
	"time"
	_ "time/tzdata" // watches name time zones, and not every machine knows them

	"github.com/lmittmann/tint"
	"golang.org/x/term"

	"onrecord/bot"
	"onrecord/feeds"
	"onrecord/handlers"
	"onrecord/handlers/advice"
	"onrecord/handlers/locales"
	"onrecord/statements"
	"onrecord/statements/extract"
	"onrecord/store"
)

// house is the rooms of one process, wired in the order in which data flows.
type house struct {
	config  Config
	zone    *time.Location
	client  *feeds.Client
	public  *feeds.Client // for those who may not say what is read
	store   *store.Store
	ingest  *bot.Ingest
	poller  *feeds.Poller
	relook  *feeds.Relooker // nil looks at no page again
	backlog *bot.Backlog
	desk    *handlers.Desk
	watch   *bot.Watchman
	vectors *bot.Embedder // nil: nothing is searched by meaning
	log     *slog.Logger
	now     func() time.Time
}

// client makes the fetching client that the configuration and the environment
// ask for.
func client(c Config) (*feeds.Client, error) {
	allowed := append([]string{}, c.Feeds.AllowPrivate...)
	for a := range strings.SplitSeq(os.Getenv("ONRECORD_ALLOW_PRIVATE"), ",") {
		if a = strings.TrimSpace(a); a != "" {
			allowed = append(allowed, a)
		}
	}
	return newClient(c, allowed)
}

// publicClient reads for those who may not say what is read: nothing private,
// whatever feeds may.
func publicClient(c Config) (*feeds.Client, error) { return newClient(c, nil) }

func newClient(c Config, allowed []string) (*feeds.Client, error) {
	return feeds.NewClient(feeds.Config{
		AllowPrivate: allowed,
		Timeout:      time.Duration(c.Feeds.Timeout),
		MaxBytes:     int64(c.Feeds.MaxBytes),
		Workers:      int(c.Feeds.Workers),
		UserAgent:    c.Feeds.UserAgent,
	})
}

// build opens the store and puts the rooms together. The caller closes it.
func build(ctx context.Context, c Config, log *slog.Logger, now func() time.Time) (*house, error) {
	feeds.EaseCollector()
	zone, err := time.LoadLocation(c.Handlers.TimeZone)
	if err != nil {
		return nil, err
	}
	cl, err := client(c)
	if err != nil {
		return nil, err
	}
	public, err := publicClient(c)
	if err != nil {
		return nil, err
	}
	read, err := extract.Open(c.Statements.Model)
	if err != nil {
		return nil, err
	}
	st, err := store.Open(ctx, c.Store.URL, ".")
	if err != nil {
		return nil, err
	}
	st.Zone = zone
	h := &house{config: c, zone: zone, client: cl, public: public, store: st, log: log, now: now}
	h.ingest = &bot.Ingest{Archive: st, Read: read.Read}
	h.poller = &feeds.Poller{
		Client: cl, Store: st, Keep: h.ingest.Keep, Known: st.Known,
		Workers: int(c.Feeds.Workers), Now: now, Log: log,
	}
	if c.Feeds.Relook {
		h.ingest.Relook = true
		again := &bot.Relook{Record: st, Ingest: h.ingest}
		h.relook = &feeds.Relooker{Client: cl, Looks: st, Keep: again.Keep, Offline: h.poller.Offline, Now: now, Log: log}
		h.poller.Edited = again.Edited
	}
	h.backlog = &bot.Backlog{Shelf: st, Now: now}
	h.watch = &bot.Watchman{Ward: st, Now: now, Log: log, Mute: !bool(c.Bot.Silence),
		Admin: c.Bot.Discord.admin(), Calm: c.Bot.AllQuiet.calm(zone)}
	h.desk = handlers.On(st)
	h.desk.Now, h.desk.Zone, h.desk.Log, h.desk.Sure = now, zone, log, c.Statements.Sure
	h.desk.Tongue = locales.Of(c.Bot.Locale)
	h.desk.Intake, h.desk.Schedule = newIntake(cl, now), feeds.CheckSchedule
	if m := c.Handlers.Model; m.URL != "" {
		h.desk.Advisor = advice.New(advice.Config{URL: m.URL, Name: m.Name, Key: m.Key(), Timeout: time.Duration(m.Timeout)})
	}
	h.embed(c.Handlers.Embeddings)
	h.desk.Pages = &glances{client: cl, now: now}
	h.desk.Readings = newFindings(cl, public, read.Read, now)
	h.desk.Canonical = feeds.Canonical
	h.desk.Feeds = scheduled{st, c.Feeds.Schedule}
	h.desk.Started, h.desk.Version = now(), version
	return h, nil
}

// Close gives back what build has taken.
func (h *house) Close() error {
	h.client.Close()
	h.public.Close()
	return h.store.Close()
}

// scheduled gives feeds that are added in chat the configuration's schedule.
type scheduled struct {
	feedRows
	schedule string
}

type feedRows = handlers.Feeds

func (s scheduled) AddFeed(ctx context.Context, f statements.Feed) (statements.Feed, error) {
	if f.Schedule == "" {
		f.Schedule = s.schedule
	}
	return s.feedRows.AddFeed(ctx, f)
}

// sync brings the store's feeds and watches in step with the configuration.
func (h *house) sync(ctx context.Context) error {
	if err := h.store.SyncFeeds(ctx, h.config.feeds()); err != nil {
		return err
	}
	return h.store.SyncWatches(ctx, h.config.watches())
}

// posts is how many places get a message at the same time. A place takes one a
// second and Discord takes fifty in all: with fewer, the first places of a long
// outbox would hold up the others.
const posts = 64

// courier brings what is owed to one surface, and has new alerts ring it.
func (h *house) courier(s bot.Surface) *bot.Courier {
	c := &bot.Courier{
		Outbox: h.store, Surface: s, Draw: h.desk.Draw, Tongue: h.desk.Tongue,
		Now: h.now, Log: h.log, Workers: posts, Look: time.Second,
	}
	h.ingest.Owed, h.backlog.Owed = c.Wake, c.Wake
	h.watch.Surface, h.watch.Owed = s.Prefix(), c.Wake
	return c
}

// try fetches a feed and says what it is called.
func (h *house) try(ctx context.Context, url string) (title string, items int, err error) {
	f, err := h.client.Get(ctx, url, "", "")
	if err != nil {
		return "", 0, err
	}
	d, err := feeds.ParseFeed(f.Body, f.ContentType, f.URL)
	if err != nil {
		return "", 0, err
	}
	return d.Title, len(d.Items), nil
}

// logger writes for people on a terminal and for machines elsewhere.
func logger(w io.Writer) *slog.Logger {
	if f, ok := w.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
		return slog.New(tint.NewTextHandler(f, &tint.Options{TimeFormat: time.TimeOnly, NoColor: os.Getenv("NO_COLOR") != ""}))
	}
	return slog.New(slog.NewJSONHandler(w, nil))
}

func silent() *slog.Logger { return slog.New(slog.DiscardHandler) }
