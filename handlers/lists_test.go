package handlers

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"onrecord/handlers/locales"
	"onrecord/statements"
)

func TestFeedList(t *testing.T) {
	var feeds []statements.Feed
	for i := range 12 {
		feeds = append(feeds, statements.Feed{ID: int64(i + 1), Name: fmt.Sprintf("Paper %02d", i), Seen: true, LastItem: now.Add(-time.Duration(i) * time.Minute)})
	}
	feeds = append(feeds,
		statements.Feed{ID: 20, Name: "Fjord Wire", Seen: true, Failures: 9, FailingSince: now.Add(-5 * time.Hour), LastError: "503 from their server.", Theirs: true, NextAt: now.Add(24 * time.Minute)},
		statements.Feed{ID: 21, URL: "https://velltribune.example/feed", Failures: 1, FailingSince: now.Add(-30 * time.Hour), LastError: "no route to the host"},
		statements.Feed{ID: 22, Name: "Calder Daily", Seen: true, Paused: true},
		statements.Feed{ID: 23, Name: "New Paper"},
	)
	cards := FeedListCards(locales.English, feeds, nil, 1, now, time.UTC)
	text := plain(Reply{Cards: cards})
	for _, want := range []string{"16 feeds: 3 failing, 1 not read yet, 12 healthy", "failing since 04:18: 503 from their server (theirs), next try ",
		"failing since Friday: no route to the host (ours)", "Calder Daily · feed 22", "paused: gone (410). Remove it and add its new address", "Healthy 1 to 5 of 13, last item first · page 1 of 3", "[Next]"} {
		if !strings.Contains(text, want) {
			t.Errorf("the list lacks %q:\n%s", want, text)
		}
	}
	if cards[0].Accent != Trouble || cards[1].Accent != Neutral || len(cards[1].Buttons) > 0 || len(cards[1].Lead) > 0 {
		t.Error("the second card does not go into the message of the first")
	}
	last := plain(Reply{Cards: FeedListCards(locales.English, feeds, nil, 99, now, time.UTC)})
	if !strings.Contains(last, "New Paper not read yet") || strings.Contains(last, "[Next]") || !strings.Contains(last, "[Previous]") {
		t.Errorf("the last page:\n%s", last)
	}
	if text := plain(Reply{Cards: FeedListCards(locales.English, nil, nil, 1, now, time.UTC)}); !strings.Contains(text, "No feed is read yet") {
		t.Errorf("no feeds:\n%s", text)
	}
}

// What is damaged, quiet or out of reach needs somebody too.
func TestFeedListTellsMoreThanFailures(t *testing.T) {
	var regular []time.Time
	for i := range 20 {
		regular = append(regular, now.Add(-9*24*time.Hour-time.Duration(19-i)*14*time.Hour))
	}
	feeds := []statements.Feed{
		{ID: 1, Name: "Harbor Courier", Seen: true, LastItem: now.Add(-time.Hour)},
		{ID: 2, Name: "Vell Tribune", Seen: true, Items: 20, Lost: 3, Damage: "The document ends too early."},
		{ID: 3, Name: "Calder Daily", Seen: true, Recent: regular},
		{ID: 4, Name: "Fjord Wire", Seen: true, Failures: 2, FailingSince: now.Add(-time.Hour), Theirs: true, LastError: "503"},
		{ID: 5, Name: "Isle Post", Seen: true, Outage: true, FailingSince: now.Add(-10 * time.Minute)},
		{ID: 6, Name: "Quay Gazette", Outage: true, FailingSince: now.Add(-9 * time.Minute)},
	}
	yields := map[int64]statements.Yield{1: {Today: 3, Weeks: []statements.Harvest{{Items: 12}}}}
	cards := FeedListCards(locales.English, feeds, yields, 1, now, time.UTC)
	text := plain(Reply{Cards: cards})
	for _, want := range []string{"6 feeds: 2 out of reach of our network, 1 failing, 2 damaged or quiet, 1 healthy",
		"Our own network is down", "2 feeds could not be reached", "damaged: 3 of 20 items could not be read. The document ends too early.",
		"quiet: nothing new for 9 days, it usually brings 12 a week", "Harbor Courier healthy, 3 new today"} {
		if !strings.Contains(text, want) {
			t.Errorf("the list lacks %q:\n%s", want, text)
		}
	}
	if strings.Index(text, "Fjord Wire") > strings.Index(text, "Vell Tribune") || strings.Contains(text, "Isle Post") {
		t.Errorf("the order:\n%s", text)
	}
}

