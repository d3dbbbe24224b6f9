package handlers

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"onrecord/handlers/locales"
	"onrecord/statements"
)

// world is an intake in which every address leads to one feed: a page to none,
// a site to several, and an opml to a list.
type world struct{}

func (world) Find(_ context.Context, address string) ([]statements.Candidate, error) {
	one := statements.Candidate{URL: address, Title: "Harbor Courier", Format: "RSS 2.0", Lang: "en", Items: 12, Every: 24 * time.Hour,
		Newest: statements.Moment{Time: now.Add(-time.Hour)}, Reason: "the address itself",
		Recent: []statements.Headline{{Title: "Herring talks stall", URL: "https://harborcourier.example/a", Published: statements.Moment{Time: now.Add(-time.Hour)}}, {}}}
	comments := statements.Candidate{URL: address + "/comments", Title: "Comments for Harbor Courier", Comments: true, Reason: "named by the page"}
	switch {
	case strings.Contains(address, "page"):
		return nil, fmt.Errorf("read it: %w", &statements.Problem{Text: statements.Say("No feed of a.example was found: its page names none."), Hint: statements.Say("Give the address of its feed.")})
	case strings.Contains(address, "site"):
		world := one
		world.URL, world.Title, world.Every = "https://site.example/world", "World *news*", 2*time.Hour
		return []statements.Candidate{one, world, comments}, nil
	case strings.Contains(address, "commented"):
		return []statements.Candidate{one, comments}, nil
	}
	return []statements.Candidate{one}, nil
}

func (world) ReadList(_ context.Context, address string) (statements.FeedList, error) {
	if !strings.HasSuffix(address, "opml") {
		return statements.FeedList{}, &statements.Problem{Text: statements.Say("This is no list of feeds."), Hint: statements.Say("Give an OPML file.")}
	}
	return statements.FeedList{Title: "Mine", Folders: 2, Doubled: 1, Unread: 3, Feeds: []statements.ListedFeed{
		{URL: "https://a.example/feed", Name: "A"}, {URL: "https://b.example/feed"}, {URL: "https://c.example/feed", Name: "C"}}}, nil
}

func (world) WriteList(list []statements.Feed) ([]byte, int) {
	return fmt.Appendf(nil, "<opml>%d</opml>", len(list)), 2
}

func (s *shelf) Remember(_ context.Context, name, value string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.notes == nil {
		s.notes = map[string]string{}
	}
	s.notes[name] = value
	return s.check()
}

func (s *shelf) Recall(_ context.Context, name string) (string, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.notes[name], s.check()
}

func TestFeedPreview(t *testing.T) {
	d, _ := desk(filled(t))
	for address, want := range map[string]string{
		"https://a.example/feed": "Herring talks stall", "https://commented.example": "RSS 2.0 · 12 items · EN · the address itself · Feed ",
	} {
		reply := d.Serve(t.Context(), ask1("feed add", "url", address))
		text := plain(reply)
		if !strings.Contains(text, "Reading Harbor Courier, about 1 item a day.") || !strings.Contains(text, want) || !reply.Private || len(reply.Cards[0].Buttons) > 0 {
			t.Errorf("%s:\n%s", address, text)
		}
	}
}

