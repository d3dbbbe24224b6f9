package discord

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"onrecord/bot/discord/discordtest"
	"onrecord/handlers"
)

const here = "discord:" + discordtest.Channel

// alert is a small delivery.
func alert(id string) handlers.Card {
	return handlers.Card{Form: handlers.FormAlert, Lead: []handlers.Block{quote(text("“" + id + "”")), solheim}, Buttons: alertRow(id)}
}

func TestPostAndFind(t *testing.T) {
	t.Parallel()
	srv := server(t)
	s := newSurface(t, srv, nil)
	id, err := s.Post(t.Context(), here, alert("fvt42qhaxq7jc"), "fvt42qhaxq7jc")
	if err != nil {
		t.Fatal(err)
	}
	list := srv.Messages(discordtest.Channel)
	if len(list) != 1 || list[0].ID != id || list[0].Nonce != "fvt42qhaxq7jc" || len(list[0].Pings) != 0 {
		t.Fatalf("messages %+v", list)
	}
	found, ok, err := s.Find(t.Context(), here, "fvt42qhaxq7jc", time.Time{})
	if err != nil || !ok || found != id {
		t.Errorf("Find gives %q, %v, %v; want %q", found, ok, err, id)
	}
	if _, ok, err := s.Find(t.Context(), here, "anotherone", time.Time{}); ok || err != nil {
		t.Errorf("found what was never sent: %v, %v", ok, err)
	}
	if v := srv.Violations(); len(v) > 0 {
		t.Errorf("Discord's document refuses: %s", v)
	}
}

func TestEdit(t *testing.T) {
	t.Parallel()
	srv := server(t)
	s := newSurface(t, srv, nil)
	id, err := s.Post(t.Context(), here, alert("d1"), "d1")
	if err != nil {
		t.Fatal(err)
	}
	changed := alert("d1")
	changed.Body = append(changed.Body, fixed("Also in 7 outlets"))
	if err := s.Edit(t.Context(), here, id, changed, "d1"); err != nil {
		t.Fatal(err)
	}
	list := srv.Messages(discordtest.Channel)
	if len(list) != 1 || list[0].Edited.IsZero() || len(list[0].Pings) != 0 || !strings.Contains(list[0].Embeds[0].Description, "Also in 7 outlets") {
		t.Errorf("messages %+v", list)
	}
	if found, ok, err := s.Find(t.Context(), here, "d1", time.Time{}); !ok || err != nil || found != id {
		t.Errorf("Find gives %q, %v, %v", found, ok, err)
	}
	var e *SendError
	if err := s.Edit(t.Context(), here, "1312000000000000999", changed, "d1"); !errors.As(err, &e) || e.Retry {
		t.Errorf("a message that is not there: %v", err)
	}
	if v := srv.Violations(); len(v) > 0 {
		t.Errorf("Discord's document refuses: %s", v)
	}
}

func TestDeliveryWithoutAButtonIsFound(t *testing.T) {
	t.Parallel()
	srv := server(t)
	s := newSurface(t, srv, nil)
	card := handlers.Card{Form: handlers.FormBacklog, Lead: []handlers.Block{fixed("on record already")}, Body: []handlers.Block{fixed("words")}}
	for _, id := range []string{"d1", "d2"} {
		if _, err := s.Post(t.Context(), here, card, id); err != nil {
			t.Fatal(err)
		}
	}
	found, ok, err := s.Find(t.Context(), here, "d1", time.Time{})
	if err != nil || !ok || found != srv.Messages(discordtest.Channel)[0].ID {
		t.Errorf("Find gives %q, %v, %v", found, ok, err)
	}
	if _, ok, _ := s.Find(t.Context(), here, "d", time.Time{}); ok {
		t.Error("part of an id is found")
	}
}

