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
