package ask

import (
	"testing"

	"onrecord/statements"
)

func kinQuery(topic string, who ...statements.Speaker) statements.Query {
	return statements.Query{Question: "what was said about " + topic, Speakers: who, Topic: []statements.Term{{Words: topic, Stems: []string{topic}}}}
}

// said makes a statement that is all of an article.
func said(id int64, who, content string) statements.Found {
	return statements.Found{
		SpeakerID: id, Article: statements.Article{URL: "https://courier.example/" + content, Text: content, Lang: "en"},
		Statement: statements.Statement{ID: id, Speaker: who, Kind: statements.Direct, Confidence: 1, Content: []statements.Span{{End: len(content)}}},
	}
}

// What has no word of the question never answers, however near a model says that
// it is; it is offered once, as what it is, by whoever is asked for.
func TestKin(t *testing.T) {
	solheim := statements.Speaker{ID: 1, Name: "Mira Solheim"}
	paraphrase := said(1, "Mira Solheim", "We will lay down our arms at midnight")
	other := said(2, "Ilya Vantreight", "Every gun falls silent")
	worded := said(1, "Mira Solheim", "The truce holds")
	worded.Statement.ID = 3
	for _, tc := range []struct {
		name    string
		q       statements.Query
		found   []statements.Found
		worded  int
		offered string // of its speaker; "" is nothing
	}{
		{"a paraphrase", kinQuery("truce"), []statements.Found{paraphrase}, 0, "Mira Solheim"},
		{"by whom it is asked of", kinQuery("truce", solheim), []statements.Found{other, paraphrase}, 0, "Mira Solheim"},
		{"by somebody else", kinQuery("truce", solheim), []statements.Found{other}, 0, ""},
		{"on another day", func() statements.Query {
			q := kinQuery("truce")
			q.Since = statements.Date{Year: 2026, Month: 11, Day: 1}
			return q
		}(), []statements.Found{paraphrase}, 0, ""},
		{"in these words", kinQuery("truce"), []statements.Found{worded}, 1, ""},
		{"the first that has none", kinQuery("truce"), []statements.Found{worded, other, paraphrase}, 1, "Ilya Vantreight"},
		{"no topic", statements.Query{Speakers: []statements.Speaker{solheim}}, []statements.Found{paraphrase}, 0, ""},
		{"nothing", kinQuery("truce"), nil, 0, ""},
		{"nothing said", kinQuery("truce"), []statements.Found{{}}, 0, ""},
	} {
		if got := Worded(tc.q, tc.found); len(got) != tc.worded {
			t.Errorf("%s: %d with a word of it, not %d", tc.name, len(got), tc.worded)
		}
		r := WithKin(tc.q, Ranked{}, tc.found)
		if len(r.Answers) > 0 {
			t.Errorf("%s: it answers: %+v", tc.name, r.Answers)
		}
		got := ""
		for _, n := range r.Nearest {
			got += n.Found.Statement.Speaker
			if n.Why != NearKin {
				t.Errorf("%s: it is called %q", tc.name, n.Why)
			}
		}
		if got != tc.offered {
			t.Errorf("%s: %q is offered, not %q", tc.name, got, tc.offered)
		}
	}
	there := Ranked{Nearest: []Near{{Answer{Found: paraphrase}, NearSame}}}
	if got := WithKin(kinQuery("truce"), there, []statements.Found{paraphrase}); len(got.Nearest) != 1 {
		t.Errorf("it is offered twice: %+v", got)
	}
	answered := Ranked{Answers: []Answer{{Found: worded}}, Of: 1}
	if got := WithKin(kinQuery("truce"), answered, []statements.Found{paraphrase}); len(got.Nearest) > 0 || len(got.Answers) != 1 {
		t.Errorf("beside an answer: %+v", got)
	}
}
