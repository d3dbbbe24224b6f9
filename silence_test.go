package main

import (
	"net/http"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"onrecord/bot/discord"
	"onrecord/bot/discord/discordtest"
	"onrecord/feeds/sample"
)

// A source fails and comes back, from the feed that answers 503 to the message
// in Discord: one message, which is edited and taken back.
func TestSilenceInDiscord(t *testing.T) {
	var at atomic.Int64
	at.Store(time.Date(2026, time.November, 20, 8, 0, 0, 0, time.UTC).Unix())
	now := func() time.Time { return time.Unix(at.Load(), 0).UTC() }
	news := sample.New(now)
	news.Reveal(news.Articles() / 2)
	broken := news.Feeds()[0]
	var down atomic.Bool
	base, stop, err := serve(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if down.Load() && r.URL.Path == broken {
			http.Error(w, "maintenance", http.StatusServiceUnavailable)
			return
		}
		news.ServeHTTP(w, r)
	}))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(stop)
	srv := discordtest.New(t)
	c := Defaults()
	c.Feeds.AllowPrivate, c.Feeds.Workers = []string{base}, 1
	for _, path := range news.Feeds() {
		c.Feeds.List = append(c.Feeds.List, FeedConfig{URL: "http://" + base + path, Schedule: "@every 10m"})
	}
	c.Store.URL = filepath.Join(t.TempDir(), "onrecord.db")
	c.Bot.Watches = []WatchConfig{{Speaker: "Mira Solheim", Channel: srv.AddChannel(discordtest.Guild, "solheim", discordtest.TypeText)}}
	h, err := build(t.Context(), c, silent(), now)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = h.Close() })
	if err := h.begin(t.Context(), "discord"); err != nil {
		t.Fatal(err)
	}
	surface, err := discord.New(discord.Config{Token: srv.Token, APIURL: srv.URL, Log: silent(), Desk: h.desk})
	if err != nil {
		t.Fatal(err)
	}
	courier := h.courier(surface)
	turns := func(n int) {
		t.Helper()
		for range n {
			if _, err := h.poller.Cycle(t.Context()); err != nil {
				t.Fatal(err)
			}
			if _, err := h.watch.Look(t.Context()); err != nil {
				t.Fatal(err)
			}
			if err := courier.Drain(t.Context(), 0); err != nil {
				t.Fatal(err)
			}
			at.Add(600)
		}
	}
	turns(2)
	told := func() (out []discordtest.Message) {
		for _, m := range srv.Messages(c.Bot.Watches[0].Channel) {
			if strings.Contains(m.Text(), "Down from") || strings.Contains(m.Text(), "told once") {
				out = append(out, m)
			}
		}
		return out
	}
	down.Store(true)
	turns(8)
	said := told()
	if len(said) != 1 || !strings.Contains(said[0].Text(), "has failed since 08:20 UTC") || !strings.Contains(said[0].Text(), "Their server answers 503.") {
		t.Fatalf("%d messages: %+v", len(said), said)
	}
	if len(said[0].Buttons) != 2 || !strings.HasPrefix(said[0].Buttons[0].CustomID, "v1:feedcheck:f") {
		t.Errorf("buttons: %+v", said[0].Buttons)
	}
	for news.Next() { // while it cannot be read
	}
	turns(1)
	down.Store(false)
	turns(12)
	said = told()
	if len(said) != 1 || !strings.Contains(said[0].Text(), " is back since ") || !strings.Contains(said[0].Text(), "read late") || !strings.Contains(said[0].Text(), "nothing is missing") || len(said[0].Buttons) != 0 {
		t.Errorf("%d messages at the end: %+v", len(said), said)
	}
	if v := srv.Violations(); len(v) > 0 {
		t.Errorf("Discord's document refuses:\n%s", strings.Join(v, "\n"))
	}
}
