package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"onrecord/feeds/sample"
	"onrecord/handlers"
	"onrecord/statements"
)

// What is planted in the first server all has one of these in it, and stands in
// no article: where one is read elsewhere, something leaks. The second is the
// number of a channel, the third that of the server, the fourth of its people.
var marks = []string{"zorbl", "77100", "77001", "77002"}

// Who asks. Servers, places and people have numbers as Discord's are.
var (
	herServer = "discord:770010000000000001"
	herPlace  = "discord:771000000000000001"
	refusing  = "discord:771000000000000666"

	editor = asker{"editor", handlers.Request{Server: herServer, Place: herPlace,
		User: handlers.User{ID: "770020000000000001", Name: "Zorbl Editor", ManageServer: true, Reviewer: true}}}
	member = asker{"member", handlers.Request{Server: herServer, Place: herPlace, User: handlers.User{ID: "770020000000000002", Name: "Zorbl Member"}}}
	// The three that the issue names: without rights, elsewhere, in private.
	other    = asker{"another member", handlers.Request{Server: herServer, Place: herPlace, User: handlers.User{ID: "88001", Name: "Ann"}}}
	stranger = asker{"a moderator elsewhere", handlers.Request{Server: "discord:88002", Place: "discord:88003",
		User: handlers.User{ID: "88004", Name: "Bo", ManageServer: true, Reviewer: true}}}
	alone = asker{"a direct message", handlers.Request{Place: "discord:88005", User: handlers.User{ID: "88006", Name: "Cy"}}}
)

type asker struct {
	name string
	as   handlers.Request
}

// rights is a house in which somebody has worked.
type rights struct {
	*testing.T
	*house
	ids []string // of every row that a button of the first server names
}

func newRights(t *testing.T) *rights {
	t.Helper()
	news := sample.New(time.Now)
	news.Reveal(news.Articles())
	base, stop, err := serve(news)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(stop)
	c := demoConfig(base, news, t.TempDir())
	c.Bot.Watches = nil
	h, err := build(t.Context(), c, silent(), time.Now)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = h.Close() })
	if err := h.begin(t.Context(), "discord"); err != nil {
		t.Fatal(err)
	}
	r := &rights{T: t, house: h}
	if _, err := h.poller.Cycle(t.Context()); err != nil {
		t.Fatal(err)
	}
	r.plant()
	return r
}

// ask has somebody use a command; options come in pairs.
func (r *rights) ask(who asker, command string, options ...string) handlers.Reply {
	r.Helper()
	q := who.as
	q.Command, q.Options = command, map[string]string{}
	for i := 0; i+1 < len(options); i += 2 {
		q.Options[options[i]] = options[i+1]
	}
	return r.desk.Serve(r.Context(), q)
}

// plant does in the first server whatever leaves something behind.
func (r *rights) plant() {
	r.Helper()
	must := func(what string, reply handlers.Reply) {
		r.Helper()
		if len(reply.Cards) == 0 || reply.Cards[0].Form == handlers.FormProblem {
			r.Fatalf("%s: %s", what, readable(reply))
		}
		r.harvest(reply)
	}
	must("watch", r.ask(editor, "watch add", "keywords", "quota OR zorblwatch", "backlog", "yes"))
	must("watch", r.ask(editor, "watch add", "keywords", "herring OR zorbldigest", "digest", "weekdays 09:00", "backlog", "yes"))
	must("watch", r.ask(editor, "watch add", "keywords", "herring OR zorblclosed", "channel", refusing, "backlog", "yes"))
	must("follow", r.ask(member, "follow", "keywords", "herring OR zorblfollow", "backlog", "yes"))
	must("mute", r.ask(editor, "mute", "watch", "1", "for", "1h"))
	must("question", r.ask(member, "ask", "question", "what did Solheim say about the zorblquestion?"))
	must("question", r.ask(member, "ask", "question", "what did Solheim say about the quota?", "private", "yes"))
	must("question", r.ask(asker{"", handlers.Request{Place: "discord:771000000000000009", User: member.as.User}}, "ask", "question", "zorbldirect and the quota of Solheim"))
	must("search", r.ask(member, "search", "words", "quota OR zorblsearch"))
	must("compare", r.ask(member, "compare", "speaker", "Mira Solheim", "with", "Ilya Vantreight"))
	must("timeline", r.ask(member, "timeline", "speaker", "Mira Solheim"))
	must("review", r.ask(editor, "review", "number", "No.9", "wrong", "Ilya Vantreight"))
	must("review", r.ask(editor, "review", "number", "No.11", "reject", "yes"))
	must("role", r.ask(editor, "speaker role", "speaker", "Mira Solheim", "role", "fisheries envoy", "since", "2026-01-01"))
	must("alias", r.ask(editor, "speaker alias", "speaker", "Mira Solheim", "add", "Iron Mira"))
	if _, err := r.store.AddFeed(r.Context(), statements.Feed{URL: "https://northquayledger.example/feed", Name: "North Quay Ledger", By: "Zorbl Adder", Origin: statements.OriginChat}); err != nil {
		r.Fatal(err)
	}
	courier := r.courier(&wall{keep: func(c handlers.Card) { r.harvest(handlers.Reply{Cards: []handlers.Card{c}}) }})
	if err := r.settle(r.Context(), courier); err != nil {
		r.Fatal(err)
	}
	var seen strings.Builder
	for _, command := range []string{"status", "watch list", "digest list", "mute", "review", "speaker edits"} {
		reply := r.ask(editor, command)
		must(command, reply)
		seen.WriteString(readable(reply))
	}
	seen.WriteString(readable(r.ask(member, "following")))
	for _, planted := range []string{"zorblwatch", "zorbldigest", "zorblclosed", "zorblfollow", "Zorbl Editor", refusing} {
		if !strings.Contains(seen.String(), planted) {
			r.Errorf("%s is nowhere to be read where it was planted", planted)
		}
	}
	if len(r.ids) < 8 {
		r.Fatalf("only %d rows to press buttons of: %q", len(r.ids), r.ids)
	}
}

