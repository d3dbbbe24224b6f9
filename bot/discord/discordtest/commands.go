package discordtest

import (
	"encoding/json"
	"fmt"
	"net/http"
	"regexp"
	"strings"
	"unicode/utf8"
)

// Limits of commands.
// https://discord.com/developers/docs/interactions/application-commands
const (
	commandsMost    = 100
	optionsMost     = 25
	commandNameMost = 32
	commandTextMost = 100
	choiceMost      = 100
	commandTotal    = 8000
	maxLengthMost   = 6000
)

// commandName is Discord's own expression, without the scripts of India and
// Thailand that it lists besides; capitals are refused apart.
var commandName = regexp.MustCompile(`^[-_'\p{L}\p{N}]{1,32}$`)

// Option types.
const (
	optSub     = 1
	optGroup   = 2
	optString  = 3
	optInteger = 4
	optBoolean = 5
	optChannel = 7
	optRole    = 8
	optNumber  = 10
	optFile    = 11
	optLast    = optFile
)

type command struct {
	ID                       string          `json:"id"`
	ApplicationID            string          `json:"application_id"`
	GuildID                  string          `json:"guild_id,omitempty"`
	Version                  string          `json:"version"`
	Type                     int             `json:"type"`
	Name                     string          `json:"name"`
	NameLocalizations        json.RawMessage `json:"name_localizations"`
	Description              string          `json:"description"`
	DescriptionLocalizations json.RawMessage `json:"description_localizations"`
	Options                  []option        `json:"options"`
	DefaultPermission        *bool           `json:"default_permission,omitempty"`
	DefaultMemberPermissions *string         `json:"default_member_permissions"`
	DMPermission             *bool           `json:"dm_permission,omitempty"`
	NSFW                     bool            `json:"nsfw"`
	Contexts                 []int           `json:"contexts"`
	IntegrationTypes         []int           `json:"integration_types"`
}

type option struct {
	Type                     int             `json:"type"`
	Name                     string          `json:"name"`
	NameLocalizations        json.RawMessage `json:"name_localizations,omitempty"`
	Description              string          `json:"description"`
	DescriptionLocalizations json.RawMessage `json:"description_localizations,omitempty"`
	Required                 bool            `json:"required"`
	Options                  []option        `json:"options,omitempty"`
	Choices                  []choice        `json:"choices,omitempty"`
	ChannelTypes             []int           `json:"channel_types,omitempty"`
	Autocomplete             bool            `json:"autocomplete"`
	MinValue                 *float64        `json:"min_value,omitempty"`
	MaxValue                 *float64        `json:"max_value,omitempty"`
	MinLength                *int            `json:"min_length,omitempty"`
	MaxLength                *int            `json:"max_length,omitempty"`
}

type choice struct {
	Name              string          `json:"name"`
	NameLocalizations json.RawMessage `json:"name_localizations,omitempty"`
	Value             any             `json:"value"`
}

// commandsOf is GET and PUT of an application's commands; guild is "" for the
// global ones. The lock is held.
func (s *Server) commandsOf(c *call, app, guild string) result {
	if app != App {
		return refuse(http.StatusForbidden, 20012, "You are not authorized to perform this action on this application")
	}
	if g := s.guilds[guild]; guild != "" && (g == nil || !g.hasBot) {
		return missingAccess
	}
	switch c.method {
	case http.MethodGet:
		return ok(append([]command{}, s.commands[guild]...))
	case http.MethodPut:
		return s.overwrite(guild, c.body)
	}
	return notFound
}