func TestFeedChoice(t *testing.T) {
	s := filled(t)
	d, _ := desk(s)
	reply := d.Serve(t.Context(), ask1("feed add", "url", "site.example", "name", "My name", "schedule", "@every 10m"))
	text := plain(reply)
	for _, want := range []string{"site.example has 3 feeds. Which one is to be read?", "1 · Harbor Courier · about 1 item a day · last ",
		"2 · World *news* · about 12 items a day", "comments of readers, named by the page", "[Add 1] [Add 2] [Add 3] [Add all]"} {
		if !strings.Contains(text, want) {
			t.Errorf("the choice lacks %q:\n%s", want, text)
		}
	}
	if len(s.feeds) > 0 {
		t.Fatal("added before anybody chose")
	}
	button := reply.Cards[0].Buttons[1]
	press := func(r Request, id, arg string) Reply {
		return d.Press(t.Context(), Press{Action: button.Action, ID: id, Arg: arg, Request: r})
	}
	member, other, bob := ask1(""), ask1(""), ask1("")
	member.User.ManageServer, other.Server, bob.User.ID = false, "discord:2", "u2"
	for name, c := range map[string]struct {
		reply Reply
		want  string
	}{
		"without the right":  {press(member, button.ID, "2"), "Only those who may manage this server"},
		"on another server":  {press(other, button.ID, "2"), "This choice is somebody else's."},
		"by somebody else":   {press(bob, button.ID, "2"), "This choice is somebody else's."},
		"of another version": {press(ask1(""), button.ID, "9"), "leads nowhere any more"},
		"of nothing":         {press(ask1(""), "0000000000000", "1"), "leads nowhere any more"},
	} {
		if text := plain(c.reply); !strings.Contains(text, c.want) || !c.reply.Private || c.reply.Update || len(s.feeds) > 0 {
			t.Errorf("%s: %s", name, text)
		}
	}
	added := press(ask1(""), button.ID, "2")
	if text := plain(added); !strings.Contains(text, "Reading My name, about 12 items a day.") || !added.Update {
		t.Errorf("added: %s", text)
	}
	if len(s.feeds) != 1 || s.feeds[0].URL != "https://site.example/world" || s.feeds[0].Schedule != "@every 10m" {
		t.Errorf("the feeds are %+v", s.feeds)
	}
	if text := plain(press(ask1(""), button.ID, "2")); !strings.Contains(text, "is read already") {
		t.Errorf("twice: %s", text)
	}
	if text := plain(d.Serve(t.Context(), ask1("feed add", "url", "site.example"))); !strings.Contains(text, "the address itself, read already · site.example/world") {
		t.Errorf("offered again: %s", text)
	}
	if text := plain(press(ask1(""), button.ID, "all")); len(s.feeds) != 2 || !strings.Contains(text, "Reading Harbor Courier") {
		t.Errorf("all: %d feeds, %s", len(s.feeds), text)
	}
}

func TestFeedLists(t *testing.T) {
	s := filled(t)
	d, _ := desk(s)
	if text := plain(d.Serve(t.Context(), ask1("feed export"))); !strings.Contains(text, "No feed is read yet.") {
		t.Errorf("nothing to export: %s", text)
	}
	s.feeds = []statements.Feed{{ID: 1, URL: "https://a.example/feed", Name: "A"}}
	text := plain(d.Serve(t.Context(), ask1("feed import", "url", "a.example/feeds.opml")))
	for _, want := range []string{"Added 2 of 3 feeds.", "1 is read already.", "1 entry stands in the list twice.", "3 entries have no address of the web.", "2 folders are left out", "Mine"} {
		if !strings.Contains(text, want) {
			t.Errorf("the import lacks %q:\n%s", want, text)
		}
	}
	if text := plain(d.Serve(t.Context(), ask1("feed import", "file", "file:///tmp/feeds.opml"))); !strings.Contains(text, "Added 0 of 3 feeds.") {
		t.Errorf("the same again: %s", text)
	}
	reply := d.Serve(t.Context(), ask1("feed export"))
	if text := plain(reply); !strings.Contains(text, "3 feeds as OPML") || !strings.Contains(text, "2 addresses had passwords") || !reply.Private {
		t.Errorf("export: %s", text)
	}
	if len(reply.Files) != 1 || reply.Files[0].Name != "feeds.opml" || string(reply.Files[0].Body) != "<opml>3</opml>" {
		t.Errorf("files: %+v", reply.Files)
	}
}

// An import that runs out of time says how far it came, and loses nothing.
func TestImportOutOfTime(t *testing.T) {
	s := filled(t)
	d, _ := desk(s)
	ctx, cancel := context.WithTimeout(t.Context(), lastMoment/2)
	defer cancel()
	list, _ := world{}.ReadList(ctx, "opml")
	done, err := d.ImportFeeds(ctx, list, "Ada")
	if err != nil || done.Left != 3 || len(done.Added) > 0 {
		t.Errorf("got %+v, %v", done, err)
	}
	if text := plain(Reply{Cards: []Card{FeedsImportedCard(locales.English, done)}}); !strings.Contains(text, "3 were not come to in time") {
		t.Errorf("told: %s", text)
	}
	s.broken = errors.New("the disk is full")
	if _, err := d.ImportFeeds(t.Context(), list, "Ada"); !errors.Is(err, s.broken) {
		t.Errorf("got %v", err)
	}
}

func TestOften(t *testing.T) {
	for every, want := range map[time.Duration]string{
		0: "", 2 * time.Hour: "about 12 items a day", 24 * time.Hour: "about 1 item a day", 60 * time.Hour: "about 3 items a week", 7 * 24 * time.Hour: "about 4 items a month",
		90 * 24 * time.Hour: "about 4 items a year", 900 * 24 * time.Hour: "less than an item a year",
	} {
		if got := often(locales.English, every); got != want {
			t.Errorf("every %v: got %q, want %q", every, got, want)
		}
	}
}
