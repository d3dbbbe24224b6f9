package handlers

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"onrecord/statements"
)

// unmute is the command: tell again what was held back, by a mute's number or
// all that is muted here.
func (d *Desk) unmute(ctx context.Context, r Request) (Reply, error) {
	there, err := d.mutesOf(ctx, r, here(r))
	if err != nil {
		return Reply{}, err
	}
	typed := strings.TrimPrefix(strings.TrimSpace(r.Options["number"]), "#")
	id, isNumber := strconv.ParseInt(typed, 10, 64)
	var chosen []statements.Mute
	for _, m := range there {
		if typed == "" && len(there) == 1 || strings.EqualFold(typed, "all") || isNumber == nil && m.ID == id {
			chosen = append(chosen, m)
		}
	}
	switch {
	case len(there) == 0:
		return Reply{}, &statements.Problem{Text: statements.Say("Nothing is muted here."), Hint: statements.Say("`digest list` shows what else waits.")}
	case len(chosen) == 0 && typed != "":
		return Reply{}, &statements.Problem{Text: statements.Say("No mute here has the number ‘%s’.", short(typed, mostName)), Hint: statements.Say("`mute` without a number lists those of this place.")}
	case len(chosen) == 0:
		return d.mutesHere(ctx, r)
	}
	return d.endMutes(ctx, r, chosen)
}

// pressUnmute ends the mutes of a message's watches, or the one of that number.
func (d *Desk) pressUnmute(ctx context.Context, p Press) (Reply, error) {
	in := p.in()
	if err := governs(p.Request, "unmute"); err != nil {
		return Reply{}, err
	}
	there, err := d.mutesOf(ctx, p.Request, here(p.Request))
	if err != nil {
		return Reply{}, err
	}
	var chosen []statements.Mute
	for _, m := range there {
		if slices.Contains(strings.Split(p.ID, "x"), fmt.Sprint(m.ID)) {
			chosen = append(chosen, m)
		}
	}
	if len(chosen) == 0 {
		c := done(in.Say("That is not muted any more."))
		return Reply{Cards: []Card{c}, Private: true, Update: true}, nil
	}
	reply, err := d.endMutes(ctx, p.Request, chosen)
	reply.Update = true
	return reply, err
}

// mutesOf are the mutes of a place whose watches the asker governs.
func (d *Desk) mutesOf(ctx context.Context, r Request, place string) ([]statements.Mute, error) {
	all, err := d.Held.Mutes(ctx, place, d.now())
	if err != nil {
		return nil, fmt.Errorf("read the mutes: %w", err)
	}
	mine, err := d.tellingHere(ctx, r, place)
	if err != nil {
		return nil, err
	}
	var out []statements.Mute
	for _, m := range all {
		if slices.ContainsFunc(mine, func(w statements.Watch) bool { return w.ID == m.Watch.ID }) {
			out = append(out, m)
		}
	}
	return out, nil
}

func (d *Desk) endMutes(ctx context.Context, r Request, chosen []statements.Mute) (Reply, error) {
	in := r.in()
	held := 0
	var ws []statements.Watch
	for _, m := range chosen {
		ended, err := d.Held.EndMute(ctx, m.ID, r.User.Name, d.now())
		if errors.Is(err, statements.ErrNotFound) {
			continue // somebody else was quicker
		}
		if err != nil {
			return Reply{}, fmt.Errorf("end mute %d: %w", m.ID, err)
		}
		held += ended.Held
		ws = append(ws, ended.Watch)
	}
	d.changed()
	text := in.Say("not muted any more; nothing waited.")
	if held > 0 {
		text = in.Count(held, "not muted any more; the alert that waited follows.", "not muted any more; the %s alerts that waited follow.")
	}
	c := done(capital(text))
	if len(ws) > 0 {
		c.Lead = []Block{{Runs: append(watchNames(in, ws), Run{Text: in.Say(": ") + text})}}
	}
	return private(c), nil
}

// mutesHere lists what is muted.
func (d *Desk) mutesHere(ctx context.Context, r Request) (Reply, error) {
	in := r.in()
	there, err := d.mutesOf(ctx, r, here(r))
	if err != nil {
		return Reply{}, err
	}
	if len(there) == 0 {
		c := done(in.Say("Nothing is muted here."))
		c.Lead = append(c.Lead, Block{Runs: hint(in.Say(goodMute))})
		return private(c), nil
	}
	c := Card{Form: FormList, Lead: []Block{{Runs: []Run{{Text: in.Say("%s here", in.Count(len(there), "%s mute", "%s mutes")), Bold: true}}}}, Footer: in.Say("/unmute and a number ends one, /unmute all ends all")}
	for _, m := range there {
		c.Body = append(c.Body,
			Block{Runs: append([]Run{{Text: fmt.Sprintf("%d · ", m.ID)}}, muteRuns(in, m)...)},
			Block{Look: Small, Runs: []Run{{Text: in.Say("%s, %s, by %s", d.muteEnds(in, m), alertsWait(in, m.Held), author(in, m.By))}}})
	}
	return private(c), nil
}