// harvest keeps the rows that buttons name.
func (r *rights) harvest(reply handlers.Reply) {
	for _, c := range reply.Cards {
		for _, b := range c.Buttons {
			if !slices.Contains(r.ids, b.ID) {
				r.ids = append(r.ids, b.ID)
			}
		}
		if c.Pick != nil && !slices.Contains(r.ids, c.Pick.ID) {
			r.ids = append(r.ids, c.Pick.ID)
		}
	}
}

// wall is a surface that takes all messages but those to one place.
type wall struct{ keep func(handlers.Card) }

type shut struct{ error }

func (shut) Fate() (bool, time.Duration, bool, bool) { return false, 0, true, true }

func (*wall) Prefix() string { return "discord" }

func (w *wall) Post(_ context.Context, place string, c handlers.Card, nonce string) (string, error) {
	if place == refusing {
		return "", shut{errors.New("missing access")}
	}
	w.keep(c)
	return "7710000" + nonce, nil
}

func (*wall) Find(context.Context, string, string, time.Time) (string, bool, error) {
	return "", false, nil
}
func (*wall) Edit(context.Context, string, string, handlers.Card, string) error { return nil }

// readable is everything that a reply says, and what its buttons carry.
func readable(r handlers.Reply) string {
	var b strings.Builder
	blocks := func(list []handlers.Block) {
		for _, blk := range list {
			for _, run := range blk.Runs {
				b.WriteString(run.Text + run.Link + run.Place + run.Role)
			}
			b.WriteByte('\n')
		}
	}
	for _, c := range r.Cards {
		blocks(c.Lead)
		blocks(c.Body)
		for _, p := range c.Parts {
			blocks(p.Body)
		}
		for _, f := range c.Fields {
			b.WriteString(f.Name + "\n")
			blocks(f.Body)
		}
		b.WriteString(c.Footer + c.Place + c.Title + "\n")
		for _, btn := range c.Buttons {
			b.WriteString(btn.Label + " " + btn.ID + " " + btn.Typed + "\n")
		}
		if c.Pick != nil {
			fmt.Fprintln(&b, c.Pick.Label, c.Pick.Choices)
		}
	}
	for _, f := range r.Files {
		b.Write(f.Body)
	}
	return b.String()
}

// leaks gives the first of the marks in a text.
func leaks(text string, marks []string) string {
	low := strings.ToLower(text)
	for _, m := range marks {
		if strings.Contains(low, m) {
			return m
		}
	}
	return ""
}

// values are what an option may be tried with, so that commands get as far as
// they can.
func (r *rights) values(c handlers.Command, o handlers.Option) []string {
	switch {
	case o.Kind == handlers.YesNo:
		return []string{"yes"}
	case o.Kind == handlers.Channel:
		return []string{"discord:88003"}
	case o.Kind == handlers.Role:
		return []string{"88009"}
	case o.Kind == handlers.Day:
		return []string{"2026-01-01"}
	case o.Kind == handlers.Attached:
		return nil
	case o.Kind == handlers.One:
		return []string{o.Choices[0].Value, o.Choices[len(o.Choices)-1].Value}
	}
	rows := append([]string{"1", "2", "3", "4", "No.9", "No.11", "A1", "A2"}, r.ids...)
	known := map[string][]string{
		"number": rows, "what": append(rows, "quota", "feed 1", "feed 4"), "watch": {"1", "2", "3", "4", "quota"}, "feed": {"1", "4"}, "edit": {"1", "2"},
		"speaker": {"Mira Solheim", "1"}, "with": {"Ilya Vantreight"}, "into": {"Ilya Vantreight"}, "question": {"who spoke about the quota?", "what did Solheim say?"},
		"words": {"quota"}, "keywords": {"quota"}, "command": {"watch"}, "url": {"https://fjordwire.example/feed"}, "schedule": {"weekdays 09:00"},
		"for": {"1h"}, "duplicate": {"9"}, "wrong": {"Mira Solheim"}, "quiet": {"22:00-07:00"}, "digest": {"weekdays 09:00"}, "cap": {"3"}, "statements": {"44"},
		"confidence": {"0.8"}, "zone": {"oslo"}, "languages": {"en"}, "outlets": {"Fjord Wire"}, "clear": {"digest"}, "topic": {"quota"}, "when": {"2026"},
	}
	if v := known[o.Name]; v != nil {
		return v
	}
	return []string{"x"}
}

