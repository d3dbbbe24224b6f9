package main

import (
	"fmt"
	"io"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

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
	var config string
	c := &cobra.Command{
		Use:   "article [flags] FILE|URL",
		Short: "What the bot sees of a page",
		Long:  "With --config also what is on record of it, and what became of that at later\nlooks.",
		Example: "  onrecord article https://harborcourier.example/2026/11/21/herring\n" +
			"  onrecord article --json page.html",
		Args: oneArg("page"),
		RunE: func(c *cobra.Command, args []string) error {
			client, err := reader()
			if err != nil {
				return err
			}
			in, err := read(c.Context(), client, args[0], c.InOrStdin())
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
			if page != nil {
				printPage(c, client, in, a, page)
			} else {
				printArticle(c.OutOrStdout(), a)
			}
			if config != "" {
				return printRecord(c, config, a.URL, in.url)
			}
			return nil
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	c.Flags().StringVar(&config, "config", "", "the configuration `file` of the archive to look into")
	return c
}

func printArticle(w io.Writer, a statements.Article) {
	row(w, "Title", a.Title)
	row(w, "Outlet", a.Outlet)
	row(w, "Language", a.Lang)
	row(w, "Address", a.URL)
	row(w, "Text", amount(a.Text))
	fmt.Fprintf(w, "\n%s\n", plain(a.Text))
}

// printPage tells what came of a page, from where and why so, before its text.
func printPage(c *cobra.Command, client *feeds.Client, in input, a statements.Article, p *feeds.Page) {
	w, o := c.OutOrStdout(), feeds.OriginsOf(p, in.body, in.contentType, in.url)
	found(w, "Title", a.Title, o.Title)
	found(w, "Byline", a.Byline, o.Byline)
	found(w, "Published", when(a.Published), o.Published)
	row(w, "Outlet", a.Outlet)
	row(w, "Language", a.Lang)
	row(w, "Address", a.URL)
	if p.Canonical != "" && p.Canonical != a.URL {
		row(w, "Known as", p.Canonical)
	}
	row(w, "Encoding", o.Encoding)
	row(w, "Text", amount(a.Text))
	switch {
	case p.Partial != "":
		row(w, "Whole", "no: "+p.Partial)
	default:
		row(w, "Whole", "yes, as far as the page shows")
	}
	if in.url != "" {
		row(w, "Robots", map[bool]string{true: "may read this page", false: "are asked not to read this page, so the bot would not"}[client.MayRead(c.Context(), in.url)])
	}
	fmt.Fprintf(w, "\n%s\n", plain(a.Text))
}

// found is a row with where its value comes from; of what is not there the
// absence is told.
func found(w io.Writer, name, value string, o feeds.Origin) {
	if value == "" {
		value = "not given"
	}
	row(w, name, value)
	if o.From != "" {
		row(w, "", "from "+o.From+" ("+string(o.Sure)+")")
	}
}

// amount is how much text there is.
func amount(text string) string {
	paragraphs := 0
	for _, p := range strings.Split(text, "\n\n") {
		if strings.TrimSpace(p) != "" {
			paragraphs++
		}
	}
	return fmt.Sprintf("%d characters in %d paragraphs", utf8.RuneCountInString(text), paragraphs)
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
			if err != nil && webAddress(args[0]) && !asJSON {
				return findInstead(c, args[0])
			}
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
			printFeed(c.OutOrStdout(), d, feeds.OriginsOfFeed(d, in.body, in.contentType), hubOf(in))
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

func printFeed(w io.Writer, d *feeds.Document, o feeds.FeedOrigins, hub string) {
	row(w, "Feed", d.Title)
	row(w, "Address", d.Link)
	row(w, "Format", o.Format)
	row(w, "Encoding", o.Encoding)
	row(w, "Items", itemsOf(len(d.Items), o))
	row(w, "Dates", datesOf(o))
	row(w, "Mended", strings.Join(o.Mended, "; "))
	row(w, "Push", hub)
	for _, i := range d.Items {
		fmt.Fprintf(w, "\n%s\n", plain(i.Title))
		row(w, "Published", when(i.Published))
		row(w, "Author", i.Author)
		row(w, "Link", i.Link)
	}
}

// itemsOf is how many items a feed has, and how they are told apart.
func itemsOf(n int, o feeds.FeedOrigins) string {
	out := fmt.Sprint(n)
	if o.Unnamed > 0 {
		out += fmt.Sprintf(", %d of them without an id and a link: known by their words", o.Unnamed)
	}
	return out
}

// datesOf is how the dates of a feed's items could be read.
func datesOf(o feeds.FeedOrigins) string {
	var parts []string
	for _, p := range []struct {
		n    int
		what string
	}{{o.Zoned, "with clock and zone"}, {o.Unzoned, "without a zone: the hour may be off"}, {o.Days, "of a day alone"}, {o.Undated, "not given or not readable"}} {
		if p.n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", p.n, p.what))
		}
	}
	return strings.Join(parts, ", ")
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
