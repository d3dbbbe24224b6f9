package handlers

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestWoven(t *testing.T) {
	who, where := []Run{{Text: "Mira", Bold: true}}, []Run{{Text: "#desk", Place: "x"}}
	for sentence, want := range map[string][]Run{
		"Watching %s, in %s.":     {{Text: "Watching "}, who[0], {Text: ", in "}, where[0], {Text: "."}},
		"In %[2]s wird %[1]s, %s": {{Text: "In "}, where[0], {Text: " wird "}, who[0], {Text: ", "}, where[0]},
		"100 % sicher":            {{Text: "100 % sicher"}},
		"%[9]s und %[x]s %s":      {{Text: " und %[x]s "}},
		"":                        nil,
	} {
		if diff := cmp.Diff(want, woven(sentence, who, where)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", sentence, diff)
		}
	}
}
