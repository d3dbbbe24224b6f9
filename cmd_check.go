package main

import (
	"context"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"onrecord/bot/discord"
	"onrecord/statements"
)

func checkCommand() *cobra.Command {
	var path string
	c := &cobra.Command{
		Use:     "check --config FILE",
		Short:   "Says what is wrong with the configuration, the token, the rights, the feeds",
		Long:    "Tries everything that run would use and prints a line for each. The invite link\nof the bot is among them. Exit status 1 if anything is wrong.",
		Example: "  onrecord check --config config.yaml",
		Args:    noArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			config, err := configured(c, path)
			if err != nil {
				return err
			}
			r := &report{out: c.OutOrStdout()}
			r.good("configuration", path)
			return checkAll(c.Context(), config, r)
		},
	}
	return configFlag(c, &path)
}

// report prints what was tried and counts what was wrong.
type report struct {
	out   io.Writer
	wrong int
}

func (r *report) good(what, how string) {
	fmt.Fprintf(r.out, "ok     %-14s %s\n", what, oneLine(how))
}

func (r *report) bad(what string, err error) {
	r.wrong++
	fmt.Fprintf(r.out, "wrong  %-14s %s\n", what, oneLine(sentences(err)))
}

func (r *report) note(what, how string) {
	fmt.Fprintf(r.out, "note   %-14s %s\n", what, oneLine(how))
}

func checkAll(ctx context.Context, config Config, r *report) error {
	h, err := build(ctx, config, silent(), time.Now)
	if err != nil {
		r.bad("store", err)
	} else {
		defer h.Close()
		h.checkStore(ctx, r)
		h.checkFeeds(ctx, r)
		h.checkEmbeddings(ctx, r)
	}
	checkDiscord(ctx, config, r)
	if r.wrong > 0 {
		return &statements.Problem{
			Text: statements.Say("%s of the checks went wrong.", r.wrong),
			Hint: statements.Say("Each line that begins with wrong says what to do."),
		}
	}
	return nil
}

func (h *house) checkStore(ctx context.Context, r *report) {
	c, err := h.store.Coverage(ctx)
	if err != nil {
		r.bad("store", err)
		return
	}
	r.good("store", fmt.Sprintf("%d articles and %d statements on record", c.Articles, c.Statements))
}

func checkDiscord(ctx context.Context, config Config, r *report) {
	token := config.Bot.Discord.Token()
	if token == "" {
		r.bad("token", &statements.Problem{
			Text: statements.Say("There is no Discord token in the environment variable %s.", config.Bot.Discord.TokenEnv),
			Hint: statements.Say("Set it to the bot's token; poll, ask and console work without."),
		})
		return
	}
	s, err := discord.New(discord.Config{Token: token, APIURL: config.Bot.Discord.API(), Log: silent()})
	if err != nil {
		r.bad("token", err)
		return
	}
	var channels []string
	for _, w := range config.watches() {
		if strings.HasPrefix(w.Place, "discord:") {
			channels = append(channels, w.Place)
		} else {
			r.note("watch", fmt.Sprintf("%s goes to the console: run never sends it.", w.Name()))
		}
	}
	found, err := s.Check(ctx, channels)
	if err != nil {
		r.bad("token", err)
		return
	}
	r.good("token", "the bot is "+found.Name)
	r.note("invite", found.Invite)
	for _, place := range channels {
		if p := found.Places[place]; p != nil {
			r.bad(place, p)
			continue
		}
		r.good(place, "the bot can post there")
	}
}
