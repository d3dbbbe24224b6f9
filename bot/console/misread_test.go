package console

import (
	"strings"
	"testing"

	"onrecord/handlers"
)

func TestMisread(t *testing.T) {
	for _, c := range []struct{ line, want string }{
		{"ask the quota speaker Solheim since 2026-05-01", "‘speaker’ was read as a word; as an option it is written --speaker"},
		{`ask the quota outlet "Fjord Wire"`, "--outlet"},
		{"ask the quota outlet courier.example", "--outlet"},
		{"ask the quota kind reported", "--kind"},
		{"search quota private yes", "--private"},
		{"ask the quota --foo bar", "There is no option --foo: it was read as a word"},
		{"ask what did the speaker of the house say", ""},
		{"ask what kind of quota was it", ""},
		{"ask who spoke in private", ""},
		{"ask the quota since May until June", ""},
		{"ask the quota --speaker Solheim", ""},
		{"ask who said \"speaker Solheim\"", ""},
		{"find He said --speaker Solheim.", ""},
		{"watch add speaker Solheim", ""},
	} {
		cmd, rest, _ := commandOf((&handlers.Desk{}).Commands(), c.line)
		var lines []string
		for _, said := range misread(cmd, parse(cmd, rest).options[cmd.Options[0].Name]) {
			lines = append(lines, said.String())
		}
		if got := strings.Join(lines, "\n"); c.want == "" && got != "" || !strings.Contains(got, c.want) {
			t.Errorf("%s: %q, want %q", c.line, got, c.want)
		}
	}
}

func TestHintsAndOptionsWithoutValue(t *testing.T) {
	got := turned(t, "ask herring speaker Solheim", "ask herring --since", "review 7 wrong", "ask herring --private")
	for want, n := range map[string]int{
		"as an option it is written --speaker": 1, "The option since has no value.": 1, "The option wrong has no value.": 1, "page 1 of herring": 2,
	} {
		if strings.Count(got, want) != n {
			t.Errorf("%q does not stand %d times:\n%s", want, n, got)
		}
	}
}
