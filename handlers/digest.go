package handlers

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"onrecord/handlers/locales"
	"onrecord/statements"
	"onrecord/statements/timing"
)

// digestNow has what is gathered for this place told at once.
func (d *Desk) digestNow(ctx context.Context, r Request) (Reply, error) {
	in := r.in()
	n, err := d.Held.DigestNow(ctx, here(r), d.now())
	if err != nil {
		return Reply{}, fmt.Errorf("tell what is gathered: %w", err)
	}
	if n > 0 {
		d.changed()
		return private(done(in.Count(n, "%s alert that waited follows, gathered.", "%s alerts that waited follow, gathered."))), nil
	}
	waits, err := d.gathered(ctx, r)
	if err != nil {
		return Reply{}, err
	}
	c := done(in.Say("Nothing waits here."))
	for _, g := range waits {
		if g.Kind == statements.GatherDigest {
			c.Lead = append(c.Lead, Block{Runs: []Run{{Text: in.Say("The next digest comes %s.", d.comes(in, g))}}})
			break
		}
	}
	return private(c), nil
}

// done is a card that says what was done, in a line of our own words.
func done(text string) Card {
	return Card{Form: FormDone, Lead: []Block{{Runs: []Run{{Text: text, Ours: true}}}}}
}

// digestSet gathers what the watches of this place tell, or one of them.
func (d *Desk) digestSet(ctx context.Context, r Request) (Reply, error) {
	in := r.in()
	spec, err := timing.Spec(r.Options["schedule"])
	if err != nil {
		return Reply{}, err
	}
	changed, err := d.retime(ctx, r, "digest set", func(t *statements.Timing) error {
		t.Digest = spec
		if err := setZone(t, r.Options["zone"]); err != nil {
			return err
		}
		if r.Server == "" {
			d.byOwnClock(t)
		}
		return timing.Check(*t)
	})
	if err != nil {
		return Reply{}, err
	}
	t := changed[0].Timing
	plan, err := timing.Read(t, d.houseZone())
	if err != nil {
		return Reply{}, err
	}
	next := plan.Next(d.now()).In(plan.Zone())
	c := done(in.Say("A digest %s (%s), the next on %s.", timing.Said(spec), plan.Zone().String(), in.Layout("Mon 2 Jan 15:04", next)))
	c.Lead = append(c.Lead, Block{Runs: runsIn{in}.Say("It gathers %s.", watchNames(in, changed))})
	c.Footer = in.Say("/digest off tells at once again · /digest now tells what waits")
	return private(c), nil
}

// digestOff has the watches of this place tell at once again, or one of them.
func (d *Desk) digestOff(ctx context.Context, r Request) (Reply, error) {
	in := r.in()
	changed, err := d.retime(ctx, r, "digest off", func(t *statements.Timing) error {
		if t.Digest == "" {
			return errAsItIs
		}
		t.Digest = ""
		return nil
	})
	if err != nil {
		return Reply{}, err
	}
	c := done(in.Say("No digest any more: what was gathered follows, and the rest is told at once."))
	c.Lead = append(c.Lead, Block{Runs: runsIn{in}.Say("Told at once: %s.", watchNames(in, changed))})
	return private(c), nil
}

// errAsItIs says that a watch is as it is wanted.
var errAsItIs = errors.New("as it is")

// retime changes when watches of this place tell: the one that is named, or all
// that are not the configuration's. It gives those that it changed, one at least.
func (d *Desk) retime(ctx context.Context, r Request, command string, change func(*statements.Timing) error) ([]statements.Watch, error) {
	ws, err := d.tellingHere(ctx, r, here(r))
	if err != nil {
		return nil, err
	}
	if typed := r.Options["watch"]; typed != "" {
		one, err := chosenWatch(r.in(), ws, typed)
		if err != nil {
			return nil, err
		}
		ws = []statements.Watch{one}
	}
	if len(ws) > 0 && !slices.ContainsFunc(ws, func(w statements.Watch) bool { return w.Server != "" }) {
		return nil, &statements.Problem{Text: statements.Say("What is watched here stands in the configuration."), Hint: statements.Say("The operator changes its timing there and starts the bot again.")}
	}
	var out []statements.Watch
	for _, w := range ws {
		if w.Server == "" {
			continue
		}
		t := w.Timing
		if err := change(&t); errors.Is(err, errAsItIs) {
			continue
		} else if err != nil {
			return nil, err
		}
		kept, err := d.Held.SetTiming(ctx, w.Server, w.ID, t, d.now())
		if err != nil {
			return nil, fmt.Errorf("say when watch %d tells: %w", w.ID, err)
		}
		out = append(out, kept)
	}
	switch {
	case len(out) > 0:
		d.changed()
		return out, nil
	case command == "digest off":
		return nil, &statements.Problem{Text: statements.Say("No watch that you can change here has a digest."), Hint: statements.Say("`digest list` shows what gathers here, and when it is told.")}
	}
	return nil, &statements.Problem{Text: statements.Say("No watch that you can change tells this place."), Hint: statements.Say("Make one with `watch add`, or use `%s` where its alerts come.", command)}
}

