package bot

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"
	"time"

	"onrecord/statements"
	"onrecord/statements/text"
	"onrecord/statements/watch"
)

// Carried says who brought what.
type Carried interface {
	// Brought gives the newest n articles that a feed brought.
	Brought(ctx context.Context, feed int64, n int) ([]statements.Archived, error)
	// CarriedIn names the outlets that carried these speakers since then, and
	// ToldFrom those of the articles that a watch matched.
	CarriedIn(ctx context.Context, speakers []int64, since time.Time) ([]string, error)
	ToldFrom(ctx context.Context, watch int64, since time.Time) ([]string, error)
}

const (
	// reliedArticles is how many of a feed's articles say who depends on it.
	reliedArticles = 200
	// reliedFor is how far back somebody else counts as carrying the same.
	reliedFor = 30 * 24 * time.Hour
	// reliedMatches is what a watch must have found in a feed for it to be
	// called its only source, where there are others at all.
	reliedMatches = 3
	// reliedKept is how long it stays known who depends on a feed.
	reliedKept = time.Hour
	// reliedAtOnce bounds how many feeds are looked through in one look: the
	// others wait for the next.
	reliedAtOnce = 20
)

// reliances are who depends on which feed, as it was found out lately.
type reliances struct {
	version int64
	set     *watch.Set
	of      map[int64]reliance
	looked  int // in this look
	look    time.Time
}

type reliance struct {
	at     time.Time
	places []statements.Quieted
}

// relying gives the places that depend on a silent feed: its articles of late
// match their watches. They are those that the watches would have been told of,
// also where another outlet was quicker.
func (w *Watchman) relying(ctx context.Context, v view, l statements.Lapse) ([]statements.Quieted, error) {
	k := &w.known
	if k.set == nil || k.version != v.version {
		*k = reliances{version: v.version, set: watch.Compile(v.watches), of: map[int64]reliance{}}
	}
	if k.look != v.now {
		k.look, k.looked = v.now, 0
	}
	if r, ok := k.of[l.Feed]; ok && v.now.Sub(r.at) < reliedKept {
		return r.places, nil
	}
	if k.looked == reliedAtOnce || len(v.watches) == 0 {
		return nil, nil
	}
	k.looked++
	places, err := w.rely(ctx, v, v.feeds[l.Feed])
	if err != nil {
		return nil, fmt.Errorf("look who depends on feed %d: %w", l.Feed, err)
	}
	k.of[l.Feed] = reliance{v.now, places}
	return places, nil
}

// finds are what one watch finds in a feed.
type finds struct {
	watch    statements.Watch
	n        int
	speakers map[string]int
	ids      map[int64]bool
}

func (w *Watchman) rely(ctx context.Context, v view, f statements.Feed) ([]statements.Quieted, error) {
	brought, err := w.Ward.Brought(ctx, f.ID, reliedArticles)
	if err != nil {
		return nil, err
	}
	places := map[string]*statements.Quieted{}
	for _, found := range w.found(v, f, brought) {
		q := places[found.watch.Place]
		if q == nil {
			q = &statements.Quieted{Place: found.watch.Place, Weekly: weekly(v.yields[f.ID])}
			places[found.watch.Place] = q
		}
		others, err := w.others(ctx, v, f, found)
		if err != nil {
			return nil, err
		}
		q.Others = add(q.Others, others...)
		q.Alone = q.Alone || len(others) == 0 && (found.n >= reliedMatches || len(v.feeds) == 1)
		if found.watch.Speaker == "" {
			q.Words = add(q.Words, found.watch.Keywords)
		} else {
			q.Speakers = add(q.Speakers, byCount(found.speakers)...)
		}
	}
	var out []statements.Quieted
	for _, p := range slices.Sorted(maps.Keys(places)) {
		out = append(out, *places[p])
	}
	return out, nil
}

// found is what each watch finds in the feed, in the order of the watches. One
// that asks for the outlet by its name depends on it in any case.
func (w *Watchman) found(v view, f statements.Feed, brought []statements.Archived) []*finds {
	of := map[int64]*finds{}
	get := func(x statements.Watch) *finds {
		if of[x.ID] == nil {
			of[x.ID] = &finds{watch: x, speakers: map[string]int{}, ids: map[int64]bool{}}
		}
		return of[x.ID]
	}
	for _, a := range brought {
		sts := make([]statements.Statement, len(a.Statements))
		for i, s := range a.Statements {
			sts[i] = s.Statement
		}
		for _, alert := range w.known.set.Match(a.Article, sts, false) {
			found := get(alert.Watch)
			found.n++
			for _, i := range alert.Statements {
				found.speakers[sts[i].Speaker]++
				found.ids[a.Statements[i].SpeakerID] = true
			}
		}
	}
	for _, x := range v.watches {
		if slices.ContainsFunc(x.Only.Outlets, func(o string) bool { return text.Fold(o) == text.Fold(f.Name) }) {
			get(x)
		}
	}
	return slices.SortedFunc(maps.Values(of), func(a, b *finds) int { return cmp.Compare(a.watch.ID, b.watch.ID) })
}

// others names the feeds that carry the same for the watch and that can be read.
func (w *Watchman) others(ctx context.Context, v view, f statements.Feed, found *finds) ([]string, error) {
	since := v.now.Add(-reliedFor)
	var names []string
	var err error
	if found.watch.Speaker == "" {
		names, err = w.Ward.ToldFrom(ctx, found.watch.ID, since)
	} else {
		names, err = w.Ward.CarriedIn(ctx, slices.Sorted(maps.Keys(found.ids)), since)
	}
	if err != nil {
		return nil, err
	}
	well := map[string]bool{}
	for _, o := range v.feeds {
		if o.Healthy() && o.ID != f.ID {
			well[text.Fold(o.Name)] = true
		}
	}
	return slices.DeleteFunc(names, func(n string) bool { return !well[text.Fold(n)] }), nil
}

// weekly is how many statements a usual week brings.
func weekly(y statements.Yield) int {
	if h, ok := y.Norm(); ok {
		return h.Statements
	}
	if len(y.Weeks) < 2 {
		return 0 // less than a week is none
	}
	n := 0
	for _, h := range y.Weeks[1:] {
		n += h.Statements
	}
	return n / (len(y.Weeks) - 1)
}

func add(list []string, names ...string) []string {
	for _, n := range names {
		if n != "" && !slices.Contains(list, n) {
			list = append(list, n)
		}
	}
	return list
}

func byCount(of map[string]int) []string {
	return slices.SortedFunc(maps.Keys(of), func(a, b string) int {
		return cmp.Or(cmp.Compare(of[b], of[a]), cmp.Compare(a, b))
	})
}
