package websub_test

import (
	"bufio"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"onrecord/feeds/websub"
	"onrecord/statements"
)

// Only what the hub has signed counts, and what does not is answered alike.
func TestPushes(t *testing.T) {
	const body = "<feed><entry><title>Talks stall</title></entry></feed>"
	for name, tc := range map[string]struct {
		headers func(secret string) []string
		body    string
		want    string
		due     bool
	}{
		"sha1":   {func(s string) []string { return []string{"X-Hub-Signature", signed("sha1", s, body)} }, body, "202", true},
		"sha256": {func(s string) []string { return []string{"X-Hub-Signature", signed("sha256", s, body)} }, body, "202", true},
		"sha384": {func(s string) []string { return []string{"X-Hub-Signature", signed("sha384", s, body)} }, body, "202", true},
		"sha512": {func(s string) []string { return []string{"X-Hub-Signature", signed("sha512", s, body)} }, body, "202", true},
		"empty":  {func(s string) []string { return []string{"X-Hub-Signature", signed("sha256", s, "")} }, "", "202", true},
		"with its topic": {func(s string) []string {
			return []string{"X-Hub-Signature", signed("sha256", s, body), "Link", `<https://hub.example/>; rel=hub, <` + feedAt + `>; rel="self"`}
		}, body, "202", true},
		"with its topic in another way": {func(s string) []string {
			return []string{"X-Hub-Signature", signed("sha256", s, body), "Link", `<http://COURIER.example/news/feed.xml/>; rel="self"`}
		}, body, "202", true},

		"not signed":        {func(string) []string { return nil }, body, "202", false},
		"another secret":    {func(string) []string { return []string{"X-Hub-Signature", signed("sha256", "herring", body)} }, body, "202", false},
		"another body":      {func(s string) []string { return []string{"X-Hub-Signature", signed("sha256", s, body)} }, body + " ", "202", false},
		"an unknown method": {func(s string) []string { return []string{"X-Hub-Signature", "md5=" + strings.Repeat("0", 32)} }, body, "202", false},
		"a signature cut":   {func(s string) []string { return []string{"X-Hub-Signature", signed("sha1", s, body)[:30]} }, body, "202", false},
		"of no secret":      {func(string) []string { return []string{"X-Hub-Signature", signed("sha256", "", body)} }, body, "202", false},
		"another topic": {func(s string) []string {
			return []string{"X-Hub-Signature", signed("sha256", s, body), "Link", `<https://other.example/>; rel="self"`}
		}, body, "202", false},
		"too large": {func(s string) []string {
			return []string{"X-Hub-Signature", signed("sha1", s, strings.Repeat("x", 2<<20))}
		}, strings.Repeat("x", 2<<20), "413 Too large.", false},
		"too large, unsigned": {func(string) []string { return nil }, strings.Repeat("x", 2<<20), "413 Too large.", false},
	} {
		t.Run(name, func(t *testing.T) {
			r := newRoom(t)
			form := r.agreed(24 * time.Hour)
			r.is("answer", r.pushed(form, tc.body, tc.headers(form.Get("hub.secret"))...), tc.want)
			r.is("due", r.due(), tc.due)
			r.is("pushed", !r.state(statements.SubscriptionActive).PushedAt.IsZero(), tc.due)
		})
	}
}

func TestOtherCalls(t *testing.T) {
	r := newRoom(t)
	form := r.agreed(24 * time.Hour)
	for _, tc := range []struct {
		method, url string
		want        int
	}{
		{http.MethodPut, form.Get("hub.callback"), 405},
		{http.MethodGet, form.Get("hub.callback"), 404},
		{http.MethodPost, r.sub.Public + "/" + strings.Repeat("A", 26), 410},
		{http.MethodPost, r.sub.Public + "/wp-login.php", 404},
		{http.MethodGet, r.sub.Public + "/", 404},
		{http.MethodPost, r.sub.Public + "/" + strings.Repeat("A", 5000), 404},
		{http.MethodGet, r.sub.Public + "/%00%ff", 404},
	} {
		req, err := http.NewRequest(tc.method, tc.url, strings.NewReader("x"))
		r.ok(err)
		resp, err := http.DefaultClient.Do(req)
		r.ok(err)
		resp.Body.Close()
		r.is(tc.method+" "+tc.url, resp.StatusCode, tc.want)
	}
}

// A flood of pushes, replayed ones too, makes a visit now and then.
func TestFlood(t *testing.T) {
	r := newRoom(t)
	form := r.agreed(24 * time.Hour)
	start, visits := r.at, []time.Duration{}
	for range 70 {
		var wg sync.WaitGroup
		for range 20 {
			wg.Go(func() { r.push(form) })
		}
		wg.Wait()
		if r.due() {
			visits = append(visits, r.at.Sub(start))
			r.pass(100 * time.Millisecond)
			r.visit(1, 3*time.Hour)
			r.pass(-100 * time.Millisecond)
		}
		r.pass(time.Second)
	}
	want := []time.Duration{0, websub.Pace, 2 * websub.Pace}
	if !slices.Equal(visits, want) {
		t.Errorf("got visits at %v, want them at %v", visits, want)
	}
	r.pass(websub.Pace)
	r.is("due for the last of them", r.due(), true)
	r.visit(0, 3*time.Hour)
}

// Pushes that hang have seats of their own, and whoever finds none is told to
// come again.
func TestPushesThatHang(t *testing.T) {
	r := newRoom(t)
	form := r.agreed(24 * time.Hour)
	u, err := url.Parse(form.Get("hub.callback"))
	r.ok(err)
	var hanging []*halfway
	for range websub.MostPushes {
		hanging = append(hanging, r.halfway(u.Host, u.Path, form))
	}
	r.is("answer to one more", r.pushed(form, "x"), "503 Too many pushes at once.")
	hanging[0].end()
	r.push(form)
	for _, h := range hanging[1:] {
		h.end()
	}
	r.is("due", r.due(), true)
}

// halfway is a push whose body is waited for.
type halfway struct {
	*room
	conn    net.Conn
	answers *bufio.Reader
}

const halfwayBody = "<feed/>"

// halfway begins a push, and comes back when its body is being read.
func (r *room) halfway(host, path string, form url.Values) *halfway {
	r.Helper()
	conn, err := net.Dial("tcp", host)
	r.ok(err)
	r.Cleanup(func() { conn.Close() })
	fmt.Fprintf(conn, "POST %s HTTP/1.1\r\nHost: bot.example\r\nContent-Length: %d\r\nX-Hub-Signature: %s\r\nExpect: 100-continue\r\n\r\n",
		path, len(halfwayBody), signed("sha1", form.Get("hub.secret"), halfwayBody))
	h := &halfway{r, conn, bufio.NewReader(conn)}
	h.is("first answer", h.line(), "HTTP/1.1 100 Continue")
	h.line()
	return h
}

// end sends the body.
func (h *halfway) end() {
	h.Helper()
	fmt.Fprint(h.conn, halfwayBody)
	h.is("answer", h.line(), "HTTP/1.1 202 Accepted")
}

func (h *halfway) line() string {
	h.Helper()
	line, err := h.answers.ReadString('\n')
	h.ok(err)
	return strings.TrimSpace(line)
}
