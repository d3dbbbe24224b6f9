package main

import (
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"onrecord/bot"
	"onrecord/bot/console"
	"onrecord/feeds/sample"
)

func demoCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "demo",
		Short: "The whole bot on a built-in newsroom, with the terminal as its Discord",
		Long: "Needs no token, network, configuration or files. In a terminal: a prompt, and\n" +
			"alerts that appear while one types. Otherwise: reads a command a line, prints\n" +
			"plain text and what is still owed, and exits.",
		Example: "  onrecord demo\n  echo 'ask what did Solheim say about the quota?' | onrecord demo",
		Args:    noArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			return demo(c.Context(), c.InOrStdin(), c.OutOrStdout(), time.Now)
		},
	}
}

const (
	// demoHeld is how many articles of the newsroom appear only later, one
	// every demoDrip, so that there is something to watch coming in.
	demoHeld = 2
	demoDrip = 12 * time.Second
)

func demo(ctx context.Context, in io.Reader, out io.Writer, now func() time.Time) error {
	dir, err := os.MkdirTemp("", "onrecord-demo-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	news := sample.New(now)
	base, stop, err := serve(news)
	if err != nil {
		return err
	}
	defer stop()
	news.Reveal(news.Articles() - demoHeld)

	h, err := build(ctx, demoConfig(base, news, dir), silent(), now)
	if err != nil {
		return err
	}
	defer h.Close()
	if err := h.begin(ctx, "console"); err != nil {
		return err
	}
	if _, err := h.poller.Cycle(ctx); err != nil {
		return err
	}
	h.desk.Tongue = whoReads() // the one who watches is the one who asks
	surface := h.terminal(in, out)
	courier := h.courier(surface)
	if surface.Interactive {
		return h.demoLive(ctx, news, surface, courier)
	}
	return h.demoScript(ctx, news, surface, courier)
}

// demoConfig is a small operator's configuration: the sample feeds, one watch.
func demoConfig(base string, news *sample.Newsroom, dir string) Config {
	c := Defaults()
	c.Feeds.AllowPrivate = []string{base}
	c.Feeds.Workers = 1 // one after another: the same input gives the same numbers
	for _, path := range news.Feeds() {
		c.Feeds.List = append(c.Feeds.List, FeedConfig{URL: "http://" + base + path, Schedule: "@every 1s"})
	}
	c.Store.URL = filepath.Join(dir, "onrecord.db")
	c.Bot.Watches = []WatchConfig{{Speaker: "Mira Solheim", Backlog: true}}
	return c
}

// demoLive is the demo in a terminal: everything at once, until quit.
func (h *house) demoLive(ctx context.Context, news *sample.Newsroom, surface *console.Surface, courier *bot.Courier) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	go drip(ctx, news)
	fmt.Fprint(surface.Out, welcome)
	return h.live(ctx, courier, surface.Run)
}

func drip(ctx context.Context, news *sample.Newsroom) {
	for news.Next() {
		select {
		case <-ctx.Done():
			return
		case <-time.After(demoDrip):
		}
	}
}

const welcome = `onrecord on its built-in newsroom. Try:
  ask what did Solheim say about the quota?
  watch add "Ilya Vantreight" backlog yes
  help
Tab completes, quit ends.

`

// demoScript is the demo with its commands on a pipe: one thing after another,
// so that the same input gives the same output.
func (h *house) demoScript(ctx context.Context, news *sample.Newsroom, surface *console.Surface, courier *bot.Courier) error {
	owed := func() error { return h.settle(ctx, courier) }
	if err := owed(); err != nil {
		return err
	}
	surface.After = owed
	if err := surface.Run(ctx); err != nil {
		return err
	}
	for news.Next() {
		if err := h.visitAgain(ctx); err != nil {
			return err
		}
	}
	return owed()
}

// visitAgain waits until every feed is due and visits them all.
func (h *house) visitAgain(ctx context.Context) error {
	fs, err := h.store.Feeds(ctx)
	if err != nil {
		return err
	}
	last := h.now()
	for _, f := range fs {
		if f.NextAt.After(last) {
			last = f.NextAt
		}
	}
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-time.After(last.Sub(h.now())):
	}
	_, err = h.poller.Cycle(ctx)
	return err
}

// serve puts the newsroom on a loopback port of its own.
func serve(news http.Handler) (base string, stop func(), err error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", nil, fmt.Errorf("open a port on loopback for the built-in newsroom: %w", err)
	}
	server := &http.Server{Handler: news, ReadHeaderTimeout: 10 * time.Second}
	done := make(chan struct{})
	go func() {
		defer close(done)
		_ = server.Serve(l) // ends with ErrServerClosed
	}()
	return l.Addr().String(), func() { server.Close(); <-done }, nil
}
