package discord

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/bwmarrin/discordgo"
	"github.com/google/go-cmp/cmp"

	"onrecord/bot/discord/discordtest"
	"onrecord/handlers"
)

func TestSlashCommandReachesTheDesk(t *testing.T) {
	t.Parallel()
	srv := server(t)
	desk := &clerk{}
	run(t, srv, newSurface(t, srv, desk))

	got, err := srv.Slash(discordtest.Guild, discordtest.Channel, discordtest.Member, "ask",
		map[string]any{"question": "what about the quota?", "private": true})
	if err != nil {
		t.Fatal(err)
	}
	if got.Content != "served ask" || got.Ephemeral || got.Deferred {
		t.Errorf("reply %+v", got)
	}
	want := handlers.Request{
		Command: "ask", Options: map[string]string{"question": "what about the quota?", "private": "yes"},
		User:   handlers.User{ID: discordtest.Member, Name: "jonas"},
		Server: "discord:" + discordtest.Guild, Place: "discord:" + discordtest.Channel, Locale: "en-GB",
	}
	if d := cmp.Diff(want, desk.last(t)); d != "" {
		t.Errorf("request (-want +got):\n%s", d)
	}
	if v := srv.Violations(); len(v) > 0 {
		t.Errorf("Discord's document refuses: %s", strings.Join(v, "\n"))
	}
}

func TestSubcommandWithAChannel(t *testing.T) {
	t.Parallel()
	srv := server(t)
	desk := &clerk{}
	run(t, srv, newSurface(t, srv, desk))
	other := srv.AddChannel(discordtest.Guild, "port", discordtest.TypeText)

	_, err := srv.Slash(discordtest.Guild, discordtest.Channel, discordtest.Moderator, "watch add",
		map[string]any{"keywords": "quota", "channel": other, "kind": "direct"})
	if err != nil {
		t.Fatal(err)
	}
	got := desk.last(t)
	want := map[string]string{"keywords": "quota", "channel": "discord:" + other, "kind": "direct"}
	if d := cmp.Diff(want, got.Options); d != "" || got.Command != "watch add" || !got.User.ManageServer {
		t.Errorf("%q by %+v, options (-want +got):\n%s", got.Command, got.User, d)
	}
}

func TestRightsAreThoseOfTheMember(t *testing.T) {
	t.Parallel()
	srv := server(t)
	desk := &clerk{}
	run(t, srv, newSurface(t, srv, desk))
	_, err := srv.Slash(discordtest.Guild, discordtest.Channel, discordtest.Member, "watch list", nil)
	if !errors.Is(err, discordtest.ErrHidden) {
		t.Errorf("Discord shows a moderator's command to a member: %v", err)
	}
	use := discordtest.Use{Guild: discordtest.Guild, Channel: discordtest.Channel, User: discordtest.Member, Command: "watch list", Unchecked: true}
	if _, err := srv.Do(use); err != nil {
		t.Fatal(err)
	}
	if desk.last(t).User.ManageServer {
		t.Error("a member counts as a moderator")
	}
	srv.SetRights(discordtest.Guild, "1200000000000000003", discordtest.Administrator)
	if _, err := srv.Slash(discordtest.Guild, discordtest.Channel, "1200000000000000003", "watch list", nil); err != nil {
		t.Fatal(err)
	}
	if !desk.last(t).User.ManageServer {
		t.Error("an administrator does not count as a moderator")
	}
}

func TestForeignChannelIsRefused(t *testing.T) {
	t.Parallel()
	srv := server(t)
	desk := &clerk{}
	run(t, srv, newSurface(t, srv, desk))
	elsewhere := srv.AddChannel(srv.AddGuild("Another"), "secret", discordtest.TypeText)
	voice := srv.AddChannel(discordtest.Guild, "talk", discordtest.TypeVoice)
	for _, id := range []string{elsewhere, voice, "1", "x"} {
		got, err := srv.Do(discordtest.Use{Guild: discordtest.Guild, Channel: discordtest.Channel, User: discordtest.Moderator,
			Command: "watch add", Options: map[string]any{"channel": id}, Unchecked: true})
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(got.Content, "channel") || !got.Ephemeral {
			t.Errorf("channel %s: %q, ephemeral %v", id, got.Content, got.Ephemeral)
		}
	}
	if len(desk.requests) > 0 {
		t.Errorf("the desk got %+v", desk.requests)
	}
}

