package discord

import (
	"errors"
	"net/http"
	"strings"
	"testing"
	"time"

	"onrecord/bot/discord/discordtest"
	"onrecord/handlers"
)

const inbox = "discord:@" + discordtest.Member

// opened counts how often a channel of direct messages was asked for.
func opened(srv *discordtest.Server) (n int) {
	for _, r := range srv.Requests() {
		if r.Method == http.MethodPost && r.Path == "/users/@me/channels" {
			n++
		}
	}
	return n
}

func TestDirectMessages(t *testing.T) {
	t.Parallel()
	srv := server(t)
	memory := &notes{}
	s := newSurface(t, srv, nil, func(c *Config) { c.Memory = memory })
	for _, id := range []string{"fvt42qhaxq7jc", "d2"} {
		if _, err := s.Post(t.Context(), inbox, alert(id), id); err != nil {
			t.Fatal(err)
		}
	}
	list := srv.Messages(srv.DM(discordtest.Member))
	if len(list) != 2 || list[0].Nonce != "fvt42qhaxq7jc" || opened(srv) != 1 {
		t.Fatalf("%d messages, the channel asked for %d times", len(list), opened(srv))
	}
	if err := s.Edit(t.Context(), inbox, list[0].ID, alert("fvt42qhaxq7jc"), "fvt42qhaxq7jc"); err != nil {
		t.Error(err)
	}
	again := newSurface(t, srv, nil, func(c *Config) { c.Memory = memory }) // after a restart
	if id, ok, err := again.Find(t.Context(), inbox, "fvt42qhaxq7jc", time.Time{}); err != nil || !ok || id != list[0].ID || opened(srv) != 1 {
		t.Errorf("after a restart: %q, %v, %v; asked for the channel %d times", id, ok, err, opened(srv))
	}
	var e *SendError
	srv.CloseDMs(discordtest.Member, true)
	if _, err := s.Post(t.Context(), inbox, alert("d3"), "d3"); !errors.As(err, &e) || !e.Gone || !e.Certain || !strings.Contains(e.Problem.Text.String(), "takes no direct messages") {
		t.Errorf("closed direct messages: %v", err)
	}
	if _, err := s.Post(t.Context(), "discord:@1200000000000000999", alert("d4"), "d4"); !errors.As(err, &e) || !e.Gone {
		t.Errorf("a user whom Discord does not know: %v", err)
	}
	if v := srv.Violations(); len(v) > 0 {
		t.Errorf("Discord's document refuses: %s", v)
	}
}

// Asking for the channel posts nothing: whatever becomes of that, the message
// may be sent again without a look.
func TestAChannelThatIsNotGivenIsNoMessage(t *testing.T) {
	t.Parallel()
	srv := server(t)
	s := newSurface(t, srv, nil)
	srv.Inject(discordtest.Fault{Method: http.MethodPost, Path: "/users/@me/channels", Status: 500, After: true, Times: 1})
	var e *SendError
	if _, err := s.Post(t.Context(), inbox, alert("d1"), "d1"); !errors.As(err, &e) || !e.Retry || !e.Certain {
		t.Errorf("%+v", err)
	}
	if _, err := s.Post(t.Context(), inbox, alert("d1"), "d1"); err != nil {
		t.Error(err)
	}
	if list := srv.Messages(srv.DM(discordtest.Member)); len(list) != 1 {
		t.Errorf("%d messages", len(list))
	}
}

func TestThreads(t *testing.T) {
	t.Parallel()
	srv := server(t)
	s := newSurface(t, srv, nil)
	thread := srv.AddThread(discordtest.Channel, "quota")
	place := "discord:" + thread
	id, err := s.Post(t.Context(), place, alert("d1"), "d1")
	if err != nil {
		t.Fatal(err)
	}
	srv.Archive(thread)
	if err := s.Edit(t.Context(), place, id, alert("d1"), "d1"); err != nil || srv.Archived(thread) {
		t.Errorf("an edit in a thread that was put away: %v", err)
	}
	srv.Archive(thread)
	if _, err := s.Post(t.Context(), place, alert("d2"), "d2"); err != nil || srv.Archived(thread) {
		t.Errorf("a post in a thread that was put away: %v", err)
	}
	srv.LockThread(thread, true)
	var e *SendError
	if _, err := s.Post(t.Context(), place, alert("d3"), "d3"); !errors.As(err, &e) || !e.Gone || !strings.Contains(e.Problem.Text.String(), "locked") {
		t.Errorf("a locked thread: %v", err)
	}
	f, err := s.Check(t.Context(), []string{place})
	if err != nil || f.Places[place] == nil || f.Places[place].Text.String() != lockedThread.Text.String() {
		t.Errorf("check of a locked thread: %+v, %v", f.Places[place], err)
	}
}

