package feeds

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"strings"
	"time"

	"onrecord/statements"
	"onrecord/statements/reasons"
)

// visit goes to one feed: fetch, parse, keep every item that was not seen, and
// then, when all are kept, the visit itself. A crash before that repeats the
// visit, and what was kept already is skipped. done is told once, of one that
// found nothing new a moment later; its error is the store's, and the feed's
// problems are in the Visit.
func (p *Poller) visit(ctx context.Context, f statements.Feed, s *still, done func(statements.Visit, error)) {
	v := statements.Visit{FeedID: f.ID, URL: f.URL, At: p.now(),
		ETag: f.ETag, LastModified: f.LastModified, BodyHash: f.BodyHash, Asks: f.Asks, Backlog: !f.Seen}
	said, err := p.walk(ctx, f, &v)
	if ctx.Err() != nil {
		done(v, fmt.Errorf("visit %s: %w", f.Name, context.Cause(ctx)))
		return
	}
	var stored *storeError
	if errors.As(err, &stored) {
		p.log().Error("keep what a feed brought", "feed", f.ID, "err", stored.err)
	}
	p.settle(f, &v, said, err)
	p.judge(ctx, f, &v, err)
	if foundNothing(f, v) {
		s.add(ctx, v, func(err error) { done(v, p.kept(f, v, err)) })
		return
	}
	done(v, p.kept(f, v, p.Store.KeepVisit(ctx, v)))
}

// kept ends a visit whose write went so.
func (p *Poller) kept(f statements.Feed, v statements.Visit, err error) error {
	if err != nil {
		return fmt.Errorf("keep the visit to feed %d: %w", f.ID, err)
	}
	p.due(f.ID, v.NextAt)
	p.report(f, v)
	return nil
}

// storeError is a failure of our own store or reader in the middle of a visit.
type storeError struct{ err error }

func (e *storeError) Error() string { return e.err.Error() }
func (e *storeError) Unwrap() error { return e.err }

// unfinished is a first visit that some pages or items are still missing from.
type unfinished struct {
	what reasons.Sentence
	err  error
}

func (e *unfinished) Error() string { return e.err.Error() }
func (e *unfinished) Unwrap() error { return e.err }

// said is what the server wishes: not to be asked before.
type said struct {
	retry time.Duration // it refused, and wants to be left alone
	fresh time.Duration // its answer stays as it is
}

// walk does the visit.
func (p *Poller) walk(ctx context.Context, f statements.Feed, v *statements.Visit) (said, error) {
	got, err := p.Client.Get(ctx, f.URL, f.ETag, f.LastModified)
	if got != nil {
		v.Status, v.MovedTo, v.Gone = got.Status, got.MovedTo, got.Gone
	}
	if err != nil {
		return said{retry: problem(err).RetryAfter}, err
	}
	wish := said{fresh: got.FreshFor}
	if got.NotModified {
		v.Unchanged = true
		return wish, nil
	}
	p.answered(f, got)
	hash := digest(string(got.Body))
	if hash == f.BodyHash && f.Seen {
		v.Unchanged, v.ETag, v.LastModified = true, got.ETag, got.LastModified
		return wish, nil
	}
	doc, err := parseFeed(got.Body, got.ContentType, got.URL)
	if err != nil {
		return wish, err
	}
	v.Name, v.Items, v.Asks = doc.Title, len(doc.Items), publisherAsks(got.Body)
	v.Damage, v.Lost = damage(f, doc)
	waiting, err := p.items(ctx, f, v, doc)
	v.ETag, v.LastModified, v.BodyHash = "", "", ""
	if err == nil && waiting == nil && !doc.Cut {
		v.ETag, v.LastModified, v.BodyHash = got.ETag, got.LastModified, hash
	}
	if err == nil && waiting != nil && !f.Seen {
		// The visit does not count as the first until all is kept, or the
		// items that are still to come would alert as if they were new.
		return wish, &unfinished{reasons.NotAllPages, waiting}
	}
	if err == nil && doc.Cut && !f.Seen && (f.FailingSince.IsZero() || v.At.Sub(f.FailingSince) < firstPatience) {
		// So with what a document that ends too early lacks.
		return wish, &unfinished{reasons.NotAllItems, theirs(statements.Retold(v.Damage), because(reasons.Again))}
	}
	return wish, err
}