func TestDirectMessageHasNoServer(t *testing.T) {
	t.Parallel()
	srv := server(t)
	desk := &clerk{}
	run(t, srv, newSurface(t, srv, desk))
	dm := srv.AddChannel("", "", discordtest.TypeDM)
	if _, err := srv.Slash("", dm, discordtest.Moderator, "ask", map[string]any{"question": "?"}); err != nil {
		t.Fatal(err)
	}
	if r := desk.last(t); r.Server != "" || r.Place != "discord:"+dm || r.User.ManageServer {
		t.Errorf("request %+v", r)
	}
	if _, err := srv.Slash("", dm, discordtest.Moderator, "watch list", nil); !errors.Is(err, discordtest.ErrHidden) {
		t.Errorf("a server's command in a direct message: %v", err)
	}
}

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

func TestPanickingDeskIsAProblemNotTheEnd(t *testing.T) {
	t.Parallel()
	srv := server(t)
	desk := &clerk{
		serve:    func(context.Context, handlers.Request) handlers.Reply { panic("the desk broke") },
		complete: func(context.Context, handlers.Request, string, string) []handlers.Choice { panic("again") },
	}
	run(t, srv, newSurface(t, srv, desk))
	for range 2 {
		got, err := srv.Slash(discordtest.Guild, discordtest.Channel, discordtest.Member, "ask", map[string]any{"question": "?"})
		if err != nil || !strings.Contains(got.Content, "Something broke on our side") || !got.Ephemeral {
			t.Errorf("reply %+v, %v", got, err)
		}
	}
	list, err := srv.Autocomplete(discordtest.Use{Guild: discordtest.Guild, Channel: discordtest.Channel, User: discordtest.Member, Command: "ask"}, "speaker", "so")
	if err != nil || len(list) != 0 {
		t.Errorf("completion %v, %v", list, err)
	}
}

func TestCompletion(t *testing.T) {
	t.Parallel()
	srv := server(t)
	desk := &clerk{complete: func(_ context.Context, r handlers.Request, option, prefix string) []handlers.Choice {
		list := []handlers.Choice{{Name: r.Command + " " + option + " " + prefix, Value: "v"}, {Name: strings.Repeat("long ", 40), Value: "w"},
			{Name: "not to be sent", Value: strings.Repeat("x", 101)}, {Name: "", Value: "y"}}
		for i := range 40 {
			list = append(list, handlers.Choice{Name: fmt.Sprint("n", i), Value: fmt.Sprint(i)})
		}
		return list
	}}
	run(t, srv, newSurface(t, srv, desk))
	use := discordtest.Use{Guild: discordtest.Guild, Channel: discordtest.Channel, User: discordtest.Member, Command: "ask", Options: map[string]any{"question": "what"}}
	got, err := srv.Autocomplete(use, "speaker", "so")
	if err != nil {
		t.Fatal(err)
	}
	if len(got) != 25 || got[0] != (discordtest.Choice{Name: "ask speaker so", Value: "v"}) {
		t.Errorf("%d choices: %v", len(got), got)
	}
}

