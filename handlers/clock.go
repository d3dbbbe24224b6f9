package handlers

import (
	"context"
	"errors"
	"fmt"
	"time"

	"onrecord/statements"
	"onrecord/statements/timing"
)

// Zones keeps the time zones that users chose, by whose they are.
type Zones interface {
	// ZoneOf gives the name of one; statements.ErrNotFound.
	ZoneOf(ctx context.Context, owner string) (string, error)
	SetZone(ctx context.Context, owner, zone string) error
	// ClearZone forgets it; that there is none is no error.
	ClearZone(ctx context.Context, owner string) error
}

// askedBy is the desk as whoever asks sees it: what the reviewers of his server made
// of the archive, and days and hours by his own clock. With an error it is the
// desk itself.
func (d *Desk) askedBy(ctx context.Context, r Request) (*Desk, error) {
	seen, err := d.seenBy(ctx, r.Server)
	if err != nil {
		return d, err
	}
	return seen.byClockOf(ctx, r)
}

// byClockOf is the desk in the time zone of whoever asks; the desk itself where he
// chose none, or one that is no more.
func (d *Desk) byClockOf(ctx context.Context, r Request) (*Desk, error) {
	who := owner(r)
	if d.Zones == nil || who == "" {
		return d, nil
	}
	name, err := d.Zones.ZoneOf(ctx, who)
	if errors.Is(err, statements.ErrNotFound) {
		return d, nil
	}
	if err != nil {
		return d, fmt.Errorf("read the asker's time zone: %w", err)
	}
	zone, err := timing.Zone(name)
	if err != nil {
		if d.Log != nil {
			d.Log.Warn("a user's time zone is unknown", "user", r.User.ID, "zone", name)
		}
		return d, nil
	}
	his := *d
	his.Zone, his.house = zone, d.zone()
	return &his, nil
}

// zone is where whoever asks is; the operator's where that is not known.
func (d *Desk) zone() *time.Location {
	if d.Zone == nil {
		return time.UTC
	}
	return d.Zone
}

// houseZone is the operator's: that of watches which name none.
func (d *Desk) houseZone() *time.Location {
	if d.house == nil {
		return d.zone()
	}
	return d.house
}

// byOwnClock puts the hours of what somebody follows on his own clock, where he
// names none.
func (d *Desk) byOwnClock(t *statements.Timing) {
	if d.house != nil && t.Zone == "" {
		t.Zone = d.Zone.String()
	}
}
