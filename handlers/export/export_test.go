package export

import (
	"bytes"
	"crypto/sha256"
	"encoding/csv"
	"encoding/hex"
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"onrecord/statements"
)

const page = "Herring talks stall\n\nThe ministers met in Vell. “We will not sign a quota,” Mira Solheim said on Friday. The talks resume on Monday.\n"

func sample() statements.Found {
	span := func(s string) statements.Span {
		i := strings.Index(page, s)
		return statements.Span{Start: i, End: i + len(s)}
	}
	return statements.Found{
		Cluster: 7,
		Statement: statements.Statement{
			ID: 7, Speaker: "Mira Solheim", Role: "foreign minister", Known: statements.ByName, Kind: statements.Direct, Confidence: 0.97,
			Source: span("Mira Solheim"), Cue: span("said"), Content: []statements.Span{span("We will not sign a quota,")},
			Verbatim: []statements.Span{span("We will not sign a quota,")}, SaidOn: statements.Date{Year: 2026, Month: 11, Day: 20}, Place: "Vell",
		},
		Article: statements.Article{
			URL: "https://courier.example/herring_(1)", Outlet: "Harbor Courier", Title: "Herring talks stall", Byline: "Ada Quist & Co", Lang: "en", Text: page,
			Published: statements.Moment{Time: time.Date(2026, 11, 21, 9, 13, 0, 0, time.UTC)}, Fetched: time.Date(2026, 11, 21, 9, 14, 3, 0, time.UTC),
		},
		Also: []statements.Outlet{{Name: "Fjord Wire", URL: "https://wire.example/1"}},
	}
}

func TestOf(t *testing.T) {
	r := Of(sample())
	sum := sha256.Sum256([]byte(page))
	if r.SHA256 != hex.EncodeToString(sum[:]) || page[r.Content[0].Start:r.Content[0].End] != r.Text {
		t.Errorf("the evidence does not hold: %+v", r)
	}
	if d := cmp.Diff([]string{"The ministers met in Vell.", "The talks resume on Monday."}, []string{r.Before, r.After}); d != "" {
		t.Error(d)
	}
	linked := sample()
	linked.Also = append(linked.Also, statements.Outlet{Name: "Links of the day", URL: linked.Article.URL})
	if d := cmp.Diff([]string{"https://wire.example/1"}, Of(linked).Also); d != "" {
		t.Errorf("the same page by way of another feed (-want +got):\n%s", d)
	}
	unnamed := sample()
	unnamed.Statement.Known = statements.Unresolved
	if Of(unnamed).Speaker != nil {
		t.Error("an unresolved source has a speaker")
	}
}

func TestFormats(t *testing.T) {
	for _, tc := range []struct {
		format string
		want   []string
	}{
		{"csv", []string{"7,7,Mira Solheim,foreign minister,name,0.97,direct,", "https://wire.example/1", "2026-11-20"}},
		{"json", []string{`"speaker": "Mira Solheim"`, `"said_on": "2026-11-20"`, `"fetched": "2026-11-21T09:14:03Z"`}},
		{"markdown", []string{"> “We will not sign a quota,”", "[Herring talks stall](https://courier.example/herring_%281%29)", "## Mira Solheim, foreign minister (No. 7)"}},
		{"bibtex", []string{"@online{onrecord-7,", "author = {{Ada Quist \\& Co}},", "\n  date = {2026-11-21},", "``We will not sign a quota,''", "urldate = {2026-11-21},"}},
	} {
		t.Run(tc.format, func(t *testing.T) {
			f, ok := Named(tc.format)
			if !ok {
				t.Fatal("no such format")
			}
			got := string(f.Write([]statements.Found{sample(), sample()}))
			for _, w := range tc.want {
				if strings.Count(got, w) != 2 {
					t.Errorf("%q stands %d times in\n%s", w, strings.Count(got, w), got)
				}
			}
		})
	}
	if _, ok := Named("pdf"); ok {
		t.Error("there is no pdf")
	}
}

// Two quotations of one statement are two.
func TestPartsHaveTheirOwnMarks(t *testing.T) {
	f := sample()
	f.Article.Text = "Talks stall\n\n“We will wait,” Solheim said. “Then we will sign.”\n"
	f.Statement.Content = nil
	for _, s := range []string{"We will wait,", "Then we will sign."} {
		i := strings.Index(f.Article.Text, s)
		f.Statement.Content = append(f.Statement.Content, statements.Span{Start: i, End: i + len(s)})
	}
	f.Statement.Verbatim = f.Statement.Content
	for format, want := range map[string]string{"markdown": "> “We will wait,” “Then we will sign.”\n", "bibtex": "``We will wait,'' ``Then we will sign.'' (direct"} {
		named, _ := Named(format)
		if got := string(named.Write([]statements.Found{f})); !strings.Contains(got, want) {
			t.Errorf("%s lacks %q:\n%s", format, want, got)
		}
	}
}

// Whatever an article says, a file in each format can be read, and nothing in
// it is a formula, a link or an end of a field that we did not write.
func FuzzWrite(f *testing.F) {
	f.Add("=HYPERLINK(\"http://x\")", "[a](javascript:x)", "http://x/)")
	f.Add("}\n@article{x", "\\", "https://x.example/}{\\")
	f.Add("\x00\u202e", "“", "")
	f.Fuzz(func(t *testing.T, words, name, address string) {
		words, name = strings.ToValidUTF8(words, "?"), strings.ToValidUTF8(name, "?") // as stored texts are
		one := sample()
		one.Article.Text = "Head\n" + words
		one.Statement.Speaker, one.Statement.Role, one.Article.Title, one.Article.Byline, one.Article.Outlet = name, name, words, name, name
		one.Article.URL = address
		one.Statement.Content = []statements.Span{{Start: 5, End: len(one.Article.Text)}}
		one.Statement.Verbatim = one.Statement.Content
		list := []statements.Found{one, sample()}
		rows, err := csv.NewReader(bytes.NewReader(Formats[0].Write(list))).ReadAll()
		if err != nil || len(rows) != 3 {
			t.Fatalf("%d rows, %v", len(rows), err)
		}
		for _, cell := range rows[1] {
			if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
				t.Errorf("a formula: %q", cell)
			}
		}
		var records []Record
		if err := json.Unmarshal(Formats[1].Write(list), &records); err != nil || len(records) != 2 || records[0].Text != words {
			t.Errorf("%v, %d records", err, len(records))
		}
		if md := string(Formats[2].Write(list)); strings.Count(md, "\n## ") != 2 || strings.Contains(strings.ReplaceAll(md, `\]`, ""), "](javascript") {
			t.Errorf("Markdown of another shape:\n%s", md)
		}
		bib := string(Formats[3].Write(list))
		if depth := balance(bib); depth != 0 || strings.Count(bib, "\n@online{") != 1 {
			t.Errorf("braces are off by %d in\n%s", depth, bib)
		}
	})
}

// balance counts the braces of BibTeX that are not escaped.
func balance(s string) int {
	depth := 0
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case '{':
			depth++
		case '}':
			depth--
		}
	}
	return depth
}