// overwrite replaces all commands of a scope, or none.
func (s *Server) overwrite(guild string, raw []byte) result {
	var list []command
	if err := decode(raw, &list); err != nil {
		return invalid("body", err.Error())
	}
	if len(list) > commandsMost {
		return refuse(http.StatusBadRequest, 30032, "Maximum number of application commands reached (100).")
	}
	used := map[string]bool{}
	onMessages := 0
	for i := range list {
		c := &list[i]
		if why := c.check(guild); why != "" {
			return invalid(fmt.Sprintf("%d.%s", i, c.Name), why)
		}
		if c.Type == kindOnMessage {
			if onMessages++; onMessages > onMessagesMost {
				return refuse(http.StatusBadRequest, 30032, "Maximum number of application commands reached (5).")
			}
		}
		if used[fmt.Sprint(c.Type, c.Name)] {
			return invalid(fmt.Sprintf("%d.name", i), "Application command names must be unique")
		}
		used[fmt.Sprint(c.Type, c.Name)] = true
		for l, n := range localized(c.NameLocalizations) {
			if used[fmt.Sprint(c.Type, l, n)] {
				return invalid(fmt.Sprintf("%d.name_localizations", i), "Application command names must be unique")
			}
			used[fmt.Sprint(c.Type, l, n)] = true
		}
		c.ID, c.ApplicationID, c.GuildID, c.Version = s.newID(), App, guild, s.newID()
		for _, old := range s.commands[guild] {
			if old.Name == c.Name && old.Type == c.Type {
				c.ID = old.ID
			}
		}
	}
	s.commands[guild] = list
	s.writes++
	s.notify()
	return ok(list)
}

// Overwrites counts how often commands were registered.
func (s *Server) Overwrites() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.writes
}

// Commands lists what is registered for a scope as "name" or "name sub"; guild
// is "" for the global commands.
func (s *Server) Commands(guild string) []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	var out []string
	for _, c := range s.commands[guild] {
		subs := 0
		for _, o := range c.Options {
			if o.Type == optSub {
				out = append(out, c.Name+" "+o.Name)
				subs++
			}
		}
		if subs == 0 {
			out = append(out, c.Name)
		}
	}
	return out
}

// CommandID gives the id of a registered command, "" if it is not.
func (s *Server) CommandID(guild, name string) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, c := range s.commands[guild] {
		if c.Name == name {
			return c.ID
		}
	}
	return ""
}

// check says what is wrong with a command.
func (c *command) check(guild string) string {
	if c.Type == 0 {
		c.Type = 1
	}
	why := checkName(c.Name)
	if c.Type != 1 {
		why = c.checkInMenu()
	}
	switch {
	case why != "":
		return why
	case c.Type == 1 && (size(c.Description) < 1 || size(c.Description) > commandTextMost):
		return "description: " + between(1, commandTextMost)
	case guild != "" && (c.Contexts != nil || c.IntegrationTypes != nil):
		return "contexts and integration_types are for global commands only"
	case c.DefaultMemberPermissions != nil && !snowflake.MatchString(*c.DefaultMemberPermissions):
		return "default_member_permissions: not a number"
	case c.Contexts != nil && len(c.Contexts) == 0:
		return "contexts: must not be empty"
	}
	for _, n := range c.Contexts {
		if n < 0 || n > 2 {
			return "contexts: Value must be one of {0, 1, 2}."
		}
	}
	if why := checkLocales(c.NameLocalizations, c.DescriptionLocalizations, c.Type == 1); why != "" {
		return why
	}
	if why := checkOptions(c.Options, 0); why != "" {
		return why
	}
	if n := c.length(); n > commandTotal {
		return fmt.Sprintf("Command exceeds maximum size (%d of %d)", n, commandTotal)
	}
	return ""
}

func between(a, b int) string { return fmt.Sprintf("Must be between %d and %d in length.", a, b) }

func checkName(name string) string {
	if !commandName.MatchString(name) || strings.ToLower(name) != name {
		return fmt.Sprintf("name: %q does not match Discord's expression for names, which are lower case", name)
	}
	return ""
}

