package discord

import (
	"context"
	"time"
)

// What Discord allows a bot in all: 50 requests a second. Answers to
// interactions do not count.
// https://discord.com/developers/docs/topics/rate-limits#global-rate-limit
const (
	globalMost = 50
	globalPer  = time.Second
)

// gate keeps calls within a global limit. It has as many passes as calls may be
// made in the limit's time; who goes through takes one and gives it back when
// the answer has begun, and it is good again when that time has passed since. A
// call arrives between the two moments, so no pass brings two calls into one
// window, wherever the windows begin and however long a call is under way.
// Discord answers a limit that was passed with a pause for the whole bot.
type gate struct {
	passes chan time.Time // when each is good again
	per    time.Duration
}

func newGate(most int, per time.Duration) *gate {
	g := &gate{passes: make(chan time.Time, most), per: per}
	for range most {
		g.passes <- time.Time{}
	}
	return g
}

// enter waits for a pass, or until ctx ends. Whoever has entered must leave.
func (g *gate) enter(ctx context.Context) error {
	var good time.Time
	select {
	case good = <-g.passes:
	case <-ctx.Done():
		return ctx.Err()
	}
	if sleep(ctx, time.Until(good)) {
		return nil
	}
	g.passes <- good
	return ctx.Err()
}

func (g *gate) leave() { g.passes <- time.Now().Add(g.per) }
