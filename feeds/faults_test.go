package feeds_test

import (
	"bufio"
	"cmp"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"maps"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"text/tabwriter"
	"time"

	"onrecord/feeds"
	"onrecord/statements"
	"onrecord/store"
	"onrecord/store/storetest"
)

// With -polls the newsroom beside the checkout is polled that often, a second
// apart, and the table of what came of it is printed:
//
//	go test ./feeds -run TestFaultsOfTheNewsroom -polls 600 -timeout 30m -v
var pollsFlag = flag.Int("polls", 0, "polls of every feed of the newsroom with faults, in real time")

// witness is a store that notes every visit, and what health says after it.
type witness struct {
	*store.Store
	now func() time.Time

	mu      sync.Mutex
	feeds   map[int64]*seenFeed
	arrived map[int64]map[string]int
}

// seenFeed is how one feed did.
type seenFeed struct {
	index   int
	url     string
	polls   int
	last    time.Time
	longest time.Duration // between two polls
	words   map[string]map[string]int
}

func (w *witness) KeepVisit(ctx context.Context, v statements.Visit) error {
	if err := w.Store.KeepVisit(ctx, v); err != nil {
		return err
	}
	return w.note(ctx, v)
}

func (w *witness) KeepUnchanged(ctx context.Context, visits []statements.Visit) error {
	if err := w.Store.KeepUnchanged(ctx, visits); err != nil {
		return err
	}
	for _, v := range visits {
		if err := w.note(ctx, v); err != nil {
			return err
		}
	}
	return nil
}

