package handlers

import (
	"strings"
	"testing"
	"time"

	"onrecord/handlers/locales"
	"onrecord/statements"
)

// reviewing is a desk over a shelf with a third statement, of a name that nobody
// else bears.
func reviewing(t *testing.T) (*Desk, *shelf) {
	t.Helper()
	s := filled(t)
	const nick = "Quay strike ends\n\n“The quay is open again,” Iron Mira said. President Pell Andersen was there, and @everyone knew.\n"
	a := statements.Article{ID: 901, URL: "https://wire.example/q", Outlet: "Fjord Wire", Title: "Quay strike ends", Lang: "en", Text: nick,
		Published: statements.Moment{Time: now.Add(-time.Hour)}, Fetched: now}
	open := in(t, nick, "The quay is open again,")
	s.found = append(s.found, statements.Found{Article: a, SpeakerID: 77, Statement: statements.Statement{ID: 48220, Speaker: "Iron Mira", Known: statements.ByName,
		Kind: statements.Direct, Confidence: 0.9, Content: []statements.Span{open}, Verbatim: []statements.Span{open}, Source: in(t, nick, "Iron Mira")}})
	d, _ := desk(s)
	return d, s
}

func typed1(t *testing.T, d *Desk, options ...string) string {
	t.Helper()
	return plain(d.Serve(t.Context(), ask1("review", options...)))
}

func TestReviewTyped(t *testing.T) {
	d, s := reviewing(t)
	for _, c := range []struct {
		name    string
		options []string
		want    []string
	}{
		{"nothing yet", nil, []string{"Nobody has reviewed anything here yet"}},
		{"the card", []string{"number", "48213"}, []string{"We will not sign a quota,", "Mira Solheim", "Is this right?", "[Confirm] [Change speaker] [Reject] [Merge duplicate]"}},
		{"no number", []string{"number", "herring"}, []string{"Nothing on record has the number"}},
		{"an article", []string{"number", "A900"}, []string{"Which one?", "[1] [2]"}},
		{"two at once", []string{"number", "48213", "right", "yes", "reject", "yes"}, []string{"right or reject, not both"}},
		{"always alone", []string{"number", "48213", "always", "yes"}, []string{"Always goes with wrong"}},
		{"right", []string{"number", "48213", "right", "yes"}, []string{"No. 48213 is right as Mira Solheim said it", "[Undo]"}},
		{"right again", []string{"number", "48213", "right", "yes"}, []string{"That was said already by Ada"}},
		{"the same speaker", []string{"number", "48213", "wrong", "Mira Solheim"}, []string{"is who is shown already"}},
		{"nobody", []string{"number", "48213", "wrong", "Zachary Quine"}, []string{"Nobody called ‘Zachary Quine’ is on record, and the article names nobody so"}},
		{"another speaker", []string{"number", "48213", "wrong", "Ilya Vantreight"}, []string{"was said by Ilya Vantreight, not by Mira Solheim", "so do the messages in", "discord:5", "[Undo]"}},
		{"right after all", []string{"number", "48213", "right", "yes"}, []string{"was corrected by Ada", "review 48213 undo"}},
		{"the card of what is corrected", []string{"number", "48213"}, []string{"Ilya Vantreight", "was said by Ilya Vantreight, not by Mira Solheim.\nby Ada", "[Change speaker] [Reject] [Merge duplicate] [Undo]"}},
		{"back", []string{"number", "48213", "undo", "yes"}, []string{"Taken back:", "was said by Ilya Vantreight"}},
		{"back again: the verdict before", []string{"number", "48213", "undo", "yes"}, []string{"Taken back:", "is right as Mira Solheim said it"}},
		{"nothing is left", []string{"number", "48213", "undo", "yes"}, []string{"in force"}},
		{"a duplicate", []string{"number", "48213", "duplicate", "No. 48218"}, []string{"No. 48213 reports what No. 48218 does"}},
		{"of itself", []string{"number", "48213", "duplicate", "48213"}, []string{"no duplicate of itself"}},
		{"of nothing", []string{"number", "48213", "duplicate", "9"}, []string{"Nothing on record has the number"}},
		{"somebody the article names", []string{"number", "48220", "wrong", "Pell Andersen"}, []string{"was said by Pell Andersen, not by Iron Mira", "[Always] [Undo]"}},
		{"the list", []string{"number", "list"}, []string{"Reviewed here, newest first", "was said by Pell Andersen", "taken back by Ada"}},
	} {
		got := typed1(t, d, c.options...)
		for _, w := range c.want {
			if !strings.Contains(got, w) {
				t.Errorf("%s lacks %q:\n%s", c.name, w, got)
			}
		}
	}
	for _, c := range s.reviews {
		if c.Server != "discord:1" || c.By != "Ada" || c.ByID != "u1" || c.At != now || c.Place != "discord:10" {
			t.Errorf("kept as %+v", c)
		}
	}
}

