package discord

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/bwmarrin/discordgo"
	"github.com/google/go-cmp/cmp"

	"onrecord/bot/discord/discordtest"
	"onrecord/handlers"
)

const us = "<@" + discordtest.App + ">"

// told waits until a channel has so many messages of ours.
func told(t *testing.T, srv *discordtest.Server, channel string, n int) []discordtest.Message {
	t.Helper()
	var out []discordtest.Message
	srv.Wait(10*time.Second, func() bool {
		out = nil
		for _, m := range srv.Messages(channel) {
			if m.Author == discordtest.App {
				out = append(out, m)
			}
		}
		return len(out) >= n
	})
	if len(out) != n {
		t.Fatalf("%d messages of ours, want %d", len(out), n)
	}
	return out
}

func TestAMentionIsAQuestion(t *testing.T) {
	t.Parallel()
	srv := server(t)
	desk := &clerk{}
	s := newSurface(t, srv, desk)
	run(t, srv, s)
	if !srv.Wait(10*time.Second, func() bool { return s.guilds.locale(discordtest.Guild) != "" }) {
		t.Fatal("the language of the server is not known")
	}

	asked := srv.Say(discordtest.Channel, discordtest.Member, us+" what did <@"+discordtest.Moderator+"> say <:fish:12> about  the quota?")
	got := told(t, srv, discordtest.Channel, 1)[0]
	if got.Answers != asked || got.Content != "served ask" || got.Nonce != asked || len(got.Pings) > 0 {
		t.Errorf("got %+v, a reply to %s that calls nobody", got, asked)
	}
	want := handlers.Request{
		Command: "ask", Options: map[string]string{"question": "what did say about the quota?"},
		User:   handlers.User{ID: discordtest.Member, Name: "jonas"},
		Server: "discord:" + discordtest.Guild, Place: "discord:" + discordtest.Channel, Locale: "en-US",
	}
	if d := cmp.Diff(want, desk.last(t)); d != "" {
		t.Errorf("request (-want +got):\n%s", d)
	}
	srv.Say(discordtest.Channel, discordtest.Member, us)
	told(t, srv, discordtest.Channel, 2)
	if c := desk.last(t).Command; c != "help" {
		t.Errorf("a mention without a question gets %q", c)
	}
	if v := srv.Violations(); len(v) > 0 {
		t.Errorf("Discord's document refuses: %s", strings.Join(v, "\n"))
	}
}

func TestADirectMessageIsAQuestion(t *testing.T) {
	t.Parallel()
	srv := server(t)
	desk := &clerk{}
	run(t, srv, newSurface(t, srv, desk))

	asked := srv.Write(discordtest.Member, "who spoke about the ferry?")
	dm := srv.DM(discordtest.Member)
	if got := told(t, srv, dm, 1)[0]; got.Answers != asked {
		t.Errorf("got %+v", got)
	}
	r := desk.last(t)
	if r.Server != "" || r.Place != "discord:"+dm || r.Options["question"] != "who spoke about the ferry?" {
		t.Errorf("asked %+v", r)
	}
}

// What is not meant for the bot, or comes from no person, gets no answer.
func TestWhatIsNoQuestion(t *testing.T) {
	t.Parallel()
	srv := server(t)
	desk := &clerk{}
	run(t, srv, newSurface(t, srv, desk))
	srv.Say(discordtest.Channel, discordtest.Member, "what did Solheim say?")
	srv.Say(discordtest.Channel, discordtest.Member, "<@"+discordtest.Moderator+"> what did Solheim say?")
	srv.SayBot(discordtest.Channel, us+" what did Solheim say?")
	srv.SayWebhook(discordtest.Channel, us+" what did Solheim say?")
	srv.Say(discordtest.Channel, discordtest.App, us+" what did I say?")
	srv.Say(discordtest.Channel, discordtest.Member, us+" the last one")
	srv.Wait(10*time.Second, func() bool { return len(srv.Messages(discordtest.Channel)) == 7 })
	if n := len(desk.requests); n != 1 || desk.last(t).Options["question"] != "the last one" {
		t.Errorf("the desk was asked %d times: %+v", n, desk.requests)
	}
}

func TestMentionsWhereNothingCanBeSaid(t *testing.T) {
	t.Parallel()
	srv := server(t)
	run(t, srv, newSurface(t, srv, &clerk{}))
	mute := srv.AddChannel(discordtest.Guild, "read-only", discordtest.TypeText)
	srv.Deny(mute, discordtest.SendMessages)
	blind := srv.AddChannel(discordtest.Guild, "no-history", discordtest.TypeText)
	srv.Deny(blind, discordtest.ReadMessageHistory)
	srv.Say(mute, discordtest.Member, us+" one")
	srv.Say(blind, discordtest.Member, us+" two")
	if got := told(t, srv, blind, 1)[0]; got.Answers != "" {
		t.Errorf("a reply without Read Message History: %+v", got)
	}
	if n := len(srv.Messages(mute)); n != 1 {
		t.Errorf("%d messages where none can be sent", n)
	}
	// A try that failed is made again, and leaves one message.
	srv.Inject(discordtest.Fault{Method: "POST", Path: "/channels/" + discordtest.Channel + "/messages", Status: 500, Times: 1})
	srv.Say(discordtest.Channel, discordtest.Member, us+" three")
	told(t, srv, discordtest.Channel, 1)
}

