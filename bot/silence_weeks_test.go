package bot_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"onrecord/statements"
	"onrecord/store"
)

// day lets a day pass on which each feed brings ten articles with so many
// statements; the watchman looks every twelve hours, if he is there.
func (st *street) day(there bool, said ...int) {
	st.t.Helper()
	for half := range 2 {
		for i, n := range said {
			now := st.at.now()
			v := statements.Visit{FeedID: st.feeds[i].ID, At: now, NextAt: now.Add(13 * time.Hour)}
			if n >= 0 {
				v.New, v.Articles, v.Statements = 5, 5, n/2
				v.Recent = []time.Time{now}
			}
			if n < 0 && half == 0 {
				v.New, v.Articles, v.Stubs = 10, 10, 10
			}
			st.ok(st.s.KeepVisit(st.t.Context(), v))
		}
		if there {
			st.look()
		}
		st.at.advance(12 * time.Hour)
	}
}

// What a source brings dries up: said once, and taken back. A new installation
// knows too little for that, and one that was away blames nobody.
func TestASourceDriesUp(t *testing.T) {
	each(t, func(t *testing.T, s, _ *store.Store) {
		st := newStreet(t, s, 2)
		for range 50 {
			st.day(true, 20, 20)
		}
		if len(st.wall.said) > 0 {
			t.Fatalf("told while all was well: %v", st.wall.said)
		}
		for range 4 {
			st.day(true, 0, 20)
		}
		want := []string{"m1 Outlet 0 brings less than usual"}
		if d := cmp.Diff(want, st.wall.said); d != "" {
			t.Fatalf("(-want +got):\n%s", d)
		}
		for range 8 {
			st.day(true, 20, 20)
		}
		want = append(want, "m1 Outlet 0 brings as much as usual again")
		if d := cmp.Diff(want, st.wall.said); d != "" {
			t.Fatalf("(-want +got):\n%s", d)
		}
		for range 3 {
			st.day(true, 20, -1)
		}
		want = append(want, "m2 Articles of Outlet 1 come without their text")
		if d := cmp.Diff(want, st.wall.said); d != "" {
			t.Errorf("(-want +got):\n%s", d)
		}
	})
}

func TestNobodyIsBlamedForOurAbsence(t *testing.T) {
	each(t, func(t *testing.T, s, _ *store.Store) {
		st := newStreet(t, s, 2)
		for range 50 {
			st.day(true, 20, 20)
		}
		st.at.advance(6 * 24 * time.Hour)
		st.guard = st.watchman(s) // started again
		for range 6 {
			st.day(true, 20, 0)
		}
		if len(st.wall.said) > 0 {
			t.Errorf("told of what was not looked at: %v", st.wall.said)
		}
		for range 6 {
			st.day(true, 20, 0)
		}
		if len(st.wall.said) == 0 {
			t.Error("a week later it is not told what has dried up")
		}
	})
}
