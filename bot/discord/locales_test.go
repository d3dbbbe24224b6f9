package discord

import (
	"strings"
	"testing"
	"time"

	"onrecord/bot/discord/discordtest"
	"onrecord/handlers"
	"onrecord/handlers/locales"
)

// The commands that there really are can be registered, with their names in all
// languages, everywhere and in one server alone.
func TestCommandsInOtherLanguages(t *testing.T) {
	t.Parallel()
	for _, guilds := range [][]string{nil, {discordtest.Guild}} {
		srv := server(t)
		desk := &clerk{table: (&handlers.Desk{}).Commands()}
		run(t, srv, newSurface(t, srv, desk, func(c *Config) { c.Guilds = guilds }))
		scope := strings.Join(guilds, "")
		if !srv.Wait(10*time.Second, func() bool { return len(srv.Commands(scope)) > 0 }) {
			t.Fatalf("not registered: %s", srv.Requests()[len(srv.Requests())-1].Body)
		}
		for _, c := range desk.table {
			for _, l := range locales.Discord() {
				if got, want := srv.LocalizedName(scope, c.Name, l), locales.Of(l).Name(c.Name, ""); got != want || want == "" {
					t.Errorf("%s is %q in %s, want %q", c.Name, got, l, want)
				}
			}
		}
		// Discord sends the English names, whatever the user sees.
		if _, err := srv.Slash(discordtest.Guild, discordtest.Channel, discordtest.Member, "ask", map[string]any{"question": "who?"}); err != nil || desk.last(t).Command != "ask" {
			t.Errorf("%v, %+v", err, desk.last(t))
		}
		if v := srv.Violations(); len(v) > 0 {
			t.Errorf("Discord's document refuses: %s", strings.Join(v, "\n"))
		}
	}
}

// A choice has names in other languages where they say something else.
func TestChosen(t *testing.T) {
	if got := chosen("direct: verbatim, at least in part")["de"]; got != "direct: wörtlich, wenigstens zum Teil" {
		t.Errorf("in German it is %q", got)
	}
	if got := chosen("what nobody has translated"); len(got) != 0 {
		t.Errorf("without translations it is called %v", got)
	}
}
