package handlers

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"onrecord/statements"
)

// stocked is a shelf with articles that Solheim speaks in, newest first: each
// of its own hour, every second one with a word about herring.
func stocked(t testing.TB, n int) *shelf {
	t.Helper()
	s := filled(t)
	s.found = nil
	for i := range n {
		words := "We will not sign a quota"
		if i%2 == 1 {
			words = "The quota is for herring boats"
		}
		a := statements.Article{ID: int64(n - i), URL: fmt.Sprintf("https://courier.example/%d", i), Outlet: "Harbor Courier", Title: "Talks", Lang: "en",
			Text: "Talks\n\n“" + words + ",” Mira Solheim said.", Published: statements.Moment{Time: now.Add(-time.Duration(i) * time.Hour)}, Fetched: now}
		span := []statements.Span{in(t, a.Text, words)}
		s.found = append(s.found, statements.Found{Article: a, Cluster: int64(i + 1), Statement: statements.Statement{ID: int64(1000 + i),
			Speaker: "Mira Solheim", Known: statements.ByName, Kind: statements.Direct, Confidence: 0.9, Content: span, Verbatim: span}})
	}
	return s
}

func TestPreviewCountsUtterances(t *testing.T) {
	s := stocked(t, 4)
	s.found[0].Cluster = 4 // a later report of the oldest
	d, _ := desk(s)
	text := plain(d.Serve(t.Context(), ask1("watch preview", "speaker", "Mira Solheim")))
	for _, want := range []string{"Would have fired 3 times in the last day, about 3 a day.", "All of them", "Tried on 4 articles, on Sat 21 Nov 2026 · 2 feeds, 2 healthy", "[Create watch]"} {
		if !strings.Contains(text, want) {
			t.Errorf("the preview lacks %q:\n%s", want, text)
		}
	}
	if strings.Contains(text, "noisy") || strings.Contains(text, "No. 1000") {
		t.Errorf("a later report is told again, or 3 a day are noisy:\n%s", text)
	}
}

func TestPreviewOffersLess(t *testing.T) {
	d, _ := desk(stocked(t, 24*10))
	reply := d.Serve(t.Context(), ask1("watch preview", "speaker", "Mira Solheim"))
	text := plain(reply)
	for _, want := range []string{"about 22 a day: noisy.", "Narrower, about 11 a day: ", `watch preview speaker "Mira Solheim" keywords herring`,
		"The newest 5 of the 240", "▆█", "[Create watch] [Narrow]"} {
		if !strings.Contains(text, want) {
			t.Errorf("a noisy preview lacks %q:\n%s", want, text)
		}
	}
	buttons := reply.Cards[0].Buttons
	if buttons[0].Strong || !buttons[1].Strong {
		t.Errorf("the button to press is not the narrower watch: %+v", buttons)
	}
	less := d.Press(t.Context(), Press{Action: buttons[1].Action, ID: buttons[1].ID, Request: ask1("")})
	if text := plain(less); !less.Update || !strings.Contains(text, "Mira Solheim on herring") || !strings.Contains(text, "Would have fired 120 times") {
		t.Errorf("the narrower watch: update %v\n%s", less.Update, text)
	}
}

func TestPreviewOffersTheVerbatim(t *testing.T) {
	s := stocked(t, 24*10)
	for i := range s.found {
		if i%4 > 0 {
			s.found[i].Statement.Kind, s.found[i].Statement.Verbatim = statements.Indirect, nil
		}
	}
	d, _ := desk(s)
	text := plain(d.Serve(t.Context(), ask1("watch preview", "speaker", "Mira Solheim")))
	if want := `watch preview speaker "Mira Solheim" kinds direct`; !strings.Contains(text, want) || !strings.Contains(text, "Narrower, about 6 a day") {
		t.Errorf("a watch that is noisy with reported speech lacks %q:\n%s", want, text)
	}
}

func TestPreviewIsBounded(t *testing.T) {
	d, _ := desk(stocked(t, 400))
	begun := time.Now()
	at := begun
	d.Now = func() time.Time { at = at.Add(10 * time.Millisecond); return now.Add(at.Sub(begun)) }
	text := plain(d.Serve(t.Context(), ask1("watch preview", "keywords", "quota")))
	if !strings.Contains(text, "Looked through the newest ") || !strings.Contains(text, " articles, no further, 1") {
		t.Errorf("a preview that was cut does not say so:\n%s", text)
	}
	d.Now = func() time.Time { return now }
	if text := plain(d.Serve(t.Context(), ask1("watch preview", "keywords", "quota"))); !strings.Contains(text, "Tried on 400 articles") {
		t.Errorf("a preview that was not cut:\n%s", text)
	}
}

// A button under a preview makes the watch, for who asked and may.
func TestPreviewMakesTheWatch(t *testing.T) {
	s := stocked(t, 3)
	d, _ := desk(s)
	before := len(s.watches)
	b := d.Serve(t.Context(), ask1("watch preview", "speaker", "Mira Solheim", "keywords", "quota OR ceiling")).Cards[0].Buttons[0]
	if b.Typed != `watch add speaker "Mira Solheim" keywords quota OR ceiling` || len(s.watches) != before {
		t.Errorf("a preview makes a watch, or offers %q", b.Typed)
	}
	other, member := ask1(""), ask1("")
	other.User.ID, member.User.ManageServer = "u7", false
	for r, want := range map[*Request]string{&other: "somebody else", &member: "may manage"} {
		if text := plain(d.Press(t.Context(), Press{Action: b.Action, ID: b.ID, Request: *r})); !strings.Contains(text, want) || len(s.watches) != before {
			t.Errorf("a press by another: %s", text)
		}
	}
	text := plain(d.Press(t.Context(), Press{Action: b.Action, ID: b.ID, Request: ask1("")}))
	if len(s.watches) != before+1 || s.watches[before].Keywords != "quota OR ceiling" || s.watches[before].Place != "discord:10" {
		t.Fatalf("the watches are %+v", s.watches)
	}
	for _, want := range []string{"Watching Mira Solheim on quota OR ceiling", "Would have fired 3 times"} {
		if !strings.Contains(text, want) {
			t.Errorf("the new watch lacks %q:\n%s", want, text)
		}
	}
}

func TestPreviewOfNothing(t *testing.T) {
	d, _ := desk(&shelf{})
	if text := plain(d.Serve(t.Context(), ask1("watch preview", "keywords", "quota"))); !strings.Contains(text, "Nothing of the last 30 days is on record to try it on.") {
		t.Errorf("an empty archive: %s", text)
	}
	if text := plain(d.Serve(t.Context(), ask1("watch preview", "keywords", "said:(quota AND"))); !strings.Contains(text, "at column 16") {
		t.Errorf("words that cannot be read: %s", text)
	}
	d, _ = desk(stocked(t, 3))
	text := plain(d.Serve(t.Context(), ask1("watch preview", "speaker", "Mira Solheim", "keywords", "walrus")))
	if !strings.Contains(text, "Would not have fired") || !strings.Contains(text, "Near misses") || !strings.Contains(text, "Spoke, and no word of walrus") {
		t.Errorf("a watch without a hit: %s", text)
	}
}
