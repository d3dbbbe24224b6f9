package main

import (
	"fmt"
	"strings"
	"testing"

	"onrecord/bot/discord/discordtest"
	"onrecord/handlers/embed/embedtest"
)

// check tries the embeddings endpoint that the configuration names, and never
// tells its key.
func TestCheckEmbeddings(t *testing.T) {
	srv, s := discordtest.New(t), embedtest.New(t)
	t.Setenv("EMBEDDINGS_KEY", embedtest.Key)
	yaml := fmt.Sprintf("bot:\n  discord: {api_url: %q}\nhandlers:\n  embeddings: {url: %q, model: small, key_env: EMBEDDINGS_KEY, dimensions: 24}\n", srv.URL, s.URL)
	if status, out := check(t, yaml, srv.Token); status != 0 || !strings.Contains(out, "small gives vectors of 24 numbers") {
		t.Errorf("a good endpoint: status %d\n%s", status, out)
	}
	for mode, want := range map[embedtest.Mode]string{
		embedtest.Down:       "it answers 503",
		embedtest.Forbidden:  "it answers 401",
		embedtest.OtherModel: "its vectors have 48 numbers, and 24 are asked for",
		embedtest.Prose:      "it cannot be reached or understood",
	} {
		s.Answer(mode)
		status, out := check(t, yaml, srv.Token)
		if status != 1 || !strings.Contains(out, "wrong  embeddings") || !strings.Contains(out, want) || strings.Contains(out, embedtest.Key) || strings.Contains(out, s.URL) {
			t.Errorf("status %d, want %q in\n%s", status, want, out)
		}
	}
	s.Answer(embedtest.Well)
	off := fmt.Sprintf("bot:\n  discord: {api_url: %q}\n", srv.URL)
	asked := s.Asked()
	if status, out := check(t, off, srv.Token); status != 0 || strings.Contains(out, "embeddings") || s.Asked() != asked {
		t.Errorf("without an endpoint: status %d\n%s", status, out)
	}
}
