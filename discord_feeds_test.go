package main

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"onrecord/bot/discord/discordtest"
)

// A moderator adds feeds by a site's address, takes all of them out as a file
// and another list in; who may not manage the server can do none of it.
func TestFeedsInDiscord(t *testing.T) {
	var site *httptest.Server
	site = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/":
			w.Header().Set("Content-Type", "text/html")
			fmt.Fprint(w, `<html><head><link rel="alternate" type="application/rss+xml" href="/world.rss"><link rel="alternate" type="application/rss+xml" href="/tides.rss"></head></html>`)
		case "/world.rss", "/tides.rss":
			fmt.Fprintf(w, `<rss version="2.0"><channel><title>Ledger%s</title><item><title>The **first** headline</title><link>%s%s/1</link></item></channel></rss>`, r.URL.Path, site.URL, r.URL.Path)
		case "/feeds.opml":
			fmt.Fprintf(w, `<opml><body><outline text="Tides" xmlUrl="%s/tides.rss"/><outline text="More" xmlUrl="https://more.example/feed"/></body></opml>`, site.URL)
		default:
			http.NotFound(w, r)
		}
	}))
	t.Cleanup(site.Close)
	d := startInDiscord(t, "")
	feeds := func() int { return d.number(`SELECT COUNT(*) FROM feeds WHERE NOT retired`) }
	before := feeds()

	choice := d.slash(discordtest.Moderator, "feed add", map[string]any{"url": site.URL})
	text := choice.Message.Text()
	if !choice.Ephemeral || !strings.Contains(text, "has 2 feeds") || !strings.Contains(text, `The \*\*first\*\* headline`) || len(choice.Buttons) != 3 || feeds() != before {
		t.Fatalf("the choice: %v\n%s", choice.Buttons, text)
	}
	if r, err := d.Press(discordtest.Guild, discordtest.Channel, discordtest.Member, choice.ID, choice.Buttons[1].CustomID); err != nil || !strings.Contains(r.Text(), "Only those who may manage") {
		t.Errorf("pressed without the right: %v, %s", err, r.Text())
	}
	added, err := d.Press(discordtest.Guild, discordtest.Channel, discordtest.Moderator, choice.ID, choice.Buttons[1].CustomID)
	if err != nil || !added.Updated || !strings.Contains(added.Text(), "Reading **Ledger/tides") || feeds() != before+1 {
		t.Errorf("added: %v, %d feeds, %s", err, feeds(), added.Text())
	}

	out := d.slash(discordtest.Moderator, "feed export", nil)
	if len(out.Files) != 1 || out.Files[0].Name != "feeds.opml" || strings.Count(string(out.Files[0].Body), "<outline ") != before+1 || !out.Ephemeral {
		t.Errorf("export: %+v, %s", out.Files, out.Text())
	}
	in := d.slash(discordtest.Moderator, "feed import", map[string]any{"file": site.URL + "/feeds.opml"})
	if text := in.Text(); !strings.Contains(text, "Added 1 of 2 feeds.") || !strings.Contains(text, "1 is read already.") || feeds() != before+2 {
		t.Errorf("import: %s", text)
	}
	for _, c := range []string{"feed export", "feed import"} {
		r, err := d.Do(discordtest.Use{Guild: discordtest.Guild, Channel: discordtest.Channel, User: discordtest.Member, Command: c,
			Options: map[string]any{"url": "file:///etc/passwd"}, Unchecked: true})
		if err != nil || !strings.Contains(r.Text(), "may manage this server") || len(r.Files) > 0 {
			t.Errorf("/%s without the right: %v, %s", c, err, r.Text())
		}
	}
	d.stop()
	if v := d.Violations(); len(v) > 0 {
		t.Errorf("Discord's document refuses:\n%s", strings.Join(v, "\n"))
	}
}