func (w *witness) note(ctx context.Context, v statements.Visit) error {
	all, err := w.Store.Feeds(ctx)
	if err != nil {
		return err
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	for _, f := range all {
		s := w.feeds[f.ID]
		if f.ID != v.FeedID || s == nil {
			continue
		}
		fault := faultAt(s.index, s.polls)
		state := f.State(statements.Yield{}, w.now(), time.UTC)
		told := "healthy"
		if state.Sick() {
			told = moments.ReplaceAllString(strings.ReplaceAll(state.In(time.UTC, w.now()), strings.TrimPrefix(f.URL, "http://"), "FEED"), "TIME")
		}
		if s.words[fault] == nil {
			s.words[fault] = map[string]int{}
		}
		s.words[fault][told]++
		if s.polls > 0 {
			s.longest = max(s.longest, w.now().Sub(s.last))
		}
		s.polls, s.last = s.polls+1, w.now()
	}
	return nil
}

var moments = regexp.MustCompile(`\d\d:\d\d`)

func (w *witness) Keep(ctx context.Context, a feeds.Arrived) (feeds.Kept, error) {
	_, version, err := w.Watches(ctx)
	if err != nil {
		return feeds.Kept{}, err
	}
	kept, err := w.KeepArticle(ctx, statements.Arrival{FeedID: a.Feed.ID, ItemKey: a.Item.Key, Outlet: a.Outlet, Quiet: a.Quiet,
		At: a.At, Article: a.Article, Watches: version})
	if err != nil {
		return feeds.Kept{}, err
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.arrived[a.Feed.ID] == nil {
		w.arrived[a.Feed.ID] = map[string]int{}
	}
	w.arrived[a.Feed.ID][a.Item.Key]++
	return feeds.Kept{Articles: map[bool]int{true: 1}[kept.New]}, nil
}

func (w *witness) fewest() int {
	w.mu.Lock()
	defer w.mu.Unlock()
	n := 1 << 30
	for _, s := range w.feeds {
		n = min(n, s.polls)
	}
	return n
}

// room is a newsroom with faults.
type room struct {
	base   string
	feeds  []string // in the order that decides on the faults
	reveal func() bool
	early  func() int // requests that came before a Retry-After was over
}

// survive polls every feed of a newsroom so many times, a second of now apart,
// while its articles appear, and prints and checks what came of it.
func survive(t *testing.T, r room, polls int, fast float64, now func() time.Time) {
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	w := &witness{Store: storetest.Open(t, storetest.SQLite(t)), now: now, feeds: map[int64]*seenFeed{}, arrived: map[int64]map[string]int{}}
	for i, path := range r.feeds {
		f, err := w.AddFeed(ctx, statements.Feed{URL: r.base + path, Name: path, Schedule: "@every 1s"})
		if err != nil {
			t.Fatal(err)
		}
		w.feeds[f.ID] = &seenFeed{index: i, url: f.URL, words: map[string]map[string]int{}}
	}
	config := feeds.Default()
	config.AllowPrivate, config.MaxBytes = []string{"127.0.0.0/8"}, 10<<20
	c, err := feeds.NewClient(config)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	p := &feeds.Poller{Client: c, Store: w, Keep: w.Keep, Known: w.Known, Now: now}
	done := make(chan error)
	go func() { done <- p.Run(ctx, time.Duration(float64(50*time.Millisecond)/fast)+time.Millisecond) }()
	tick := time.NewTicker(20 * time.Millisecond)
	defer tick.Stop()
	for shown, more := 0, true; w.fewest() < polls; <-tick.C {
		// All have appeared when three quarters of the polls are done.
		if more && w.fewest() > shown*polls*3/4/faultTexts {
			more = r.reveal()
			shown++
		}
	}
	cancel()
	if err := <-done; err != nil {
		t.Error(err)
	}
	w.check(t, r)
}

// check prints the table and compares it with what there was.
func (w *witness) check(t *testing.T, r room) {
	early := r.early() // before we ask ourselves
	var out strings.Builder
	tab := tabwriter.NewWriter(&out, 0, 4, 2, ' ', 0)
	fmt.Fprintln(tab, "feed\tpolls\tlongest pause\titems once\tlost\ttwice")
	ids := slices.Sorted(maps.Keys(w.feeds))
	for _, id := range ids {
		s := w.feeds[id]
		once, lost, twice := 0, 0, 0
		for _, key := range wholeFeed(t, s.url) {
			switch n := w.arrived[id][key]; n {
			case 0:
				lost++
			case 1:
				once++
			default:
				twice++
			}
			delete(w.arrived[id], key)
		}
		fmt.Fprintf(tab, "%s\t%d\t%v\t%d\t%d\t%d\n", r.feeds[s.index], s.polls, s.longest.Round(10*time.Millisecond), once, lost, twice)
		if lost > 0 || twice > 0 || once == 0 || len(w.arrived[id]) > 0 {
			t.Errorf("%s: %d items once, %d lost, %d twice, and those that nobody sent: %v", s.url, once, lost, twice, w.arrived[id])
		}
	}
	fmt.Fprintln(tab, "\nfault\tpolls\ttold as")
	for _, kind := range append([]string{""}, faultKinds...) {
		told, n := map[string]int{}, 0
		for _, s := range w.feeds {
			for words, k := range s.words[kind] {
				told[words] += k
				n += k
			}
		}
		for _, words := range slices.Sorted(maps.Keys(told)) {
			fmt.Fprintf(tab, "%s\t%d of %d\t%s\n", cmp.Or(kind, "none"), told[words], n, words)
			if ok := words == "healthy"; ok != (kind == "" || kind == "huge") {
				t.Errorf("fault %q is told as %q", kind, words)
			}
		}
	}
	tab.Flush() //nolint:errcheck // a builder takes all
	t.Logf("\n%srequests before Retry-After was over: %d", out.String(), early)
	if early > 0 {
		t.Errorf("%d requests came before Retry-After was over", early)
	}
}

// wholeFeed gives the keys of a feed's items, asking until it comes whole.
func wholeFeed(t *testing.T, url string) []string {
	t.Helper()
	for range 40 {
		resp, err := http.Get(url)
		if err != nil {
			continue
		}
		b, err := io.ReadAll(resp.Body)
		resp.Body.Close()
		if err != nil || resp.StatusCode != 200 {
			continue
		}
		d, err := feeds.ParseFeed(b, "", url)
		if err != nil || d.Damaged || len(d.Items) == 0 { // the bomb is a feed without any
			continue
		}
		var out []string
		for _, it := range d.Items {
			out = append(out, it.Key)
		}
		return out
	}
	t.Fatalf("%s never came whole", url)
	return nil
}

// fastClock runs so many times faster than the world.
func fastClock(times float64) func() time.Time {
	start := time.Now()
	return func() time.Time {
		return start.Add(time.Duration(float64(time.Since(start)) * times))
	}
}

// Every item arrives once, no fault stops another feed, and each fault is told
// in words.
func TestFaults(t *testing.T) {
	now := fastClock(25)
	r := newFaultRoom(t, 60*time.Millisecond, time.Second, now)
	survive(t, room{base: r.base, feeds: faultFeeds, reveal: r.reveal, early: func() int { return r.early }}, 40, 25, now)
}

// The same over another newsroom, where a checkout has one beside it.
func TestFaultsOfTheNewsroom(t *testing.T) {
	dir := filepath.Join("..", "..", "shared", "newsroom")
	if _, err := os.Stat(filepath.Join(dir, "serve.py")); err != nil {
		t.Skip("no newsroom beside the checkout")
	}
	if _, err := exec.LookPath("python3"); err != nil {
		t.Skip("the newsroom needs python3")
	}
	polls, fast, hang := 36, 5., "0.6"
	if *pollsFlag > 0 {
		polls, fast, hang = *pollsFlag, 1, "1"
	}
	c := exec.CommandContext(t.Context(), "python3", filepath.Join(dir, "serve.py"), "0", "--faults", "--hang", hang, "--retry-after", "1",
		"--drip", "999999", "--for", "1700")
	stdout, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	defer func() { _ = c.Process.Kill(); _ = c.Wait() }()
	base, err := bufio.NewReader(stdout).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	base = strings.TrimSpace(base)
	r := room{base: base, reveal: func() bool {
		var next struct{ Revealed []string }
		fetchJSON(t, base+"/_next", &next)
		return len(next.Revealed) > 0
	}, early: func() int {
		if fast > 1 {
			return 0 // its clock is not ours
		}
		var stats struct {
			Early int `json:"early_after_429"`
		}
		fetchJSON(t, base+"/_stats", &stats)
		return stats.Early
	}}
	front := fetch(t, base+"/")
	for _, m := range regexp.MustCompile(`<a href="`+regexp.QuoteMeta(base)+`(/feeds/[^"]+)"`).FindAllStringSubmatch(front, -1) {
		r.feeds = append(r.feeds, m[1])
	}
	survive(t, r, polls, fast, fastClock(fast))
}

func fetch(t *testing.T, url string) string {
	t.Helper()
	resp, err := http.Get(url)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	b, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func fetchJSON(t *testing.T, url string, into any) {
	t.Helper()
	if err := json.Unmarshal([]byte(fetch(t, url)), into); err != nil {
		t.Fatal(err)
	}
}
