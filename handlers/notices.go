package handlers

import (
	"context"
	"slices"
	"time"

	"onrecord/handlers/locales"
	"onrecord/statements"
)

// Notices are what is said once.
type Notices interface {
	// Closed gives the places that refuse our messages and to which a watch of
	// that server tells.
	Closed(ctx context.Context, server string) ([]statements.Notice, error)
	// Notify keeps, for the place "", that it was said, and gives what was not
	// said before.
	Notify(ctx context.Context, place string, list []statements.Notice, now time.Time) ([]statements.Notice, error)
}

// addClosed tells a moderator, under the first answer that he alone sees, of
// places of his server that are closed to us. That it cannot be found out is no
// reason to keep the answer from him.
func (d *Desk) addClosed(ctx context.Context, r Request, reply Reply) Reply {
	in := r.in()
	if d.Notices == nil || !reply.Private || len(reply.Cards) == 0 || r.Server == "" || !r.User.ManageServer {
		return reply
	}
	list, err := d.Notices.Closed(ctx, r.Server)
	if err != nil || len(list) == 0 {
		return reply
	}
	list = slices.Clone(list)
	for i := range list {
		list[i].Key = "told " + r.Server + " " + list[i].Key
		list[i].Since = d.now()
	}
	fresh, err := d.Notices.Notify(ctx, "", list, d.now())
	if err != nil || len(fresh) == 0 || r.Command == "status" { // which says so every time
		return reply
	}
	last := &reply.Cards[len(reply.Cards)-1]
	last.Fields = append(last.Fields, closedField(in, fresh))
	return reply
}

// closedField says which places are closed to us.
func closedField(in locales.Tongue, list []statements.Notice) Field {
	f := Field{Name: in.Say("Closed to us")}
	for _, n := range list[:min(len(list), mostNotices)] {
		f.Body = append(f.Body, noticed(in, n)...)
	}
	return f
}
