package discordtest

import "time"

// Permission bits that the server knows about.
// https://discord.com/developers/docs/topics/permissions#permissions-bitwise-permission-flags
const (
	Administrator      = 1 << 3
	ManageGuild        = 1 << 5
	ManageMessages     = 1 << 13
	ViewChannel        = 1 << 10
	SendMessages       = 1 << 11
	EmbedLinks         = 1 << 14
	AttachFiles        = 1 << 15
	ReadMessageHistory = 1 << 16
	UseCommands        = 1 << 31
	SendInThreads      = 1 << 38

	everyone = ViewChannel | SendMessages | EmbedLinks | AttachFiles | ReadMessageHistory | UseCommands | SendInThreads
)

// Channel types.
const (
	TypeText   = 0
	TypeDM     = 1
	TypeVoice  = 2
	TypeThread = 11
)

type guild struct {
	id, name string
	hasBot   bool
	rights   map[string]int64    // of members, besides everyone's
	roles    map[string][]string // of members
	locale   string              // "" is en-US
}

type channel struct {
	id, guild, name string
	parent          string // of a thread
	kind            int
	denied          int64 // to the bot
	last            string
	owner           string // who began a thread
	recipient       string // of a direct message
	flags           int
	locked          bool
	archived        bool
	put             time.Time // when it was archived, or taken out again
}

// populate makes the first guild.
func (s *Server) populate() {
	s.users[App] = "onrecord"
	s.guilds[Guild] = &guild{id: Guild, name: "The desk", hasBot: true, rights: map[string]int64{Moderator: ManageGuild, Member: 0}}
	s.channels[Channel] = &channel{id: Channel, guild: Guild, name: "quotes"}
	s.users[Moderator], s.users[Member] = "edith", "jonas"
}

// AddGuild makes a server with the bot in it.
func (s *Server) AddGuild(name string) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	id := s.newID()
	s.guilds[id] = &guild{id: id, name: name, hasBot: true, rights: map[string]int64{Moderator: ManageGuild, Member: 0}}
	return id
}

// AddChannel makes a channel of a type in a server; "" is a direct message.
func (s *Server) AddChannel(guild, name string, kind int) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	id := s.newID()
	s.channels[id] = &channel{id: id, guild: guild, name: name, kind: kind}
	return id
}

// AddThread makes a public thread of a channel.
func (s *Server) AddThread(parent, name string) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	id := s.newID()
	c := &channel{id: id, name: name, kind: TypeThread, parent: parent}
	if p := s.channels[parent]; p != nil {
		c.guild = p.guild
	}
	s.channels[id] = c
	return id
}

// AddChannelID makes a text channel with an id of one's own choice.
func (s *Server) AddChannelID(guild, id, name string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.channels[id] = &channel{id: id, guild: guild, name: name}
}

// DeleteChannel removes a channel.
func (s *Server) DeleteChannel(id string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.channels, id)
}

// Deny takes rights from the bot in a channel; 0 gives all back.
func (s *Server) Deny(channel string, rights int64) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if c := s.channels[channel]; c != nil {
		c.denied = rights
	}
}

// RemoveBot throws the bot out of a server.
func (s *Server) RemoveBot(guild string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if g := s.guilds[guild]; g != nil {
		g.hasBot = false
	}
}

// SetRights makes a user a member of a server with rights besides everyone's.
func (s *Server) SetRights(guild, user string, rights int64) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if g := s.guilds[guild]; g != nil {
		g.rights[user] = rights
	}
}

// botRights is what the bot may do in a channel. The lock is held.
func (s *Server) botRights(c *channel) int64 {
	if c.guild == "" {
		return everyone
	}
	if g := s.guilds[c.guild]; g == nil || !g.hasBot {
		return 0
	}
	return everyone &^ c.denied
}

// userJSON is a user as the API shows it. The lock is held.
func (s *Server) userJSON(id string) map[string]any {
	return map[string]any{
		"id": id, "username": s.users[id], "global_name": nil, "discriminator": "0",
		"avatar": nil, "bot": id == App, "public_flags": 0, "flags": 0,
	}
}

func (s *Server) roles(guild string) []map[string]any {
	return []map[string]any{
		{"id": guild, "name": "@everyone", "permissions": itoa(everyone), "position": 0},
		{"id": Role, "name": "Editor", "permissions": "0", "position": 1, "mentionable": true},
		{"id": QuietRole, "name": "Owner", "permissions": "0", "position": 2, "mentionable": false},
	}
}

func (s *Server) guildJSON(g *guild) map[string]any {
	return map[string]any{
		"id": g.id, "name": g.name, "owner_id": "1200000000000000099", "roles": s.roles(g.id),
		"channels": []any{}, "members": []any{}, "unavailable": false, "preferred_locale": s.guildLocale(g),
	}
}

// channelJSON shows a channel; what the bot lacks is an overwrite for it.
func (s *Server) channelJSON(c *channel) map[string]any {
	overwrites := []any{}
	if c.denied != 0 {
		overwrites = append(overwrites, map[string]any{"id": App, "type": 1, "allow": "0", "deny": itoa(c.denied)})
	}
	out := map[string]any{"id": c.id, "type": c.kind, "name": c.name, "permission_overwrites": overwrites}
	if c.guild != "" {
		out["guild_id"] = c.guild
	}
	if c.parent != "" {
		out["parent_id"] = c.parent
	}
	if c.kind == TypeThread {
		out["owner_id"], out["message_count"], out["member_count"], out["total_message_sent"] = c.owner, 0, 1, 0
		out["thread_metadata"] = map[string]any{"archived": c.archived, "locked": c.locked, "auto_archive_duration": 4320,
			"archive_timestamp": c.put.UTC().Format(time.RFC3339Nano)}
	}
	out["flags"] = c.flags
	out["last_message_id"] = nil
	if c.last != "" {
		out["last_message_id"] = c.last
	}
	return out
}
