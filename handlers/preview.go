package handlers

import (
	"context"
	"fmt"
	"sort"
	"time"

	"onrecord/statements"
	"onrecord/statements/watch"
)

// How far a watch is tried on the past. It is an answer to somebody who waits.
const (
	previewDays     = 30
	previewArticles = 5000
	previewPage     = 200
	previewTime     = time.Second
	previewNear     = 600 // articles that are looked at for near misses
	previewSamples  = 5
	previewMisses   = 3
	noisyADay       = 8 // alerts a day from which a watch is noisy
)

// Preview is what a watch would have told in the last days.
type Preview struct {
	Watch    statements.Watch
	Hits     int
	Days     []int // hits by day, oldest first; the last is today
	First    statements.Date
	Last     statements.Date
	Samples  []Sample // newest first, one an utterance
	Misses   []Sample
	Articles int  // that it was tried on
	Cut      bool // there are more articles of these days than were looked at
	Coverage statements.Coverage
	Narrower *Narrower // of a noisy watch
	ID       string    // under which its buttons find the watch
}

// Sample is one article that the watch matches, or nearly does.
type Sample struct {
	Article statements.Archived
	Found   []statements.Found // that matched; none where words of the article did
	Words   []string           // the watched words that were found
	Why     statements.Said    // of a near miss
	At      time.Time
}

// Narrower is a watch that says less.
type Narrower struct {
	Watch  statements.Watch
	PerDay float64
	ID     string
}

// PerDay is how many alerts a day came on average.
func (p Preview) PerDay() float64 { return float64(p.Hits) / float64(max(len(p.Days), 1)) }

// Noisy reports whether the watch would tell more than a channel can read.
func (p Preview) Noisy() bool { return p.PerDay() > noisyADay }

// preview tries w on the archive, with the matcher that alerts.
func (d *Desk) preview(ctx context.Context, w statements.Watch) (Preview, error) {
	w, err := d.Past.Meant(ctx, w)
	if err != nil {
		return Preview{}, err
	}
	trial, err := watch.NewTrial(w)
	if err != nil {
		return Preview{}, err
	}
	t := &trying{desk: d, trial: trial, now: d.now(), near: map[watch.Lack][]Sample{}, missed: map[int64]bool{}}
	t.since = midnight(t.now.In(d.zone())).AddDate(0, 0, 1-previewDays)
	if err := t.look(ctx); err != nil {
		return Preview{}, fmt.Errorf("look through the archive: %w", err)
	}
	p := t.summary(w)
	if p.Coverage, err = d.Search.Coverage(ctx); err != nil {
		return Preview{}, fmt.Errorf("read what is on record: %w", err)
	}
	if p.Noisy() {
		p.Narrower = narrower(p, t.hits)
	}
	return p, nil
}

func midnight(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, t.Location())
}

// trying is one look through the archive, newest first.
type trying struct {
	desk       *Desk
	trial      *watch.Trial
	now, since time.Time
	oldest     time.Time
	seen       int // articles that were read
	tried      int // of them, those of the days that count
	nearly     int // of them, those that were looked at for near misses
	cut        bool
	hits       []Sample
	near       map[watch.Lack][]Sample
	missed     map[int64]bool // utterances that were near misses already
}

// look reads the archive until its articles are too old, or too many.
func (t *trying) look(ctx context.Context) error {
	before := int64(0)
	for {
		page, err := t.desk.Past.Archive(ctx, before, previewPage)
		if err != nil || len(page) == 0 {
			return err
		}
		for _, a := range page {
			if a.Article.Fetched.Before(t.since) {
				return nil
			}
			if t.seen == previewArticles || t.desk.now().Sub(t.now) > previewTime {
				t.cut = true
				return nil
			}
			t.seen++
			t.try(a)
		}
		before = page[len(page)-1].Article.ID
	}
}