func TestForum(t *testing.T) {
	t.Parallel()
	srv := server(t)
	s := newSurface(t, srv, nil)
	forum := srv.AddChannel(discordtest.Guild, "reports", discordtest.TypeForum)
	place := "discord:" + forum
	if f, err := s.Check(t.Context(), []string{place}); err != nil || f.Places[place] != nil {
		t.Errorf("check of a forum: %+v, %v", f.Places[place], err)
	}
	card := alert("fvt42qhaxq7jc")
	card.Title, card.Roles = "Mira Solheim: "+strings.Repeat("Herring talks stall ", 9), []string{discordtest.Role}
	id, err := s.Post(t.Context(), place, card, "fvt42qhaxq7jc")
	if err != nil {
		t.Fatal(err)
	}
	untitled, err := s.Post(t.Context(), place, alert("d2"), "d2")
	if err != nil {
		t.Fatal(err)
	}
	posts := srv.Posts(forum)
	if len(posts) != 2 || posts[0].ID != id || posts[1].ID != untitled || !strings.HasPrefix(posts[0].Name, "Mira Solheim: Herring talks stall") ||
		posts[1].Name == "" || len(posts[0].First.Pings) != 1 || len(posts[1].First.Pings) != 0 {
		t.Fatalf("posts: %+v", posts)
	}
	if tried := count2(srv, "/channels/"+forum+"/messages"); tried != 1 {
		t.Errorf("a forum is learnt by one message, not by %d", tried)
	}
	// A post is edited where it stands, also by a process that knows nothing of
	// it, and taken out for that.
	again := newSurface(t, srv, nil)
	srv.Archive(id)
	changed := alert("fvt42qhaxq7jc")
	changed.Body = append(changed.Body, fixed("Also in 7 outlets"))
	if err := again.Edit(t.Context(), place, id, changed, "fvt42qhaxq7jc"); err != nil {
		t.Fatal(err)
	}
	if p := srv.Posts(forum)[0]; p.First.Edited.IsZero() || !strings.Contains(p.First.Text(), "Also in 7 outlets") {
		t.Errorf("the edited post: %+v", p.First)
	}
	if v := srv.Violations(); len(v) > 0 {
		t.Errorf("Discord's document refuses: %s", v)
	}
}

// A post that Discord made without saying so is found, put away or not, and is
// never made again.
func TestForumIsLookedUp(t *testing.T) {
	t.Parallel()
	for _, put := range []bool{false, true} {
		srv := server(t)
		forum := srv.AddChannel(discordtest.Guild, "reports", discordtest.TypeForum)
		place, begun := "discord:"+forum, time.Now()
		s := newSurface(t, srv, nil)
		if _, err := s.Post(t.Context(), place, alert("d1"), "d1"); err != nil {
			t.Fatal(err)
		}
		srv.Inject(discordtest.Fault{Method: http.MethodPost, Path: "/channels/" + forum + "/threads", Status: 500, After: true, Times: 1})
		var e *SendError
		if _, err := s.Post(t.Context(), place, alert("d2"), "d2"); !errors.As(err, &e) || e.Certain || !e.Retry {
			t.Fatalf("a post whose fate is not known: %v", err)
		}
		made := srv.Posts(forum)[1].ID
		if put {
			srv.Archive(made)
		}
		again := newSurface(t, srv, nil)
		if id, ok, err := again.Find(t.Context(), place, "d2", begun); err != nil || !ok || id != made {
			t.Errorf("put away %v: %q, %v, %v; want %q", put, id, ok, err, made)
		}
		if _, ok, err := again.Find(t.Context(), place, "d3", begun); err != nil || ok {
			t.Errorf("what was never posted: %v, %v", ok, err)
		}
		// Without a look there is no post: there is no nonce to guard it.
		srv.Inject(discordtest.Fault{Method: http.MethodGet, Path: "/guilds/" + discordtest.Guild + "/threads/active", Status: 500, Times: 1})
		if _, _, err := again.Find(t.Context(), place, "d2", begun); err == nil {
			t.Error("a look-up that failed says so")
		}
		if _, err := again.Post(t.Context(), place, alert("d2"), "d2"); !errors.As(err, &e) || !e.Retry || !e.Certain {
			t.Errorf("a post after a look-up that failed: %v", err)
		}
		if n := len(srv.Posts(forum)); n != 2 {
			t.Errorf("%d posts", n)
		}
	}
}

