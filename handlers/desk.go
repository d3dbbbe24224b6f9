package handlers

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"log/slog"
	"runtime/debug"
	"time"
	"unicode/utf8"

	"onrecord/handlers/locales"
	"onrecord/statements"
)

// Desk answers every command of every surface. Its fields are set before the
// first Serve and not changed afterwards; its methods may run at once.
type Desk struct {
	Search    Search
	Trove     Trove
	Traces    Traces
	Speakers  Speakers
	Registry  Registry
	Shelf     Shelf
	Questions Questions
	Watches   Watches
	Places    Places
	Held      Held
	Reviews   Reviews
	Zones     Zones
	Feeds     Feeds
	Checks    Checks
	Notices   Notices
	Yields    Yields
	Stats     Stats
	Notes     Notes
	Past      Past
	Days      Days
	Outlets   Outlets    // nil: a question cannot name one
	Clusters  Utterances // nil knows of what was found alone
	Intake    Intake
	Pages     Pages    // nil reads none
	Readings  Readings // nil reads nothing that is not on record
	Advisor   Advisor  // nil is none
	Meaning   Meaning  // nil searches by words alone

	// Schedule checks when a feed shall be read; nil accepts everything.
	Schedule func(spec string) error
	// Canonical gives an article's identity of an address; nil leaves it as it is.
	Canonical func(url string) string
	// Changed is called after a watch or a feed was added or removed, so that
	// whoever waits for that need not wait longer; nil is nobody.
	Changed func()

	Now     Clock          // time.Now if nil
	Zone    *time.Location // of dates in words and of questions, for who chose none; UTC if nil
	Log     *slog.Logger   // discarded if nil
	Sure    float64        // confidence from which a speaker gets no "Probably"; 0.7 if zero
	Tongue  locales.Tongue // of what is told without being asked; English if zero
	Started time.Time      // of this process, for /status
	Version string         // for /status

	// Timeout bounds one command; 10 s if zero.
	Timeout time.Duration

	house *time.Location // the operator's zone, where Zone is the asker's own; else nil
}

// On gives a desk all of whose store is a.
func On(a Archive) *Desk {
	return &Desk{Search: a, Trove: a, Traces: a, Speakers: a, Registry: a, Shelf: a, Questions: a, Watches: a, Places: a, Held: a, Reviews: a, Zones: a, Feeds: a, Checks: a, Notices: a, Yields: a, Stats: a, Notes: a, Past: a, Days: a, Outlets: a, Clusters: a}
}

// Commands is the table, in the order in which help shows it.
func (d *Desk) Commands() []Command { return table() }

// Serve answers one command. It never panics and always gives a card: what
// went wrong is a card too.
func (d *Desk) Serve(ctx context.Context, r Request) Reply {
	in := r.in()
	c, ok := commandOf(r.Command)
	if !ok {
		return unknownCommand(in, r.Command)
	}
	reply := d.guarded(ctx, r, c.Name, func(ctx context.Context) (Reply, error) {
		if err := admitted(c, r); err != nil {
			return Reply{}, err
		}
		r.Options = clean(r.Options)
		if err := fits(c, r.Options); err != nil {
			return Reply{}, err
		}
		seen, err := d.askedBy(ctx, r)
		if err != nil && c.Name != "help" {
			return Reply{}, err
		}
		reply, err := c.run(seen, ctx, r)
		if err != nil {
			return reply, err
		}
		reply.Private = reply.Private || c.Private
		return d.addClosed(ctx, r, d.closed(ctx, r, reply)), nil
	})
	reply.Private = reply.Private || c.Private
	return reply
}

// guarded runs one piece of work: within its time, panics and errors turned
// into cards, one log line at its end.
func (d *Desk) guarded(ctx context.Context, r Request, what string, work func(context.Context) (Reply, error)) (reply Reply) {
	in := r.in()
	ctx, cancel := context.WithTimeout(ctx, d.timeout())
	defer cancel()
	begun := d.now()
	var err error
	defer func() {
		if p := recover(); p != nil {
			err = &broken{fmt.Errorf("panic: %v", p), debug.Stack()}
		}
		var id string
		if err != nil {
			reply, id = d.sorry(in, err)
		}
		d.line(r, what, begun, err, id)
	}()
	reply, err = work(ctx)
	return reply
}

// broken is a panic with where it happened.
type broken struct {
	error
	stack []byte
}

func (b *broken) Unwrap() error { return b.error }