// nameRuns are the names of watches, in bold, as a sentence.
func nameRuns(in locales.Tongue, ws []statements.Watch) []Run {
	return append(watchNames(in, ws), Run{Text: "."})
}

// watchNames are the names of watches, in bold.
func watchNames(in locales.Tongue, ws []statements.Watch) []Run {
	const most = 8
	var runs []Run
	for i, w := range ws {
		if i == most {
			return append(runs, Run{Text: in.Say(" and %s more", len(ws)-i)})
		}
		if i > 0 {
			runs = append(runs, Run{Text: ", "})
		}
		runs = append(runs, Run{Text: short(watchTitle(in, w), mostName), Bold: true})
	}
	return runs
}

// digestList shows what gathers here, what for and until when.
func (d *Desk) digestList(ctx context.Context, r Request) (Reply, error) {
	in := r.in()
	waits, err := d.gathered(ctx, r)
	if err != nil {
		return Reply{}, err
	}
	if len(waits) == 0 {
		c := done(in.Say("Nothing gathers here: alerts come at once."))
		c.Lead = append(c.Lead, Block{Runs: hint(in.Say("Try `digest set schedule \"weekdays 09:00\"`."))})
		return private(c), nil
	}
	alerts := 0
	c := Card{Form: FormList}
	for _, g := range waits {
		alerts += g.Alerts
		said := map[statements.Gathering]string{
			statements.GatherDigest: in.Say("Digest"), statements.GatherQuiet: in.Say("Quiet hours"),
			statements.GatherRest: in.Say("Over the hour’s most"), statements.GatherMute: in.Say("Muted"),
		}[g.Kind]
		if said == "" {
			said = in.Say("Held")
		}
		if g.Kind == statements.GatherDigest && len(g.Watches) > 0 {
			said = in.Say("Digest %s", timing.Said(g.Watches[0].Timing.Digest))
		}
		c.Body = append(c.Body,
			Block{Runs: []Run{{Text: said, Bold: true}, {Text: in.Say(": %s, told %s", alertsWait(in, g.Alerts), d.comes(in, g))}}},
			Block{Look: Small, Runs: nameRuns(in, g.Watches)})
	}
	c.Lead = []Block{{Runs: []Run{{Text: in.Say("%s here", capital(alertsWait(in, alerts))), Bold: true}}}}
	c.Footer = in.Say("/digest now tells what waits")
	return private(c), nil
}

func alertsWait(in locales.Tongue, alerts int) string {
	if alerts == 0 {
		return in.Say("nothing waits")
	}
	return in.Count(alerts, "%s alert waits", "%s alerts wait")
}

// comes is when something is told, in its watches' zone.
func (d *Desk) comes(in locales.Tongue, g statements.Gathered) string {
	if g.At.IsZero() {
		return in.Say("when you ask for it")
	}
	zone := d.zone()
	if len(g.Watches) > 0 {
		zone = d.in(g.Watches[0].Timing)
	}
	return d.until(in, g.At.In(zone))
}

// digestAll shows all that is behind a digest of this place, by its number.
func (d *Desk) digestAll(ctx context.Context, r Request) (Reply, error) {
	typed := strings.TrimPrefix(strings.TrimSpace(r.Options["number"]), "#")
	n, err := strconv.ParseInt(typed, 10, 64)
	if err != nil {
		return Reply{}, noDigest(typed)
	}
	id, err := d.Held.NumberedDigest(ctx, here(r), n)
	if errors.Is(err, statements.ErrNotFound) {
		return Reply{}, noDigest(typed)
	}
	if err != nil {
		return Reply{}, fmt.Errorf("look for a digest: %w", err)
	}
	return d.pressDigestAll(ctx, Press{Action: "digestall", ID: id, Request: r})
}

