package handlers_test

import (
	"testing"

	"onrecord/handlers"
)

// A name may be almost one of somebody whom hardly anybody quotes, among more
// who begin with the same two letters than are looked at.
func TestAskAlikeAmongMany(t *testing.T) {
	var lines []said
	for a := 'a'; a <= 'i'; a++ {
		for b := 'a'; b <= 'i'; b++ {
			lines = append(lines, said{"Ann Bi" + string(a) + string(b) + "sen", "", "No quota"})
		}
	}
	d := onRecord(t, append(lines, said{"Tor Birk", "", "No quota at all"})...)
	for question, want := range map[string]string{
		"what did Birken say":   "Tor Birk",
		"what did Bartok say":   "",
		"what did Tor Yxen say": "",
	} {
		found, err := d.Find(t.Context(), handlers.Question{Text: question})
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		if len(found.Alike) > 0 {
			got = found.Alike[0].Name
		}
		if got != want {
			t.Errorf("%s: alike is %q, want %q", question, got, want)
		}
	}
}
