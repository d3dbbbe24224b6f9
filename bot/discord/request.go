package discord

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/bwmarrin/discordgo"

	"onrecord/handlers"
	"onrecord/statements"
)

// requestOf reads who asks, and where. Rights are those that Discord computed
// for this member in this channel.
func requestOf(i *discordgo.Interaction, team []string) handlers.Request {
	r := handlers.Request{
		Options: map[string]string{}, Server: serverOf(i.GuildID),
		Place: placeOf(i.ChannelID), Locale: string(i.Locale),
	}
	u := i.User
	if i.Member != nil {
		r.User.ManageServer = i.GuildID != "" && i.Member.Permissions&(manageGuild|administrator) != 0
		r.User.Reviewer = i.GuildID != "" && onTeam(i.Member, team)
		u = i.Member.User
		r.User.Name = i.Member.Nick
	}
	if u != nil {
		r.User.ID = u.ID
		for _, name := range []string{u.GlobalName, u.Username} {
			if r.User.Name == "" {
				r.User.Name = name
			}
		}
	}
	return r
}

// onTeam reports whether a member has one of the roles of the team, or may
// manage messages here where no role is named.
func onTeam(m *discordgo.Member, team []string) bool {
	if len(team) == 0 {
		return m.Permissions&(manageMessages|administrator) != 0
	}
	return slices.ContainsFunc(m.Roles, func(role string) bool { return slices.Contains(team, role) })
}

// request reads a slash command. bad says what is wrong with an option that
// only this surface can judge.
func (s *Surface) request(i *discordgo.Interaction) (r handlers.Request, opts []*discordgo.ApplicationCommandInteractionDataOption, bad *statements.Problem) {
	r = requestOf(i, s.cfg.Team)
	data, ok := i.Data.(discordgo.ApplicationCommandInteractionData)
	if !ok {
		return r, nil, nil
	}
	if data.CommandType == discordgo.MessageApplicationCommand {
		bad = s.messageCommand(&r, data)
		return r, nil, bad
	}
	r.Command, opts = data.Name, data.Options
	for len(opts) == 1 && opts[0] != nil && opts[0].Type <= discordgo.ApplicationCommandOptionSubCommandGroup {
		r.Command, opts = r.Command+" "+opts[0].Name, opts[0].Options
	}
	for _, o := range opts {
		if o == nil {
			continue
		}
		value, p := optionValue(o, i, data.Resolved)
		if p != nil {
			bad = p
		}
		r.Options[o.Name] = value
	}
	return r, opts, bad
}

// optionValue gives an option as the desk wants it. Discord's client checks
// types and channels; whoever speaks to the API does not have to.
func optionValue(o *discordgo.ApplicationCommandInteractionDataOption, i *discordgo.Interaction, resolved *discordgo.ApplicationCommandInteractionDataResolved) (string, *statements.Problem) {
	switch v := o.Value.(type) {
	case string:
		if o.Type == discordgo.ApplicationCommandOptionChannel {
			return placeOf(v), foreign(v, i.GuildID, resolved)
		}
		if o.Type == discordgo.ApplicationCommandOptionRole {
			return v, foreignRole(v, i, resolved)
		}
		if o.Type == discordgo.ApplicationCommandOptionAttachment {
			return attachedFile(v, resolved)
		}
		return v, nil
	case bool:
		if v {
			return "yes", nil
		}
		return "no", nil
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64), nil
	case nil:
		return "", nil
	default:
		return fmt.Sprint(v), nil
	}
}

// foreign gives a problem for a channel that is not one of this server where
// messages can be posted: Discord resolves only channels of the server.
func foreign(channel, guild string, resolved *discordgo.ApplicationCommandInteractionDataResolved) *statements.Problem {
	var c *discordgo.Channel
	if resolved != nil {
		c = resolved.Channels[channel]
	}
	if !isID(channel) || guild == "" || c == nil || (c.GuildID != "" && c.GuildID != guild) {
		return &statements.Problem{Text: statements.Say("That channel is not one of this server."), Hint: statements.Say("Choose one from the list that Discord shows.")}
	}
	if !takesMessages(c.Type) {
		return &statements.Problem{Text: statements.Say("That channel takes no messages."), Hint: statements.Say("Choose a text channel, an announcement channel, a thread or a forum.")}
	}
	return locked(c)
}

// foreignRole gives a problem for a role that is not one of this server, for the
// one that everybody has, and for one whose mention would call nobody: Discord
// resolves only roles of the server, and says what we may do there.
func foreignRole(role string, i *discordgo.Interaction, resolved *discordgo.ApplicationCommandInteractionDataResolved) *statements.Problem {
	switch {
	case !isID(role) || i.GuildID == "" || resolved == nil || resolved.Roles[role] == nil:
		return &statements.Problem{Text: statements.Say("That role is not one of this server."), Hint: statements.Say("Choose one from the list that Discord shows.")}
	case role == i.GuildID:
		return &statements.Problem{Text: statements.Say("That role is everybody, whom onrecord never mentions."), Hint: statements.Say("Choose a role of those who want to be called.")}
	case !resolved.Roles[role].Mentionable && i.AppPermissions&(discordgo.PermissionMentionEveryone|administrator) == 0:
		return &statements.Problem{Text: statements.Say("Discord would call nobody: that role may not be mentioned by onrecord."),
			Hint: statements.Say("Allow anyone to mention it in the server's settings, under Roles, or choose another role.")}
	}
	return nil
}

// focused gives the option that is being typed, and what was typed.
func focused(opts []*discordgo.ApplicationCommandInteractionDataOption) (name, typed string) {
	for _, o := range opts {
		if o != nil && o.Focused {
			typed, _ = o.Value.(string)
			return o.Name, typed
		}
	}
	return "", ""
}