func noDigest(typed string) error {
	return &statements.Problem{Text: statements.Say("This place was sent no digest of the number ‘%s’.", short(typed, mostName)),
		Hint: statements.Say("Use the number at the foot of a digest, for example `digest all 48`.")}
}

// pressDigestAll shows a page of what is behind a digest.
func (d *Desk) pressDigestAll(ctx context.Context, p Press) (Reply, error) {
	in := p.in()
	owed, err := d.owed(ctx, p)
	if err != nil {
		return Reply{}, err
	}
	page := pageOf(p.Arg)
	for i := range owed.Entries {
		owed.Entries[i].Found = weighed(owed.Entries[i].Found, d.Sure)
	}
	reply := private(DigestAllCard(in, owed, page, d.houseZone()))
	reply.Update = p.Arg != ""
	return reply, nil
}

// pressDigestSet tells what to type: a button has no room for an hour.
func (d *Desk) pressDigestSet(ctx context.Context, p Press) (Reply, error) {
	in := p.in()
	if err := governs(p.Request, "digest set"); err != nil {
		return Reply{}, err
	}
	owed, err := d.owed(ctx, p)
	if err != nil {
		return Reply{}, err
	}
	when := in.Say("by nothing")
	if owed.Digest != nil && owed.Digest.Timing.Digest != "" {
		when = in.Say("%s (%s)", timing.Said(owed.Digest.Timing.Digest), zoneOf(owed.Digest.Timing, d.houseZone()).String())
	}
	return private(Card{Form: FormDone, Lead: []Block{
		{Runs: []Run{{Text: in.Say("This digest comes %s.", when)}}},
		{Runs: hint(in.Say("Type `digest set schedule \"weekdays 09:00\"` for another time, with zone Europe/Berlin for another zone; cron is taken too, `0 9 * * 1-5`."))},
		{Runs: hint(in.Say("`digest off` ends it: alerts come at once again."))},
	}}), nil
}

// DigestAllCard is a page of all that is behind a digest: articles that words
// were found in come last.
func DigestAllCard(in locales.Tongue, d statements.Delivery, page int, zone *time.Location) Card {
	g := gatherDigest(d, zone)
	c := Card{Form: FormList}
	type row struct {
		accent Accent
		body   []Block
	}
	var rows []row
	for _, v := range g.voices {
		for _, f := range v.found {
			body := digestEntry(in, f, true)
			body[1].Runs = append(append(byline(in, f.Article, f.Statement), Run{Text: " · "}), body[1].Runs...)
			rows = append(rows, row{accentOf(f.Statement), body})
		}
	}
	for _, e := range g.articles {
		one := digested{articles: []statements.Entry{e}}
		p, _ := one.articlePart(in, mostDigestBody)
		rows = append(rows, row{Keyword, p.Body[1:]})
	}
	what := g.title(in)
	if len(rows) == 0 {
		c.Lead = []Block{{Runs: what}, {Runs: []Run{{Text: in.Say("Nothing is behind it.")}}}}
		return c
	}
	pages := (len(rows) + pageSize - 1) / pageSize
	page = min(max(page, 1), pages)
	first := (page - 1) * pageSize
	last := min(first+pageSize, len(rows))
	c.Accent = rows[first].accent
	c.Lead = []Block{{Runs: append(what, Run{Text: in.Say(": %s to %s of %s", first+1, last, len(rows)), Ours: true})}}
	for i, r := range rows[first:last] {
		if i > 0 {
			c.Body = append(c.Body, Block{Look: Gap})
		}
		c.Body = append(c.Body, r.body...)
	}
	c.Footer = g.footer(in, 0)
	if page > 1 {
		c.Buttons = append(c.Buttons, Button{Label: in.Say("Previous"), Action: "digestall", ID: d.ID, Arg: fmt.Sprint(page - 1), Typed: "previous"})
	}
	if page < pages {
		c.Buttons = append(c.Buttons, Button{Label: in.Say("Next"), Action: "digestall", ID: d.ID, Arg: fmt.Sprint(page + 1), Typed: "next"})
	}
	return c
}
