package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"onrecord/bot/discord/discordtest"
	"onrecord/feeds/sample"
)

// inDiscord is the whole program as a process, in a Discord and over a newsroom
// of the test's own.
type inDiscord struct {
	*discordtest.Server
	news *sample.Newsroom
	*killer
}

func startInDiscord(t *testing.T, watches string) *inDiscord {
	t.Helper()
	news := sample.New(time.Now)
	news.Reveal(news.Articles() - 2)
	base, stop, err := serve(news)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(stop)
	srv := discordtest.New(t)
	dir := t.TempDir()
	var list strings.Builder
	for _, f := range news.Feeds() {
		fmt.Fprintf(&list, "    - {url: \"http://%s%s\", schedule: \"@every 1s\"}\n", base, f)
	}
	config := filepath.Join(dir, "config.yaml")
	body := "feeds:\n  list:\n" + list.String() + "bot:\n  discord: {api_url: \"" + srv.URL + "\"}\n" + watches
	if err := os.WriteFile(config, []byte(body), 0o600); err != nil {
		t.Fatal(err)
	}
	d := &inDiscord{Server: srv, news: news, killer: &killer{t: t, discord: srv, config: config, db: filepath.Join(dir, "onrecord.db")}}
	d.start()
	t.Cleanup(func() { _ = d.bot.Process.Kill(); _ = d.bot.Wait() })
	d.wait("the first sight of the feeds", func() bool { return d.number(`SELECT COUNT(*) FROM feeds WHERE seen`) == len(news.Feeds()) })
	if !srv.WaitOnline(10 * time.Second) {
		t.Fatal("the bot does not come online")
	}
	return d
}

// slash sends a command and gives what the user reads.
func (d *inDiscord) slash(user, command string, options map[string]any) discordtest.Reply {
	d.t.Helper()
	r, err := d.Slash(discordtest.Guild, discordtest.Channel, user, command, options)
	if err != nil {
		d.t.Fatalf("/%s: %v", command, err)
	}
	return r
}

func TestInDiscord(t *testing.T) {
	d := startInDiscord(t, "")
	for _, c := range []string{"ask", "watch add", "watch list", "watch remove", "feed add", "feed list", "feed remove", "status", "help"} {
		if d.CommandID("", strings.Fields(c)[0]) == "" {
			t.Errorf("/%s is not registered", c)
		}
	}

	answer := d.slash(discordtest.Member, "ask", map[string]any{"question": "what did Solheim say about the quota?"})
	if text := answer.Message.Text(); !strings.Contains(text, "We will not sign a **quota**") || answer.Message.Ephemeral {
		t.Errorf("/ask: ephemeral %v, %s", answer.Message.Ephemeral, text)
	}
	private := d.slash(discordtest.Member, "ask", map[string]any{"question": "Solheim on volcanoes", "private": true})
	if text := private.Message.Text(); !strings.Contains(text, "Nothing on record") || !private.Message.Ephemeral {
		t.Errorf("/ask private: ephemeral %v, %s", private.Message.Ephemeral, text)
	}
	if r := d.slash(discordtest.Moderator, "watch add", map[string]any{"speaker": "Mira Solheim"}); !r.Message.Ephemeral || !strings.Contains(r.Message.Text(), "Watching") {
		t.Errorf("/watch add: %+v", r.Message)
	}
	if r := d.slash(discordtest.Member, "status", nil); !strings.Contains(r.Message.Text(), "Mira Solheim") {
		t.Errorf("/status does not tell what is watched: %s", r.Message.Text())
	}
	if r := d.slash(discordtest.Moderator, "watch add", nil); !strings.Contains(r.Message.Text(), "needs a speaker, keywords, or both") {
		t.Errorf("a watch on nothing: %s", r.Message.Text())
	}

	before := len(d.Messages(discordtest.Channel))
	for d.news.Next() {
	}
	ok := d.Wait(10*time.Second, func() bool { return len(d.Messages(discordtest.Channel)) == before+2 })
	alerts := d.Messages(discordtest.Channel)[before:]
	if !ok {
		t.Fatalf("got %d alerts, want 2", len(alerts))
	}
	for _, m := range alerts {
		if !strings.Contains(m.Text(), "Mira Solheim") || len(m.Pings) > 0 {
			t.Errorf("alert: pings %v, %s", m.Pings, m.Text())
		}
		context, err := d.Press(discordtest.Guild, discordtest.Channel, discordtest.Member, m.ID, m.Buttons[0].CustomID)
		if err != nil || !context.Message.Ephemeral {
			t.Errorf("Show context: %v, %+v", err, context)
		}
	}
	d.stop()
	if v := d.Violations(); len(v) > 0 {
		t.Errorf("Discord's document refuses:\n%s", strings.Join(v, "\n"))
	}
}

// Whoever may not manage the server is refused, though Discord would not even
// show the command to them.
func TestRightsAreCheckedAgain(t *testing.T) {
	d := startInDiscord(t, "")
	if _, err := d.Slash(discordtest.Guild, discordtest.Channel, discordtest.Member, "watch add", map[string]any{"speaker": "Mira Solheim"}); err == nil {
		t.Error("Discord shows /watch to everybody")
	}
	r, err := d.Do(discordtest.Use{Guild: discordtest.Guild, Channel: discordtest.Channel, User: discordtest.Member,
		Command: "watch add", Options: map[string]any{"speaker": "Mira Solheim"}, Unchecked: true})
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(r.Message.Text(), "may manage this server") {
		t.Errorf("got %s", r.Message.Text())
	}
	if n := d.number(`SELECT COUNT(*) FROM watches`); n != 0 {
		t.Errorf("%d watches were made", n)
	}
	d.stop()
}
