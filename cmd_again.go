package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"onrecord/feeds"
	"onrecord/statements"
	"onrecord/store"
)

// printRecord tells what is on record of an article under any of its addresses:
// when it was read, what later looks found, and what its outlet has changed.
func printRecord(c *cobra.Command, config string, addresses ...string) error {
	h, err := quietHouse(c, config)
	if err != nil {
		return err
	}
	defer h.Close()
	w := c.OutOrStdout()
	fmt.Fprintln(w)
	t, err := traceOf(c.Context(), h.store, addresses)
	if errors.Is(err, statements.ErrNotFound) {
		row(w, "On record", "no")
		return nil
	}
	if err != nil {
		return err
	}
	at := func(m time.Time) string { return m.In(h.zone).Format("2 Jan 2006 15:04 MST") }
	row(w, "On record", fmt.Sprintf("as A%d, read %s, %s", t.Article.ID, at(t.Article.Fetched), amountOf(len(t.Statements), "statement")))
	for _, l := range t.Looks {
		row(w, "Again", at(l.At)+": "+string(l.Sight))
	}
	for _, f := range t.Statements {
		ch := f.Changed
		if ch == nil {
			continue
		}
		row(w, fmt.Sprintf("No. %d", f.Statement.ID), fmt.Sprintf("%s, seen %s", ch.Deed, at(ch.At)))
		row(w, "", "was "+f.Statement.Speaker+": "+f.Statement.Text(f.Article.Text))
		if len(ch.Now.Content) > 0 {
			row(w, "", "is "+ch.Now.Speaker+": "+ch.Now.Text(ch.Text))
		}
		row(w, "", ch.Note.Of(ch.Text))
	}
	return nil
}

func traceOf(ctx context.Context, s *store.Store, addresses []string) (statements.Trace, error) {
	for _, a := range addresses {
		id, err := s.ArticleAt(ctx, feeds.Canonical(a))
		if err == nil {
			return s.Trace(ctx, id, "", "")
		}
		if !errors.Is(err, statements.ErrNotFound) {
			return statements.Trace{}, err
		}
	}
	return statements.Trace{}, statements.ErrNotFound
}

// amountOf writes a number with its noun.
func amountOf(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
