package main

import (
	"database/sql"
	"flag"
	"fmt"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"onrecord/bot/discord/discordtest"
)

var kills = flag.Int("kills", 6, "how often TestKill kills the bot; with 50 it prints the table of a release")

// mill is a newsroom without end: each article has one statement with its
// number in it.
type mill struct {
	*httptest.Server
	articles atomic.Int64
	served   chan int // numbers of pages as they are served; nobody need listen
}

func newMill(t *testing.T) *mill {
	m := &mill{served: make(chan int, 1)}
	m.Server = httptest.NewServer(m)
	t.Cleanup(m.Close)
	return m
}

func (m *mill) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.URL.Path == "/feed.xml" {
		fmt.Fprint(w, `<?xml version="1.0"?><rss version="2.0"><channel><title>Mill Gazette</title><link>`, m.URL, `</link>`)
		newest := m.articles.Load()
		for n := newest; n > max(0, newest-20); n-- {
			fmt.Fprintf(w, `<item><title>Mill report %d</title><link>%s/report/%d</link><guid>%s/report/%d</guid></item>`, n, m.URL, n, m.URL, n)
		}
		fmt.Fprint(w, `</channel></rss>`)
		return
	}
	n, err := strconv.Atoi(strings.TrimPrefix(r.URL.Path, "/report/"))
	if err != nil || int64(n) > m.articles.Load() {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	fmt.Fprintf(w, `<!DOCTYPE html><html lang="en"><head><title>Mill report %d</title></head><body><article><h1>Mill report %d</h1>
<p>TARN, March 3. The wheel of the old mill in Tarn was turned again on Tuesday, as it has been on every day of the long winter.</p>
<p>“The count of sacks stands at %d and it will be higher tomorrow,” said Ada Norrland, the mill's director.</p>
<p>The mill grinds the grain of eleven villages. Its water comes from the lake above the town, which was low in autumn.</p></article></body></html>`, n, n, n)
	select {
	case m.served <- n:
	default:
	}
}

// The phases in which a kill can fall.
const (
	beforeCommit = "before the commit"
	beforeSend   = "between commit and send"
	beforeSettle = "between send and settle"
	idle         = "when all was settled"
)

// TestKill kills the bot again and again while it polls and delivers. Nothing
// is lost, and nothing is sent twice.
func TestKill(t *testing.T) {
	m := newMill(t)
	discord := discordtest.New(t)
	second := discord.AddChannel(discordtest.Guild, "second", 0)
	channels := []string{discordtest.Channel, second}
	dir := t.TempDir()
	config := filepath.Join(dir, "config.yaml")
	if err := os.WriteFile(config, fmt.Appendf(nil, `
feeds:
  list: [{url: %s/feed.xml, schedule: "@every 1s"}]
bot:
  discord: {api_url: %s}
  watches:
    - {speaker: Ada Norrland, channel: "%s"}
    - {keywords: sacks, channel: "%s"}
`, m.URL, discord.URL, channels[0], second), 0o600); err != nil {
		t.Fatal(err)
	}
	k := &killer{t: t, mill: m, discord: discord, config: config, db: filepath.Join(dir, "onrecord.db")}
	k.start()
	k.wait("the first sight of the feed", func() bool { return k.number(`SELECT COUNT(*) FROM feeds WHERE seen`) == 1 })

	fell := map[string]int{}
	aims := []string{beforeCommit, beforeSend, beforeSettle}
	for i := range *kills {
		fell[k.kill(aims[i%len(aims)])]++
		k.start()
	}
	table := "kill -9 | fell\n"
	for _, phase := range append(aims, idle) {
		table += fmt.Sprintf("%-25s | %d\n", phase, fell[phase])
	}
	k.grow(3)
	want := int(m.articles.Load())
	k.wait("all messages", func() bool {
		return len(discord.Messages(channels[0])) >= want && len(discord.Messages(second)) >= want
	})
	time.Sleep(3 * time.Second) // three more polls
	k.stop()

	lost, twice, disorder := 0, 0, 0
	for _, c := range channels {
		l, w, d := count(discord.Messages(c), want)
		lost, twice, disorder = lost+l, twice+w, disorder+d
	}
	t.Logf("\n%s%d articles, %d channels: %d lost, %d twice, %d out of order", table, want, len(channels), lost, twice, disorder)
	if lost+twice+disorder > 0 {
		t.Error("alerts were lost, doubled or out of order")
	}
	for _, phase := range aims {
		if fell[phase] < *kills/5 {
			t.Errorf("only %d of %d kills fell %s", fell[phase], *kills, phase)
		}
	}
}

var reportNumber = regexp.MustCompile(`Mill report (\d+)`)

// count holds the messages of a channel against the articles 1 to want.
func count(messages []discordtest.Message, want int) (lost, twice, disorder int) {
	seen := map[int]int{}
	last := 0
	for _, m := range messages {
		found := reportNumber.FindStringSubmatch(m.Text())
		if found == nil {
			continue
		}
		n, _ := strconv.Atoi(found[1])
		seen[n]++
		if n < last {
			disorder++
		}
		last = n
	}
	for n := 1; n <= want; n++ {
		switch {
		case seen[n] == 0:
			lost++
		case seen[n] > 1:
			twice++
		}
	}
	return lost, twice, disorder
}

// killer starts the bot as a process and ends it at a moment of its choice.
type killer struct {
	t       *testing.T
	mill    *mill
	discord *discordtest.Server
	config  string
	db      string
	bot     *exec.Cmd
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
		owed := k.number(`SELECT COUNT(*) FROM deliveries`)
		go k.until(func() bool { return k.number(`SELECT COUNT(*) FROM deliveries`) > owed }, reached)
	case beforeSettle:
		remove = k.discord.Hold(300 * time.Millisecond)
		k.discord.OnMessage(func(discordtest.Message) { reached() })
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
	if k.number(`SELECT COUNT(*) FROM articles`) < int(k.mill.articles.Load()) {
		found[beforeCommit] = true
	}
	there := map[string]bool{}
	for _, c := range k.channels() {
		for _, m := range k.discord.Messages(c) {
			there[m.Nonce] = true
		}
	}
	for _, id := range k.column(`SELECT id FROM deliveries WHERE state <> 'sent'`) {
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

func (k *killer) channels() []string {
	return k.column(`SELECT DISTINCT substr(place, 9) FROM watches`)
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
