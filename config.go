package main

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"time"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"

	"onrecord/statements"
	"onrecord/statements/extract"
)

// Config is config.yaml: one section a room. Defaults gives every value that a
// file leaves out.
type Config struct {
	Feeds      FeedsConfig      `yaml:"feeds"`
	Statements StatementsConfig `yaml:"statements"`
	Store      StoreConfig      `yaml:"store"`
	Handlers   HandlersConfig   `yaml:"handlers"`
	Bot        BotConfig        `yaml:"bot"`
}

// FeedsConfig says what is fetched, how often, and how much of it.
type FeedsConfig struct {
	List         []FeedConfig `yaml:"list"`
	Schedule     string       `yaml:"schedule"`
	AllowPrivate []string     `yaml:"allow_private"`
	Workers      Count        `yaml:"workers"`
	Timeout      Duration     `yaml:"timeout"`
	MaxBytes     Count        `yaml:"max_bytes"`
	UserAgent    string       `yaml:"user_agent"`
	// Relook has the pages of articles in which somebody spoke looked at again.
	Relook YesNo      `yaml:"relook"`
	Push   PushConfig `yaml:"push"`
}

// PushConfig says where hubs reach us; without PublicURL nothing listens.
type PushConfig struct {
	PublicURL string `yaml:"public_url"`
	Listen    string `yaml:"listen"`
}

// FeedConfig is one feed.
type FeedConfig struct {
	URL      string `yaml:"url"`
	Name     string `yaml:"name"`
	Schedule string `yaml:"schedule"`
}

// StatementsConfig says how statements are taken.
type StatementsConfig struct {
	// Sure is the confidence from which a speaker known by role or pronoun is
	// shown without "Probably".
	Sure float64 `yaml:"sure"`
	// Model reads English beside the rules: english, or none.
	Model string `yaml:"model"`
}

// StoreConfig says where everything is kept.
type StoreConfig struct {
	URL string `yaml:"url"`
}

// HandlersConfig is about answers.
type HandlersConfig struct {
	TimeZone string `yaml:"time_zone"`
	// Model is a language model that may order answers and find other words.
	Model ModelConfig `yaml:"model"`
	// Embeddings is an endpoint that tells what texts mean.
	Embeddings EmbeddingsConfig `yaml:"embeddings"`
}

// ModelConfig says where a language model is, if there is one. Its key itself
// never stands here.
type ModelConfig struct {
	URL     string   `yaml:"url"`
	Name    string   `yaml:"name"`
	KeyEnv  string   `yaml:"key_env"`
	Timeout Duration `yaml:"timeout"`
}

// BotConfig is about Discord and the watches to begin with.
type BotConfig struct {
	Discord DiscordConfig `yaml:"discord"`
	// Locale is the language of what is told without being asked.
	Locale  string        `yaml:"locale"`
	Watches []WatchConfig `yaml:"watches"`
	// Silence tells channels why the sources that they depend on are silent.
	Silence  YesNo          `yaml:"silence"`
	AllQuiet AllQuietConfig `yaml:"all_quiet"`
}

// DiscordConfig says where Discord is. The token itself never stands here.
type DiscordConfig struct {
	TokenEnv string   `yaml:"token_env"`
	APIURL   string   `yaml:"api_url"`
	Guilds   []string `yaml:"guilds"`
	// Team is the roles whose members review statements; none is whoever may
	// manage messages.
	Team []string `yaml:"team_roles"`
	// AdminChannel is told, once, of what an operator has to do.
	AdminChannel string `yaml:"admin_channel"`
}

// WatchConfig is one watch.
type WatchConfig struct {
	Speaker  string  `yaml:"speaker"`
	Keywords OneLine `yaml:"keywords"`
	Channel  string  `yaml:"channel"`
	Backlog  YesNo   `yaml:"backlog"`
	Role     string  `yaml:"role"`

	// What narrows it.
	Outlets    Names   `yaml:"outlets"`
	Kinds      string  `yaml:"kinds"`
	Languages  Names   `yaml:"languages"`
	Confidence float64 `yaml:"confidence"`
	// When it tells.
	Digest string `yaml:"digest"`
	Zone   string `yaml:"zone"`
	Quiet  string `yaml:"quiet"`
	Cap    Count  `yaml:"cap"`
}

// Defaults are the values of a file that says nothing.
func Defaults() Config {
	return Config{
		Feeds: FeedsConfig{
			Workers:   16,
			Timeout:   Duration(20 * time.Second),
			MaxBytes:  10 << 20,
			UserAgent: "onrecord/" + version,
			Relook:    true,
			Push:      PushConfig{Listen: "127.0.0.1:8474"},
		},
		Statements: StatementsConfig{Sure: 0.7, Model: extract.English},
		Store:      StoreConfig{URL: "onrecord.db"},
		Handlers:   HandlersConfig{TimeZone: "UTC", Model: ModelConfig{Timeout: Duration(3 * time.Second)}, Embeddings: EmbeddingsConfig{Timeout: Duration(1500 * time.Millisecond)}},
		Bot: BotConfig{Locale: "en", Silence: true, Discord: DiscordConfig{
			TokenEnv: "DISCORD_TOKEN",
			APIURL:   "https://discord.com/api",
		}},
	}
}

