package discord

import (
	"errors"
	"strings"
	"testing"
	"time"

	"onrecord/bot/discord/discordtest"
	"onrecord/handlers"
	"onrecord/statements"
	"onrecord/store/storetest"
)

// The registry as it is used in Discord, on a real archive: everybody may look,
// who may manage the server may edit, and Discord takes every message.
func TestSpeakerInDiscord(t *testing.T) {
	t.Parallel()
	archive := storetest.Open(t, storetest.SQLite(t))
	text := "Herring talks stall\n\n“We will not sign a quota,” Mira Solheim said. “No *quota* at @everyone,” Iron Mira said."
	spoken := func(who, words string) statements.Statement {
		at := strings.Index(text, words)
		span := []statements.Span{{Start: at, End: at + len(words)}}
		return statements.Statement{Speaker: who, Role: "foreign minister", Known: statements.ByName, Kind: statements.Direct, Confidence: 0.9, Content: span, Verbatim: span}
	}
	_, err := archive.KeepArticle(t.Context(), statements.Arrival{At: time.Now(), Watches: 1, Article: statements.Article{
		URL: "https://courier.example/1", Outlet: "Harbor Courier", Title: "Herring talks stall", Text: text, Lang: "en", Fetched: time.Now()},
		Statements: []statements.Statement{spoken("Mira Solheim", "We will not sign a quota"), spoken("Iron Mira", "No *quota* at @everyone")}})
	if err != nil {
		t.Fatal(err)
	}
	srv := server(t)
	desk := handlers.On(archive)
	run(t, srv, newSurface(t, srv, desk))

	use := func(user, command string, options map[string]any, want ...string) {
		t.Helper()
		got, err := srv.Slash(discordtest.Guild, discordtest.Channel, user, command, options)
		if err != nil {
			t.Fatalf("/%s: %v", command, err)
		}
		for _, w := range want {
			if !strings.Contains(got.Message.Text(), w) || !got.Message.Ephemeral {
				t.Errorf("/%s: ephemeral %v, lacks %q:\n%s", command, got.Message.Ephemeral, w, got.Message.Text())
			}
		}
	}
	use(discordtest.Member, "speaker show", map[string]any{"speaker": "Mira Solheim"}, "**Mira Solheim**, foreign minister", "> “We will not sign a quota”", "Speaker")
	use(discordtest.Member, "speaker merge", map[string]any{"speaker": "Iron Mira", "into": "Mira Solheim"}, "Only those who may manage this server")
	use(discordtest.Moderator, "speaker merge", map[string]any{"speaker": "Iron Mira", "into": "Mira Solheim"}, "**Iron Mira** is one with **Mira Solheim**")
	use(discordtest.Moderator, "speaker alias", map[string]any{"speaker": "Mira Solheim", "add": "M*ra"}, `**M\*ra** means **Mira Solheim**`)
	use(discordtest.Moderator, "speaker role", map[string]any{"speaker": "Mira Solheim", "role": "prime minister", "since": "2026-01-01"}, "is **prime minister, since 1 Jan 2026**")
	use(discordtest.Member, "speaker show", map[string]any{"speaker": "Iron Mira"}, "**Mira Solheim**, prime minister", `“No \*quota\* at \@everyone”`, "Also written")
	use(discordtest.Moderator, "speaker edits", nil, "prime minister")
	use(discordtest.Moderator, "speaker undo", nil, "**Undone:**")
	if _, err := srv.Do(discordtest.Use{Guild: discordtest.Guild, Channel: discordtest.Channel, User: discordtest.Member, Command: "watch list"}); !errors.Is(err, discordtest.ErrHidden) {
		t.Errorf("Discord shows a moderator's command to a member: %v", err)
	}
	if v := srv.Violations(); len(v) > 0 {
		t.Errorf("Discord's document refuses:\n%s", strings.Join(v, "\n"))
	}
}