func TestFindLooksAtOwnMessagesOnly(t *testing.T) {
	t.Parallel()
	srv := server(t)
	s := newSurface(t, srv, nil)
	srv.Say(discordtest.Channel, discordtest.Member, "v1:context:d1")
	if _, ok, err := s.Find(t.Context(), here, "d1", time.Time{}); ok || err != nil {
		t.Errorf("found somebody else's: %v, %v", ok, err)
	}
	if _, err := s.Post(t.Context(), here, alert("d1"), "d1"); err != nil {
		t.Fatal(err)
	}
	for i := range 98 {
		srv.Say(discordtest.Channel, discordtest.Member, fmt.Sprint("chatter ", i))
	}
	if _, ok, err := s.Find(t.Context(), here, "d1", time.Time{}); !ok || err != nil {
		t.Errorf("99 messages later it is not found: %v", err)
	}
}

// A channel that went on talking while we were down: the message lies pages back.
func TestFindTurnsPagesBackToTheAttempt(t *testing.T) {
	t.Parallel()
	srv := server(t)
	s := newSurface(t, srv, nil)
	begun := time.Now()
	if _, err := s.Post(t.Context(), here, alert("d1"), "d1"); err != nil {
		t.Fatal(err)
	}
	for i := range 250 {
		srv.Say(discordtest.Channel, discordtest.Member, fmt.Sprint("chatter ", i))
	}
	if _, ok, err := s.Find(t.Context(), here, "d1", begun); !ok || err != nil {
		t.Errorf("250 messages later it is not found: %v", err)
	}
	before := len(srv.Requests())
	if _, ok, err := s.Find(t.Context(), here, "d1", begun.Add(time.Hour)); ok || err != nil {
		t.Errorf("found before the attempt: %v, %v", ok, err)
	}
	if n := len(srv.Requests()) - before; n != 1 {
		t.Errorf("%d pages were read for an attempt of later", n)
	}
}

func TestHiddenHistoryIsNoAnswer(t *testing.T) {
	t.Parallel()
	srv := server(t)
	s := newSurface(t, srv, nil)
	srv.Deny(discordtest.Channel, discordtest.ReadMessageHistory)
	if _, ok, err := s.Find(t.Context(), here, "d1", time.Time{}); ok || err != nil {
		t.Errorf("an empty channel: %v, %v", ok, err)
	}
	if _, err := s.Post(t.Context(), here, alert("d1"), "d1"); err != nil {
		t.Fatal(err)
	}
	_, _, err := s.Find(t.Context(), here, "d1", time.Time{})
	var e *SendError
	if !errors.As(err, &e) || !e.Retry || !strings.Contains(e.Problem.Hint.String(), "Read Message History") {
		t.Errorf("Find gives %v", err)
	}
}

func TestFaultsOfPosts(t *testing.T) {
	t.Parallel()
	const messages = "/channels/*/messages"
	tests := []struct {
		name     string
		fault    discordtest.Fault
		want     SendError // Retry, Certain, Gone and the least After
		posted   int       // after the failed attempt
		messages int       // after a second one
	}{
		{"429 of the route", discordtest.Fault{Status: 429, RetryAfter: 300 * time.Millisecond}, SendError{Retry: true, Certain: true, After: 300 * time.Millisecond}, 0, 1},
		{"429 for all", discordtest.Fault{Status: 429, RetryAfter: 300 * time.Millisecond, Global: true}, SendError{Retry: true, Certain: true, After: 300 * time.Millisecond}, 0, 1},
		{"429 of Cloudflare", discordtest.Fault{Status: 429, RetryAfter: time.Second, HTML: true}, SendError{Retry: true, Certain: true, After: time.Second}, 0, 1},
		{"500 before", discordtest.Fault{Status: 500}, SendError{Retry: true}, 0, 1},
		{"502 after", discordtest.Fault{Status: 502, After: true}, SendError{Retry: true}, 1, 1},
		{"503 of a proxy", discordtest.Fault{Status: 503, HTML: true}, SendError{Retry: true}, 0, 1},
		{"reset before", discordtest.Fault{Reset: true}, SendError{Retry: true}, 0, 1},
		{"reset after", discordtest.Fault{Reset: true, After: true}, SendError{Retry: true}, 1, 1},
		{"403 of a wall", discordtest.Fault{Status: 403, HTML: true}, SendError{Retry: true, Certain: true, After: time.Minute}, 0, 1},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			srv := server(t)
			s := newSurface(t, srv, nil)
			tt.fault.Path = messages
			srv.Inject(tt.fault)
			_, err := s.Post(t.Context(), here, alert("d1"), "d1")
			wantError(t, err, tt.want)
			if n := len(srv.Messages(discordtest.Channel)); n != tt.posted {
				t.Errorf("%d messages after the fault, want %d", n, tt.posted)
			}
			if n := len(srv.Requests()); n != 1 {
				t.Errorf("%d requests: something was tried again", n)
			}
			if _, err := s.Post(t.Context(), here, alert("d1"), "d1"); err != nil {
				t.Errorf("the second attempt: %v", err)
			}
			if n := len(srv.Messages(discordtest.Channel)); n != tt.messages {
				t.Errorf("%d messages, want %d", n, tt.messages)
			}
		})
	}
}

