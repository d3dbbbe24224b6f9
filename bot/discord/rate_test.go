package discord

import (
	"context"
	"flag"
	"fmt"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"onrecord/bot"
	"onrecord/bot/discord/discordtest"
	"onrecord/handlers"
	"onrecord/handlers/locales"
	"onrecord/statements"
	"onrecord/store"
)

var whole = flag.Bool("rate", false, "TestRate posts 10,000 alerts to 500 channels at Discord's own limits, which takes minutes, and wants 95 % of them")

// TestRate has the courier post a full outbox into a Discord that keeps its
// limits, and prints what it reaches of them. In an ordinary run the limits are
// those of a Discord that is five times faster. The figures of a release:
//
//	go test -run TestRate -v -timeout 20m ./bot/discord -rate
func TestRate(t *testing.T) {
	small := load{channels: 30, each: 12, scale: 5}
	if *whole {
		small = load{channels: 500, each: 20, scale: 1}
	}
	t.Run("article by article", func(t *testing.T) { small.run(t, false) })
	t.Run("place by place", func(t *testing.T) { small.run(t, true) })
}

// load is an outbox of so many messages to each of so many channels, and by how
// much Discord is faster than it is.
type load struct{ channels, each, scale int }

// Discord's limit of one channel, as its answers tell it.
const (
	channelMost = 5
	channelPer  = 5 * time.Second
)

func (l load) run(t *testing.T, byPlace bool) {
	srv := server(t)
	per, channelPer := globalPer/time.Duration(l.scale), channelPer/time.Duration(l.scale)
	srv.Limit("", "", globalMost, per)
	srv.Limit("POST", "/channels/*/messages", channelMost, channelPer)
	s := newSurface(t, srv, nil)
	s.gate = newGate(globalMost, per)
	s.http = s.client(s.gate)
	s.rest.Client = s.http

	var places []string
	for i := range l.channels {
		places = append(places, "discord:"+srv.AddChannel(discordtest.Guild, fmt.Sprint("channel-", i), discordtest.TypeText))
	}
	st := l.owing(t, places, byPlace)
	c := &bot.Courier{Outbox: st, Surface: s, Now: time.Now, Log: quiet(), Workers: 64, Look: time.Second,
		Draw: func(d statements.Delivery) handlers.Card {
			return handlers.DeliveryCard(locales.English, d, time.Now(), time.UTC)
		}}
	want := l.channels * l.each
	var posted atomic.Int64
	srv.OnMessage(func(discordtest.Message) { posted.Add(1) })
	ctx, stop := context.WithCancel(t.Context())
	done := make(chan error, 1)
	go func() { done <- c.Run(ctx) }()
	srv.Wait(15*time.Minute, func() bool { return posted.Load() >= int64(want) })
	stop()
	if err := <-done; err != nil {
		t.Error(err)
	}
	l.tell(t, srv, places, per, channelPer)
}

// owing gives a store that owes every channel its messages: the first of each,
// then the second of each, or all of one channel before those of the next.
func (l load) owing(t *testing.T, places []string, byPlace bool) *store.Store {
	ctx := t.Context()
	st, err := store.Open(ctx, filepath.Join(t.TempDir(), "onrecord.db"), ".")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = st.Close() })
	for _, p := range places {
		if _, err := st.AddWatch(ctx, statements.Watch{Place: p, Speaker: "Mira Solheim", Server: "discord:" + discordtest.Guild, By: "edith", Created: time.Now()}); err != nil {
			t.Fatal(err)
		}
	}
	watches, version, err := st.Watches(ctx)
	if err != nil {
		t.Fatal(err)
	}
	keep := func(name string, i int, to []statements.Watch) {
		if _, err := st.KeepArticle(ctx, arrival(name, i, version, to)); err != nil {
			t.Fatal(err)
		}
	}
	if byPlace {
		for k, w := range watches {
			for i := range l.each {
				keep(fmt.Sprint(k), i, []statements.Watch{w})
			}
		}
		return st
	}
	for i := range l.each {
		keep("all", i, watches)
	}
	return st
}

// arrival is the article number i of a name, with an alert for some watches.
func arrival(name string, i int, version int64, to []statements.Watch) statements.Arrival {
	now := time.Now()
	text := fmt.Sprintf("Talks %d of %s\n\n“No, %d times no,” Mira Solheim said.", i, name, i)
	at := strings.Index(text, "No,")
	span := []statements.Span{{Start: at, End: at + strings.Index(text[at:], ",”")}}
	a := statements.Arrival{At: now, Watches: version, Outlet: statements.Outlet{Name: "Harbor Courier", URL: "https://harborcourier.example"},
		Article: statements.Article{URL: fmt.Sprintf("https://harborcourier.example/%s/%d", name, i), Outlet: "Harbor Courier", Lang: "en",
			Title: fmt.Sprintf("Talks %d of %s", i, name), Text: text, Fetched: now},
		Statements: []statements.Statement{{Speaker: "Mira Solheim", Known: statements.ByName, Kind: statements.Direct, Content: span, Verbatim: span, Confidence: 1}}}
	for _, w := range to {
		a.Alerts = append(a.Alerts, statements.Alert{Watch: w, Form: statements.FormAlert, Statements: []int{0}, Reason: "spoke"})
	}
	return a
}

// tell prints what was reached and checks that every message is there once, in
// the order of the outbox.
func (l load) tell(t *testing.T, srv *discordtest.Server, places []string, per, channelPer time.Duration) {
	requests := srv.Requests()
	refused := 0
	for _, r := range requests {
		if r.Status == 429 {
			refused++
		}
	}
	want := l.channels * l.each
	took := requests[len(requests)-1].At.Sub(requests[0].At)
	// The first call of a limit's window is free of it: n calls need so long.
	least := max(time.Duration(want-1)/globalMost*per, time.Duration((l.each-1)/channelMost)*channelPer)
	share := 100 * float64(least) / float64(took)
	t.Logf("%d messages to %d channels in %v: %d requests, %d of them 429; %.1f a second, %.1f %% of what the limits allow",
		want, l.channels, took.Round(time.Millisecond), len(requests), refused, float64(want)/took.Seconds(), share)
	if refused > 0 {
		t.Errorf("%d requests passed a limit", refused)
	}
	if *whole && share < 95 {
		t.Errorf("%.1f %% of what the limits allow", share)
	}
	for _, place := range places {
		list := srv.Messages(strings.TrimPrefix(place, "discord:"))
		if len(list) != l.each {
			t.Errorf("%s has %d messages", place, len(list))
		}
		for i, m := range list {
			if !strings.Contains(m.Text(), fmt.Sprintf("Talks %d of", i)) {
				t.Errorf("%s: message %d is %s", place, i, m.Text())
			}
		}
	}
}
