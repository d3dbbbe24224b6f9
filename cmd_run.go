package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/sync/errgroup"

	"onrecord/bot"
	"onrecord/bot/console"
	"onrecord/bot/discord"
	"onrecord/handlers/locales"
	"onrecord/statements"
)

// stopWithin is how long a stop may take: what has begun ends well, what has
// not waits in the store.
const stopWithin = 9500 * time.Millisecond

func configFlag(c *cobra.Command, path *string) *cobra.Command {
	c.Flags().StringVar(path, "config", "", "the configuration file (required)")
	return c
}

func configured(c *cobra.Command, path string) (Config, error) {
	if path == "" {
		return Config{}, usage(c, "%s needs --config FILE.", c.CommandPath())
	}
	return readConfig(path)
}

// quietHouse is the house of a command that prints what it has to say itself.
func quietHouse(c *cobra.Command, path string) (*house, error) {
	config, err := configured(c, path)
	if err != nil {
		return nil, err
	}
	return build(c.Context(), config, silent(), time.Now)
}

func runCommand() *cobra.Command {
	var path string
	c := &cobra.Command{
		Use:     "run --config FILE",
		Short:   "The bot in Discord",
		Long:    "Polls the feeds, alerts channels and answers commands until it is stopped.\nA stop (SIGINT, SIGTERM) takes ten seconds at most and loses nothing.",
		Example: "  DISCORD_TOKEN=… onrecord run --config config.yaml",
		Args:    noArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			config, err := configured(c, path)
			if err != nil {
				return err
			}
			return runBot(c.Context(), config, c.ErrOrStderr())
		},
	}
	return configFlag(c, &path)
}

func runBot(ctx context.Context, config Config, errOut io.Writer) error {
	token := config.Bot.Discord.Token()
	if token == "" {
		return &statements.Problem{
			Text: statements.Say("There is no Discord token in the environment variable %s.", config.Bot.Discord.TokenEnv),
			Hint: statements.Say("Set it to the bot's token; the README shows where to get one."),
		}
	}
	log := logger(errOut)
	h, err := build(ctx, config, log, time.Now)
	if err != nil {
		return err
	}
	defer h.Close()
	if err := h.begin(ctx, "discord"); err != nil {
		return err
	}
	surface, err := discord.New(discord.Config{
		Token: token, APIURL: config.Bot.Discord.API(), Guilds: config.Bot.Discord.Guilds, Team: config.Bot.Discord.Team,
		Log: log, Desk: h.desk, Memory: h.store, Tongue: h.desk.Tongue,
	})
	if err != nil {
		return err
	}
	push, err := h.push(ctx, false)
	if err != nil {
		return err
	}
	log.Info("running", "version", version, "feeds", len(config.Feeds.List))
	err = h.live(ctx, h.courier(surface), surface.Run, push, h.embedding())
	log.Info("stopped", "error", err)
	return err
}

// begin brings the store in step with the configuration and takes over what a
// process that was killed had leased.
func (h *house) begin(ctx context.Context, surface string) error {
	if err := h.sync(ctx); err != nil {
		return err
	}
	return h.store.BreakLeases(ctx, surface)
}

// live runs the bot, its surface and what else there is until ctx ends or the
// surface does. What has begun then gets stopWithin to end.
func (h *house) live(ctx context.Context, courier *bot.Courier, surface func(context.Context) error, also ...func(context.Context) error) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	g, ctx := errgroup.WithContext(ctx)
	g.Go(func() error {
		defer stop()
		return surface(ctx)
	})
	g.Go(func() error {
		b := &bot.Bot{Poller: h.poller, Backlog: h.backlog, Courier: courier, Watchman: h.watch, Digests: &bot.Digests{Diary: h.store, Now: h.now, Log: h.log}, Log: h.log}
		return b.Run(ctx)
	})
	if h.relook != nil {
		g.Go(func() error { return h.relook.Run(ctx) })
	}
	for _, f := range also {
		g.Go(func() error { return f(ctx) })
	}
	done := make(chan error, 1)
	go func() { done <- g.Wait() }()
	select {
	case err := <-done:
		return quiet(err)
	case <-ctx.Done():
	}
	select {
	case err := <-done:
		return quiet(err)
	case <-time.After(stopWithin):
		h.log.Warn("stopped before everything had ended; it goes on at the next start")
		return nil
	}
}

// quiet takes a stop that was asked for as no error.
func quiet(err error) error {
	if errors.Is(err, context.Canceled) {
		return nil
	}
	return err
}

