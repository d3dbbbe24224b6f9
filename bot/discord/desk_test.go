package discord

import (
	"context"
	"io"
	"log/slog"
	"strings"
	"sync"
	"testing"
	"time"

	"onrecord/bot/discord/discordtest"
	"onrecord/handlers"
)

// clerk is a desk that answers as each test wants it to.
type clerk struct {
	table    []handlers.Command
	serve    func(context.Context, handlers.Request) handlers.Reply
	press    func(context.Context, handlers.Press) handlers.Reply
	complete func(context.Context, handlers.Request, string, string) []handlers.Choice

	mu       sync.Mutex
	requests []handlers.Request
	presses  []handlers.Press
}

func (c *clerk) Commands() []handlers.Command {
	if c.table == nil {
		return testTable
	}
	return c.table
}

func (c *clerk) Serve(ctx context.Context, r handlers.Request) handlers.Reply {
	c.mu.Lock()
	c.requests = append(c.requests, r)
	c.mu.Unlock()
	if c.serve == nil {
		return said1("served " + r.Command)
	}
	return c.serve(ctx, r)
}

func (c *clerk) Press(ctx context.Context, p handlers.Press) handlers.Reply {
	c.mu.Lock()
	c.presses = append(c.presses, p)
	c.mu.Unlock()
	if c.press == nil {
		return handlers.Reply{Private: true, Cards: said1("pressed " + p.Action).Cards}
	}
	return c.press(ctx, p)
}

func (c *clerk) Complete(ctx context.Context, r handlers.Request, option, prefix string) []handlers.Choice {
	if c.complete == nil {
		return nil
	}
	return c.complete(ctx, r, option, prefix)
}

func (c *clerk) last(t *testing.T) handlers.Request {
	t.Helper()
	c.mu.Lock()
	defer c.mu.Unlock()
	if len(c.requests) == 0 {
		t.Fatal("the desk was not asked")
	}
	return c.requests[len(c.requests)-1]
}

// said1 is a public reply of one line.
func said1(text string) handlers.Reply {
	return handlers.Reply{Cards: []handlers.Card{{Form: handlers.FormDone, Lead: []handlers.Block{plain(handlers.Run{Text: text, Ours: true})}}}}
}

var testTable = []handlers.Command{
	{Name: "ask", Text: "Who said what about something", Options: []handlers.Option{
		{Name: "speaker", Text: "Only this person", Complete: true, MaxChars: 100},
		{Name: "question", Text: "In plain words", Required: true, MaxChars: 1000},
		{Name: "since", Text: "From this day on", Kind: handlers.Day, MaxChars: 40},
		{Name: "private", Text: "To me alone", Kind: handlers.YesNo},
	}},
	{Name: "watch add", Text: "Be told", Moderator: true, Private: true, Server: true, Options: []handlers.Option{
		{Name: "keywords", Text: "Words to look for"},
		{Name: "channel", Text: "Where alerts go", Kind: handlers.Channel},
		{Name: "kind", Text: "What counts", Kind: handlers.One, Choices: []handlers.Choice{{Name: "Everything", Value: "all"}, {Name: "Verbatim", Value: "direct"}}},
	}},
	{Name: "watch list", Text: "The watches", Moderator: true, Private: true, Server: true},
	{Name: "help", Text: "What can be asked", Private: true},
}

// quick is a pace for tests: nothing here waits longer than it must.
var quick = pace{
	open: 2 * time.Second, idle: 5 * time.Second, first: 20 * time.Millisecond, longest: 200 * time.Millisecond, refused: 500 * time.Millisecond,
	stable: time.Second, identify: 20 * time.Millisecond, patience: 10 * time.Second, response: 15 * time.Second,
}

// server is a Discord that waits longer than Discord does: how fast this
// machine is today is not what most tests are about.
func server(t *testing.T) *discordtest.Server {
	t.Helper()
	return discordtest.New(t, discordtest.Options{Deadline: 15 * time.Second})
}

func quiet() *slog.Logger { return slog.New(slog.NewTextHandler(io.Discard, nil)) }

// newSurface makes a surface of a server that is not running yet.
func newSurface(t *testing.T, srv *discordtest.Server, desk Desk, more ...func(*Config)) *Surface {
	t.Helper()
	cfg := Config{Token: srv.Token, APIURL: srv.URL, Log: quiet(), Desk: desk, Drain: 2 * time.Second}
	for _, m := range more {
		m(&cfg)
	}
	s, err := New(cfg)
	if err != nil {
		t.Fatal(err)
	}
	s.pace = quick
	return s
}

// run runs a surface until the test ends, and waits until it is there.
func run(t *testing.T, srv *discordtest.Server, s *Surface) {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- s.Run(ctx) }()
	t.Cleanup(func() {
		cancel()
		if err := <-done; err != nil {
			t.Errorf("Run: %v", err)
		}
	})
	if !srv.WaitOnline(10 * time.Second) {
		t.Fatalf("the bot did not come online: %s", strings.Join(srv.Violations(), "\n"))
	}
}

func plain(runs ...handlers.Run) handlers.Block { return handlers.Block{Runs: runs} }

func look(l handlers.Look, runs ...handlers.Run) handlers.Block {
	return handlers.Block{Look: l, Runs: runs}
}
