package main

import (
	"database/sql"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"syscall"
	"testing"
	"time"

	"onrecord/bot/discord/discordtest"
	"onrecord/store"
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

// killer starts the bot as a process and ends it at a moment of its choice.
type killer struct {
	t       *testing.T
	mill    *mill
	discord *discordtest.Server
	config  string
	db      string
	bot     *exec.Cmd
	beside  *store.Store // the archive, as a process beside the bot has it open
}

func (k *killer) start() {
	k.bot = program(k.t, "run", "--config", k.config)
	k.bot.Env = append(k.bot.Env, "DISCORD_TOKEN="+k.discord.Token)
	if testing.Verbose() {
		k.bot.Stderr = os.Stderr
	}
	if err := k.bot.Start(); err != nil {
		k.t.Fatal(err)
	}
}

// stop asks the bot to end, which it has ten seconds for.
func (k *killer) stop() {
	if err := k.bot.Process.Signal(syscall.SIGTERM); err != nil {
		k.t.Fatal(err)
	}
	done := make(chan error, 1)
	go func() { done <- k.bot.Wait() }()
	select {
	case err := <-done:
		if err != nil {
			k.t.Errorf("the bot ended badly: %v", err)
		}
	case <-time.After(10 * time.Second):
		k.t.Error("the bot did not end within ten seconds")
		_ = k.bot.Process.Kill()
	}
}

func (k *killer) grow(n int64) { k.mill.articles.Add(n) }

// kill lets two articles appear, ends the bot at the moment that is aimed at,
// and gives the phase in which it fell.
func (k *killer) kill(aim string) string {
	var remove func()
	moment := make(chan struct{}, 1)
	reached := func() {
		select {
		case moment <- struct{}{}:
		default:
		}
	}
	switch aim {
	case beforeSend:
		// Discord is slow to take the message: it is in the outbox, and not there.
		remove = k.discord.Inject(discordtest.Fault{Method: "POST", Path: "/channels/*/messages", Times: -1, Status: 503})
		const kept = `SELECT COUNT(*) FROM deliveries WHERE form <> 'digest'`
		before := k.number(kept)
		go k.until(func() bool { return k.number(kept) > before }, reached)
	case beforeSettle:
		remove = k.discord.Hold(300 * time.Millisecond)
		k.discord.OnMessage(func(discordtest.Message) { reached() })
	case afterEdit:
		return k.killEdit()
	default:
		remove = func() {}
		select {
		case <-k.mill.served:
		default:
		}
		go func() {
			select {
			case <-k.mill.served:
				reached()
			case <-time.After(20 * time.Second):
			}
		}()
	}
	k.flush()
	k.grow(2)
	select {
	case <-moment:
	case <-time.After(20 * time.Second):
		k.t.Fatalf("the bot never came to the moment %s", aim)
	}
	if aim != beforeCommit {
		time.Sleep(rand.N(20 * time.Millisecond))
	}
	if err := k.bot.Process.Kill(); err != nil {
		k.t.Fatal(err)
	}
	_ = k.bot.Wait()
	k.discord.OnMessage(nil)
	phase := k.phase(aim)
	remove()
	return phase
}

// killEdit lets an article be reported again and ends the bot when a message
// says so, before the bot has heard that it does.
func (k *killer) killEdit() string {
	k.delivered()
	k.edited()
	remove := k.discord.Inject(discordtest.Fault{Method: "PATCH", Path: "/channels/*/messages/*", Times: -1, After: true, Delay: 300 * time.Millisecond})
	defer remove()
	k.mill.echoes.Add(1)
	k.wait("an edit", func() bool {
		k.hasten()
		return k.told() > 0
	})
	if err := k.bot.Process.Kill(); err != nil {
		k.t.Fatal(err)
	}
	_ = k.bot.Wait()
	if k.number(`SELECT COUNT(*) FROM deliveries WHERE edit_due > 0`) > 0 {
		return afterEdit
	}
	return idle
}

// told counts the messages that tell of the newest report of the other outlet.
func (k *killer) told() int {
	n := 0
	for _, c := range k.channels() {
		for _, m := range k.discord.Messages(c) {
			found := reportNumber.FindStringSubmatch(m.Text())
			if found != nil && found[1] == fmt.Sprint(k.mill.echoes.Load()) && !m.Edited.IsZero() {
				n++
			}
		}
	}
	return n
}

// hasten has the pause between two edits of a message be over, which is minutes
// long.
func (k *killer) hasten() {
	db, err := sql.Open("sqlite", "file:"+k.db+"?_pragma=busy_timeout(5000)")
	if err != nil {
		k.t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Exec(`UPDATE deliveries SET edit_due = 1 WHERE edit_due > 1`); err != nil {
		k.t.Fatal(err)
	}
}

// delivered waits until every article is in every channel.
func (k *killer) delivered() {
	k.t.Helper()
	k.wait("all messages", func() bool {
		for _, c := range k.channels() {
			if len(k.discord.Messages(c)) < int(k.mill.articles.Load()) {
				return false
			}
		}
		return k.number(`SELECT COUNT(*) FROM deliveries WHERE `+owed) == 0
	})
}

// edited waits until every report of the other outlet is read and told.
func (k *killer) edited() {
	k.t.Helper()
	k.wait("all edits", func() bool {
		k.hasten()
		return k.number(`SELECT COUNT(*) FROM articles`) == int(k.mill.articles.Load()+k.mill.echoes.Load()) &&
			k.number(`SELECT COUNT(*) FROM deliveries WHERE edit_due > 0`) == 0
	})
}

func (k *killer) until(ok func() bool, then func()) {
	for range 4000 {
		if ok() {
			then()
			return
		}
		time.Sleep(5 * time.Millisecond)
	}
}

// phase looks at what the bot has left: in the store and in the channels. Where
// it was in two phases at once, the one that was aimed at counts.
func (k *killer) phase(aim string) string {
	time.Sleep(50 * time.Millisecond) // what Discord had accepted takes effect
	found := map[string]bool{}
	if k.number(`SELECT COUNT(*) FROM articles`) < int(k.mill.articles.Load()+k.mill.echoes.Load()) {
		found[beforeCommit] = true
	}
	there := map[string]bool{}
	for _, c := range k.column(`SELECT DISTINCT substr(place, 9) FROM watches`) {
		for _, m := range k.discord.Messages(c) {
			there[m.Nonce] = true
		}
	}
	for _, id := range k.column(`SELECT id FROM deliveries WHERE ` + owed) {
		if there[id] {
			found[beforeSettle] = true
		} else {
			found[beforeSend] = true
		}
	}
	for _, phase := range []string{aim, beforeSettle, beforeSend, beforeCommit} {
		if found[phase] {
			return phase
		}
	}
	return idle
}

// channels are those that are told at once.
func (k *killer) channels() []string {
	return k.column(`SELECT DISTINCT substr(place, 9) FROM watches WHERE timing = ''`)
}

// owed is the condition that a message is not there and does not wait for its
// hour, which is hours off.
const owed = `state <> 'sent' AND NOT (form = 'digest' AND due > 1000 * (CAST(strftime('%s', 'now') AS INTEGER) + 1800))`

// flush has the hour of all that is gathered come.
func (k *killer) flush() {
	if k.beside == nil {
		var err error
		if k.beside, err = store.Open(k.t.Context(), k.db, "."); err != nil {
			k.t.Fatal(err)
		}
		k.t.Cleanup(func() { _ = k.beside.Close() })
	}
	for _, place := range k.column(`SELECT DISTINCT place FROM watches WHERE timing <> ''`) {
		if _, err := k.beside.DigestNow(k.t.Context(), place, time.Now()); err != nil {
			k.t.Fatal(err)
		}
	}
}

func (k *killer) number(query string) int {
	var n int
	for _, c := range k.column(query) {
		n, _ = strconv.Atoi(c)
	}
	return n
}

// column reads the bot's archive from outside.
func (k *killer) column(query string) []string {
	db, err := sql.Open("sqlite", "file:"+k.db+"?mode=ro&_pragma=busy_timeout(5000)")
	if err != nil {
		k.t.Fatal(err)
	}
	defer db.Close()
	rows, err := db.Query(query)
	if err != nil {
		return nil // not there yet
	}
	defer rows.Close()
	var out []string
	for rows.Next() {
		var s string
		if err := rows.Scan(&s); err != nil {
			k.t.Fatal(err)
		}
		out = append(out, s)
	}
	return out
}

func (k *killer) wait(what string, ok func() bool) {
	k.t.Helper()
	reached := false
	k.until(ok, func() { reached = true })
	if !reached {
		k.t.Fatalf("waited in vain for %s", what)
	}
}