// A feed that was just added does not fail.
func TestStatusOfFeeds(t *testing.T) {
	s := filled(t)
	s.feeds = []statements.Feed{
		{ID: 1, Name: "Isle Post", URL: "https://islepost.example/feed"},
		{ID: 2, URL: "https://velltribune.example/secret/feed", Seen: true, Failures: 2, FailingSince: now.Add(-time.Hour)},
		{ID: 3, Name: "Quay Gazette", Seen: true, Outage: true, FailingSince: now.Add(-time.Minute)},
	}
	s.stats.Coverage.Failing = []string{"Isle Post", "velltribune.example", "Quay Gazette"}
	d, _ := desk(s)
	text := plain(d.Serve(t.Context(), ask1("status")))
	for _, want := range []string{"Failing: velltribune.example\n", "Not read yet: Isle Post\n", "1 feed could not be reached"} {
		if !strings.Contains(text, want) {
			t.Errorf("the status lacks %q:\n%s", want, text)
		}
	}
}

func TestWatchListPages(t *testing.T) {
	var ws []statements.Watch
	for i := range 23 {
		ws = append(ws, statements.Watch{ID: int64(i + 1), Server: "discord:1", Place: "discord:10", Keywords: fmt.Sprintf("word%d", i), By: "Ada"})
	}
	for page, want := range map[int]string{1: "[Next]", 2: "[Previous] [Next]", 3: "[Previous]"} {
		text := plain(Reply{Cards: []Card{WatchListCard(locales.English, ws, page)}})
		if !strings.Contains(text, "23 watches") || !strings.Contains(text, fmt.Sprintf("page %d of 3", page)) || !strings.HasSuffix(strings.TrimSpace(text), want) {
			t.Errorf("page %d:\n%s", page, text)
		}
	}
}

func TestStatus(t *testing.T) {
	s := Status{Server: true, Started: now.Add(-6 * 24 * time.Hour), Version: "0.1.0", Watches: []statements.Watch{
		{Speaker: "Mira Solheim", Keywords: "quota", Place: "discord:10"}, {Keywords: "harbour", Place: "discord:11"}}}
	s.Stats.Coverage = statements.Coverage{Feeds: 43, Healthy: 40, Articles: 12400, Statements: 3118, From: statements.Date{Year: 2026, Month: 5, Day: 1}}
	s.Failing, s.Unread = []string{"A", "B", "C", "D", "E", "F", "G"}, []string{"Isle Post"}
	s.Stats.Waiting = 2
	s.Less = []string{"Calder Daily"}
	text := plain(Reply{Cards: []Card{StatusCard(locales.English, s, now)}})
	for _, want := range []string{"Running for 6 days. 43 feeds, 40 healthy; 2 watches here; 2 messages wait to be sent.",
		"12,400 articles and 3,118 statements since 1 May 2026", "Failing: A, B, C, D, E and 2 others", "Not read yet: Isle Post", "Calder Daily", "Mira Solheim on quota, in channel 10<discord:10>", "the words harbour"} {
		if !strings.Contains(text, want) {
			t.Errorf("the status lacks %q:\n%s", want, text)
		}
	}
}

// Who has the machine is called so in the reader's language; anybody else by name.
func TestTheOperatorIsTranslated(t *testing.T) {
	ws := []statements.Watch{{ID: 1, Keywords: "quota", Server: "console", Place: "console", By: Operator}, {ID: 2, Server: "console", Place: "console", Keywords: "harbour", By: "Ada"}}
	for lang, want := range map[string]string{"en": "the operator", "de": "von dem Betreiber", "es": "el operador", "fr": "l’opérateur", "ru": "оператор"} {
		got := plain(Reply{Cards: []Card{WatchListCard(locales.Of(lang), ws, 1)}})
		if !strings.Contains(got, want) || strings.Contains(got, "the operator") != (lang == "en") || !strings.Contains(got, "Ada") {
			t.Errorf("%s: it lacks %q:\n%s", lang, want, got)
		}
	}
}
