package lexicon

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestInflect(t *testing.T) {
	for _, c := range []struct {
		base, past, part string
		double           bool
		want             map[string]Form
	}{
		{"note", "", "", false, map[string]Form{"note": Base, "notes": Third, "noted": Past, "noting": Participle}},
		{"admit", "", "", true, map[string]Form{"admit": Base, "admits": Third, "admitted": Past, "admitting": Participle}},
		{"deny", "", "", false, map[string]Form{"deny": Base, "denies": Third, "denied": Past, "denying": Participle}},
		{"stress", "", "", false, map[string]Form{"stress": Base, "stresses": Third, "stressed": Past, "stressing": Participle}},
		{"write", "wrote", "written", false, map[string]Form{"write": Base, "writes": Third, "wrote": Past, "written": PastPart, "writing": Participle}},
		{"agree", "", "", false, map[string]Form{"agree": Base, "agrees": Third, "agreed": Past, "agreeing": Participle}},
	} {
		if diff := cmp.Diff(c.want, inflect(c.base, c.past, c.part, c.double)); diff != "" {
			t.Errorf("%s: %s", c.base, diff)
		}
	}
}

func TestVerbsWithMostWordsFirst(t *testing.T) {
	got := For("en").Verbs("called")
	if len(got) < 2 || len(got[0].After) == 0 || len(got[len(got)-1].After) != 0 {
		t.Errorf("readings of called: %+v", got)
	}
}

// TestEveryLanguageIsComplete holds that the lists that rules ask for exist.
func TestEveryLanguageIsComplete(t *testing.T) {
	for _, lang := range Languages() {
		l := For(lang)
		for _, list := range []string{"pronoun-m", "pronoun-f", "preposition", "conjunction", "role", "body", "weekday", "according", "section", "abbreviation"} {
			if len(l.List(list)) == 0 {
				t.Errorf("%s has no %s", lang, list)
			}
		}
		classes := map[Class]bool{}
		for _, vs := range l.verbs {
			for _, v := range vs {
				classes[v.Class] = true
			}
		}
		if len(classes) < 6 {
			t.Errorf("%s has %d classes of verbs", lang, len(classes))
		}
		if len(l.States()) < 10 {
			t.Errorf("%s has %d states", lang, len(l.States()))
		}
	}
}

func TestStates(t *testing.T) {
	l := For("en")
	for word, want := range map[string]string{"norwegian": "Norway", "oslo": "Norway", "new zealand": "New Zealand", "un": "United Nations", "sedge": ""} {
		if got, _, _ := l.StateOf(word); got != want {
			t.Errorf("%s is of %q, want %q", word, got, want)
		}
	}
	if _, capital, _ := l.StateOf("oslo"); !capital {
		t.Error("Oslo is no capital")
	}
}

func TestGuess(t *testing.T) {
	for want, s := range map[string]string{
		"en": "The minister said that it was late and that he would not come to the harbour.",
		"de": "Der Minister sagte, dass er nicht kommen werde, weil das Wetter nicht gut ist.",
		"fr": "Le ministre a dit que les travaux dans la ville ne sont pas pour cette année.",
		"es": "El ministro dijo que las obras en la ciudad no son para los vecinos del barrio.",
		"ru": "Министр заявил, что работы начнутся в мае.",
		"":   "12 34 56",
	} {
		if got := Guess(s); got != want {
			t.Errorf("%q is %q, want %q", s, got, want)
		}
	}
}

func TestSameLand(t *testing.T) {
	for _, c := range []struct {
		lang, a, b string
		want       bool
	}{
		{"en", "norvania", "norvanian", true},
		{"en", "elmen", "elmenese", true},
		{"en", "mossland", "mossish", true},
		{"en", "norvanian", "norvania", true},
		{"en", "norvania", "elmenian", false},
		{"en", "port", "portal", false},
		{"en", "trade", "trader", false},
		{"de", "norwanien", "norwanische", true},
		{"fr", "norvanie", "norvanien", true},
		{"es", "norvania", "norvano", true},
		{"ru", "норвания", "норванский", true},
	} {
		if got := For(c.lang).SameLand(c.a, c.b); got != c.want {
			t.Errorf("%s: %s and %s: %v", c.lang, c.a, c.b, got)
		}
	}
}
