package discord

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/bwmarrin/discordgo"

	"onrecord/statements"
)

// invitePermissions are what onrecord needs where it posts: View Channel, Send
// Messages, Embed Links, Attach Files, Read Message History (to look up a
// delivery whose fate is unknown), Send Messages in Threads.
// https://discord.com/developers/docs/topics/permissions#permissions-bitwise-permission-flags
const invitePermissions = 274878024704

// needed names those that a channel must grant, and Read Message History,
// which most channels give everybody: without it a delivery whose fate is
// unknown cannot be looked up.
var needed = []struct {
	bit  int64
	name string
}{
	{discordgo.PermissionViewChannel, "View Channel"},
	{discordgo.PermissionSendMessages, "Send Messages"},
	{discordgo.PermissionEmbedLinks, "Embed Links"},
	{discordgo.PermissionReadMessageHistory, "Read Message History"},
}

// sendInThreads stands for Send Messages in a thread.
const sendInThreads = 1 << 38

// Findings is what Check found.
type Findings struct {
	Name          string // of the bot
	ApplicationID string
	Invite        string // link that adds the bot to a server with the rights it needs
	Guilds        map[string]*statements.Problem
	Places        map[string]*statements.Problem // nil where the bot can post
}

// Check asks Discord whether the token is right, and what stands in the way of
// posting in places and of registering commands in the configured guilds. The
// error is a *SendError whose Problem is for people.
func (s *Surface) Check(ctx context.Context, places []string) (Findings, error) {
	var app struct {
		ID string `json:"id"`
	}
	if err := s.fetch(ctx, discordgo.EndpointAPI+"applications/@me", &app); err != nil {
		return Findings{}, err
	}
	me, err := s.whoami(ctx)
	if err != nil {
		return Findings{}, err
	}
	f := Findings{Name: me.name, ApplicationID: app.ID, Invite: inviteLink(app.ID),
		Guilds: map[string]*statements.Problem{}, Places: map[string]*statements.Problem{}}
	for _, g := range s.cfg.Guilds {
		f.Guilds[g] = asProblem(s.fetch(ctx, discordgo.EndpointGuild(g), new(struct{})))
	}
	for _, p := range places {
		f.Places[p] = asProblem(s.checkPlace(ctx, p))
	}
	return f, nil
}

func inviteLink(app string) string {
	return fmt.Sprintf("https://discord.com/oauth2/authorize?client_id=%s&scope=bot+applications.commands&permissions=%d", app, invitePermissions)
}

// fetch reads one object of the API.
func (s *Surface) fetch(ctx context.Context, address string, into any) error {
	answer, err := s.call(ctx, "GET", address, address, nil)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(answer, into); err != nil {
		return &SendError{Retry: true, Certain: true, Status: 200, err: err,
			Problem: problem(statements.Say("Discord's answer cannot be read."), statements.Say("Check that api_url leads to Discord's API."))}
	}
	return nil
}

// asProblem gives the problem of an error; nil is none.
func asProblem(err error) *statements.Problem {
	var e *SendError
	var p *statements.Problem
	switch {
	case err == nil:
		return nil
	case errors.As(err, &e):
		return &e.Problem
	case errors.As(err, &p):
		return p
	}
	return &statements.Problem{Text: statements.Say("%s.", err.Error()), Hint: statements.Say("Try again.")}
}

// checkPlace gives the problem that keeps us from posting in a place.
func (s *Surface) checkPlace(ctx context.Context, place string) error {
	id, err := ownChannel(place)
	if err != nil {
		return err
	}
	var c discordgo.Channel
	if err := s.fetch(ctx, discordgo.EndpointChannel(id), &c); err != nil {
		return err
	}
	if c.GuildID == "" {
		return nil // a direct message: Discord knows no rights there
	}
	if !takesMessages(c.Type) {
		return &statements.Problem{Text: statements.Say("%s is no text channel.", place), Hint: statements.Say("Choose a text channel, an announcement channel, a thread or a forum.")}
	}
	if p := locked(&c); p != nil {
		return p
	}
	if c.Type == discordgo.ChannelTypeGuildForum && c.Flags&discordgo.ChannelFlagRequireTag != 0 {
		p := tagged
		return &p
	}
	have, err := s.rights(ctx, &c)
	if err != nil {
		return err
	}
	return lacking(place, have, c.IsThread())
}

func takesMessages(t discordgo.ChannelType) bool {
	for _, ok := range channelTypes {
		if t == ok {
			return true
		}
	}
	return false
}

// lacking says which rights are missing.
func lacking(place string, have int64, thread bool) error {
	var names []string
	for _, n := range needed {
		bit, name := n.bit, n.name
		if thread && bit == discordgo.PermissionSendMessages {
			bit, name = sendInThreads, "Send Messages in Threads"
		}
		if have&bit == 0 {
			names = append(names, name)
		}
	}
	if len(names) == 0 {
		return nil
	}
	return &statements.Problem{
		Text: statements.Say("In %s onrecord lacks %s.", place, strings.Join(names, ", ")),
		Hint: statements.Say("Give its role these rights in the channel's settings, or invite it again with the link."),
	}
}

// rights computes what we may do in a channel, a thread by its parent.
// https://discord.com/developers/docs/topics/permissions#permission-overwrites
func (s *Surface) rights(ctx context.Context, c *discordgo.Channel) (int64, error) {
	me, err := s.whoami(ctx)
	if err != nil {
		return 0, err
	}
	overwrites := c.PermissionOverwrites
	if c.IsThread() && c.ParentID != "" {
		var parent discordgo.Channel
		if err := s.fetch(ctx, discordgo.EndpointChannel(c.ParentID), &parent); err != nil {
			return 0, err
		}
		overwrites = parent.PermissionOverwrites
	}
	var g discordgo.Guild
	if err := s.fetch(ctx, discordgo.EndpointGuild(c.GuildID), &g); err != nil {
		return 0, err
	}
	var m discordgo.Member
	if err := s.fetch(ctx, discordgo.EndpointGuildMember(c.GuildID, me.user), &m); err != nil {
		return 0, err
	}
	return permissions(g, m, overwrites, me.user), nil
}

func permissions(g discordgo.Guild, m discordgo.Member, overwrites []*discordgo.PermissionOverwrite, user string) int64 {
	mine := map[string]bool{g.ID: true} // @everyone is the role with the guild's id
	for _, r := range m.Roles {
		mine[r] = true
	}
	var have int64
	for _, r := range g.Roles {
		if mine[r.ID] {
			have |= r.Permissions
		}
	}
	if have&administrator != 0 || g.OwnerID == user {
		return discordgo.PermissionAll | sendInThreads
	}
	var deny, allow int64
	for _, o := range overwrites {
		switch {
		case o.ID == g.ID:
			have = have&^o.Deny | o.Allow
		case o.Type == discordgo.PermissionOverwriteTypeRole && mine[o.ID]:
			deny, allow = deny|o.Deny, allow|o.Allow
		}
	}
	have = have&^deny | allow
	for _, o := range overwrites {
		if o.Type == discordgo.PermissionOverwriteTypeMember && o.ID == user {
			have = have&^o.Deny | o.Allow
		}
	}
	return have
}
