package discordtest

import "fmt"

// Limits of a list to pick from.
// https://discord.com/developers/docs/components/reference#string-select
const (
	typeSelect      = 3
	picksMost       = 25
	pickText        = 100
	placeholderMost = 150
)

// pickOption is one choice of a list.
type pickOption struct {
	Label       string `json:"label"`
	Value       string `json:"value"`
	Description string `json:"description"`
	Default     bool   `json:"default"`
}

// List is a list to pick from, as a user sees it.
type List struct {
	CustomID string
	Label    string
	Choices  []Choice
}

// checkPick looks at one list, which has a row to itself.
func (c component) checkPick(alone bool, used map[string]bool) (field, why string) {
	switch {
	case !alone:
		return "components", "A select menu must be alone in its row."
	case c.CustomID == "" || size(c.CustomID) > customIDMost:
		return "custom_id", tooLong(customIDMost)
	case used[c.CustomID]:
		return "custom_id", "Component custom id cannot be duplicated"
	case size(c.Placeholder) > placeholderMost:
		return "placeholder", tooLong(placeholderMost)
	case len(c.Options) == 0 || len(c.Options) > picksMost:
		return "options", fmt.Sprintf("Must be between 1 and %d in length.", picksMost)
	case c.Style != 0 || c.Label != "":
		return "style", "A select menu has neither style nor label."
	}
	used[c.CustomID] = true
	values := map[string]bool{}
	for _, o := range c.Options {
		switch {
		case size(o.Label) == 0 || size(o.Label) > pickText:
			return "options.label", tooLong(pickText)
		case size(o.Value) == 0 || size(o.Value) > pickText:
			return "options.value", tooLong(pickText)
		case values[o.Value]:
			return "options", "The specified option value is already used"
		}
		values[o.Value] = true
	}
	return "", ""
}

// list is a component as a user sees it, if it is a list.
func (c component) list() (List, bool) {
	if c.Type != typeSelect {
		return List{}, false
	}
	l := List{CustomID: c.CustomID, Label: c.Placeholder}
	for _, o := range c.Options {
		l.Choices = append(l.Choices, Choice{o.Label, o.Value})
	}
	return l, true
}

// Pick has a user choose from a list of a message.
func (s *Server) Pick(guild, channel, user, messageID, customID, value string) (Reply, error) {
	s.mu.Lock()
	m := s.messages[messageID]
	if m == nil || m.Deleted {
		s.mu.Unlock()
		return Reply{}, fmt.Errorf("there is no message %s", messageID)
	}
	there := false
	for _, l := range m.Lists {
		for _, c := range l.Choices {
			there = there || l.CustomID == customID && c.Value == value
		}
	}
	if !there {
		s.mu.Unlock()
		return Reply{}, fmt.Errorf("message %s has no list %q with %q", messageID, customID, value)
	}
	in := s.begin(kindComponent, guild, channel, user, map[string]any{"custom_id": customID, "component_type": typeSelect, "values": []string{value}}, m)
	s.mu.Unlock()
	return s.outcome(in)
}

// SetRoles gives a member of a server roles.
func (s *Server) SetRoles(guild, user string, roles ...string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if g := s.guilds[guild]; g != nil {
		if g.roles == nil {
			g.roles = map[string][]string{}
		}
		g.roles[user] = roles
	}
}

// rolesOf are the roles of a member. The lock is held.
func (s *Server) rolesOf(guild, user string) []string {
	if g := s.guilds[guild]; g != nil && g.roles[user] != nil {
		return g.roles[user]
	}
	return []string{}
}

// Message gives a message by its id as who may see it sees it now, also one that
// a single user sees.
func (s *Server) Message(id string) (Message, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	m := s.messages[id]
	if m == nil || m.Deleted {
		return Message{}, false
	}
	return *m, true
}
