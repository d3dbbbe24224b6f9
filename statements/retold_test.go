package statements_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"onrecord/statements"
)

func TestRetold(t *testing.T) {
	say := statements.Say
	clause := func(s statements.Said) statements.Said {
		s.Clause = true
		return s
	}
	again := say("It will be tried again.")
	for kept, want := range map[string]statements.Said{
		"The answer is empty.": say("The answer is empty."),
		"The answer is empty":  clause(say("The answer is empty.")),
		"b.example/feed has a problem of its own (status 503). It will be tried again.": say("%s %s", say("%s has a problem of its own (status %s).", "b.example/feed", "503"), again),
		"b.example/a. b could not be read: odd. even. It will be tried again.":          say("%s %s", say("%s could not be read: %s.", "b.example/a. b", "odd. even"), again),
		"onrecord may not write in this channel. Allow it all. (HTTP 403)":              say("%s %s", say("onrecord may not write in this channel."), say("%s", "Allow it all. (HTTP 403)")),
		"nothing new for 9 days, it usually brings 12 a week": say("nothing new for %s, it usually brings %s",
			say("%s", statements.Count(9, "%s day", "%s days")), say("%s a week", "12")),
		"The feed is there, and not all of its pages: The page is empty. It will be tried again.": say("%s %s",
			say("The feed is there, and not all of its pages: %s", say("The page is empty.")), again),
		"Something else. It will be tried again.": say("%s", "Something else. It will be tried again."),
		"": say("%s", ""),
	} {
		if diff := cmp.Diff(want, statements.Retold(kept)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", kept, diff)
		}
	}
}

// Whatever is kept is told, in English, as it was kept.
func FuzzRetold(f *testing.F) {
	f.Add("b.example/feed is gone for good (status 410). Look for its new address, or remove it.")
	f.Add("nothing new for 1 days, it usually brings one in 12 weeks")
	f.Add("a. b. c refuses the connection. %s. %d")
	f.Add("it refused: it refused: 5 hours")
	f.Add(strings.Repeat("The page cannot be read: The visit broke off: a. b. ", 38))
	f.Add(strings.Repeat("a could not be read: ", 50) + "b. c. d. e. f. g. h. i.")
	f.Add("")
	f.Fuzz(func(t *testing.T, kept string) {
		if got := statements.Retold(kept).String(); got != kept {
			t.Errorf("%q is told as %q", kept, got)
		}
	})
}
