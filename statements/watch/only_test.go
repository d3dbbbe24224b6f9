package watch_test

import (
	"errors"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"onrecord/statements"
	"onrecord/statements/watch"
)

// council is an article with a statement of each kind, and of each way to know
// who spoke.
func council(t testing.TB) (statements.Article, []statements.Statement) {
	a, sts := article(t, statements.Article{
		URL: "https://news.harborcourier.example/1", Outlet: "The Harbor Courier", Lang: "en-GB", Title: "Quota talks",
		Text: "“The quota is small,” Mira Solheim said. The quota would rise, she added. Solheim called the quota “a start”. Somebody said the quota was void.",
	}, said{"Mira Solheim", []string{"The quota is small"}}, said{"Mira Solheim", []string{"The quota would rise"}},
		said{"Mira Solheim", []string{"the quota “a start”"}}, said{"", []string{"the quota was void"}})
	for i, k := range []statements.Kind{statements.Direct, statements.Indirect, statements.Mixed, statements.Indirect} {
		sts[i].Kind, sts[i].Confidence = k, []float64{0.97, 0.8, 0.7, 0.9}[i]
	}
	sts[3].Known = statements.Unresolved
	return a, sts
}

func TestOnlyNarrows(t *testing.T) {
	a, sts := council(t)
	for _, c := range []struct {
		name   string
		watch  statements.Watch
		want   []int // nil: no alert
		reason string
	}{
		{"nothing", statements.Watch{Speaker: "Mira Solheim"}, []int{0, 1, 2}, "spoke"},
		{"its name", statements.Watch{Speaker: "Mira Solheim", Only: statements.Only{Outlets: []string{"the harbor  COURIER"}}}, []int{0, 1, 2}, "spoke, from The Harbor Courier"},
		{"a part of its name", statements.Watch{Speaker: "Mira Solheim", Only: statements.Only{Outlets: []string{"Courier"}}}, nil, ""},
		{"its host", statements.Watch{Speaker: "Mira Solheim", Only: statements.Only{Outlets: []string{"news.harborcourier.example"}}}, []int{0, 1, 2}, "spoke, from The Harbor Courier"},
		{"the host above", statements.Watch{Speaker: "Mira Solheim", Only: statements.Only{Outlets: []string{"www.harborcourier.example"}}}, []int{0, 1, 2}, "spoke, from The Harbor Courier"},
		{"an address there", statements.Watch{Speaker: "Mira Solheim", Only: statements.Only{Outlets: []string{"https://harborcourier.example/feed.xml"}}}, []int{0, 1, 2}, "spoke, from The Harbor Courier"},
		{"a host that ends alike", statements.Watch{Speaker: "Mira Solheim", Only: statements.Only{Outlets: []string{"courier.example"}}}, nil, ""},
		{"one of two", statements.Watch{Speaker: "Mira Solheim", Only: statements.Only{Outlets: []string{"Fjord Wire", "harborcourier.example"}}}, []int{0, 1, 2}, "spoke, from The Harbor Courier"},
		{"verbatim", statements.Watch{Speaker: "Mira Solheim", Only: statements.Only{Verbatim: true}}, []int{0, 2}, "spoke"},
		{"its language", statements.Watch{Speaker: "Mira Solheim", Only: statements.Only{Languages: []string{"de", "en"}}}, []int{0, 1, 2}, "spoke"},
		{"another language", statements.Watch{Speaker: "Mira Solheim", Only: statements.Only{Languages: []string{"de"}}}, nil, ""},
		{"sure", statements.Watch{Speaker: "Mira Solheim", Only: statements.Only{Sure: 0.8}}, []int{0, 1}, "spoke"},
		{"sure and verbatim", statements.Watch{Speaker: "Mira Solheim", Only: statements.Only{Sure: 0.8, Verbatim: true}}, []int{0}, "spoke"},
		{"words, verbatim", statements.Watch{Keywords: "quota", Only: statements.Only{Verbatim: true}}, []int{0, 2}, "said “quota”"},
		{"words, sure: nobody is not sure", statements.Watch{Keywords: "quota", Only: statements.Only{Sure: 0.1}}, []int{0, 1, 2}, "said “quota”"},
		{"words of the title, verbatim", statements.Watch{Keywords: "talks", Only: statements.Only{Verbatim: true}}, nil, ""},
		{"words, its host", statements.Watch{Keywords: "talks", Only: statements.Only{Outlets: []string{"harborcourier.example"}}}, []int{}, "“talks” in the title, from The Harbor Courier"},
		{"words, another outlet", statements.Watch{Keywords: "talks", Only: statements.Only{Outlets: []string{"Fjord Wire"}}}, nil, ""},
	} {
		got := watch.Compile([]statements.Watch{c.watch}).Match(a, sts, false)
		if len(got) != min(len(got), 1) || (len(got) == 1) != (c.want != nil) {
			t.Errorf("%s: %d alerts", c.name, len(got))
			continue
		}
		if c.want == nil {
			continue
		}
		if got[0].Reason != c.reason || len(got[0].Statements) != len(c.want) || !cmp.Equal(append([]int{}, got[0].Statements...), c.want) {
			t.Errorf("%s: %v because %q, want %v because %q", c.name, got[0].Statements, got[0].Reason, c.want, c.reason)
		}
	}
}

