package handlers

import (
	"fmt"
	"strings"
	"testing"

	"onrecord/statements"
)

// lighthouse fills a shelf with n statements of one speaker on one thing.
func lighthouse(n int) *shelf {
	s := &shelf{}
	s.stats.Coverage = statements.Coverage{Feeds: 43, Healthy: 40, Failing: []string{"Fjord Wire"}, Articles: 12400, Statements: 3118,
		From: statements.Date{Year: 2026, Month: 5, Day: 1}, To: statements.Date{Year: 2026, Month: 11, Day: 21}}
	animals := []string{"herring", "walrus", "otter", "heron", "badger", "magpie", "weasel", "lobster"}
	for i := range n {
		said := fmt.Sprintf("The lighthouse on pier %d must stay lit for every %s that passes,", i+1, animals[i%len(animals)])
		a := statements.Article{ID: int64(i + 1), URL: fmt.Sprintf("https://a.example/%d", i), Outlet: "Ostervik Post", Title: "Lamps", Lang: "en",
			Text: "Lamps\n\n“" + said + "” Pell Andersen said.\n"}
		start := strings.Index(a.Text, said)
		span := []statements.Span{{Start: start, End: start + len(said)}}
		s.found = append(s.found, statements.Found{Article: a, SpeakerID: 5, Score: 1, Statement: statements.Statement{
			ID: int64(41000 + i), Speaker: "Pell Andersen", Known: statements.ByName, Kind: statements.Direct, Confidence: 0.9, Content: span, Verbatim: span,
			SaidOn: statements.Date{Year: 2026, Month: 9, Day: 1 + i},
		}})
	}
	return s
}

func TestAsk(t *testing.T) {
	s := lighthouse(7)
	d, _ := desk(s)
	reply := d.Serve(t.Context(), ask1("ask", "question", "what did Pell Andersen say about the lighthouse?"))
	text := plain(reply)
	for _, want := range []string{"Pell Andersen on lighthouse, any time: 5 of 7 statements, best first", "“The lighthouse on pier", "Ostervik Post",
		"Searched 12,400 articles and 3,118 statements since 1 May 2026 · 43 feeds, 40 healthy", "[Show context] [Show next 2]"} {
		if !strings.Contains(text, want) {
			t.Errorf("the answer lacks %q:\n%s", want, text)
		}
	}
	if reply.Private || strings.Contains(text, "[Share]") {
		t.Error("the answer is private, or can be shared")
	}
	bold := 0
	for _, b := range reply.Cards[0].Body {
		for _, r := range b.Runs {
			if r.Bold && strings.EqualFold(r.Text, "lighthouse") {
				bold++
			}
		}
	}
	if bold != 5 {
		t.Errorf("the word that answers is bold in %d of 5 answers", bold)
	}
	next := reply.Cards[0].Buttons[1]
	turned := d.Press(t.Context(), Press{Action: next.Action, ID: next.ID, Arg: next.Arg, Request: ask1("")})
	text2 := plain(turned)
	if !turned.Update || turned.Private || !strings.Contains(text2, "6 to 7 of 7 statements") || strings.Contains(text2, "Show next") {
		t.Errorf("the second page:\n%s", text2)
	}
	if i := len(turned.Cards[0].Buttons) - 1; turned.Cards[0].Buttons[i].Typed != "previous" {
		t.Errorf("the second page cannot be turned back:\n%s", text2)
	} else if b := turned.Cards[0].Buttons[i]; !strings.Contains(plain(d.Press(t.Context(), Press{Action: b.Action, ID: b.ID, Arg: b.Arg, Request: ask1("")})), "5 of 7 statements, best first") {
		t.Error("the page before the second is not the first")
	}
	for _, b := range turned.Cards[0].Body {
		if b.Number > 0 && b.Number != 6 && b.Number != 7 {
			t.Errorf("an answer of the second page has the number %d", b.Number)
		}
	}
}

func TestAskPrivately(t *testing.T) {
	d, _ := desk(lighthouse(2))
	reply := d.Serve(t.Context(), ask1("ask", "question", "lighthouse", "speaker", "andersen", "private", "yes"))
	if !reply.Private || !strings.Contains(plain(reply), "[Share]") || !strings.Contains(plain(reply), "Pell Andersen on lighthouse") {
		t.Errorf("a private answer: %v\n%s", reply.Private, plain(reply))
	}
}