// tries are option lists for a command: what it requires, and one option more.
func (r *rights) tries(c handlers.Command) []map[string]string {
	first := map[string]string{}
	for _, o := range c.Options {
		if vs := r.values(c, o); o.Required && len(vs) > 0 {
			first[o.Name] = vs[0]
		}
	}
	out := []map[string]string{first}
	for _, o := range c.Options {
		for _, v := range r.values(c, o) {
			one := map[string]string{o.Name: v}
			for k, w := range first {
				if k != o.Name {
					one[k] = w
				}
			}
			out = append(out, one)
		}
	}
	return out
}

// TestRights has every command, button and completion tried by a member without
// rights, by a moderator of another server and in a direct message, after the
// first server has left something of every kind. Feeds and the registry of
// speakers are of the whole bot by design; who changed them is not.
func TestRights(t *testing.T) {
	r := newRights(t)
	// What another member may see here is what everybody sees here: the watches
	// of the server, what was asked aloud, and who spoke as its reviewers have it.
	between := []string{"zorblfollow", "zorbldirect", "zorbl adder"}
	before := r.ask(editor, "watch list")
	for who, want := range map[*asker]string{&other: "Ilya Vantreight", &alone: "Mira Solheim", &stranger: "Mira Solheim"} {
		if got := readable(r.ask(*who, "context", "number", "No.9")); !strings.Contains(got, want) {
			t.Errorf("%s reads statement 9 as:\n%s\nwant %s", who.name, got, want)
		}
	}
	for _, who := range []struct {
		asker
		marks []string
	}{{other, between}, {alone, marks}, {stranger, marks}} {
		t.Run(who.name, func(t *testing.T) {
			tried := 0
			for _, c := range r.desk.Commands() {
				for _, options := range r.tries(c) {
					q := who.as
					q.Command, q.Options = c.Name, options
					reply := r.desk.Serve(t.Context(), q)
					text := readable(reply)
					tried++
					if m := leaks(text, who.marks); m != "" {
						t.Errorf("%s %v tells %q:\n%s", c.Name, options, m, text)
					}
					if strings.Contains(text, "Something broke") {
						t.Errorf("%s %v breaks:\n%s", c.Name, options, text)
					}
					refused := reply.Cards[0].Form == handlers.FormProblem && reply.Private
					if (c.Moderator || c.Team) && !q.User.ManageServer && !refused || c.Server && q.Server == "" && !refused {
						t.Errorf("%s %v is not refused:\n%s", c.Name, options, text)
					}
				}
				for _, o := range c.Options {
					for _, typed := range []string{"", "z", "zorbl", "q", "77", "1"} {
						q := who.as
						q.Command, q.Options = c.Name, map[string]string{}
						tried++
						if list := fmt.Sprint(r.desk.Complete(t.Context(), q, o.Name, typed)); leaks(list, who.marks) != "" {
							t.Errorf("completing %s %s %q proposes %s", c.Name, o.Name, typed, list)
						}
					}
				}
			}
			t.Logf("%d commands and completions", tried)
		})
		t.Run("buttons, "+who.name, func(t *testing.T) {
			tried := 0
			for _, action := range handlers.Actions() {
				for _, id := range append([]string{"1", "2", "3", "4", "9", "a1", "feeds", "watches", "follows"}, r.ids...) {
					for _, arg := range []string{"", "1", "n1", "1p"} {
						p := handlers.Press{Action: action, ID: id, Arg: arg, Request: who.as}
						text := readable(r.desk.Press(t.Context(), p))
						tried++
						if m := leaks(text, who.marks); m != "" {
							t.Errorf("pressing %s of %s %q tells %q:\n%s", action, id, arg, m, text)
						}
						if strings.Contains(text, "Something broke") {
							t.Errorf("pressing %s of %s %q breaks:\n%s", action, id, arg, text)
						}
					}
				}
			}
			t.Logf("%d buttons", tried)
		})
	}
	if got := r.ask(editor, "watch list"); readable(got) != readable(before) {
		t.Errorf("the watches of the first server are not what they were:\n%s\nbefore:\n%s", readable(got), readable(before))
	}
	if got := readable(r.ask(member, "following")); !strings.Contains(got, "zorblfollow") {
		t.Errorf("a follow is gone:\n%s", got)
	}
}
