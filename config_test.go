package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"onrecord/statements"
)

func TestConfigErrors(t *testing.T) {
	const ok = "feeds:\n  list:\n    - url: https://harborcourier.example/feed.xml\n"
	for name, tc := range map[string]struct {
		yaml string
		want []string // all of them stand in the message
	}{
		"unknown section":  {"feds:\n  list: []\n", []string{":1:", "feds", "feeds, statements, store, handlers, bot"}},
		"unknown key":      {ok + "      nam: Harbor\n", []string{":4:", "nam is no key of feeds.list", "url, name, schedule"}},
		"unknown deep key": {"bot:\n  discord:\n    token: abc\n", []string{":3:", "token is no key of bot.discord", "token_env"}},
		"no address":       {"feeds:\n  list:\n    - url: harborcourier\n", []string{":3:", "feeds.list[0].url", "https://harborcourier.example/feed.xml"}},
		"twice":            {ok + "    - url: https://harborcourier.example/feed.xml\n", []string{":4:", "feeds.list[1].url", "number 1"}},
		"schedule":         {ok + "      schedule: \"@every -5m\"\n", []string{":4:", "feeds.list[0].schedule", "@every 10m"}},
		"duration":         {"feeds:\n  timeout: soon\n", []string{":2:", "feeds.timeout", "20s"}},
		"number":           {"feeds:\n  workers: many\n", []string{":2:", "feeds.workers", "16"}},
		"half a number":    {"feeds:\n  workers: 1.5\n", []string{":2:", "feeds.workers", "whole number"}},
		"number in marks":  {"feeds:\n  workers: \"16\"\n", []string{":2:", "feeds.workers", "whole number"}},
		"unknown model":    {"statements:\n  model: large\n", []string{":2:", "statements.model", "english", "none"}},
		"not a number":     {"statements:\n  sure: .nan\n", []string{":2:", "statements.sure", "between 0 and 1"}},
		"two documents":    {"feeds: {}\n---\nbot: {nonsense: 1}\n", []string{"second document"}},
		"no sections":      {"hello\n", []string{":1:"}},
		"words as a map":   {"bot:\n  watches:\n    - keywords: {a: b}\n", []string{":3:", "list of words"}},
		"the same watch":   {"bot:\n  watches:\n    - speaker: Mira Solheim\n    - speaker: Mira Solheim\n", []string{":4:", "bot.watches[1]", "already"}},
		"the same feed":    {ok + "    - url: https://HARBORCOURIER.example/feed.xml#top\n", []string{":4:", "feeds.list[1].url", "number 1"}},
		"half an address":  {"store:\n  url: host=db password=hunter2\n", []string{":2:", "store.url", "postgres://"}},
		"no slashes":       {"store:\n  url: postgres:hunter2@db\n", []string{":2:", "store.url"}},
		"range":            {"feeds:\n  workers: 0\n", []string{":2:", "feeds.workers", "between 1 and 256"}},
		"private":          {"feeds:\n  allow_private: [\"127.0.0.0/99\"]\n", []string{":2:", "feeds.allow_private[0]"}},
		"list":             {"feeds:\n  list: https://harborcourier.example/feed.xml\n", []string{":2:", "feeds.list"}},
		"syntax":           {"feeds:\n  list: [\n", []string{":2:"}},
		"duplicate":        {"store:\n  url: a.db\n  url: b.db\n", []string{":3:", "url"}},
		"time zone":        {"handlers:\n  time_zone: Mars/Olympus\n", []string{":2:", "handlers.time_zone", "Europe/Berlin"}},
		"embeddings":       {"handlers:\n  embeddings: {url: localhost, model: small}\n", []string{":2:", "handlers.embeddings.url", "no web address", "http://127.0.0.1:11434/v1"}},
		"their model":      {"handlers:\n  embeddings:\n    url: http://127.0.0.1:11434/v1\n", []string{"handlers.embeddings.model", "no model is named"}},
		"their size":       {"handlers:\n  embeddings:\n    url: http://127.0.0.1:11434/v1\n    model: small\n    dimensions: 5\n", []string{":5:", "handlers.embeddings.dimensions", "between 8 and 4096"}},
		"their time":       {"handlers:\n  embeddings:\n    url: http://127.0.0.1:11434/v1\n    model: small\n    timeout: 1m\n", []string{":5:", "handlers.embeddings.timeout", "between 100ms and 5s"}},
		"their key":        {"handlers:\n  embeddings:\n    key: hunter2\n", []string{":3:", "handlers.embeddings", "key_env"}},
		"watch on nothing": {"bot:\n  watches:\n    - channel: \"123\"\n", []string{":3:", "bot.watches[0]", "watches nothing"}},
		"watch words":      {"bot:\n  watches:\n    - keywords: \"(quota AND\"\n", []string{":3:", "bot.watches[0].keywords"}},
		"outlets":          {"bot:\n  watches:\n    - speaker: Mira Solheim\n      outlets: [Fjord Wire, \"?\"]\n", []string{":4:", "bot.watches[0].outlets", "‘?’ is no name of an outlet", "fjordwire.example"}},
		"kinds":            {"bot:\n  watches:\n    - speaker: Mira Solheim\n      kinds: verbatim\n", []string{":4:", "bot.watches[0].kinds", "neither direct nor all"}},
		"languages":        {"bot:\n  watches:\n    - speaker: Mira Solheim\n      languages: en, Klingon\n", []string{":4:", "bot.watches[0].languages", "‘Klingon’ is no language", "[en, de]"}},
		"confidence":       {"bot:\n  watches:\n    - speaker: Mira Solheim\n      confidence: 80\n", []string{":4:", "bot.watches[0].confidence", "80 is no confidence", "0.8"}},
		"confidence words": {"bot:\n  watches:\n    - speaker: Mira Solheim\n      confidence: sure\n", []string{":4:", "bot.watches[0].confidence", "0.8"}},
		"digest":           {"bot:\n  watches:\n    - speaker: Mira Solheim\n      digest: at dawn\n", []string{":4:", "bot.watches[0].digest", "weekdays 09:00"}},
		"zone":             {"bot:\n  watches:\n    - speaker: Mira Solheim\n      zone: Europe/Vell\n", []string{":4:", "bot.watches[0].zone", "Europe/Oslo"}},
		"quiet":            {"bot:\n  watches:\n    - speaker: Mira Solheim\n      quiet: at night\n", []string{":4:", "bot.watches[0].quiet", "22:00-07:00"}},
		"cap":              {"bot:\n  watches:\n    - speaker: Mira Solheim\n      cap: -1\n", []string{":4:", "bot.watches[0].cap", "20"}},
		"channel":          {"bot:\n  watches:\n    - speaker: Mira Solheim\n      channel: \"#quotes\"\n", []string{":4:", "bot.watches[0].channel", "123456789012345678"}},
		"admin channel":    {"bot:\n  discord:\n    admin_channel: \"#ops\"\n", []string{":3:", "bot.discord.admin_channel", "123456789012345678"}},
		"all quiet":        {"bot:\n  all_quiet:\n    at: nine\n", []string{":3:", "bot.all_quiet.at", "09:00"}},
		"all quiet where":  {"bot:\n  all_quiet:\n    channel: here\n", []string{":3:", "bot.all_quiet.channel", "neither a channel's id nor console"}},
		"locale":           {"bot:\n  locale: nl\n", []string{":2:", "bot.locale", "en, de, es, fr, ru", "de"}},
		"silence":          {"bot:\n  silence: perhaps\n", []string{":2:", "bot.silence", "neither yes nor no"}},
		"backlog":          {"bot:\n  watches:\n    - speaker: Mira Solheim\n      backlog: perhaps\n", []string{":4:", "backlog", "good value is no"}},
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "config.yaml")
			if err := os.WriteFile(path, []byte(tc.yaml), 0o600); err != nil {
				t.Fatal(err)
			}
			_, err := readConfig(path)
			if err == nil {
				t.Fatalf("no error for:\n%s", tc.yaml)
			}
			if strings.Contains(err.Error(), "hunter2") {
				t.Errorf("the password is told: %v", err)
			}
			for _, want := range append(tc.want, path) {
				if !strings.Contains(err.Error(), want) {
					t.Errorf("got %q, want %q in it", err, want)
				}
			}
		})
	}
}