// try matches one article, if it is of the days that count.
func (t *trying) try(a statements.Archived) {
	at := a.Article.Published.Time
	if at.IsZero() || at.After(t.now) {
		at = a.Article.Fetched
	}
	if at.Before(t.since) {
		return
	}
	t.tried++
	if t.oldest.IsZero() || at.Before(t.oldest) {
		t.oldest = at
	}
	sts := make([]statements.Statement, len(a.Statements))
	for i, f := range a.Statements {
		sts[i] = f.Statement
	}
	if t.trial.Spoke(sts) {
		if alert, ok := t.trial.Match(a.Article, sts); ok {
			t.hits = append(t.hits, Sample{Article: a, Found: these(a, alert.Statements), Words: alert.Words, At: at})
			return
		}
	}
	if t.nearly == previewNear {
		return
	}
	t.nearly++
	if miss, ok := t.trial.Nearly(a.Article, sts); ok {
		t.keep(miss, Sample{Article: a, Found: these(a, miss.Statements), Words: miss.Words, Why: miss.Why, At: at})
	}
}

func these(a statements.Archived, of []int) []statements.Found {
	var out []statements.Found
	for _, i := range of {
		out = append(out, a.Statements[i])
	}
	return showable(out)
}

// keep keeps a near miss, one an utterance and a few of each kind.
func (t *trying) keep(m watch.Miss, s Sample) {
	if len(t.near[m.Lack]) == previewMisses {
		return
	}
	if len(s.Found) > 0 {
		if c := utterance(s.Found[0]); t.missed[c] {
			return
		} else {
			t.missed[c] = true
		}
	}
	t.near[m.Lack] = append(t.near[m.Lack], s)
}

// utterance is the number of what a statement reports; its own below zero
// where it has none.
func utterance(f statements.Found) int64 {
	if f.Cluster != 0 {
		return f.Cluster
	}
	return -f.Statement.ID
}

// summary counts what would have been told. A later report of what was told
// already joins the first message: it is no alert of its own.
func (t *trying) summary(w statements.Watch) Preview {
	sort.SliceStable(t.hits, func(i, j int) bool { return t.hits[i].Article.Article.ID < t.hits[j].Article.Article.ID })
	told := map[int64]bool{}
	fresh := t.hits[:0]
	for _, h := range t.hits {
		var found []statements.Found
		for _, f := range h.Found {
			if c := utterance(f); !told[c] {
				told[c] = true
				found = append(found, f)
			}
		}
		if len(h.Found) == 0 || len(found) > 0 {
			h.Found = found
			fresh = append(fresh, h)
		}
	}
	t.hits = fresh
	sort.SliceStable(t.hits, func(i, j int) bool { return t.hits[i].At.After(t.hits[j].At) })
	p := Preview{Watch: w, Hits: len(t.hits), Articles: t.tried, Cut: t.cut, Misses: t.misses()}
	p.Samples = t.hits[:min(len(t.hits), previewSamples)]
	t.days(&p)
	return p
}

// days counts the hits of each day from the oldest article on.
func (t *trying) days(p *Preview) {
	zone := t.desk.zone()
	today := midnight(t.now.In(zone))
	first := today
	if !t.oldest.IsZero() {
		first = midnight(t.oldest.In(zone))
	}
	p.First, p.Last = statements.DateOf(first), statements.DateOf(today)
	index := func(at time.Time) int {
		return int(p.Last.Time().Sub(statements.DateOf(at.In(zone)).Time()).Hours() / 24)
	}
	p.Days = make([]int, index(first)+1)
	for _, h := range t.hits {
		p.Days[len(p.Days)-1-min(max(index(h.At), 0), len(p.Days)-1)]++
	}
}

// misses picks near misses of as many kinds as there are, the nearest first.
func (t *trying) misses() []Sample {
	var out []Sample
	for n := range previewMisses {
		for lack := watch.OtherOutlet; lack <= watch.Unsaid; lack++ {
			if of := t.near[lack]; n < len(of) && len(out) < previewMisses {
				out = append(out, of[n])
			}
		}
	}
	return out
}
