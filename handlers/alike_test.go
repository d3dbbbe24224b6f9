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

// Who types a misspelt name to its end is shown the right one.
func TestCompleteMisspelt(t *testing.T) {
	d := onRecord(t, said{"Jon Achterberg", "mayor", "No quota"}, said{"Mira Solheim", "", "A quota"})
	for typed, want := range map[string]string{"Akterberg": "Jon Achterberg", "solh": "Mira Solheim", "Akte": "", "Marchetti": ""} {
		got := ""
		for _, c := range d.Complete(t.Context(), handlers.Request{Command: "ask", Server: "console"}, "speaker", typed) {
			got += c.Value
		}
		if got != want {
			t.Errorf("%s: %q, want %q", typed, got, want)
		}
	}
}

// A misspelt name is read as the one on record unless an article names somebody
// who is called so.
func TestAskMisspelt(t *testing.T) {
	d := onRecord(t, said{"Jon Achterberg", "mayor", "No quota for Tor Vantrecht"}, said{"Ilya Vantreight", "", "A quota"})
	for typed, want := range map[string]string{"Akterberg": "Jon Achterberg", "Vantreigt": "Ilya Vantreight", "Vantrecht": ""} {
		found, err := d.Find(t.Context(), handlers.Question{Text: "what did " + typed + " say about the quota?"})
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, s := range found.Query.Speakers {
			if s.ID != 0 {
				got += s.Name
			}
		}
		if got != want {
			t.Errorf("%s: %q, want %q", typed, got, want)
		}
		if got == "" && len(found.Ranked.Answers) > 0 {
			t.Errorf("%s: words of somebody else", typed)
		}
	}
}
