package embed_test

import (
	"context"
	"fmt"
	"log/slog"
	"slices"
	"strings"
	"testing"
	"time"

	"onrecord/bot"
	"onrecord/handlers"
	"onrecord/handlers/embed"
	"onrecord/handlers/embed/embedtest"
	"onrecord/statements"
	"onrecord/statements/ask"
	"onrecord/store"
	"onrecord/store/storetest"
)

var noon = time.Date(2026, time.November, 20, 12, 0, 0, 0, time.UTC)

// keep keeps an article in which somebody says something, and nothing else.
func keep(t *testing.T, s *store.Store, who, said string) {
	t.Helper()
	text := "Notes\n\n“" + said + ",” " + who + " said."
	at := strings.Index(text, said)
	by := strings.Index(text, who)
	content := []statements.Span{{Start: at, End: at + len(said)}}
	_, err := s.KeepArticle(t.Context(), statements.Arrival{
		At: noon, Watches: 1, Outlet: statements.Outlet{Name: "Harbor Courier", URL: "https://courier.example/" + said},
		Article: statements.Article{URL: "https://courier.example/" + said, Outlet: "Harbor Courier", Title: "Notes", Text: text, Lang: "en", Fetched: noon,
			Published: statements.Moment{Time: noon}},
		Statements: []statements.Statement{{Speaker: who, Known: statements.ByName, Kind: statements.Direct, Confidence: 0.9,
			Source: statements.Span{Start: by, End: by + len(who)}, Cue: statements.Span{Start: by + len(who) + 1, End: by + len(who) + 5}, Content: content, Verbatim: content}},
	})
	if err != nil {
		t.Fatal(err)
	}
}

// newsroom is an archive in which two lay down arms, one speaks of a truce on
// herring, and others of what has nothing to do with either.
func newsroom(t *testing.T, s *store.Store) {
	keep(t, s, "Mira Solheim", "We will lay down our arms")
	keep(t, s, "Ilya Vantreight", "Guns are silent")
	keep(t, s, "Jun Castellan", "A truce over herring was signed")
	for i := range 80 {
		keep(t, s, []string{"Mira Solheim", "Tomas Brandvold", "Ana Quill"}[i%3], fmt.Sprintf("%s%d needs %s%d before %s%d",
			[]string{"Budget", "School", "Bridge", "Clinic"}[i%4], i, []string{"money", "paint", "teachers"}[i%3], i, []string{"winter", "spring"}[i%2], i))
	}
}

func embedded(t *testing.T, st *store.Store, c *embed.Client) {
	t.Helper()
	e := &bot.Embedder{Embedders: st, Vectors: st, Model: c, Now: time.Now, Log: slog.New(slog.DiscardHandler)}
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan error)
	go func() { done <- e.Run(ctx) }()
	name, _ := c.Model()
	for range 600 {
		row, err := st.Embedder(t.Context(), name, 0)
		if err != nil {
			t.Fatal(err)
		}
		if n, err := st.Vectors(t.Context(), row.ID); n == 83 && err == nil {
			break
		}
		time.Sleep(20 * time.Millisecond) // a real server and a real database know no other clock
	}
	cancel()
	<-done
}

func desk(st *store.Store, m handlers.Meaning) *handlers.Desk {
	d := handlers.On(st)
	d.Now, d.Meaning = func() time.Time { return noon.Add(time.Hour) }, m
	return d
}

// told is what a question finds, a line each.
func told(t *testing.T, d *handlers.Desk, question string) string {
	t.Helper()
	found, err := d.Find(t.Context(), handlers.Question{Text: question})
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, a := range found.Ranked.Answers {
		out = append(out, a.Found.Statement.Speaker+": "+a.Found.Statement.Text(a.Found.Article.Text))
	}
	for _, n := range found.Ranked.Nearest {
		out = append(out, n.Why+": "+n.Found.Statement.Speaker+": "+n.Found.Statement.Text(n.Found.Article.Text))
	}
	return strings.Join(out, "\n")
}

const offered = ask.NearKin + ": "

