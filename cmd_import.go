package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/spf13/cobra"

	"onrecord/feeds/gather"
	"onrecord/statements"
)

// importPace is how far apart requests to one host begin, unless the operator
// says else.
const importPace = time.Second

func importCommand() *cobra.Command {
	var path, outlet, published string
	var pace time.Duration
	var teasers bool
	c := &cobra.Command{
		Use:   "import [--config FILE] PATH|URL...",
		Short: "Articles, pages, feeds and archives of them into the store, without alerts",
		Long: "Reads text (the first line is the headline), HTML, feeds, OPML, lists of addresses,\n" +
			"folders of all that, .gz, .zip and .tar. Nobody is alerted. What is stored already\n" +
			"is not read again: an import that was broken off is simply started again.\n\n" +
			"The day of a text is taken from lines between two of three dashes at its top\n" +
			"(date: 2019-03-04), else from its name or folders (2019-03-04-talks.txt, 2019/03/04).",
		Example: "  onrecord import --config config.yaml archive/\n" +
			"  onrecord import --config config.yaml --outlet \"Harbor Courier\" 2019.zip feed.xml\n" +
			"  onrecord import --config config.yaml addresses.txt https://harborcourier.example/feed.xml",
		Args: func(c *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usage(c, "Nothing to import was named.")
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			day, err := publishedFlag(c, published)
			if err != nil {
				return err
			}
			config := Defaults()
			if path != "" {
				if config, err = readConfig(path); err != nil {
					return err
				}
			}
			h, err := build(c.Context(), config, silent(), time.Now)
			if err != nil {
				return err
			}
			defer h.Close()
			h.ingest.Silent = true
			return h.importAll(c, &gather.Gatherer{
				Client: h.client, Keep: h.ingest.Keep, Known: h.store.Known, Notes: h.store,
				Teasers: teasers, Pace: pace, Outlet: outlet, Published: day, Now: h.now,
			}, args)
		},
	}
	c.Flags().StringVar(&path, "config", "", "the configuration file; the defaults without one")
	c.Flags().StringVar(&outlet, "outlet", "", "the outlet of what names none; its folder without this")
	c.Flags().StringVar(&published, "published", "", "the day of what has none, YYYY-MM-DD")
	c.Flags().DurationVar(&pace, "pace", importPace, "how far apart requests to one host begin")
	c.Flags().BoolVar(&teasers, "teasers", false, "keep of feeds what stands in them; fetch no pages for it")
	return c
}

// publishedFlag reads a --published.
func publishedFlag(c *cobra.Command, typed string) (statements.Date, error) {
	if typed == "" {
		return statements.Date{}, nil
	}
	day, err := statements.ParseDate(typed)
	if err != nil {
		return day, usage(c, "--published: %s.", err)
	}
	return day, nil
}

// importAll runs the import and tells what became of it.
func (h *house) importAll(c *cobra.Command, g *gather.Gatherer, names []string) error {
	begun := time.Now()
	stop := showProgress(c.ErrOrStderr(), g.Progress)
	results, err := g.Run(c.Context(), names)
	stop()
	refused := tellImport(c.OutOrStdout(), c.ErrOrStderr(), results, time.Since(begun))
	switch {
	case errors.Is(err, context.Canceled):
		fmt.Fprintln(c.ErrOrStderr(), "The import was broken off. Start it again to go on; what is kept is not read again.")
		return err
	case err != nil:
		return fmt.Errorf("import: %w", err)
	case refused > 0:
		return errSaid
	}
	return nil
}

// tellImport prints why each refused piece was refused, then a line for every
// name, then the sum.
func tellImport(out, errOut io.Writer, results []gather.Result, took time.Duration) (refused int) {
	var sum gather.Result
	for _, r := range results {
		for _, n := range r.Refused {
			fmt.Fprintf(errOut, "%s: refused. %s\n", plain(oneLine(n.Name)), plain(oneLine(sentences(n.Why))))
		}
		refused += len(r.Refused)
		sum.Kept += r.Kept
		sum.Statements += r.Statements
		sum.Known += r.Known
		fmt.Fprintf(out, "%s: kept %d articles with %d statements, %d known, %d refused\n",
			plain(oneLine(r.Name)), r.Kept, r.Statements, r.Known, len(r.Refused))
	}
	rate := ""
	if s := took.Seconds(); sum.Kept > 0 && s > 0 {
		rate = fmt.Sprintf(" in %s, %.1f articles/s", took.Round(100*time.Millisecond), float64(sum.Kept)/s)
	}
	fmt.Fprintf(out, "Kept %d articles with %d statements%s; %d known, %d refused\n", sum.Kept, sum.Statements, rate, sum.Known, refused)
	return refused
}
