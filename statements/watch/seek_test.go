package watch

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"onrecord/statements"
	"onrecord/statements/text"
)

// herring is an article with three statements.
func herring(t testing.TB) (statements.Article, []statements.Statement) {
	t.Helper()
	far := strings.Repeat("The harbour stayed closed for the whole of the day. ", 6)
	body := "Herring talks stall\n\n“We will not sign a quota,” Mira Solheim said. " + far + "“Two boats left early,” Pell Andersen said. " + far +
		"\n\nThe survey is expected in May. “It decides,” said Ilya Vantreight."
	a := statements.Article{ID: 1, Title: "Herring talks stall", Outlet: "Harbor Courier", URL: "https://courier.example/1", Lang: "en", Text: body}
	var sts []statements.Statement
	for _, said := range []string{"We will not sign a quota", "Two boats left early", "It decides"} {
		at := strings.Index(body, said)
		sts = append(sts, statements.Statement{Content: []statements.Span{{Start: at, End: at + len(said)}}})
	}
	return a, sts
}

func TestSeek(t *testing.T) {
	a, sts := herring(t)
	for _, c := range []struct {
		words string
		want  []int    // statements
		bold  []string // words of the text
	}{
		{"quotas", []int{0}, []string{"quota"}},
		{`"sign a quota"`, []int{0}, []string{"sign a quota"}},
		{"quota boat", nil, nil},
		{"quota OR boat", []int{0, 1}, []string{"quota", "boats"}},
		{"herring", []int{0, 1, 2}, []string{"Herring"}}, // the first line lies within reach of one
		{"herring -quota", []int{1, 2}, nil},
		{"said:herring", nil, nil},
		{"said:deciding", []int{2}, []string{"decides"}},
		{"survey", []int{2}, []string{"survey"}},
		{"said:survey", nil, nil},
		{"solheim NEAR/3 quota", []int{0}, []string{"quota", "Solheim"}},
		{"boat NEAR/3 quota", nil, nil},
		{"quot*", []int{0}, []string{"quota"}},
		{"title:stalling boats", []int{1}, []string{"boats"}},
		{"title:quota", nil, nil},
		{"source:courier early", []int{1}, []string{"early"}},
		{"source:wire early", nil, nil},
	} {
		k, err := Seek(c.words)
		if err != nil {
			t.Errorf("%s: %v", c.words, err)
			continue
		}
		var got []int
		var bold []string
		for _, s := range k.In(a, sts) {
			got = append(got, s.Index)
			for _, w := range s.Words {
				bold = append(bold, w.Of(a.Text))
			}
		}
		if !slices.Equal(got, c.want) || !slices.Equal(bold, c.bold) {
			t.Errorf("%s: statements %v with %q, want %v with %q", c.words, got, bold, c.want, c.bold)
		}
	}
}

// What a Seeker finds the index must offer: said, within reach, or in the title.
func TestSoughtMissesNothing(t *testing.T) {
	a, sts := herring(t)
	for _, words := range []string{"quotas", `"sign a quota"`, "quota OR boat", "herring -quota", "survey", "quot*", "decided*", "early*", "stay*", "(quota AND herring) OR -boat decides", "source:courier"} {
		k, err := Seek(words)
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range k.In(a, sts) {
			stems := text.Stems(reached(a.Text, sts[s.Index]).Of(a.Text)+" "+a.Title, a.Lang)
			for _, group := range k.Sought() {
				offered := slices.ContainsFunc(stems, func(stem string) bool {
					return slices.ContainsFunc(group, func(g statements.SoughtStem) bool {
						return stem == g.Stem || g.Begins && strings.HasPrefix(stem, g.Stem)
					})
				})
				if !offered {
					t.Errorf("%s: statement %d has none of %v", words, s.Index, group)
				}
			}
		}
	}
}

func TestRootIsShortEnough(t *testing.T) {
	for _, word := range []string{"running", "studies", "happily", "happy", "spy", "cries", "quotations", "universities"} {
		stem := text.Stem(word, "en")
		for n := 1; n <= len(word); n++ {
			if r := root(word[:n]); !strings.HasPrefix(stem, r) {
				t.Errorf("%s* is looked for as %s*, and %s is indexed as %s", word[:n], r, word, stem)
			}
		}
	}
}

func TestSeekRefuses(t *testing.T) {
	for _, words := range []string{"", "-quota", "(quota", "quota NEAR"} {
		var p *statements.Problem
		if _, err := Seek(words); !errors.As(err, &p) {
			t.Errorf("Seek(%q) gives %v, want a problem", words, err)
		}
	}
}

func FuzzSeek(f *testing.F) {
	for _, s := range []string{"quota", `"the quota" OR herr* -boat`, "a NEAR/2 b", "source:x said:(y z)"} {
		f.Add(s)
	}
	a, sts := herring(f)
	f.Fuzz(func(t *testing.T, words string) {
		k, err := Seek(words)
		if err != nil {
			return
		}
		k.Sought()
		for _, s := range k.In(a, sts) {
			for _, w := range s.Words {
				if w.Of(a.Text) == "" {
					t.Errorf("%q: %v is no word of the text", words, w)
				}
			}
		}
	})
}
