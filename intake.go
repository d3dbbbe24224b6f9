package main

import (
	"context"
	"net/url"
	"strings"
	"time"

	"onrecord/feeds"
	"onrecord/feeds/discover"
	"onrecord/feeds/lists"
	"onrecord/statements"
)

// intake is what the desk and the commands look out for feeds with.
type intake struct {
	client *feeds.Client
	finder *discover.Finder
}

// findWithin is how long a search for feeds may take: a command has ten
// seconds.
const findWithin = 8 * time.Second

func newIntake(c *feeds.Client, now func() time.Time) intake {
	return intake{c, &discover.Finder{Web: c, Within: findWithin, Now: now}}
}

func (i intake) Find(ctx context.Context, address string) ([]statements.Candidate, error) {
	return i.finder.Find(ctx, address)
}

func (i intake) ReadList(ctx context.Context, address string) (statements.FeedList, error) {
	name := address
	if u, err := url.Parse(address); err == nil && u.Scheme == "file" {
		name = u.Path
	}
	in, err := read(ctx, i.client, name, strings.NewReader(""))
	if err != nil {
		return statements.FeedList{}, err
	}
	return lists.Read(in.body, in.contentType)
}

func (i intake) WriteList(list []statements.Feed) (opml []byte, hidden int) {
	return lists.Write("onrecord", list)
}
