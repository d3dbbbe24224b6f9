package discord

import (
	"strings"

	"github.com/bwmarrin/discordgo"

	"onrecord/handlers/locales"
)

// called is what a word of a command, or an option of it, is called in other
// languages; one that says the same as English may be missing.
// https://discord.com/developers/docs/interactions/application-commands#localization
func called(command, option string) map[discordgo.Locale]string {
	return inAll(func(l string) string { return locales.Of(l).Name(command, option) })
}

// in is a text in other languages.
func in(text string) *map[discordgo.Locale]string {
	out := inAll(func(l string) string { return cutText(locales.Of(l).Text(text), commandText) })
	return &out
}

// chosen is what a choice is called in other languages; what it sends is the same.
func chosen(name string) map[discordgo.Locale]string {
	return inAll(func(l string) string {
		if text := cutText(locales.Of(l).Text(name), choiceText); text != name {
			return text
		}
		return ""
	})
}

// summed is the description of a command that has commands under it: their
// names.
func summed(root *discordgo.ApplicationCommand) *map[discordgo.Locale]string {
	out := inAll(func(l string) string {
		locale := discordgo.Locale(l)
		names := make([]string, 0, len(root.Options))
		for _, o := range root.Options {
			if n := o.NameLocalizations[locale]; n != "" {
				names = append(names, n)
			}
		}
		if len(names) < len(root.Options) || root.NameLocalizations == nil || (*root.NameLocalizations)[locale] == "" {
			return ""
		}
		return cutText((*root.NameLocalizations)[locale]+": "+strings.Join(names, ", "), commandText)
	})
	return &out
}

func inAll(word func(locale string) string) map[discordgo.Locale]string {
	out := map[discordgo.Locale]string{}
	for _, l := range locales.Discord() {
		if w := word(l); w != "" {
			out[discordgo.Locale(l)] = w
		}
	}
	return out
}
