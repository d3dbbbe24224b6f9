package main

import (
	"bytes"
	"fmt"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/goccy/go-yaml"

	"onrecord/feeds"
	"onrecord/handlers/locales"
	"onrecord/statements/extract"
	"onrecord/statements/watch"
)

// goodValues has what the example file keeps in its comments.
var goodValues = map[string]string{
	"feeds.list":             "[{url: https://harborcourier.example/feed.xml}]",
	"feeds.list[].url":       "https://harborcourier.example/feed.xml",
	"feeds.list[].name":      "Harbor Courier",
	"feeds.list[].schedule":  `"@every 10m"`,
	"feeds.schedule":         `"@every 10m"`,
	"feeds.allow_private":    `["127.0.0.1:8080", "10.0.0.0/8"]`,
	"feeds.push.public_url":  "https://bot.harborcourier.example/push/",
	"bot.watches":            "[{speaker: Mira Solheim, channel: \"123456789012345678\"}]",
	"bot.watches[].speaker":  "Mira Solheim",
	"bot.watches[].keywords": "quota OR herring",
	"bot.watches[].channel":  `"123456789012345678"`,
	"bot.watches[].backlog":  "no",
	"bot.watches[].role":     `"123456789012345678"`,

	"bot.watches[].outlets":    "[Harbor Courier, fjordwire.example]",
	"bot.watches[].kinds":      "direct",
	"bot.watches[].languages":  "[en, de]",
	"bot.watches[].confidence": "0.8",
	"bot.watches[].digest":     "weekdays 09:00",
	"bot.watches[].zone":       "Europe/Oslo",
	"bot.watches[].quiet":      `"22:00-07:00"`,
	"bot.watches[].cap":        "20",
	"bot.discord.guilds":       `["123456789012345678"]`,
	"bot.discord.team_roles":   `["123456789012345678"]`,
}

var index = regexp.MustCompile(`\[\d+\]`)

// good is a value that would do at path: what stands in the example file.
func good(path, given string) string {
	if given != "" {
		return given
	}
	k := index.ReplaceAllString(key(path), "[]")
	if v, ok := goodValues[k]; ok {
		return v
	}
	if v, ok := goodValues[strings.TrimSuffix(k, "[]")]; ok {
		return v
	}
	at, err := yaml.PathString("$." + k)
	if err != nil {
		return "in config.example.yaml"
	}
	n, err := at.ReadNode(bytes.NewReader(example))
	if err != nil {
		return "in config.example.yaml"
	}
	return strings.TrimSpace(n.String())
}

// fault is one thing that is wrong with a value, at a YAML path such as
// "$.feeds.list[0].url".
type fault struct {
	path string
	text string
	good string // "" takes the example's value
}

func (c Config) fault() *fault {
	for _, f := range []*fault{c.Feeds.fault(), c.Statements.fault(), c.Store.fault(), c.Handlers.fault(), c.Bot.fault()} {
		if f != nil {
			return f
		}
	}
	return nil
}

func (c FeedsConfig) fault() *fault {
	seen := map[string]int{}
	for i, f := range c.List {
		at := fmt.Sprintf("$.feeds.list[%d]", i)
		if !webAddress(f.URL) {
			return &fault{path: at + ".url", text: fmt.Sprintf("%q is no web address", f.URL)}
		}
		if first, twice := seen[feeds.Canonical(f.URL)]; twice {
			return &fault{path: at + ".url", text: fmt.Sprintf("this feed stands in the list already, as number %d", first+1), good: "another feed's address"}
		}
		seen[feeds.Canonical(f.URL)] = i
		if f.Schedule != "" {
			if err := feeds.CheckSchedule(f.Schedule); err != nil {
				return &fault{path: at + ".schedule", text: first(err)}
			}
		}
	}
	if err := feeds.CheckSchedule(c.Schedule); err != nil {
		return &fault{path: "$.feeds.schedule", text: first(err)}
	}
	switch {
	case c.Workers < 1 || c.Workers > 256:
		return &fault{path: "$.feeds.workers", text: fmt.Sprintf("%d is not between 1 and 256", c.Workers)}
	case time.Duration(c.Timeout) < time.Second || time.Duration(c.Timeout) > 5*time.Minute:
		return &fault{path: "$.feeds.timeout", text: fmt.Sprintf("%s is not between 1s and 5m", time.Duration(c.Timeout))}
	case c.MaxBytes < 1<<10 || c.MaxBytes > 1<<30:
		return &fault{path: "$.feeds.max_bytes", text: fmt.Sprintf("%d is not between 1024 and 1073741824", c.MaxBytes)}
	}
	for i, a := range c.AllowPrivate {
		if _, err := feeds.NewClient(feeds.Config{AllowPrivate: []string{a}}); err != nil {
			return &fault{path: fmt.Sprintf("$.feeds.allow_private[%d]", i), text: first(err)}
		}
	}
	return c.Push.fault()
}

