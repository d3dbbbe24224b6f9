package discord

import (
	"context"
	"fmt"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/bwmarrin/discordgo"

	"onrecord/bot/discord/discordtest"
	"onrecord/handlers"
)

func TestSlowAnswerIsAnnouncedFirst(t *testing.T) {
	tests := []struct {
		name    string
		options map[string]any
		private bool // the reply
		want    bool // ephemeral in the end
	}{
		{"to all", map[string]any{"question": "?"}, false, false},
		{"to one", map[string]any{"question": "?", "private": true}, true, true},
		{"announced to all, but for one", map[string]any{"question": "?"}, true, true},
		{"announced to one, but for all", map[string]any{"question": "?", "private": true}, false, true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			srv := server(t)
			desk := &clerk{serve: func(ctx context.Context, r handlers.Request) handlers.Reply {
				time.Sleep(150 * time.Millisecond)
				return handlers.Reply{Private: tt.private, Cards: said1("at last").Cards}
			}}
			s := newSurface(t, srv, desk)
			s.pace.patience = 50 * time.Millisecond
			run(t, srv, s)
			got, err := srv.Slash(discordtest.Guild, discordtest.Channel, discordtest.Member, "ask", tt.options)
			if err != nil {
				t.Fatal(err)
			}
			if !got.Deferred || got.Content != "at last" || got.Ephemeral != tt.want || len(got.More) > 0 {
				t.Errorf("reply %+v", got)
			}
			if tt.want && len(srv.Messages(discordtest.Channel)) > 0 {
				t.Error("something is left for all to see")
			}
		})
	}
}

func TestTwoHundredAtOnce(t *testing.T) {
	const n = 200
	// The deadline is the machine's, not Discord's: one answer after the other
	// would take 40 seconds.
	srv := discordtest.New(t, discordtest.Options{Deadline: 20 * time.Second})
	var all sync.WaitGroup
	all.Add(n)
	desk := &clerk{serve: func(_ context.Context, r handlers.Request) handlers.Reply {
		all.Done()
		all.Wait() // nobody is answered before everybody has asked
		return said1("about " + r.Options["question"])
	}}
	s := newSurface(t, srv, desk)
	s.pace.patience = time.Minute
	run(t, srv, s)
	srv.Inject(discordtest.Fault{Path: "/interactions/*/*/callback", Times: -1, After: true, Delay: 200 * time.Millisecond})
	var wg sync.WaitGroup
	for i := range n {
		wg.Go(func() {
			question := fmt.Sprint("thing ", i)
			got, err := srv.Slash(discordtest.Guild, discordtest.Channel, discordtest.Member, "ask", map[string]any{"question": question})
			if err != nil || got.Content != "about "+question {
				t.Errorf("%s: %q, %v", question, got.Content, err)
			}
		})
	}
	wg.Wait()
}

func TestEveryCardOfAReplyIsShown(t *testing.T) {
	t.Parallel()
	srv := server(t)
	card := func(lead, body string) handlers.Card {
		c := handlers.Card{Body: []handlers.Block{plain(handlers.Run{Text: body})}}
		if lead != "" {
			c.Lead = []handlers.Block{plain(handlers.Run{Text: lead})}
		}
		return c
	}
	desk := &clerk{serve: func(context.Context, handlers.Request) handlers.Reply {
		return handlers.Reply{Private: true, Cards: []handlers.Card{card("one", "first"), card("", "second"), card("two", "third")}}
	}}
	run(t, srv, newSurface(t, srv, desk))
	got, err := srv.Slash(discordtest.Guild, discordtest.Channel, discordtest.Member, "help", nil)
	if err != nil {
		t.Fatal(err)
	}
	// What else was called, as the commands' registration, may be answered in between.
	var further discordtest.Request
	if !srv.Wait(5*time.Second, func() bool {
		for _, r := range srv.Requests() {
			if strings.HasPrefix(r.Path, "/webhooks") && r.Method == http.MethodPost {
				further = r
			}
		}
		return further.Path != ""
	}) {
		t.Fatal("no further message came")
	}
	if got.Content != "one" || len(got.Embeds) != 2 || got.Embeds[1].Description != "second" {
		t.Errorf("reply %+v", got)
	}
	if !strings.Contains(string(further.Body), `"content":"two"`) || !strings.Contains(string(further.Body), `"flags":64`) {
		t.Errorf("further message %s", further.Body)
	}
}

func TestFirstResponseSurvivesTrouble(t *testing.T) {
	t.Parallel()
	const callback = "/interactions/*/*/callback"
	tests := []struct {
		name  string
		fault discordtest.Fault
	}{
		{"reset before", discordtest.Fault{Path: callback, Reset: true}},
		{"reset after", discordtest.Fault{Path: callback, Reset: true, After: true}},
		{"502 after", discordtest.Fault{Path: callback, Status: 502, After: true}},
		{"500 before", discordtest.Fault{Path: callback, Status: 500}},
		{"429", discordtest.Fault{Path: callback, Status: 429, RetryAfter: 100 * time.Millisecond}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			srv := server(t)
			run(t, srv, newSurface(t, srv, &clerk{}))
			srv.Inject(tt.fault)
			got, err := srv.Slash(discordtest.Guild, discordtest.Channel, discordtest.Member, "ask", map[string]any{"question": "?"})
			if err != nil || got.Content != "served ask" {
				t.Errorf("reply %+v, %v", got, err)
			}
			if n := len(srv.Messages(discordtest.Channel)); n != 1 {
				t.Errorf("%d messages", n)
			}
		})
	}
}

