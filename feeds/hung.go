package feeds

import (
	"context"
	"fmt"
	"io"
	"net/http/httptrace"
	"sync"
	"time"
)

// hungFor is from when on a server that takes a request and then closes the
// connection has failed. Sooner, it had closed an idle connection while the
// request was on its way, which is nobody's failure.
const hungFor = 500 * time.Millisecond

// errHung reads like any answer that breaks off.
var errHung = fmt.Errorf("closed without an answer: %w", io.ErrUnexpectedEOF)

// unlessHung gives a context in which a request is not asked a second time
// after its server has hung. net/http would do so by itself, past every pause
// that we keep, and nobody would hear of the failure.
func unlessHung(ctx context.Context) (context.Context, context.CancelFunc) {
	ctx, cancel := context.WithCancelCause(ctx)
	var mu sync.Mutex
	var asked time.Time // zero while nothing waits for an answer
	set := func(t time.Time) {
		mu.Lock()
		defer mu.Unlock()
		asked = t
	}
	return httptrace.WithClientTrace(ctx, &httptrace.ClientTrace{
		WroteRequest:         func(httptrace.WroteRequestInfo) { set(time.Now()) },
		GotFirstResponseByte: func() { set(time.Time{}) },
		GetConn: func(string) {
			mu.Lock()
			defer mu.Unlock()
			if !asked.IsZero() && time.Since(asked) > hungFor {
				cancel(errHung)
			}
		},
	}), func() { cancel(nil) }
}
