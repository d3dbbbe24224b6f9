package dates_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"onrecord/statements"
	"onrecord/statements/extract"
)

// days gives the day of each statement of a text, as TestSettle writes them.
func days(in string) string {
	var got []string
	title, _, _ := strings.Cut(in, "\n")
	for _, s := range extract.Read(statements.Article{Title: title, Text: in, Lang: "en", Published: published}) {
		day := strings.TrimPrefix(s.SaidOn.String(), "2026-03-")
		if day == "" {
			day = "-"
		}
		got = append(got, day)
	}
	return strings.Join(got, " ")
}

// TestOccasions dates what was said on the day of a page, a sitting or a match.
func TestOccasions(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"a page kept by the hour",
			"Flood live\n\n18.40 Boats\n\nAnna Brandt told reporters it was late.\n\n15.10 Pumps\n\nOn Thursday Karl Moss had said the pumps were old.\n\n09.05 Bread\n\nThe bakery has no bread, Ida Lund said.",
			"07 05 07"},
		{"a page kept over days",
			"Flood live\n\n18.40, 6 March: boats\n\nAnna Brandt told reporters it was late.\n\n15.10 Pumps\n\nKarl Moss said the pumps were old.\n\n09.05 Bread\n\nThe bakery has no bread, Ida Lund said.",
			"- - -"},
		{"prices at the front of lines",
			"Bread dear\n\n18.40 crowns for a loaf is theft, Anna Brandt said.\n\nKarl Moss said the flour was old.",
			"- -"},
		{"the chamber",
			"Sketch\n\n“Late,” Anna Brandt told the chamber on Thursday, “is what this is.”\n\nKarl Moss said that it was dark.\n\n“I have sat here for ten years,” Ida Lund said.",
			"05 05 05"},
		{"a Chamber of Trade",
			"Sketch\n\nThe mills are late, Anna Brandt told the Chamber of Trade on Thursday.\n\nKarl Moss said that it was dark.",
			"05 -"},
		{"sat is no Saturday",
			"Sketch\n\nAnna Brandt, a baker who has sat in the sun for years, said that it was dark.",
			"-"},
		{"last October",
			"Dam\n\nAnna Brandt said last October that it was dark.\n\nShe said on Thursday that it was light.",
			"- 05"},
	} {
		if diff := cmp.Diff(c.want, days(c.text)); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
	}
}
