package handlers_test

import (
	"strings"
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

// Whom a misspelt name was read as is said, in the reader's language, and kept
// with the question.
func TestAskSaysWhomItTook(t *testing.T) {
	d := onRecord(t, said{"Bruno Achterberg", "mayor", "No quota"}, said{"Sara Lindell", "", "A quota"}, said{"Lindell", "", "Two quotas"})
	for _, c := range []struct {
		question, locale, want string
		not                    bool
	}{
		{question: "what did Akterberg say about the quota?", want: "Read as Bruno Achterberg: nobody on record is called ‘Akterberg’."},
		{question: "what did Mayor Akterberg say about the quota?", want: "Read as Bruno Achterberg: nobody on record is called ‘Akterberg’."},
		{question: "what did Bruno Akterberk say about the quota?", want: "Read as Bruno Achterberg: nobody on record is called ‘Bruno Akterberk’."},
		{question: "what did Akterberg say about herring?", want: "Read as Bruno Achterberg: nobody on record is called ‘Akterberg’."},
		{question: "what did Lidnel say about the quota?", want: "Read as Sara Lindell or Lindell: nobody on record is called ‘Lidnel’."},
		{question: "what did Akterberg say about the quota?", locale: "de", want: "Gelesen als Bruno Achterberg: Niemand im Archiv heißt ‘Akterberg’."},
		{question: "what did Akterberg say about the quota?", locale: "fr", want: "Lu comme Bruno Achterberg : personne dans les archives ne s’appelle ‘Akterberg’."},
		{question: "what did Akterberg say about the quota?", locale: "es", want: "Se leyó como Bruno Achterberg: nadie en el archivo se llama ‘Akterberg’."},
		{question: "what did Akterberg say about the quota?", locale: "ru", want: "Прочитано как Bruno Achterberg: в архиве никого не зовут ‘Akterberg’."},
		{question: "what did Achterberg say about the quota?", want: "Read as", not: true},
		{question: "what did Bruno Achterberg say about the quota?", want: "Read as", not: true},
		{question: "what did Acthenberk say about the quota?", want: "Read as", not: true}, // is offered
	} {
		r := d.Serve(t.Context(), handlers.Request{Command: "ask", Server: "console", Locale: c.locale, Options: map[string]string{"question": c.question}})
		var lead []string
		for _, b := range r.Cards[0].Lead {
			line := ""
			for _, run := range b.Runs {
				line += run.Text
			}
			lead = append(lead, line)
		}
		if all := strings.Join(lead, "\n"); strings.Contains(all, c.want) == c.not {
			t.Errorf("%s: %s, want %s", c.question, all, c.want)
		}
	}
	r := d.Serve(t.Context(), handlers.Request{Command: "ask", Server: "console", Options: map[string]string{"question": "what did Akterberg say about the quota?", "speaker": "Sara Lindell"}})
	for _, b := range r.Cards[0].Lead {
		for _, run := range b.Runs {
			if strings.Contains(run.Text, "nobody on record") {
				t.Errorf("an option wins: %s", run.Text)
			}
		}
	}
}