func consoleCommand() *cobra.Command {
	var path string
	c := &cobra.Command{
		Use:     "console --config FILE",
		Short:   "The same bot with the terminal as its Discord",
		Long:    "Polls the operator's own feeds and answers in the terminal. Alerts of watches\nwhose channel is console appear while one types; what Discord is owed stays.",
		Example: "  onrecord console --config config.yaml",
		Args:    noArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			h, err := quietHouse(c, path)
			if err != nil {
				return err
			}
			defer h.Close()
			if err := h.begin(c.Context(), "console"); err != nil {
				return err
			}
			surface := h.terminal(c.InOrStdin(), c.OutOrStdout())
			courier := h.courier(surface)
			push, err := h.push(c.Context(), true)
			if err != nil {
				return err
			}
			if err := h.live(c.Context(), courier, surface.Run, push); err != nil || c.Context().Err() != nil {
				return err
			}
			return h.settle(context.WithoutCancel(c.Context()), courier)
		},
	}
	return configFlag(c, &path)
}

// settle sends what the last commands have brought about.
func (h *house) settle(ctx context.Context, courier *bot.Courier) error {
	if _, err := h.backlog.Run(ctx); err != nil {
		return err
	}
	return courier.Drain(ctx, drainFor)
}

// drainFor is how far ahead what is owed at the end of the input is waited
// for: a backlog gathers for two seconds before it is sent.
const drainFor = 3 * time.Second

func (h *house) terminal(in io.Reader, out io.Writer) *console.Surface {
	return console.New(console.Detect(console.Config{
		Desk: h.desk, Zone: h.zone, Now: h.now, Log: h.log, In: in, Out: out,
		Locale: locales.FromEnvironment(os.Getenv), Tongue: h.desk.Tongue,
	}))
}

func pollCommand() *cobra.Command {
	var path string
	c := &cobra.Command{
		Use:     "poll --config FILE",
		Short:   "One cycle over the due feeds, then exit",
		Long:    "Visits every feed that is due (all of them the first time), reads and keeps what\nis new, and leaves the alerts in the outbox for run.",
		Example: "  onrecord poll --config config.yaml",
		Args:    noArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			h, err := quietHouse(c, path)
			if err != nil {
				return err
			}
			defer h.Close()
			return h.poll(c.Context(), c.OutOrStdout())
		},
	}
	return configFlag(c, &path)
}

// looksInPoll is how many pages one poll looks at again.
const looksInPoll = 60

func (h *house) poll(ctx context.Context, out io.Writer) error {
	if err := h.sync(ctx); err != nil {
		return err
	}
	visits, err := h.poller.Cycle(ctx)
	if err != nil {
		return err
	}
	looked := 0
	if h.relook != nil {
		if looked, err = h.relook.Cycle(ctx, looksInPoll); err != nil {
			return err
		}
	}
	if _, err := h.backlog.Run(ctx); err != nil {
		return err
	}
	fs, err := h.store.Feeds(ctx)
	if err != nil {
		return err
	}
	names := map[int64]string{}
	for _, f := range fs {
		names[f.ID] = nameOf(f.Name, f.URL)
	}
	failed := 0
	for _, v := range visits {
		fmt.Fprintln(out, visitLine(names[v.FeedID], v))
		if v.Problem != "" {
			failed++
		}
	}
	if looked > 0 {
		fmt.Fprintln(out, amountOf(looked, "page"), "looked at again")
	}
	switch {
	case len(visits) == 0:
		return h.tellNext(ctx, out)
	case failed == len(visits):
		return &statements.Problem{
			Text: statements.Say("None of the %s feeds could be read.", failed),
			Hint: statements.Say("The lines above say why; onrecord check tells more."),
		}
	}
	return nil
}

func (h *house) tellNext(ctx context.Context, out io.Writer) error {
	fs, err := h.store.Feeds(ctx)
	if err != nil {
		return err
	}
	if len(fs) == 0 {
		fmt.Fprintln(out, "There are no feeds. Name some under feeds.list, or add them with feed add.")
		return nil
	}
	next := fs[0]
	for _, f := range fs {
		if f.NextAt.Before(next.NextAt) {
			next = f
		}
	}
	fmt.Fprintf(out, "No feed is due. The next one is %s, at %s.\n", nameOf(next.Name, next.URL), next.NextAt.In(h.zone).Format("15:04:05"))
	return nil
}

// nameOf is what a feed is called: its name, or its address without a password.
func nameOf(name, address string) string {
	if name != "" {
		return name
	}
	if u, err := url.Parse(address); err == nil {
		return u.Redacted()
	}
	return address
}

// visitLine is one feed's line of poll.
func visitLine(name string, v statements.Visit) string {
	switch {
	case v.Problem != "":
		return fmt.Sprintf("%s: failed. %s", name, oneLine(v.Problem))
	case v.Unchanged:
		return name + ": nothing has changed"
	}
	return fmt.Sprintf("%s: %d items, %d new; kept %d articles, %d statements, %d alerts",
		name, v.Items, v.New, v.Articles, v.Statements, v.Alerts)
}
