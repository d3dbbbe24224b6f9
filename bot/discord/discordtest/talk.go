package discordtest

import (
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
)

// Intents that messages need.
// https://discord.com/developers/docs/events/gateway#list-of-intents
const (
	intentGuildMessages  = 1 << 9
	intentDirectMessages = 1 << 12
)

// kindOnMessage is the type of a command that is used on a message, of which a
// scope has few.
// https://discord.com/developers/docs/interactions/application-commands#registering-a-command
const (
	kindOnMessage  = 3
	onMessagesMost = 5
)

// SayBot has a bot write in a channel, and SayWebhook a webhook.
func (s *Server) SayBot(channel, text string) string { return s.sayAs(channel, text, true, false) }

// SayWebhook has a webhook write in a channel.
func (s *Server) SayWebhook(channel, text string) string {
	return s.sayAs(channel, text, false, true)
}

func (s *Server) sayAs(channel, text string, bot, webhook bool) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	m := s.hold(channel, "1200000000000000088", body{Content: &text, AllowedMentions: &allowed{}})
	m.bot, m.webhook = bot, webhook
	s.told(m)
	s.notify()
	return m.ID
}

// Write has a user write to the bot directly.
func (s *Server) Write(user, text string) string {
	s.mu.Lock()
	dm := s.dmOf(user)
	if dm == "" {
		dm = s.newID()
		s.channels[dm] = &channel{id: dm, kind: TypeDM, recipient: user}
	}
	s.mu.Unlock()
	return s.Say(dm, user, text)
}

// told tells the sessions that asked for it of a message. Its words are for
// those whom it mentions, who wrote it, and whom it was written to. The lock is
// held.
// https://discord.com/developers/docs/events/gateway#message-content-intent
func (s *Server) told(m *Message) {
	c := s.channels[m.Channel]
	if c == nil || m.Ephemeral {
		return
	}
	event, need := s.messageJSON(m, m.Author == App), intentDirectMessages
	named := []any{}
	mine := m.Author == App || c.guild == ""
	for _, found := range userMention.FindAllStringSubmatch(m.Content, -1) {
		if _, known := s.users[found[1]]; known {
			named = append(named, s.userJSON(found[1]))
		}
		mine = mine || found[1] == App
	}
	event["mentions"] = named
	if c.guild != "" {
		need = intentGuildMessages
		event["guild_id"] = c.guild
		if !m.webhook {
			event["member"] = map[string]any{"roles": s.rolesOf(c.guild, m.Author), "joined_at": "2026-01-01T00:00:00Z", "deaf": false, "mute": false, "flags": 0}
		}
	}
	if !mine {
		event["content"], event["embeds"], event["components"], event["attachments"] = "", []any{}, []any{}, []any{}
	}
	if g := s.guilds[c.guild]; c.guild != "" && (g == nil || !g.hasBot || s.botRights(c)&ViewChannel == 0) {
		return
	}
	for _, ses := range s.gw.sessions {
		if ses.intents&need != 0 {
			ses.dispatch("MESSAGE_CREATE", event)
		}
	}
}

var (
	noReply   = refuse(http.StatusBadRequest, 160002, "Cannot reply without permission to read message history")
	noMessage = invalid("message_reference", "Unknown message")
)

// answered is the message that a reply refers to; nil is none. The lock is held.
func (s *Server) answered(c *channel, have int64, raw json.RawMessage) (*Message, result) {
	if len(raw) == 0 || string(raw) == "null" {
		return nil, result{}
	}
	var r struct {
		Message string `json:"message_id"`
		Channel string `json:"channel_id"`
		Guild   string `json:"guild_id"`
		Fails   *bool  `json:"fail_if_not_exists"`
		Type    int    `json:"type"`
	}
	if err := decode(raw, &r); err != nil {
		return nil, invalid("message_reference", err.Error())
	}
	if have&ReadMessageHistory == 0 && c.guild != "" {
		return nil, noReply
	}
	m := s.messages[r.Message]
	switch there := m != nil && !m.Deleted && m.Channel == c.id; {
	case !snowflake.MatchString(r.Message), r.Type != 0, r.Channel != "" && r.Channel != c.id, r.Guild != "" && r.Guild != c.guild:
		return nil, noMessage
	case !there && (r.Fails == nil || *r.Fails):
		return nil, noMessage
	case !there:
		return nil, result{}
	}
	return m, result{}
}

// checkInMenu says what is wrong with a command of a user's or a message's menu:
// it has a name, which may have capitals and blanks, and nothing else.
func (c *command) checkInMenu() string {
	switch {
	case c.Type != 2 && c.Type != kindOnMessage:
		return "type: Value must be one of {1, 2, 3}."
	case size(c.Name) < 1 || size(c.Name) > commandNameMost:
		return "name: " + between(1, commandNameMost)
	case c.Description != "":
		return "description: must be empty for a command of this type"
	case len(c.Options) > 0:
		return "options: not for a command of this type"
	}
	return ""
}

// Apply has a user use a command on a message, from its menu, and waits for the
// whole answer.
func (s *Server) Apply(guild, channel, user, name, messageID string) (Reply, error) {
	s.mu.Lock()
	var c *command
	for _, scope := range []string{guild, ""} {
		if i := slices.IndexFunc(s.commands[scope], func(o command) bool { return o.Type == kindOnMessage && o.Name == name }); i >= 0 && c == nil {
			c = &s.commands[scope][i]
		}
	}
	m := s.messages[messageID]
	switch {
	case c == nil, !s.visible(c, Use{Guild: guild, User: user}):
		s.mu.Unlock()
		return Reply{}, ErrHidden
	case m == nil || m.Deleted:
		s.mu.Unlock()
		return Reply{}, fmt.Errorf("there is no message %s", messageID)
	}
	data := map[string]any{"id": c.ID, "name": c.Name, "type": kindOnMessage, "target_id": messageID,
		"resolved": map[string]any{"messages": map[string]any{messageID: s.messageJSON(m, false)}}}
	in := s.begin(kindCommand, guild, channel, user, data, nil)
	s.mu.Unlock()
	return s.outcome(in)
}
