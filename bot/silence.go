package bot

import (
	"cmp"
	"context"
	"fmt"
	"log/slog"
	"maps"
	"slices"
	"time"

	"onrecord/statements"
)

// Health says how the feeds are, and who is to be told.
type Health interface {
	Feeds(ctx context.Context) ([]statements.Feed, error)
	Yields(ctx context.Context, now time.Time) (map[int64]statements.Yield, error)
	Watches(ctx context.Context) ([]statements.Watch, int64, error)
}

// Silences keeps what places were told of silent sources.
type Silences interface {
	// Silences gives those that last.
	Silences(ctx context.Context) ([]statements.Quieted, error)
	// TellSilence puts it into the outbox, or into a message that is there, and
	// gives how many messages have more to tell than before.
	TellSilence(ctx context.Context, list []statements.Quieted, now time.Time) (int, error)
	EndSilence(ctx context.Context, list []statements.Quieted, now time.Time) error
}

// Past says what came of a silence, and who was ever told anything.
type Past interface {
	// MadeUp counts what came when a silence since then was over; feed 0 is all.
	MadeUp(ctx context.Context, feed int64, since time.Time) (items int, alerts map[string]int, missing bool, err error)
	Fed(ctx context.Context) (places map[string]bool, err error)
}

// Memory keeps small values.
type Memory interface {
	Recall(ctx context.Context, name string) (string, error)
	Remember(ctx context.Context, name, value string) error
}

// Ward is the archive as a Watchman looks at it.
type Ward interface {
	Memory
	Health
	Silences
	Past
	Carried
	Notices
}

// Watchman tells places of the sources that they depend on and that are silent,
// and takes it back. Several may look after one archive at once, each for its
// own surface or all for one.
type Watchman struct {
	Ward    Ward
	Surface string // the part of a place before the colon: whose places are told
	Now     func() time.Time
	Owed    func() // as in Ingest
	Log     *slog.Logger
	// Mute tells nobody of silent sources.
	Mute bool
	// Admin is the place of who is told of what he has to do something about;
	// "" is the log alone.
	Admin string
	// Calm says when a day without any message is told; its zero value never.
	Calm Calm

	known reliances
	noted time.Time // when it was last written down that somebody is looking
	since time.Time // from when on somebody has been looking

	yields map[int64]statements.Yield // as they were at summed
	summed time.Time
	calmed time.Time // the hour of the day that was seen to last
}

// Look looks once at every source, and gives how many messages have something
// new to tell.
func (w *Watchman) Look(ctx context.Context) (int, error) {
	v, err := w.view(ctx)
	if err != nil {
		return 0, err
	}
	told, over := 0, 0
	if !w.Mute {
		if told, over, err = w.silence(ctx, v); err != nil {
			return 0, err
		}
	}
	said, err := w.notices(ctx, v)
	if err != nil {
		return 0, fmt.Errorf("tell an admin: %w", err)
	}
	calm, err := w.calm(ctx, v)
	if err != nil {
		return 0, fmt.Errorf("tell of a calm day: %w", err)
	}
	all := told + over + said + calm
	if all > 0 {
		w.Log.Info("silence", "messages", told, "over", over, "notices", said, "calm", calm)
		if w.Owed != nil {
			w.Owed()
		}
	}
	return all, nil
}

// silence tells of sources that are silent, and takes back what is over.
func (w *Watchman) silence(ctx context.Context, v view) (told, ended int, err error) {
	over, err := w.over(ctx, v)
	if err != nil {
		return 0, 0, err
	}
	if err := w.Ward.EndSilence(ctx, over, v.now); err != nil {
		return 0, 0, fmt.Errorf("say that sources are back: %w", err)
	}
	begun, err := w.begun(ctx, v)
	if err != nil {
		return 0, 0, err
	}
	if len(begun) > 0 {
		if told, err = w.Ward.TellSilence(ctx, begun, v.now); err != nil {
			return 0, 0, fmt.Errorf("say that sources are silent: %w", err)
		}
	}
	return told, len(over), nil
}