func TestNothingOnRecord(t *testing.T) {
	s := lighthouse(2)
	d, _ := desk(s)
	for _, r := range []Request{
		ask1("ask", "question", "what did Pell Andersen say about the trombone?"),
		ask1("ask", "question", "what about the lighthouse?", "speaker", "Nobody Known"),
		ask1("ask", "question", "what did Pell Andersen say about the lighthouse?", "until", "2026-06-01"),
	} {
		reply := d.Serve(t.Context(), r)
		text := plain(reply)
		if reply.Cards[0].Form != FormNone || !strings.Contains(text, "Nothing on record:") || !strings.Contains(text, "40 healthy: not Fjord Wire") {
			t.Errorf("%v:\n%s", r.Options, text)
		}
		for _, b := range reply.Cards[0].Body {
			if b.Look == Plain && strings.HasPrefix(b.Runs[0].Text, "Nearest") && b.Runs[1].Text == "" {
				t.Errorf("what is near is not named for what it is:\n%s", text)
			}
		}
	}
}

func TestNamesAlike(t *testing.T) {
	d, _ := desk(lighthouse(2))
	text := plain(d.Serve(t.Context(), ask1("ask", "question", "what about the lighthouse?", "speaker", "Pell Andresen")))
	if !strings.Contains(text, "Nobody of that name is on record. Near it: Pell Andersen (1 statement)") {
		t.Errorf("a misspelt name:\n%s", text)
	}
	text = plain(d.Serve(t.Context(), ask1("ask", "question", "what about the lighthouse?", "speaker", "Quentin Zabriskie")))
	if strings.Contains(text, "Near it") {
		t.Errorf("a name like nobody's:\n%s", text)
	}
}

func TestFindWithoutAStore(t *testing.T) {
	d, _ := desk(&shelf{broken: errBroken})
	if _, err := d.Find(t.Context(), Question{Text: "what did Andersen say?"}); err == nil || !strings.Contains(err.Error(), "fire") {
		t.Errorf("Find gives %v", err)
	}
}

// A question can be limited to an outlet and to a kind.
func TestAskLimited(t *testing.T) {
	d, _ := desk(lighthouse(3))
	q, err := d.understand(t.Context(), Question{Text: "lighthouse", Outlet: "Ostervik  Post", Kind: "partly"})
	if err != nil || len(q.Outlets) != 1 || q.Outlets[0] != "Ostervik Post" || len(q.Kinds) != 2 {
		t.Errorf("%+v, %v", q, err)
	}
	if got := d.Serve(t.Context(), ask1("ask", "question", "lighthouse", "kind", "shouted")); got.Cards[0].Form != FormProblem {
		t.Errorf("an unknown kind is answered:\n%s", plain(got))
	}
}

// What is kept is no total: of more it is said that there are more, and what finds
// the rest.
func TestMoreThanIsKept(t *testing.T) {
	page := func(d *Desk, r Reply, n int) string {
		b := r.Cards[0].Buttons[len(r.Cards[0].Buttons)-1]
		return plain(d.Press(t.Context(), Press{Action: b.Action, ID: b.ID, Arg: fmt.Sprint(n), Request: ask1("")}))
	}
	for _, tc := range []struct {
		n           int
		first, last string
	}{
		{mostKept - 1, "5 of 199 statements, newest first", "196 to 199 of 199 statements"},
		{mostKept, "5 of 200 statements", "196 to 200 of 200 statements"},
		{mostKept + 1, "5 of more than 200 statements", "196 to 200 of more than 200 statements"},
	} {
		d, _ := desk(lighthouse(tc.n))
		for _, r := range []Reply{d.Serve(t.Context(), ask1("more", "number", "41000")), d.Serve(t.Context(), ask1("search", "words", "lighthouse"))} {
			if got := plain(r); !strings.Contains(got, tc.first) {
				t.Errorf("%d: it lacks %q:\n%s", tc.n, tc.first, got)
			}
			last := page(d, r, mostKept/pageSize)
			if !strings.Contains(last, tc.last) || strings.Contains(last, "These are the newest 200;") != (tc.n > mostKept) {
				t.Errorf("%d: the last page lacks %q, or what finds the rest:\n%s", tc.n, tc.last, last)
			}
		}
	}
}
