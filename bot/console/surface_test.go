package console

import (
	"bytes"
	"context"
	"errors"
	"io"
	"strings"
	"sync"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"onrecord/handlers"
)

// parrot is a desk that says what it was asked.
type parrot struct {
	*handlers.Desk // for the table
}

func card(words ...string) handlers.Card {
	c := handlers.Card{Form: handlers.FormDone}
	for _, w := range words {
		c.Lead = append(c.Lead, handlers.Block{Runs: []handlers.Run{{Text: w}}})
	}
	return c
}

func (p parrot) Serve(_ context.Context, r handlers.Request) handlers.Reply {
	if r.Command == "ask" {
		c := card("asked " + r.Options["question"])
		c.Form = handlers.FormAnswer
		c.Body = []handlers.Block{{Look: handlers.Quote, Number: 6, Runs: []handlers.Run{{Text: "words"}}}}
		c.Buttons = []handlers.Button{
			{Action: "context", ID: "question00001", Typed: "context 6"},
			{Action: "page", ID: "question00001", Arg: "2", Typed: "next"},
		}
		return handlers.Reply{Cards: []handlers.Card{c}}
	}
	if r.User.ManageServer && r.Server == "console" && r.Place == "console" {
		return handlers.Reply{Cards: []handlers.Card{card("served " + r.Command + " " + r.Options["number"])}}
	}
	return handlers.Reply{}
}

func (p parrot) Press(_ context.Context, press handlers.Press) handlers.Reply {
	return handlers.Reply{Cards: []handlers.Card{card("pressed " + press.Action + " " + press.ID + " " + press.Arg)}}
}

func (p parrot) Complete(_ context.Context, r handlers.Request, option, typed string) []handlers.Choice {
	if option == "command" {
		return []handlers.Choice{{Name: "watch add", Value: "watch add"}, {Name: "watch list", Value: "watch list"}}
	}
	if option != "speaker" || typed == "" {
		return nil
	}
	var out []handlers.Choice
	for _, name := range []string{"Mira Solheim", "Mina Ostrand"} {
		if strings.HasPrefix(strings.ToLower(name), strings.ToLower(typed)) || strings.Contains(name, " "+typed) {
			out = append(out, handlers.Choice{Name: name, Value: name})
		}
	}
	return out
}

func TestRunLines(t *testing.T) {
	var out bytes.Buffer
	after := 0
	s := New(Config{Desk: parrot{&handlers.Desk{}}, Out: &out, In: strings.NewReader(strings.Join([]string{
		"", "# a comment", "ask the quota", "context 6", "context 7", "next", "/status", "status please", "watch", "walrus a b", "quit", "status",
	}, "\n"))})
	s.After = func() error { after++; return nil }
	if err := s.Run(t.Context()); err != nil {
		t.Fatal(err)
	}
	want := `> ask the quota
asked the quota

6 │ words

  context 6 · next

> context 6
pressed context question00001 n6

> context 7
served context 7

> next
pressed page question00001 2

> /status
served status 

> status please
There is nothing to say after status.
status stands alone.

> watch
watch needs one more word: add, preview, edit, list, remove.
help watch shows examples.

> walrus a b
There is no command ‘walrus’.
To ask something, begin with ask; help lists the commands.

> quit
`
	if got := out.String(); got != strings.ReplaceAll(want, "status \n", "status\n") {
		t.Errorf("got:\n%s", got)
	}
	if after != 8 {
		t.Errorf("After was called %d times for 8 commands", after)
	}
}

func TestRunEndsWithItsContext(t *testing.T) {
	in, writer := io.Pipe()
	defer writer.Close()
	ctx, cancel := context.WithCancel(t.Context())
	s := New(Config{Desk: parrot{&handlers.Desk{}}, In: in, Out: io.Discard})
	done := make(chan error)
	go func() { done <- s.Run(ctx) }()
	cancel()
	if err := <-done; err != nil {
		t.Error(err)
	}
}

func TestLongLine(t *testing.T) {
	s := New(Config{Desk: parrot{&handlers.Desk{}}, In: strings.NewReader(strings.Repeat("a", mostLine+2)), Out: io.Discard})
	if err := s.Run(t.Context()); err == nil || !strings.Contains(err.Error(), "a line has more than") {
		t.Errorf("a line that is too long gives %v", err)
	}
}

func TestPostOnce(t *testing.T) {
	var out bytes.Buffer
	s := New(Config{Out: &out})
	for range 2 {
		id, err := s.Post(t.Context(), "console", card("an alert"), "fvt42qhaxq7jc")
		if err != nil || id != "fvt42qhaxq7jc" {
			t.Fatalf("Post: %q, %v", id, err)
		}
	}
	if got := strings.Count(out.String(), "an alert"); got != 1 {
		t.Errorf("one delivery was posted %d times", got)
	}
	if id, found, _ := s.Find(t.Context(), "console", "fvt42qhaxq7jc", time.Time{}); !found || id != "fvt42qhaxq7jc" {
		t.Errorf("Find gives %q, %v", id, found)
	}
	if _, found, _ := s.Find(t.Context(), "console", "other", time.Time{}); found {
		t.Error("Find finds what was never posted")
	}
}

type closed struct{}

func (closed) Write([]byte) (int, error) { return 0, errors.New("the terminal is gone") }

func TestPostTellsOfAFailure(t *testing.T) {
	s := New(Config{Out: closed{}})
	if _, err := s.Post(t.Context(), "console", card("x"), "n"); err == nil {
		t.Error("a card that was not written counts as posted")
	}
	if _, found, _ := s.Find(t.Context(), "console", "n", time.Time{}); found {
		t.Error("a card that was not written is found")
	}
}

