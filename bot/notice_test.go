package bot_test

import (
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"onrecord/bot"
	"onrecord/statements"
	"onrecord/store"
)

// A channel is closed to us and a feed is gone: the admin's channel says each
// once, however often it is tried and whoever looks.
func TestAnAdminIsToldOnce(t *testing.T) {
	each(t, func(t *testing.T, s, other *store.Store) {
		st := newStreet(t, s, 3)
		second := st.watchman(other)
		st.guard.Admin, second.Admin = "discord:9", "discord:9"
		st.wall.fail = func(place, _ string, _ func()) error {
			if place == "discord:1" {
				return sendError{gone: true}
			}
			return nil
		}
		st.brings(0, "Mira Solheim", "new", false)
		for range 4 {
			st.look(second)
			if _, err := s.ResumePlaces(t.Context(), "discord"); err != nil {
				t.Fatal(err)
			}
			drain(t, courierTo(s, st.wall, st.at))
			st.at.advance(15 * time.Minute)
		}
		if d := cmp.Diff([]string{"m1 A place is closed to us"}, st.wall.said); d != "" {
			t.Fatalf("(-want +got):\n%s", d)
		}
		st.ok(s.KeepVisit(t.Context(), statements.Visit{FeedID: st.feeds[2].ID, At: st.at.now(), NextAt: st.at.now(), Gone: true, Theirs: true, Problem: "It is gone for good (status 410)."}))
		st.look(second)
		st.look(second)
		if d := cmp.Diff([]string{"m1 A place is closed to us", "m2 A feed is gone"}, st.wall.said); d != "" {
			t.Errorf("(-want +got):\n%s", d)
		}
	})
}

// A calm day is told at its hour, once, and only where nothing else was.
func TestACalmDay(t *testing.T) {
	each(t, func(t *testing.T, s, other *store.Store) {
		st := newStreet(t, s, 3)
		st.watch("discord:2", "Ilya Vantreight")
		second := st.watchman(other)
		calm := bot.Calm{At: 9 * time.Hour, Zone: time.UTC}
		st.guard.Calm, second.Calm = calm, calm
		st.brings(0, "Mira Solheim", "new", false)
		for range 3 * 24 * 2 {
			st.look(second)
			st.at.advance(30 * time.Minute)
		}
		// An alert at noon, and then three mornings: of the first, one channel has
		// had its news.
		want := []string{"discord:1", "discord:2", "discord:1", "discord:2", "discord:1", "discord:2"}
		slices.Sort(st.wall.posts[2:])
		slices.Sort(want[2:])
		if d := cmp.Diff(want, st.wall.posts); d != "" {
			t.Errorf("messages (-want +got):\n%s", d)
		}
		if got := st.wall.said[1]; got != "m2 All quiet: nothing was said that is watched here. 3 of 3 sources are healthy." {
			t.Errorf("it says %q", got)
		}
	})
}

// Nobody is told of sources where the operator does not want it; an admin still
// is.
func TestMute(t *testing.T) {
	each(t, func(t *testing.T, s, _ *store.Store) {
		st := newStreet(t, s, 1)
		st.guard.Mute, st.guard.Admin = true, "discord:9"
		st.ok(s.KeepVisit(t.Context(), statements.Visit{FeedID: st.feeds[0].ID, At: noon, NextAt: noon, Gone: true, Problem: "It is gone."}))
		st.look()
		if d := cmp.Diff([]string{"discord:9"}, st.wall.posts); d != "" {
			t.Errorf("(-want +got):\n%s", d)
		}
	})
}
