package discord

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"onrecord/bot/discord/discordtest"
	"onrecord/statements"
)

// alive asks something and fails where no answer comes.
func alive(t *testing.T, srv *discordtest.Server) {
	t.Helper()
	got, err := srv.Slash(discordtest.Guild, discordtest.Channel, discordtest.Member, "ask", map[string]any{"question": "still there?"})
	if err != nil || got.Content != "served ask" {
		t.Errorf("reply %+v, %v", got.Content, err)
	}
}

func TestGatewayTrouble(t *testing.T) {
	tests := []struct {
		name       string
		trouble    func(*discordtest.Server)
		identifies int // at most, besides the first
		resumed    int // at least
	}{
		{"drop", (*discordtest.Server).Drop, 0, 1},
		{"close 4000", func(s *discordtest.Server) { s.CloseGateway(4000) }, 0, 1},
		{"RECONNECT", (*discordtest.Server).Reconnect, 0, 1},
		{"INVALID_SESSION", (*discordtest.Server).InvalidSession, 1, 0},
		{"resume refused", func(s *discordtest.Server) {
			s.Gateway(discordtest.Trouble{RefuseResume: 1})
			s.Drop()
		}, 2, 0},
		{"RECONNECT as the first packet", func(s *discordtest.Server) {
			s.Gateway(discordtest.Trouble{ReconnectFirst: 1})
			s.Drop()
		}, 1, 0},
		{"away for a while", func(s *discordtest.Server) {
			s.Gateway(discordtest.Trouble{Down: true})
			s.Drop()
			time.Sleep(300 * time.Millisecond)
			s.Gateway(discordtest.Trouble{})
		}, 1, 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			srv := server(t)
			s := newSurface(t, srv, &clerk{})
			s.pace.open = time.Second
			run(t, srv, s)
			alive(t, srv)
			ids, _, _ := srv.Handshakes()
			tt.trouble(srv)
			if !srv.Wait(15*time.Second, func() bool {
				now, _, resumed := srv.Handshakes()
				return srv.Online() && resumed >= tt.resumed && now+resumed > ids
			}) {
				t.Fatal("it did not come back")
			}
			alive(t, srv)
			now, _, resumed := srv.Handshakes()
			if now-ids > tt.identifies || resumed < tt.resumed {
				t.Errorf("%d more IDENTIFYs, %d resumed", now-ids, resumed)
			}
		})
	}
}

func TestMissedInteractionIsAnsweredAfterResume(t *testing.T) {
	t.Parallel()
	srv := server(t)
	run(t, srv, newSurface(t, srv, &clerk{}))
	srv.Drop()
	alive(t, srv) // it was asked while nobody listened
}

func TestIdentifiesAreCounted(t *testing.T) {
	t.Parallel()
	srv := server(t)
	srv.Gateway(discordtest.Trouble{RefuseIdentify: -1})
	s := newSurface(t, srv, &clerk{})
	s.pace.open = 500 * time.Millisecond
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() { ended <- s.Run(ctx) }()
	if srv.Wait(2*time.Second, func() bool { ids, _, _ := srv.Handshakes(); return ids > 80 }) {
		t.Error("more than 80 IDENTIFYs in two seconds")
	}
	cancel()
	<-ended
}

func closeWith(code int) func(*discordtest.Server, *Surface) {
	return func(srv *discordtest.Server, _ *Surface) { srv.Gateway(discordtest.Trouble{CloseWith: code}) }
}

// TestWhatDoesNotEndRun: these codes are Discord's way of saying "come again".
func TestWhatDoesNotEndRun(t *testing.T) {
	t.Parallel()
	for _, code := range []int{4000, 4007, 4008, 4009, 1001, 1012} {
		srv := server(t)
		srv.Gateway(discordtest.Trouble{CloseWith: code})
		s := newSurface(t, srv, &clerk{})
		ctx, cancel := context.WithCancel(t.Context())
		ended := make(chan error, 1)
		go func() { ended <- s.Run(ctx) }()
		if !srv.Wait(10*time.Second, func() bool { ids, _, _ := srv.Handshakes(); return ids > 1 }) {
			t.Errorf("code %d: no second try", code)
		}
		srv.Gateway(discordtest.Trouble{})
		if !srv.Wait(10*time.Second, srv.Online) {
			t.Errorf("code %d: not online in the end", code)
		}
		cancel()
		if err := <-ended; err != nil {
			t.Errorf("code %d: %v", code, err)
		}
	}
}

func TestWhatEndsRun(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name  string
		spoil func(*discordtest.Server, *Surface)
		want  string
	}{
		{"wrong token", func(_ *discordtest.Server, s *Surface) { s.cfg.Token = "other" }, "does not know this token"},
		{"intents", closeWith(4014), "refuses the intents of this bot with code 4014"},
		{"no such intents", closeWith(4013), "code 4013"},
		{"too many servers", closeWith(4011), "sharded"},
		{"old version", closeWith(4012), "no longer speaks our version"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			srv := server(t)
			s := newSurface(t, srv, &clerk{})
			tt.spoil(srv, s)
			err := s.Run(t.Context())
			var p *statements.Problem
			if !errors.As(err, &p) || !strings.Contains(p.Text.String(), tt.want) || p.Hint.String() == "" {
				t.Errorf("Run: %v", err)
			}
			if ids, _, _ := srv.Handshakes(); ids > 1 {
				t.Errorf("%d IDENTIFYs", ids)
			}
		})
	}
}

func TestTokenThatIsTakenBackEndsRun(t *testing.T) {
	t.Parallel()
	srv := server(t)
	s := newSurface(t, srv, &clerk{})
	ended := make(chan error, 1)
	go func() { ended <- s.Run(t.Context()) }()
	if !srv.WaitOnline(10 * time.Second) {
		t.Fatal("not online")
	}
	srv.SetToken("another")
	srv.CloseGateway(4004)
	select {
	case err := <-ended:
		if p := asProblem(err); !strings.Contains(p.Text.String(), "does not know this token") {
			t.Errorf("Run: %v", err)
		}
	case <-time.After(15 * time.Second):
		t.Error("it goes on for ever")
	}
}

func TestSameInteractionTwiceIsCarriedOutOnce(t *testing.T) {
	var s seen
	if !s.first("1") || s.first("1") || !s.first("2") {
		t.Error("not told apart")
	}
	for i := range seenMost {
		s.first("x" + strings.Repeat("y", i%7) + string(rune('a'+i%26)) + time.Duration(i).String())
	}
	if len(s.ids) > seenMost {
		t.Errorf("%d remembered", len(s.ids))
	}
}

func TestNoBucketIsLeakedByInteractions(t *testing.T) {
	var s slots
	for range 1000 {
		s.giveBack(s.borrow())
	}
	a, b := s.borrow(), s.borrow()
	if a == b || s.most != 2 {
		t.Errorf("slots %d and %d of %d", a, b, s.most)
	}
}

func TestRunWithoutADesk(t *testing.T) {
	if err := newSurface(t, server(t), nil).Run(t.Context()); err == nil {
		t.Error("it ran")
	}
}