func wantError(t *testing.T, err error, want SendError) {
	t.Helper()
	var e *SendError
	if !errors.As(err, &e) {
		t.Fatalf("error %v", err)
	}
	if e.Retry != want.Retry || e.Certain != want.Certain || e.Gone != want.Gone {
		t.Errorf("retry %v, certain %v, gone %v: %v", e.Retry, e.Certain, e.Gone, e)
	}
	if e.After < want.After || e.After > want.After+2*time.Second {
		t.Errorf("after %s, want %s", e.After, want.After)
	}
	if e.Problem.Text.String() == "" || e.Problem.Hint.String() == "" {
		t.Errorf("problem %+v", e.Problem)
	}
	retry, after, certain, gone := e.Fate()
	if retry != e.Retry || after != e.After || certain != e.Certain || gone != e.Gone {
		t.Error("Fate says something else")
	}
}

func TestPlacesThatAreRefused(t *testing.T) {
	t.Parallel()
	srv := server(t)
	s := newSurface(t, srv, nil)
	other := srv.AddGuild("Another")
	left := srv.AddChannel(other, "left", discordtest.TypeText)
	srv.RemoveBot(other)
	hidden := srv.AddChannel(discordtest.Guild, "hidden", discordtest.TypeText)
	srv.Deny(hidden, discordtest.ViewChannel)
	mute := srv.AddChannel(discordtest.Guild, "mute", discordtest.TypeText)
	srv.Deny(mute, discordtest.SendMessages)
	gone := srv.AddChannel(discordtest.Guild, "gone", discordtest.TypeText)
	srv.DeleteChannel(gone)
	voice := srv.AddChannel(discordtest.Guild, "talk", discordtest.TypeVoice)
	for _, place := range []string{"discord:" + left, "discord:" + hidden, "discord:" + mute, "discord:" + gone, "discord:" + voice, "discord:x/../y", "console", ""} {
		_, err := s.Post(t.Context(), place, alert("d1"), "d1")
		var e *SendError
		if !errors.As(err, &e) || !e.Gone || !e.Certain || e.Retry {
			t.Errorf("%s: %+v", place, err)
		}
	}
}

func TestWrongTokenWaits(t *testing.T) {
	t.Parallel()
	srv := server(t)
	s := newSurface(t, srv, nil, func(c *Config) { c.Token = "not-the-token" })
	_, err := s.Post(t.Context(), here, alert("d1"), "d1")
	wantError(t, err, SendError{Retry: true, Certain: true, After: 5 * time.Minute})
	if strings.Contains(err.Error(), "not-the-token") {
		t.Errorf("the token stands in the error: %v", err)
	}
}

func TestNobodyThere(t *testing.T) {
	s, err := New(Config{Token: "x", APIURL: "http://127.0.0.1:1/api"})
	if err != nil {
		t.Fatal(err)
	}
	_, err = s.Post(t.Context(), here, alert("d1"), "d1")
	wantError(t, err, SendError{Retry: true, Certain: true})
}

