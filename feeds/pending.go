package feeds

import (
	"sync"
	"time"
)

// lastTry is how many times a page is asked for before its item is kept
// without it, about eleven minutes after the first.
const lastTry = 6

// nextTry is the pause after a failed try: 2 s, 8 s, 32 s, 2 min, 8 min. Pages
// mostly follow their feed within seconds, or not at all.
func nextTry(tries int) time.Duration { return 2 * time.Second << min(2*(tries-1), 8) }

// waiting remembers the items whose pages could not be read yet. It lives in
// memory: after a restart they are still unseen, and are simply tried afresh.
// The zero value is ready.
type waiting struct {
	mu    sync.Mutex
	items map[int64]map[string]*try
}

type try struct {
	count int
	next  time.Time
	why   error
}

// notYet gives the reason of the last failure while it is too early to try
// again, else nil.
func (w *waiting) notYet(feed int64, key string, now time.Time) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	if t := w.items[feed][key]; t != nil && now.Before(t.next) {
		return t.why
	}
	return nil
}

// again notes a failure and reports whether there is to be another try.
func (w *waiting) again(feed int64, key string, now time.Time, why error) bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.items == nil {
		w.items = map[int64]map[string]*try{}
	}
	if w.items[feed] == nil {
		w.items[feed] = map[string]*try{}
	}
	t := w.items[feed][key]
	if t == nil {
		t = &try{}
		w.items[feed][key] = t
	}
	t.count++
	t.next, t.why = now.Add(nextTry(t.count)), why
	return t.count < lastTry
}

// soonest is when the first of the feed's pages is to be tried again; ok is
// false when none is.
func (w *waiting) soonest(feed int64) (at time.Time, ok bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	for _, t := range w.items[feed] {
		if !ok || t.next.Before(at) {
			at, ok = t.next, true
		}
	}
	return at, ok
}

// forget drops what is kept by now, and what the feed no longer lists: only the
// items that were left to a later visit stay.
func (w *waiting) forget(feed int64, left []string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	old := w.items[feed]
	if old == nil {
		return
	}
	fresh := map[string]*try{}
	for _, k := range left {
		if t := old[k]; t != nil && t.count < lastTry {
			fresh[k] = t
		}
	}
	if len(fresh) == 0 {
		delete(w.items, feed)
		return
	}
	w.items[feed] = fresh
}
