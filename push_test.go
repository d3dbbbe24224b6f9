package main

import (
	"crypto/hmac"
	"crypto/sha256"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

// harbour is a feed with a hub of its own.
type harbour struct {
	t *testing.T
	*httptest.Server

	mu    sync.Mutex
	items []string
	forms []url.Values // what the hub was asked
	said  []string     // what was answered to its questions
}

func newHarbour(t *testing.T) *harbour {
	h := &harbour{t: t}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /feed.xml", h.feed)
	mux.HandleFunc("POST /hub", h.hub)
	h.Server = httptest.NewServer(mux)
	t.Cleanup(h.Close)
	return h
}

func (h *harbour) feed(w http.ResponseWriter, _ *http.Request) {
	h.mu.Lock()
	defer h.mu.Unlock()
	w.Header().Add("Link", `</hub>; rel="hub", </feed.xml>; rel="self"`)
	w.Header().Set("Content-Type", "application/rss+xml")
	fmt.Fprintf(w, `<rss version="2.0"><channel><title>Harbour Radio</title><link>%s</link>`, h.URL)
	for i, text := range h.items {
		fmt.Fprintf(w, `<item><guid>%d</guid><title>Harbour news %d</title><link>%s/%d</link><description>%s</description></item>`, i, i, h.URL, i, text)
	}
	io.WriteString(w, `</channel></rss>`)
}

// hub accepts, and asks back at once.
func (h *harbour) hub(w http.ResponseWriter, r *http.Request) {
	if err := r.ParseForm(); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	q := url.Values{"hub.mode": {r.Form.Get("hub.mode")}, "hub.topic": {r.Form.Get("hub.topic")}, "hub.challenge": {"kippers"}, "hub.lease_seconds": {"86400"}}
	answer := "nothing"
	if resp, err := http.Get(r.Form.Get("hub.callback") + "?" + q.Encode()); err == nil {
		body, _ := io.ReadAll(resp.Body)
		resp.Body.Close()
		answer = string(body)
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	h.forms, h.said = append(h.forms, r.PostForm), append(h.said, answer)
	w.WriteHeader(http.StatusAccepted)
}

// asked gives the n-th form that the hub got, nil before that, and what was
// answered to its question.
func (h *harbour) asked(n int) (url.Values, string) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if len(h.forms) <= n {
		return nil, ""
	}
	return h.forms[n], h.said[n]
}

// publish adds an item to the feed, and pushes it.
func (h *harbour) publish(text string, to url.Values) {
	h.mu.Lock()
	h.items = append([]string{text}, h.items...)
	h.mu.Unlock()
	body := "<rss/>" // what is in it counts for nothing
	mac := hmac.New(sha256.New, []byte(to.Get("hub.secret")))
	mac.Write([]byte(body))
	req, err := http.NewRequest(http.MethodPost, to.Get("hub.callback"), strings.NewReader(body))
	if err != nil {
		h.t.Fatal(err)
	}
	req.Header.Set("X-Hub-Signature", fmt.Sprintf("sha256=%x", mac.Sum(nil)))
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		h.t.Fatal(err)
	}
	resp.Body.Close()
	if resp.StatusCode != http.StatusAccepted {
		h.t.Errorf("a push is answered with %s", resp.Status)
	}
}

// free is an address on which nothing listens.
func free(t *testing.T) string {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().String()
}

// What a hub pushes alerts at once: the feed's next visit would be a minute
// later at least. When pushing is turned off the hub is told.
func TestPushedFeedAlertsAtOnce(t *testing.T) {
	news, at := newHarbour(t), free(t)
	calm := strings.Repeat("The boats lay in the harbour of Ostervik until the evening, and nobody went out. ", 30)
	news.items = []string{calm}
	config := filepath.Join(t.TempDir(), "config.yaml")
	write := func(public string) {
		yaml := fmt.Sprintf("feeds:\n  list:\n    - url: %s/feed.xml\n  push: {public_url: %q, listen: %q}\nbot:\n  watches:\n    - speaker: Mira Solheim\n", news.URL, public, at)
		if err := os.WriteFile(config, []byte(yaml), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("http://" + at + "/push")
	show, in, end := terminal(t, config)
	var form url.Values
	show.until(t, func(string) bool { form, _ = news.asked(0); return form != nil }, "the question to the hub")
	if _, said := news.asked(0); said != "kippers" {
		t.Fatalf("the hub's question was answered with %q", said)
	}
	show.until(t, func(string) bool { return seen(t, config, 1) }, "the first sight of the feed")
	start := time.Now()
	news.publish(calm+`“We will not sign a quota that our fishermen cannot live with,” Mira Solheim, the foreign minister, said on Monday.`, form)
	show.until(t, func(s string) bool { return strings.Contains(s, "cannot live with") }, "the alert")
	t.Logf("the alert came %v after the push", time.Since(start).Round(10*time.Millisecond))
	fmt.Fprintln(in, "feed list")
	show.until(t, func(s string) bool {
		return strings.Contains(strings.Join(strings.Fields(s), " "), "pushed by 127.0.0.1")
	}, "the words about the hub")
	checked := func() string {
		out, _ := program(t, "check", "--config", config).Output() // there is no token, and that is wrong
		return string(out)
	}
	if out := checked(); !strings.Contains(out, "/push, and the bot is there") {
		t.Errorf("check does not find the bot:\n%s", out)
	}
	end()
	if out := checked(); !strings.Contains(out, "pushed by 127.0.0.1") || !strings.Contains(out, "the bot is not there") {
		t.Errorf("check does not tell of the hub:\n%s", out)
	}

	write("")
	show, _, end = terminal(t, config)
	show.until(t, func(string) bool { form, _ := news.asked(1); return form != nil }, "the hub to be told")
	end()
	if form, said := news.asked(1); form.Get("hub.mode") != "unsubscribe" || said != "nothing" {
		t.Errorf("the hub was told %q, and %q answered its question", form.Get("hub.mode"), said)
	}
}

// terminal starts the bot in a terminal; end closes that and waits for it.
func terminal(t *testing.T, config string) (*screen, io.Writer, func()) {
	t.Helper()
	c := program(t, "console", "--config", config)
	in, err := c.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out := &screen{}
	c.Stdout, c.Stderr = out, os.Stderr
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	return out, in, func() {
		t.Helper()
		in.Close()
		if err := c.Wait(); err != nil {
			t.Errorf("console: %v\n%s", err, out)
		}
	}
}