func (c StatementsConfig) fault() *fault {
	if !(c.Sure >= 0 && c.Sure <= 1) { // not a number is not between, either
		return &fault{path: "$.statements.sure", text: fmt.Sprintf("%v is not between 0 and 1", c.Sure)}
	}
	if c.Model != extract.English && c.Model != extract.RulesOnly {
		return &fault{path: "$.statements.model", text: fmt.Sprintf("%q is neither %s nor %s", c.Model, extract.English, extract.RulesOnly)}
	}
	return nil
}

// halfAddress is what people write for a server when it is not a URL. Taken for
// a file's name it would put the password into a folder's listing.
var halfAddress = regexp.MustCompile(`(?i)^postgres(ql)?:|\b(host|password|dbname)=|@`)

func (c StoreConfig) fault() *fault {
	if strings.TrimSpace(c.URL) == "" {
		return &fault{path: "$.store.url", text: "nothing is named"}
	}
	if halfAddress.MatchString(c.URL) && !strings.Contains(c.URL, "://") {
		return &fault{path: "$.store.url", text: "this looks like a database server, and is no address of one", good: "postgres://onrecord@localhost/onrecord"}
	}
	return nil
}

func (c HandlersConfig) fault() *fault {
	if _, err := time.LoadLocation(c.TimeZone); err != nil || c.TimeZone == "Local" {
		return &fault{path: "$.handlers.time_zone", text: fmt.Sprintf("%q is no time zone", c.TimeZone), good: "Europe/Berlin"}
	}
	switch m := c.Model; {
	case m.URL == "" && m.Name == "":
	case !webAddress(m.URL):
		return &fault{path: "$.handlers.model.url", text: fmt.Sprintf("%q is no web address", m.URL), good: "http://127.0.0.1:11434/v1"}
	case m.Name == "":
		return &fault{path: "$.handlers.model.name", text: "no model is named"}
	case time.Duration(m.Timeout) < 100*time.Millisecond || time.Duration(m.Timeout) > 8*time.Second:
		return &fault{path: "$.handlers.model.timeout", text: fmt.Sprintf("%s is not between 100ms and 8s: a command has ten seconds", time.Duration(m.Timeout))}
	}
	return c.Embeddings.fault()
}

var snowflake = regexp.MustCompile(`^\d{1,20}$`)

func (c BotConfig) fault() *fault {
	if c.Discord.APIURL != "" && !webAddress(c.Discord.APIURL) {
		return &fault{path: "$.bot.discord.api_url", text: fmt.Sprintf("%q is no web address", c.Discord.APIURL)}
	}
	for i, r := range c.Discord.Team {
		if !snowflake.MatchString(r) {
			return &fault{path: fmt.Sprintf("$.bot.discord.team_roles[%d]", i), text: fmt.Sprintf("%q is no role id", r), good: `"123456789012345678"`}
		}
	}
	for i, g := range c.Discord.Guilds {
		if !snowflake.MatchString(g) {
			return &fault{path: fmt.Sprintf("$.bot.discord.guilds[%d]", i), text: fmt.Sprintf("%q is no server id", g), good: `"123456789012345678"`}
		}
	}
	if all := append([]string{"en"}, locales.Languages()...); !slices.Contains(all, c.Locale) {
		return &fault{path: "$.bot.locale", text: fmt.Sprintf("%q is none of the languages that onrecord speaks: %s", c.Locale, strings.Join(all, ", ")), good: "de"}
	}
	if f := c.silenceFault(); f != nil {
		return f
	}
	seen := map[string]bool{}
	for i, w := range c.Watches {
		at := fmt.Sprintf("$.bot.watches[%d]", i)
		if f := w.fault(at); f != nil {
			return f
		}
		if k := fmt.Sprintf("%q %q %q %s", w.Speaker, w.Keywords, w.place(), w.only()); seen[k] {
			return &fault{path: at, text: "this watch stands in the list already", good: "another speaker, other keywords or another channel"}
		} else {
			seen[k] = true
		}
		if strings.TrimSpace(w.Speaker) == "" && strings.TrimSpace(string(w.Keywords)) == "" {
			return &fault{path: at, text: "this watch has neither a speaker nor keywords, so it watches nothing", good: "{speaker: Mira Solheim}"}
		}
		if err := watch.Check(string(w.Keywords)); w.Keywords != "" && err != nil {
			return &fault{path: at + ".keywords", text: first(err)}
		}
		if id, _ := strings.CutPrefix(w.place(), "discord:"); w.place() != "console" && !snowflake.MatchString(id) {
			return &fault{path: at + ".channel", text: fmt.Sprintf("%q is neither a channel's id nor console", w.Channel)}
		}
		if w.Role != "" && !snowflake.MatchString(w.Role) {
			return &fault{path: at + ".role", text: fmt.Sprintf("%q is no role's id", w.Role)}
		}
	}
	return nil
}

func webAddress(s string) bool {
	u, err := url.Parse(s)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Hostname() != ""
}
