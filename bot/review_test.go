package bot_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"onrecord/bot"
	"onrecord/feeds"
	"onrecord/statements"
	"onrecord/store"
)

// quoted reads an article as one statement of whoever stands behind the marks.
func quoted(a statements.Article) []statements.Statement {
	from, to := strings.Index(a.Text, "“")+len("“"), strings.Index(a.Text, ",”")
	who, _, _ := strings.Cut(a.Text[to+len(",” "):], " said")
	span := []statements.Span{{Start: from, End: to}}
	return []statements.Statement{{Speaker: who, Known: statements.ByName, Kind: statements.Direct, Content: span, Verbatim: span, Confidence: 1}}
}

// What reviewers of one server say of a name decides from the next article on
// which of its watches are told, and nothing for another server; what they
// rejected is in no backlog of theirs.
func TestReviewsReachWatches(t *testing.T) {
	each(t, func(t *testing.T, s, _ *store.Store) {
		ctx := t.Context()
		for _, w := range []statements.Watch{
			{Server: "discord:10", Place: "discord:1", Speaker: "Mira Solheim"}, {Server: "discord:20", Place: "discord:2", Speaker: "Mira Solheim"},
		} {
			w.By, w.Created = "Ida", noon
			if _, err := s.AddWatch(ctx, w); err != nil {
				t.Fatal(err)
			}
		}
		in := &bot.Ingest{Archive: s, Read: quoted}
		n := 0
		arrives := func(who, said string) {
			t.Helper()
			n++
			url := fmt.Sprintf("https://courier.example/%d", n)
			a := feeds.Arrived{At: noon, Outlet: statements.Outlet{Name: "Harbor Courier", URL: url}}
			a.Article = statements.Article{URL: url, Outlet: "Harbor Courier", Title: fmt.Sprint("News ", n), Lang: "en", Fetched: noon, Text: fmt.Sprintf("News %d\n\n“%s,” %s said.", n, said, who)}
			if _, err := in.Keep(ctx, a); err != nil {
				t.Fatal(err)
			}
		}
		told := func() (places []string) {
			t.Helper()
			c, at := &channel{}, &clock{at: noon}
			drain(t, courier(s, c, at))
			for _, p := range []string{"discord:1", "discord:2", "discord:3"} {
				for range c.posted(p) {
					places = append(places, p)
				}
			}
			return places
		}
		arrives("Iron Mira", "The quay opens when the dockers say it does")
		if got := told(); got != nil {
			t.Errorf("before anybody said so, told were %v", got)
		}
		rule, err := s.Correct(ctx, statements.Correction{Server: "discord:10", Place: "discord:1", Statement: 1, What: statements.VerdictSpeaker,
			Speaker: statements.Speaker{Name: "Mira Solheim"}, Written: "Iron Mira", By: "Ida", At: noon})
		if err != nil {
			t.Fatal(err)
		}
		arrives("Iron Mira", "Nobody has counted the herring but the herring")
		if got := told(); !slices.Equal(got, []string{"discord:1"}) {
			t.Errorf("told were %v", got)
		}
		if _, err := s.Correct(ctx, statements.Correction{Server: "discord:10", Statement: 2, What: statements.VerdictReject, By: "Ida", At: noon}); err != nil {
			t.Fatal(err)
		}
		w, err := s.AddWatch(ctx, statements.Watch{Server: "discord:10", Place: "discord:3", Speaker: "Mira Solheim", Backlog: true, By: "Ida", Created: noon})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := (&bot.Backlog{Shelf: s, Now: (&clock{at: noon}).now}).Run(ctx); err != nil {
			t.Fatal(err)
		}
		later, err := s.LeaseDeliveries(ctx, "discord", noon.Add(3600e9), 9, 60e9)
		if err != nil {
			t.Fatal(err)
		}
		if len(later) != 1 || len(later[0].Entries) != 1 || later[0].Entries[0].Watch.ID != w.ID || later[0].Entries[0].Found[0].Statement.ID != 1 || later[0].Entries[0].Found[0].Statement.Speaker != "Mira Solheim" {
			t.Errorf("the backlog is %+v", later)
		}
		if _, err := s.UndoCorrection(ctx, statements.Correction{Server: "discord:10", By: "Ida", At: noon}, rule.ID); err != nil {
			t.Fatal(err)
		}
		if err := s.SettleDelivery(ctx, later[0].ID, "m9", noon); err != nil {
			t.Fatal(err)
		}
		arrives("Iron Mira", "The ferry runs at night or it does not run at all")
		if got := told(); got != nil {
			t.Errorf("after it was taken back, told were %v", got)
		}
	})
}