// What is said in other words is offered, and is no answer; an endpoint that
// lies, is slow or down changes nothing.
func TestSearchByMeaning(t *testing.T) {
	storetest.Each(t, func(t *testing.T, open func() *store.Store) {
		st, s := open(), embedtest.New(t)
		newsroom(t, st)
		embedded(t, st, client(s))
		by := func() *embed.Meaning { return &embed.Meaning{Client: client(s), Archive: st} }
		for question, want := range map[string]string{
			"what did Mira Solheim say about the ceasefire?":    offered + "Mira Solheim: We will lay down our arms",
			"what did Ilya Vantreight say about the ceasefire?": offered + "Ilya Vantreight: Guns are silent",
			"what did Tomas Brandvold say about the ceasefire?": "",
			"what did Mira Solheim say about vessels?":          "",
			"what did Nobody Atall say about the ceasefire?":    "",
		} {
			without, with := told(t, desk(st, nil), question), told(t, desk(st, by()), question)
			added := strings.TrimPrefix(strings.TrimPrefix(with, without), "\n")
			if !strings.HasPrefix(with, without) || added != want {
				t.Errorf("%s\nwithout: %s\nwith:    %s\nwant:    %s", question, without, with, want)
			}
		}
		for _, question := range []string{"what did Jun Castellan say about the truce?", "who spoke about money1?", "what did Ana Quill say?"} {
			if without, with := told(t, desk(st, nil), question), told(t, desk(st, by()), question); with != without {
				t.Errorf("%s\nwithout: %s\nwith:    %s", question, without, with)
			}
		}
		const question = "what did Mira Solheim say about the ceasefire?"
		without := told(t, desk(st, nil), question)
		for mode := embedtest.Slow; mode <= embedtest.Prose; mode++ {
			s.Answer(mode)
			begun := time.Now()
			if got := told(t, desk(st, by()), question); got != without && mode != embedtest.Constant {
				t.Errorf("an endpoint in mode %d: %s", mode, got)
			}
			if time.Since(begun) > 5*time.Second {
				t.Errorf("an endpoint in mode %d holds an answer up", mode)
			}
		}
	})
}

// The card says what it is, also when it is shared; the state is told.
func TestOfferedOnACard(t *testing.T) {
	st, s := storetest.Open(t, ":memory:"), embedtest.New(t)
	newsroom(t, st)
	embedded(t, st, client(s))
	d := desk(st, &embed.Meaning{Client: client(s), Archive: st})
	request := handlers.Request{Command: "ask", User: handlers.User{ID: "u1"}, Server: "console", Place: "console",
		Options: map[string]string{"question": "what did Mira Solheim say about the ceasefire?", "private": "yes"}}
	card := d.Serve(t.Context(), request)
	share := slices.IndexFunc(card.Cards[0].Buttons, func(b handlers.Button) bool { return b.Action == "share" })
	if share < 0 {
		t.Fatalf("nothing to share: %+v", card.Cards[0].Buttons)
	}
	shared := d.Press(t.Context(), handlers.Press{Action: "share", ID: card.Cards[0].Buttons[share].ID, Request: request})
	for name, r := range map[string]handlers.Reply{"asked": card, "shared": shared} {
		got := words(r)
		if !strings.Contains(got, "Nothing on record") || !strings.Contains(got, "Nearest: "+ask.NearKin) || !strings.Contains(got, "lay down our arms") {
			t.Errorf("%s:\n%s", name, got)
		}
	}
	status := handlers.Request{Command: "status", User: handlers.User{ID: "u1"}, Server: "console", Place: "console"}
	if got := words(d.Serve(t.Context(), status)); !strings.Contains(got, "83 statements have a vector, by small. Its endpoint answered ") {
		t.Errorf("the status:\n%s", got)
	}
	s.Answer(embedtest.Forbidden)
	d.Meaning.Kin(t.Context(), statements.Query{}, "herring", 1) //nolint:errcheck // what the status says of it counts
	if got := words(d.Serve(t.Context(), status)); !strings.Contains(got, "it answers 401. Questions are answered by words alone") || strings.Contains(got, "secret") {
		t.Errorf("the status:\n%s", got)
	}
	if got := words(desk(st, nil).Serve(t.Context(), status)); strings.Contains(got, "meaning") {
		t.Errorf("the status without an endpoint:\n%s", got)
	}
}

// words is all that a reply says.
func words(r handlers.Reply) string {
	var b strings.Builder
	add := func(blocks []handlers.Block) {
		for _, block := range blocks {
			for _, run := range block.Runs {
				b.WriteString(run.Text)
			}
			b.WriteByte('\n')
		}
	}
	for _, c := range r.Cards {
		add(c.Lead)
		add(c.Body)
		for _, f := range c.Fields {
			add(f.Body)
		}
	}
	return b.String()
}
