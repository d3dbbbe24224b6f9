package feeds

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"onrecord/statements"
)

func show(m statements.Moment) string {
	if m.IsZero() {
		return "none"
	}
	layout := time.RFC3339
	if m.DayOnly {
		layout = time.DateOnly
	}
	s := m.Time.Format(layout)
	if m.ZoneUnknown {
		s += " zone unknown"
	}
	return s
}

func outline(d *Document) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s %s", d.Title, d.Link)
	if d.Damaged {
		b.WriteString(" damaged")
	}
	for _, it := range d.Items {
		fmt.Fprintf(&b, "\n%s | %s | %s", it.ID, it.Title, it.Link)
		if it.Summary != "" {
			b.WriteString(" | " + it.Summary)
		}
		if it.Author != "" {
			b.WriteString(" | by " + it.Author)
		}
		if !it.Published.IsZero() {
			b.WriteString(" | " + show(it.Published))
		}
		if !it.Updated.IsZero() {
			b.WriteString(" | updated " + show(it.Updated))
		}
	}
	return b.String() + "\n"
}

func TestParseFeed(t *testing.T) {
	paths, err := filepath.Glob("testdata/feeds/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatal("no samples", err)
	}
	for _, path := range paths {
		t.Run(filepath.Base(path), func(t *testing.T) {
			a, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			var d *Document
			for _, f := range a.Files {
				switch f.Name {
				case "feed":
					if d, err = ParseFeed(f.Data, "", "https://base.example/feed"); err != nil {
						t.Fatal(err)
					}
				case "want":
					if diff := cmp.Diff(string(f.Data), outline(d)); diff != "" {
						t.Errorf("(-want +got):\n%s", diff)
					}
				case "keys":
					var got strings.Builder
					for _, it := range d.Items {
						got.WriteString(it.Key + "\n")
					}
					if diff := cmp.Diff(string(f.Data), got.String()); diff != "" {
						t.Errorf("(-want +got):\n%s", diff)
					}
				case "dates":
					for _, line := range strings.Split(strings.TrimSpace(string(f.Data)), "\n") {
						in, want, _ := strings.Cut(line, " = ")
						if got := show(parseDate(in)); got != want {
							t.Errorf("%q is %s, want %s", in, got, want)
						}
					}
				}
			}
		})
	}
}

func TestParseFeedRefuses(t *testing.T) {
	for in, want := range map[string]string{
		"":                                  "empty",
		"<!DOCTYPE html><html><p>Hi</html>": "web page and not a feed",
		"<opml><body/></opml>":              "list of feeds (OPML)",
		"<urlset></urlset>":                 "sitemap",
		"just words":                        "no XML and no JSON Feed",
		`{"name":"x"}`:                      "no JSON Feed",
		`[1,2]`:                             "no JSON Feed",
		"<invoice/>":                        `type "invoice"`,
		"<rdf:RDF></rdf:RDF>":               `type "rdf"`,
	} {
		_, err := ParseFeed([]byte(in), "application/rss+xml", "")
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", in, err, want)
		}
	}
}

// The same feed in every encoding, said rightly, wrongly, or not at all.
func TestDecoded(t *testing.T) {
	const text = `<?xml version="1.0"?><rss version="2.0"><channel><title>Вести «Гавань» — 48 000 тонн сельди</title></channel></rss>`
	encode := func(label string) []byte { return encodeAs(t, label, text) }
	for name, tt := range map[string]struct {
		body        []byte
		contentType string
	}{
		"utf-8":                   {[]byte(text), ""},
		"utf-8 said to be 1251":   {[]byte(text), "text/xml; charset=windows-1251"},
		"mark":                    {append([]byte("\xef\xbb\xbf"), text...), ""},
		"1251 by the header":      {encode("windows-1251"), "text/xml; charset=windows-1251"},
		"1251 said to be utf-8":   {encode("windows-1251"), "text/xml; charset=utf-8"},
		"1251 unsaid":             {encode("windows-1251"), ""},
		"utf-16 with mark":        {encode("utf-16le+"), ""},
		"utf-16 without":          {encode("utf-16be"), "text/xml; charset=utf-8"},
		"1251 by its declaration": {[]byte(strings.Replace(string(encode("windows-1251")), `"1.0"?`, `"1.0" encoding="cp1251"?`, 1)), ""},
	} {
		d, err := ParseFeed(tt.body, tt.contentType, "")
		if err != nil || d.Title != "Вести «Гавань» — 48 000 тонн сельди" {
			t.Errorf("%s: %+v %v", name, d, err)
		}
	}
	one := strings.Replace(text, "«", "\xab", 1)
	if d, err := ParseFeed([]byte(one), "", ""); err != nil || d.Title != "Вести «Гавань» — 48 000 тонн сельди" || !d.Damaged {
		t.Errorf("one wrong byte: %+v %v", d, err)
	}
}

// The short way to read a date gives what the long one does.
func TestUsualDates(t *testing.T) {
	for _, s := range []string{"Sat, 21 Nov 2026 09:18:00 +0100", "Sat, 21 Nov 2026 09:18:00 GMT", "Mon, 31 Dec 2029 23:59:59 -0730",
		"2026-11-21T09:18:00Z", "2026-11-21T09:18:00.519+05:30", "2026-11-21T09:18:00-00:00"} {
		m, ok := usual(s)
		long := inWords(s)
		if g := isoDate.FindStringSubmatch(s); g != nil {
			long = fromISO(g)
		}
		if !ok || show(m) != show(long) {
			t.Errorf("%q is %s, by the long way %s", s, show(m), show(long))
		}
	}
	for _, s := range []string{"Sat, 31 Feb 2026 09:18:00 GMT", "0026-11-21T09:18:00Z", "2026-11-21T09:18:00+19:00", "2026-11-21"} {
		if m, ok := usual(s); ok {
			t.Errorf("%q is %s", s, show(m))
		}
	}
}

func FuzzParseFeed(f *testing.F) {
	paths, _ := filepath.Glob("testdata/feeds/*.txtar")
	for _, p := range paths {
		if a, err := txtar.ParseFile(p); err == nil {
			f.Add(a.Files[0].Data, "text/xml")
		}
	}
	f.Add([]byte("<rss><channel><item><title><![CDATA[x]]"), "text/xml; charset=utf-16")
	f.Fuzz(func(t *testing.T, body []byte, contentType string) {
		d, err := ParseFeed(body, contentType, "https://base.example/")
		if err != nil {
			return
		}
		for _, it := range d.Items {
			if it.Key == "" || strings.ContainsAny(it.Title, "\n\r\x00") {
				t.Errorf("key %q, title %q", it.Key, it.Title)
			}
		}
	})
}

func FuzzParseDate(f *testing.F) {
	for _, s := range []string{"Sat, 21 Nov 2026 09:18:00 +0100", "2026-11-21", "1/2/06 3:04 PM", "1795253880", "2026年11月21日"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if m := parseDate(s); !m.IsZero() && (m.Time.Year() < 1969 || m.Time.Year() > 2201) {
			t.Errorf("%q is %v", s, m.Time)
		}
	})
}
