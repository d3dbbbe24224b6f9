package bot

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"onrecord/statements"
)

// view is all that one look is made of.
type view struct {
	now     time.Time
	feeds   map[int64]statements.Feed
	lapses  []statements.Lapse
	cut     statements.Lapse // our own network
	isCut   bool
	watches []statements.Watch // of the surface's places
	version int64
	yields  map[int64]statements.Yield
	open    []statements.Quieted
}

func (w *Watchman) view(ctx context.Context) (v view, err error) {
	v = view{now: w.Now(), feeds: map[int64]statements.Feed{}}
	if err := w.note(ctx, v.now); err != nil {
		return v, err
	}
	feeds, err := w.Ward.Feeds(ctx)
	if err != nil {
		return v, fmt.Errorf("read the feeds: %w", err)
	}
	if v.yields, err = w.weeks(ctx, v.now); err != nil {
		return v, fmt.Errorf("read what the feeds bring: %w", err)
	}
	watches, version, err := w.Ward.Watches(ctx)
	if err != nil {
		return v, fmt.Errorf("read the watches: %w", err)
	}
	open, err := w.Ward.Silences(ctx)
	if err != nil {
		return v, fmt.Errorf("read who is silent: %w", err)
	}
	for _, f := range feeds {
		v.feeds[f.ID] = f
		if l, ok := f.Lapse(v.yields[f.ID], v.now); ok && !(l.Kind.Measured() && v.now.Sub(w.since) < l.Kind.Again()) {
			v.lapses = append(v.lapses, l)
		}
	}
	slices.SortStableFunc(v.lapses, func(a, b statements.Lapse) int { return a.Since.Compare(b.Since) })
	v.cut, v.isCut = statements.Cut(feeds, v.now)
	v.watches = slices.DeleteFunc(watches, func(x statements.Watch) bool { return !w.mine(x.Place) })
	v.open = slices.DeleteFunc(open, func(q statements.Quieted) bool { return !w.mine(q.Place) })
	v.version = version
	return v, nil
}

// sumEvery is how often it is added up what the feeds bring: that takes long
// where there are many, and says something about weeks.
const sumEvery = time.Hour

func (w *Watchman) weeks(ctx context.Context, now time.Time) (map[int64]statements.Yield, error) {
	if w.yields == nil || now.Sub(w.summed) >= sumEvery {
		yields, err := w.Ward.Yields(ctx, now)
		if err != nil {
			return nil, err
		}
		w.yields, w.summed = yields, now
	}
	return w.yields, nil
}

const (
	// absent is how long nobody may have been looking before what sources
	// brought in that time says nothing about them.
	absent = 24 * time.Hour
	// noteEvery is how often it is written down that somebody is.
	noteEvery = 10 * time.Minute
)

// note keeps from when on somebody has been looking without a long break.
func (w *Watchman) note(ctx context.Context, now time.Time) error {
	if now.Sub(w.noted) < noteEvery {
		return nil
	}
	const name = "silence.looking"
	kept, err := w.Ward.Recall(ctx, name)
	if err != nil {
		return err
	}
	var since, last int64
	if _, err := fmt.Sscanf(kept, "%d %d", &since, &last); err != nil || now.Sub(time.Unix(last, 0)) > absent {
		since = now.Unix()
	}
	w.noted, w.since = now, time.Unix(since, 0)
	return w.Ward.Remember(ctx, name, fmt.Sprintf("%d %d", since, now.Unix()))
}

func (w *Watchman) mine(place string) bool {
	surface, _, _ := strings.Cut(place, ":")
	return surface == w.Surface
}
