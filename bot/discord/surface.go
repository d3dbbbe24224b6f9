package discord

import (
	"context"
	"io"
	"log/slog"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/bwmarrin/discordgo"

	"onrecord/handlers"
	"onrecord/handlers/locales"
	"onrecord/statements"
)

// prefix heads the name of every place of this surface.
const prefix = "discord"

// Desk answers what people ask; handlers.Desk is one.
type Desk interface {
	Commands() []handlers.Command
	Serve(ctx context.Context, r handlers.Request) handlers.Reply
	Press(ctx context.Context, p handlers.Press) handlers.Reply
	Complete(ctx context.Context, r handlers.Request, option, prefix string) []handlers.Choice
}

// Memory keeps small values over restarts. The surface keeps the hash of the
// commands that Discord has, so that they are registered only when they change.
type Memory interface {
	Recall(ctx context.Context, key string) (string, error) // "" is not known
	Remember(ctx context.Context, key, value string) error
}

// Config is what a surface needs. Token alone is enough to Post, Find and
// Check; Run wants a Desk too.
type Config struct {
	Token  string   // without "Bot "
	APIURL string   // base of the REST API before the version; "" is Discord's own
	Guilds []string // commands are registered in these only; none: everywhere
	Team   []string // ids of roles whose members review statements; none: who may manage messages
	Log    *slog.Logger
	Desk   Desk
	Memory Memory         // nil: commands are registered at every start
	Tongue locales.Tongue // of what is posted without being asked; English if zero

	// Drain bounds how long Run waits for questions in flight when it ends;
	// 0 is 6 seconds.
	Drain time.Duration
}

// Surface is Discord as the bot sees it. Its methods may be called from many
// goroutines; posting works whether the gateway is up or not.
type Surface struct {
	cfg   Config
	log   *slog.Logger
	rest  *discordgo.Session // never opened: REST only
	live  *discordgo.Session // the same for interactions, which no global limit holds up
	base  *url.URL           // nil is Discord's own
	gate  *gate              // for all but interactions
	http  *http.Client       // through the gate
	table *table
	pace  pace

	places places
	guilds guilds
	self   atomic.Pointer[self]
	flight flight
	closes sync.WaitGroup
	seen   seen
	slots  slots
	turns  turns
}

// self is who the token belongs to.
type self struct{ app, user, name string }

// New makes a surface and connects nothing yet. A configuration that cannot
// work is a *statements.Problem.
func New(cfg Config) (*Surface, error) {
	cfg.Token = strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(cfg.Token), "Bot "))
	if cfg.Token == "" || strings.ContainsAny(cfg.Token, " \t\r\n") {
		return nil, &statements.Problem{Text: statements.Say("There is no Discord token, or it has spaces in it."),
			Hint: statements.Say("Put the bot's token, from the Bot page of https://discord.com/developers/applications, into the environment variable DISCORD_TOKEN.")}
	}
	base, err := parseBase(cfg.APIURL)
	if err != nil {
		return nil, err
	}
	for _, g := range cfg.Guilds {
		if !isID(g) {
			return nil, &statements.Problem{Text: statements.Say("The guild %s is no server's id.", g),
				Hint: statements.Say("Give the number that Discord's Copy Server ID gives, for example 1312000000000000000.")}
		}
	}
	for _, r := range cfg.Team {
		if !isID(r) {
			return nil, &statements.Problem{Text: statements.Say("The role %s is no role's id.", r),
				Hint: statements.Say("Give the number that Discord's Copy Role ID gives, for example 1312000000000000000.")}
		}
	}
	if cfg.Log == nil {
		cfg.Log = slog.New(slog.NewTextHandler(io.Discard, nil))
	}
	if cfg.Drain <= 0 {
		cfg.Drain = 6 * time.Second
	}
	s := &Surface{cfg: cfg, log: cfg.Log.With("surface", prefix), base: base, pace: usualPace}
	s.gate = newGate(globalMost, globalPer)
	s.http = s.client(s.gate)
	if s.rest, err = s.newSession(s.http); err != nil {
		return nil, err
	}
	if s.live, err = s.newSession(s.client(nil)); err != nil {
		return nil, err
	}
	if cfg.Desk != nil {
		if s.table, err = newTable(cfg.Desk.Commands()); err != nil {
			return nil, err
		}
	}
	return s, nil
}

// newSession makes a discordgo session that retries nothing, tracks nothing
// and reconnects to nothing by itself.
func (s *Surface) newSession(c *http.Client) (*discordgo.Session, error) {
	d, err := discordgo.New("Bot " + s.cfg.Token)
	if err != nil {
		return nil, err
	}
	d.StateEnabled = false
	d.ShouldReconnectOnError = false
	d.ShouldReconnectVoiceOnSessionError = false
	d.ShouldRetryOnRateLimit = false
	d.MaxRestRetries = 0
	d.Identify.Intents = intents
	d.Client = c
	d.LogLevel = -1 // its errors come back to us, and its log is the process's own
	return d, nil
}

// Prefix is the first part of the names of this surface's places.
func (s *Surface) Prefix() string { return prefix }

// Name names a place for people: as a mention, which Discord shows as the
// channel's name. A place of another surface is named as it is.
func (s *Surface) Name(place string) string {
	if id, ok := channelOf(place); ok {
		return "<#" + id + ">"
	}
	if _, ok := userOf(place); ok {
		return "direct messages"
	}
	return place
}

// placeOf and serverOf name what Discord knows by a number.
func placeOf(channel string) string { return prefix + ":" + channel }

func serverOf(guild string) string {
	if guild == "" {
		return ""
	}
	return prefix + ":" + guild
}

// channelOf gives the channel of a place of this surface.
func channelOf(place string) (string, bool) {
	id, ok := strings.CutPrefix(place, prefix+":")
	return id, ok && isID(id)
}

// isID reports whether id is a number as Discord gives them.
// https://discord.com/developers/docs/reference#snowflakes
func isID(id string) bool {
	return id != "" && len(id) <= 20 && strings.Trim(id, "0123456789") == ""
}
