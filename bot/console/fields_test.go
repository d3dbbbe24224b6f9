package console

import (
	"strings"
	"testing"

	"onrecord/handlers"
	"onrecord/handlers/locales"
)

// The options of a command stand in columns in every language.
func TestOptionsInColumns(t *testing.T) {
	desk := &handlers.Desk{}
	for _, lang := range append(locales.Languages(), "en") {
		reply := desk.Serve(t.Context(), handlers.Request{Command: "help", Options: map[string]string{"command": "ask"}, Locale: lang})
		got := Draw(reply.Cards[0], Style{Width: 80, Tongue: locales.Of(lang)})
		for _, name := range []string{"question", "speaker", "since", "kind"} {
			if !strings.Contains(got, " "+name+strings.Repeat(" ", len("question")+2-len(name))) {
				t.Errorf("%s: %s stands in no column:\n%s", lang, name, got)
			}
		}
	}
}

// What joins a name to the rest of its line is left out where both have a column,
// and no line begins with what joins two parts.
func TestJointsAreNotDrawn(t *testing.T) {
	name := func(s string) handlers.Run { return handlers.Run{Text: s, Bold: true} }
	field := handlers.Card{Fields: []handlers.Field{{Name: "Muted here", Body: []handlers.Block{{Runs: []handlers.Run{name("herring"), {Text: ": until noon"}}}}}}}
	if got := Draw(field, Style{}); got != "  Muted here  herring  until noon\n" {
		t.Errorf("a field: %q", got)
	}
	list := handlers.Card{Form: handlers.FormList, Body: []handlers.Block{{Runs: []handlers.Run{name("herring"), {Text: "\u00a0: until noon"}}}}}
	if got := Draw(list, Style{}); got != "  herring  until noon\n" {
		t.Errorf("a list: %q", got)
	}
	line := handlers.Card{Lead: []handlers.Block{{Runs: []handlers.Run{{Text: "herring quota talks · reported"}}}}}
	for wide := 10; wide < 32; wide++ {
		if got := Draw(line, Style{Width: wide}); strings.Contains(got, "\n·") || strings.Contains(got, "·\n") {
			t.Errorf("%d columns:\n%s", wide, got)
		}
	}
}

// The comma behind a statement stays with it.
func TestPunctuationStaysWithTheStatement(t *testing.T) {
	c := handlers.Card{Form: handlers.FormContext, Accent: handlers.Reported, Body: []handlers.Block{{Runs: []handlers.Run{
		{Text: "Norvania will wait", Bold: true}, {Text: ", Solheim said. "}, {Text: "It has time", Bold: true}, {Text: "."},
	}}}}
	want := "~ Norvania will wait,\n  Solheim said.\n~ It has time.\n"
	if got := Draw(c, Style{}); got != want {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
}
