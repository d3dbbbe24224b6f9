package discord

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/bwmarrin/discordgo"

	"onrecord/handlers"
)

// Discord's limits of commands.
// https://discord.com/developers/docs/interactions/application-commands#application-command-object
const (
	commandText    = 100  // description of a command or an option
	optionsMost    = 25   // options of a command, choices of an option
	choiceText     = 100  // name and value of a choice
	optionWordsMax = 6000 // max_length of a string option
)

// manageGuild and the others are permission bits.
// https://discord.com/developers/docs/topics/permissions#permissions-bitwise-permission-flags
const (
	manageGuild    = discordgo.PermissionManageGuild
	manageMessages = discordgo.PermissionManageMessages
	administrator  = discordgo.PermissionAdministrator
)

// table is handlers' table of commands, as Discord wants it and by name.
type table struct {
	byName    map[string]handlers.Command
	byMessage map[string]handlers.Command // by what they are called on a message
	global    []*discordgo.ApplicationCommand
	guild     []*discordgo.ApplicationCommand // without what only global commands may have

	mu  sync.Mutex
	ids map[string]map[string]string // of commands, by guild ("" is global) and first word
}

// newTable makes the slash commands. A table that cannot be registered is a
// mistake of ours and an error at the start.
func newTable(list []handlers.Command) (*table, error) {
	t := &table{byName: make(map[string]handlers.Command), byMessage: make(map[string]handlers.Command), ids: make(map[string]map[string]string)}
	roots := make(map[string]*discordgo.ApplicationCommand)
	for _, c := range list {
		words := strings.Fields(c.Name)
		if len(words) == 0 || len(words) > 2 || t.byName[c.Name].Name != "" {
			return nil, fmt.Errorf("discord: command %q cannot be registered", c.Name)
		}
		t.byName[c.Name] = c
		root, known := roots[words[0]]
		if known && (len(words) == 1 || len(root.Options) == 0 || root.Options[0].Type != discordgo.ApplicationCommandOptionSubCommand) {
			return nil, fmt.Errorf("discord: command %q has both a use of its own and further words", words[0])
		}
		if !known {
			names := called(words[0], "")
			root = &discordgo.ApplicationCommand{Type: discordgo.ChatApplicationCommand, Name: words[0], NameLocalizations: &names}
			roots[words[0]] = root
			t.global = append(t.global, root)
		}
		t.add(root, c, words)
	}
	for _, c := range list {
		if c.Message != "" {
			t.onMessages(c)
		}
	}
	for _, c := range t.global {
		g := *c
		g.Contexts, g.IntegrationTypes = nil, nil
		t.guild = append(t.guild, &g)
	}
	return t, nil
}

// add puts one command into its root. Rights are known per root only: the
// command that asks for least decides, and the desk checks each of them again.
func (t *table) add(root *discordgo.ApplicationCommand, c handlers.Command, words []string) {
	if len(words) == 1 {
		root.Description = cutText(c.Text, commandText)
		root.DescriptionLocalizations = in(c.Text)
		root.Options = options(c)
	} else {
		root.Options = append(root.Options, &discordgo.ApplicationCommandOption{
			Type: discordgo.ApplicationCommandOptionSubCommand, Name: words[1], NameLocalizations: called(c.Name, ""),
			Description: cutText(c.Text, commandText), DescriptionLocalizations: *in(c.Text), Options: options(c),
		})
		names := make([]string, 0, len(root.Options))
		for _, o := range root.Options {
			names = append(names, o.Name)
		}
		root.Description = cutText(words[0]+": "+strings.Join(names, ", "), commandText)
		root.DescriptionLocalizations = summed(root)
	}
	where := []discordgo.InteractionContextType{discordgo.InteractionContextGuild, discordgo.InteractionContextBotDM}
	first := root.Contexts == nil
	if (c.Server || c.Moderator) && (first || len(*root.Contexts) == 1) {
		where = where[:1]
	}
	root.Contexts = &where
	root.IntegrationTypes = &[]discordgo.ApplicationIntegrationType{discordgo.ApplicationIntegrationGuildInstall}
	switch {
	case !c.Moderator:
		root.DefaultMemberPermissions = nil
	case first:
		root.DefaultMemberPermissions = new(int64)
		*root.DefaultMemberPermissions = manageGuild
	}
}

// onMessages adds a command that is used on a message.
// https://discord.com/developers/docs/interactions/application-commands#message-commands
func (t *table) onMessages(c handlers.Command) {
	t.byMessage[c.Message] = c
	names := called(c.Message, "")
	out := &discordgo.ApplicationCommand{Type: discordgo.MessageApplicationCommand, Name: c.Message, NameLocalizations: &names,
		Contexts:         &[]discordgo.InteractionContextType{discordgo.InteractionContextGuild, discordgo.InteractionContextBotDM},
		IntegrationTypes: &[]discordgo.ApplicationIntegrationType{discordgo.ApplicationIntegrationGuildInstall}}
	t.global = append(t.global, out)
}

// options gives Discord's options, the required ones first as it wants them.
func options(c handlers.Command) []*discordgo.ApplicationCommandOption {
	sorted := slices.Clone(c.Options)
	slices.SortStableFunc(sorted, func(a, b handlers.Option) int {
		switch {
		case a.Required == b.Required:
			return 0
		case a.Required:
			return -1
		}
		return 1
	})
	out := make([]*discordgo.ApplicationCommandOption, 0, len(sorted))
	for _, o := range sorted {
		one := option(o)
		one.NameLocalizations, one.DescriptionLocalizations = called(c.Name, o.Name), *in(o.Text)
		out = append(out, one)
	}
	return out
}

