package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"onrecord/bot/discord/discordtest"
	"onrecord/feeds/sample"
	"onrecord/store/storetest"
)

// check runs `onrecord check` over a configuration and gives what it prints.
func check(t *testing.T, yaml, token string) (status int, out string) {
	t.Helper()
	t.Setenv("DISCORD_TOKEN", token)
	t.Setenv("ONRECORD_ALLOW_PRIVATE", "127.0.0.0/8")
	path := filepath.Join(t.TempDir(), "config.yaml")
	if err := os.WriteFile(path, []byte(yaml), 0o600); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	status = run([]string{"check", "--config", path}, strings.NewReader(""), &b, &b)
	return status, b.String()
}

func TestCheck(t *testing.T) {
	news := sample.New(time.Now)
	base, stop, err := serve(news)
	if err != nil {
		t.Fatal(err)
	}
	defer stop()
	srv := discordtest.New(t)
	silent := srv.AddChannel(discordtest.Guild, "silent", 0)
	srv.Deny(silent, 1<<11) // Send Messages

	good := fmt.Sprintf("feeds: {list: [{url: \"http://%s%s\"}]}\nbot:\n  discord: {api_url: %q}\n  watches: [{speaker: Mira Solheim, channel: %q}]\n",
		base, news.Feeds()[0], srv.URL, discordtest.Channel)
	if status, out := check(t, good, srv.Token); status != 0 || !strings.Contains(out, "https://discord.com/oauth2/authorize?client_id="+discordtest.App) {
		t.Errorf("a good configuration: status %d\n%s", status, out)
	}
	for name, tc := range map[string]struct{ yaml, token, want string }{
		"token":   {good, "wrong-token", "Discord does not know this token"},
		"none":    {good, "", "no Discord token"},
		"feed":    {strings.Replace(good, news.Feeds()[0], "/nothing", 1), srv.Token, "404"},
		"rights":  {strings.Replace(good, discordtest.Channel, silent, 1), srv.Token, "lacks Send Messages"},
		"channel": {strings.Replace(good, discordtest.Channel, "1", 1), srv.Token, "gone"},
		"store":   {good + "store: {url: \"postgres://onrecord:hunter2@127.0.0.1:1/none\"}\n", srv.Token, "wrong  store"},
	} {
		status, out := check(t, tc.yaml, tc.token)
		if status != 1 || !strings.Contains(out, tc.want) || strings.Contains(out, "hunter2") || tc.token != "" && strings.Contains(out, tc.token) {
			t.Errorf("%s: status %d, want %q in\n%s", name, status, tc.want, out)
		}
	}
}

// What was found out about a feed is told, also when it answers again.
func TestCheckTellsHealth(t *testing.T) {
	news := sample.New(time.Now)
	news.Reveal(3)
	base, stop, err := serve(news)
	if err != nil {
		t.Fatal(err)
	}
	defer stop()
	t.Setenv("ONRECORD_ALLOW_PRIVATE", "127.0.0.0/8")
	t.Setenv("DISCORD_TOKEN", "")
	path := filepath.Join(t.TempDir(), "config.yaml")
	yaml := fmt.Sprintf("feeds: {list: [{url: \"http://%s%s\", name: Harbor Courier}, {url: \"http://%s/nothing\", name: Vell Tribune}]}\n", base, news.Feeds()[0], base)
	if err := os.WriteFile(path, []byte(yaml), 0o600); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	for _, command := range []string{"poll", "check"} {
		run([]string{command, "--config", path}, strings.NewReader(""), &b, &b)
	}
	for _, want := range []string{"health Harbor Courier healthy, nothing new since it was first read",
		"health Vell Tribune failing since ", "(status 404) (theirs), next try ", "Check the address"} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("want %q in\n%s", want, b.String())
		}
	}
}

// The whole road on PostgreSQL: several processes on one archive.
func TestOnPostgres(t *testing.T) {
	url := storetest.Postgres(t)
	news := sample.New(time.Now)
	news.Reveal(news.Articles())
	base, stop, err := serve(news)
	if err != nil {
		t.Fatal(err)
	}
	defer stop()
	t.Setenv("ONRECORD_ALLOW_PRIVATE", "127.0.0.0/8")
	var list strings.Builder
	for _, f := range news.Feeds() {
		fmt.Fprintf(&list, "    - {url: \"http://%s%s\"}\n", base, f)
	}
	path := filepath.Join(t.TempDir(), "config.yaml")
	yaml := fmt.Sprintf("feeds:\n  list:\n%sstore: {url: %q}\nbot:\n  watches: [{speaker: Mira Solheim, backlog: yes}]\n", list.String(), url)
	if err := os.WriteFile(path, []byte(yaml), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, tc := range []struct {
		args, in, want string
	}{
		{"poll --config " + path, "", "Harbor Courier: "},
		{"ask --config " + path + " what did Solheim say about the quota", "", "We will not sign a quota"},
		{"console --config " + path, "status\n", "· backlog ·"},
	} {
		var out bytes.Buffer
		if status := run(strings.Fields(tc.args), io.Reader(strings.NewReader(tc.in)), &out, os.Stderr); status != 0 || !strings.Contains(out.String(), tc.want) {
			t.Errorf("onrecord %s: status %d, want %q in\n%s", tc.args, status, tc.want, out.String())
		}
	}
}
