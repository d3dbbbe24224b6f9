package handlers

import (
	"context"
	"fmt"

	"onrecord/statements"
)

// watchPreview shows what a watch would have told, and keeps it for the buttons
// that make it or try a narrower one.
func (d *Desk) watchPreview(ctx context.Context, r Request) (Reply, error) {
	in := r.in()
	w, err := d.wanted(r)
	if err != nil {
		return Reply{}, err
	}
	p, err := d.preview(ctx, w)
	if err != nil {
		return Reply{}, err
	}
	if p.ID, err = d.keepWatch(ctx, r, w); err != nil {
		return Reply{}, err
	}
	if p.Narrower != nil {
		if p.Narrower.ID, err = d.keepWatch(ctx, r, p.Narrower.Watch); err != nil {
			return Reply{}, err
		}
	}
	return private(PreviewCard(in, p, d.zone())), nil
}

// keepWatch keeps a watch that is no watch yet as a question: its buttons work
// for whoever asked.
func (d *Desk) keepWatch(ctx context.Context, r Request, w statements.Watch) (string, error) {
	q := statements.StoredQuestion{Text: w.Keywords, User: r.User.ID, Server: r.Server, Place: w.Place, At: d.now(), Watch: &w}
	id, err := d.Questions.KeepQuestion(ctx, q)
	if err != nil {
		return "", fmt.Errorf("keep the watch that was tried: %w", err)
	}
	return id, nil
}

// pressWatchNew makes the watch that was tried.
func (d *Desk) pressWatchNew(ctx context.Context, p Press) (Reply, error) {
	return d.tried(ctx, p, "watch add", d.watchAdd)
}

// pressWatchTry tries the narrower one.
func (d *Desk) pressWatchTry(ctx context.Context, p Press) (Reply, error) {
	reply, err := d.tried(ctx, p, "watch preview", d.watchPreview)
	reply.Update = err == nil
	return reply, err
}

// tried runs a command on the watch behind a button, for who may.
func (d *Desk) tried(ctx context.Context, p Press, command string, run func(context.Context, Request) (Reply, error)) (Reply, error) {
	in := p.in()
	c, _ := commandOf(command)
	if err := admitted(c, p.Request); err != nil {
		return Reply{}, err
	}
	q, err := d.asked(ctx, p)
	if err != nil {
		return Reply{}, err
	}
	r := p.Request
	r.Options = map[string]string{"channel": q.Place}
	if q.Watch == nil {
		return gone(in), nil
	}
	for _, o := range optionsOf(*q.Watch) {
		r.Options[o.Name] = o.Value
	}
	return run(ctx, r)
}
