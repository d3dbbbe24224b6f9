package handlers

import (
	"context"
	"errors"
	"fmt"

	"onrecord/statements"
)

// watchEdit changes a watch of this server: what is given is new, what is named
// under clear is gone, and all else stays. What it told already is not told
// again.
func (d *Desk) watchEdit(ctx context.Context, r Request) (Reply, error) {
	in := r.in()
	here, err := d.watchesOf(ctx, r)
	if err != nil {
		return Reply{}, err
	}
	old, err := chosenWatch(in, here, r.Options["watch"])
	if err != nil {
		return Reply{}, err
	}
	if old.Server == "" {
		return Reply{}, fromConfiguration()
	}
	w, err := changed(old, r.Options, fmt.Sprintf("watch edit %d", old.ID))
	if err != nil {
		return Reply{}, err
	}
	if err := ofServer(w, r); err != nil {
		return Reply{}, err
	}
	kept, tried, err := d.update(ctx, w)
	if errors.Is(err, statements.ErrExists) {
		return Reply{}, watchedAlready(kept)
	}
	if errors.Is(err, statements.ErrNotFound) {
		return Reply{}, noSuchWatch(r.Options["watch"])
	}
	if err != nil {
		return Reply{}, err
	}
	c := watching(in, kept, "")
	c.Lead[0].Runs = runsIn{in}.Say("Changed. Watch %s waits for %s, in %s.", fmt.Sprint(kept.ID), watchRuns(in, kept), placeRun(in, kept.Place))
	c.Lead = append(c.Lead, rateLines(in, tried, "watch preview")...)
	return private(c), nil
}

// changed is a watch with its options changed.
func changed(old statements.Watch, o map[string]string, command string) (statements.Watch, error) {
	w, given := old, false
	for name, v := range o {
		given = given || v != "" && name != "watch"
	}
	if !given {
		return w, &statements.Problem{Text: statements.Say("Nothing is said of what to change."), Hint: statements.Say("Give what is to be new, for example `%s kinds direct`, or name it under clear to take it away.", command)}
	}
	if err := lose(&w, o["clear"]); err != nil {
		return w, err
	}
	return w, readWatch(&w, o, command)
}

// update keeps a changed watch, and tries it on the past. What a store knows
// of its names is not its own.
func (d *Desk) update(ctx context.Context, w statements.Watch) (statements.Watch, Preview, error) {
	w.Also, w.Not, w.Backlog = nil, nil, false
	tried, err := d.preview(ctx, w)
	if err != nil {
		return w, tried, err
	}
	kept, err := d.Watches.UpdateWatch(ctx, w)
	if err != nil {
		return kept, tried, fmt.Errorf("change watch %d: %w", w.ID, err)
	}
	kept.Backlog = false // it was given it when it was made
	d.changed()
	return kept, tried, nil
}

func fromConfiguration() error {
	return &statements.Problem{Text: statements.Say("That watch stands in the configuration."), Hint: statements.Say("The operator changes it there and starts the bot again.")}
}
