package handlers

import (
	"context"
	"fmt"
	"time"

	"onrecord/handlers/locales"
	"onrecord/statements"
)

// timezone is the command: which time zone the days of somebody's questions
// are in, and which it shall be.
func (d *Desk) timezone(ctx context.Context, r Request) (Reply, error) {
	in, typed, clear := r.in(), r.Options["zone"], r.Options["clear"] == "yes"
	switch {
	case typed == "" && !clear:
		return private(d.zoneCard(in)), nil
	case owner(r) == "" || d.Zones == nil:
		return Reply{}, &statements.Problem{Text: statements.Say("It is not known who asks."), Hint: statements.Say("Use `%s` from an account of your own.", r.Command)}
	case typed != "" && clear:
		return Reply{}, &statements.Problem{Text: statements.Say("A time zone cannot be set and cleared at once."), Hint: statements.Say("Give one of them, for example `timezone Europe/Oslo`.")}
	case clear:
		if err := d.Zones.ClearZone(ctx, owner(r)); err != nil {
			return Reply{}, fmt.Errorf("forget the asker's time zone: %w", err)
		}
		zone := d.houseZone()
		return private(d.zoneDone(in, zone, runsIn{in}.Say("You have no time zone of your own any more: this bot's holds, %s.", bold(zone.String())))), nil
	}
	zone, err := readZone(typed)
	if err != nil {
		return Reply{}, err
	}
	if err := d.Zones.SetZone(ctx, owner(r), zone.String()); err != nil {
		return Reply{}, fmt.Errorf("keep the asker's time zone: %w", err)
	}
	return private(d.zoneDone(in, zone, runsIn{in}.Say("Your time zone is %s from now on.", bold(zone.String())))), nil
}

// zoneCard says which zone holds for the asker, and who set it.
func (d *Desk) zoneCard(in locales.Tongue) Card {
	zone := d.zone()
	if d.house != nil {
		c := d.zoneDone(in, zone, runsIn{in}.Say("Your time zone is %s, as you set it.", bold(zone.String())))
		c.Footer = in.Say("/timezone clear yes goes back to this bot's")
		return c
	}
	c := d.zoneDone(in, zone, runsIn{in}.Say("You have set no time zone of your own: this bot's holds, %s.", bold(zone.String())))
	c.Lead = append(c.Lead, Block{Runs: hint(in.Say("Set your own, for example `timezone Europe/Oslo`."))})
	return c
}

// zoneDone says what time it is in a zone, behind a sentence about it.
func (d *Desk) zoneDone(in locales.Tongue, zone *time.Location, about []Run) Card {
	there := in.Layout("Mon 2 Jan 15:04", d.now().In(zone))
	return Card{Form: FormDone, Lead: []Block{
		{Runs: append(about, Run{Text: " " + in.Say("It is %s there.", there), Ours: true})},
		{Runs: []Run{{Text: in.Say("Yesterday and other days in your questions are meant there."), Ours: true}}},
	}}
}
