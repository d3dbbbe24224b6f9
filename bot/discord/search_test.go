package discord

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"onrecord/bot/discord/discordtest"
	"onrecord/handlers"
	"onrecord/statements"
	"onrecord/store"
	"onrecord/store/storetest"
)

// seven is a real archive with seven articles about a quota.
func seven(t *testing.T) *store.Store {
	t.Helper()
	archive := storetest.Open(t, storetest.SQLite(t))
	for i := range 7 {
		words := fmt.Sprintf("No *quota* of number %d at @everyone", i+1)
		text := "Herring talks stall\n\n“" + words + ",” Mira Solheim said."
		at := strings.Index(text, words)
		span := []statements.Span{{Start: at, End: at + len(words)}}
		_, err := archive.KeepArticle(t.Context(), statements.Arrival{At: time.Now(), Watches: 1, Article: statements.Article{
			URL: fmt.Sprintf("https://courier.example/%d", i+1), Outlet: "Harbor Courier", Title: "Herring talks stall", Text: text, Lang: "en", Fetched: time.Now()},
			Statements: []statements.Statement{{Speaker: "Mira Solheim", Role: "foreign minister", Known: statements.ByName, Kind: statements.Direct, Confidence: 0.9, Content: span, Verbatim: span}}})
		if err != nil {
			t.Fatal(err)
		}
	}
	return archive
}

// A search in Discord and its second page: nothing that Discord refuses.
func TestSearchInDiscord(t *testing.T) {
	t.Parallel()
	archive := seven(t)
	srv := server(t)
	run(t, srv, newSurface(t, srv, handlers.On(archive)))
	found, err := srv.Slash(discordtest.Guild, discordtest.Channel, discordtest.Member, "search", map[string]any{"words": `said:quotas "of number"`})
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"5 of 7 statements, newest first", `**quota**`, "number** 7", "Harbor Courier", "No. 7", `\@everyone`} {
		if !strings.Contains(found.Message.Text(), want) {
			t.Errorf("/search lacks %q:\n%s", want, found.Message.Text())
		}
	}
	next := ""
	for _, b := range found.Message.Buttons {
		if b.Label == "Show next 2" {
			next = b.CustomID
		}
	}
	if _, err := srv.Press(discordtest.Guild, discordtest.Channel, discordtest.Member, found.Message.ID, next); err != nil {
		t.Fatal(err)
	}
	for _, m := range srv.Messages(discordtest.Channel) {
		if m.ID == found.Message.ID && (!strings.Contains(m.Text(), "6 to 7 of 7") || !strings.Contains(m.Text(), "number** 1")) {
			t.Errorf("the second page:\n%s", m.Text())
		}
	}
	wrong, err := srv.Slash(discordtest.Guild, discordtest.Channel, discordtest.Member, "search", map[string]any{"words": "quota AND (herring"})
	if err != nil || !wrong.Message.Ephemeral || !strings.Contains(wrong.Message.Text(), "column") {
		t.Errorf("a mistake: %v\n%s", err, wrong.Message.Text())
	}
	if v := srv.Violations(); len(v) > 0 {
		t.Errorf("Discord's document refuses:\n%s", strings.Join(v, "\n"))
	}
}
