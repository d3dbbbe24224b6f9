package handlers

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"onrecord/statements"
)

// Traces tells what became of what was read.
type Traces interface {
	// Trace tells a server of its own watches alone, and of those of the
	// configuration what they told that place.
	Trace(ctx context.Context, article int64, server, place string) (statements.Trace, error)
	// ArticleAt finds an article by its canonical address.
	ArticleAt(ctx context.Context, url string) (int64, error)
	// BroughtBy gives the feeds that brought an item known by that address.
	BroughtBy(ctx context.Context, url string) ([]statements.Carrier, error)
}

// why is the command: what became of an article, a statement or a message.
func (d *Desk) why(ctx context.Context, r Request) (Reply, error) {
	typed := r.Options["what"]
	if feed, ok := feedNamed(typed); ok {
		return d.whyFeed(ctx, r, feed)
	}
	switch {
	case isWeb(typed):
		return d.whyAddress(ctx, r, typed)
	case rowID(typed):
		return d.whyMessage(ctx, r, typed)
	}
	if feed, ok := feedRef(typed); ok {
		return d.whyFeed(ctx, r, fmt.Sprint(feed))
	}
	id, article, ok := parseRef(typed)
	if !ok {
		return Reply{}, &statements.Problem{Text: statements.Say("‘%s’ is neither a number on a card nor an address.", short(typed, mostName)),
			Hint: statements.Say("For example `why 48213`, `why A9917`, or the article's address with https://.")}
	}
	if article {
		return d.whyArticle(ctx, r, id, 0, typed)
	}
	f, err := d.Shelf.Statement(ctx, id)
	if errors.Is(err, statements.ErrNotFound) {
		return Reply{}, unknownNumber(typed)
	}
	if err != nil {
		return Reply{}, fmt.Errorf("read statement %d: %w", id, err)
	}
	return d.whyArticle(ctx, r, f.Article.ID, id, typed)
}

// whyArticle traces an article; of a statement it says more.
func (d *Desk) whyArticle(ctx context.Context, r Request, article, statement int64, typed string) (Reply, error) {
	in := r.in()
	t, err := d.Traces.Trace(ctx, article, seenFrom(r), r.Place)
	if errors.Is(err, statements.ErrNotFound) {
		return Reply{}, unknownNumber(typed)
	}
	if err != nil {
		return Reply{}, fmt.Errorf("trace: %w", err)
	}
	c, err := d.withReviews(ctx, r, statement, WhyCard(in, t, statement, r.Server != "", d.zone()))
	return private(c), err
}

// whyAddress traces an address. One that is not known may have come as an item
// of a feed all the same.
func (d *Desk) whyAddress(ctx context.Context, r Request, address string) (Reply, error) {
	in := r.in()
	canonical := address
	if d.Canonical != nil {
		canonical = d.Canonical(address)
	}
	id, err := d.Traces.ArticleAt(ctx, canonical)
	if err == nil {
		return d.whyArticle(ctx, r, id, 0, address)
	}
	if !errors.Is(err, statements.ErrNotFound) {
		return Reply{}, fmt.Errorf("look an address up: %w", err)
	}
	var brought []statements.Carrier
	for _, known := range uniqueStrings(canonical, address) {
		by, err := d.Traces.BroughtBy(ctx, known)
		if err != nil {
			return Reply{}, fmt.Errorf("look up who brought an address: %w", err)
		}
		brought = append(brought, by...)
	}
	return private(UnseenCard(in, address, brought, d.zone())), nil
}

// whyMessage traces the articles of a message that this place or server was
// owed; of another's it is not even said that it is there.
func (d *Desk) whyMessage(ctx context.Context, r Request, id string) (Reply, error) {
	unknown := &statements.Problem{Text: statements.Say("No message of this server has the number ‘%s’.", short(id, mostName)), Hint: statements.Say("Use the number after No. on its card.")}
	owed, err := d.Shelf.Delivery(ctx, strings.ToLower(id))
	if errors.Is(err, statements.ErrNotFound) {
		return Reply{}, unknown
	}
	if err != nil {
		return Reply{}, fmt.Errorf("read message %s: %w", id, err)
	}
	for _, e := range owed.Entries {
		if at(r, owed) || e.Watch.Server != "" && e.Watch.Server == seenFrom(r) {
			return d.whyArticle(ctx, r, e.Article.ID, 0, id)
		}
	}
	return Reply{}, unknown
}

func uniqueStrings(a, b string) []string {
	if a == b {
		return []string{a}
	}
	return []string{a, b}
}