// over gives the silences that last no more, with what their end brought. What
// our own network keeps from us is neither back nor more silent than it was.
func (w *Watchman) over(ctx context.Context, v view) ([]statements.Quieted, error) {
	type came struct {
		items   int
		alerts  map[string]int
		missing bool
	}
	made := map[string]came{} // by feed and beginning: many places miss one feed
	var out []statements.Quieted
	for _, q := range v.open {
		at, over := v.back(q)
		if !over {
			continue
		}
		f, there := v.feeds[q.Feed]
		q.Over, q.Removed = at, q.Feed != 0 && !there
		q.Name = cmp.Or(f.Name, q.Name)
		if !q.Removed && !q.Kind.Measured() {
			key := fmt.Sprint(q.Feed, q.Since)
			c, ok := made[key]
			if !ok {
				var err error
				if c.items, c.alerts, c.missing, err = w.Ward.MadeUp(ctx, q.Feed, q.Since); err != nil {
					return nil, fmt.Errorf("count what feed %d made up for: %w", q.Feed, err)
				}
				made[key] = c
			}
			q.ReadLate, q.SentLate, q.Missing = c.items, c.alerts[q.Place], c.missing
		}
		out = append(out, q)
	}
	return out, nil
}

// back says whether a silence is over, and since when.
func (v view) back(q statements.Quieted) (at time.Time, over bool) {
	if q.Feed == 0 {
		return v.now, !v.isCut
	}
	f, there := v.feeds[q.Feed]
	if !there {
		return v.now, true
	}
	if f.Outage {
		return at, false
	}
	l, silent := f.Lapse(v.yields[f.ID], v.now)
	if silent && (q.Kind.Measured() || !l.Kind.Measured()) {
		return at, false
	}
	if q.Kind.Measured() || f.LastOK.Before(q.Since) {
		return v.now, true
	}
	return f.LastOK, true
}

// begun gives what places are to be told: of what is silent now, each source
// that they depend on.
func (w *Watchman) begun(ctx context.Context, v view) ([]statements.Quieted, error) {
	var out []statements.Quieted
	if v.isCut && v.cut.Ripe {
		for _, place := range v.places() {
			out = append(out, statements.Quieted{Lapse: v.cut, Place: place})
		}
	}
	told := map[int64]map[string]bool{}
	for _, q := range v.open {
		if told[q.Feed] == nil {
			told[q.Feed] = map[string]bool{}
		}
		told[q.Feed][q.Place] = true
	}
	for _, l := range v.lapses {
		relying, err := w.relying(ctx, v, l)
		if err != nil {
			return nil, err
		}
		for _, place := range slices.Sorted(maps.Keys(told[l.Feed])) {
			out = append(out, statements.Quieted{Lapse: l, Place: place}) // what changes is how it fails
		}
		for _, q := range relying {
			if (l.Ripe || q.Alone) && !told[l.Feed][q.Place] {
				q.Lapse = l
				out = append(out, q)
			}
		}
	}
	unfed, err := w.unfed(ctx, v)
	if err != nil {
		return nil, err
	}
	return append(out, unfed...), nil
}

// places are those that have a watch.
func (v view) places() []string {
	seen := map[string]bool{}
	for _, x := range v.watches {
		seen[x.Place] = true
	}
	return slices.Sorted(maps.Keys(seen))
}

// unfed tells the places of which it is not known what they depend on, since
// they were never told anything: when half of all sources fail, theirs may be
// among them.
func (w *Watchman) unfed(ctx context.Context, v view) ([]statements.Quieted, error) {
	var failing []statements.Lapse
	for _, l := range v.lapses {
		if l.Ripe && !l.Kind.Measured() {
			failing = append(failing, l)
		}
	}
	read := 0
	for _, f := range v.feeds {
		if f.Seen {
			read++
		}
	}
	if len(failing) == 0 || 2*len(failing) < read {
		return nil, nil
	}
	fed, err := w.Ward.Fed(ctx)
	if err != nil {
		return nil, fmt.Errorf("look for places that were told nothing yet: %w", err)
	}
	var out []statements.Quieted
	for _, place := range v.places() {
		if fed[place] {
			continue
		}
		for _, l := range failing {
			out = append(out, statements.Quieted{Lapse: l, Place: place})
		}
	}
	return out, nil
}