func TestEndWaitsForAnswersInFlight(t *testing.T) {
	t.Parallel()
	srv := server(t)
	begun := make(chan struct{})
	desk := &clerk{serve: func(context.Context, handlers.Request) handlers.Reply {
		close(begun)
		time.Sleep(300 * time.Millisecond)
		return said1("before the end")
	}}
	s := newSurface(t, srv, desk)
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() { ended <- s.Run(ctx) }()
	if !srv.WaitOnline(10 * time.Second) {
		t.Fatal("not online")
	}
	var got discordtest.Reply
	var err error
	var wg sync.WaitGroup
	wg.Go(func() {
		got, err = srv.Slash(discordtest.Guild, discordtest.Channel, discordtest.Member, "ask", map[string]any{"question": "?"})
	})
	<-begun
	cancel()
	if err := <-ended; err != nil {
		t.Errorf("Run: %v", err)
	}
	wg.Wait()
	if err != nil || got.Content != "before the end" {
		t.Errorf("reply %+v, %v", got, err)
	}
}

func TestEndOfPatienceSaysSo(t *testing.T) {
	t.Parallel()
	srv := server(t)
	begun := make(chan struct{})
	desk := &clerk{serve: func(ctx context.Context, _ handlers.Request) handlers.Reply {
		close(begun)
		<-make(chan struct{}) // never
		return handlers.Reply{}
	}}
	s := newSurface(t, srv, desk, func(c *Config) { c.Drain = 200 * time.Millisecond })
	s.pace.patience = 50 * time.Millisecond
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() { ended <- s.Run(ctx) }()
	if !srv.WaitOnline(10 * time.Second) {
		t.Fatal("not online")
	}
	var got discordtest.Reply
	var wg sync.WaitGroup
	wg.Go(func() {
		got, _ = srv.Slash(discordtest.Guild, discordtest.Channel, discordtest.Member, "ask", map[string]any{"question": "?", "private": true})
	})
	<-begun
	cancel()
	<-ended
	wg.Wait()
	if !strings.Contains(got.Content, "was not ready") {
		t.Errorf("reply %+v", got)
	}
}

func TestGlobalLimitHoldsUpNoAnswer(t *testing.T) {
	t.Parallel()
	srv := server(t)
	s := newSurface(t, srv, &clerk{})
	run(t, srv, s)
	srv.Inject(discordtest.Fault{Path: "/channels/*/messages", Status: 429, RetryAfter: time.Minute, Global: true})
	if _, err := s.Post(t.Context(), here, alert("d1"), "d1"); err == nil {
		t.Fatal("no limit")
	}
	alive(t, srv)
}

func TestAnnouncementThatNobodyHeardOf(t *testing.T) {
	t.Parallel()
	srv := server(t)
	desk := &clerk{serve: func(context.Context, handlers.Request) handlers.Reply {
		time.Sleep(200 * time.Millisecond)
		return said1("at last")
	}}
	s := newSurface(t, srv, desk)
	s.pace.patience = 50 * time.Millisecond
	run(t, srv, s)
	// Discord hears the announcement, and we hear nothing but resets.
	srv.Inject(discordtest.Fault{Path: "/interactions/*/*/callback", Reset: true, After: true, Times: 5})
	got, err := srv.Slash(discordtest.Guild, discordtest.Channel, discordtest.Member, "ask", map[string]any{"question": "?"})
	if err != nil || !got.Deferred || got.Content != "at last" {
		t.Errorf("reply %+v, %v", got, err)
	}
}

func TestAnswerThatDiscordRefusesIsAProblem(t *testing.T) {
	t.Parallel()
	srv := server(t)
	run(t, srv, newSurface(t, srv, &clerk{}))
	srv.Inject(discordtest.Fault{Path: "/interactions/*/*/callback", Status: 400, Code: 50035})
	got, err := srv.Slash(discordtest.Guild, discordtest.Channel, discordtest.Member, "ask", map[string]any{"question": "?"})
	if err != nil || !strings.Contains(got.Content, "Something broke on our side") {
		t.Errorf("reply %+v, %v", got, err)
	}
}

// TestFirstResponseKeepsDiscordsTime runs at Discord's own pace: a desk that
// never answers is announced within three seconds.
func TestFirstResponseKeepsDiscordsTime(t *testing.T) {
	t.Parallel()
	srv := discordtest.New(t, discordtest.Options{Patience: 3 * time.Second})
	asked := make(chan struct{})
	desk := &clerk{serve: func(ctx context.Context, _ handlers.Request) handlers.Reply {
		<-asked
		return said1("in the end")
	}}
	s := newSurface(t, srv, desk)
	s.pace.patience, s.pace.response = usualPace.patience, usualPace.response
	run(t, srv, s)
	timer := time.AfterFunc(3500*time.Millisecond, func() { close(asked) })
	defer timer.Stop()
	got, err := srv.Slash(discordtest.Guild, discordtest.Channel, discordtest.Member, "ask", map[string]any{"question": "?"})
	if err != nil || !got.Deferred || got.First > discordgo.InteractionDeadline || got.Content != "in the end" {
		t.Errorf("first response after %s, reply %q, %v", got.First, got.Content, err)
	}
}
