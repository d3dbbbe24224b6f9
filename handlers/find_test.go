package handlers

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"testing/synctest"

	"github.com/google/go-cmp/cmp"

	"onrecord/statements"
)

// web is pages that can be read by their address, and one reader for them and
// for texts: whoever stands before a colon said what is in “ ” after it.
type web map[string]string

func (w web) Page(_ context.Context, url string, _ bool) (statements.Reading, error) {
	text, there := w[url]
	if !there {
		return statements.Reading{}, fmt.Errorf("read: %w", &statements.Problem{Text: statements.Say("There is no page."), Hint: statements.Say("Look again.")})
	}
	title, _, _ := strings.Cut(text, "\n")
	r := readColons(text)
	r.Article.URL, r.Article.Title, r.Article.Outlet = url, title, "North Quay Ledger"
	return r, nil
}

func (w web) Words(_ context.Context, text string) (statements.Reading, error) {
	return readColons(text), nil
}

func readColons(text string) statements.Reading {
	out := statements.Reading{Article: statements.Article{Text: text, Lang: "en"}}
	at := 0
	for line := range strings.Lines(text) {
		if who, _, ok := strings.Cut(line, ": “"); ok {
			from := at + len(who) + len(": “")
			s := statements.Span{Start: from, End: from + strings.Index(text[from:], "”")}
			out.Statements = append(out.Statements, statements.Statement{Speaker: who, Known: statements.ByName, Kind: statements.Direct,
				Content: []statements.Span{s}, Verbatim: []statements.Span{s}, Confidence: 1})
		}
		at += len(line)
	}
	return out
}

// recorded is a shelf that knows one article by its address.
type recorded struct {
	*shelf
	url string
	id  int64
}

func (r recorded) ArticleAt(_ context.Context, url string) (int64, error) {
	if url != r.url {
		return 0, statements.ErrNotFound
	}
	return r.id, nil
}

// shown is everything that a card says, a block a line.
func shown(c Card) string {
	var b strings.Builder
	list := append(append([]Block(nil), c.Lead...), c.Body...)
	for _, p := range c.Parts {
		list = append(list, p.Body...)
	}
	for _, blk := range list {
		b.WriteString(strings.ReplaceAll(textOf(blk.Runs), "*", "") + "\n")
	}
	return b.String() + c.Footer
}

func TestFind(t *testing.T) {
	const ledger, gone, kept = "https://northquayledger.example/port", "https://northquayledger.example/gone", "https://harborcourier.example/herring"
	pages := web{ledger: "Harbour\n\nTomas Brandvold: “We dredge around the grass.”\nJun Castellan: “It costs us a summer.”\n"}
	stored := statements.Found{SpeakerID: 1, Article: statements.Article{ID: 7, Title: "Herring talks stall", Outlet: "Harbor Courier", URL: kept, Lang: "en", Text: "She said: We will not sign."},
		Statement: statements.Statement{ID: 48213, Speaker: "Mira Solheim", Known: statements.ByName, Kind: statements.Indirect, Content: []statements.Span{{Start: 10, End: 26}}, Confidence: 1}}
	for _, tt := range []struct {
		name, what string
		want       []string
		not        []string
	}{
		{"a page", "see " + ledger + ".", []string{"2 statements by 2 people in 1 article", "Harbour", "“We dredge around the grass.”", "Tomas Brandvold", "not kept"}, []string{"No. "}},
		{"a text", "Mira Solheim: “Not a cliff.”", []string{"1 statement by 1 person in this text", "“Not a cliff.”", "Mira Solheim"}, []string{"No. "}},
		{"on record", kept, []string{"We will not sign", "reported", "No. 48213", "on record"}, []string{"not kept"}},
		{"two, one gone", ledger + " " + gone, []string{"2 statements", "northquayledger.example/gone", "There is no page."}, []string{"this text"}},
		{"gone", gone, []string{"There is no page.", "Look again."}, nil},
		{"gone, with words", gone + "\nMira Solheim: “Not a cliff.”", []string{"“Not a cliff.”", "There is no page."}, nil},
		{"nobody", "nobody speaks here", []string{"Nobody is quoted in this text"}, nil},
		{"too many", strings.Join([]string{ledger, kept, gone, gone + "/4", gone + "/5"}, " "), []string{"The first 3 links were read, and 2 more were not"}, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d, _ := desk(&shelf{found: []statements.Found{stored}})
			d.Readings = pages
			d.Traces = recorded{&shelf{}, kept, 7}
			r := d.Serve(t.Context(), Request{Command: "find", Options: map[string]string{"what": tt.what}})
			if !r.Private || len(r.Cards) != 1 {
				t.Fatalf("private %v, %d cards", r.Private, len(r.Cards))
			}
			got := shown(r.Cards[0])
			for _, w := range tt.want {
				if !strings.Contains(got, w) {
					t.Errorf("no %q in\n%s", w, got)
				}
			}
			for _, w := range tt.not {
				if strings.Contains(got, w) {
					t.Errorf("%q in\n%s", w, got)
				}
			}
			if keeps := len(r.Cards[0].Buttons) > 0; keeps != strings.Contains(got, "on record") {
				t.Errorf("buttons %v of\n%s", r.Cards[0].Buttons, got)
			}
		})
	}
}

func TestLinksIn(t *testing.T) {
	for text, want := range map[string][]string{
		"no link":                                       nil,
		"harborcourier.example/a":                       {"https://harborcourier.example/a"},
		"(see https://a.example/b).":                    {"https://a.example/b"},
		"https://a.example/b_(c) and":                   {"https://a.example/b_(c)"},
		"<https://a.example/b> **https://c.example/**":  {"https://a.example/b", "https://c.example/"},
		"[x](https://a.example/b), https://a.example/b": {"https://a.example/b"},
		"ftp://a.example/b javascript:alert(1)":         nil,
	} {
		if got, _ := linksIn(text); !cmp.Equal(want, got) {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// Whatever is typed, links are addresses of the web and no more than three.
func FuzzLinksIn(f *testing.F) {
	for _, s := range []string{"https://a.example/b)", "x.y/z", "<http://[::1]/>", "https://a.example/\x00", "http://)."} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		links, left := linksIn(s)
		if len(links) > mostLinks || left > 0 && len(links) < mostLinks {
			t.Errorf("%d links, %d left", len(links), left)
		}
		for _, l := range links {
			if !isWeb(l) {
				t.Errorf("%q of %q is no address", l, s)
			}
		}
	})
}

// slow is a web of which one page never comes.
type slow struct{ web }

func (s slow) Page(ctx context.Context, url string, within bool) (statements.Reading, error) {
	if strings.HasSuffix(url, "/never") {
		<-ctx.Done()
		return statements.Reading{}, ctx.Err()
	}
	return s.web.Page(ctx, url, within)
}

func TestFindDoesNotWaitForASlowPage(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d, _ := desk(&shelf{})
		d.Readings = slow{web{"https://a.example/b": "Port\n\nTomas Brandvold: “We dredge.”\n"}}
		r := d.Serve(t.Context(), Request{Command: "find", Options: map[string]string{"what": "https://a.example/never https://a.example/b"}})
		for _, w := range []string{"“We dredge.”", "The page did not come in time."} {
			if got := shown(r.Cards[0]); !strings.Contains(got, w) {
				t.Errorf("no %q in\n%s", w, got)
			}
		}
	})
}
