package main

import (
	"net/http"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"onrecord/bot/discord/discordtest"
	"onrecord/statements"
	"onrecord/statements/speakers"
)

// TestDayOfTheNewsroom is a day over the newsroom that a checkout may have
// beside it, first with feeds that are well, then with feeds of which every
// second visit fails. What the channels show is printed by -v and kept nowhere.
func TestDayOfTheNewsroom(t *testing.T) {
	needNewsroom(t)
	how := []string{"--drip", "99999", "--start", "0", "--for", "300"}
	t.Run("well", func(t *testing.T) { theDayOf(t, servedNewsroom(t, how...)) })
	t.Run("faults", func(t *testing.T) {
		theDayOf(t, servedNewsroom(t, append(how, "--faults", "--hang", "1", "--retry-after", "1")...))
	})
}

func theDayOf(t *testing.T, base string) {
	names := people(t)
	first, second := names[0], ""
	for _, n := range names { // the next are other spellings
		if speakers.Same(n, first) || n[strings.LastIndex(n, " "):] == first[strings.LastIndex(first, " "):] {
			continue
		}
		second = n
		break
	}
	d := newDay(t)
	d.reads(base, []string{"/feeds/wire.rss", "/feeds/world.atom", "/feeds/digest.json"})
	d.watch("first", WatchConfig{Speaker: first})
	d.watch("words", WatchConfig{Keywords: OneLine(first[strings.LastIndex(first, " ")+1:]), Cap: 1})
	d.watch("second", WatchConfig{Speaker: second, Quiet: "08:00-14:30"})
	d.watch("digest", WatchConfig{Speaker: first, Digest: "0 10,15,22 * * *"})
	d.opens()
	d.turn() // the first sight of the feeds, which are empty
	d.pass(50 * time.Minute)
	for i := range 8 {
		r, err := http.Get(base + "/_next")
		if err != nil {
			t.Fatal(err)
		}
		r.Body.Close()
		if i == 3 {
			d.discord.Inject(discordtest.Fault{Method: "POST", Path: "/channels/" + d.ids["first"] + "/messages", Status: 502, After: true})
			d.discord.Inject(discordtest.Fault{Method: "POST", Path: "/channels/" + d.ids["words"] + "/messages", Status: 429, RetryAfter: 100 * time.Millisecond})
		}
		d.turn()
		d.pass(50 * time.Minute)
	}
	for range 6 {
		d.turn()
		d.pass(50 * time.Minute)
	}
	d.types(discordtest.Member, "first", "timeline", "speaker", first)
	d.types(discordtest.Moderator, "first", "compare", "speaker", first, "with", second)
	t.Logf("\n%s", d.transcript())
	if v := d.discord.Violations(); len(v) > 0 {
		t.Errorf("Discord's document refuses: %s", v)
	}
	d.accounts(first)
}

var ownLink = regexp.MustCompile(`(?m)^\[.*\]\((http[^)]*/articles/[^)]*)\)$`)

// accounts holds what #first and #digest were told against the archive: each
// article that has something new of the speaker's is one message, and each
// utterance is once in a digest.
func (d *day) accounts(speaker string) {
	d.t.Helper()
	all, err := d.house.store.Reports(d.t.Context(), 0, exportPage)
	if err != nil {
		d.t.Fatal(err)
	}
	utterances, articles := map[int64]bool{}, map[string]int{}
	for _, f := range all {
		// What is hardly a statement alerts nobody.
		if !slices.ContainsFunc(speakers.Together(f.Statement.Speaker), func(one string) bool { return speakers.Same(one, speaker) }) || f.Statement.Kind == statements.Indirect && f.Statement.Confidence < 0.6 {
			continue
		}
		if !utterances[f.Cluster] {
			utterances[f.Cluster], articles[f.Article.URL] = true, 0
		}
	}
	for _, m := range d.discord.Messages(d.ids["first"]) {
		for _, link := range ownLink.FindAllStringSubmatch(m.Text(), 1) {
			articles[link[1]]++
		}
	}
	for link, n := range articles {
		if n != 1 {
			d.t.Errorf("%s was told %d times", link, n)
		}
	}
	gathered := 0
	for _, m := range d.discord.Messages(d.ids["digest"]) {
		if found := gatheredSum.FindStringSubmatch(m.Text()); found != nil {
			n, _ := strconv.Atoi(found[1])
			gathered += n
		}
	}
	d.t.Logf("%d statements; %d articles have something new of the speaker's, %d utterances, %d of them in digests", len(all), len(articles), len(utterances), gathered)
	if gathered != len(utterances) || len(articles) < 4 {
		d.t.Errorf("%d of %d utterances in digests", gathered, len(utterances))
	}
}
