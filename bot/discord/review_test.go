package discord

import (
	"strings"
	"testing"
	"time"

	"onrecord/bot/discord/discordtest"
	"onrecord/handlers"
	"onrecord/statements"
	"onrecord/store"
	"onrecord/store/storetest"
)

// spreadTo keeps an article in which Iron Mira and Mira Solheim speak, and
// posts the alert of the first to a channel of each of two servers.
func spreadTo(t *testing.T, archive *store.Store, desk *handlers.Desk, s *Surface, places map[string]string) {
	t.Helper()
	ctx := t.Context()
	text := "Herring talks stall\n\n“We will not sign a quota,” Iron Mira said. “No *quota* at @everyone,” Pell Andersen said."
	spoken := func(who, words string) statements.Statement {
		at, by := strings.Index(text, words), strings.Index(text, who)
		span := []statements.Span{{Start: at, End: at + len(words)}}
		return statements.Statement{Speaker: who, Known: statements.ByName, Kind: statements.Direct, Confidence: 0.9, Content: span, Verbatim: span, Source: statements.Span{Start: by, End: by + len(who)}}
	}
	in := statements.Arrival{At: time.Now(), Article: statements.Article{
		URL: "https://courier.example/1", Outlet: "Harbor Courier", Title: "Herring talks stall", Text: text, Lang: "en", Fetched: time.Now()},
		Statements: []statements.Statement{spoken("Iron Mira", "We will not sign a quota"), spoken("Pell Andersen", "No *quota* at @everyone")}}
	for server, place := range places {
		w, err := archive.AddWatch(ctx, statements.Watch{Server: server, Place: place, Speaker: "Iron Mira"})
		if err != nil {
			t.Fatal(err)
		}
		in.Alerts = append(in.Alerts, statements.Alert{Watch: w, Form: statements.FormAlert, Statements: []int{0}, Reason: "spoke"})
	}
	_, version, err := archive.Watches(ctx)
	if err != nil {
		t.Fatal(err)
	}
	in.Watches = version
	if _, err := archive.KeepArticle(ctx, in); err != nil {
		t.Fatal(err)
	}
	owed, err := archive.LeaseDeliveries(ctx, "discord", time.Now(), 9, time.Minute)
	if err != nil || len(owed) != len(places) {
		t.Fatalf("%d alerts: %v", len(owed), err)
	}
	for _, d := range owed {
		id, err := s.Post(ctx, d.Place, desk.Draw(d), d.ID)
		if err != nil {
			t.Fatal(err)
		}
		if err := archive.SettleDelivery(ctx, d.ID, id, time.Now()); err != nil {
			t.Fatal(err)
		}
	}
}

// revised edits what is to be edited and gives the places.
func revised(t *testing.T, archive *store.Store, desk *handlers.Desk, s *Surface) (places []string) {
	t.Helper()
	stale, err := archive.LeaseEdits(t.Context(), "discord", time.Now().Add(time.Second), 9, time.Minute)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range stale {
		if err := s.Edit(t.Context(), d.Place, d.MessageID, desk.Draw(d), d.ID); err != nil {
			t.Fatal(err)
		}
		if err := archive.SettleEdit(t.Context(), d.ID, time.Now()); err != nil {
			t.Fatal(err)
		}
		places = append(places, d.Place)
	}
	return places
}