func TestForumsThatTakeNone(t *testing.T) {
	t.Parallel()
	srv := server(t)
	s := newSurface(t, srv, nil)
	forum := srv.AddChannel(discordtest.Guild, "reports", discordtest.TypeForum)
	srv.RequireTag(forum)
	place := "discord:" + forum
	var e *SendError
	if _, err := s.Post(t.Context(), place, alert("d1"), "d1"); !errors.As(err, &e) || !e.Gone || e.Problem.Text.String() != tagged.Text.String() {
		t.Errorf("a forum that wants tags: %v", err)
	}
	if f, err := s.Check(t.Context(), []string{place}); err != nil || f.Places[place] == nil || f.Places[place].Text.String() != tagged.Text.String() {
		t.Errorf("check of it: %+v, %v", f.Places[place], err)
	}
	voice := srv.AddChannel(discordtest.Guild, "talk", discordtest.TypeVoice)
	if _, err := s.Post(t.Context(), "discord:"+voice, alert("d2"), "d2"); !errors.As(err, &e) || !e.Gone {
		t.Errorf("a voice channel: %v", err)
	}
}

func count2(srv *discordtest.Server, path string) (n int) {
	for _, r := range srv.Requests() {
		if r.Method == http.MethodPost && r.Path == path {
			n++
		}
	}
	return n
}

// A role is one of this server, and not everybody's.
func TestRoleOption(t *testing.T) {
	t.Parallel()
	srv := server(t)
	desk := &clerk{table: []handlers.Command{{Name: "watch add", Text: "Be told", Moderator: true, Private: true, Server: true, Options: []handlers.Option{
		{Name: "role", Text: "Whom to call", Kind: handlers.Role}, {Name: "channel", Text: "Where", Kind: handlers.Channel},
	}}}}
	run(t, srv, newSurface(t, srv, desk))
	use := func(options map[string]any) string {
		t.Helper()
		r, err := srv.Do(discordtest.Use{Guild: discordtest.Guild, Channel: discordtest.Channel, User: discordtest.Moderator, Command: "watch add", Options: options, Unchecked: true})
		if err != nil {
			t.Fatal(err)
		}
		return r.Text()
	}
	use(map[string]any{"role": discordtest.Role})
	if got := desk.last(t).Options["role"]; got != discordtest.Role {
		t.Errorf("the role is %q", got)
	}
	thread := srv.AddThread(discordtest.Channel, "quota")
	srv.LockThread(thread, true)
	for want, options := range map[string]map[string]any{
		"not one of this server": {"role": "1312000000000000777"},
		"everybody":              {"role": discordtest.Guild},
		"would call nobody":      {"role": discordtest.QuietRole},
		"locked":                 {"channel": thread},
	} {
		if got := use(options); !strings.Contains(got, want) {
			t.Errorf("%v: %q, want %q", options, got, want)
		}
	}
	forum := srv.AddChannel(discordtest.Guild, "reports", discordtest.TypeForum)
	use(map[string]any{"channel": forum})
	if got := desk.last(t).Options["channel"]; got != "discord:"+forum {
		t.Errorf("the forum is %q", got)
	}
}
