package handlers

import (
	"context"
	"errors"
	"fmt"
	"time"

	"onrecord/statements"
)

// feedExport gives all feeds as a list.
func (d *Desk) feedExport(ctx context.Context, r Request) (Reply, error) {
	in := r.in()
	fs, err := d.Feeds.Feeds(ctx)
	if err != nil {
		return Reply{}, fmt.Errorf("read the feeds: %w", err)
	}
	if len(fs) == 0 {
		return Reply{Private: true, Cards: FeedListCards(in, nil, nil, 1, d.now(), d.zone())}, nil
	}
	opml, hidden := d.Intake.WriteList(fs)
	reply := private(FeedsExportedCard(in, len(fs), hidden))
	reply.Files = []File{{Name: "feeds.opml", Type: "text/x-opml", Body: opml}}
	return reply, nil
}

// feedImport adds the feeds of a list.
func (d *Desk) feedImport(ctx context.Context, r Request) (Reply, error) {
	in := r.in()
	file, link := r.Options["file"], r.Options["url"]
	if link != "" {
		link = address(link)
	}
	switch {
	case (file == "") == (link == ""):
		return Reply{}, &statements.Problem{Text: statements.Say("An import needs a file or an address, one of them."),
			Hint: statements.Say("For example %s", example("feed import url https://harborcourier.example/feeds.opml"))}
	case link != "" && !isWeb(link):
		return Reply{}, &statements.Problem{Text: statements.Say("‘%s’ is no address of the web.", short(link, mostName)),
			Hint: statements.Say("It begins with https://, for example https://harborcourier.example/feeds.opml.")}
	}
	list, err := d.Intake.ReadList(ctx, file+link)
	if err != nil {
		return Reply{}, fmt.Errorf("read a list of feeds: %w", err)
	}
	done, err := d.ImportFeeds(ctx, list, r.User.Name)
	if err != nil {
		return Reply{}, err
	}
	return private(FeedsImportedCard(in, done)), nil
}

// lastMoment is what is left of a command's time when an import stops: it has
// to say how far it came.
const lastMoment = time.Second

// ImportFeeds adds the feeds of a list that are not read yet. Where ctx ends
// soon it stops and counts what is left: the next import of the same list goes
// on from there.
func (d *Desk) ImportFeeds(ctx context.Context, list statements.FeedList, by string) (FeedsImported, error) {
	done := FeedsImported{List: list}
	fs, err := d.Feeds.Feeds(ctx)
	if err != nil {
		return done, fmt.Errorf("read the feeds: %w", err)
	}
	there := map[string]bool{}
	for _, f := range fs {
		there[f.URL] = true
	}
	until, limited := ctx.Deadline()
	for i, l := range list.Feeds {
		if ctx.Err() != nil || limited && time.Until(until) < lastMoment {
			done.Left = len(list.Feeds) - i
			break
		}
		if there[l.URL] {
			done.There++
			continue
		}
		f, err := d.Feeds.AddFeed(ctx, statements.Feed{URL: l.URL, Name: short(l.Name, mostName), Origin: statements.OriginChat, By: by, NextAt: d.now()})
		switch {
		case errors.Is(err, statements.ErrExists):
			done.There++
		case err != nil:
			return done, fmt.Errorf("add a feed: %w", err)
		default:
			done.Added = append(done.Added, f)
		}
	}
	if len(done.Added) > 0 {
		d.changed()
	}
	return done, nil
}