// A reviewer says who it was, by the button under an alert and the list behind
// it: the message of his server changes, that of another server does not.
func TestReviewInDiscord(t *testing.T) {
	t.Parallel()
	archive := storetest.Open(t, storetest.SQLite(t))
	srv := server(t)
	desk := handlers.On(archive)
	s := newSurface(t, srv, desk)
	run(t, srv, s)
	other := srv.AddGuild("Another")
	elsewhere := srv.AddChannel(other, "news", discordtest.TypeText)
	spreadTo(t, archive, desk, s, map[string]string{serverOf(discordtest.Guild): placeOf(discordtest.Channel), serverOf(other): placeOf(elsewhere)})
	srv.SetRights(discordtest.Guild, discordtest.Moderator, discordtest.ManageMessages)

	shown := func(channel string) discordtest.Message { return srv.Messages(channel)[0] }
	alert := shown(discordtest.Channel)
	button := func(m discordtest.Message, label string) string {
		t.Helper()
		for _, b := range m.Buttons {
			if b.Label == label {
				return b.CustomID
			}
		}
		t.Fatalf("no button %q under\n%s", label, m.Text())
		return ""
	}
	press := func(user string, m discordtest.Message, label string) discordtest.Reply {
		t.Helper()
		got, err := srv.Press(discordtest.Guild, discordtest.Channel, user, m.ID, button(m, label))
		if err != nil {
			t.Fatalf("%s: %v", label, err)
		}
		return got
	}
	refused := press(discordtest.Member, alert, "Review")
	if !refused.Message.Ephemeral || !strings.Contains(refused.Message.Text(), "Only the team of this server") {
		t.Errorf("a member may review:\n%s", refused.Message.Text())
	}
	card := press(discordtest.Moderator, alert, "Review").Message
	if !card.Ephemeral || !strings.Contains(card.Content, "> “We will not sign a quota”\n**Iron Mira**\n\nIs this right?") {
		t.Errorf("the card: ephemeral %v\n%s", card.Ephemeral, card.Text())
	}
	if b := card.Buttons; len(b) != 4 || b[0].Style != styleGreen || b[0].CustomID != "v1:right:1" || b[1].CustomID != "v1:wrongspk:1" || b[2].CustomID != "v1:reject:1" || b[3].CustomID != "v1:dup:1" {
		t.Errorf("its buttons: %+v", b)
	}
	again := func() discordtest.Message { // the message of an update
		t.Helper()
		m, ok := srv.Message(card.ID)
		if !ok {
			t.Fatal("the card is gone")
		}
		return m
	}
	press(discordtest.Moderator, card, "Change speaker")
	who := again()
	if len(who.Lists) != 1 || who.Lists[0].CustomID != "v1:speakeris:1" || who.Lists[0].Choices[0].Name != "Pell Andersen" {
		t.Fatalf("whom one may choose: %+v\n%s", who.Lists, who.Text())
	}
	if _, err := srv.Pick(discordtest.Guild, discordtest.Channel, discordtest.Member, who.ID, who.Lists[0].CustomID, who.Lists[0].Choices[0].Value); err != nil {
		t.Fatal(err)
	}
	if places := revised(t, archive, desk, s); places != nil {
		t.Errorf("a member has changed %v", places)
	}
	if _, err := srv.Pick(discordtest.Guild, discordtest.Channel, discordtest.Moderator, who.ID, who.Lists[0].CustomID, who.Lists[0].Choices[0].Value); err != nil {
		t.Fatal(err)
	}
	done := again()
	if !strings.Contains(done.Content, "No. 1 was said by **Pell Andersen**, not by **Iron Mira**.") || !strings.Contains(done.Content, "<#"+discordtest.Channel+">") {
		t.Errorf("what was done:\n%s", done.Text())
	}
	if places := revised(t, archive, desk, s); len(places) != 1 || places[0] != placeOf(discordtest.Channel) {
		t.Errorf("changed in %v", places)
	}
	if got := shown(discordtest.Channel); !strings.Contains(got.Content, "“We will not sign a quota”\n~~**Iron Mira**~~, corrected to **Pell Andersen** by a reviewer") || len(got.Buttons) != len(alert.Buttons) {
		t.Errorf("the alert here:\n%s", got.Text())
	}
	if got := shown(elsewhere); !strings.Contains(got.Content, "**Iron Mira**") || strings.Contains(got.Content, "Pell") {
		t.Errorf("the alert there:\n%s", got.Text())
	}
	press(discordtest.Moderator, done, "Undo")
	revised(t, archive, desk, s)
	if got := shown(discordtest.Channel); got.Content != alert.Content {
		t.Errorf("after undo:\n%s\nbefore:\n%s", got.Content, alert.Content)
	}
	if v := srv.Violations(); len(v) > 0 {
		t.Errorf("Discord's document refuses:\n%s", strings.Join(v, "\n"))
	}
}

// Where the configuration names the team's roles, they decide.
func TestReviewersAreTheTeam(t *testing.T) {
	t.Parallel()
	srv := server(t)
	desk := &clerk{}
	run(t, srv, newSurface(t, srv, desk, func(c *Config) { c.Team = []string{"1300000000000000001"} }))
	for _, c := range []struct {
		user  string
		right int64
		roles []string
		want  bool
	}{
		{discordtest.Moderator, discordtest.ManageGuild | discordtest.ManageMessages, nil, false},
		{discordtest.Member, 0, []string{"1300000000000000002", "1300000000000000001"}, true},
		{discordtest.Member, 0, []string{"1300000000000000002"}, false},
	} {
		srv.SetRights(discordtest.Guild, c.user, c.right)
		srv.SetRoles(discordtest.Guild, c.user, c.roles...)
		if _, err := srv.Slash(discordtest.Guild, discordtest.Channel, c.user, "help", nil); err != nil {
			t.Fatal(err)
		}
		if got := desk.last(t).User.Reviewer; got != c.want {
			t.Errorf("with rights %b and roles %v: reviewer is %v", c.right, c.roles, got)
		}
	}
	if _, err := New(Config{Token: "x", Team: []string{"moderators"}}); err == nil {
		t.Error("a role that is no id is taken")
	}
}