func TestAFloodOfMentions(t *testing.T) {
	t.Parallel()
	srv := server(t)
	desk := &clerk{}
	run(t, srv, newSurface(t, srv, desk))
	for i := range turnsMost + 6 {
		srv.Say(discordtest.Channel, discordtest.Member, fmt.Sprint(us, " question ", i))
	}
	srv.Say(discordtest.Channel, discordtest.Moderator, us+" mine")
	kind := 0
	for _, m := range told(t, srv, discordtest.Channel, turnsMost+2) {
		if strings.Contains(m.Text(), "more than 4 questions in a minute") {
			kind++
		}
	}
	if kind != 1 {
		t.Errorf("the flood is told so %d times", kind)
	}
}

func TestTurns(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var all turns
		for n, want := range []turn{turnFree, turnFree, turnFree, turnFree, turnLast, turnOver, turnOver} {
			if got := all.take("a", time.Now()); got != want {
				t.Errorf("question %d: %v, want %v", n+1, got, want)
			}
		}
		if got := all.take("b", time.Now()); got != turnFree {
			t.Errorf("somebody else: %v", got)
		}
		time.Sleep(turnsIn)
		if got := all.take("a", time.Now()); got != turnFree {
			t.Errorf("a minute later: %v", got)
		}
		for i := range askersMax * 2 {
			all.take(fmt.Sprint(i), time.Now())
		}
		if n := len(all.who); n > askersMax {
			t.Errorf("%d people are remembered", n)
		}
	})
}

// The command of a message's menu gets what can be read in the message.
func TestACommandOnAMessage(t *testing.T) {
	t.Parallel()
	srv := server(t)
	find := handlers.Command{Name: "find", Text: "Who says what", Private: true, Message: "Find statements",
		Options: []handlers.Option{{Name: "what", Text: "Links or text", Required: true, MaxChars: 30}}}
	desk := &clerk{table: append([]handlers.Command{find}, testTable...)}
	desk.serve = func(context.Context, handlers.Request) handlers.Reply {
		r := said1("found")
		r.Private = true
		return r
	}
	run(t, srv, newSurface(t, srv, desk))
	if !srv.Wait(10*time.Second, func() bool { return srv.CommandID("", "Find statements") != "" }) {
		t.Fatal("not registered")
	}
	for text, want := range map[string]string{
		"see https://a.example/b":  "see https://a.example/b",
		strings.Repeat("word ", 9): strings.Repeat("word ", 6),
	} {
		r, err := srv.Apply(discordtest.Guild, discordtest.Channel, discordtest.Member, "Find statements", srv.Say(discordtest.Channel, discordtest.Member, text))
		if err != nil || !r.Ephemeral || r.Content != "found" {
			t.Fatalf("%v, %+v", err, r)
		}
		if got := desk.last(t); got.Command != "find" || got.Options["what"] != want {
			t.Errorf("asked %q for %q", got.Options["what"], want)
		}
	}
	r, err := srv.Apply(discordtest.Guild, discordtest.Channel, discordtest.Member, "Find statements", srv.Say(discordtest.Channel, discordtest.Member, ""))
	if err != nil || !strings.Contains(r.Text(), "no words in that message") {
		t.Errorf("%v, %s", err, r.Text())
	}
	if v := srv.Violations(); len(v) > 0 {
		t.Errorf("Discord's document refuses: %s", strings.Join(v, "\n"))
	}
}

func TestWordsOfAMessage(t *testing.T) {
	m := &discordgo.Message{Content: "look", Embeds: []*discordgo.MessageEmbed{nil, {URL: "https://a.example/b", Title: "Herring", Description: "Talks stall"}},
		MessageSnapshots: []discordgo.MessageSnapshot{{}, {Message: &discordgo.Message{Content: "forwarded"}}}}
	if got, want := wordsOf(m), "look\n\nhttps://a.example/b\n\nHerring\n\nTalks stall\n\nforwarded"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func FuzzQuestionIn(f *testing.F) {
	for _, s := range []string{us + " who", "<@!1> <@&2> <#3> <a:b:4>", us + us, "<@99999999999999999999999>"} {
		f.Add(s, true)
	}
	f.Fuzz(func(t *testing.T, s string, direct bool) {
		m := &discordgo.Message{Content: s, GuildID: "1"}
		if direct {
			m.GuildID = ""
		}
		q, ok := questionIn(m, discordtest.App)
		if strings.Contains(q, us) || ok && !direct && !strings.Contains(s, discordtest.App) {
			t.Errorf("%q of %q, %v", q, s, ok)
		}
	})
}
