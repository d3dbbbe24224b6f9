package discord

import (
	"sync"

	"github.com/bwmarrin/discordgo"
)

// guilds knows the language of each server: a message, other than a command, does
// not say what its writer reads. The zero guilds knows none.
type guilds struct {
	mu      sync.Mutex
	locales map[string]string
}

// learn takes what the gateway tells of a server.
// https://discord.com/developers/docs/resources/guild#guild-object
func (g *guilds) learn(of *discordgo.Guild) {
	if of == nil || of.ID == "" || of.PreferredLocale == "" {
		return
	}
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.locales == nil {
		g.locales = map[string]string{}
	}
	g.locales[of.ID] = of.PreferredLocale
}

// locale is that of a server; "" is not known, and that of direct messages.
func (g *guilds) locale(guild string) string {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.locales[guild]
}