func TestPostAfterTheNonceIsForgotten(t *testing.T) {
	t.Parallel()
	srv := discordtest.New(t, discordtest.Options{NonceWindow: 50 * time.Millisecond})
	s := newSurface(t, srv, nil)
	srv.Inject(discordtest.Fault{Path: "/channels/*/messages", Reset: true, After: true})
	if _, err := s.Post(t.Context(), here, alert("d1"), "d1"); err == nil {
		t.Fatal("no error")
	}
	time.Sleep(60 * time.Millisecond) // the window is the server's own clock
	if _, ok, err := s.Find(t.Context(), here, "d1", time.Time{}); !ok || err != nil {
		t.Errorf("the message is not found by its buttons: %v", err)
	}
}

func TestContextEndsAPostInTheQueue(t *testing.T) {
	t.Parallel()
	srv := server(t)
	s := newSurface(t, srv, nil)
	srv.Inject(discordtest.Fault{Path: "/channels/*/messages", Status: 429, RetryAfter: time.Minute, Global: true})
	if _, err := s.Post(t.Context(), here, alert("d1"), "d1"); err == nil {
		t.Fatal("no error")
	}
	// The whole process is told to wait a minute now, and discordgo sleeps.
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	begun := time.Now()
	_, err := s.Post(ctx, here, alert("d2"), "d2")
	var e *SendError
	if !errors.As(err, &e) || !e.Certain || !e.Retry {
		t.Errorf("error %v", err)
	}
	if took := time.Since(begun); took > 10*time.Second {
		t.Errorf("it took %s", took)
	}
	if n := len(srv.Requests()); n != 1 {
		t.Errorf("%d requests", n)
	}
}

func TestContextEndsAPostOnItsWay(t *testing.T) {
	t.Parallel()
	srv := server(t)
	s := newSurface(t, srv, nil)
	srv.Hold(time.Minute)
	ctx, cancel := context.WithCancel(t.Context())
	srv.OnMessage(func(discordtest.Message) { cancel() })
	_, err := s.Post(ctx, here, alert("d1"), "d1")
	wantError(t, err, SendError{Retry: true})
}

func TestPostingNeedsNoGateway(t *testing.T) {
	t.Parallel()
	srv := server(t)
	srv.Gateway(discordtest.Trouble{Down: true})
	s := newSurface(t, srv, &clerk{})
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() { ended <- s.Run(ctx) }()
	if _, err := s.Post(t.Context(), here, alert("d1"), "d1"); err != nil {
		t.Errorf("post: %v", err)
	}
	cancel()
	if err := <-ended; err != nil {
		t.Errorf("Run: %v", err)
	}
}

func TestEveryCallGoesToTheAPIURL(t *testing.T) {
	t.Parallel()
	srv := server(t)
	s := newSurface(t, srv, &clerk{}, func(c *Config) { c.APIURL = srv.URL + "/" })
	run(t, srv, s)
	if !srv.Wait(5*time.Second, func() bool {
		paths := map[string]bool{}
		for _, r := range srv.Requests() {
			paths[r.Method+" "+r.Path] = true
		}
		return paths["GET /gateway"] && paths["PUT /applications/"+discordtest.App+"/commands"]
	}) {
		t.Errorf("requests %+v", srv.Requests())
	}
}

func TestNewRefuses(t *testing.T) {
	for _, c := range []Config{
		{}, {Token: "two words"}, {Token: "x", APIURL: "discord.com"}, {Token: "x", APIURL: "https://discord.com/api/v10"},
		{Token: "x", APIURL: "ftp://discord.com/api"}, {Token: "x", Guilds: []string{"my server"}},
	} {
		if _, err := New(c); err == nil || asProblem(err).Hint.String() == "" {
			t.Errorf("New(%+v) gives %v", c, err)
		}
	}
	if _, err := New(Config{Token: "Bot abc.def", APIURL: "https://proxy.example/discord/api/"}); err != nil {
		t.Errorf("a good one: %v", err)
	}
}

func TestNames(t *testing.T) {
	s := newSurface(t, server(t), nil)
	if got := s.Name("discord:12"); got != "<#12>" {
		t.Errorf("Name gives %q", got)
	}
	if got := s.Name("console"); got != "console" {
		t.Errorf("Name gives %q", got)
	}
	if s.Prefix() != "discord" {
		t.Errorf("Prefix gives %q", s.Prefix())
	}
}
