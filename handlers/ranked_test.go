package handlers

import (
	"strings"
	"testing"

	"onrecord/statements"
)

// A land whose own words are on something else does not keep its officials' from
// being looked for.
func TestOfficialsAreLookedFor(t *testing.T) {
	const body = "Talks to open in Vell\n\nNorway ruled out a vote before the press. Norwegian foreign minister Tone Askeland said she would come to Vell."
	said := func(id int64, name, role, source, cue, content string) statements.Found {
		at := func(s string) statements.Span {
			i := strings.Index(body, s)
			return statements.Span{Start: i, End: i + len(s)}
		}
		return statements.Found{SpeakerID: id, Article: statements.Article{Title: "Talks to open in Vell", Lang: "en", Text: body},
			Statement: statements.Statement{ID: id, Speaker: name, Role: role, Kind: statements.Indirect, Source: at(source), Cue: at(cue), Content: []statements.Span{at(content)}}}
	}
	d, _ := desk(&shelf{found: []statements.Found{
		said(1, "Norway", "", "Norway", "ruled out", "a vote before the press"),
		said(2, "Tone Askeland", "Norwegian foreign minister", "Tone Askeland", "said", "she would come to Vell"),
	}})
	for topic, want := range map[string]int64{"Vell": 2, "vote": 1} {
		q := statements.Query{Question: "what did Norway say about " + topic, Speakers: []statements.Speaker{{ID: 1, Name: "Norway"}},
			Topic: []statements.Term{{Words: topic, Stems: []string{strings.ToLower(topic)}}}}
		ranked, err := d.ranked(t.Context(), q)
		if err != nil || len(ranked.Answers) != 1 || ranked.Answers[0].Found.Statement.ID != want {
			t.Errorf("%s: %+v, %v", topic, ranked.Answers, err)
		}
	}
}