// items keeps what is new in doc, oldest first. waiting is why some of it could
// not be read yet and is left to a later visit.
func (p *Poller) items(ctx context.Context, f statements.Feed, v *statements.Visit, doc *Document) (waiting, err error) {
	keys := make([]string, 0, len(doc.Items))
	for _, it := range doc.Items {
		keys = append(keys, it.Key)
	}
	seen, err := p.Store.SeenItems(ctx, f.ID, keys)
	if err != nil {
		return nil, &storeError{fmt.Errorf("look up the items of feed %d: %w", f.ID, err)}
	}
	fresh := oldestFirst(doc.Items, seen)
	v.New = len(fresh)
	came := cameAt(f, fresh, v.At)
	if len(f.Recent) == 0 {
		came = cameBefore(doc.Items, v.At)
	}
	v.Recent = learn(f.Recent, came)
	r := round{outlet: first(f.Name, doc.Title)}
	var left []string
	for i, it := range fresh {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		mark := it.mark()
		it.read()
		r.pages = f.Seen || i >= len(fresh)-firstPages
		a, later, err := p.arrive(ctx, f, it, &r)
		if err != nil {
			return nil, err
		}
		if later != nil {
			v.New--
			waiting, left = later, append(left, it.Key)
			continue
		}
		if a.Look.URL == "" && !a.Article.Stub && !a.Known {
			a.Body = mark
		}
		kept, err := p.Keep(ctx, a)
		if err != nil {
			return nil, &storeError{fmt.Errorf("keep an item of feed %d: %w", f.ID, err)}
		}
		v.Articles += kept.Articles
		v.Statements += kept.Statements
		v.Alerts += kept.Alerts
		if a.Article.Stub {
			v.Stubs += kept.Articles
		}
	}
	p.pending.forget(f.ID, left)
	more, err := p.edits(ctx, f, doc.Items, seen)
	if waiting == nil {
		waiting = more
	}
	return waiting, err
}

// oldestFirst picks the unseen items. Feeds list the newest first; their own
// order counts unless every item has a date.
func oldestFirst(items []Item, seen map[string]int64) []Item {
	var out []Item
	dated, had := true, map[string]bool{}
	for _, it := range slices.Backward(items) {
		if _, brought := seen[it.Key]; !brought && !had[it.Key] {
			had[it.Key] = true // the same item twice in one feed
			out = append(out, it)
			dated = dated && !it.Published.IsZero()
		}
	}
	if dated {
		slices.SortStableFunc(out, func(a, b Item) int { return a.Published.Time.Compare(b.Published.Time) })
	}
	return out
}

// settle fills in how the visit ended and when the next one is.
func (p *Poller) settle(f statements.Feed, v *statements.Visit, said said, err error) {
	if v.Recent != nil {
		f.Recent = v.Recent
	}
	f.Asks = max(v.Asks, said.fresh)
	ordinary := afterSuccess(f, p.Every, v.At)
	if err == nil {
		ordinary = p.unlessPushed(f, *v, ordinary)
		v.NextAt = ordinary
		if retry, ok := p.pending.soonest(f.ID); ok && retry.Before(ordinary) {
			v.NextAt = later(retry, v.At.Add(shortest))
		}
		return
	}
	var stored *storeError
	if errors.As(err, &stored) {
		v.Problem = reasons.NotKept.With() + " " + reasons.AgainLog.With()
		v.NextAt = v.At.Add(min(max(ordinary.Sub(v.At), 5*time.Second), firstRetry))
		v.ETag, v.LastModified, v.BodyHash = "", "", ""
		return
	}
	var half *unfinished
	e := problem(err)
	if errors.As(err, &half) {
		v.Problem, v.Theirs = half.what.With(e.Problem.Error()), true
		v.NextAt = v.At.Add(min(ordinary.Sub(v.At), firstRetry))
		if retry, ok := p.pending.soonest(f.ID); ok {
			v.NextAt = later(retry, v.At.Add(shortest))
		}
		return
	}
	v.Problem, v.Theirs, v.Gone = strings.TrimSpace(e.Problem.Error()), e.Theirs, e.Gone
	at := v.At
	if said.retry > 0 {
		at = p.now() // it counts from its answer, not from our question
	}
	v.NextAt = afterFailure(f, f.Failures+1, e.Theirs, said.retry, ordinary.Sub(v.At), at)
}

// goneQuiet reports a silence that is longer than the feed's way since this
// visit: at the last good one it was not yet.
func goneQuiet(f statements.Feed, v statements.Visit) (silence time.Duration, usual string, ok bool) {
	if v.Problem != "" || v.New > 0 || f.LastOK.IsZero() {
		return 0, "", false
	}
	if _, _, was := statements.Quiet(f.Recent, f.LastOK); was {
		return 0, "", false
	}
	return statements.Quiet(f.Recent, v.At)
}

func (p *Poller) report(f statements.Feed, v statements.Visit) {
	l := p.log()
	silence, usual, quiet := goneQuiet(f, v)
	if v.Unchanged && v.Problem == "" && !quiet && !l.Enabled(context.Background(), slog.LevelDebug) {
		return // most visits are such, and there is nothing to say of them
	}
	l = l.With("feed", first(f.Name, v.Name), "id", f.ID, "status", v.Status)
	if quiet {
		l.Warn("feed has gone quiet", "days", int(silence.Hours()/24), "usually", usual)
	}
	switch {
	case v.Outage:
		l.Debug("feed out of reach")
	case v.Problem != "":
		l.Warn("feed", "problem", v.Problem, "next", v.NextAt.Format(time.RFC3339))
	case v.Lost > 0 || v.Damage != "" && f.Damage == "": // many are a little broken, always
		l.Warn("feed", "damage", v.Damage, "items", v.Items, "lost", v.Lost, "new", v.New, "articles", v.Articles)
	case v.Unchanged:
		l.Debug("feed unchanged")
	default:
		l.Info("feed", "items", v.Items, "new", v.New, "articles", v.Articles, "statements", v.Statements, "alerts", v.Alerts)
	}
}
