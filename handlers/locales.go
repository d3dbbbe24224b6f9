package handlers

import (
	"embed"
	"fmt"
	"strings"
)

// The commands in other languages, by the codes that Discord has for them.
// https://discord.com/developers/docs/reference#locales
//
//go:embed locales/*.txt
var localeFiles embed.FS

var localeOf = map[string]string{"de": "de", "es-ES": "es", "es-419": "es", "fr": "fr", "ru": "ru"}

var translated = readTranslated()

// wording is one language: names of commands and options, and what they are.
type wording struct{ names, texts map[string]string }

// Locales are those in which commands have names, besides English, in order.
func Locales() []string { return []string{"de", "es-419", "es-ES", "fr", "ru"} }

// NameIn is what a word of a command is called in a locale, or one of its
// options if that is not "". "" is no other name.
func NameIn(locale, command, option string) string {
	names := translated[localeOf[locale]].names
	path, word := command, command[strings.LastIndex(command, " ")+1:]
	if option != "" {
		path, word = command+"/"+option, option
	}
	if name := names[path]; name != "" {
		return name
	}
	return names[word]
}

// TextIn is the text of a command or an option in a locale; "" is none.
func TextIn(locale, text string) string { return translated[localeOf[locale]].texts[text] }

// readTranslated reads the tables. A mistake in them is one of ours.
func readTranslated() map[string]wording {
	out := map[string]wording{}
	for _, lang := range localeOf {
		body, err := localeFiles.ReadFile("locales/" + lang + ".txt")
		if err != nil {
			panic(err)
		}
		w := wording{names: map[string]string{}, texts: map[string]string{}}
		into := w.names
		for line := range strings.SplitSeq(string(body), "\n") {
			english, other, ok := strings.Cut(line, " = ")
			switch {
			case line == "[names]":
				into = w.names
			case line == "[texts]":
				into = w.texts
			case line == "" || strings.HasPrefix(line, "#"):
			case !ok || english == "" || other == "" || into[english] != "":
				panic(fmt.Sprintf("locales/%s.txt: %q", lang, line))
			default:
				into[english] = other
			}
		}
		out[lang] = w
	}
	return out
}
