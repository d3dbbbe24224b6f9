package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/url"
	"strconv"
	"strings"
	"syscall"

	"golang.org/x/sync/errgroup"

	"onrecord/feeds/websub"
	"onrecord/statements"
)

func (c PushConfig) fault() *fault {
	if c.PublicURL != "" {
		u, err := url.Parse(c.PublicURL)
		switch {
		case !webAddress(c.PublicURL):
			return &fault{path: "$.feeds.push.public_url", text: "this is no web address"} // it is not told: it may hold a password
		case err != nil || u.User != nil || u.RawQuery != "" || u.Fragment != "":
			return &fault{path: "$.feeds.push.public_url", text: "this has more than a host and a path"}
		}
	}
	host, port, err := net.SplitHostPort(c.Listen)
	if n, bad := strconv.ParseUint(port, 10, 16); err != nil || bad != nil || n == 0 || strings.ContainsAny(host, "/ ") {
		return &fault{path: "$.feeds.push.listen", text: fmt.Sprintf("%q is no host:port", c.Listen)}
	}
	return nil
}

// subscriber has hubs push feeds; without a public address it ends what was
// agreed with them before.
func (h *house) subscriber() *websub.Subscriber {
	return &websub.Subscriber{
		Web: h.client, Store: h.store, Public: h.config.Feeds.Push.PublicURL,
		MaxBytes: int64(h.config.Feeds.MaxBytes), Now: h.now, Log: h.log,
	}
}

// push gives what lets hubs push feeds while the bot runs. Where beside is set,
// another process may do so already, and this one leaves it to that.
func (h *house) push(ctx context.Context, beside bool) (run func(context.Context) error, err error) {
	s := h.subscriber()
	if s.Public == "" {
		return s.Run, nil
	}
	var lc net.ListenConfig
	l, err := lc.Listen(ctx, "tcp", h.config.Feeds.Push.Listen)
	switch {
	case err != nil && beside && errors.Is(err, syscall.EADDRINUSE):
		h.log.Info("another process listens for pushes")
		return func(context.Context) error { return nil }, nil
	case err != nil:
		return nil, cannotListen(h.config.Feeds.Push.Listen, err)
	}
	h.log.Info("listening for pushes", "at", l.Addr().String(), "public", s.Public)
	h.poller.Push = s
	return func(ctx context.Context) error {
		g, ctx := errgroup.WithContext(ctx)
		g.Go(func() error { return s.Serve(ctx, l) })
		g.Go(func() error { return s.Run(ctx) })
		return g.Wait()
	}, nil
}

// hubOf says which hub a feed offers, and where it says so; "" is none.
func hubOf(in input) string {
	o := websub.Discover(in.links, in.body, in.url)
	if o.Hub == "" {
		return ""
	}
	out := "offered by " + nameOf("", o.Hub) + ", from " + o.From
	if o.Topic != in.url {
		out += ", under the name " + nameOf("", o.Topic)
	}
	return out
}

// checkPush says under which address hubs reach the bot, and tries it.
func (h *house) checkPush(ctx context.Context, r *report) {
	p := h.config.Feeds.Push
	if p.PublicURL == "" {
		return
	}
	got, err := h.client.Get(ctx, strings.TrimRight(p.PublicURL, "/")+"/"+websub.Sign, "", "")
	switch {
	case err == nil && websub.IsSign(got.Body):
		r.good("push", "hubs call "+p.PublicURL+", and the bot is there")
	case err == nil:
		r.note("push", "hubs call "+p.PublicURL+", and something else answers there. The bot listens at "+p.Listen+" while it runs.")
	default:
		r.note("push", "hubs call "+p.PublicURL+", and the bot is not there: "+first(err)+". It listens at "+p.Listen+" while it runs.")
	}
}

func cannotListen(at string, err error) error {
	why := "is not to be had"
	var no syscall.Errno
	switch {
	case errors.Is(err, syscall.EADDRINUSE):
		why = "is taken by another program"
	case errors.As(err, &no):
		why = "cannot be used: " + no.Error()
	}
	return &statements.Problem{
		Text: statements.Say("%s, where hubs are to reach the bot, %s.", at, why),
		Hint: statements.Say("Name a free one as feeds.push.listen, or leave feeds.push.public_url empty."),
	}
}
