package bot_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"onrecord/bot"
	"onrecord/feeds"
	"onrecord/handlers"
	"onrecord/statements"
	"onrecord/store"
)

// says reads one statement: Mira Solheim's, the words between the marks.
func says(a statements.Article) []statements.Statement {
	start := strings.Index(a.Text, "“") + len("“")
	span := []statements.Span{{Start: start, End: strings.Index(a.Text, "”")}}
	return []statements.Statement{{Speaker: "Mira Solheim", Known: statements.ByName, Kind: statements.Direct, Content: span, Verbatim: span, Confidence: 1}}
}

func arrived(t *testing.T, s *store.Store, n int, quiet bool) feeds.Arrived {
	t.Helper()
	fs, err := s.Feeds(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if len(fs) == 0 {
		f, err := s.AddFeed(t.Context(), statements.Feed{URL: "https://harborcourier.example/feed", Name: "Harbor Courier", By: "Ida"})
		if err != nil {
			t.Fatal(err)
		}
		fs = append(fs, f)
	}
	url := fmt.Sprintf("https://harborcourier.example/%d", n)
	return feeds.Arrived{
		Feed: fs[0], Item: feeds.Item{Key: url}, Quiet: quiet, At: noon,
		Outlet:  statements.Outlet{Name: "Harbor Courier", URL: url},
		Article: statements.Article{URL: url, Title: "Talks", Text: fmt.Sprintf("Talks\n\n“The quota is %d,” she said.", n), Fetched: noon},
	}
}

func watching(t *testing.T, s *store.Store, w statements.Watch) statements.Watch {
	t.Helper()
	w.Server, w.Place, w.By, w.Created = "console", "discord:1", "Ida", noon
	w, err := s.AddWatch(t.Context(), w)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func TestIngestSeesWatchesThatCameMeanwhile(t *testing.T) {
	each(t, func(t *testing.T, s, other *store.Store) {
		i := &bot.Ingest{Archive: s, Read: says}
		if k, err := i.Keep(t.Context(), arrived(t, s, 1, false)); err != nil || k.Alerts != 0 || k.Statements != 1 {
			t.Fatalf("without a watch: %+v, %v", k, err)
		}
		w := watching(t, other, statements.Watch{Speaker: "Mira Solheim"}) // by another process
		if k, err := i.Keep(t.Context(), arrived(t, s, 2, false)); err != nil || k.Alerts != 1 {
			t.Fatalf("with a watch: %+v, %v", k, err)
		}
		if _, err := other.RemoveWatch(t.Context(), "console", w.ID); err != nil {
			t.Fatal(err)
		}
		if k, err := i.Keep(t.Context(), arrived(t, s, 3, false)); err != nil || k.Alerts != 0 {
			t.Fatalf("without it again: %+v, %v", k, err)
		}
	})
}

func TestIngestKeepsAnArticleOnce(t *testing.T) {
	each(t, func(t *testing.T, s, _ *store.Store) {
		watching(t, s, statements.Watch{Speaker: "Mira Solheim"})
		rung := 0
		i := &bot.Ingest{Archive: s, Read: says, Owed: func() { rung++ }}
		for range 3 {
			if _, err := i.Keep(t.Context(), arrived(t, s, 1, false)); err != nil {
				t.Fatal(err)
			}
		}
		if due, _, err := s.Owed(t.Context(), "discord", noon); due != 1 || err != nil || rung != 1 {
			t.Errorf("owes %d messages and rang %d times: %v", due, rung, err)
		}
	})
}

// The first sight of a feed alerts only those who ask for the backlog, and a
// new watch is told what is on record, once.
func TestBacklog(t *testing.T) {
	each(t, func(t *testing.T, s, _ *store.Store) {
		watching(t, s, statements.Watch{Speaker: "Mira Solheim"})
		i := &bot.Ingest{Archive: s, Read: says}
		for n := range 25 {
			if _, err := i.Keep(t.Context(), arrived(t, s, n, true)); err != nil {
				t.Fatal(err)
			}
		}
		if due, next, err := s.Owed(t.Context(), "discord", noon.Add(time.Hour)); due != 0 || !next.IsZero() || err != nil {
			t.Fatalf("first sight owes %d: %v", due, err)
		}
		w := watching(t, s, statements.Watch{Speaker: "Mira Solheim", Keywords: "quota", Backlog: true})
		at := &clock{at: noon}
		b := &bot.Backlog{Shelf: s, Now: at.now}
		for range 2 {
			if _, err := b.Run(t.Context()); err != nil {
				t.Fatal(err)
			}
		}
		at.advance(time.Minute)
		c := &channel{}
		var told int
		co := courier(s, c, at)
		draw := co.Draw
		co.Draw = func(d statements.Delivery) handlers.Card {
			for _, e := range d.Entries {
				if e.Watch.ID != w.ID {
					t.Errorf("told of watch %d", e.Watch.ID)
				}
			}
			told += len(d.Entries)
			return draw(d)
		}
		drain(t, co)
		if told != 25 || len(c.posts) != 3 {
			t.Errorf("told %d articles in %d messages, want 25 in 3", told, len(c.posts))
		}
	})
}
