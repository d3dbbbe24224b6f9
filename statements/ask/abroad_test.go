package ask

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// reading is a question with what it is read as: who, with "?" where the archive does
// not know them and in English where that is another word, what about, when, and
// what was not understood.
type reading struct {
	question, who, topic, dates, rest string
}

// readIn checks questions of one language.
func readIn(t *testing.T, lang string, all []reading) {
	t.Helper()
	for _, c := range all {
		q := Parse(c.question, here)
		got := reading{question: c.question, rest: strings.Join(q.NotUnderstood, "|")}
		var who, topic []string
		for _, s := range q.Speakers {
			if e := InEnglish(s.Name); s.ID == 0 && e != "" {
				s.Name += " = " + e
			}
			if s.ID == 0 {
				s.Name += " ?"
			}
			who = append(who, s.Name)
		}
		for _, m := range q.Topic {
			topic = append(topic, m.Words)
		}
		got.who, got.topic = strings.Join(who, ", "), strings.Join(topic, "|")
		if !q.Since.IsZero() || !q.Until.IsZero() {
			got.dates = q.Since.String() + ".." + q.Until.String()
		}
		if in := newQuestion(c.question, here).lang; in != lang {
			t.Errorf("%s is taken for %s", c.question, in)
		}
		if diff := cmp.Diff(c, got, cmp.AllowUnexported(reading{})); diff != "" {
			t.Errorf("%s\n%s", c.question, diff)
		}
	}
}

func TestRolesInOtherLanguages(t *testing.T) {
	for _, c := range []struct {
		role, description string
		want              bool
	}{
		{"Norvanian Foreign Minister", "norvanische Außenministerin", true},
		{"Norvanian Foreign Minister", "министр иностранных дел Норвании", true},
		{"Foreign Minister of Russia", "ministre russe des Affaires étrangères", true},
		{"der russische Außenminister", "Russian foreign minister", true},
		{"ministra de Exteriores de Norvania", "norvanische Außenministerin", true},
		{"président norvanien", "presidente de Norvania", true},
		{"mayor of Ostervik", "alcaldesa de Ostervik", true},
		{"Norvanian Foreign Minister", "calderische Außenministerin", false},
		{"Norvanian Finance Minister", "norvanische Außenministerin", false},
		{"mayor of Ostervik", "maire de Vell", false},
	} {
		if got := HoldsRole(c.role, c.description); got != c.want {
			t.Errorf("%s is %s: %v, want %v", c.role, c.description, got, c.want)
		}
	}
	for _, words := range []string{"", "mayor of Ostervik", "Deutsche Bank chief economist", "chef de cuisine", "president", "director general of the Ferry Board", "D'Alba's lawyer", "general secretary"} {
		if got := InEnglish(words); got != "" {
			t.Errorf("%s is English, and read as %s", words, got)
		}
	}
}

// The words for an office stay what they are where a question is English.
func TestEnglishStaysEnglish(t *testing.T) {
	for _, question := range []string{"solheim on de maura", "El Correo on La Paloma", "Chiang Mai ferry talks", "die hard talks, Solheim", "what did Richter say about Qui Nhon", "Le Chantre quota", "Solheim talks la plata", "pacte de Vell"} {
		if got := newQuestion(question, here).lang; got != "en" {
			t.Errorf("%s is taken for %s", question, got)
		}
	}
}
