package discordtest

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Use is one thing that a user does with a slash command.
type Use struct {
	Guild   string // "" is a direct message
	Channel string
	User    string
	Command string // "ask", "watch add"
	// Options by name: text, true or false, for a channel its id, and for a file
	// the address where Discord would keep it.
	Options map[string]any
	// Unchecked leaves out what Discord's client would refuse: a command that
	// is hidden from this user, an option that is missing or of the wrong kind.
	Unchecked bool
}

// Choice is one proposal of a completion.
type Choice struct{ Name, Value string }

// Reply is what a user sees of an answer.
type Reply struct {
	Message       // the answer; its zero value where a button's message was updated only
	Updated  bool // the message whose button was pressed is changed
	Deferred bool // it was announced first
	First    time.Duration
	Done     time.Duration
	More     []Message // further messages
}

// ErrNoResponse is what a user sees after three seconds: "The application did
// not respond".
var ErrNoResponse = errors.New("the application did not respond")

// ErrHidden is for a command that Discord would not show to this user here.
var ErrHidden = errors.New("this user cannot use this command here")

// Slash has a user send a slash command and waits for the whole answer.
func (s *Server) Slash(guild, channel, user, command string, options map[string]any) (Reply, error) {
	return s.Do(Use{Guild: guild, Channel: channel, User: user, Command: command, Options: options})
}

// Do is Slash in full.
func (s *Server) Do(u Use) (Reply, error) {
	s.mu.Lock()
	data, err := s.commandData(u)
	if err != nil {
		s.mu.Unlock()
		return Reply{}, err
	}
	in := s.begin(kindCommand, u.Guild, u.Channel, u.User, data, nil)
	s.mu.Unlock()
	return s.outcome(in)
}

// Press has a user press a button of a message.
func (s *Server) Press(guild, channel, user, messageID, customID string) (Reply, error) {
	s.mu.Lock()
	m := s.messages[messageID]
	if m == nil || m.Deleted {
		s.mu.Unlock()
		return Reply{}, fmt.Errorf("there is no message %s", messageID)
	}
	there := false
	for _, b := range m.Buttons {
		there = there || b.CustomID == customID && !b.Disabled
	}
	if !there {
		s.mu.Unlock()
		return Reply{}, fmt.Errorf("message %s has no button %q to press", messageID, customID)
	}
	in := s.begin(kindComponent, guild, channel, user, map[string]any{"custom_id": customID, "component_type": typeButton}, m)
	s.mu.Unlock()
	return s.outcome(in)
}

