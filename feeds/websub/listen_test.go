package websub_test

import (
	"context"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"
)

// The server ends when it is told, and whoever is in the middle of a push may
// end that.
func TestServe(t *testing.T) {
	r := newRoom(t)
	form := r.agreed(time.Hour)
	l, err := net.Listen("tcp", "127.0.0.1:0")
	r.ok(err)
	ctx, stop := context.WithCancel(t.Context())
	done := make(chan error, 1)
	go func() { done <- r.sub.Serve(ctx, l) }()

	token := strings.TrimPrefix(form.Get("hub.callback"), r.sub.Public)
	push := r.halfway(l.Addr().String(), token, form)
	stop()
	push.end()
	r.ok(<-done)
	if _, err := net.Dial("tcp", l.Addr().String()); err == nil {
		t.Error("something listens still")
	}
	r.is("due", r.due(), true)
}

func TestServeRefusesLongHeaders(t *testing.T) {
	r := newRoom(t)
	l, err := net.Listen("tcp", "127.0.0.1:0")
	r.ok(err)
	ctx, stop := context.WithCancel(t.Context())
	done := make(chan error, 1)
	go func() { done <- r.sub.Serve(ctx, l) }()
	req, err := http.NewRequest(http.MethodGet, "http://"+l.Addr().String()+"/", nil)
	r.ok(err)
	req.Header.Set("X-Long", strings.Repeat("x", 64<<10))
	resp, err := http.DefaultClient.Do(req)
	r.ok(err)
	resp.Body.Close()
	r.is("status", resp.StatusCode, http.StatusRequestHeaderFieldsTooLarge)
	stop()
	r.ok(<-done)
}
