package ask

import (
	"strings"
	"testing"

	"onrecord/statements"
)

func TestQuestionsInOtherLanguages(t *testing.T) {
	for _, c := range []struct {
		lang, question, who, topic string
		article, content           string // that answers it
	}{
		{"de", "Was hat Solheim über die Waffenruhe gesagt?", "Mira Solheim", "Waffenruhe", "de", "Die Waffenruhe hält nicht"},
		{"de", "was sagte Marchetti über die Quote", "Marchetti ?", "Quote", "", ""},
		{"fr", "Qu'a dit Solheim sur les négociations ?", "Mira Solheim", "négociations", "fr", "Les négociations ont échoué"},
		{"es", "¿Qué dijo Solheim sobre las cuotas de arenque?", "Mira Solheim", "cuotas|arenque", "es", "La cuota del arenque es demasiado baja"},
		{"ru", "что сказала Сольхейм о квотах?", "Mira Solheim", "квотах", "ru", "Квоты на сельдь не годятся"},
		{"ru", "что сказала Mira Solheim о ferry quota talks", "Mira Solheim", "ferry|quota|talks", "", ""}, // names and a topic in Latin letters
		{"en", "what did Сольхейм say on quotas", "Mira Solheim", "quotas", "", ""},
	} {
		q := Parse(c.question, here)
		var who, topic []string
		for _, s := range q.Speakers {
			if s.ID == 0 {
				s.Name += " ?"
			}
			who = append(who, s.Name)
		}
		for _, m := range q.Topic {
			topic = append(topic, m.Words)
		}
		if got := newQuestion(c.question, here).lang; got != c.lang {
			t.Errorf("%s is taken for %s", c.question, got)
		}
		if strings.Join(who, "|") != c.who || strings.Join(topic, "|") != c.topic {
			t.Errorf("%s: %v on %q, want %s on %s", c.question, who, topic, c.who, c.topic)
		}
		if c.content == "" {
			continue
		}
		f := statements.Found{SpeakerID: 1, Article: statements.Article{Lang: c.article, Text: c.content + "."},
			Statement: statements.Statement{Speaker: "Mira Solheim", Content: []statements.Span{{Start: 0, End: len(c.content)}}}}
		if r := Rank(q, []statements.Found{f}); len(r.Answers) != 1 || len(r.Answers[0].Words) == 0 {
			t.Errorf("%s: %q does not answer", c.question, c.content)
		}
	}
}
