package feeds

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
)

func sheet(p *Page) string {
	var b strings.Builder
	for _, f := range []struct{ name, val string }{{"title", p.Title}, {"byline", p.Byline}, {"site", p.Site}, {"lang", p.Lang}, {"canonical", p.Canonical}} {
		if f.val != "" {
			fmt.Fprintf(&b, "%s: %s\n", f.name, f.val)
		}
	}
	if !p.Published.IsZero() {
		fmt.Fprintf(&b, "published: %s (%s)\n", show(p.Published), p.DateFrom)
	}
	return b.String() + "\n" + p.Body + "\n"
}

func TestReadPage(t *testing.T) {
	paths, err := filepath.Glob("testdata/pages/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatal("no samples", err)
	}
	for _, path := range paths {
		t.Run(filepath.Base(path), func(t *testing.T) {
			a, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			p, err := ReadPage(a.Files[0].Data, "text/html", "https://quay.example/fees-rise#x")
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(a.Files[1].Data), sheet(p)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			if p.Text != p.Title+"\n\n"+p.Body {
				t.Errorf("the text does not begin with its headline: %.80q", p.Text)
			}
		})
	}
}

func TestReadPageReadsDaysInTheOrderOfItsLanguage(t *testing.T) {
	for _, tt := range []struct{ lang, line, want string }{
		{"es", "02/11/2026", "2026-11-02"},
		{"es", "25/11/2026", "2026-11-25"},
		{"en-GB", "02/11/2026", "2026-11-02"},
		{"en-US", "11/02/2026", "2026-11-02"},
		{"en", "11/02/2026", "2026-11-02"},
		{"es", "2026-02-11", "2026-02-11"},
	} {
		body := `<html lang="` + tt.lang + `"><body><article><h1>The quay is closed</h1><div class="date">` + tt.line +
			`</div><p>The quay has been closed since the storm, and nobody knows when it will open again.</p></article></body></html>`
		p, err := ReadPage([]byte(body), "text/html", "https://quay.example/a")
		if got := p.Published.Time.Format(time.DateOnly); err != nil || got != tt.want {
			t.Errorf("%s %s: %s, want %s (%v)", tt.lang, tt.line, got, tt.want, err)
		}
	}
}

func TestReadPageRefuses(t *testing.T) {
	for name, tt := range map[string]struct{ body, kind, want string }{
		"pdf":      {"%PDF-1.7 words words", "text/html", "PDF"},
		"pdf said": {"whatever", "application/pdf", "PDF"},
		"picture":  {"\x89PNG\r\n\x1a\n", "", "picture"},
		"archive":  {"PK\x03\x04", "", "archive"},
		"empty":    {" \n", "text/html", "empty"},
		"shell":    {"<html><head><script>app()</script></head><body><div id=root></div></body></html>", "text/html", "without JavaScript"},
		"nothing":  {"<html><body><div id=root></div></body></html>", "text/html", "no article"},
	} {
		if p, err := ReadPage([]byte(tt.body), tt.kind, "https://a.example/"); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: %+v %v", name, p, err)
		}
	}
}

// The parser takes the square of some of these, and the extractor hangs on
// others, unless what is too much is cut out first.
func TestReadPageIsBounded(t *testing.T) {
	for name, body := range map[string]string{
		"100,000 nested":   strings.Repeat("<div>", 100000) + "the words inside",
		"200,000 unclosed": strings.Repeat("<b>x<font color=1>y", 100000),
		"marks in every p": strings.Repeat("<p><font size=1 a><i b>", 50000),
		"nested tables":    strings.Repeat("<table><tr><td>", 60000) + "x",
		"paragraphs":       strings.Repeat("<p>some words here</p>", 100000),
		"links":            strings.Repeat("<p>a<br>", 30000) + strings.Repeat("<a href=x>", 100000),
		"one word":         strings.Repeat("a", 3<<20),
	} {
		page := tame("<html><body>" + body)
		if n := strings.Count(page, "<"); n > 2*mostTags+2 {
			t.Errorf("%s: %d tags are left", name, n)
		}
		p, err := ReadPage([]byte("<html><body>"+body), "", "")
		if err == nil && !utf8.ValidString(p.Text) {
			t.Errorf("%s: no UTF-8", name)
		}
	}
}

func TestTameKeepsOrdinaryPages(t *testing.T) {
	a, err := os.ReadFile("testdata/pages/clutter.txtar")
	if err != nil {
		t.Fatal(err)
	}
	if got := tame(string(a)); got != string(a) {
		t.Error("an ordinary page was cut")
	}
}

func TestReadText(t *testing.T) {
	in := "\ufeff\n  Fees rise  at the quay \r\n\r\nThe port will charge more.\n"
	a, err := ReadText([]byte(in))
	if err != nil || a.Text != in || a.Title != "Fees rise at the quay" {
		t.Errorf("%+v %v", a, err)
	}
	a, err = ReadText(encodeAs(t, "windows-1251", "Сборы растут\n\nПорт возьмет больше денег."))
	if err != nil || a.Title != "Сборы растут" {
		t.Errorf("%+v %v", a, err)
	}
	for _, bad := range []string{"", " \n", "%PDF-1.4", "a\x00b"} {
		if _, err := ReadText([]byte(bad)); err == nil {
			t.Errorf("%q is no text", bad)
		}
	}
}

func TestIsHTML(t *testing.T) {
	for _, tt := range []struct {
		body, kind string
		want       bool
	}{
		{"<p>x", "", true}, {"\ufeff \n<!DOCTYPE html>", "", true}, {"words <b>", "", false},
		{"words", "text/html; charset=utf-8", true}, {"<p>", "text/plain", false}, {"", "", false},
		{"<\x00p\x00>\x00", "", true},
	} {
		if got := IsHTML([]byte(tt.body), tt.kind); got != tt.want {
			t.Errorf("IsHTML(%q, %q) = %v", tt.body, tt.kind, got)
		}
	}
}

func FuzzReadPage(f *testing.F) {
	paths, _ := filepath.Glob("testdata/pages/*.txtar")
	for _, p := range paths {
		if a, err := txtar.ParseFile(p); err == nil {
			f.Add(a.Files[0].Data, "text/html")
		}
	}
	f.Add([]byte("<table><td><h1>a<time datetime=2026-11-21><select><svg><math>"), "")
	f.Fuzz(func(t *testing.T, body []byte, kind string) {
		p, err := ReadPage(body, kind, "https://quay.example/2026/11/21/a")
		if err != nil {
			return
		}
		if !utf8.ValidString(p.Text) || strings.ContainsAny(p.Title, "\n\r") || p.Body == "" {
			t.Errorf("title %q, text %q", p.Title, p.Text)
		}
	})
}
