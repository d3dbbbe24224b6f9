package handlers_test

import (
	"fmt"
	"io"
	"log/slog"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"onrecord/handlers"
	"onrecord/statements"
	"onrecord/store"
	"onrecord/store/storetest"
)

// clock is when it is for the desk.
var clock = time.Date(2026, 11, 21, 9, 18, 0, 0, time.UTC)

// spoken is an article of lines "who|said", kept on a day.
func spoken(t *testing.T, a *store.Store, url, title string, day int, lines ...string) {
	t.Helper()
	spokenIn(t, a, "Harbor Courier", url, title, day, lines...)
}

func spokenIn(t *testing.T, a *store.Store, outlet, url, title string, day int, lines ...string) {
	t.Helper()
	in := statements.Arrival{At: clock, Article: statements.Article{URL: url, Outlet: outlet, Title: title, Lang: "en",
		Fetched: clock, Published: statements.Moment{Time: time.Date(2026, 11, day, 8, 0, 0, 0, time.UTC)}}}
	text := title + "\n\n"
	for _, l := range lines {
		who, said, _ := strings.Cut(l, "|")
		text += "“"
		span := []statements.Span{{Start: len(text), End: len(text) + len(said)}}
		text += said + ",” "
		by := statements.Span{Start: len(text), End: len(text) + len(who)}
		text += who + " said. "
		in.Statements = append(in.Statements, statements.Statement{Speaker: who, Known: statements.ByName, Kind: statements.Direct, Confidence: 0.9, Content: span, Verbatim: span, Source: by})
	}
	in.Article.Text = text + "The harbour stayed closed.\n"
	_, version, err := a.Watches(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	in.Watches = version
	if _, err := a.KeepArticle(t.Context(), in); err != nil {
		t.Fatal(err)
	}
}

// everything is what a server is told by every command that reads, and by
// completion.
func everything(t *testing.T, d *handlers.Desk, server string) map[string]string {
	t.Helper()
	out := map[string]string{}
	ask := func(command string, options map[string]string) {
		r := d.Serve(t.Context(), request(server, command, options))
		out[command+" "+fmt.Sprint(options)] = inWords(r)
	}
	for _, who := range []string{"Iron Mira", "Mira Solheim", "Ilya Vantreight", "Pell Andersen"} {
		ask("ask", map[string]string{"question": "what did " + who + " say?"})
		ask("ask", map[string]string{"question": "what did " + who + " say about the quota?"})
		ask("speaker show", map[string]string{"speaker": who})
		ask("timeline", map[string]string{"speaker": who})
		ask("watch preview", map[string]string{"speaker": who})
		choices := d.Complete(t.Context(), request(server, "ask", nil), "speaker", who[:4])
		out["complete "+who] = fmt.Sprint(choices)
	}
	ask("ask", map[string]string{"question": "who spoke about the quota?"})
	ask("search", map[string]string{"words": "quota"})
	ask("search", map[string]string{"words": "quay"})
	ask("compare", map[string]string{"speaker": "Iron Mira", "with": "Ilya Vantreight"})
	for id := 1; id <= 6; id++ {
		n := fmt.Sprint(id)
		ask("context", map[string]string{"number": n})
		ask("more", map[string]string{"number": n})
		ask("why", map[string]string{"what": n})
	}
	for id := 1; id <= 3; id++ {
		ask("context", map[string]string{"number": fmt.Sprint("A", id)})
		ask("why", map[string]string{"what": fmt.Sprint("A", id)})
	}
	return out
}

func request(server, command string, options map[string]string) handlers.Request {
	o := map[string]string{}
	for k, v := range options {
		o[k] = v
	}
	place := server + "0"
	if server == "console" {
		place = server
	}
	return handlers.Request{Command: command, Options: o, Server: server, Place: place, User: handlers.User{ID: "1", Name: "Ida", ManageServer: true, Reviewer: true}}
}

// inWords is a reply as text, without the numbers that every question is given.
func inWords(r handlers.Reply) string {
	var b strings.Builder
	for _, c := range r.Cards {
		blocks := c.Lead
		blocks = append(append([]handlers.Block{}, blocks...), c.Body...)
		for _, f := range c.Fields {
			blocks = append(append(blocks, handlers.Block{Runs: []handlers.Run{{Text: f.Name}}}), f.Body...)
		}
		for _, blk := range blocks {
			for _, run := range blk.Runs {
				b.WriteString(run.Text)
			}
			b.WriteByte('\n')
		}
		b.WriteString(c.Footer + "\n")
		for _, btn := range c.Buttons {
			b.WriteString("[" + btn.Label + "]")
		}
	}
	return b.String()
}

// Whatever the reviewers of one server say, another server is told the same
// words by every command as before; and when they take all of it back, so are
// they.
func TestReviewsDoNotLeak(t *testing.T) {
	storetest.Each(t, func(t *testing.T, open func() *store.Store) {
		a := open()
		spoken(t, a, "https://courier.example/a", "Herring talks stall", 19, "Iron Mira|We will not sign a quota that ruins the quay", "Ilya Vantreight|The quota was agreed in this very room")
		spoken(t, a, "https://courier.example/b", "Quay strike ends", 20, "Iron Mira|The quay is open again for everybody", "Pell Andersen|Nobody asked the dockers about the quota")
		spoken(t, a, "https://courier.example/c", "Ministers leave Vell", 21, "Mira Solheim|The quota stands and so do I", "Ilya Vantreight|I have a train to catch")
		d := handlers.On(a)
		d.Now, d.Log = func() time.Time { return clock }, slog.New(slog.NewTextHandler(io.Discard, nil))
		const ours, theirs = "discord:10", "discord:20"
		before, beforeThere := everything(t, d, ours), everything(t, d, theirs)
		review := func(options map[string]string, want string) {
			t.Helper()
			if got := inWords(d.Serve(t.Context(), request(ours, "review", options))); !strings.Contains(got, want) {
				t.Fatalf("review %v: want %q in\n%s", options, want, got)
			}
		}
		review(map[string]string{"number": "1", "wrong": "Mira Solheim", "always": "yes"}, "‘Iron Mira’ is always Mira Solheim here")
		review(map[string]string{"number": "2", "reject": "yes"}, "No. 2 is no statement")
		review(map[string]string{"number": "4", "wrong": "Ilya Vantreight"}, "was said by Ilya Vantreight, not by Pell Andersen")
		review(map[string]string{"number": "6", "right": "yes"}, "No. 6 is right")
		review(map[string]string{"number": "5", "duplicate": "1"}, "No. 5 reports what No. 1 does")

		here := everything(t, d, ours)
		for what, c := range map[string]struct{ want, not string }{
			`ask map[question:what did Mira Solheim say?]`:                    {"The quay is open again for everybody", "train"},
			`ask map[question:what did Iron Mira say?]`:                       {"", "The quay is open again for everybody"},
			`ask map[question:what did Ilya Vantreight say about the quota?]`: {"Nobody asked the dockers", "agreed in this very room"},
			`ask map[question:what did Pell Andersen say?]`:                   {"", "Nobody asked the dockers"},
			`search map[words:quota]`:                                         {"Ilya Vantreight", "agreed in this very room"},
			`context map[number:2]`:                                           {"A reviewer here said that this is no statement", ""},
			`context map[number:3]`:                                           {"Read as ‘Iron Mira’; a reviewer here said who that is", ""},
			`context map[number:A1]`:                                          {"Mira Solheim, in the article", "Which one?"},
			`why map[what:4]`:                                                 {"was said by Ilya Vantreight, not by Pell Andersen; by Ida", ""},
			`timeline map[speaker:Mira Solheim]`:                              {"2 statements", ""},
			`timeline map[speaker:Ilya Vantreight]`:                           {"2 statements", ""},
			`speaker show map[speaker:Mira Solheim]`:                          {"3 statements since 19 Nov 2026: 3 verbatim", ""},
			`speaker show map[speaker:Ilya Vantreight]`:                       {"corrected in 1", "named in 2"},
			`watch preview map[speaker:Mira Solheim]`:                         {"The quay is open again for everybody", ""},
			`compare map[speaker:Iron Mira with:Ilya Vantreight]`:             {"Nobody asked the dockers", "agreed in this very room"},
			`ask map[question:what did Mira Solheim say about the quota?]`:    {"The quota stands", "agreed"},
		} {
			got, there := here[what]
			if !there {
				t.Fatalf("nobody asked %s", what)
			}
			if !strings.Contains(got, c.want) || c.not != "" && strings.Contains(got, c.not) {
				t.Errorf("%s: want %q and not %q in\n%s", what, c.want, c.not, got)
			}
		}
		if diff := cmp.Diff(beforeThere, everything(t, d, theirs)); diff != "" {
			t.Errorf("another server is told otherwise (-before +after):\n%s", diff)
		}
		if diff := cmp.Diff(beforeThere, everything(t, d, "console")); diff != "" {
			t.Errorf("so is the console:\n%s", diff)
		}
		for _, n := range []string{"1", "2", "4", "6", "5"} {
			review(map[string]string{"number": n, "undo": "yes"}, "Taken back")
		}
		after := everything(t, d, ours)
		for what := range before { // /why tells what was taken back
			if strings.HasPrefix(what, "why ") {
				delete(before, what)
				delete(after, what)
			}
		}
		if diff := cmp.Diff(before, after); diff != "" {
			t.Errorf("what was taken back is still there (-before +after):\n%s", diff)
		}
	})
}
