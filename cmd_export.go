package main

import (
	"bufio"
	"context"
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"onrecord/handlers/export"
	"onrecord/statements"
)

func exportCommand() *cobra.Command {
	var path, format string
	c := &cobra.Command{
		Use:   "export --config FILE",
		Short: "The whole archive, one statement a line",
		Long: "Prints every statement of the archive, the oldest first: " + strings.Join(exportKeys, ", ") + ".\n" +
			"Statements with one cluster are reports of one utterance.",
		Example: "  onrecord export --config config.yaml --format jsonl\n" +
			"  onrecord export --config config.yaml --format csv > statements.csv",
		Args: noArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			begin, ok := exportFormats[format]
			if !ok {
				return usage(c, "--format is csv or jsonl, not %q.", format)
			}
			h, err := quietHouse(c, path)
			if err != nil {
				return err
			}
			defer h.Close()
			return exportAll(c.Context(), h.store, c.OutOrStdout(), begin)
		},
	}
	c.Flags().StringVar(&format, "format", "jsonl", "csv or jsonl")
	return configFlag(c, &path)
}

// exportLine is a statement as it is exported. Keys are never renamed, and what
// is unknown is null; new keys come at the end.
type exportLine struct {
	ID        int64           `json:"id"`
	Cluster   int64           `json:"cluster"`
	Speaker   *string         `json:"speaker"`
	SaidOn    statements.Date `json:"said_on"`
	Text      string          `json:"text"`
	URL       string          `json:"url"`
	Outlet    *string         `json:"outlet"`
	Published *string         `json:"published"`
}

var exportKeys = []string{"id", "cluster", "speaker", "said_on", "text", "url", "outlet", "published"}

// exportNumbers is how many of the keys, from the first, have numbers.
const exportNumbers = 2

func newExportLine(f statements.Found) exportLine {
	line := exportLine{
		ID: f.Statement.ID, Cluster: f.Cluster, Speaker: speakerOf(f.Statement), SaidOn: f.Statement.SaidOn,
		Text: f.Statement.Text(f.Article.Text), URL: f.Article.URL, Outlet: known(f.Article.Outlet),
	}
	line.Published, _ = moment(f.Article.Published)
	if line.Published != nil && f.Article.Published.DayOnly {
		day := f.Article.Published.Time.Format(time.DateOnly)
		line.Published = &day
	}
	return line
}

// cells are the line's values in the order of exportKeys; what is unknown is
// empty.
func (l exportLine) cells() []string {
	text := func(s *string) string {
		if s == nil {
			return ""
		}
		return *s
	}
	return []string{
		strconv.FormatInt(l.ID, 10), strconv.FormatInt(l.Cluster, 10), text(l.Speaker), l.SaidOn.String(),
		l.Text, l.URL, text(l.Outlet), text(l.Published),
	}
}

// exporter writes statements in one format. close ends the document and gives
// the first error that there was.
type exporter interface {
	put(line exportLine) error
	close() error
}

// exportFormats are how an archive can be written out.
var exportFormats = map[string]func(io.Writer) exporter{
	"jsonl": func(w io.Writer) exporter { return jsonLines{w} },
	"csv":   newTable,
}

type jsonLines struct{ w io.Writer }

func (j jsonLines) put(line exportLine) error { return writeJSON(j.w, line) }
func (jsonLines) close() error                { return nil }

// table writes comma-separated values, with a line of keys first.
type table struct{ *csv.Writer }

func newTable(w io.Writer) exporter {
	t := table{csv.NewWriter(w)}
	_ = t.Write(exportKeys) // close has its error
	return t
}

func (t table) put(line exportLine) error {
	cells := line.cells()
	for i := exportNumbers; i < len(cells); i++ {
		cells[i] = export.Inert(cells[i])
	}
	return t.Write(cells)
}

func (t table) close() error {
	t.Flush()
	return t.Error()
}

// reported is the archive as it is exported.
type reported interface {
	Reports(ctx context.Context, after int64, n int) ([]statements.Found, error)
}

// exportPage is how many statements are in memory at once.
const exportPage = 500

func exportAll(ctx context.Context, archive reported, out io.Writer, begin func(io.Writer) exporter) error {
	w := bufio.NewWriterSize(out, 1<<16)
	e := begin(w)
	for after := int64(0); ; {
		page, err := archive.Reports(ctx, after, exportPage)
		if err != nil {
			return fmt.Errorf("export: %w", err)
		}
		for _, f := range page {
			if err := e.put(newExportLine(f)); err != nil {
				return err
			}
			after = f.Statement.ID
		}
		if len(page) == 0 {
			break
		}
	}
	if err := e.close(); err != nil {
		return err
	}
	return w.Flush()
}
