package handlers_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"onrecord/handlers"
	"onrecord/statements"
	"onrecord/store"
	"onrecord/store/storetest"
)

// quotas is a real archive with n articles about the quota, one a day, and one
// about a ferry.
func quotas(t *testing.T, n int) *store.Store {
	t.Helper()
	st := storetest.Open(t, storetest.SQLite(t))
	_, version, err := st.Watches(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for i := range n + 1 {
		words, title := fmt.Sprintf("We will not sign quota number %d", i+1), "Herring talks stall"
		if i == n {
			words, title = "The night ferry sails again", "Night ferry returns"
		}
		text := title + "\n\nThe talks in Vell went on for a day. “" + words + ",” Mira Solheim said."
		from := strings.Index(text, words)
		span := []statements.Span{{Start: from, End: from + len(words)}}
		url := fmt.Sprintf("https://courier.example/%d", i+1)
		at := noon.AddDate(0, 0, i)
		_, err := st.KeepArticle(t.Context(), statements.Arrival{At: at, Watches: version, Outlet: statements.Outlet{Name: "Harbor Courier", URL: url},
			Article: statements.Article{URL: url, Outlet: "Harbor Courier", Title: title, Lang: "en", Text: text, Published: statements.Moment{Time: at}, Fetched: at},
			Statements: []statements.Statement{{Speaker: "Mira Solheim", Role: "foreign minister", Known: statements.ByName, Kind: statements.Direct, Confidence: 0.9,
				Content: span, Verbatim: span, SaidOn: statements.DateOf(at)}}})
		if err != nil {
			t.Fatal(err)
		}
	}
	return st
}

func deskOn(st *store.Store) *handlers.Desk {
	d := handlers.On(st)
	d.Now = func() time.Time { return noon.AddDate(0, 0, 30) }
	return d
}

func TestSearch(t *testing.T) {
	d := deskOn(quotas(t, 3))
	for _, c := range []struct {
		words      string
		want, lack []string
	}{
		{"quotas", []string{"quotas: 3 statements, newest first", "quota number 3", "Harbor Courier", "No. 3"}, []string{"ferry sails"}},
		{`"quota number" -2`, []string{"2 statements", "number 3", "number 1"}, []string{"sign quota number 2"}},
		{"said:ferr*", []string{"1 statement", "The night ferry sails again"}, nil},
		{"herring NEAR/2 stall", []string{"3 statements", "Headline: Herring talks stall"}, nil},
		{"vell ferry", []string{"1 statement", "The night ferry"}, nil},
		{"source:courier title:night", []string{"1 statement", "ferry"}, nil},
		{"trawling", []string{"Nothing on record:", "trawling", "Searched 4 articles and 4 statements"}, []string{"quota"}},
		{"quota AND (herring", []string{"quota AND (herring", "column", "^"}, nil},
		{"-quota", []string{"so they would match every article"}, nil},
		{"***", []string{"no letter and no digit"}, nil},
	} {
		got := type1(t, d, "search", "words", c.words, "private", "yes")
		for _, w := range c.want {
			if !strings.Contains(got, w) {
				t.Errorf("search %s lacks %q:\n%s", c.words, w, got)
			}
		}
		for _, w := range c.lack {
			if strings.Contains(got, w) {
				t.Errorf("search %s shows %q:\n%s", c.words, w, got)
			}
		}
	}
}

// The pages are those of the search, also for another process and after more
// has come; nobody but the asker turns them.
func TestSearchPages(t *testing.T) {
	st := quotas(t, 12)
	ada := handlers.Request{Command: "search", Server: "discord:1", Place: "discord:10", User: handlers.User{ID: "u1"}, Options: map[string]string{"words": "quota"}}
	c := deskOn(st).Serve(t.Context(), ada).Cards[0]
	var seen []string
	for page := 1; ; page++ {
		for _, b := range c.Body {
			if b.Look == handlers.Quote {
				bold := ""
				for _, r := range b.Runs {
					if r.Bold {
						bold += r.Text
					}
				}
				if bold != "quota" {
					t.Errorf("page %d shows %q in bold", page, bold)
				}
				seen = append(seen, fmt.Sprint(b.Number))
			}
		}
		next := ""
		for _, b := range c.Buttons {
			if b.Action == "page" && b.Label != "Previous" {
				next = b.Arg
				bob := ada
				bob.User.ID = "u2"
				refused := deskOn(st).Press(t.Context(), handlers.Press{Action: "page", ID: b.ID, Arg: b.Arg, Request: bob})
				if refused.Cards[0].Form != handlers.FormProblem || !refused.Private {
					t.Errorf("somebody else turns the page")
				}
				c = deskOn(st).Press(t.Context(), handlers.Press{Action: "page", ID: b.ID, Arg: b.Arg, Request: ada}).Cards[0]
			}
		}
		if next == "" {
			break
		}
	}
	if got := strings.Join(seen, " "); got != "1 2 3 4 5 6 7 8 9 10 11 12" {
		t.Errorf("the pages show %s", got)
	}
}

func TestSearchSaysThatItWasCut(t *testing.T) {
	d := deskOn(quotas(t, 1))
	d.Trove = many{d.Trove}
	got := type1(t, d, "search", "words", "trawling", "private", "yes")
	if !strings.Contains(got, "the 2,000 read last were looked at, not the older ones") || !strings.Contains(got, "Nothing on record") {
		t.Errorf("a search that did not look at everything:\n%s", got)
	}
}

// many offers more statements than are looked at.
type many struct{ handlers.Trove }

func (many) Sought(_ context.Context, _ statements.Sought, n int) ([]int64, error) {
	return make([]int64, n), nil
}
