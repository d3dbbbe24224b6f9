package discordtest

import (
	"encoding/json"
	"fmt"
	"net/http"
	"sort"
	"strconv"
	"strings"
	"time"
)

// Message is a message as people see it.
type Message struct {
	ID        string
	Channel   string
	Author    string
	Content   string
	Embeds    []Embed
	Buttons   []Button
	Lists     []List // to pick from
	Files     []File
	Nonce     string
	Pings     []string // ids of roles and users that it really mentions, @everyone, @here
	Ephemeral bool
	Thinking  bool // a deferred answer that has not come yet
	At        time.Time
	Edited    time.Time // zero if never
	Deleted   bool
	Answers   string // id of the message that it is a reply to

	bot, webhook bool // of its author
	embeds       []embed
	components   []component
	flags        int
}

// Embed is the part under a message's content.
type Embed struct {
	Color       int
	Description string
	Fields      []Field
	Footer      string
}

// Field is a named part of an embed.
type Field struct{ Name, Value string }

// Button is under a message.
type Button struct {
	Label, CustomID string
	Style           int
	Disabled        bool
}

// Text is all that can be read in a message, a line each.
func (m Message) Text() string {
	lines := []string{m.Content}
	for _, e := range m.Embeds {
		lines = append(lines, e.Description)
		for _, f := range e.Fields {
			lines = append(lines, f.Name, f.Value)
		}
		lines = append(lines, e.Footer)
	}
	return strings.Join(lines, "\n")
}

// nonce remembers the message that a nonce made.
type nonce struct {
	id string
	at time.Time
}

// Messages are what everybody sees in a channel, oldest first.
func (s *Server) Messages(channel string) []Message {
	s.mu.Lock()
	defer s.mu.Unlock()
	var out []Message
	for _, m := range s.newest(channel) {
		out = append([]Message{*m}, out...)
	}
	return out
}

// newest gives a channel's messages, newest first. The lock is held.
func (s *Server) newest(channel string) []*Message {
	var out []*Message
	for _, m := range s.messages {
		if m.Channel == channel && !m.Ephemeral && !m.Deleted {
			out = append(out, m)
		}
	}
	sort.Slice(out, func(i, j int) bool {
		a, b := out[i].ID, out[j].ID
		return len(a) > len(b) || len(a) == len(b) && a > b
	})
	return out
}

// Say has a user write in a channel.
func (s *Server) Say(channel, user, text string) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	m := s.keep(channel, user, body{Content: &text, AllowedMentions: &allowed{}})
	return m.ID
}

// createMessage is POST /channels/ID/messages.
func (s *Server) createMessage(id string, raw []byte) result {
	s.mu.Lock()
	m, res := s.tryCreate(id, raw)
	hook := s.onMessage
	var shown Message
	if m != nil {
		shown = *m
	}
	s.mu.Unlock()
	if m != nil && hook != nil {
		hook(shown)
	}
	return res
}

// tryCreate gives the message if it is new. The lock is held.
func (s *Server) tryCreate(id string, raw []byte) (*Message, result) {
	c := s.channels[id]
	if c == nil {
		return nil, unknownChannel
	}
	have := s.botRights(c)
	may := int64(SendMessages)
	if c.kind == TypeThread {
		may = SendInThreads
	}
	switch {
	case have&ViewChannel == 0:
		return nil, missingAccess
	case have&may == 0:
		return nil, missingRights
	case c.kind == TypeVoice:
		return nil, noText
	case c.kind == TypeForum:
		return nil, noForumMessage
	case c.kind == TypeDM && s.closedDMs[c.recipient]:
		return nil, closedToUs
	case c.kind == TypeThread:
		if closed := c.openTo(); closed.status != 0 {
			return nil, closed
		}
	}
	b, bad := readBody(raw, false)
	if bad.status != 0 {
		return nil, bad
	}
	if b.Flags&flagEphemeral != 0 {
		return nil, invalid("flags", "This flag cannot be set.")
	}
	if n := nonceText(b.Nonce); n != "" && b.EnforceNonce {
		if known, there := s.nonces[n]; there && time.Since(known.at) < s.opts.NonceWindow {
			return nil, ok(s.messageJSON(s.messages[known.id], true))
		}
	}
	answers, bad := s.answered(c, have, b.Reference)
	if bad.status != 0 {
		return nil, bad
	}
	if have&EmbedLinks == 0 {
		b.Embeds = nil // Discord takes them away without a word
	}
	m := s.keep(id, App, b)
	if answers != nil {
		m.Answers = answers.ID
		if b.AllowedMentions == nil || b.AllowedMentions.RepliedUser {
			m.Pings = append(m.Pings, answers.Author)
		}
	}
	if m.Nonce != "" {
		s.nonces[m.Nonce] = nonce{m.ID, m.At}
	}
	return m, ok(s.messageJSON(m, true))
}

func nonceText(n any) string {
	switch v := n.(type) {
	case string:
		return v
	case float64:
		return strconv.FormatInt(int64(v), 10)
	}
	return ""
}

// keep stores a message and tells of it. The lock is held.
func (s *Server) keep(channel, author string, b body) *Message {
	m := s.hold(channel, author, b)
	s.told(m)
	s.notify()
	return m
}

// hold stores a message. The lock is held.
func (s *Server) hold(channel, author string, b body) *Message {
	m := &Message{ID: s.newID(), Channel: channel, Author: author, Nonce: nonceText(b.Nonce), At: time.Now(),
		Ephemeral: b.Flags&flagEphemeral != 0}
	m.write(b, false)
	s.messages[m.ID] = m
	if c := s.channels[channel]; c != nil && !m.Ephemeral {
		c.last = m.ID
	}
	return m
}

