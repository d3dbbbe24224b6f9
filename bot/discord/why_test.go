package discord

import (
	"strings"
	"testing"

	"onrecord/bot/discord/discordtest"
	"onrecord/handlers"
)

// Why in Discord: for everybody, seen by the asker alone, nothing refused.
func TestWhyInDiscord(t *testing.T) {
	t.Parallel()
	srv := server(t)
	run(t, srv, newSurface(t, srv, handlers.On(seven(t))))
	for what, want := range map[string][]string{
		"No.3":                        {"Herring talks stall", "named there", "No. 3", "none of this server matched"},
		"https://courier.example/5":   {"Herring talks stall", "A5", "1 statement: 1 verbatim"},
		"https://*.example/@everyone": {"Never seen"},
		"fvt42qhaxq7jc":               {"No message of this server"},
	} {
		got, err := srv.Slash(discordtest.Guild, discordtest.Channel, discordtest.Member, "why", map[string]any{"what": what})
		if err != nil {
			t.Fatal(err)
		}
		for _, w := range want {
			if !strings.Contains(got.Message.Text(), w) || !got.Message.Ephemeral {
				t.Errorf("/why %s: ephemeral %v, lacks %q:\n%s", what, got.Message.Ephemeral, w, got.Message.Text())
			}
		}
	}
	if v := srv.Violations(); len(v) > 0 {
		t.Errorf("Discord's document refuses:\n%s", strings.Join(v, "\n"))
	}
}