// What the free search is given is looked up, never believed.
func TestReviewHostileNames(t *testing.T) {
	d, s := reviewing(t)
	for _, name := range []string{"@everyone", "<@&1200>", "~~Mira~~", "everyone knew", "President", "\u202eMira", "'; DROP TABLE corrections; --", strings.Repeat("A", 100), "The quay", "1 Mira", " ", "*", "Iron Mira said"} {
		before := len(s.reviews)
		got := typed1(t, d, "number", "48220", "wrong", name)
		if len(s.reviews) > before {
			t.Errorf("%q became a speaker:\n%s", name, got)
		}
		if strings.Contains(got, "Something broke") {
			t.Errorf("%q broke the desk", name)
		}
	}
}

func TestReviewRightsAreCheckedAtTheClick(t *testing.T) {
	d, s := reviewing(t)
	for _, action := range []string{"review", "right", "wrongspk", "speakeris", "always", "reject", "dup", "dupof", "unreview"} {
		for name, r := range map[string]Request{
			"a member": {User: User{ID: "u9", ManageServer: true}, Server: "discord:1", Place: "discord:10"},
			"alone":    {User: ada, Place: "discord:99"},
		} {
			got := d.Press(t.Context(), Press{Action: action, ID: "48213", Picked: "48218", Request: r})
			if got.Cards[0].Form != FormProblem || !got.Private || len(s.reviews) > 0 {
				t.Errorf("%s may press %s: %s", name, action, plain(got))
			}
		}
	}
}

func TestReviewByButtons(t *testing.T) {
	d, s := reviewing(t)
	press := func(action, id, picked string) Reply {
		return d.Press(t.Context(), Press{Action: action, ID: id, Picked: picked, Request: Request{User: ada, Server: "discord:1", Place: "discord:10"}})
	}
	which := press("review", "fvt42qhaxq7jc", "")
	if got := plain(which); !strings.Contains(got, "Which one?") || which.Cards[0].Buttons[0].Action != "review" {
		t.Errorf("of two statements: %s", got)
	}
	who := press("wrongspk", "48220", "")
	if p := who.Cards[0].Pick; !who.Update || p == nil || p.Action != "speakeris" || len(p.Choices) == 0 || p.Choices[0].Value != "Pell Andersen" {
		t.Fatalf("the people of the article: %+v", p)
	}
	done := press("speakeris", "48220", "Pell Andersen")
	if got := plain(done); !done.Update || !done.Private || !strings.Contains(got, "[Always]") {
		t.Errorf("chosen: %s", got)
	}
	if got := plain(press("always", "48220", "")); !strings.Contains(got, "‘Iron Mira’ is always Pell Andersen here") || strings.Contains(got, "[Always]") {
		t.Errorf("always: %s", got)
	}
	if c := s.reviews[len(s.reviews)-1]; c.Written != "Iron Mira" || c.Speaker.Name != "Pell Andersen" {
		t.Errorf("kept %+v", c)
	}
	if got := plain(press("unreview", "2", "")); !strings.Contains(got, "Taken back") {
		t.Errorf("undo: %s", got)
	}
	if got := plain(press("unreview", "2", "")); !strings.Contains(got, "taken back already") {
		t.Errorf("undo again: %s", got)
	}
	if got := plain(press("unreview", "999", "")); !strings.Contains(got, "leads nowhere") {
		t.Errorf("undo of nothing: %s", got)
	}
	if got := plain(press("reject", "48213", "")); !strings.Contains(got, "No. 48213 is no statement") {
		t.Errorf("reject: %s", got)
	}
	if got := plain(press("right", "48218", "")); !strings.Contains(got, "is right as Ilya Vantreight said it") {
		t.Errorf("right: %s", got)
	}
	if got := plain(press("dupof", "48218", "48220")); !strings.Contains(got, "No. 48218 reports what No. 48220 does") {
		t.Errorf("duplicate: %s", got)
	}
}

