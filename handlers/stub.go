package handlers

import "context"

func (d *Desk) ask(ctx context.Context, r Request) (Reply, error)         { return Reply{}, nil }
func (d *Desk) watchAdd(ctx context.Context, r Request) (Reply, error)    { return Reply{}, nil }
func (d *Desk) watchList(ctx context.Context, r Request) (Reply, error)   { return Reply{}, nil }
func (d *Desk) watchRemove(ctx context.Context, r Request) (Reply, error) { return Reply{}, nil }
func (d *Desk) feedAdd(ctx context.Context, r Request) (Reply, error)     { return Reply{}, nil }
func (d *Desk) feedList(ctx context.Context, r Request) (Reply, error)    { return Reply{}, nil }
func (d *Desk) feedRemove(ctx context.Context, r Request) (Reply, error)  { return Reply{}, nil }
func (d *Desk) context(ctx context.Context, r Request) (Reply, error)     { return Reply{}, nil }
func (d *Desk) more(ctx context.Context, r Request) (Reply, error)        { return Reply{}, nil }
func (d *Desk) status(ctx context.Context, r Request) (Reply, error)      { return Reply{}, nil }
func (d *Desk) help(ctx context.Context, r Request) (Reply, error)        { return Reply{}, nil }
