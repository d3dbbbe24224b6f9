package discordtest

import (
	"cmp"
	"encoding/json"
	"slices"
	"unicode/utf8"
)

// locales are those that Discord knows.
// https://discord.com/developers/docs/reference#locales
var locales = []string{"id", "da", "de", "en-GB", "en-US", "es-ES", "es-419", "fr", "hr", "it", "lt", "hu", "nl", "no", "pl",
	"pt-BR", "ro", "fi", "sv-SE", "vi", "tr", "cs", "el", "bg", "ru", "uk", "hi", "th", "zh-CN", "ja", "zh-TW", "ko"}

// localized reads a table of localizations; what is none is empty.
func localized(raw json.RawMessage) map[string]string {
	var out map[string]string
	_ = json.Unmarshal(raw, &out) // checkLocales has said so
	return out
}

// checkLocales says what is wrong with the names and descriptions of a command
// or an option in other languages. slash is for those whose names are words.
func checkLocales(names, texts json.RawMessage, slash bool) string {
	for field, raw := range map[string]json.RawMessage{"name_localizations": names, "description_localizations": texts} {
		if len(raw) == 0 || string(raw) == "null" {
			continue
		}
		var all map[string]string
		if json.Unmarshal(raw, &all) != nil {
			return field + ": not a table of texts"
		}
		for l, text := range all {
			why := ""
			switch {
			case !slices.Contains(locales, l):
				why = "there is no such locale"
			case field == "name_localizations" && slash:
				why = checkName(text)
			case field == "name_localizations" && (size(text) < 1 || size(text) > commandNameMost):
				why = between(1, commandNameMost)
			case field == "description_localizations" && (!slash || size(text) < 1 || size(text) > commandTextMost):
				why = between(1, commandTextMost)
			}
			if why != "" {
				return field + "." + l + ": " + why
			}
		}
	}
	return ""
}

// longest is what Discord counts of a text that is localized: its longest form.
func longest(text string, raw json.RawMessage) int {
	n := utf8.RuneCountInString(text)
	for _, t := range localized(raw) {
		n = max(n, utf8.RuneCountInString(t))
	}
	return n
}

// LocalizedName is what a registered command, by "name" or "name sub", is called
// in a locale; "" is its own name.
func (s *Server) LocalizedName(guild, name, locale string) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, c := range s.commands[guild] {
		if c.Name == name {
			return localized(c.NameLocalizations)[locale]
		}
		for _, o := range c.Options {
			if c.Name+" "+o.Name == name {
				return localized(o.NameLocalizations)[locale]
			}
		}
	}
	return ""
}

// SetLocale is a user choosing the language of his client.
func (s *Server) SetLocale(user, locale string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.clients == nil {
		s.clients = map[string]string{}
	}
	s.clients[user] = locale
}

// SetGuildLocale is somebody choosing the language of a server.
func (s *Server) SetGuildLocale(id, locale string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if g := s.guilds[id]; g != nil {
		g.locale = locale
		s.dispatch("GUILD_UPDATE", s.guildJSON(g))
	}
}

// localeOf is the language of a user's client. The lock is held.
func (s *Server) localeOf(user string) string { return cmp.Or(s.clients[user], "en-GB") }

// guildLocale is the language of a server, which may be none. The lock is held.
func (s *Server) guildLocale(g *guild) string {
	if g == nil {
		return "en-US"
	}
	return cmp.Or(g.locale, "en-US")
}
