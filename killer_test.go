package main

import (
	"database/sql"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"strconv"
	"syscall"
	"testing"
	"time"

	"onrecord/bot/discord/discordtest"
	"onrecord/store"
)

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
