package cluster

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"onrecord/statements"
)

// The order of the known statements changes nothing.
func TestAssignOfShuffled(t *testing.T) {
	all := reports(t)
	var known []Known
	for _, r := range all[:2] {
		for i, s := range Sign(r.article, r.sts) {
			known = append(known, Known{s, int64(len(r.labels[i]))})
		}
	}
	fresh := Sign(all[2].article, all[2].sts)
	want := fmt.Sprint(Assign(fresh, known))
	r := rand.New(rand.NewPCG(5, 6))
	for range 20 {
		r.Shuffle(len(known), func(i, j int) { known[i], known[j] = known[j], known[i] })
		if got := fmt.Sprint(Assign(fresh, known)); got != want {
			t.Fatalf("got %s, want %s", got, want)
		}
	}
}

func TestAssignOfNothing(t *testing.T) {
	if got := Assign(nil, []Known{{Signature{}, 1}}); len(got) != 0 {
		t.Errorf("got %v", got)
	}
	if got := Assign(make([]Signature, 2), nil); len(got) != 2 || got[0].Cluster != 0 || got[1].First != 1 {
		t.Errorf("two that say nothing: %v", got)
	}
}

// A transcript of many statements, all alike, takes no longer than its parts,
// and each of them opens a cluster.
func TestAssignOfManyAlike(t *testing.T) {
	one := sign(t, "https://one.example/1", side{"Ewa Hollin", "2026-10-07", "“The storm has closed seven dairies along the northern coast”"})
	fresh := make([]Signature, 2*mostFresh+10)
	var known []Known
	for i := range fresh {
		fresh[i] = one
		fresh[i].Place = i
	}
	for i := range 200 {
		known = append(known, Known{sign(t, fmt.Sprint("https://two.example/", i), side{"Ewa Hollin", "2026-10-07", "“" + word(i) + " " + word(i+1) + " " + word(i+2) + " " + word(i+3) + "”"}), int64(i + 1)})
	}
	firsts := map[int]bool{}
	for _, c := range Assign(fresh, known) {
		if c.Cluster != 0 {
			t.Fatalf("joined cluster %d", c.Cluster)
		}
		firsts[c.First] = true
	}
	if len(firsts) != 3 || !firsts[0] || !firsts[mostFresh] || !firsts[2*mostFresh] {
		t.Errorf("opened by %v", firsts)
	}
}

// Whatever an article and its spans are: signing and assigning end, every
// choice is one of those that there are, and one opens each new cluster.
func FuzzAssign(f *testing.F) {
	f.Add("Grain stays\n\n“No grain leaves until the silos are sealed,” Brekke said. “Ask them.”", 13, 60, 78, 87, "Tomas Brekke", "en")
	f.Add("Зерно\n\n«Зерно не уйдёт, пока силосы не опечатаны», — сказал Брекке.", 14, 90, 0, 0, "", "ru")
	f.Add("a\xffb\x00. c?", 0, 3, 2, 9, "X", "xx")
	f.Fuzz(func(t *testing.T, body string, a, b, c, d int, who, lang string) {
		article := statements.Article{URL: "https://one.example/1", Text: body, Lang: lang, Published: statements.Moment{Time: time.Unix(0, 0)}}
		sts := []statements.Statement{
			{Speaker: who, Known: statements.ByName, Kind: statements.Direct, Content: []statements.Span{{Start: a, End: b}}, Verbatim: []statements.Span{{Start: a, End: b}}},
			{Speaker: who, Known: statements.ByName, Kind: statements.Mixed, Content: []statements.Span{{Start: c, End: d}, {Start: a, End: d}}, Verbatim: []statements.Span{{Start: a, End: c}}},
			{Known: statements.Unresolved, Kind: statements.Indirect},
		}
		fresh := Sign(article, sts)
		var known []Known
		article.URL = "https://two.example/1"
		for i, s := range Sign(article, sts) {
			known = append(known, Known{s, int64(7 + i)})
		}
		for i, choice := range Assign(fresh, known) {
			switch {
			case choice.Cluster != 0 && (choice.Cluster < 7 || choice.Cluster > 9):
				t.Errorf("cluster %d", choice.Cluster)
			case choice.Cluster == 0 && (choice.First > i || choice.First < 0):
				t.Errorf("statement %d opens with %d", i, choice.First)
			}
			if choice.Why != "" && !utf8.ValidString(string(choice.Why)) {
				t.Errorf("reason %q", choice.Why)
			}
		}
	})
}

// An article of twenty statements against all that is compared at most.
func BenchmarkAssign(b *testing.B) {
	r := rand.New(rand.NewPCG(7, 8))
	article := func(n int) (statements.Article, []statements.Statement) {
		a := statements.Article{URL: fmt.Sprint("https://one.example/", n), Lang: "en", Text: "Headline\n\nThe lead.\n\n"}
		var sts []statements.Statement
		for range 20 {
			words := make([]string, 28)
			for i := range words {
				words[i] = word(int(r.ExpFloat64() * 300))
			}
			said := strings.Join(words, " ")
			span := []statements.Span{{Start: len(a.Text), End: len(a.Text) + len(said)}}
			a.Text += said + ".\n\n"
			sts = append(sts, statements.Statement{Speaker: "Ewa Hollin", Known: statements.ByName, Kind: statements.Direct, Content: span, Verbatim: span,
				SaidOn: statements.Date{Year: 2026, Month: time.March, Day: 11}})
		}
		return a, sts
	}
	a, sts := article(0)
	var known []Known
	for n := range 10 {
		for i, s := range Sign(article(n + 1)) {
			known = append(known, Known{s, int64(100*n + i)})
		}
	}
	b.Run("sign", func(b *testing.B) {
		bytes := 0
		for b.Loop() {
			bytes = len(Sign(a, sts)[0].Pack())
		}
		b.ReportMetric(float64(bytes), "bytes/signature")
	})
	fresh := Sign(a, sts)
	b.Run("assign", func(b *testing.B) {
		for b.Loop() {
			Assign(fresh, known)
		}
	})
}
