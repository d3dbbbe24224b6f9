package bot

import (
	"context"
	"fmt"
	"time"

	"onrecord/statements"
)

// Notices are what is said once.
type Notices interface {
	// Closed gives the places that refuse our messages; "" is those of all servers.
	Closed(ctx context.Context, server string) ([]statements.Notice, error)
	// Notify says what was not said before; for the place "" it only keeps that.
	Notify(ctx context.Context, place string, list []statements.Notice, now time.Time) (fresh []statements.Notice, err error)
	// ToldSince gives the places that were told anything since then.
	ToldSince(ctx context.Context, since time.Time) (map[string]bool, error)
}

// Calm is a line for a day on which nothing was told.
type Calm struct {
	At    time.Duration  // after midnight; negative is never
	Zone  *time.Location // of At and of the day
	Place string         // "" is every place that has a watch which is not somebody's own
}

// calmFor is how long after its hour a calm day is told: of one that nobody was
// there to tell, it is not told at midnight.
const calmFor = time.Hour

// notices tells the admin, once, of places that are closed to us and of feeds
// that are gone. Where there is no place for him, the log has it.
func (w *Watchman) notices(ctx context.Context, v view) (int, error) {
	list, err := w.Ward.Closed(ctx, "")
	if err != nil {
		return 0, err
	}
	n := 0
	for _, c := range list {
		if w.mine(c.Place) {
			c.Since = v.now
			list[n] = c
			n++
		}
	}
	list = list[:n]
	for _, l := range v.lapses {
		if f := v.feeds[l.Feed]; l.Kind == statements.SilenceGone {
			list = append(list, statements.Notice{Key: fmt.Sprintf("gone %d %d", l.Feed, l.Since.Unix()), Kind: statements.NoticeGone,
				Feed: l.Feed, Name: f.Name, Why: l.Why, Since: l.Since})
		}
	}
	if len(list) == 0 {
		return 0, nil
	}
	fresh, err := w.Ward.Notify(ctx, w.Admin, list, v.now)
	if err != nil {
		return 0, err
	}
	for _, f := range fresh {
		w.Log.Warn("an admin is needed", "notice", f.Kind, "place", f.Place, "feed", f.Feed, "why", f.Why, "waiting", f.Waiting)
	}
	if w.Admin == "" {
		return 0, nil
	}
	return len(fresh), nil
}

// calm tells the places that nothing was told for a day, and that this is no
// fault of ours.
func (w *Watchman) calm(ctx context.Context, v view) (int, error) {
	if w.Calm.Zone == nil || w.Calm.At < 0 {
		return 0, nil
	}
	today := v.now.In(w.Calm.Zone)
	at := time.Date(today.Year(), today.Month(), today.Day(), 0, int(w.Calm.At.Minutes()), 0, 0, w.Calm.Zone)
	if late := v.now.Sub(at); late < 0 || late >= calmFor || len(v.feeds) == 0 || w.calmed.Equal(at) {
		return 0, nil
	}
	var shared []statements.Watch
	for _, x := range v.watches {
		if x.Owner == "" {
			shared = append(shared, x)
		}
	}
	places := view{watches: shared}.places()
	if w.Calm.Place != "" {
		places = nil
		if w.mine(w.Calm.Place) {
			places = []string{w.Calm.Place}
		}
	}
	told, err := w.Ward.ToldSince(ctx, at.Add(-24*time.Hour))
	if err != nil {
		return 0, err
	}
	said := 0
	for _, place := range places {
		n := statements.Notice{Key: "calm " + place + " " + statements.DateOf(at).String(), Kind: statements.NoticeCalm, Feeds: len(v.feeds)}
		for _, f := range v.feeds {
			if f.Healthy() {
				n.Healthy++
			} else {
				n.Sick = append(n.Sick, f.Name)
			}
		}
		to := place
		if told[place] { // and that is settled for today
			to = ""
		}
		fresh, err := w.Ward.Notify(ctx, to, []statements.Notice{n}, v.now)
		if err != nil {
			return said, err
		}
		if !told[place] {
			said += len(fresh)
		}
	}
	w.calmed = at
	return said, nil
}
