package discordtest

import (
	"encoding/json"
	"strings"
	"testing"
)

func TestLocalizations(t *testing.T) {
	for _, tt := range []struct{ name, command, want string }{
		{"good", `{"name":"ask","description":"x","name_localizations":{"de":"fragen"},"description_localizations":{"ru":"Кто"}}`, ""},
		{"no such locale", `{"name":"ask","description":"x","name_localizations":{"es":"preguntar"}}`, "no such locale"},
		{"a capital", `{"name":"ask","description":"x","name_localizations":{"de":"Fragen"}}`, "does not match"},
		{"a blank", `{"name":"ask","description":"x","name_localizations":{"de":"frag mich"}}`, "does not match"},
		{"too long", `{"name":"ask","description":"x","description_localizations":{"de":"` + strings.Repeat("x", 101) + `"}}`, "Must be between"},
		{"of an option", `{"name":"ask","description":"x","options":[{"type":3,"name":"q","description":"y","name_localizations":{"de":"Q"}}]}`, "does not match"},
		{"twice", `{"name":"ask","description":"x","options":[{"type":3,"name":"q","description":"y","name_localizations":{"de":"w"}},{"type":3,"name":"r","description":"y","name_localizations":{"de":"w"}}]}`, "unique, in de too"},
		{"no table", `{"name":"ask","description":"x","name_localizations":["a"]}`, "not a table"},
		{"on a message", `{"type":3,"name":"Find statements","name_localizations":{"de":"Aussagen finden"}}`, ""},
		{"on a message, described", `{"type":3,"name":"Find","description":"x"}`, "must be empty"},
		{"on a message, described elsewhere", `{"type":3,"name":"Find","description_localizations":{"de":"x"}}`, "Must be between"},
	} {
		var c command
		if err := json.Unmarshal([]byte(tt.command), &c); err != nil {
			t.Fatal(err)
		}
		if got := c.check(""); (got == "") != (tt.want == "") || !strings.Contains(got, tt.want) {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
	var c command
	if err := json.Unmarshal([]byte(`{"name":"ask","description":"x","description_localizations":{"de":"xyz"}}`), &c); err != nil || c.length() != len("ask")+len("xyz") {
		t.Errorf("%v, %d counted", err, c.length())
	}
}
