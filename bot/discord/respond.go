package discord

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"time"

	"github.com/bwmarrin/discordgo"

	"onrecord/handlers"
	"onrecord/handlers/locales"
)

// answer is what one interaction gets: a first response within three seconds,
// perhaps only an announcement, and then what follows.
// https://discord.com/developers/docs/interactions/receiving-and-responding
type answer struct {
	s    *Surface
	i    *discordgo.Interaction
	slot int
	what string // for the log: never what was asked

	begun    time.Time
	private  bool // an announcement is for the user alone
	update   bool // an announcement is of a change to the button's message
	tried    bool // to announce it
	deferred bool // announced, and Discord has heard it
}

// in is the language of whoever gets it.
func (a *answer) in() locales.Tongue { return locales.Of(string(a.i.Locale)) }

// response is the body of a first response.
type response struct {
	Type int `json:"type"`
	Data any `json:"data,omitempty"`
}

// Types of a first response.
const (
	respondMessage  = 4
	announceMessage = 5
	announceUpdate  = 6
	respondUpdate   = 7
	respondChoices  = 8
)

// announce tells Discord that the answer takes longer. Whether others will see
// it is fixed now.
func (a *answer) announce(ctx context.Context) {
	r := response{Type: announceMessage}
	switch {
	case a.update:
		r.Type = announceUpdate
	case a.private:
		r.Data = map[string]int{"flags": flagEphemeral}
	}
	a.tried = true
	a.deferred = a.respond(ctx, r) == nil
}

// give answers with a reply, now or as what was announced.
func (a *answer) give(ctx context.Context, r handlers.Reply) {
	list := drawReply(r, scope{in: a.in(), table: a.s.table, guild: a.i.GuildID})
	var err error
	if !a.deferred {
		err = a.respond(ctx, a.first(r, list[0]))
		a.deferred = a.tried && isCode(err, codeAcknowledged) // it heard the announcement, and we not its answer
	}
	switch {
	case a.deferred:
		err = a.keepWord(ctx, r, list[0])
	case isCode(err, codeAcknowledged):
		err = nil // it heard the first try
	case isCode(err, codeInvalidForm):
		a.s.log.Error("Discord refuses an answer", "what", a.what, "err", err)
		list = drawReply(refusal(a.in(), broken), scope{in: a.in()})
		err = a.respond(ctx, response{Type: respondMessage, Data: list[0]})
	}
	for _, m := range list[1:] {
		if err == nil {
			err = a.send(ctx, http.MethodPost, a.webhook(), m)
		}
	}
	if err != nil {
		a.s.log.Warn("answer not given", "what", a.what, "err", err)
	}
}

// first is the first response that a reply makes.
func (a *answer) first(r handlers.Reply, m *message) response {
	if !r.Update || a.i.Type != discordgo.InteractionMessageComponent {
		return response{Type: respondMessage, Data: m}
	}
	update := *m
	update.Flags = 0 // whoever sees the message goes on seeing it
	return response{Type: respondUpdate, Data: update}
}

// isCode reports whether Discord refused a call with its own code.
func isCode(err error, code int) bool {
	var e *SendError
	return errors.As(err, &e) && e.Code == code
}

// keepWord puts the answer where it was announced. What was announced to all
// and is for one alone goes to that one, and the announcement away.
func (a *answer) keepWord(ctx context.Context, r handlers.Reply, m *message) error {
	original := a.webhook() + "/messages/@original"
	switch {
	case a.update && !r.Update:
		return a.send(ctx, http.MethodPost, a.webhook(), m)
	case !a.update && !a.private && r.Private:
		if err := a.send(ctx, http.MethodDelete, original, nil); err != nil {
			return err
		}
		return a.send(ctx, http.MethodPost, a.webhook(), m)
	}
	edit := *m
	edit.Flags = 0 // fixed since the announcement
	return a.send(ctx, http.MethodPatch, original, &edit)
}

// propose answers a completion.
func (a *answer) propose(list []handlers.Choice) {
	type choice struct {
		Name  string `json:"name"`
		Value string `json:"value"`
	}
	choices := []choice{}
	for _, c := range list {
		name := cutText(c.Name, choiceText)
		if name == "" || c.Value == "" || count(c.Value) > choiceText || len(choices) == optionsMost {
			continue
		}
		choices = append(choices, choice{name, c.Value})
	}
	err := a.respond(context.Background(), response{Type: respondChoices, Data: map[string]any{"choices": choices}})
	if err != nil && !isCode(err, codeAcknowledged) {
		a.s.log.Debug("completion not given", "err", err)
	}
}

// respond makes the first response, as long as Discord waits for it. It is
// tried again where nobody knows what became of it: Discord takes one only,
// and says so when it has it (codeAcknowledged).
func (a *answer) respond(ctx context.Context, r response) error {
	ctx, cancel := context.WithDeadline(ctx, a.begun.Add(a.s.pace.response))
	defer cancel()
	return a.send(ctx, http.MethodPost, discordgo.EndpointInteractionResponse(a.i.ID, a.i.Token), r)
}

// send makes one call of this interaction and tries again while that helps
// and does no harm: an edit can be repeated, a further message only if the
// first surely was not posted.
func (a *answer) send(ctx context.Context, method, address string, body any) error {
	const tries = 5
	first := address == discordgo.EndpointInteractionResponse(a.i.ID, a.i.Token)
	for n := 1; ; n++ {
		_, err := callBy(ctx, a.s.live, method, address, a.bucket(), body)
		var e *SendError
		if !errors.As(err, &e) {
			return err
		}
		again := e.Retry && (e.Certain || method != http.MethodPost || first)
		if !again || n == tries || !sleep(ctx, max(e.After, time.Duration(n)*100*time.Millisecond)) {
			return err
		}
	}
}

func (a *answer) bucket() string { return fmt.Sprintf("interaction %d", a.slot) }

// webhook is the address of everything after the first response.
func (a *answer) webhook() string {
	return discordgo.EndpointWebhookToken(a.i.AppID, a.i.Token)
}