// sorry turns an error into a card. What is not the asker's to mend gets a
// number that the log has too. What went wrong is seen by the asker alone.
func (d *Desk) sorry(in locales.Tongue, err error) (r Reply, id string) {
	var p *statements.Problem
	var at *pointed
	switch {
	case errors.As(err, &at):
		return private(at.card(in)), ""
	case errors.As(err, &p):
		return Reply{Cards: []Card{Problem(in.Tell(p.Text), in.Tell(p.Hint))}, Private: true}, ""
	case errors.Is(err, context.DeadlineExceeded):
		return Reply{Cards: []Card{Problem(in.Say("That took longer than %s.", d.timeout()), in.Say("Try again, or ask for less: one speaker, a shorter time."))}, Private: true}, ""
	}
	id = problemID()
	c := Problem(in.Say("Something broke on our side"), in.Say("Try again; the operator finds it in the log under that number."))
	c.Lead[0].Runs = append(c.Lead[0].Runs, Run{Text: " (" + id + ")", Ours: true})
	return Reply{Cards: []Card{c}, Private: true}, id
}

// problemID is six characters that nobody misreads.
func problemID() string {
	const letters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
	var b [6]byte
	rand.Read(b[:])
	for i := range b {
		b[i] = letters[int(b[i])%len(letters)]
	}
	return string(b[:])
}

// line logs a command at its end; never its words.
func (d *Desk) line(r Request, what string, begun time.Time, err error, id string) {
	log := d.Log
	if log == nil {
		return
	}
	attrs := []any{"command", what, "server", r.Server, "user", r.User.ID, "ms", d.now().Sub(begun).Milliseconds()}
	var p *statements.Problem
	switch {
	case id != "":
		attrs = append(attrs, "id", id, "err", err)
		var b *broken
		if errors.As(err, &b) {
			attrs = append(attrs, "stack", string(b.stack))
		}
		log.Error("command failed", attrs...)
	case errors.As(err, &p):
		log.Info("command refused", attrs...)
		log.Debug("why", "problem", p.Text.String())
	case err != nil:
		log.Warn("command timed out", attrs...)
	default:
		log.Info("command answered", attrs...)
	}
}

// admitted checks what a command asks of who uses it and of where.
func admitted(c Command, r Request) error {
	switch {
	case c.Server && r.Server == "":
		return &statements.Problem{Text: statements.Say("This belongs to a server, and here is none."), Hint: statements.Say("Use `%s` in a channel of your server.", c.Name)}
	case c.Moderator && !r.User.ManageServer:
		return &statements.Problem{Text: statements.Say("Only those who may manage this server can use %s.", c.Name),
			Hint: statements.Say("Ask one of them; `status` shows everybody what is watched here.")}
	case c.Team && !r.User.Reviewer:
		return notOnTheTeam
	case c.Governs:
		return governs(r, c.Name)
	}
	return nil
}

// fits checks the options against the table: nothing unknown, nothing missing,
// nothing too long, yes and no said so.
func fits(c Command, options map[string]string) error {
	known := map[string]Option{}
	for _, o := range c.Options {
		known[o.Name] = o
		v, given := options[o.Name]
		if n := utf8.RuneCountInString(v); o.MaxChars > 0 && n > o.MaxChars {
			return &statements.Problem{Text: statements.Say("The option %s has %s characters, and %s is the most.", o.Name, n, o.MaxChars),
				Hint: statements.Say("Say it shorter.")}
		}
		if o.Required && (starless(v) || blank(v) && !o.Starred) {
			return &statements.Problem{Text: statements.Say("The option %s is missing.", o.Name), Hint: statements.Say("For example %s", example(c.Examples[0]))}
		}
		if given && o.Kind == YesNo && v != "yes" && v != "no" && v != "" {
			return &statements.Problem{Text: statements.Say("The option %s is yes or no.", o.Name), Hint: statements.Say("Write %s yes, or leave it out.", o.Name)}
		}
	}
	for name := range options {
		if _, ok := known[name]; !ok {
			return &statements.Problem{Text: statements.Say("The command %s has no option of the name ‘%s’.", c.Name, short(name, mostName)),
				Hint: statements.Say("`help %s` lists what it has.", c.Name)}
		}
	}
	return nil
}

func (d *Desk) now() time.Time {
	if d.Now == nil {
		return time.Now()
	}
	return d.Now()
}

func (d *Desk) timeout() time.Duration {
	if d.Timeout <= 0 {
		return 10 * time.Second
	}
	return d.Timeout
}

// Draw makes the card of what a place is owed.
func (d *Desk) Draw(owed statements.Delivery) Card {
	entries := make([]statements.Entry, 0, len(owed.Entries))
	for _, e := range owed.Entries {
		e.Found = weighed(e.Found, d.Sure)
		entries = append(entries, e)
	}
	owed.Entries, owed.Before = entries, weighed(owed.Before, d.Sure)
	c := DeliveryCard(d.Tongue, owed, d.now(), d.zone())
	c.Title = messageTitle(d.Tongue, owed)
	return c
}