func TestConfigReads(t *testing.T) {
	path := filepath.Join(t.TempDir(), "config.yaml")
	err := os.WriteFile(path, []byte(`
bot:
  watches:
    - {speaker: Mira Solheim, channel: 123456789012345678, backlog: yes}
    - keywords: [quota, herring]
      outlets: "The Fjord Wire, https://harborcourier.example/feed.xml"
      kinds: direct
      languages: [English, de]
      confidence: 0.8
      digest: weekdays 09:00
      zone: Europe/Oslo
      quiet: "22:00-07:00"
      cap: 20
`), 0o600)
	if err != nil {
		t.Fatal(err)
	}
	c, err := readConfig(path)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := c.Store.URL, filepath.Join(filepath.Dir(path), "onrecord.db"); got != want {
		t.Errorf("store.url: got %q, want %q", got, want)
	}
	ws := c.watches()
	if ws[0].Place != "discord:123456789012345678" || !ws[0].Backlog {
		t.Errorf("first watch: %+v", ws[0])
	}
	if ws[1].Place != "console" || ws[1].Keywords != "quota, herring" {
		t.Errorf("second watch: %+v", ws[1])
	}
	only := statements.Only{Outlets: []string{"The Fjord Wire", "harborcourier.example"}, Verbatim: true, Languages: []string{"en", "de"}, Sure: 0.8}
	timing := statements.Timing{Digest: "0 9 * * 1-5", Zone: "Europe/Oslo", Quiet: "22:00-07:00", Most: 20}
	if d := cmp.Diff(only, ws[1].Only) + cmp.Diff(timing, ws[1].Timing); d != "" {
		t.Errorf("what narrows and times the second watch (-want +got):\n%s", d)
	}
}

func TestEmptyConfigIsTheDefaults(t *testing.T) {
	for _, body := range []string{"", "\n", "# nothing\n", "feeds:\n", "feeds: {}\n"} {
		path := filepath.Join(t.TempDir(), "config.yaml")
		if err := os.WriteFile(path, []byte(body), 0o600); err != nil {
			t.Fatal(err)
		}
		c, err := readConfig(path)
		if err != nil {
			t.Errorf("%q: %v", body, err)
		}
		if c.Feeds.Workers != Defaults().Feeds.Workers {
			t.Errorf("%q: defaults are gone: %+v", body, c.Feeds)
		}
	}
}
