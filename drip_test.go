package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"onrecord/feeds/sample"
	"onrecord/statements/speakers"
)

// newsroom is something that lets one more article appear at a time.
type newsroom struct {
	base    string
	feeds   []string
	next    func() bool
	speaker string // who is watched
}

// What the speaker says is told once, soon after the first article with it has
// appeared, however many feeds carry that and however many articles repeat it;
// polling on tells nothing.
func TestEveryUtteranceAlertsOnce(t *testing.T) {
	news := sample.New(time.Now)
	base, stop, err := serve(news)
	if err != nil {
		t.Fatal(err)
	}
	defer stop()
	news.Reveal(0)
	dripping(t, newsroom{base: "http://" + base, feeds: news.Feeds(), next: news.Next, speaker: "Mira Solheim"})
}

// The same over another newsroom, where a checkout has one beside it.
func TestEveryUtteranceOfTheNewsroomAlertsOnce(t *testing.T) {
	needNewsroom(t)
	base := servedNewsroom(t, "--drip", "99999", "--start", "0", "--for", "600")
	left := 8
	dripping(t, newsroom{
		base: base, feeds: []string{"/feeds/wire.rss", "/feeds/world.atom", "/feeds/digest.json"},
		next: func() bool {
			r, err := http.Get(base + "/_next")
			if err != nil {
				t.Fatal(err)
			}
			r.Body.Close()
			left--
			return left >= 0
		},
		speaker: people(t)[0],
	})
}

// servedNewsroom starts the newsroom beside the checkout and gives its address.
func servedNewsroom(t *testing.T, how ...string) string {
	t.Helper()
	c := exec.CommandContext(t.Context(), "python3", append([]string{filepath.Join(newsroomDir, "serve.py"), "0"}, how...)...)
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = c.Process.Kill(); _ = c.Wait() })
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	words := strings.Fields(line)
	return strings.TrimSuffix(words[len(words)-1], "/")
}

func dripping(t *testing.T, n newsroom) {
	dir := t.TempDir()
	var list strings.Builder
	for _, f := range n.feeds {
		fmt.Fprintf(&list, "    - {url: %q, schedule: \"@every 1s\"}\n", n.base+f)
	}
	config := filepath.Join(dir, "config.yaml")
	yaml := "feeds:\n  list:\n" + list.String() + "bot:\n  watches:\n    - speaker: " + n.speaker + "\n"
	if err := os.WriteFile(config, []byte(yaml), 0o600); err != nil {
		t.Fatal(err)
	}
	c := program(t, "console", "--config", config)
	in, err := c.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	var screen screen
	c.Stdout, c.Stderr = &screen, os.Stderr
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	screen.until(t, func(string) bool { return seen(t, config, len(n.feeds)) }, "the first sight of all feeds")

	before := reports(t, config)
	alerts := 0
	for n.next() {
		// Not every article has the speaker; the clock of the slowest one counts.
		start := time.Now()
		for time.Since(start) < 6*time.Second && screen.alerts() == alerts {
			time.Sleep(20 * time.Millisecond)
		}
		if got := screen.alerts(); got > alerts {
			t.Logf("alert %d after %v", got, time.Since(start).Round(10*time.Millisecond))
			alerts = got
		}
	}
	time.Sleep(3 * time.Second) // polling on, three times a feed
	in.Close()
	if err := c.Wait(); err != nil {
		t.Fatalf("console: %v\n%s", err, screen.String())
	}
	if got, want := screen.alerts(), firstReports(reports(t, config)[len(before):], n.speaker); got != want || want < 4 {
		t.Errorf("got %d alerts, want %d\n%s", got, want, screen.String())
	}
}

// reports are all statements of the archive, the oldest first.
func reports(t *testing.T, config string) []exportLine {
	t.Helper()
	out, err := program(t, "export", "--config", config).Output()
	if err != nil {
		t.Fatal(err)
	}
	var list []exportLine
	for d := json.NewDecoder(bytes.NewReader(out)); d.More(); {
		var r exportLine
		if err := d.Decode(&r); err != nil {
			t.Fatal(err)
		}
		list = append(list, r)
	}
	return list
}

// firstReports counts the articles that have something of a speaker's that no
// article before them had: each of them is a message, the others change one.
func firstReports(list []exportLine, speaker string) int {
	known, articles := map[int64]bool{}, map[string]bool{}
	for _, r := range list {
		if r.Speaker == nil || !speakers.Same(*r.Speaker, speaker) {
			continue
		}
		if !known[r.Cluster] {
			known[r.Cluster], articles[r.URL] = true, true
		}
	}
	return len(articles)
}

// seen reports whether every feed has been visited once.
func seen(t *testing.T, config string, feeds int) bool {
	out, err := program(t, "ask", "--config", config, "--json", "anything").Output()
	return err == nil && bytes.Contains(out, fmt.Appendf(nil, `"healthy":%d,`, feeds))
}

// screen is what a process has printed so far.
type screen struct {
	mu  sync.Mutex
	buf bytes.Buffer
}

var _ io.Writer = (*screen)(nil)

func (s *screen) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.buf.Write(p)
}

func (s *screen) String() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.buf.String()
}

func (s *screen) alerts() int { return strings.Count(s.String(), "· alert ·") }

func (s *screen) until(t *testing.T, ok func(string) bool, what string) {
	t.Helper()
	for range 200 {
		if ok(s.String()) {
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
	t.Fatalf("waited in vain for %s; so far:\n%s", what, s.String())
}