func TestButton(t *testing.T) {
	t.Parallel()
	srv := server(t)
	desk := &clerk{press: func(_ context.Context, p handlers.Press) handlers.Reply {
		switch p.Action {
		case "page":
			return handlers.Reply{Update: true, Cards: said1("page " + p.Arg).Cards}
		case "share":
			return said1("shared")
		}
		return handlers.Reply{Private: true, Cards: said1("context of " + p.ID).Cards}
	}}
	s := newSurface(t, srv, desk)
	run(t, srv, s)
	id, err := s.Post(t.Context(), "discord:"+discordtest.Channel, handlers.Card{
		Lead: []handlers.Block{plain(handlers.Run{Text: "words"})}, Body: []handlers.Block{plain(handlers.Run{Text: "more"})},
		Buttons: []handlers.Button{{Label: "Show context", Action: "context", ID: "d1"}, {Label: "Next", Action: "page", ID: "q1", Arg: "2"}, {Label: "Share", Action: "share", ID: "q1"}},
	}, "d1")
	if err != nil {
		t.Fatal(err)
	}
	press := func(customID string) discordtest.Reply {
		t.Helper()
		got, err := srv.Press(discordtest.Guild, discordtest.Channel, discordtest.Moderator, id, customID)
		if err != nil {
			t.Fatal(err)
		}
		return got
	}
	if got := press("v1:context:d1"); got.Content != "context of d1" || !got.Ephemeral || got.Updated {
		t.Errorf("context: %+v", got)
	}
	if got := press("v1:share:q1"); got.Content != "shared" || got.Ephemeral {
		t.Errorf("share: %+v", got)
	}
	got := press("v1:page:q1:2")
	m := srv.Messages(discordtest.Channel)[0]
	if !got.Updated || m.Content != "page 2" || len(m.Buttons) != 0 || len(m.Embeds) != 0 {
		t.Errorf("page: %+v, message %+v", got, m)
	}
	if !desk.presses[0].User.ManageServer || desk.presses[0].Server != "discord:"+discordtest.Guild {
		t.Errorf("press %+v", desk.presses[0])
	}
}

func TestSlowButtons(t *testing.T) {
	t.Parallel()
	srv := server(t)
	desk := &clerk{press: func(_ context.Context, p handlers.Press) handlers.Reply {
		time.Sleep(100 * time.Millisecond)
		return handlers.Reply{Update: p.Action == "page", Private: p.Action != "page", Cards: said1("slow " + p.Action).Cards}
	}}
	s := newSurface(t, srv, desk)
	s.pace.patience = 20 * time.Millisecond
	run(t, srv, s)
	id, err := s.Post(t.Context(), "discord:"+discordtest.Channel, handlers.Card{Lead: []handlers.Block{plain(handlers.Run{Text: "words"})},
		Buttons: []handlers.Button{{Label: "Show context", Action: "context", ID: "d1"}, {Label: "Next", Action: "page", ID: "q1", Arg: "2"}}}, "")
	if err != nil {
		t.Fatal(err)
	}
	got, err := srv.Press(discordtest.Guild, discordtest.Channel, discordtest.Member, id, "v1:context:d1")
	if err != nil || !got.Deferred || !got.Ephemeral || got.Content != "slow context" {
		t.Errorf("context: %+v, %v", got, err)
	}
	got, err = srv.Press(discordtest.Guild, discordtest.Channel, discordtest.Member, id, "v1:page:q1:2")
	if err != nil || !got.Deferred || !got.Updated || got.Content != "slow page" {
		t.Errorf("page: %+v, %v", got, err)
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
	if !srv.Wait(5*time.Second, func() bool {
		return len(srv.Requests()) > 3 && strings.HasPrefix(srv.Requests()[len(srv.Requests())-1].Path, "/webhooks")
	}) {
		t.Fatal("no further message came")
	}
	if got.Content != "one" || len(got.Embeds) != 2 || got.Embeds[1].Description != "second" {
		t.Errorf("reply %+v", got)
	}
	last := srv.Requests()[len(srv.Requests())-1]
	if !strings.Contains(string(last.Body), `"content":"two"`) || !strings.Contains(string(last.Body), `"flags":64`) {
		t.Errorf("further message %s", last.Body)
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
	if !strings.Contains(got.Content, "stopped before the answer") {
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
