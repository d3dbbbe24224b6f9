package bot_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"onrecord/statements"
	"onrecord/store"
)

// reported keeps an article of an outlet in which the remark stands.
func reported(t *testing.T, s *store.Store, outlet string, at time.Time) {
	t.Helper()
	const remark = "We will not sign a quota that our fishermen on the northern quays cannot live with"
	ws, version, err := s.Watches(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	a := statements.Arrival{At: at, Watches: version, Outlet: statements.Outlet{Name: outlet, URL: "https://" + outlet + ".example"}}
	a.Article = statements.Article{URL: "https://" + outlet + ".example/talks", Outlet: outlet, Title: outlet, Lang: "en", Fetched: at,
		Text: fmt.Sprintf("%s\n\n“%s,” Mira Solheim said.", outlet, remark)}
	from := strings.Index(a.Article.Text, remark)
	span := []statements.Span{{Start: from, End: from + len(remark)}}
	a.Statements = []statements.Statement{{Speaker: "Mira Solheim", Known: statements.ByName, Kind: statements.Direct, Content: span, Verbatim: span, Confidence: 1}}
	for _, w := range ws {
		a.Alerts = append(a.Alerts, statements.Alert{Watch: w, Form: statements.FormAlert, Statements: []int{0}, Reason: "spoke"})
	}
	if _, err := s.KeepArticle(t.Context(), a); err != nil {
		t.Fatal(err)
	}
}

// Forty outlets carry one remark: the channel gets one message, which is edited.
func TestCourierEdits(t *testing.T) {
	each(t, func(t *testing.T, s, _ *store.Store) {
		w := statements.Watch{Place: "discord:1", Speaker: "Mira Solheim", Server: "discord:1", By: "Ida", Created: noon}
		if _, err := s.AddWatch(t.Context(), w); err != nil {
			t.Fatal(err)
		}
		c, at := &channel{}, &clock{at: noon}
		co := courier(s, c, at)
		for i := range 40 {
			reported(t, s, fmt.Sprint("outlet", i), at.now())
			drain(t, co)
			at.advance(15 * time.Second)
		}
		at.advance(5 * time.Minute)
		drain(t, co)
		if c.posted("discord:1") != 1 || len(c.edits) < 4 || len(c.edits) > 6 || slices.ContainsFunc(c.edits, func(id string) bool { return id != "m1" }) {
			t.Errorf("%d messages, edits of %v; want one message, and an edit every two minutes", c.posted("discord:1"), c.edits)
		}
	})
}

func TestCourierEditsWhenItCan(t *testing.T) {
	each(t, func(t *testing.T, s, _ *store.Store) {
		w := statements.Watch{Place: "discord:1", Speaker: "Mira Solheim", Server: "discord:1", By: "Ida", Created: noon}
		if _, err := s.AddWatch(t.Context(), w); err != nil {
			t.Fatal(err)
		}
		c, at := &channel{}, &clock{at: noon}
		co := courier(s, c, at)
		reported(t, s, "first", noon)
		drain(t, co)
		reported(t, s, "second", noon)
		at.advance(3 * time.Minute)
		c.refuse = sendError{retry: true, after: time.Hour}
		drain(t, co)
		c.refuse = nil
		at.advance(59 * time.Minute)
		drain(t, co)
		if len(c.edits) != 1 {
			t.Errorf("%d edits before the hour was over", len(c.edits))
		}
		at.advance(2 * time.Minute)
		c.refuse = sendError{gone: true} // the message was taken away
		drain(t, co)
		at.advance(time.Hour)
		drain(t, co)
		if len(c.edits) != 2 || c.posted("discord:1") != 1 {
			t.Errorf("%d edits and %d messages, want the second try to be the last", len(c.edits), c.posted("discord:1"))
		}
	})
}
