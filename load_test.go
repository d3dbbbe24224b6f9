package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"onrecord/bot/discord"
	"onrecord/bot/discord/discordtest"
	"onrecord/feeds/sample"
	"onrecord/handlers"
)

// TestTwoHundred has two hundred things asked in the same moment, every command
// and every completion among them, while the feeds are polled all the time and a
// digest goes out. Discord waits three seconds for the first word, and the double
// refuses what comes later; everything is answered, and nothing breaks its rules.
func TestTwoHundred(t *testing.T) {
	const crowd = 200
	srv, desk := startCrowd(t)
	list := everything(t, srv, desk.Commands())
	type outcome struct {
		what        string
		first, done time.Duration
		deferred    bool
		err         error
		text        string
	}
	out := make([]outcome, crowd)
	var all sync.WaitGroup
	start := make(chan struct{})
	for i := range crowd {
		one := list[i%len(list)]
		all.Go(func() {
			<-start
			begun := time.Now()
			r, err := one.do()
			if r.First == 0 && one.waits {
				r.First = time.Since(begun)
			}
			out[i] = outcome{one.what, r.First, time.Since(begun), r.Deferred, err, r.Text()}
		})
	}
	close(start)
	all.Wait()

	var first, done []time.Duration
	deferred := 0
	for _, o := range out {
		if o.err != nil {
			t.Errorf("%s: %v after %s", o.what, o.err, o.done.Round(time.Millisecond))
			continue
		}
		if strings.Contains(o.text, "Something broke") {
			t.Errorf("%s: %s", o.what, o.text)
		}
		if o.deferred {
			deferred++
		}
		if done = append(done, o.done); o.first > 0 {
			first = append(first, o.first)
		}
	}
	t.Logf("%d kinds of interaction, %d at once: %d answered, %d deferred; the first word of %d, within %s: %s; answer %s",
		len(list), crowd, len(done), deferred, len(first), window, spread(first), spread(done))
	for _, p := range []string{"alert", "digest"} {
		if !srv.Wait(30*time.Second, func() bool { return strings.Contains(spoken(srv), p) }) {
			t.Errorf("no %s went out meanwhile:\n%s", p, spoken(srv))
		}
	}
	if v := srv.Violations(); len(v) > 0 {
		t.Errorf("Discord's document refuses %d requests: %s", len(v), v[0])
	}
}

// window is how long Discord waits for the first word.
const window = slower * 3 * time.Second

// spread is the middle, the 95th of a hundred and the last.
func spread(d []time.Duration) string {
	if len(d) == 0 {
		return "none"
	}
	slices.Sort(d)
	at := func(share float64) time.Duration {
		return d[int(share*float64(len(d)-1))].Round(time.Millisecond)
	}
	return fmt.Sprintf("p50 %s, p95 %s, max %s", at(0.5), at(0.95), at(1))
}

// spoken is which sorts of message stand in the channel.
func spoken(srv *discordtest.Server) string {
	var sorts []string
	for _, m := range srv.Messages(discordtest.Channel) {
		switch text := m.Text(); {
		case strings.Contains(text, "Digest "):
			sorts = append(sorts, "digest")
		case strings.Contains(text, "Watch "):
			sorts = append(sorts, "alert")
		}
	}
	return strings.Join(sorts, " ")
}

// startCrowd runs the whole bot over the newsroom, which goes on all the while,
// with two watches: one tells at once, one into a digest.
func startCrowd(t *testing.T) (*discordtest.Server, *handlers.Desk) {
	t.Helper()
	news := sample.New(time.Now)
	news.Reveal(news.Articles() - 3)
	base, stop, err := serve(news)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(stop)
	srv := discordtest.New(t, discordtest.Options{Deadline: window, Patience: time.Minute})
	c := demoConfig(base, news, t.TempDir())
	c.Bot.Watches = []WatchConfig{{Speaker: "Mira Solheim", Channel: discordtest.Channel}}
	h, err := build(t.Context(), c, silent(), time.Now)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = h.Close() })
	if err := h.begin(t.Context(), "discord"); err != nil {
		t.Fatal(err)
	}
	if _, err := h.poller.Cycle(t.Context()); err != nil {
		t.Fatal(err)
	}
	surface, err := discord.New(discord.Config{Token: srv.Token, APIURL: srv.URL, Log: silent(), Desk: h.desk, Memory: h.store})
	if err != nil {
		t.Fatal(err)
	}
	ctx, end := context.WithCancel(context.WithoutCancel(t.Context()))
	ended := make(chan error, 1)
	go func() { ended <- h.live(ctx, h.courier(surface), surface.Run) }()
	t.Cleanup(func() {
		end()
		if err := <-ended; err != nil {
			t.Error(err)
		}
	})
	if !srv.Wait(20*time.Second, func() bool { return srv.Online() && srv.CommandID("", "ask") != "" }) {
		t.Fatal("the bot does not come online")
	}
	say := func(command string, options map[string]any) discordtest.Reply {
		r, err := srv.Slash(discordtest.Guild, discordtest.Channel, discordtest.Moderator, command, options)
		if err != nil {
			t.Fatalf("/%s: %v", command, err)
		}
		return r
	}
	say("watch add", map[string]any{"keywords": "herring OR quota OR ferry", "digest": "weekdays 09:00", "backlog": true})
	empty := say("digest list", nil).Text()
	news.Next()
	if !srv.Wait(20*time.Second, func() bool { return say("digest list", nil).Text() != empty }) {
		t.Fatalf("nothing waits for a digest: %s", empty)
	}
	go func() { // ends with the newsroom
		for news.Next() {
			time.Sleep(50 * time.Millisecond)
		}
	}()
	return srv, h.desk
}