// What alone is narrowed out is the nearest miss there is, and says so.
func TestOnlyIsANearMiss(t *testing.T) {
	a, sts := council(t)
	nameless := a
	nameless.Lang = ""
	for _, c := range []struct {
		name    string
		article statements.Article
		watch   statements.Watch
		lack    watch.Lack
		says    string // "" is not near
	}{
		{"outlet", a, statements.Watch{Speaker: "Mira Solheim", Only: statements.Only{Outlets: []string{"Fjord Wire", "wire.example"}}}, watch.OtherOutlet, "Another outlet: The Harbor Courier, not Fjord Wire or wire.example"},
		{"language", a, statements.Watch{Speaker: "Mira Solheim", Only: statements.Only{Languages: []string{"de"}}}, watch.OtherLanguage, "Another language: English, not German"},
		{"no language", nameless, statements.Watch{Speaker: "Mira Solheim", Only: statements.Only{Languages: []string{"de"}}}, watch.OtherLanguage, "Its language is not known, and the watch asks for German"},
		{"reported", a, statements.Watch{Speaker: "Mira Solheim", Keywords: "rise", Only: statements.Only{Verbatim: true}}, watch.Reported, "Reported, not verbatim"},
		{"unsure", a, statements.Watch{Speaker: "Mira Solheim", Keywords: "start", Only: statements.Only{Sure: 0.9}}, watch.Unsure, "Who spoke is sure by 0.70, and the watch asks for 0.90"},
		{"nobody", a, statements.Watch{Keywords: "void", Only: statements.Only{Sure: 0.2}}, watch.Unsure, "It is not known who spoke"},
		{"two demands", a, statements.Watch{Speaker: "Mira Solheim", Only: statements.Only{Languages: []string{"de"}, Outlets: []string{"Fjord Wire"}}}, 0, ""},
		{"a word too", a, statements.Watch{Speaker: "Mira Solheim", Keywords: "herring", Only: statements.Only{Languages: []string{"de"}}}, 0, ""},
		{"words as before", a, statements.Watch{Speaker: "Mira Solheim", Keywords: "herring", Only: statements.Only{Languages: []string{"en"}}}, watch.Unsaid, "Spoke, and no word of herring"},
	} {
		trial, err := watch.NewTrial(c.watch)
		if err != nil {
			t.Fatal(err)
		}
		if _, ok := trial.Match(c.article, sts); ok {
			t.Errorf("%s: it matches", c.name)
		}
		miss, ok := trial.Nearly(c.article, sts)
		if ok != (c.says != "") || ok && (miss.Lack != c.lack || miss.Why.String() != c.says) {
			t.Errorf("%s: %v %d %q, want %d %q", c.name, ok, miss.Lack, miss.Why, c.lack, c.says)
		}
	}
}

