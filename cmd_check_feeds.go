package main

import (
	"context"
	"fmt"
	"strings"

	"onrecord/statements"
)

// lastVisits is how many results are told of a feed that needs somebody.
const lastVisits = 3

// checkFeeds tries the configuration's feeds, and tells of all feeds how they
// have been.
func (h *house) checkFeeds(ctx context.Context, r *report) {
	if len(h.config.Feeds.List) == 0 {
		r.note("feeds", "None are in the configuration. Name some under feeds.list, or add them with /feed add.")
	}
	for _, f := range h.config.Feeds.List {
		what := "feed " + nameOf(f.Name, f.URL)
		title, items, err := h.try(ctx, f.URL)
		if err != nil {
			r.bad(what, err)
			continue
		}
		r.good(what, fmt.Sprintf("%s, %d items", title, items))
	}
	h.checkPush(ctx, r)
	if err := h.checkHealth(ctx, r); err != nil {
		r.bad("health", err)
	}
}

// checkHealth has a line for every feed that was visited, and the last results
// of those that need somebody.
func (h *house) checkHealth(ctx context.Context, r *report) error {
	fs, err := h.store.Feeds(ctx)
	if err != nil {
		return err
	}
	now := h.now()
	yields, err := h.store.Yields(ctx, now)
	if err != nil {
		return err
	}
	for _, f := range fs {
		s := f.State(yields[f.ID], now, h.zone)
		if s.Kind == statements.FeedUnread {
			continue
		}
		what := "health " + nameOf(f.Name, f.URL)
		r.note(what, s.In(h.zone, now)+yieldLine(yields[f.ID]))
		if !s.Sick() {
			continue
		}
		visits, err := h.store.Visits(ctx, f.ID, lastVisits)
		if err != nil {
			return err
		}
		for _, v := range visits {
			r.note(what, "  "+v.At.In(h.zone).Format("2 Jan 15:04")+" "+result(v))
		}
	}
	return nil
}

// yieldLine is what a feed has brought in a week, against its norm.
func yieldLine(y statements.Yield) string {
	if len(y.Weeks) == 0 {
		return ""
	}
	line := "; in a week " + harvest(y.Weeks[0])
	if usual, ok := y.Norm(); ok {
		line += ", usually " + harvest(usual)
	}
	return line
}

func harvest(h statements.Harvest) string {
	out := fmt.Sprintf("%d items, %d articles, %d statements", h.Items, h.Articles, h.Statements)
	if h.Stubs > 0 {
		out += fmt.Sprintf(" (%d without their text)", h.Stubs)
	}
	return out
}

// result is one visit in words.
func result(v statements.Visit) string {
	if v.Problem != "" {
		return strings.TrimSuffix(v.Problem, " It will be tried again.")
	}
	return fmt.Sprintf("%d items, %d new; kept %d articles, %d statements", v.Items, v.New, v.Articles, v.Statements)
}
