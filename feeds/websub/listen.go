package websub

import (
	"context"
	"log/slog"
	"net"
	"net/http"
	"time"

	"golang.org/x/net/netutil"
)

const (
	// mostConnections is how many connections there may be at the same time.
	mostConnections = 256
	// stopWithin is how long calls that came in may take to end when we stop.
	stopWithin = 3 * time.Second
)

// Serve answers hubs on l until ctx ends, and closes it.
func (s *Subscriber) Serve(ctx context.Context, l net.Listener) error {
	server := &http.Server{
		Handler:           s.Handler(),
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       30 * time.Second,
		WriteTimeout:      40 * time.Second, // counts from the end of the headers
		IdleTimeout:       time.Minute,
		MaxHeaderBytes:    16 << 10,
		ErrorLog:          slog.NewLogLogger(s.log().Handler(), slog.LevelDebug),
	}
	done := make(chan error, 1)
	go func() { done <- server.Serve(netutil.LimitListener(l, mostConnections)) }()
	var err error
	select {
	case err = <-done:
	case <-ctx.Done():
		last, cancel := context.WithTimeout(context.WithoutCancel(ctx), stopWithin)
		defer cancel()
		if server.Shutdown(last) != nil {
			server.Close() //nolint:errcheck // they have had their time
		}
		<-done
		return nil
	}
	// The bot goes on without it: feeds are polled in any case.
	s.log().Error("listen for pushes", "err", err)
	return nil
}