// act is one thing that a user does.
type act struct {
	what  string
	waits bool // Discord, and says only that a first word came
	do    func() (discordtest.Reply, error)
}

// everything is each command once, each completion, some buttons, a command on a
// message, and digests told now.
func everything(t *testing.T, srv *discordtest.Server, table []handlers.Command) []act {
	t.Helper()
	answer, err := srv.Slash(discordtest.Guild, discordtest.Channel, discordtest.Member, "ask", map[string]any{"question": "what did Solheim say about the quota?"})
	if err != nil || len(answer.Buttons) == 0 {
		t.Fatalf("%v, no buttons: %+v", err, answer)
	}
	said := srv.Say(discordtest.Channel, discordtest.Member, "“There will be no ferry on Monday,” Jun Castellan said.")
	var out []act
	for _, c := range table {
		use := discordtest.Use{Guild: discordtest.Guild, Channel: discordtest.Channel, User: discordtest.Moderator, Command: c.Name, Options: map[string]any{}, Unchecked: true}
		for _, o := range c.Options {
			if o.Required {
				use.Options[o.Name] = typical(o)
			}
		}
		out = append(out, act{"/" + c.Name, false, func() (discordtest.Reply, error) { return srv.Do(use) }})
		for _, o := range c.Options {
			if o.Complete {
				out = append(out, act{"completing /" + c.Name + " " + o.Name, true, func() (discordtest.Reply, error) {
					_, err := srv.Autocomplete(use, o.Name, "sol")
					return discordtest.Reply{}, err
				}})
			}
		}
	}
	for _, b := range answer.Buttons {
		out = append(out, act{"button " + b.Label, false, func() (discordtest.Reply, error) {
			return srv.Press(discordtest.Guild, discordtest.Channel, discordtest.Member, answer.ID, b.CustomID)
		}})
	}
	return append(out,
		act{"Find statements", false, func() (discordtest.Reply, error) {
			return srv.Apply(discordtest.Guild, discordtest.Channel, discordtest.Member, "Find statements", said)
		}},
		act{"a mention", false, func() (discordtest.Reply, error) { return askByMention(srv) }})
}

// askByMention asks by a mention, and waits for the reply.
func askByMention(srv *discordtest.Server) (discordtest.Reply, error) {
	asked := srv.Say(discordtest.Channel, discordtest.Member, "<@"+discordtest.App+"> what did Solheim say about the quota?")
	var got discordtest.Message
	if !srv.Wait(time.Minute, func() bool {
		for _, m := range srv.Messages(discordtest.Channel) {
			if m.Answers == asked {
				got = m
			}
		}
		return got.ID != ""
	}) {
		return discordtest.Reply{}, errors.New("a mention got no reply")
	}
	return discordtest.Reply{Message: got}, nil
}

// typical is a value that an option takes.
func typical(o handlers.Option) any {
	switch o.Kind {
	case handlers.YesNo:
		return true
	case handlers.Channel:
		return discordtest.Channel
	case handlers.Role:
		return discordtest.Role
	case handlers.One:
		return o.Choices[0].Value
	}
	for name, v := range map[string]string{"question": "what did Solheim say about the quota?", "words": "quota", "speaker": "Mira Solheim",
		"into": "Ilya Vantreight", "number": "No.9", "what": "No.9", "watch": "99", "feed": "1", "schedule": "weekdays 09:00", "keywords": "quota"} {
		if o.Name == name {
			return v
		}
	}
	return "x"
}
