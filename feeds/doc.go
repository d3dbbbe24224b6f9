// Package feeds brings in: it fetches feeds and pages, reads them, and hands
// every new article to whoever keeps it.
//
// In come addresses and the bytes that strangers serve there. Out go Documents
// (feeds), Pages, and, from the Poller, one Arrived for every item not seen
// before. This is the only home of gofeed and of the page extractor.
//
// Reading order: config.go; client.go, guard.go, opened.go (one polite, capped
// request); charset.go, parse.go, mend.go, salvage.go, dates.go (a feed);
// url.go (an article's identity); html.go, page.go, byline.go, text.go (a
// page); schedule.go, backoff.go (when); poll.go, visit.go (one cycle).
//
// # Why
//
// Nothing read from outside can stop a feed: a wrong byte costs at most the
// item it stands in, a failure lengthens the pause and never ends it, and a
// visit is kept only when all of its items are.
package feeds