func option(o handlers.Option) *discordgo.ApplicationCommandOption {
	d := &discordgo.ApplicationCommandOption{
		Type: discordgo.ApplicationCommandOptionString, Name: o.Name,
		Description: cutText(o.Text, commandText), Required: o.Required, Autocomplete: o.Complete,
	}
	switch o.Kind {
	case handlers.YesNo:
		d.Type, d.Autocomplete = discordgo.ApplicationCommandOptionBoolean, false
	case handlers.Channel:
		d.Type, d.Autocomplete = discordgo.ApplicationCommandOptionChannel, false
		d.ChannelTypes = channelTypes
	case handlers.Role:
		d.Type, d.Autocomplete = discordgo.ApplicationCommandOptionRole, false
	case handlers.Attached:
		d.Type, d.Autocomplete = discordgo.ApplicationCommandOptionAttachment, false
	case handlers.One:
		d.Autocomplete = false
		for _, c := range o.Choices[:min(len(o.Choices), optionsMost)] {
			d.Choices = append(d.Choices, &discordgo.ApplicationCommandOptionChoice{Name: cutText(c.Name, choiceText), NameLocalizations: chosen(c.Name), Value: c.Value})
		}
	case handlers.Words, handlers.Day:
		d.MaxLength = min(o.MaxChars, optionWordsMax)
	}
	return d
}

// channelTypes are those that take messages of ours.
var channelTypes = []discordgo.ChannelType{
	discordgo.ChannelTypeGuildText, discordgo.ChannelTypeGuildNews,
	discordgo.ChannelTypeGuildPublicThread, discordgo.ChannelTypeGuildPrivateThread, discordgo.ChannelTypeGuildNewsThread,
	discordgo.ChannelTypeGuildForum,
}

// register gives Discord the commands, in each configured guild or everywhere,
// and tries again until ctx ends.
func (s *Surface) register(ctx context.Context, app string) {
	scopes := s.cfg.Guilds
	if len(scopes) == 0 {
		scopes = []string{""}
	}
	for _, guild := range scopes {
		for wait := time.Second; ; wait = min(wait*2, time.Minute) {
			err := s.registerIn(ctx, app, guild)
			if err == nil {
				break
			}
			s.log.Error("commands are not registered", "guild", guild, "err", err)
			var failed *SendError
			if !errors.As(err, &failed) || !failed.Retry || !sleep(ctx, max(wait, failed.After)) {
				break
			}
		}
	}
}

// registerIn overwrites the commands of one scope in one call, unless Discord
// has them. Either way their ids are learned: help shows commands to click.
func (s *Surface) registerIn(ctx context.Context, app, guild string) error {
	list, address := s.table.global, discordgo.EndpointApplicationGlobalCommands(app)
	if guild != "" {
		list, address = s.table.guild, discordgo.EndpointApplicationGuildCommands(app, guild)
	}
	hash := hashOf(app, guild, list)
	key := "discord commands " + app + " " + guild
	if s.recall(ctx, key) == hash {
		have, err := s.commands(ctx, "GET", address, nil)
		if err != nil {
			return err
		}
		if len(have) == len(list) { // else somebody removed some
			s.table.learn(guild, have)
			return nil
		}
	}
	have, err := s.commands(ctx, "PUT", address, list)
	if err != nil {
		return err
	}
	s.table.learn(guild, have)
	s.remember(ctx, key, hash)
	s.log.Info("commands registered", "guild", guild, "commands", len(have))
	return nil
}

func (s *Surface) commands(ctx context.Context, method, address string, body any) ([]*discordgo.ApplicationCommand, error) {
	answer, err := s.call(ctx, method, address, address, body)
	if err != nil {
		return nil, err
	}
	var have []*discordgo.ApplicationCommand
	if err := json.Unmarshal(answer, &have); err != nil {
		return nil, fmt.Errorf("read the commands that Discord has: %w", err)
	}
	return have, nil
}

func (s *Surface) recall(ctx context.Context, key string) string {
	if s.cfg.Memory == nil {
		return ""
	}
	v, err := s.cfg.Memory.Recall(ctx, key)
	if err != nil {
		s.log.Warn("memory of commands", "err", err)
	}
	return v
}

func (s *Surface) remember(ctx context.Context, key, value string) {
	if s.cfg.Memory == nil {
		return
	}
	if err := s.cfg.Memory.Remember(ctx, key, value); err != nil {
		s.log.Warn("memory of commands", "err", err)
	}
}

func hashOf(app, guild string, list []*discordgo.ApplicationCommand) string {
	b, _ := json.Marshal(list) // plain structs of strings and numbers
	sum := sha256.Sum256(append([]byte(app+" "+guild+" "), b...))
	return hex.EncodeToString(sum[:])
}

func (t *table) learn(guild string, have []*discordgo.ApplicationCommand) {
	ids := make(map[string]string, len(have))
	for _, c := range have {
		ids[c.Name] = c.ID
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	t.ids[guild] = ids
}

// mention gives a command to click, or "" where its id is not known.
// https://discord.com/developers/docs/reference#message-formatting
func (t *table) mention(guild, command string) string {
	if t == nil || command == "" {
		return ""
	}
	root, _, _ := strings.Cut(command, " ")
	t.mu.Lock()
	defer t.mu.Unlock()
	for _, scope := range []string{guild, ""} {
		if id := t.ids[scope][root]; id != "" {
			return "</" + command + ":" + id + ">"
		}
	}
	return ""
}
