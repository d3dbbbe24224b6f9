package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"onrecord/bot/discord/discordtest"
)

var kills = flag.Int("kills", 8, "how often TestKill kills the bot; a release has 200")

// The phases in which a kill can fall.
const (
	beforeCommit = "before the commit"
	beforeSend   = "between commit and send"
	beforeSettle = "between send and settle"
	afterEdit    = "between edit and settle"
	idle         = "when all was settled"
)

var phases = []string{beforeCommit, beforeSend, beforeSettle, afterEdit}

// TestKill kills the bot again and again while it polls, delivers and edits,
// and gives it Discord's troubles in between. Nothing is lost, nothing is there
// twice, the order stays, and every message says in the end who else reports
// what it tells. Two more channels have it in a digest and after quiet hours,
// which end again and again. The table of a release:
//
//	go test -run 'TestKill$' -v -timeout 60m . -kills 200
func TestKill(t *testing.T) {
	m := newMill(t)
	// A nonce is known for a second only: what is sent again later than that is
	// found in the channel, or is there twice.
	discord := discordtest.New(t, discordtest.Options{NonceWindow: time.Second})
	second := discord.AddChannel(discordtest.Guild, "second", 0)
	channels := []string{discordtest.Channel, second}
	gathered := []string{discord.AddChannel(discordtest.Guild, "digest", 0), discord.AddChannel(discordtest.Guild, "quiet", 0)}
	now := time.Now().UTC()
	dir := t.TempDir()
	config := filepath.Join(dir, "config.yaml")
	if err := os.WriteFile(config, fmt.Appendf(nil, `
feeds:
  list:
    - {url: %[1]s/feed.xml, schedule: "@every 1s"}
    - {url: %[1]s/echo.xml, schedule: "@every 1s"}
bot:
  discord: {api_url: %[2]s}
  watches:
    - {speaker: Ada Norrland, channel: "%[3]s"}
    - {keywords: sacks, channel: "%[4]s"}
    - {speaker: Ada Norrland, channel: "%[5]s", digest: "0 0 1 1 *"}
    - {speaker: Ada Norrland, channel: "%[6]s", quiet: "%[7]s-%[8]s", zone: UTC}
`, m.URL, discord.URL, channels[0], second, gathered[0], gathered[1],
		now.Add(-time.Hour).Format("15:04"), now.Add(12*time.Hour).Format("15:04")), 0o600); err != nil {
		t.Fatal(err)
	}
	k := &killer{t: t, mill: m, discord: discord, config: config, db: filepath.Join(dir, "onrecord.db")}
	k.start()
	k.wait("the first sight of the feeds", func() bool { return k.number(`SELECT COUNT(*) FROM feeds WHERE seen`) == 2 })
	k.grow(2)
	k.delivered()

	fell, had := map[string]int{}, map[string]int{}
	for i := range *kills {
		fell[k.kill(phases[i%len(phases)])]++
		k.start()
		if i%len(phases) == len(phases)-1 {
			had[k.trouble(i/len(phases))]++
		}
	}
	k.grow(3)
	k.delivered()
	k.flush()
	k.delivered()
	k.edited()
	time.Sleep(3 * time.Second) // three more polls
	k.stop()

	var sum tally
	want, echoed := int(m.articles.Load()), int(m.echoes.Load())
	for _, c := range channels {
		sum = sum.plus(count(discord.Messages(c), want, echoed))
	}
	for _, c := range gathered {
		sum = sum.plus(countGathered(discord.Messages(c), want))
	}
	t.Logf("\n%s%d articles, %d of them reported again, %d channels at once, %d digests and %d messages after quiet hours: %d lost, %d twice, %d out of order, %d without the other report, %d about nothing",
		fallen(fell, had), want, echoed, len(channels), len(discord.Messages(gathered[0])), len(discord.Messages(gathered[1])), sum.lost, sum.twice, sum.disorder, sum.untold, sum.strange)
	if sum != (tally{}) {
		t.Error("alerts or edits were lost, doubled or out of order")
	}
	for _, phase := range phases {
		if fell[phase] < *kills/5 {
			t.Errorf("only %d of %d kills fell %s", fell[phase], *kills, phase)
		}
	}
}

func fallen(fell, had map[string]int) string {
	out := "kill -9 | fell\n"
	for _, phase := range append(slices.Clone(phases), idle) {
		out += fmt.Sprintf("%-45s | %d\n", phase, fell[phase])
	}
	out += "trouble | had\n"
	for _, what := range troubles {
		out += fmt.Sprintf("%-45s | %d\n", what, had[what])
	}
	return out
}

// What Discord does to a bot that lives.
const (
	resets = "connection reset after the message was taken"
	storm  = "a storm of 429s, of the route, global, HTML"
	away   = "away for longer than a nonce is known"
)

var troubles = []string{resets, storm, away}

// trouble makes one of Discord's troubles while articles appear, waits until
// all is well again, and says which it was.
func (k *killer) trouble(i int) string {
	what := troubles[i%len(troubles)]
	const messages = "/channels/*/messages"
	switch what {
	case resets:
		k.discord.Inject(discordtest.Fault{Method: "POST", Path: messages, Times: 2, Reset: true, After: true})
	case storm:
		for n := range 6 {
			k.discord.Inject(discordtest.Fault{Method: "POST", Path: messages, Status: 429, RetryAfter: time.Duration(50+20*n) * time.Millisecond,
				Global: n%3 == 1, HTML: n%3 == 2})
		}
	case away:
		k.discord.Inject(discordtest.Fault{Method: "POST", Path: messages, Reset: true, After: true})
		post := k.discord.Inject(discordtest.Fault{Method: "POST", Path: messages, Times: -1, Reset: true})
		look := k.discord.Inject(discordtest.Fault{Method: "GET", Times: -1, Reset: true})
		time.AfterFunc(2500*time.Millisecond, look)
		time.AfterFunc(3*time.Second, post) // a look that has just failed is not followed by a message
	}
	k.flush()
	k.grow(2)
	k.delivered()
	return what
}
