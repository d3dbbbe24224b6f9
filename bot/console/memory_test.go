package console

import (
	"context"
	"fmt"
	"io"
	"strings"
	"testing"

	"onrecord/handlers"
)

// leaves is a desk whose answers have two pages of one entry each; the question
// is the name of the answer.
type leaves struct{ parrot }

func (l leaves) Serve(ctx context.Context, r handlers.Request) handlers.Reply {
	if r.Command != "ask" {
		return l.parrot.Serve(ctx, r)
	}
	return leaf(r.Options["question"], 1)
}

func (l leaves) Press(ctx context.Context, p handlers.Press) handlers.Reply {
	if p.Action != "page" {
		return l.parrot.Press(ctx, p)
	}
	if p.Arg == "2" {
		return leaf(p.ID, 2)
	}
	return leaf(p.ID, 1)
}

func leaf(answer string, n int) handlers.Reply {
	c := card(fmt.Sprintf("page %d of %s", n, answer))
	c.Form = handlers.FormAnswer
	c.Body = []handlers.Block{{Look: handlers.Quote, Number: n, Runs: []handlers.Run{{Text: "words"}}}}
	c.Buttons = []handlers.Button{{Action: "context", ID: answer, Typed: fmt.Sprintf("context %d", n)}}
	if n == 1 {
		c.Buttons = append(c.Buttons, handlers.Button{Action: "page", ID: answer, Arg: "2", Typed: "next"})
	} else {
		c.Buttons = append(c.Buttons, handlers.Button{Action: "page", ID: answer, Arg: "1", Typed: "previous"})
	}
	return handlers.Reply{Cards: []handlers.Card{c}}
}

func turned(t *testing.T, lines ...string) string {
	t.Helper()
	var out strings.Builder
	s := New(Config{Desk: leaves{parrot{&handlers.Desk{}}}, Out: &out, In: strings.NewReader(strings.Join(lines, "\n") + "\n")})
	if err := s.Run(t.Context()); err != nil && err != io.EOF {
		t.Fatal(err)
	}
	return out.String()
}

// The numbers of the pages above are those of the answer as well; those of an
// answer before it are not.
func TestNumbersOfEarlierPages(t *testing.T) {
	got := turned(t, "ask herring", "next", "context 1", "context 2")
	for _, want := range []string{"pressed context herring n1", "pressed context herring n2"} {
		if !strings.Contains(got, want) {
			t.Errorf("it lacks %q:\n%s", want, got)
		}
	}
	if got := turned(t, "ask herring", "next", "ask walrus", "context 2"); !strings.Contains(got, "served context 2") {
		t.Errorf("the second of an answer that has gone:\n%s", got)
	}
}

func TestNoPageBeyond(t *testing.T) {
	got := turned(t, "next", "ask herring", "previous", "next", "next", "previous")
	for _, want := range []string{"no answer on the screen that next", "nothing before what stands", "nothing after what stands"} {
		if strings.Count(got, want) != 1 {
			t.Errorf("%q does not stand once:\n%s", want, got)
		}
	}
	if strings.Count(got, "page 1 of herring") != 2 {
		t.Errorf("previous does not turn back:\n%s", got)
	}
}
