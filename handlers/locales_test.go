package handlers

import (
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"
)

// commandWord is what Discord lets a name be, in lower case.
var commandWord = regexp.MustCompile(`^[-_'\p{L}\p{N}]{1,32}$`)

// Every command and every option has a name and a text in every language, as
// Discord takes them, and no name twice in one place.
func TestLocales(t *testing.T) {
	for _, l := range Locales() {
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
			if got := TextIn(l, english); got == "" || utf8.RuneCountInString(got) > 100 {
				t.Errorf("%s: %q is %q", l, english, got)
			}
		}
		for _, c := range table() {
			root, sub, _ := strings.Cut(c.Name, " ")
			name("", root, NameIn(l, root, ""))
			if sub != "" {
				name(root, sub, NameIn(l, c.Name, ""))
			}
			if c.Message != "" && NameIn(l, c.Message, "") == "" {
				t.Errorf("%s: %q has no name", l, c.Message)
			}
			text(c.Text)
			for _, o := range c.Options {
				name(c.Name, o.Name, NameIn(l, c.Name, o.Name))
				text(o.Text)
			}
		}
	}
}

// What is translated is there: a text that was changed leaves its old one
// behind.
func TestNoLocaleIsStale(t *testing.T) {
	texts, words := map[string]bool{}, map[string]bool{}
	for _, c := range table() {
		texts[c.Text], words[c.Name], words[c.Message] = true, true, true
		for _, w := range strings.Fields(c.Name) {
			words[w] = true
		}
		for _, o := range c.Options {
			texts[o.Text], words[o.Name], words[c.Name+"/"+o.Name] = true, true, true
		}
	}
	for lang, w := range translated {
		for english := range w.texts {
			if !texts[english] {
				t.Errorf("%s.txt: nothing says %q", lang, english)
			}
		}
		for english := range w.names {
			if !words[english] {
				t.Errorf("%s.txt: nothing is called %q", lang, english)
			}
		}
	}
}
