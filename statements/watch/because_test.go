package watch

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"onrecord/statements"
)

func TestTold(t *testing.T) {
	word := func(s string) string { return "“" + s + "”" }
	for reason, want := range map[string]statements.Said{
		"spoke":        statements.Say("spoke"),
		"said “quota”": statements.Say("said %s", word("quota")),
		"“quota” and “catch limit” in the title": statements.Say("%s in the title", statements.Say("%s and %s", word("quota"), word("catch limit"))),
		"spoke, said “quota” near “herring”, “a” and “b”": statements.Say("%s, %s", statements.Say("spoke"),
			statements.Say("said %s", statements.Say("%s and %s", statements.Say("%s, %s", statements.Say("%s near %s", word("quota"), "“herring”"), word("a")), word("b")))),
		"“a”, “b”, “c” and more in the text, from Harbor, Courier": statements.Say("%s, %s",
			statements.Say("%s in the text", statements.Say("%s and more", statements.Say("%s, %s", statements.Say("%s, %s", word("a"), word("b")), word("c")))),
			statements.Say("from %s", "Harbor, Courier")),
		"from ":             statements.Say("from %s", ""),
		"said “it ” and” x": statements.AsItIs("said “it ” and” x"),
	} {
		got := Told(reason)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%q (-want +got):\n%s", reason, diff)
		}
	}
}

// Whatever is kept is told, in English, as it was kept.
func FuzzTold(f *testing.F) {
	f.Add("spoke, said “quota” near “herring” and “a”, from the Courier")
	f.Add("“a”, “b”, “c” and more in the text")
	f.Add("")
	f.Fuzz(func(t *testing.T, reason string) {
		if got := Told(reason).String(); got != reason {
			t.Errorf("%q is told as %q", reason, got)
		}
	})
}