// A name is somebody else's for good only where that is safe.
func TestReviewRules(t *testing.T) {
	d, s := reviewing(t)
	mira := statements.Speaker{ID: 12, Name: "Mira Solheim"}
	for _, c := range []struct {
		name   string
		change func(f *statements.Found)
		want   string
	}{
		{"a whole name", func(*statements.Found) {}, "Iron Mira"},
		{"a pronoun in the text", func(f *statements.Found) { f.Statement.Known = statements.ByPronoun }, ""},
		{"a role in the text", func(f *statements.Found) { f.Statement.Source = in(t, f.Article.Text, "President") }, ""},
		{"nobody", func(f *statements.Found) { f.Statement.Known, f.Statement.Speaker = statements.Unresolved, "" }, ""},
		{"one word", func(f *statements.Found) { f.Statement.Speaker = "Mira" }, ""},
		{"figures", func(f *statements.Found) { f.Statement.Speaker = "Mira 2" }, ""},
		{"the same", func(f *statements.Found) { f.Statement.Speaker = "MIRA SOLHEIM" }, ""},
		{"who is another in the same article", func(f *statements.Found) {
			other := *f
			other.Statement.ID, other.Statement.Speaker, other.SpeakerID = 48299, "Mira Solheim", 12
			s.found = append(s.found, other)
		}, ""},
	} {
		was := s.found[2]
		f := was
		c.change(&f)
		s.found[2] = f
		if got := d.rule(t.Context(), f, mira); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
		s.found[2] = was
	}
}

func TestReviewedHereAlone(t *testing.T) {
	d, _ := reviewing(t)
	typed1(t, d, "number", "48213", "reject", "yes")
	typed1(t, d, "number", "48220", "wrong", "Pell Andersen")
	here := func(command string, options ...string) string {
		return plain(d.Serve(t.Context(), ask1(command, options...)))
	}
	there := func(command string, options ...string) string {
		r := ask1(command, options...)
		r.Server, r.Place = "discord:2", "discord:20"
		return plain(d.Serve(t.Context(), r))
	}
	const quote, quay = "We will not sign a quota,", "The quay is open again,"
	for _, c := range []struct {
		name      string
		got       string
		want, not string
	}{
		{"more, here", here("more", "number", "48220"), "Pell Andersen", "Iron Mira"},
		{"more, there", there("more", "number", "48220"), "Iron Mira", "Pell"},
		{"ask, here", here("ask", "question", "what did Pell Andersen say?"), quay, "Nothing on record"},
		{"ask, there", there("ask", "question", "what did Pell Andersen say?"), "", quay},
		{"the old name, here", here("ask", "question", "what did Iron Mira say?"), "", quay},
		{"the old name, there", there("ask", "question", "what did Iron Mira say?"), quay, ""},
		{"rejected, here", here("ask", "question", "what did Mira Solheim say?"), "", quote},
		{"rejected, there", there("ask", "question", "what did Mira Solheim say?"), quote, ""},
		{"its article, here", here("more", "number", "A900"), "Ilya Vantreight", quote},
		{"its article, there", there("more", "number", "A900"), quote, ""},
		{"context, here", here("context", "number", "48213"), "A reviewer here said that this is no statement", ""},
		{"context, there", there("context", "number", "48213"), quote, "reviewer"},
		{"verify, here", here("verify", "what", "48213"), "A reviewer here said that this is no statement", ""},
		{"verify, there", there("verify", "what", "48213"), quote, "reviewer"},
		{"export, here", here("export", "what", "48213"), "this is no statement, so there is no file", "1 statement"},
		{"export of two, here", here("export", "what", "48213, 48220"), "1 statement with the evidence", ""},
		{"export, there", there("export", "what", "48213"), "1 statement with the evidence", ""},
		{"read as", here("context", "number", "48220"), "Read as ‘Iron Mira’; a reviewer here said who that is", ""},
	} {
		if !strings.Contains(c.got, c.want) || c.not != "" && strings.Contains(c.got, c.not) {
			t.Errorf("%s: want %q and not %q in\n%s", c.name, c.want, c.not, c.got)
		}
	}
}