// Token is the bot's token: DISCORD_TOKEN, or the variable that the
// configuration names.
func (c DiscordConfig) Token() string {
	if t := os.Getenv("DISCORD_TOKEN"); t != "" {
		return t
	}
	if c.TokenEnv == "" {
		return ""
	}
	return os.Getenv(c.TokenEnv)
}

// API is the base of Discord's REST API: DISCORD_API_URL, or the
// configuration's.
func (c DiscordConfig) API() string {
	if u := os.Getenv("DISCORD_API_URL"); u != "" {
		return u
	}
	return c.APIURL
}

// Key is the key of the language model, "" for none.
func (c ModelConfig) Key() string {
	if c.KeyEnv == "" {
		return ""
	}
	return os.Getenv(c.KeyEnv)
}

// place is where a watch of the configuration sends its alerts.
func (w WatchConfig) place() string {
	switch {
	case w.Channel == "" || w.Channel == "console":
		return "console"
	case strings.Contains(w.Channel, ":"):
		return w.Channel
	}
	return "discord:" + w.Channel
}

func (c Config) feeds() []statements.Feed {
	out := make([]statements.Feed, 0, len(c.Feeds.List))
	for _, f := range c.Feeds.List {
		schedule := f.Schedule
		if schedule == "" {
			schedule = c.Feeds.Schedule
		}
		out = append(out, statements.Feed{
			URL: f.URL, Name: f.Name, Schedule: schedule,
			Origin: statements.OriginConfig, By: "configuration",
		})
	}
	return out
}

func (c Config) watches() []statements.Watch {
	out := make([]statements.Watch, 0, len(c.Bot.Watches))
	for _, w := range c.Bot.Watches {
		out = append(out, statements.Watch{
			Place: w.place(), Speaker: w.Speaker, Keywords: string(w.Keywords),
			Backlog: bool(w.Backlog), Role: w.Role, By: "configuration",
			Only: w.only(), Timing: w.timing(),
		})
	}
	return out
}

// Duration is a time.Duration that YAML writes as "20s".
type Duration time.Duration

// UnmarshalYAML reads "20s", "1m30s".
func (d *Duration) UnmarshalYAML(n ast.Node) error {
	v, err := time.ParseDuration(scalar(n))
	if err != nil {
		return wrong(n, "%q is no length of time", scalar(n))
	}
	*d = Duration(v)
	return nil
}

// YesNo is a bool that may be written yes and no.
type YesNo bool

// UnmarshalYAML reads true, false, yes and no.
func (y *YesNo) UnmarshalYAML(n ast.Node) error {
	switch strings.ToLower(scalar(n)) {
	case "true", "yes", "on":
		*y = true
	case "false", "no", "off":
		*y = false
	default:
		return wrong(n, "%q is neither yes nor no", scalar(n))
	}
	return nil
}

// OneLine is a string that may be written as a list, whose items it joins with
// commas.
type OneLine string

// UnmarshalYAML reads a string or a list of strings.
func (o *OneLine) UnmarshalYAML(n ast.Node) error {
	values := []ast.Node{n}
	if list, ok := n.(*ast.SequenceNode); ok {
		values = list.Values
	}
	words := make([]string, 0, len(values))
	for _, v := range values {
		if _, ok := v.(ast.ScalarNode); !ok {
			return wrong(v, "words are expected, or a list of words")
		}
		words = append(words, scalar(v))
	}
	*o = OneLine(strings.Join(words, ", "))
	return nil
}

// Names is a list of strings that may be written as one, with commas.
type Names []string

// UnmarshalYAML reads a list of strings, or a string.
func (l *Names) UnmarshalYAML(n ast.Node) error {
	var o OneLine
	if err := o.UnmarshalYAML(n); err != nil {
		return wrong(n, "names are expected, or a list of names")
	}
	*l = nil
	for name := range strings.SplitSeq(string(o), ",") {
		if name = strings.TrimSpace(name); name != "" {
			*l = append(*l, name)
		}
	}
	return nil
}

// Count is a whole number.
type Count int64

// UnmarshalYAML reads a whole number.
func (c *Count) UnmarshalYAML(n ast.Node) error {
	v, err := strconv.ParseInt(scalar(n), 10, 64)
	if _, ok := n.(*ast.IntegerNode); !ok || err != nil {
		return wrong(n, "%s is no whole number", n)
	}
	*c = Count(v)
	return nil
}

func scalar(n ast.Node) string {
	if s, ok := n.(*ast.StringNode); ok {
		return s.Value
	}
	s := strings.TrimSpace(n.String())
	if u, err := strconv.Unquote(s); err == nil {
		return u
	}
	return s
}

func wrong(n ast.Node, format string, args ...any) error {
	return &yaml.SyntaxError{Message: fmt.Sprintf(format, args...), Token: n.GetToken()}
}
