package discord

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

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
		return handlers.Reply{Update: p.Action == "page", Private: p.Action == "context", Cards: said1("slow " + p.Action).Cards}
	}}
	s := newSurface(t, srv, desk)
	s.pace.patience = 20 * time.Millisecond
	run(t, srv, s)
	id, err := s.Post(t.Context(), "discord:"+discordtest.Channel, handlers.Card{Lead: []handlers.Block{plain(handlers.Run{Text: "words"})},
		Buttons: []handlers.Button{{Label: "Show context", Action: "context", ID: "d1"}, {Label: "Next", Action: "page", ID: "q1", Arg: "2"}, {Label: "Share", Action: "share", ID: "q1"}}}, "")
	if err != nil {
		t.Fatal(err)
	}
	got, err := srv.Press(discordtest.Guild, discordtest.Channel, discordtest.Member, id, "v1:context:d1")
	if err != nil || !got.Deferred || !got.Ephemeral || got.Content != "slow context" {
		t.Errorf("context: %+v, %v", got, err)
	}
	got, err = srv.Press(discordtest.Guild, discordtest.Channel, discordtest.Member, id, "v1:share:q1")
	if err != nil || !got.Deferred || got.Ephemeral || got.Content != "slow share" {
		t.Errorf("share: %+v, %v", got, err)
	}
	got, err = srv.Press(discordtest.Guild, discordtest.Channel, discordtest.Member, id, "v1:page:q1:2")
	if err != nil || !got.Deferred || !got.Updated || got.Content != "slow page" {
		t.Errorf("page: %+v, %v", got, err)
	}
}

func TestCommandThatIsNoMore(t *testing.T) {
	t.Parallel()
	srv := server(t)
	desk := &clerk{}
	run(t, srv, newSurface(t, srv, desk))
	got, err := srv.Do(discordtest.Use{Guild: discordtest.Guild, Channel: discordtest.Channel, User: discordtest.Member, Command: "bygone", Unchecked: true})
	if err != nil || !got.Ephemeral || !strings.Contains(got.Content, "not there any more") || len(desk.requests) > 0 {
		t.Errorf("reply %+v, %v", got, err)
	}
}
