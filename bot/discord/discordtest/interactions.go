package discordtest

import (
	"encoding/json"
	"fmt"
	"net/http"
	"time"
)

// tokenLife is how long an interaction can be answered after its first
// response. https://discord.com/developers/docs/interactions/receiving-and-responding
const tokenLife = 15 * time.Minute

// Types of interactions and of first responses.
const (
	kindCommand   = 2
	kindComponent = 3
	kindComplete  = 4

	respondMessage  = 4
	announceMessage = 5
	announceUpdate  = 6
	respondUpdate   = 7
	respondChoices  = 8
)

// interaction is something a user did, until the bot has answered.
type interaction struct {
	id, token string
	kind      int
	channel   string
	created   time.Time
	acked     time.Time // zero: no first response yet
	response  int
	source    *Message // whose button was pressed
	original  *Message // what @original is
	followups []*Message
	choices   []Choice
	pending   bool // announced, and not there yet
	late      bool // the first response came too late
}

var (
	unknownInteraction = refuse(http.StatusNotFound, 10062, "Unknown interaction")
	acknowledged       = refuse(http.StatusBadRequest, 40060, "Interaction has already been acknowledged.")
	unknownWebhook     = refuse(http.StatusNotFound, 10015, "Unknown Webhook")
	tokenOver          = refuse(http.StatusUnauthorized, 50027, "Invalid Webhook Token")
)

// callback is the first response. The lock is held.
func (s *Server) callback(id, token string, raw []byte) result {
	in := s.interactions[token]
	if in == nil || in.id != id {
		return unknownInteraction
	}
	if !in.acked.IsZero() {
		return acknowledged
	}
	if time.Since(in.created) > s.opts.Deadline {
		in.late = true
		s.notify()
		return unknownInteraction
	}
	var r struct {
		Type int             `json:"type"`
		Data json.RawMessage `json:"data"`
	}
	if err := decode(raw, &r); err != nil {
		return invalid("body", err.Error())
	}
	if bad := s.respond(in, r.Type, r.Data); bad.status != 0 {
		return bad
	}
	in.acked, in.response = time.Now(), r.Type
	s.notify()
	return result{status: http.StatusNoContent}
}

// respond carries a first response out. The zero result is a good one.
func (s *Server) respond(in *interaction, kind int, data json.RawMessage) result {
	switch {
	case (kind == respondChoices) != (in.kind == kindComplete),
		(kind == announceUpdate || kind == respondUpdate) && in.kind != kindComponent:
		return invalid("type", "Interaction response type is invalid")
	case kind == respondChoices:
		return in.offer(data)
	case kind == announceUpdate:
		in.original = in.source
		return result{}
	case kind == announceMessage:
		return s.announce(in, data)
	case kind != respondMessage && kind != respondUpdate:
		return invalid("type", "Value of field \"type\" must be one of (4, 5, 6, 7, 8).")
	}
	b, bad := readBody(data, kind == respondUpdate)
	if bad.status != 0 {
		return bad
	}
	if b.Nonce != nil {
		return invalid("nonce", "Not allowed here")
	}
	if kind == respondUpdate {
		in.original = in.source
		changed := *in.source
		changed.write(b, true)
		if changed.isEmpty() {
			return empty
		}
		changed.Edited = time.Now()
		*in.source = changed
		return result{}
	}
	in.original = s.keep(in.channel, App, b)
	return result{}
}

// announce makes the message that says the bot is thinking. Whether only the
// user sees it is fixed here.
func (s *Server) announce(in *interaction, data json.RawMessage) result {
	var d body // of which only the flags count
	if len(data) > 0 {
		if err := decode(data, &d); err != nil {
			return invalid("data", err.Error())
		}
	}
	if d.Flags&^flagEphemeral != 0 {
		return invalid("flags", "This flag cannot be set.")
	}
	in.original = s.keep(in.channel, App, body{Flags: d.Flags})
	in.original.Thinking, in.pending = true, true
	return result{}
}

// offer takes the choices of a completion.
func (in *interaction) offer(data json.RawMessage) result {
	var d struct {
		Choices []choice `json:"choices"`
		body             // which discordgo sends too, empty
	}
	if err := decode(data, &d); err != nil {
		return invalid("data", err.Error())
	}
	if why := checkChoices(option{Type: optString, Choices: unnamed(d.Choices)}); why != "" {
		return invalid("choices", why)
	}
	for _, c := range d.Choices {
		value, _ := c.Value.(string)
		in.choices = append(in.choices, Choice{c.Name, value})
	}
	return result{}
}

// unnamed makes names unique: completions may repeat them, commands may not.
func unnamed(list []choice) []choice {
	out := append([]choice(nil), list...)
	seen := map[string]bool{}
	for i := range out {
		if seen[out[i].Name] && size(out[i].Name) < choiceMost {
			out[i].Name = fmt.Sprint(i)
		}
		seen[out[i].Name] = true
	}
	return out
}

// webhook is everything after the first response: the original, follow-ups.
// The lock is held.
func (s *Server) webhook(c *call) result {
	app, token := c.path[1], c.path[2]
	in := s.interactions[token]
	switch {
	case in == nil || app != App, in.acked.IsZero():
		return unknownWebhook
	case time.Since(in.acked) > tokenLife:
		return tokenOver
	case len(c.path) == 3 && c.method == http.MethodPost:
		return s.followUp(in, c.body)
	case len(c.path) != 5:
		return notFound
	}
	m := s.theirs(in, c.path[4])
	switch {
	case m == nil || m.Deleted:
		return unknownMessage
	case c.method == http.MethodGet:
		return ok(s.messageJSON(m, false))
	case c.method == http.MethodPatch:
		res := s.edit(m, c.body)
		if res.status == http.StatusOK && m == in.original {
			in.pending = false
			s.notify()
		}
		return res
	case c.method == http.MethodDelete:
		m.Deleted = true
		if m == in.original {
			in.pending = false
		}
		s.notify()
		return result{status: http.StatusNoContent}
	}
	return notFound
}

// theirs finds a message of an interaction by id or as @original.
func (s *Server) theirs(in *interaction, id string) *Message {
	if id == "@original" {
		return in.original
	}
	for _, m := range append([]*Message{in.original}, in.followups...) {
		if m != nil && m.ID == id {
			return m
		}
	}
	return nil
}

// followUp posts a further message. After an announcement the first one takes
// its place, and is seen by those who were to see that.
func (s *Server) followUp(in *interaction, raw []byte) result {
	b, bad := readBody(raw, false)
	if bad.status != 0 {
		return bad
	}
	if b.Nonce != nil {
		return invalid("nonce", "Not allowed here")
	}
	if in.pending && in.response == announceMessage {
		in.original.write(b, false)
		in.pending = false
		s.notify()
		return ok(s.messageJSON(in.original, true))
	}
	m := s.keep(in.channel, App, b)
	in.followups = append(in.followups, m)
	return ok(s.messageJSON(m, true))
}
