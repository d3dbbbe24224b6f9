package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"time"

	"github.com/spf13/cobra"

	"onrecord/bot/console"
	"onrecord/handlers"
	"onrecord/statements"
)

func feedsCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "feeds export|import --config FILE [LIST]",
		Short: "The feeds as a list for other readers, and such a list as feeds",
		Args:  noArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			return usage(c, "%s needs export or import.", c.CommandPath())
		},
	}
	c.AddCommand(feedsExportCommand(), feedsImportCommand())
	return c
}

func feedsExportCommand() *cobra.Command {
	var path string
	c := &cobra.Command{
		Use:   "export --config FILE [LIST]",
		Short: "Write the feeds as OPML, into a file or to standard output",
		Long:  "Passwords in addresses are left out.",
		Example: "  onrecord feeds export --config config.yaml feeds.opml\n" +
			"  onrecord feeds export --config config.yaml > feeds.opml",
		Args: func(c *cobra.Command, args []string) error {
			if len(args) > 1 {
				return usage(c, "%s takes one file, not %s.", c.CommandPath(), len(args))
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			h, err := quietHouse(c, path)
			if err != nil {
				return err
			}
			defer h.Close()
			if err := h.sync(c.Context()); err != nil {
				return err
			}
			return h.exportFeeds(c.Context(), c.OutOrStdout(), c.ErrOrStderr(), args)
		},
	}
	return configFlag(c, &path)
}

func (h *house) exportFeeds(ctx context.Context, out, told io.Writer, to []string) error {
	fs, err := h.store.Feeds(ctx)
	if err != nil {
		return err
	}
	opml, hidden := h.desk.Intake.WriteList(fs)
	if hidden > 0 {
		fmt.Fprintf(told, "The passwords in %d addresses are left out.\n", hidden)
	}
	if len(to) == 0 || to[0] == "-" {
		_, err := out.Write(opml)
		return err
	}
	if err := os.WriteFile(to[0], opml, 0o600); err != nil {
		return &statements.Problem{Text: statements.Say("%s cannot be written: %s.", to[0], reason(err)), Hint: statements.Say("Name another file, or none for standard output.")}
	}
	fmt.Fprintf(out, "%d feeds are in %s.\n", len(fs), to[0])
	return nil
}

func feedsImportCommand() *cobra.Command {
	var path string
	c := &cobra.Command{
		Use:   "import --config FILE LIST",
		Short: "Add the feeds of OPML, or of a text with an address a line",
		Long:  "LIST is a file or an address. Feeds that are read already are passed over; the\nothers are read by run, and what is in them then is kept without alerts.",
		Example: "  onrecord feeds import --config config.yaml feeds.opml\n" +
			"  onrecord feeds import --config config.yaml https://harborcourier.example/feeds.opml",
		Args: oneArg("list"),
		RunE: func(c *cobra.Command, args []string) error {
			h, err := quietHouse(c, path)
			if err != nil {
				return err
			}
			defer h.Close()
			if err := h.sync(c.Context()); err != nil {
				return err
			}
			return h.importFeeds(c.Context(), c.OutOrStdout(), args[0])
		},
	}
	return configFlag(c, &path)
}

func (h *house) importFeeds(ctx context.Context, out io.Writer, name string) error {
	list, err := h.desk.Intake.ReadList(ctx, name)
	if err != nil {
		return err
	}
	done, err := h.desk.ImportFeeds(ctx, list, handlers.Operator)
	if err != nil {
		return err
	}
	in := whoReads()
	_, err = io.WriteString(out, console.Draw(handlers.FeedsImportedCard(in, done), console.Style{Tongue: in, Now: h.now(), Zone: h.zone}))
	return err
}

// printCandidates shows the feeds that an address led to, for feed.
func printCandidates(w io.Writer, address string, found []statements.Candidate) {
	fmt.Fprintf(w, "%s is no feed, and leads to:\n", plain(address))
	for _, c := range found {
		fmt.Fprintf(w, "\n%s\n", plain(nameOf(c.Title, c.URL)))
		row(w, "Feed", nameOf("", c.URL))
		row(w, "Format", c.Format)
		row(w, "Language", c.Lang)
		row(w, "Items", fmt.Sprint(c.Items))
		if c.Every > 0 {
			row(w, "Every", c.Every.Round(time.Minute).String())
		}
		row(w, "Newest", when(c.Newest))
		row(w, "Found", c.Reason)
		for _, h := range c.Recent {
			fmt.Fprintf(w, "  - %s\n", plain(h.Title))
		}
	}
}