// screen is a terminal's output that can be waited for.
type screen struct {
	mu   sync.Mutex
	text bytes.Buffer
	more chan struct{}
}

func (s *screen) Write(b []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.text.Write(b)
	select {
	case s.more <- struct{}{}:
	default:
	}
	return len(b), nil
}

// wait returns once the screen holds words.
func (s *screen) wait(t *testing.T, words string) {
	t.Helper()
	late := time.After(10 * time.Second)
	for {
		s.mu.Lock()
		has := strings.Contains(s.text.String(), words)
		s.mu.Unlock()
		if has {
			return
		}
		select {
		case <-s.more:
		case <-late:
			t.Fatalf("the screen never shows %q:\n%q", words, s.text.String())
		}
	}
}

func TestAlertsAppearWhileOneTypes(t *testing.T) {
	in, keys := io.Pipe()
	out := &screen{more: make(chan struct{}, 1)}
	s := New(Config{Desk: parrot{&handlers.Desk{}}, In: in, Out: out, Interactive: true})
	done := make(chan error)
	go func() { done <- s.Run(t.Context()) }()
	out.wait(t, "> ")
	io.WriteString(keys, "ask the qu")
	out.wait(t, "> ask the qu")
	if _, err := s.Post(t.Context(), "console", card("an alert"), "a"); err != nil {
		t.Fatal(err)
	}
	out.wait(t, "an alert\r\n\r\n> ask the qu")
	io.WriteString(keys, "ota\r")
	out.wait(t, "asked the quota")
	io.WriteString(keys, "\x1b[A\r") // the line before, once more
	out.wait(t, "> ask the quota\r\nasked the quota")
	keys.Close()
	if err := <-done; err != nil {
		t.Error(err)
	}
}

func TestCompletion(t *testing.T) {
	s := New(Config{Desk: parrot{&handlers.Desk{}}})
	for _, c := range []struct{ typed, want string }{
		{"", ""},
		{"wa", "watch "},
		{"/wa", "/watch "},
		{"watch a", "watch add "},
		{"watch add ", "watch add "},
		{"watch add ke", "watch add keywords "},
		{"watch add Sol", `watch add "Mira Solheim" `},
		{`watch add "Mira S`, `watch add "Mira Solheim" `},
		{`watch add "Mi`, `watch add "Mi`},
		{`watch add mi`, `watch add "Mi`},
		{`watch add "Mira Solheim" b`, `watch add "Mira Solheim" backlog `},
		{`watch add "Mira Solheim" channel c`, `watch add "Mira Solheim" channel console `},
		{"ask what did Sol", "ask what did Mira Solheim "},
		{"ask what did Mira S", "ask what did Mira Solheim "},
		{"ask what did she say about x", "ask what did she say about x"},
		{"ask what --si", "ask what --since "},
		{"ask what --speaker min", "ask what --speaker Mina Ostrand "},
		{"help w", "help watch "},
		{"st", "status "},
		{"nothing of the kind", "nothing of the kind"},
	} {
		from, choices := s.proposals(t.Context(), c.typed)
		add, _ := settle(c.typed[from:], choices)
		if got := c.typed[:from] + add; got != c.want {
			t.Errorf("Tab after %q gives %q, want %q (%v)", c.typed, got, c.want, choices)
		}
	}
}

func FuzzCompletion(f *testing.F) {
	for _, s := range []string{"watch add \"", "ask --", " / ask «x", "help \xff", "watch add channel channel"} {
		f.Add(s)
	}
	s := New(Config{Desk: parrot{&handlers.Desk{}}})
	f.Fuzz(func(t *testing.T, typed string) {
		from, _ := s.proposals(t.Context(), typed)
		if from < 0 || from > len(typed) {
			t.Fatalf("%q: byte %d", typed, from)
		}
	})
}

func FuzzDraw(f *testing.F) {
	f.Add("words\x1b[2J “of” \u202e somebody", "https://a.example/x\x07", "~", 40)
	f.Add("日本語の長い文章がここに続きます", "http://b.example/", "·", 20)
	f.Add("a\n\nb\tc", "", strings.Repeat("x", 200), 80)
	f.Fuzz(func(t *testing.T, words, link, name string, wide int) {
		wide = 20 + max(wide, -wide)%100
		runs := []handlers.Run{{Text: words}, {Text: name, Bold: true}, {Text: words, Link: link}, {Ago: now.Add(-time.Hour)}}
		blocks := []handlers.Block{{Runs: runs}, {Look: handlers.Quote, Number: 3, Runs: runs}, {Runs: runs}, {Look: handlers.Gap},
			{Look: handlers.Tilde, Runs: runs}, {Look: handlers.Small, Runs: runs[1:]}, {Runs: runs[:1]}}
		for _, form := range []handlers.Form{handlers.FormAlert, handlers.FormKeyword, handlers.FormAnswer, handlers.FormContext,
			handlers.FormList, handlers.FormStatus, handlers.FormProblem} {
			c := handlers.Card{Form: form, Place: name, At: now, Lead: blocks, Body: blocks, Footer: words,
				Fields: []handlers.Field{{Name: name, Body: blocks}}, Buttons: []handlers.Button{{Typed: words}}}
			text := Draw(c, Style{Now: now, Width: wide})
			p := &page{}
			for _, line := range strings.Split(text, "\n") {
				isLink := link != "" && strings.TrimSpace(line) == strings.TrimSpace(p.line(link))
				if w := width(line); w > wide && !isLink && !strings.Contains(line, "\u00ad") {
					t.Errorf("%s: %d columns of %d: %q", form, w, wide, line)
				}
			}
			for _, r := range text {
				if r != '\n' && (unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r)) || r == utf8.RuneError {
					t.Fatalf("%s: %q is on the screen: %q", form, r, text)
				}
			}
		}
	})
}
