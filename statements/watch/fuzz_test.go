package watch_test

import (
	"testing"
	"unicode/utf8"

	"onrecord/statements"
	"onrecord/statements/watch"
)

func FuzzCheck(f *testing.F) {
	for _, s := range []string{`quota OR (ceiling -"north sea")`, "said:(a NEAR/5 b*", "停火, \xff", "-((NOT a", "title:source:x", "“„«"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, words string) {
		err := watch.Check(words)
		column := watch.Column(words)
		if (err == nil) != (column == 0) || column < 0 || column > utf8.RuneCountInString(words)+1 {
			t.Errorf("Check(%q) = %v at column %d", words, err, column)
		}
	})
}

// FuzzMatch holds that neither words, text nor spans can break the matcher,
// and that what an alert names stands in the article.
func FuzzMatch(f *testing.F) {
	f.Add("quota NEAR/3 herring", "Solheim", "The quota for herring.\n\nMira Solheim's cease-fire.", "Herring", 0, 10)
	f.Add("a*, \"b c\", 停火, said:d", "", "停火 b c-d", "abc", 3, 90)
	f.Add("x -y", "Müller", "x\xff y", "\xff", -1, 4)
	f.Fuzz(func(t *testing.T, words, speaker, text, title string, start, end int) {
		set := watch.Compile([]statements.Watch{{Keywords: words, Speaker: speaker}, {Keywords: words}, {Speaker: speaker}})
		a := statements.Article{Text: text, Title: title, Outlet: title, URL: "https://" + title, Lang: speaker}
		sts := []statements.Statement{{Speaker: "Mira Solheim", Content: []statements.Span{{Start: start, End: end}, {Start: 0, End: 5}}}, {Speaker: speaker}}
		for _, al := range set.Match(a, sts, false) {
			if al.Reason == "" {
				t.Errorf("watch %q fires without a reason", al.Watch.Name())
			}
			for _, i := range al.Statements {
				if i < 0 || i >= len(sts) {
					t.Errorf("statement %d of %d", i, len(sts))
				}
			}
		}
	})
}