func TestReadWhatNarrows(t *testing.T) {
	type read func(string) ([]string, int, error)
	many := strings.Repeat("ab,", 20)
	for _, c := range []struct {
		read   read
		typed  string
		want   []string
		column int
		text   string
	}{
		{watch.ReadOutlets, " Harbor  Courier, https://www.fjordwire.example/feed ,harbor courier,", []string{"Harbor Courier", "fjordwire.example"}, 0, ""},
		{watch.ReadOutlets, "", nil, 0, ""},
		{watch.ReadOutlets, "Harbor Courier, ?!", nil, 17, "‘?!’ is no name of an outlet."},
		{watch.ReadOutlets, strings.Repeat("x", 101), nil, 1, "A name of an outlet has more than 100 characters."},
		{watch.ReadOutlets, many + "a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q,r,s,t", nil, 99, "These are more than 20 outlets."},
		{watch.ReadLanguages, "en, German de-AT", []string{"en", "de"}, 0, ""},
		{watch.ReadLanguages, "bokmal", []string{"nb"}, 0, ""},
		{watch.ReadLanguages, "en, Klingon", nil, 5, "‘Klingon’ is no language that is known here."},
		{watch.ReadLanguages, "en de es fr ru sv no da fi is pl", nil, 31, "These are more than 10 languages."},
	} {
		got, column, err := c.read(c.typed)
		var p *statements.Problem
		if (err == nil) != (c.text == "") || err != nil && (!errors.As(err, &p) || p.Text.String() != c.text || p.Hint.IsZero()) || column != c.column || !cmp.Equal(got, c.want) {
			t.Errorf("%q: %q, column %d, %v; want %q, column %d, %q", c.typed, got, column, err, c.want, c.column, c.text)
		}
	}
	for typed, want := range map[string]float64{"0.8": 0.8, "0,8": 0.8, "80 %": 0.8, "1": 1, "1.2": -1, "-1": -1, "sure": -1, "NaN": -1, "": -1} {
		got, err := watch.ReadSure(typed)
		if (err != nil) != (want < 0) || err == nil && got != want {
			t.Errorf("%q: %v, %v", typed, got, err)
		}
	}
}

func TestCheckOnly(t *testing.T) {
	for _, c := range []struct {
		only statements.Only
		text string
	}{
		{statements.Only{}, ""},
		{statements.Only{Outlets: []string{"Harbor Courier"}, Languages: []string{"en"}, Verbatim: true, Sure: 1}, ""},
		{statements.Only{Outlets: []string{"—"}}, "no name of an outlet"},
		{statements.Only{Languages: []string{"xx"}}, "no language"},
		{statements.Only{Sure: 1.5}, "1.5 is no confidence"},
		{statements.Only{Sure: math.NaN()}, "NaN is no confidence"},
	} {
		err := watch.CheckOnly(c.only)
		if (err == nil) != (c.text == "") || err != nil && !strings.Contains(err.Error(), c.text) {
			t.Errorf("%+v: %v", c.only, err)
		}
	}
}

// Whatever is typed, what was read is read the same again, and a mistake has a
// column in it.
func FuzzReadWhatNarrows(f *testing.F) {
	f.Add("Harbor Courier, fjordwire.example")
	f.Add("en, German,,de-AT, zz")
	f.Add("https://[::1]:80/,x.y.,.")
	f.Fuzz(func(t *testing.T, typed string) {
		for _, read := range []func(string) ([]string, int, error){watch.ReadOutlets, watch.ReadLanguages} {
			got, column, err := read(typed)
			if err != nil {
				if column < 1 || column > len([]rune(typed)) {
					t.Errorf("column %d of %q", column, typed)
				}
				continue
			}
			if again, _, err := read(strings.Join(got, ",")); err != nil || !cmp.Equal(again, got) {
				t.Errorf("%q is read as %q, and that as %q, %v", typed, got, again, err)
			}
		}
		a, sts := council(t)
		outlets, _, _ := watch.ReadOutlets(typed)
		watch.Compile([]statements.Watch{{Keywords: "quota", Only: statements.Only{Outlets: outlets}}}).Match(a, sts, false)
	})
}
