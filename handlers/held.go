package handlers

import (
	"context"
	"fmt"
	"slices"
	"time"

	"onrecord/statements"
	"onrecord/statements/timing"
)

// Gatherings are what a place is told later, in one message.
type Gatherings interface {
	// Gathered gives what gathers for a place, the next first.
	Gathered(ctx context.Context, place string, now time.Time) ([]statements.Gathered, error)
	// DigestNow has all of it told at once, and gives how many alerts that are.
	DigestNow(ctx context.Context, place string, now time.Time) (int, error)
	// NumberedDigest gives the id of a place's digest by its number.
	NumberedDigest(ctx context.Context, place string, n int64) (string, error)
}

// Mutes hold back what a watch tells in a place.
type Mutes interface {
	// AddMute holds it back, also what waits already; the same one again has
	// the new end.
	AddMute(ctx context.Context, m statements.Mute) (statements.Mute, error)
	EndMute(ctx context.Context, id int64, by string, at time.Time) (statements.Mute, error)
	Mutes(ctx context.Context, place string, now time.Time) ([]statements.Mute, error)
}

// Held is what is told later, why, and when.
type Held interface {
	Gatherings
	Mutes
	// TopicOf is what a watch was told of in a message.
	TopicOf(ctx context.Context, delivery string, watch int64) (statements.Topic, error)
	// SetTiming says when a watch tells, also what waits already.
	SetTiming(ctx context.Context, server string, id int64, to statements.Timing, now time.Time) (statements.Watch, error)
}

// here is the place that a request is about: where it was asked, or the asker's
// direct messages.
func here(r Request) string {
	if r.Server == "" {
		return inbox(r)
	}
	return r.Place
}

// governs refuses whoever may not say when this place is told: in a server who
// does not manage it; a direct message is everybody's own.
func governs(r Request, what string) error {
	switch {
	case r.Server == "" && own(r) == "":
		return &statements.Problem{Text: statements.Say("It is not known who asks."), Hint: statements.Say("Use `%s` from an account of your own.", what)}
	case r.Server != "" && !r.User.ManageServer:
		return &statements.Problem{Text: statements.Say("Only those who may manage this server can use %s here.", what),
			Hint: statements.Say("Ask one of them; what you `follow` yourself is yours to hold back, in a direct message.")}
	}
	return nil
}

// tellingHere are the watches that tell a place and that the asker governs:
// those of the server and of the configuration, or his own.
func (d *Desk) tellingHere(ctx context.Context, r Request, place string) ([]statements.Watch, error) {
	all, err := d.watchesOf(ctx, r)
	if err != nil {
		return nil, err
	}
	if mine := own(r); mine != "" && mine != seenFrom(r) {
		more, err := d.watchesFrom(ctx, r, mine)
		if err != nil {
			return nil, err
		}
		all = append(all, more...)
	}
	var out []statements.Watch
	for _, w := range all {
		if w.Place == place && (w.Owner == "" || w.Owner == owner(r)) {
			out = append(out, w)
		}
	}
	return out, nil
}

// gathered are the messages that gather for the place of a request. A digest is
// among them as soon as a watch has it, not only from when it is kept.
func (d *Desk) gathered(ctx context.Context, r Request) ([]statements.Gathered, error) {
	out, err := d.Held.Gathered(ctx, here(r), d.now())
	if err != nil {
		return nil, fmt.Errorf("read what is gathered: %w", err)
	}
	ws, err := d.tellingHere(ctx, r, here(r))
	if err != nil {
		return nil, err
	}
	kept, at := len(out), map[string]int{} // by the name of a digest that is not kept yet
	for _, w := range ws {
		plan, err := timing.Read(w.Timing, d.houseZone())
		if err != nil || plan.Digest() == "" || slices.ContainsFunc(out[:kept], func(g statements.Gathered) bool { return g.Kind == statements.GatherDigest && gathers(g, w) }) {
			continue
		}
		i, ok := at[plan.Digest()]
		if !ok {
			i = len(out)
			at[plan.Digest()] = i
			out = append(out, statements.Gathered{Place: w.Place, Kind: statements.GatherDigest, At: plan.Next(d.now())})
		}
		out[i].Watches = append(out[i].Watches, w)
	}
	return out, nil
}

// gathers reports whether a message is for what a watch tells.
func gathers(g statements.Gathered, w statements.Watch) bool {
	return slices.ContainsFunc(g.Watches, func(o statements.Watch) bool { return o.ID == w.ID })
}

// in is the time zone in which whoever asks reads a watch's hours: the one that it
// names, or else his own.
func (d *Desk) in(t statements.Timing) *time.Location { return zoneOf(t, d.zone()) }

// zoneOf is the time zone that a watch names, or else another.
func zoneOf(t statements.Timing, otherwise *time.Location) *time.Location {
	if z, err := time.LoadLocation(t.Zone); err == nil && t.Zone != "" {
		return z
	}
	return otherwise
}
