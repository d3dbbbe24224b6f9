package main

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"onrecord/bot/console"
	"onrecord/feeds"
	"onrecord/statements"
	"onrecord/statements/extract"
)

func extractCommand() *cobra.Command {
	var format, published, models, color string
	var why bool
	c := &cobra.Command{
		Use:   "extract [flags] FILE|URL|- ...",
		Short: "The statements in articles: who said what",
		Long: "Reads articles (plain text whose first line is the headline, or HTML) and prints\n" +
			"who said what in them: the article with speakers, words of saying and what was said\n" +
			"in colour, and below it each statement by its number. With jsonl, one line of JSON\n" +
			"a file; offsets are bytes.",
		Example: "  onrecord extract article.txt\n" +
			"  onrecord extract --why article.txt\n" +
			"  onrecord extract --format jsonl https://harborcourier.example/2026/11/21/herring\n" +
			"  cat article.txt | onrecord extract --published 2026-11-21 -",
		Args: func(c *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usage(c, "Nothing to read was named.")
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			if format != "text" && format != "jsonl" {
				return usage(c, "--format is text or jsonl, not %q.", format)
			}
			if color != "auto" && color != "always" && color != "never" {
				return usage(c, "--color is auto, always or never, not %q.", color)
			}
			var day statements.Date
			if published != "" {
				var err error
				if day, err = statements.ParseDate(published); err != nil {
					return usage(c, "--published: %s.", err)
				}
			}
			reader, err := extract.Open(models)
			if err != nil {
				return usage(c, "--model: %s.", err)
			}
			return extractAll(c, args, extraction{reader: reader, jsonl: format == "jsonl", day: day, why: why, color: color})
		},
	}
	c.Flags().StringVar(&format, "format", "text", "text or jsonl")
	c.Flags().StringVar(&models, "model", extract.English, "what reads English beside the rules: "+extract.English+" or "+extract.RulesOnly)
	c.Flags().BoolVar(&why, "why", false, "name the rule or the model that found each part")
	c.Flags().StringVar(&color, "color", "auto", "auto, always or never: colours in text")
	c.Flags().StringVar(&published, "published", "", "the day of publication, YYYY-MM-DD")
	return c
}

// extraction is how articles are read and their statements printed.
type extraction struct {
	reader extract.Reader
	jsonl  bool
	day    statements.Date // of publication; zero is what the page says
	why    bool
	color  string // auto, always or never
}

// extractAll reads every input; one that cannot be read does not keep the
// others from being read.
func extractAll(c *cobra.Command, names []string, e extraction) error {
	client, err := reader()
	if err != nil {
		return err
	}
	failed := 0
	for _, name := range names {
		err := extractOne(c, client, name, e)
		if err == nil {
			continue
		}
		failed++
		told := oneLine(sentences(err))
		if e.jsonl {
			if err := writeJSON(c.OutOrStdout(), failedJSON{name, told}); err != nil {
				return err
			}
			continue
		}
		fmt.Fprintln(c.ErrOrStderr(), told)
	}
	if failed == 0 {
		return nil
	}
	if !e.jsonl {
		return errSaid
	}
	return &statements.Problem{
		Text: statements.Say("%s of %s could not be read.", failed, len(names)),
		Hint: statements.Say("Their lines say why."),
	}
}

func extractOne(c *cobra.Command, client *feeds.Client, name string, e extraction) error {
	in, err := read(c.Context(), client, name, c.InOrStdin())
	if err != nil {
		return err
	}
	a, page, err := in.article()
	if err != nil {
		return err
	}
	if !e.day.IsZero() {
		a.Published = statements.Moment{Time: e.day.Time(), ZoneUnknown: true, DayOnly: true}
	}
	found := e.reader.Read(a)
	if e.jsonl {
		// Offsets count in the text: it comes along unless it is the file itself.
		line := newExtract(name, a, page != nil || a.Text != string(in.body), found)
		if e.why {
			line.explain(found)
		}
		return writeJSON(c.OutOrStdout(), line)
	}
	_, err = io.WriteString(c.OutOrStdout(), console.DrawReading(a, found, e.why, styled(c.OutOrStdout(), e.color))+"\n")
	return err
}

// styled is how to draw on out when that flag was given for colours.
func styled(out io.Writer, color string) console.Style {
	s := console.StyleOf(out)
	if color != "auto" {
		s.Color = color == "always"
	}
	return s
}
