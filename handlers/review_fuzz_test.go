package handlers

import (
	"strings"
	"testing"
	"unicode/utf8"

	"onrecord/statements"
)

// FuzzReview has somebody type anything after review: a speaker is made of
// nothing that is neither on record nor a name in the article.
func FuzzReview(f *testing.F) {
	for _, s := range []string{"Mira Solheim", "Pell Andersen", "@everyone", "~~x~~", "", "12", "said", "\xff", "The quay is open", "‘Mira’", "Mira\nSolheim"} {
		f.Add("48220", s, s)
		f.Add(s, "Mira Solheim", "48213")
	}
	f.Fuzz(func(t *testing.T, number, wrong, duplicate string) {
		s := filled(t)
		d, _ := desk(s)
		for _, options := range [][]string{{"number", number}, {"number", "48213", "wrong", wrong}, {"number", "48213", "duplicate", duplicate}, {"number", number, "wrong", wrong, "always", "yes"}} {
			r := d.Serve(t.Context(), ask1("review", options...))
			if strings.Contains(plain(r), "Something broke") {
				t.Fatalf("%q broke the desk: %s", options, plain(r))
			}
		}
		for _, c := range s.reviews {
			if c.What != statements.VerdictSpeaker || c.Speaker.ID > 0 {
				continue
			}
			if !stands(article, c.Speaker.Name) || !isName(c.Speaker.Name) || !utf8.ValidString(c.Speaker.Name) {
				t.Errorf("%q became a speaker", c.Speaker.Name)
			}
		}
	})
}
