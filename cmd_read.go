package main

import (
	"fmt"
	"io"
	"strings"
	"time"
	"unicode"

	"github.com/spf13/cobra"

	"onrecord/feeds"
	"onrecord/statements"
)

// readOne brings the only input of a command.
func readOne(c *cobra.Command, name string) (input, error) {
	client, err := reader()
	if err != nil {
		return input{}, err
	}
	return read(c.Context(), client, name, c.InOrStdin())
}

func articleCommand() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:   "article [flags] FILE|URL",
		Short: "What the bot sees of a page",
		Example: "  onrecord article https://harborcourier.example/2026/11/21/herring\n" +
			"  onrecord article --json page.html",
		Args: oneArg("page"),
		RunE: func(c *cobra.Command, args []string) error {
			in, err := readOne(c, args[0])
			if err != nil {
				return err
			}
			a, page, err := in.article()
			if err != nil {
				return err
			}
			if page != nil {
				a.Text = page.Body // the headline has a line of its own
			}
			if asJSON {
				return writeJSON(c.OutOrStdout(), newArticle(a))
			}
			printArticle(c.OutOrStdout(), a)
			return nil
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return c
}

func printArticle(w io.Writer, a statements.Article) {
	row(w, "Title", a.Title)
	row(w, "Byline", a.Byline)
	row(w, "Outlet", a.Outlet)
	row(w, "Published", when(a.Published))
	row(w, "Language", a.Lang)
	row(w, "Address", a.URL)
	fmt.Fprintf(w, "\n%s\n", plain(a.Text))
}

func feedCommand() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:     "feed [flags] FILE|URL",
		Short:   "What the bot sees of a feed, or the feeds that a page leads to",
		Example: "  onrecord feed https://harborcourier.example/feed.xml\n  onrecord feed feed.xml --json",
		Args:    oneArg("feed"),
		RunE: func(c *cobra.Command, args []string) error {
			in, err := readOne(c, args[0])
			if err != nil {
				return err
			}
			d, err := feeds.ParseFeed(in.body, in.contentType, in.url)
			if err != nil && in.url != "" && !asJSON {
				return findInstead(c, args[0])
			}
			if err != nil {
				return err
			}
			if asJSON {
				return writeJSON(c.OutOrStdout(), newFeed(d))
			}
			printFeed(c.OutOrStdout(), d)
			return nil
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return c
}

// findInstead shows the feeds that the address of a page leads to.
func findInstead(c *cobra.Command, address string) error {
	client, err := reader()
	if err != nil {
		return err
	}
	found, err := newIntake(client, time.Now).Find(c.Context(), address)
	if err != nil {
		return err
	}
	printCandidates(c.OutOrStdout(), address, found)
	return nil
}

func printFeed(w io.Writer, d *feeds.Document) {
	row(w, "Feed", d.Title)
	row(w, "Address", d.Link)
	row(w, "Items", fmt.Sprint(len(d.Items)))
	for _, i := range d.Items {
		fmt.Fprintf(w, "\n%s\n", plain(i.Title))
		row(w, "Published", when(i.Published))
		row(w, "Author", i.Author)
		row(w, "Link", i.Link)
	}
}

// plain is text from outside without what would steer a terminal or turn the
// reading direction round.
func plain(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Bidi_Control, r) || unicode.IsControl(r) && r != '\n' && r != '\t' {
			return -1
		}
		return r
	}, s)
}

func row(w io.Writer, name, value string) {
	if value != "" {
		fmt.Fprintf(w, "  %-10s %s\n", name, plain(value))
	}
}

// when is a moment for people.
func when(m statements.Moment) string {
	switch {
	case m.IsZero():
		return "not given"
	case m.DayOnly:
		return m.Time.Format("Mon 2 Jan 2006")
	case m.ZoneUnknown:
		return m.Time.Format("Mon 2 Jan 2006 15:04") + ", zone not given"
	}
	return m.Time.Format("Mon 2 Jan 2006 15:04 -07:00")
}
