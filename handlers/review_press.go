package handlers

import (
	"context"
	"strconv"

	"onrecord/statements"
)

// pressReview asks whether the statement of a number, or the one that a message
// shows, is right; of several, which one is meant.
func (d *Desk) pressReview(ctx context.Context, p Press) (Reply, error) {
	in := p.in()
	if err := admittedToReview(p); err != nil {
		return Reply{}, err
	}
	if !rowID(p.ID) {
		f, err := d.pressed(ctx, p)
		if err != nil {
			return Reply{}, err
		}
		return d.toReview(ctx, p.Request, f)
	}
	found, first, err := d.behind(ctx, p)
	if err != nil {
		return Reply{}, err
	}
	switch len(found) {
	case 0:
		return gone(in), nil
	case 1:
		return d.toReview(ctx, p.Request, found[0])
	}
	return private(WhichCard(in, weighed(found, d.Sure), first, "review")), nil
}

func admittedToReview(p Press) error {
	c, _ := commandOf("review")
	return admitted(c, p.Request)
}

// pressed is the statement of a button.
func (d *Desk) pressed(ctx context.Context, p Press) (statements.Found, error) {
	id, err := strconv.ParseInt(p.ID, 10, 64)
	if err != nil {
		return statements.Found{}, statements.ErrNotFound
	}
	return d.Shelf.Statement(ctx, id)
}

// onPressed does something with the statement of a button, for who may, and puts
// the answer where the button was.
func (d *Desk) onPressed(ctx context.Context, p Press, do func(statements.Found) (Reply, error)) (Reply, error) {
	if err := admittedToReview(p); err != nil {
		return Reply{}, err
	}
	f, err := d.pressed(ctx, p)
	if err != nil {
		return Reply{}, err
	}
	reply, err := do(f)
	reply.Update = err == nil
	return reply, err
}

func (d *Desk) pressRight(ctx context.Context, p Press) (Reply, error) {
	return d.onPressed(ctx, p, func(f statements.Found) (Reply, error) {
		return d.correct(ctx, p.Request, f, statements.Correction{What: statements.VerdictRight})
	})
}

func (d *Desk) pressReject(ctx context.Context, p Press) (Reply, error) {
	return d.onPressed(ctx, p, func(f statements.Found) (Reply, error) {
		return d.correct(ctx, p.Request, f, statements.Correction{What: statements.VerdictReject})
	})
}

// pressWrongSpeaker asks who it was: one of those whom the article names, or
// somebody else by name.
func (d *Desk) pressWrongSpeaker(ctx context.Context, p Press) (Reply, error) {
	in := p.in()
	return d.onPressed(ctx, p, func(f statements.Found) (Reply, error) {
		people, err := d.peopleIn(ctx, f)
		return private(WhoCard(in, f, people)), err
	})
}

func (d *Desk) pressSpeakerIs(ctx context.Context, p Press) (Reply, error) {
	return d.onPressed(ctx, p, func(f statements.Found) (Reply, error) {
		return d.wrongSpeaker(ctx, p.Request, f, oneLine(p.Picked), false)
	})
}

// pressAlways makes the correction of a button one for all that is read under
// the name.
func (d *Desk) pressAlways(ctx context.Context, p Press) (Reply, error) {
	in := p.in()
	return d.onPressed(ctx, p, func(f statements.Found) (Reply, error) {
		if f.Review == nil || f.Review.What != statements.VerdictSpeaker || f.Review.Statement != f.Statement.ID {
			return Reply{}, &statements.Problem{Text: statements.Say("Statement %s is as it was read again.", ref(f.Statement.ID)), Hint: statements.Say("For example %s", example(reviewExample))}
		}
		c := statements.Correction{What: statements.VerdictSpeaker, Speaker: f.Review.Speaker}
		if c.Written = d.rule(ctx, f, c.Speaker); c.Written == "" {
			return gone(in), nil
		}
		return d.correct(ctx, p.Request, f, c)
	})
}

// pressDuplicate asks whose duplicate it is.
func (d *Desk) pressDuplicate(ctx context.Context, p Press) (Reply, error) {
	in := p.in()
	return d.onPressed(ctx, p, func(f statements.Found) (Reply, error) {
		alike, err := d.alikeTo(ctx, f)
		return private(WhoseCard(in, f, alike)), err
	})
}

func (d *Desk) pressDuplicateOf(ctx context.Context, p Press) (Reply, error) {
	return d.onPressed(ctx, p, func(f statements.Found) (Reply, error) {
		return d.duplicate(ctx, p.Request, f, p.Picked)
	})
}

// pressUnreview takes the correction of a button back.
func (d *Desk) pressUnreview(ctx context.Context, p Press) (Reply, error) {
	in := p.in()
	if err := admittedToReview(p); err != nil {
		return Reply{}, err
	}
	id, err := strconv.ParseInt(p.ID, 10, 64)
	if err != nil {
		return gone(in), nil
	}
	reply, err := d.undoReview(ctx, p.Request, id)
	reply.Update = err == nil
	return reply, err
}