func TestAlertAfterReview(t *testing.T) {
	s := filled(t)
	owed := s.deliveries["fvt42qhaxq7jc"]
	show := func(c statements.Correction) string {
		was := owed.Entries[0].Found[0]
		c.Statement, c.Was = was.Statement.ID, statements.Speaker{ID: 1, Name: "Mira Solheim"}
		f := statements.NewView([]statements.Correction{c}).Show(was)
		f.Review.After = c.After
		d := owed
		d.Entries = []statements.Entry{{Watch: owed.Entries[0].Watch, Reason: "spoke", Found: []statements.Found{f, owed.Entries[0].Found[1]}, Article: f.Article}}
		card := AlertCard(locales.English, d, now, time.UTC)
		var b strings.Builder
		for _, blk := range card.Lead {
			for _, r := range blk.Runs {
				if r.Struck {
					b.WriteString("~~" + r.Text + "~~")
					continue
				}
				b.WriteString(r.Text)
			}
			b.WriteByte('\n')
		}
		return b.String()
	}
	ilya := statements.Speaker{ID: 2, Name: "Pell Andersen"}
	for _, c := range []struct {
		name string
		c    statements.Correction
		want string
	}{
		{"corrected", statements.Correction{ID: 1, What: statements.VerdictSpeaker, Speaker: ilya, After: true}, "“We will not sign a quota,”\n~~Mira Solheim~~, corrected to Pell Andersen by a reviewer\n"},
		{"known before", statements.Correction{ID: 1, What: statements.VerdictSpeaker, Speaker: ilya}, "“We will not sign a quota,”\nPell Andersen\nRead as ‘Mira Solheim’; a reviewer here said who that is\n"},
		{"rejected", statements.Correction{ID: 1, What: statements.VerdictReject, After: true}, "“We will not sign a quota,”\n~~Mira Solheim~~, rejected by a reviewer: not a statement\n"},
	} {
		if got := show(c.c); !strings.HasPrefix(got, c.want) {
			t.Errorf("%s:\n%swant\n%s", c.name, got, c.want)
		}
	}
}

func TestStatusOfReviewedWatches(t *testing.T) {
	d, s := reviewing(t)
	s.tested = []statements.Tested{
		{Watch: statements.Watch{Speaker: "Mira Solheim", Keywords: "quota"}, Right: 61, Of: 63, PerDay: 2},
		{Watch: statements.Watch{Keywords: "herring"}, Right: 9, Of: 12, PerDay: 8.4},
	}
	got := plain(d.Serve(t.Context(), ask1("status")))
	for _, w := range []string{"Watches, as the team reviewed them: Mira Solheim on quota 61 of 63 right\n", "herring 9 of 12 right, noisy: 8 a day"} {
		if !strings.Contains(got, w) {
			t.Errorf("lacks %q:\n%s", w, got)
		}
	}
}

func TestCompleteWho(t *testing.T) {
	d, _ := reviewing(t)
	got := d.Complete(t.Context(), ask1("review", "number", "48220"), "wrong", "")
	if len(got) == 0 || got[0].Value != "Pell Andersen" {
		t.Errorf("before anything is typed: %v", got)
	}
	if got := d.Complete(t.Context(), ask1("review", "number", "48220"), "wrong", "mira"); len(got) == 0 {
		t.Error("nobody of that name")
	}
	r := ask1("review", "number", "48220")
	r.User.Reviewer = false
	if got := d.Complete(t.Context(), r, "wrong", ""); got != nil {
		t.Errorf("who may not review is offered %v", got)
	}
}

// A private watch's alert has no Review: it is in no server.
func TestFollowedAlertsHaveNoReview(t *testing.T) {
	s := filled(t)
	owed := s.deliveries["fvt42qhaxq7jc"]
	for _, owner := range []string{"", "discord:7"} {
		owed.Entries[0].Watch.Owner = owner
		for _, c := range []Card{AlertCard(locales.English, owed, now, time.UTC), KeywordCard(locales.English, owed, now, time.UTC)} {
			if got := strings.Contains(plain(Reply{Cards: []Card{c}}), "[Review]"); got != (owner == "") {
				t.Errorf("%s of %q: Review is there %v", c.Form, owner, got)
			}
		}
	}
}
