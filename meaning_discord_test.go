package main

import (
	"fmt"
	"strings"
	"testing"

	"onrecord/bot/discord/discordtest"
	"onrecord/handlers/embed/embedtest"
)

// The whole program gives every statement its vector, once, also where it is
// killed in between and where the endpoint is down for a while; and it answers all
// the time.
func TestEmbeddingsInDiscord(t *testing.T) {
	s := embedtest.New(t)
	t.Setenv("EMBEDDINGS_KEY", embedtest.Key)
	d := startInDiscord(t, fmt.Sprintf("handlers:\n  embeddings: {url: %q, model: small, key_env: EMBEDDINGS_KEY}\n", s.URL))
	done := func() bool {
		n := d.number(`SELECT COUNT(*) FROM statements`)
		return n > 0 && d.number(`SELECT COUNT(*) FROM vectors`) == n
	}
	d.wait("the vectors", done)
	status := d.slash(discordtest.Moderator, "status", nil).Message.Text()
	if !strings.Contains(status, "have a vector, by small") || strings.Contains(status, embedtest.Key) {
		t.Errorf("/status: %s", status)
	}
	s.Answer(embedtest.Down)
	_ = d.bot.Process.Kill()
	_ = d.bot.Wait()
	d.news.Reveal(d.news.Articles())
	d.start()
	before := d.number(`SELECT COUNT(*) FROM vectors`)
	d.wait("news", func() bool { return d.number(`SELECT COUNT(*) FROM statements`) > before })
	answer := d.slash(discordtest.Member, "ask", map[string]any{"question": "what did Solheim say about the quota?"})
	if text := answer.Message.Text(); !strings.Contains(text, "We will not sign a **quota**") {
		t.Errorf("/ask while the endpoint is down: %s", text)
	}
	s.Answer(embedtest.Well)
	d.wait("the other vectors", done)
	total := 0
	for _, n := range s.Texts() {
		total += n
	}
	// The two questions went out as well, and a kill may cost one request.
	if n := d.number(`SELECT COUNT(*) FROM vectors`); total > n+2+32 {
		t.Errorf("%d texts went out for %d vectors", total, n)
	}
}
