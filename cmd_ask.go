package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"onrecord/bot/console"
	"onrecord/handlers"
	"onrecord/handlers/locales"
	"onrecord/statements"
	"onrecord/statements/ask"
)

func askCommand() *cobra.Command {
	var path, now string
	var asJSON bool
	var limit int
	c := &cobra.Command{
		Use:     "ask --config FILE QUESTION",
		Short:   "One question to the archive",
		Long:    "Answers with verbatim, dated, linked quotes, or says that nothing is on record\nand what comes nearest.",
		Example: "  onrecord ask --config config.yaml what did Solheim say about the quota since May\n  onrecord ask --config config.yaml --json --limit 20 --now 2026-11-21 \"Solheim on herring\"",
		RunE: func(c *cobra.Command, args []string) error {
			config, err := configured(c, path)
			if err != nil {
				return err
			}
			if limit < 1 || limit > maxAnswers {
				return usage(c, "--limit is a number from 1 to %s, not %s.", maxAnswers, limit)
			}
			clock, err := clockAt(c, now, config)
			if err != nil {
				return err
			}
			h, err := build(c.Context(), config, silent(), clock)
			if err != nil {
				return err
			}
			defer h.Close()
			return h.ask(c.Context(), c.OutOrStdout(), strings.Join(args, " "), limit, asJSON)
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	c.Flags().IntVar(&limit, "limit", 5, "at most so many answers")
	c.Flags().StringVar(&now, "now", "", "the day that counts as today, YYYY-MM-DD")
	return configFlag(c, &path)
}

const maxAnswers = 50

// clockAt is a clock that stands at noon of a day, or the real one.
func clockAt(c *cobra.Command, day string, config Config) (func() time.Time, error) {
	if day == "" {
		return time.Now, nil
	}
	d, err := statements.ParseDate(day)
	if err != nil {
		return nil, usage(c, "--now: %s.", err)
	}
	zone, err := time.LoadLocation(config.Handlers.TimeZone)
	if err != nil {
		return nil, err
	}
	noon := time.Date(d.Year, d.Month, d.Day, 12, 0, 0, 0, zone)
	return func() time.Time { return noon }, nil
}

func (h *house) ask(ctx context.Context, out io.Writer, question string, limit int, asJSON bool) error {
	found, err := h.desk.Find(ctx, handlers.Question{Text: question})
	if err != nil {
		return err
	}
	if err := h.desk.Carried(ctx, found, limit); err != nil {
		return err
	}
	if asJSON {
		return writeJSON(out, newAnswers(question, found, limit))
	}
	style := h.style(out)
	card := handlers.AnswerCard(style.Tongue, found.Answered(limit))
	card.Buttons = nil // what they do needs a question that was kept
	_, err = fmt.Fprintln(out, console.Draw(card, style))
	return err
}

// whoReads is the language of whoever sits at this machine.
func whoReads() locales.Tongue { return locales.Of(locales.FromEnvironment(os.Getenv)) }

// style is how cards look on out.
func (h *house) style(out io.Writer) console.Style {
	d := console.Detect(console.Config{Out: out})
	return console.Style{Tongue: whoReads(), Width: d.Width, Color: d.Color, ASCII: d.ASCII, Now: h.now(), Zone: h.zone}
}

func newAnswers(question string, f handlers.Found, limit int) answersJSON {
	out := answersJSON{
		Question: question,
		Query:    queryJSON{Speakers: []string{}, Topic: []string{}, Since: f.Query.Since, Until: f.Query.Until},
		Answers:  []answerJSON{}, Nothing: len(f.Ranked.Answers) == 0, Told: f.Ranked.Told,
		Coverage: newCoverage(f.Coverage),
	}
	for _, s := range f.Query.Speakers {
		out.Query.Speakers = append(out.Query.Speakers, s.Name)
	}
	out.Query.Order = string(f.Query.Order)
	for _, r := range f.Query.ReadAs {
		out.Query.ReadAs = append(out.Query.ReadAs, readAsJSON(r))
	}
	for _, t := range f.Query.Topic {
		out.Query.Topic = append(out.Query.Topic, t.Words)
	}
	for _, a := range f.Ranked.Answers[:min(limit, len(f.Ranked.Answers))] {
		out.Answers = append(out.Answers, newAnswer(a.Found))
	}
	if out.Nothing {
		out.Nearest = nearest(f.Ranked.Nearest)
		for _, s := range f.Alike {
			out.DidYouMean = append(out.DidYouMean, s.Name)
		}
	}
	return out
}

func nearest(near []ask.Near) []answerJSON {
	out := make([]answerJSON, 0, len(near))
	for _, n := range near {
		out = append(out, newAnswer(n.Found))
	}
	return out
}