// checkOptions looks at the options of one level.
func checkOptions(list []option, depth int) string {
	if len(list) > optionsMost {
		return "options: " + tooLong(optionsMost)
	}
	used := map[string]bool{}
	optional, subs := false, 0
	for _, o := range list {
		if why := o.check(depth); why != "" {
			return "option " + o.Name + ": " + why
		}
		switch {
		case used[o.Name]:
			return "Option names must be unique"
		case o.Required && optional:
			return "Required options must be placed before non-required options"
		}
		used[o.Name] = true
		for l, n := range localized(o.NameLocalizations) {
			if used[l+" "+n] {
				return "Option names must be unique, in " + l + " too: " + n
			}
			used[l+" "+n] = true
		}
		if o.Type <= optGroup {
			subs++
		} else if !o.Required {
			optional = true
		}
	}
	if subs != 0 && subs != len(list) {
		return "Sub-command and sub-command group option types are mutually exclusive to all other types"
	}
	return ""
}

func (o option) check(depth int) string {
	why := checkName(o.Name)
	isSub := o.Type == optSub || o.Type == optGroup
	switch {
	case why != "":
		return why
	case o.Type < optSub || o.Type > optLast:
		return "type: Value must be one of {1, ..., 11}."
	case size(o.Description) < 1 || size(o.Description) > commandTextMost:
		return "description: " + between(1, commandTextMost)
	case o.Type == optGroup && depth > 0, o.Type == optSub && depth > 1:
		return "Sub-commands cannot be nested so deep"
	case len(o.Options) > 0 && !isSub:
		return "Only sub-commands have options"
	case isSub && o.Required:
		return "A sub-command cannot be required"
	case o.Autocomplete && len(o.Choices) > 0:
		return "autocomplete and choices are mutually exclusive"
	case (o.Autocomplete || len(o.Choices) > 0) && o.Type != optString && o.Type != optInteger && o.Type != optNumber:
		return "choices and autocomplete are for text and numbers only"
	case len(o.ChannelTypes) > 0 && o.Type != optChannel:
		return "channel_types: only for channels"
	case o.MaxLength != nil && (o.Type != optString || *o.MaxLength < 1 || *o.MaxLength > maxLengthMost):
		return fmt.Sprintf("max_length: between 1 and %d, for text only", maxLengthMost)
	case o.MinLength != nil && (o.Type != optString || *o.MinLength < 0 || *o.MinLength > maxLengthMost):
		return fmt.Sprintf("min_length: between 0 and %d, for text only", maxLengthMost)
	}
	if why := checkLocales(o.NameLocalizations, o.DescriptionLocalizations, true); why != "" {
		return why
	}
	if why := checkChoices(o); why != "" {
		return why
	}
	return checkOptions(o.Options, depth+1)
}

func checkChoices(o option) string {
	if len(o.Choices) > optionsMost {
		return "choices: " + tooLong(optionsMost)
	}
	used := map[string]bool{}
	for _, c := range o.Choices {
		value, isText := c.Value.(string)
		switch {
		case size(c.Name) < 1 || size(c.Name) > choiceMost:
			return "choices.name: " + between(1, choiceMost)
		case isText != (o.Type == optString):
			return "choices.value: must be of the option's type"
		case isText && (size(value) < 1 || size(value) > choiceMost):
			return "choices.value: " + between(1, choiceMost)
		case used[c.Name]:
			return "choices.name: must be unique"
		}
		used[c.Name] = true
	}
	return ""
}

// length is what Discord counts against 8,000: names, descriptions and values
// of a command and all its options.
func (c *command) length() int {
	return longest(c.Name, c.NameLocalizations) + longest(c.Description, c.DescriptionLocalizations) + optionsLength(c.Options)
}

func optionsLength(list []option) int {
	n := 0
	for _, o := range list {
		n += longest(o.Name, o.NameLocalizations) + longest(o.Description, o.DescriptionLocalizations) + optionsLength(o.Options)
		for _, c := range o.Choices {
			n += utf8.RuneCountInString(c.Name)
			if v, isText := c.Value.(string); isText {
				n += utf8.RuneCountInString(v)
			}
		}
	}
	return n
}
