package handlers

import (
	"context"
	"errors"
	"fmt"

	"onrecord/handlers/locales"
	"onrecord/statements"
	"onrecord/statements/text"
)

// mostFollowed bounds what one user follows.
const mostFollowed = 50

// follow makes a watch of the asker's own, told by direct message. Who follows
// the same again changes when and what of it is told.
func (d *Desk) follow(ctx context.Context, r Request) (Reply, error) {
	in := r.in()
	if own(r) == "" {
		return Reply{}, &statements.Problem{Text: statements.Say("It is not known who asks."), Hint: statements.Say("Use `follow` from an account of your own.")}
	}
	mine, err := d.followed(ctx, r)
	if err != nil {
		return Reply{}, err
	}
	w := statements.Watch{Server: own(r), Owner: owner(r), Place: inbox(r), By: r.User.Name, Created: d.now(), Backlog: r.Options["backlog"] == "yes"}
	if err := d.readFollow(&w, r.Options); err != nil {
		return Reply{}, err
	}
	for _, old := range mine {
		if text.Fold(old.Speaker) == text.Fold(w.Speaker) && old.Keywords == w.Keywords {
			return d.followOtherwise(ctx, r, old)
		}
	}
	if len(mine) >= mostFollowed {
		return Reply{}, &statements.Problem{Text: statements.Say("You follow %s already, and that is the most.", len(mine)),
			Hint: statements.Say("End one first: `following` shows them, `unfollow` and a number ends one.")}
	}
	kept, note, tried, err := d.begin(ctx, in, w)
	if errors.Is(err, statements.ErrExists) {
		return Reply{}, followedAlready(kept)
	}
	if err != nil {
		return Reply{}, err
	}
	return private(followingCard(in, false, kept, note, tried)), nil
}

// readFollow reads what is followed, and when it is told: hours that are given are
// of the asker's own clock, where no zone is.
func (d *Desk) readFollow(w *statements.Watch, o map[string]string) error {
	err := readWatch(w, o, "follow")
	if o["digest"] != "" || o["quiet"] != "" {
		d.byOwnClock(&w.Timing)
	}
	return err
}

// followOtherwise changes what is followed already.
func (d *Desk) followOtherwise(ctx context.Context, r Request, old statements.Watch) (Reply, error) {
	in := r.in()
	w, given := old, false
	for name, v := range r.Options {
		given = given || v != "" && name != "speaker" && name != "keywords" && name != "backlog"
	}
	if !given {
		return Reply{}, followedAlready(old)
	}
	if err := d.readFollow(&w, r.Options); err != nil {
		return Reply{}, err
	}
	kept, tried, err := d.update(ctx, w)
	if err != nil {
		return Reply{}, err
	}
	return private(followingCard(in, true, kept, "", tried)), nil
}

func followedAlready(w statements.Watch) error {
	return &statements.Problem{Text: statements.Say("You follow that already, as number %s.", fmt.Sprint(w.ID)),
		Hint: statements.Say("Follow it again with kinds, languages, digest and the like to change those; `following` shows all.")}
}

// followingCard says what somebody follows now, and that it is his alone.
func followingCard(in locales.Tongue, changed bool, w statements.Watch, note string, tried Preview) Card {
	c := watching(in, w, note)
	did := runsIn{in}.Say("Following %s.", watchRuns(in, w))
	if changed {
		did = runsIn{in}.Say("Changed. You follow %s.", watchRuns(in, w))
	}
	told := in.Say("You are told by direct message, and nobody else sees it.")
	if surface(w.Place) == w.Place {
		told = in.Say("You are told here.")
	}
	c.Lead[0].Runs = append(did, Run{Text: " " + told})
	c.Lead = append(c.Lead, rateLines(in, tried, "follow")...)
	c.Footer = in.Say("Number %s · /unfollow %s ends it", fmt.Sprint(w.ID), fmt.Sprint(w.ID))
	return c
}

// followed is what the asker follows; from wherever he asks, it is his.
func (d *Desk) followed(ctx context.Context, r Request) ([]statements.Watch, error) {
	return d.watchesFrom(ctx, r, own(r))
}

// following lists it.
func (d *Desk) following(ctx context.Context, r Request) (Reply, error) {
	return d.listPage(ctx, r, "follows", 1)
}

// unfollow ends one, by its number or its name.
func (d *Desk) unfollow(ctx context.Context, r Request) (Reply, error) {
	in := r.in()
	mine, err := d.followed(ctx, r)
	if err != nil {
		return Reply{}, err
	}
	missing := &statements.Problem{Text: statements.Say("You follow nothing of the name or number ‘%s’.", short(r.Options["watch"], mostName)), Hint: statements.Say("`following` shows what you follow, with numbers.")}
	w, err := chosenWatch(in, mine, r.Options["watch"])
	if err != nil {
		return Reply{}, missing
	}
	gone, err := d.Watches.RemoveWatch(ctx, own(r), w.ID)
	if errors.Is(err, statements.ErrNotFound) {
		return Reply{}, missing
	}
	if err != nil {
		return Reply{}, fmt.Errorf("stop following %d: %w", w.ID, err)
	}
	d.changed()
	return private(Card{Form: FormDone, Lead: []Block{{Runs: runsIn{in}.Say("No longer following %s.", watchRuns(in, gone))}}}), nil
}
