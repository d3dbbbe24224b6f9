package discord

import (
	"fmt"
	"strconv"

	"github.com/bwmarrin/discordgo"

	"onrecord/handlers"
	"onrecord/statements"
)

// requestOf reads who asks, and where. Rights are those that Discord computed
// for this member in this channel.
func requestOf(i *discordgo.Interaction) handlers.Request {
	r := handlers.Request{
		Options: map[string]string{}, Server: serverOf(i.GuildID),
		Place: placeOf(i.ChannelID), Locale: string(i.Locale),
	}
	u := i.User
	if i.Member != nil {
		r.User.ManageServer = i.GuildID != "" && i.Member.Permissions&(manageGuild|administrator) != 0
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

// request reads a slash command. bad says what is wrong with an option that
// only this surface can judge.
func (s *Surface) request(i *discordgo.Interaction) (r handlers.Request, opts []*discordgo.ApplicationCommandInteractionDataOption, bad *statements.Problem) {
	r = requestOf(i)
	data, ok := i.Data.(discordgo.ApplicationCommandInteractionData)
	if !ok {
		return r, nil, nil
	}
	r.Command, opts = data.Name, data.Options
	for len(opts) == 1 && opts[0] != nil && opts[0].Type <= discordgo.ApplicationCommandOptionSubCommandGroup {
		r.Command, opts = r.Command+" "+opts[0].Name, opts[0].Options
	}
	for _, o := range opts {
		if o == nil {
			continue
		}
		value, p := optionValue(o, i.GuildID, data.Resolved)
		if p != nil {
			bad = p
		}
		r.Options[o.Name] = value
	}
	return r, opts, bad
}

// optionValue gives an option as the desk wants it. Discord's client checks
// types and channels; whoever speaks to the API does not have to.
func optionValue(o *discordgo.ApplicationCommandInteractionDataOption, guild string, resolved *discordgo.ApplicationCommandInteractionDataResolved) (string, *statements.Problem) {
	switch v := o.Value.(type) {
	case string:
		if o.Type == discordgo.ApplicationCommandOptionChannel {
			return placeOf(v), foreign(v, guild, resolved)
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
		return &statements.Problem{Text: "That channel is not one of this server.", Hint: "Choose one from the list that Discord shows."}
	}
	if !takesMessages(c.Type) {
		return &statements.Problem{Text: "That channel takes no messages.", Hint: "Choose a text channel, an announcement channel or a thread."}
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