// write puts a body into a message: all of it, or of an edit what it has.
func (m *Message) write(b body, partial bool) {
	if b.Content != nil || !partial {
		m.Content = strings.TrimSpace(deref(b.Content))
		m.Pings = pings(m.Content, b.AllowedMentions)
	}
	if b.Embeds != nil || !partial {
		m.embeds, m.Embeds = b.Embeds, nil
		for _, e := range b.Embeds {
			shown := Embed{Color: e.Color, Description: strings.TrimSpace(e.Description)}
			for _, f := range e.Fields {
				shown.Fields = append(shown.Fields, Field{f.Name, f.Value})
			}
			if e.Footer != nil {
				shown.Footer = e.Footer.Text
			}
			m.Embeds = append(m.Embeds, shown)
		}
	}
	if b.Components != nil || !partial {
		m.components, m.Buttons, m.Lists = b.Components, nil, nil
		for _, row := range b.Components {
			for _, c := range row.Components {
				if l, ok := c.list(); ok {
					m.Lists = append(m.Lists, l)
					continue
				}
				m.Buttons = append(m.Buttons, Button{c.Label, c.CustomID, c.Style, c.Disabled})
			}
		}
	}
	if b.Attachments != nil || !partial {
		m.Files = filesOf(b.Attachments)
	}
	m.Thinking = false
}

// isEmpty reports whether an edit left nothing.
func (m *Message) isEmpty() bool {
	return m.Content == "" && len(m.embeds) == 0 && len(m.components) == 0
}

// messageJSON shows a message. The nonce is shown to its sender alone. The
// lock is held.
func (s *Server) messageJSON(m *Message, toSender bool) map[string]any {
	out := map[string]any{
		"id": m.ID, "channel_id": m.Channel, "author": s.userJSON(m.Author), "content": m.Content,
		"timestamp": m.At.UTC().Format(time.RFC3339Nano), "edited_timestamp": nil, "tts": false,
		"mention_everyone": false, "mentions": []any{}, "mention_roles": []any{}, "attachments": []any{},
		"embeds": list(m.embeds), "components": list(m.components), "type": 0, "flags": m.flagsNow(), "pinned": false,
	}
	if !m.Edited.IsZero() {
		out["edited_timestamp"] = m.Edited.UTC().Format(time.RFC3339Nano)
	}
	if m.bot || m.webhook {
		out["author"].(map[string]any)["bot"] = true
	}
	if m.webhook {
		out["webhook_id"] = m.Author
	}
	if toSender && m.Nonce != "" {
		out["nonce"] = m.Nonce
	}
	return out
}

func (m *Message) flagsNow() int {
	flags := m.flags
	if m.Ephemeral {
		flags |= flagEphemeral
	}
	if m.Thinking {
		flags |= 1 << 7
	}
	return flags
}

// list shows a slice through JSON, without the keys that are empty.
func list[T any](in []T) []any {
	out := []any{}
	for _, v := range in {
		raw, err := json.Marshal(v)
		var m map[string]any
		if err != nil || json.Unmarshal(raw, &m) != nil {
			continue
		}
		out = append(out, prune(m))
	}
	return out
}

func prune(m map[string]any) map[string]any {
	for k, v := range m {
		switch v := v.(type) {
		case nil:
			delete(m, k)
		case string:
			if v == "" {
				delete(m, k)
			}
		case []any:
			for _, one := range v {
				if inner, isMap := one.(map[string]any); isMap {
					prune(inner)
				}
			}
		}
	}
	return m
}

// listMessages is GET /channels/ID/messages: newest first, those before a
// message if one is named, and nothing at all for whoever may not read the
// history.
func (s *Server) listMessages(id, limit, before string) result {
	res := s.readChannel(id)
	if res.status != http.StatusOK {
		return res
	}
	n := 50
	if limit != "" {
		var err error
		if n, err = strconv.Atoi(limit); err != nil || n < 1 || n > 100 {
			return invalid("limit", fmt.Sprintf("int value %q should be between 1 and 100.", limit))
		}
	}
	out := []any{}
	if s.botRights(s.channels[id])&ReadMessageHistory == 0 {
		return ok(out)
	}
	for _, m := range s.newest(id) {
		if before != "" && !older(m.ID, before) {
			continue
		}
		if len(out) == n {
			break
		}
		out = append(out, s.messageJSON(m, false))
	}
	return ok(out)
}

// older reports whether the message a was made before b: ids count upwards.
func older(a, b string) bool { return len(a) < len(b) || len(a) == len(b) && a < b }

// oneMessage is GET, PATCH and DELETE of one message. The lock is held.
func (s *Server) oneMessage(method, channel, id string, raw []byte) result {
	if res := s.readChannel(channel); res.status != http.StatusOK {
		return res
	}
	m := s.messages[id]
	if m == nil || m.Channel != channel || m.Deleted || m.Ephemeral {
		return unknownMessage
	}
	switch {
	case method == http.MethodGet:
		return ok(s.messageJSON(m, false))
	case m.Author != App:
		return notOurs
	case method == http.MethodPatch && s.channels[channel].archived:
		return archivedThread
	case method == http.MethodPatch:
		return s.edit(m, raw)
	case method == http.MethodDelete:
		m.Deleted = true
		s.notify()
		return result{status: http.StatusNoContent}
	}
	return notFound
}

// edit changes a message, unless that would leave nothing of it.
func (s *Server) edit(m *Message, raw []byte) result {
	b, bad := readBody(raw, true)
	if bad.status != 0 {
		return bad
	}
	changed := *m
	changed.write(b, true)
	if changed.isEmpty() {
		return empty
	}
	if !m.Thinking {
		changed.Edited = time.Now()
	}
	*m = changed
	s.notify()
	return ok(s.messageJSON(m, true))
}