// Autocomplete has a user type into an option and gives what is proposed.
func (s *Server) Autocomplete(u Use, option, typed string) ([]Choice, error) {
	s.mu.Lock()
	u.Unchecked = true
	options := map[string]any{option: typed}
	for k, v := range u.Options {
		options[k] = v
	}
	u.Options = options
	data, err := s.commandData(u)
	if err != nil {
		s.mu.Unlock()
		return nil, err
	}
	focus(data["options"], option)
	in := s.begin(kindComplete, u.Guild, u.Channel, u.User, data, nil)
	s.mu.Unlock()
	if !s.first(in) {
		return nil, ErrNoResponse
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	return in.choices, nil
}

// focus marks the option that is being typed.
func focus(options any, name string) {
	list, _ := options.([]map[string]any)
	for _, o := range list {
		if o["name"] == name {
			o["focused"] = true
		}
		focus(o["options"], name)
	}
}

// begin tells the bot of an interaction. The lock is held.
func (s *Server) begin(kind int, guild, channel, user string, data map[string]any, source *Message) *interaction {
	id := s.newID()
	in := &interaction{id: id, token: "aW50ZXJhY3Rpb24." + id, kind: kind, channel: channel, created: time.Now(), source: source}
	s.interactions[in.token] = in
	event := map[string]any{
		"id": id, "application_id": App, "type": kind, "data": data, "channel_id": channel, "token": in.token,
		"version": 1, "locale": s.localeOf(user), "app_permissions": itoa(everyone), "entitlements": []any{},
		"authorizing_integration_owners": map[string]any{}, "context": 1,
	}
	if c := s.channels[channel]; c != nil {
		event["channel"] = s.channelJSON(c)
	}
	if guild == "" {
		event["user"] = s.userJSON(user)
	} else {
		event["guild_id"], event["context"], event["guild_locale"] = guild, 0, s.guildLocale(s.guilds[guild])
		event["member"] = map[string]any{"user": s.userJSON(user), "roles": s.rolesOf(guild, user), "permissions": itoa(s.rightsOf(guild, user)),
			"joined_at": "2026-01-01T00:00:00Z", "deaf": false, "mute": false, "flags": 0}
	}
	if source != nil {
		event["message"] = s.messageJSON(source, false)
	}
	s.dispatch("INTERACTION_CREATE", event)
	return in
}

func (s *Server) rightsOf(guild, user string) int64 {
	if g := s.guilds[guild]; g != nil {
		return everyone | g.rights[user]
	}
	return 0
}

// commandData makes an interaction's data of a use, as Discord's client would
// allow it. The lock is held.
func (s *Server) commandData(u Use) (map[string]any, error) {
	name, sub, _ := strings.Cut(u.Command, " ")
	var c *command
	for _, scope := range []string{u.Guild, ""} {
		for i := range s.commands[scope] {
			if s.commands[scope][i].Name == name && s.commands[scope][i].Type == 1 && c == nil {
				c = &s.commands[scope][i]
			}
		}
	}
	if c == nil {
		if !u.Unchecked {
			return nil, fmt.Errorf("%w: no command %q is registered", ErrHidden, name)
		}
		c = &command{ID: "1", Name: name}
	}
	if !u.Unchecked && !s.visible(c, u) {
		return nil, ErrHidden
	}
	defs := c.Options
	for _, o := range c.Options {
		if sub != "" && o.Name == sub && o.Type == optSub {
			defs = o.Options
		}
	}
	options, channels, err := s.optionData(defs, u)
	if err != nil {
		return nil, err
	}
	resolved := map[string]any{}
	if len(channels) > 0 {
		resolved["channels"] = channels
	}
	if roles := s.rolesNamed(defs, options, u.Guild); len(roles) > 0 {
		resolved["roles"] = roles
	}
	if files := attachments(defs, options, s.newID); len(files) > 0 {
		resolved["attachments"] = files
	}
	if sub != "" {
		options = []map[string]any{{"name": sub, "type": optSub, "options": options}}
	}
	data := map[string]any{"id": c.ID, "name": name, "type": 1, "options": options}
	if len(resolved) > 0 {
		data["resolved"] = resolved
	}
	return data, nil
}

// visible reports whether Discord shows a command to a user in a place.
func (s *Server) visible(c *command, u Use) bool {
	where := 0
	if u.Guild == "" {
		where = 1
	}
	if u.Guild == "" && c.GuildID != "" {
		return false
	}
	in := c.Contexts == nil
	for _, n := range c.Contexts {
		in = in || n == where
	}
	if !in {
		return false
	}
	if c.DefaultMemberPermissions == nil || u.Guild == "" {
		return true
	}
	need, _ := strconv.ParseInt(*c.DefaultMemberPermissions, 10, 64)
	have := s.rightsOf(u.Guild, u.User)
	return have&Administrator != 0 || (need != 0 && have&need == need)
}

// optionData makes the options, in the order of the command, and the channels
// that they name.
func (s *Server) optionData(defs []option, u Use) ([]map[string]any, map[string]any, error) {
	out, resolved := []map[string]any{}, map[string]any{}
	known := map[string]bool{}
	for _, d := range defs {
		known[d.Name] = true
		v, given := u.Options[d.Name]
		if !given {
			if d.Required && !u.Unchecked {
				return nil, nil, fmt.Errorf("option %q is required", d.Name)
			}
			continue
		}
		if why := d.refuses(v); why != "" && !u.Unchecked {
			return nil, nil, fmt.Errorf("option %q: %s", d.Name, why)
		}
		out = append(out, map[string]any{"name": d.Name, "type": d.Type, "value": v})
		if id, _ := v.(string); d.Type == optChannel {
			if c := s.channels[id]; c != nil && c.guild == u.Guild {
				shown := map[string]any{"id": id, "type": c.kind, "name": c.name, "permissions": itoa(everyone), "guild_id": c.guild}
				if c.kind == TypeThread {
					shown["parent_id"], shown["thread_metadata"] = c.parent, s.channelJSON(c)["thread_metadata"]
				}
				resolved[id] = shown
			}
		}
	}
	for name, v := range u.Options {
		if known[name] {
			continue
		}
		if !u.Unchecked {
			return nil, nil, fmt.Errorf("there is no option %q", name)
		}
		out = append(out, map[string]any{"name": name, "type": optString, "value": v})
	}
	return out, resolved, nil
}

// rolesNamed are the server's roles that the options name. The lock is held.
func (s *Server) rolesNamed(defs []option, options []map[string]any, guild string) map[string]any {
	out := map[string]any{}
	for _, o := range options {
		for _, d := range defs {
			if d.Name != o["name"] || d.Type != optRole {
				continue
			}
			for _, r := range s.roles(guild) {
				if r["id"] == o["value"] {
					out[r["id"].(string)] = r
				}
			}
		}
	}
	return out
}

// refuses says why Discord's client would not send a value.
func (d option) refuses(v any) string {
	text, isText := v.(string)
	_, isBool := v.(bool)
	switch {
	case d.Type == optBoolean && !isBool, d.Type == optString && !isText, d.Type == optChannel && !isText, d.Type == optFile && !isText, d.Type == optRole && !isText:
		return "a value of another type is wanted"
	case d.MaxLength != nil && isText && size(text) > *d.MaxLength:
		return tooLong(*d.MaxLength)
	case len(d.Choices) == 0:
		return ""
	}
	for _, c := range d.Choices {
		if c.Value == v {
			return ""
		}
	}
	return "it is none of the choices"
}

// first waits for the first response, no longer than a user's client does.
func (s *Server) first(in *interaction) bool {
	ctx, cancel := context.WithDeadline(context.Background(), in.created.Add(s.opts.Deadline))
	defer cancel()
	s.until(ctx, func() bool { return !in.acked.IsZero() })
	s.mu.Lock()
	defer s.mu.Unlock()
	return !in.acked.IsZero()
}

// outcome waits for the whole answer.
func (s *Server) outcome(in *interaction) (Reply, error) {
	if !s.first(in) {
		return Reply{}, ErrNoResponse
	}
	s.mu.Lock()
	before := time.Time{}
	if in.source != nil {
		before = in.source.Edited
	}
	s.mu.Unlock()
	ctx, cancel := context.WithTimeout(context.Background(), s.opts.Patience)
	defer cancel()
	there := s.until(ctx, func() bool { return in.answered(before) })
	s.mu.Lock()
	defer s.mu.Unlock()
	r := Reply{First: in.acked.Sub(in.created), Done: time.Since(in.created)}
	r.Deferred = in.response == announceMessage || in.response == announceUpdate
	r.Updated = in.response == respondUpdate || in.response == announceUpdate && in.source.Edited.After(before)
	for _, m := range append([]*Message{in.original}, in.followups...) {
		if m == nil || m.Deleted || (m == in.source && !r.Updated) {
			continue
		}
		if r.ID == "" {
			r.Message = *m
		} else {
			r.More = append(r.More, *m)
		}
	}
	if !there {
		return r, fmt.Errorf("announced, and nothing followed within %s", s.opts.Patience)
	}
	return r, nil
}

// answered reports whether there is something to see. The lock is held.
func (in *interaction) answered(before time.Time) bool {
	switch in.response {
	case announceMessage:
		return !in.pending && (!in.original.Deleted || len(in.followups) > 0)
	case announceUpdate:
		return in.source.Edited.After(before) || len(in.followups) > 0
	}
	return true
}
