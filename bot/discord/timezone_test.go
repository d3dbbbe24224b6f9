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

// spokenOn keeps an article a day, in which somebody names the day.
func spokenOn(t *testing.T, archive *store.Store, days ...int) {
	t.Helper()
	for _, day := range days {
		at := time.Date(2026, 11, day, 5, 0, 0, 0, time.UTC)
		words := fmt.Sprintf("The quota of the %dth stands", day)
		text := fmt.Sprintf("Herring talks, day %d\n\n“%s,” Mira Solheim said.", day, words)
		from := strings.Index(text, words)
		span := []statements.Span{{Start: from, End: from + len(words)}}
		_, err := archive.KeepArticle(t.Context(), statements.Arrival{At: at, Watches: 1, Article: statements.Article{
			URL: fmt.Sprintf("https://courier.example/%d", day), Outlet: "Harbor Courier", Title: fmt.Sprintf("Herring talks, day %d", day), Text: text, Lang: "en",
			Published: statements.Moment{Time: at}, Fetched: at},
			Statements: []statements.Statement{{Speaker: "Mira Solheim", Known: statements.ByName, Kind: statements.Direct, Confidence: 0.9,
				SaidOn: statements.DateOf(at), Content: span, Verbatim: span}}})
		if err != nil {
			t.Fatal(err)
		}
	}
}

// Yesterday is the asker's, in every way to ask: at one moment it is the 20th to
// who is in Auckland and the 19th to who is in Los Angeles.
func TestTimezoneInDiscord(t *testing.T) {
	t.Parallel()
	archive := storetest.Open(t, storetest.SQLite(t))
	spokenOn(t, archive, 18, 19, 20)
	srv := server(t)
	desk := handlers.On(archive)
	desk.Now = func() time.Time { return time.Date(2026, 11, 21, 6, 0, 0, 0, time.UTC) }
	run(t, srv, newSurface(t, srv, desk))

	use := func(guild, channel, user, command string, options map[string]any, want string) {
		t.Helper()
		got, err := srv.Slash(guild, channel, user, command, options)
		if err != nil {
			t.Fatalf("/%s: %v", command, err)
		}
		if !strings.Contains(got.Message.Text(), want) || command == "timezone" && !got.Message.Ephemeral {
			t.Errorf("/%s %v by %s: ephemeral %v, lacks %q:\n%s", command, options, user, got.Message.Ephemeral, want, got.Message.Text())
		}
	}
	guild, channel := discordtest.Guild, discordtest.Channel
	list, err := srv.Autocomplete(discordtest.Use{Guild: guild, Channel: channel, User: discordtest.Member, Command: "timezone"}, "zone", "auck")
	if err != nil || len(list) != 1 || list[0].Value != "Pacific/Auckland" {
		t.Errorf("auck is completed to %v, %v", list, err)
	}
	use(guild, channel, discordtest.Member, "timezone", nil, "this bot's holds, **UTC**. It is Sat 21 Nov 06:00 there.")
	use(guild, channel, discordtest.Member, "timezone", map[string]any{"zone": "Aukland"}, "Pacific/Auckland.")
	use(guild, channel, discordtest.Member, "timezone", map[string]any{"zone": "Pacific/Auckland"}, "Your time zone is **Pacific/Auckland** from now on. It is Sat 21 Nov 19:00 there.")
	use(guild, channel, discordtest.Moderator, "timezone", map[string]any{"zone": "los angeles"}, "Your time zone is **America/Los\\_Angeles** from now on.")

	ask := map[string]any{"question": "what did Mira Solheim say yesterday?"}
	use(guild, channel, discordtest.Member, "ask", ask, "The quota of the 20th stands")
	use(guild, channel, discordtest.Moderator, "ask", ask, "The quota of the 19th stands")

	srv.Say(channel, discordtest.Moderator, us+" what did Mira Solheim say yesterday?")
	srv.Write(discordtest.Member, "what did Mira Solheim say yesterday?")
	dm := srv.DM(discordtest.Member)
	if got := told(t, srv, dm, 1)[0].Text(); !strings.Contains(got, "of the 20th") {
		t.Errorf("a direct message by who is in Auckland:\n%s", got)
	}
	srv.Wait(10*time.Second, func() bool {
		all := srv.Messages(channel)
		return len(all) > 0 && all[len(all)-1].Author == discordtest.App
	})
	if all := srv.Messages(channel); !strings.Contains(all[len(all)-1].Text(), "of the 19th") {
		t.Errorf("a mention by who is in Los Angeles:\n%s", all[len(all)-1].Text())
	}
	use("", dm, discordtest.Member, "timezone", nil, "Your time zone is **Pacific/Auckland**, as you set it.")
	use("", dm, discordtest.Member, "timezone", map[string]any{"clear": true}, "this bot's holds, **UTC**.")
	use(guild, channel, discordtest.Moderator, "timezone", nil, "America/Los")
	if v := srv.Violations(); len(v) > 0 {
		t.Errorf("Discord's document refuses:\n%s", strings.Join(v, "\n"))
	}
}
