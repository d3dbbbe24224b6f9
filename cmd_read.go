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
	"onrecord/statements/extract"
)

func extractCommand() *cobra.Command {
	var format, published, models string
	c := &cobra.Command{
		Use:   "extract [flags] FILE|URL|- ...",
		Short: "The statements in articles: who said what",
		Long: "Reads articles (plain text whose first line is the headline, or HTML) and prints\n" +
			"who said what in them. With jsonl, one line of JSON a file; offsets are bytes.",
		Example: "  onrecord extract article.txt\n" +
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
			return extractAll(c, reader, args, format == "jsonl", day)
		},
	}
	c.Flags().StringVar(&format, "format", "text", "text or jsonl")
	c.Flags().StringVar(&models, "model", extract.English, "what reads English beside the rules: "+extract.English+" or "+extract.RulesOnly)
	c.Flags().StringVar(&published, "published", "", "the day of publication, YYYY-MM-DD")
	return c
}

// extractAll reads every input; one that cannot be read does not keep the
// others from being read.
func extractAll(c *cobra.Command, r extract.Reader, names []string, jsonl bool, day statements.Date) error {
	client, err := reader()
	if err != nil {
		return err
	}
	failed := 0
	for _, name := range names {
		err := extractOne(c, r, client, name, jsonl, day)
		if err == nil {
			continue
		}
		failed++
		told := oneLine(sentences(err))
		if jsonl {
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
	if !jsonl {
		return errSaid
	}
	return &statements.Problem{
		Text: fmt.Sprintf("%d of %d could not be read.", failed, len(names)),
		Hint: "Their lines say why.",
	}
}

func extractOne(c *cobra.Command, r extract.Reader, client *feeds.Client, name string, jsonl bool, day statements.Date) error {
	in, err := read(c.Context(), client, name, c.InOrStdin())
	if err != nil {
		return err
	}
	a, page, err := in.article()
	if err != nil {
		return err
	}
	if !day.IsZero() {
		a.Published = statements.Moment{Time: day.Time(), ZoneUnknown: true, DayOnly: true}
	}
	found := r.Read(a)
	if jsonl {
		// Offsets count in the text: it comes along unless it is the file itself.
		return writeJSON(c.OutOrStdout(), newExtract(name, a, page != nil || a.Text != string(in.body), found))
	}
	printStatements(c.OutOrStdout(), a, found)
	return nil
}

func printStatements(w io.Writer, a statements.Article, found []statements.Statement) {
	fmt.Fprintf(w, "%s\n", plain(a.Title))
	if len(found) == 0 {
		fmt.Fprintf(w, "\n  Nobody is on record in this text.\n")
	}
	for _, s := range found {
		bar, who := "~", s.Speaker
		if s.Kind != statements.Indirect {
			bar = "│"
		}
		if who == "" {
			who = "Unnamed"
		}
		if s.Role != "" {
			who += ", " + s.Role
		}
		if !s.SaidOn.IsZero() {
			who += " · " + s.SaidOn.String()
		}
		fmt.Fprintf(w, "\n  %s %s\n  %s · %s\n", bar, plain(oneLine(s.Text(a.Text))), plain(who), s.Kind)
	}
	fmt.Fprintln(w)
}

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
