package handlers

import (
	"context"
	"errors"

	"onrecord/statements"
)

// Places tells how the places are to which messages go.
type Places interface {
	// PausedAt tells of a place that refused a message for good;
	// statements.ErrNotFound if it did not.
	PausedAt(ctx context.Context, place string) (statements.Paused, error)
}

// owner is who asks, wherever he asks: the Owner of what is his alone. A
// surface without a colon in its places has one user, who needs no name.
func owner(r Request) string {
	on := surface(r.Place)
	switch {
	case on == r.Place:
		return on
	case r.User.ID == "":
		return ""
	}
	return on + ":" + r.User.ID
}

// own is the server of the watches that are the asker's alone. No request comes
// from it, so whatever looks up watches by the server of a request finds none
// of them. "" is nobody.
func own(r Request) string {
	if who := owner(r); who != "" {
		return "@" + who
	}
	return ""
}

// inbox is the place of the asker's direct messages.
func inbox(r Request) string {
	on := surface(r.Place)
	if on == r.Place {
		return on
	}
	return on + ":@" + r.User.ID
}

// seenFrom is the server of whose watches an answer may tell: in a direct
// message, where nobody else reads, the asker's own.
func seenFrom(r Request) string {
	if r.Server == "" {
		return own(r)
	}
	return r.Server
}

// at reports whether a message stands where it is asked about. A direct message
// stands in the inbox of whoever reads it, and one that has become a place of
// its own (a forum's post) in that place.
func at(r Request, owed statements.Delivery) bool {
	switch {
	case owed.Place == r.Place:
		return true
	case r.Server == "":
		return owed.Place == inbox(r)
	}
	return owed.MessageID != "" && r.Place == surface(owed.Place)+":"+owed.MessageID
}

// closed adds to an answer, for the asker's eyes alone, that his direct
// messages take none of what he follows.
func (d *Desk) closed(ctx context.Context, r Request, reply Reply) Reply {
	if !reply.Private || d.Places == nil || owner(r) == "" || inbox(r) == r.Place {
		return reply
	}
	p, err := d.Places.PausedAt(ctx, inbox(r))
	if errors.Is(err, statements.ErrNotFound) {
		return reply
	}
	if err != nil {
		if d.Log != nil {
			d.Log.Warn("look whether direct messages are taken", "user", r.User.ID, "err", err)
		}
		return reply
	}
	in := r.in()
	reply.Cards = append(reply.Cards, Problem(in.Count(p.Waiting, "Your direct messages take none of onrecord's, and %s message waits for you.", "Your direct messages take none of onrecord's, and %s messages wait for you."),
		in.Say("Allow direct messages from a server that has onrecord, in its privacy settings; what waits comes within a quarter of an hour.")))
	return reply
}
