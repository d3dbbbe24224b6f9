package discord

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"onrecord/bot/discord/discordtest"
	"onrecord/handlers"
	"onrecord/statements"
	"onrecord/store/storetest"
)

// A watch is tried in Discord on a real archive, narrowed by a button, and made
// by another; Discord takes every message, however much stands in the articles.
func TestPreviewInDiscord(t *testing.T) {
	t.Parallel()
	archive := storetest.Open(t, storetest.SQLite(t))
	now := time.Now()
	for i := range 30 {
		words := fmt.Sprintf("The *quota* of day %d is @everyone's, and %s", i, strings.Repeat("not one boat of ours will ever take it as it stands ", 8))
		if i%3 == 0 {
			words = "Herring boats need a quota, " + strings.Repeat("`and` so on ", 20) + fmt.Sprint(i)
		}
		text := "Talks\n\n“" + words + ",” Mira Solheim said. “A ceiling moves,” Ilya Vantreight said."
		said := func(who, what string) statements.Statement {
			at := strings.Index(text, what)
			span := []statements.Span{{Start: at, End: at + len(what)}}
			return statements.Statement{Speaker: who, Known: statements.ByName, Kind: statements.Direct, Confidence: 0.9, Content: span, Verbatim: span}
		}
		_, err := archive.KeepArticle(t.Context(), statements.Arrival{At: now, Watches: 1, Article: statements.Article{
			URL: fmt.Sprintf("https://courier.example/%d/%s", i, strings.Repeat("a", 300)), Outlet: "Harbor Courier", Title: "Talks", Lang: "en", Text: text,
			Published: statements.Moment{Time: now.Add(-time.Duration(i) * time.Hour)}, Fetched: now},
			Statements: []statements.Statement{said("Mira Solheim", words), said("Ilya Vantreight", "A ceiling moves")}})
		if err != nil {
			t.Fatal(err)
		}
	}
	srv := server(t)
	run(t, srv, newSurface(t, srv, handlers.On(archive)))

	try := func(options map[string]any, want ...string) discordtest.Reply {
		t.Helper()
		got, err := srv.Slash(discordtest.Guild, discordtest.Channel, discordtest.Moderator, "watch preview", options)
		if err != nil {
			t.Fatal(err)
		}
		for _, w := range want {
			if !strings.Contains(got.Message.Text(), w) || !got.Message.Ephemeral {
				t.Errorf("ephemeral %v, lacks %q:\n%s", got.Message.Ephemeral, w, got.Message.Text())
			}
		}
		return got
	}
	try(map[string]any{"speaker": "Ilya Vantreight", "keywords": "quota"}, "Would not have fired", "Near misses", "not in what Ilya Vantreight said")
	try(map[string]any{"keywords": "said:(quota AND"}, "at column 16")
	noisy := try(map[string]any{"speaker": "Mira Solheim"}, "**Mira Solheim**", "noisy", "Narrower, about", "keywords", "█", "The newest 5 of the")

	press := func(m discordtest.Message, label string) discordtest.Reply {
		t.Helper()
		for _, b := range m.Buttons {
			if b.Label == label {
				got, err := srv.Press(discordtest.Guild, discordtest.Channel, discordtest.Moderator, m.ID, b.CustomID)
				if err != nil {
					t.Fatal(err)
				}
				return got
			}
		}
		t.Fatalf("no button %s under\n%s", label, m.Text())
		return discordtest.Reply{}
	}
	less := press(noisy.Message, "Narrow")
	if text := less.Message.Text(); !strings.Contains(text, "**Mira Solheim** on **") {
		t.Errorf("the narrower watch:\n%s", text)
	}
	if made := press(less.Message, "Create watch"); !strings.Contains(made.Message.Text(), "Watching **Mira Solheim** on **") {
		t.Errorf("the watch that was made:\n%s", made.Message.Text())
	}
	if ws, _, err := archive.Watches(t.Context()); err != nil || len(ws) != 1 {
		t.Errorf("%d watches, %v", len(ws), err)
	}
	if v := srv.Violations(); len(v) > 0 {
		t.Errorf("Discord's document refuses:\n%s", strings.Join(v, "\n"))
	}
}
