package store_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"onrecord/statements"
	"onrecord/store"
	"onrecord/store/storetest"
)

func at(content ...statements.Span) statements.Statement {
	return statements.Statement{Content: content}
}

func TestSurroundings(t *testing.T) {
	long := strings.Repeat("quota ", 100)
	for _, c := range []struct {
		name, text string
		st         statements.Statement
		want       string
	}{
		{"the whole text", "He said no twice.", at(statements.Span{Start: 8, End: 10}), "He said   twice."},
		{"nothing around", "no", at(statements.Span{Start: 0, End: 2}), " "},
		{"two pieces", "a no b yes c", at(statements.Span{Start: 2, End: 4}, statements.Span{Start: 7, End: 10}), "a   b   c"},
		{"who says it stands between", "“No,” an aide told us. “Not yet.”", at(statements.Span{Start: 3, End: 6}, statements.Span{Start: 30, End: 38}), "“ ” an aide told us. “ ”"},
		{"whole words only", long, at(statements.Span{Start: 300, End: 305}), strings.Repeat("quota ", 33) + " " + strings.Repeat(" quota", 33)},
		{"a word without end", strings.Repeat("x", 900) + " no " + strings.Repeat("é", 900), at(statements.Span{Start: 901, End: 903}), " "},
		{"no content", "no", at(), ""},
		{"outside the text", "no", at(statements.Span{Start: 1, End: 9}), ""},
	} {
		if got := store.Surroundings(c.st, c.text); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func FuzzSurroundings(f *testing.F) {
	f.Add("He said no twice.", 8, 10)
	f.Add(strings.Repeat("日本語", 200), 300, 303)
	f.Add("é\xff\x00", -1, 2)
	f.Fuzz(func(t *testing.T, text string, from, to int) {
		got := store.Surroundings(at(statements.Span{Start: from, End: to}), text)
		before, after, _ := strings.Cut(got, " ")
		if !strings.Contains(text, before) || !strings.Contains(got+text, after) || len(got) > 500 {
			t.Errorf("%q around %d to %d of %q", got, from, to, text)
		}
	})
}

func FuzzCleanText(f *testing.F) {
	f.Add("a\x00b\xffc\xc3\x28é")
	f.Fuzz(func(t *testing.T, s string) {
		got := store.CleanText(s)
		if len(got) != len(s) || !utf8.ValidString(got) || strings.Contains(got, "\x00") || store.CleanText(got) != got {
			t.Errorf("%q became %q", s, got)
		}
		if k := store.Key(s); len(k) > 500 || !utf8.ValidString(k) || store.Key(k) != k {
			t.Errorf("the key of %q is %q", s, k)
		}
	})
}

// FuzzSearch: whatever people type, a search finds or does not, and never fails.
func FuzzSearch(f *testing.F) {
	for _, s := range []string{`"`, `said:quota`, `NEAR(quota, 3)`, "quota\x00", "\xff", "🦑", "a' OR 1=1 --", strings.Repeat("x ", 99)} {
		f.Add(s)
	}
	a := archive{Store: storetest.Open(f, ":memory:")}
	get(a.KeepArticle(f.Context(), arrivalOf("https://courier.example/1", "Talks stall", line{"Mira Solheim", "", "No quota"})))(f)
	f.Fuzz(func(t *testing.T, s string) {
		q := statements.Query{Topic: []statements.Term{{Words: s, Stems: []string{s, "quota " + s}}}, Outlets: []string{s, "Harbor Courier"}}
		get(a.Search(t.Context(), q, 10))(t)
		get(a.CountStatements(t.Context(), q))(t)
		get(a.FindSpeakers(t.Context(), s, 10))(t)
		in := arrivalOf("https://courier.example/"+s, s, line{s, s, s})
		in.Outlet.Name = s
		get(a.KeepArticle(t.Context(), in))(t)
	})
}
