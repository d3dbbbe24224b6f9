package locales

import (
	"cmp"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"onrecord/statements"
)

// discord are the codes that Discord has for our languages.
// https://discord.com/developers/docs/reference#locales
var discord = []string{"de", "es-419", "es-ES", "fr", "ru"}

// Discord are the locales in which commands have names, besides English, in
// order.
func Discord() []string { return discord }

// Name is what a word of a command is called, or one of its options if that is
// not "". "" is no other name.
func (t Tongue) Name(command, option string) string {
	path, word := command, command[strings.LastIndex(command, " ")+1:]
	if option != "" {
		path, word = command+"/"+option, option
	}
	for _, english := range []string{path, word} {
		if t.translated() && files[t.lang]().IsTranslatedC(english, "name") {
			return t.in("name", english)
		}
	}
	return ""
}

// Text is the text of a command or an option; "" is none.
func (t Tongue) Text(english string) string {
	if !t.translated() || !files[t.lang]().IsTranslated(english) {
		return ""
	}
	return t.plain(english)
}

// dictionaries have the names of languages, by CLDR.
var dictionaries = map[string]*display.Dictionary{
	"de": display.German, "es": display.Spanish, "fr": display.French, "ru": display.Russian,
}

// Language is the name of a language.
func (t Tongue) Language(l statements.Language) string {
	names := dictionaries[t.lang]
	tag, err := language.Parse(l.Tag)
	if names == nil || err != nil {
		return l.English
	}
	return cmp.Or(names.Languages().Name(tag), l.English)
}
