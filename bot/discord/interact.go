package discord

import (
	"context"
	"fmt"
	"runtime/debug"
	"time"

	"github.com/bwmarrin/discordgo"

	"onrecord/handlers"
	"onrecord/handlers/locales"
	"onrecord/statements"
)

const (
	// tokenLife is how long an interaction may be answered.
	// https://discord.com/developers/docs/interactions/receiving-and-responding#followup-messages
	tokenLife = 15 * time.Minute
	// completeWithin is when a completion is given up: after three seconds
	// nobody looks at it any more.
	completeWithin = 2500 * time.Millisecond
)

// updating are the actions that change the message their button is under. For
// a slow one of these, Discord is told that an update follows.
var updating = map[string]bool{
	"page": true, "mute1h": true, "muteday": true, "mutetopic": true,
	"right": true, "wrongspk": true, "speakeris": true, "always": true, "reject": true, "dup": true, "dupof": true, "unreview": true, "feedpick": true,
}

// actionShare is the one button whose answer is for all.
const actionShare = "share"

// interaction answers one interaction. discordgo calls it in a goroutine of
// its own, without recover.
func (s *Surface) interaction(work context.Context, i *discordgo.Interaction) {
	if !s.flight.board() {
		return
	}
	defer s.flight.leave()
	defer s.caught("interaction")
	if !s.seen.first(i.ID) {
		return
	}
	ctx, cancel := context.WithTimeout(work, tokenLife-time.Minute)
	defer cancel()
	a := &answer{s: s, i: i, slot: s.slots.borrow(), begun: time.Now()}
	defer func() { s.slots.giveBack(a.slot) }()
	switch i.Type {
	case discordgo.InteractionApplicationCommand:
		s.command(ctx, a)
	case discordgo.InteractionApplicationCommandAutocomplete:
		s.complete(ctx, a)
	case discordgo.InteractionMessageComponent:
		s.press(ctx, a)
	default:
		return // we ask for no others
	}
	s.log.Info("answered", "what", a.what, "took", time.Since(a.begun).Round(time.Millisecond), "late", a.deferred)
}

// caught ends a panic in a log line.
func (s *Surface) caught(where string) {
	if p := recover(); p != nil {
		s.log.Error("panic", "where", where, "panic", fmt.Sprint(p), "stack", string(debug.Stack()))
	}
}

// command answers a slash command.
func (s *Surface) command(ctx context.Context, a *answer) {
	r, _, bad := s.request(a.i)
	a.what = r.Command
	c, known := s.table.byName[r.Command]
	switch {
	case !known:
		a.give(ctx, refusal(a.in(), statements.Problem{Text: statements.Say("This command is not there any more."),
			Hint: statements.Say("/help shows those that are; Discord may take a minute to forget an old one.")}))
		return
	case bad != nil:
		a.give(ctx, refusal(a.in(), *bad))
		return
	}
	a.private = c.Private || r.Options["private"] == "yes"
	a.serve(ctx, func(ctx context.Context) handlers.Reply { return s.cfg.Desk.Serve(ctx, r) })
}

// press answers a button.
func (s *Surface) press(ctx context.Context, a *answer) {
	data, ok := a.i.Data.(discordgo.MessageComponentInteractionData)
	if !ok {
		return
	}
	p := handlers.Press{Request: requestOf(a.i, s.cfg.Team)}
	p.Action, p.ID, p.Arg = parseCustomID(data.CustomID)
	if len(data.Values) > 0 {
		p.Picked = data.Values[0]
	}
	a.what, a.private, a.update = "button "+p.Action, p.Action != actionShare, updating[p.Action]
	a.serve(ctx, func(ctx context.Context) handlers.Reply { return s.cfg.Desk.Press(ctx, p) })
}

// complete answers what is being typed, with nothing rather than late.
func (s *Surface) complete(ctx context.Context, a *answer) {
	r, opts, _ := s.request(a.i)
	a.what = "completion of " + r.Command
	name, typed := focused(opts)
	ctx, cancel := context.WithTimeout(ctx, completeWithin)
	defer cancel()
	found := make(chan []handlers.Choice, 1)
	go func() {
		var list []handlers.Choice
		defer func() { found <- list }()
		defer s.caught("completion")
		list = s.cfg.Desk.Complete(ctx, r, name, typed)
	}()
	var list []handlers.Choice
	select {
	case list = <-found:
	case <-ctx.Done():
	}
	a.propose(list)
}

// serve runs the desk at once and answers when it has. Where the desk takes
// longer than Discord would wait, the answer is announced first.
func (a *answer) serve(ctx context.Context, ask func(context.Context) handlers.Reply) {
	done := make(chan handlers.Reply, 1)
	go func() {
		reply := refusal(a.in(), broken)
		defer func() { done <- reply }()
		defer a.s.caught(a.what)
		reply = ask(ctx)
	}()
	patience := time.NewTimer(a.s.pace.patience)
	defer patience.Stop()
	select {
	case r := <-done:
		a.give(ctx, r)
		return
	case <-patience.C:
		a.announce(ctx)
	}
	select {
	case r := <-done:
		a.give(ctx, r)
	case <-ctx.Done():
		// The bot is ending: what was announced is taken back in words.
		late, cancel := context.WithTimeout(context.WithoutCancel(ctx), goodBye)
		defer cancel()
		a.give(late, refusal(a.in(), gaveUp))
	}
}

// broken answers for a desk that broke, gaveUp for a bot that ended first.
var (
	broken = statements.Problem{Text: statements.Say("Something broke on our side."), Hint: statements.Say("Try again; the operator finds it in the log.")}
	gaveUp = statements.Problem{Text: statements.Say("The answer was not ready when the bot was stopped."), Hint: statements.Say("Ask again in a minute.")}
)

// refusal tells a problem to whoever asked, and to nobody else.
func refusal(in locales.Tongue, p statements.Problem) handlers.Reply {
	return handlers.Reply{Private: true, Cards: []handlers.Card{handlers.Problem(in.Tell(p.Text), in.Tell(p.Hint))}}
}
