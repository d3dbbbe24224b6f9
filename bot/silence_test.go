package bot_test

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"onrecord/bot"
	"onrecord/handlers"
	"onrecord/statements"
	"onrecord/store"
)

// wall is a channel of which one sees what its messages say.
type wall struct {
	channel
	said []string      // the headline of each post and edit, in order
	last handlers.Card // of silence
}

func (w *wall) Post(ctx context.Context, place string, card handlers.Card, nonce string) (string, error) {
	id, err := w.channel.Post(ctx, place, card, nonce)
	if err == nil {
		w.show(id, card)
	}
	return id, err
}

func (w *wall) Edit(ctx context.Context, place, id string, card handlers.Card, nonce string) error {
	err := w.channel.Edit(ctx, place, id, card, nonce)
	if err == nil {
		w.show(id, card)
	}
	return err
}

func (w *wall) show(id string, card handlers.Card) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if card.Form == handlers.FormSilence {
		w.last = card
	}
	w.said = append(w.said, id+" "+words(card.Lead[:1]))
}

func words(blocks []handlers.Block) string {
	var lines []string
	for _, b := range blocks {
		line := ""
		for _, r := range b.Runs {
			line += r.Text
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

// street is some feeds, each of which has brought something that the watch of
// discord:1 is about, and a watchman who looks after them.
type street struct {
	t     *testing.T
	s     *store.Store
	feeds []statements.Feed
	at    *clock
	wall  *wall
	guard *bot.Watchman
}

func newStreet(t *testing.T, s *store.Store, n int) *street {
	t.Helper()
	st := &street{t: t, s: s, at: &clock{at: noon.Add(-time.Hour)}, wall: &wall{}}
	st.guard = st.watchman(s)
	st.watch("discord:1", "Mira Solheim")
	for i := range n {
		f, err := s.AddFeed(t.Context(), statements.Feed{URL: fmt.Sprintf("https://outlet%d.example/feed.xml", i), Name: fmt.Sprint("Outlet ", i), By: "Ida"})
		st.ok(err)
		st.feeds = append(st.feeds, f)
		st.visit(i, "")
		st.brings(i, "Mira Solheim", fmt.Sprint("first ", i), true)
	}
	st.at.at = noon
	return st
}

func (st *street) ok(err error) {
	st.t.Helper()
	if err != nil {
		st.t.Fatal(err)
	}
}

func (st *street) watchman(s *store.Store) *bot.Watchman {
	return &bot.Watchman{Ward: s, Surface: "discord", Now: st.at.now, Log: slog.New(slog.DiscardHandler)}
}

func (st *street) watch(place, speaker string) {
	st.t.Helper()
	_, err := st.s.AddWatch(st.t.Context(), statements.Watch{Place: place, Speaker: speaker, Server: "discord:1", By: "Ida", Created: noon})
	st.ok(err)
}

// visit keeps a visit to a feed; with a problem it failed.
func (st *street) visit(i int, problem string) {
	st.t.Helper()
	now := st.at.now()
	v := statements.Visit{FeedID: st.feeds[i].ID, At: now, NextAt: now.Add(10 * time.Minute), Problem: problem, Theirs: true}
	st.ok(st.s.KeepVisit(st.t.Context(), v))
}

// brings keeps an article of a feed in which somebody speaks, and alerts those
// who watch him unless it is a first sight.
func (st *street) brings(i int, who, what string, quiet bool) {
	st.t.Helper()
	ctx := st.t.Context()
	ws, version, err := st.s.Watches(ctx)
	st.ok(err)
	f := st.feeds[i]
	url := fmt.Sprintf("https://outlet%d.example/%s", i, strings.ReplaceAll(what, " ", "-"))
	said := "The " + what + " ship lies at the northern quay"
	a := statements.Arrival{FeedID: f.ID, ItemKey: url, At: st.at.now(), Watches: version, Quiet: quiet, Outlet: statements.Outlet{Name: f.Name, URL: url}}
	a.Article = statements.Article{URL: url, Outlet: f.Name, Title: what, Lang: "en", Fetched: a.At, Text: fmt.Sprintf("%s\n\n“%s,” %s said.", what, said, who)}
	from := strings.Index(a.Article.Text, said)
	span := []statements.Span{{Start: from, End: from + len(said)}}
	a.Statements = []statements.Statement{{Speaker: who, Known: statements.ByName, Kind: statements.Direct, Content: span, Verbatim: span, Confidence: 1}}
	for _, w := range ws {
		if w.Speaker == who {
			a.Alerts = append(a.Alerts, statements.Alert{Watch: w, Form: statements.FormAlert, Statements: []int{0}, Reason: "spoke"})
		}
	}
	_, err = st.s.KeepArticle(ctx, a)
	st.ok(err)
}

func (st *street) look(guards ...*bot.Watchman) {
	st.t.Helper()
	for _, g := range append([]*bot.Watchman{st.guard}, guards...) {
		_, err := g.Look(st.t.Context())
		st.ok(err)
	}
	drain(st.t, courierTo(st.s, st.wall, st.at))
}

func courierTo(s *store.Store, to bot.Surface, at *clock) *bot.Courier {
	co := courier(s, nil, at)
	co.Surface = to
	return co
}

const broken = "outlet.example/feed.xml has a problem of its own (status 503). It will be tried again."

// Ten feeds of twelve fail in different minutes and come back in others: the
// channel has one message, which says at every time how things are.
func TestTenFeedsFailTogether(t *testing.T) {
	each(t, func(t *testing.T, s, other *store.Store) {
		st := newStreet(t, s, 12)
		second := st.watchman(other)
		for minute := range 300 {
			for i := range 10 {
				begins, ends := 3*i, 90+10*i
				switch {
				case minute >= begins && minute < ends && (minute-begins)%10 == 0:
					st.visit(i, broken)
				case minute == ends:
					st.brings(i, "Mira Solheim", fmt.Sprint("late ", i), false)
					st.visit(i, "")
				}
			}
			st.look(second)
			st.at.advance(time.Minute)
		}
		headlines := slices.Compact(slices.DeleteFunc(slices.Clone(st.wall.said), func(l string) bool { return !strings.HasPrefix(l, "m1 ") }))
		want := []string{"m1 Outlet 0 has failed since 12:00 UTC"}
		for n := 2; n <= 10; n++ {
			want = append(want, fmt.Sprintf("m1 %d sources have failed since 12:00 UTC", n))
		}
		if d := cmp.Diff(want, headlines[:min(10, len(headlines))]); d != "" {
			t.Errorf("how they fail (-want +got):\n%s", d)
		}
		if got, want := headlines[len(headlines)-1], "m1 10 sources are back since 15:00 UTC"; got != want {
			t.Errorf("at the end the message says %q, want %q", got, want)
		}
		if silences := st.wall.posted("discord:1") - 10; silences != 1 {
			t.Errorf("%d messages of silence, want 1", silences)
		}
		if len(headlines) > 45 {
			t.Errorf("%d changes of the headline: the message does not keep still", len(headlines))
		}
	})
}

// A single feed: the card of the design, before and after.
func TestOneFeedFails(t *testing.T) {
	each(t, func(t *testing.T, s, _ *store.Store) {
		st := newStreet(t, s, 3)
		for i := range 3 {
			st.at.at = noon.Add(time.Duration(i) * 20 * time.Minute)
			st.visit(0, broken)
			if st.look(); i < 2 && len(st.wall.said) > 0 {
				t.Fatalf("told after %d tries", i+1)
			}
		}
		if d := cmp.Diff([]string{"m1 Outlet 0 has failed since 12:00 UTC"}, st.wall.said); d != "" {
			t.Fatalf("(-want +got):\n%s", d)
		}
		if got := words(st.wall.last.Body); !strings.Contains(got, "Mira Solheim") || !strings.Contains(got, "Still covering them: Outlet 1, Outlet 2") {
			t.Errorf("the card says\n%s", got)
		}
		st.at.at = noon.Add(2 * time.Hour)
		st.brings(0, "Mira Solheim", "late", false)
		st.visit(0, "")
		st.look()
		got := words(st.wall.last.Lead)
		if want := "Outlet 0 is back since 14:00 UTC\nIt had failed for 2 h. 1 item was read late, 1 alert was sent late, nothing is missing."; got != want {
			t.Errorf("got\n%s\nwant\n%s", got, want)
		}
		if len(st.wall.last.Buttons) > 0 || st.wall.last.Accent != handlers.Neutral {
			t.Error("the card of a source that is back has buttons, or is red")
		}
	})
}

// Who depends on what: a channel is told of the sources that feed its watches.
func TestOnlyThoseWhoDependAreTold(t *testing.T) {
	each(t, func(t *testing.T, s, _ *store.Store) {
		st := newStreet(t, s, 4)
		st.watch("discord:2", "Ilya Vantreight") // only outlet 3 has him, three times
		st.watch("discord:3", "Pell Arden")      // nobody has
		for i := range 3 {
			st.brings(3, "Ilya Vantreight", fmt.Sprint("remark ", i), true)
		}
		st.visit(3, broken)
		st.look()
		if got := st.wall.channel.posts; !slices.Equal(got, []string{"discord:2"}) {
			t.Errorf("at the first failure %v were told, want the channel that has no other source", got)
		}
		st.visit(3, broken)
		st.at.advance(40 * time.Minute)
		st.visit(3, broken)
		st.look()
		if got := st.wall.channel.posts; !slices.Equal(got, []string{"discord:2", "discord:1"}) {
			t.Errorf("after half an hour %v were told", got)
		}
		for i := range 3 {
			for range 3 {
				st.visit(i, broken)
			}
		}
		st.at.advance(40 * time.Minute)
		st.look()
		if st.wall.posted("discord:3") != 1 {
			t.Errorf("of all sources that fail %v were told, want also the channel that was never told anything", st.wall.channel.posts)
		}
	})
}

// Our own network keeps everything from us: every channel is told so, once, and
// no source is blamed.
func TestOurNetworkIsDown(t *testing.T) {
	each(t, func(t *testing.T, s, _ *store.Store) {
		st := newStreet(t, s, 5)
		for i := range 5 {
			f := st.feeds[i]
			st.ok(s.KeepVisit(t.Context(), statements.Visit{FeedID: f.ID, At: noon, NextAt: noon.Add(time.Minute), Outage: true, Problem: "This machine reaches no server."}))
		}
		st.look()
		st.at.advance(40 * time.Minute)
		st.look()
		st.look()
		want := []string{"m1 We cannot reach the network since 12:00 UTC; nothing is their fault"}
		if d := cmp.Diff(want, st.wall.said); d != "" {
			t.Fatalf("(-want +got):\n%s", d)
		}
		for i := range 5 {
			st.visit(i, "")
		}
		st.at.advance(3 * time.Minute)
		st.look()
		if got := words(st.wall.last.Lead); !strings.HasPrefix(got, "We reach the network again since 12:43 UTC\nNothing could be read for 43 min") {
			t.Errorf("got\n%s", got)
		}
	})
}

// A process is killed between the row and the message, and between the message
// and its settling: neither lost nor doubled.
func TestSilenceSurvivesAKill(t *testing.T) {
	each(t, func(t *testing.T, s, _ *store.Store) {
		st := newStreet(t, s, 2)
		for range 3 {
			st.visit(0, broken)
		}
		st.at.advance(40 * time.Minute)
		_, err := st.guard.Look(t.Context())
		st.ok(err) // and killed: nothing was sent
		st.guard = st.watchman(s)
		killed := true
		st.wall.fail = func(_, _ string, post func()) error {
			if killed {
				killed = false
				post()
				return errors.New("killed before it was settled")
			}
			return nil
		}
		for range 5 {
			st.look()
			st.at.advance(10 * time.Second)
		}
		if st.wall.posted("discord:1") != 1 {
			t.Errorf("%d messages, want 1", st.wall.posted("discord:1"))
		}
		st.visit(0, "")
		st.at.advance(3 * time.Minute)
		st.look()
		if got := st.wall.said[len(st.wall.said)-1]; !strings.Contains(got, "is back since") {
			t.Errorf("at the end the message says %q", got)
		}
	})
}

// A feed that somebody removes while it fails is no longer waited for.
func TestAFeedIsRemovedWhileItFails(t *testing.T) {
	each(t, func(t *testing.T, s, _ *store.Store) {
		st := newStreet(t, s, 2)
		for range 3 {
			st.visit(0, broken)
		}
		st.at.advance(40 * time.Minute)
		st.look()
		st.ok(s.RemoveFeed(t.Context(), st.feeds[0].ID))
		st.at.advance(3 * time.Minute)
		st.look()
		if got := words(st.wall.last.Lead); got != "Outlet 0 is read no more\nIt was removed while it was silent." {
			t.Errorf("got\n%s", got)
		}
	})
}
