package watch

import (
	"testing"

	"onrecord/statements"
)

// A word with a hyphen is found written as one, and the other way round, in any
// of its forms; another word of the same stem is not it.
func TestHyphen(t *testing.T) {
	for _, c := range []struct {
		words, lang, text string
		want              bool
	}{
		{"mini-state", "en", "The minister left early.", false},
		{"mini-state", "en", "Two ministates signed.", true},
		{"mini-state", "en", "The mini-states signed.", true},
		{"ministate", "en", "The mini-state’s boats left.", true},
		{"minister", "en", "The mini-state signed.", false},
		{"cease-fires", "en", "The ceasefire holds.", true},
		{"re-use", "en", "Nets are reused.", true},
		{"north-sea-wide", "en", "A northseawide ban.", true},
		{"ex-ministre", "fr", "Il a parlé de l’exministre.", true},
		{"exministre", "fr", "Il a parlé de l’ex-ministre.", true},
		{"премьер-министр", "ru", "Слова премьерминистра.", true},
	} {
		set := Compile([]statements.Watch{{ID: 1, Keywords: c.words}})
		a := statements.Article{Title: "Talks", Lang: c.lang, Text: c.text}
		if got := len(set.Match(a, nil, false)) > 0; got != c.want {
			t.Errorf("%s in %q: %v, want %v", c.words, c.text, got, c.want)
		}
	}
}
