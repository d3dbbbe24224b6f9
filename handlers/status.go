package handlers

import (
	"context"
	"fmt"
)

// status is the command: what is on record, and what is watched here.
func (d *Desk) status(ctx context.Context, r Request) (Reply, error) {
	stats, err := d.Stats.Stats(ctx, r.Server)
	if err != nil {
		return Reply{}, fmt.Errorf("read the state of the archive: %w", err)
	}
	ws, err := d.watchesOf(ctx, r)
	if err != nil {
		return Reply{}, err
	}
	s := Status{Stats: stats, Watches: ws, Server: r.Server != "", Started: d.Started, Version: d.Version}
	return private(StatusCard(s, d.now())), nil
}
