package handlers

import (
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"onrecord/handlers/locales"
)

// commandWord is what Discord lets a name be, in lower case.
var commandWord = regexp.MustCompile(`^[-_'\p{L}\p{N}]{1,32}$`)

// Every command and every option has a name and a text in every language, as
// Discord takes them, and no name twice in one place.
func TestLocales(t *testing.T) {
	for _, l := range locales.Discord() {
		used := map[string]string{} // where and name, by the English one
		name := func(where, english, name string) {
			if !commandWord.MatchString(name) || strings.ToLower(name) != name {
				t.Errorf("%s: %s %s is called %q", l, where, english, name)
			}
			if other := used[where+"\n"+name]; other != "" && other != english {
				t.Errorf("%s: %s and %s of %q are both called %q", l, english, other, where, name)
			}
			used[where+"\n"+name] = english
		}
		text := func(english string) {
			if got := locales.Of(l).Text(english); got == "" || utf8.RuneCountInString(got) > 100 {
				t.Errorf("%s: %q is %q", l, english, got)
			}
		}
		for _, c := range table() {
			root, sub, _ := strings.Cut(c.Name, " ")
			name("", root, locales.Of(l).Name(root, ""))
			if sub != "" {
				name(root, sub, locales.Of(l).Name(c.Name, ""))
			}
			if c.Message != "" && locales.Of(l).Name(c.Message, "") == "" {
				t.Errorf("%s: %q has no name", l, c.Message)
			}
			text(c.Text)
			for _, o := range c.Options {
				name(c.Name, o.Name, locales.Of(l).Name(c.Name, o.Name))
				text(o.Text)
			}
		}
	}
}
