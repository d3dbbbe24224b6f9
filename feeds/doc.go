// Package feeds brings in: it fetches feeds and pages, reads them, and hands
// every new article to whoever keeps it.
//
// In come addresses and the bytes that strangers serve there. Out go Documents
// (feeds), Pages, and, from the Poller, one Arrived for every item not seen
// before. This is the only home of gofeed and of the page extractor.
//
// Reading order:
//
//	config.go collector.go problem.go  what can be set, and how failures are told
//	fetch.go post.go hung.go guard.go hosts.go one request: capped, polite, no private address
//	opened.go robots.go url.go         its body opened; what may be read; what is the same page
//	charset.go likelihood.go decode.go bytes into text
//	parse.go jsonfeed.go keys.go       a feed, by gofeed, and its items' keys
//	mend.go bodies.go aside.go scope.go names.go leaf.go markup.go
//	                                   the cleaning pass before gofeed
//	dates.go calendar.go html.go line.go
//	                                   dates and text as people write them
//	page.go tame.go prune.go breaks.go standfirst.go a page, by the extractor, and what is cut before it
//	meta.go linked.go site.go title.go byline.go pagedate.go
//	                                   what the page says about the article;
//	                                   origins.go: how sure that is
//	wall.go text.go                    what stands in place of an article; plain text as one
//	schedule.go rhythm.go asks.go backoff.go push.go
//	                                   when a feed is due: its operator's wish, its
//	                                   items' rhythm, its publisher's, its failures
//	relook.go today.go edits.go        a page looked at again; an item whose text was edited
//	poll.go claim.go pool.go visit.go still.go arrive.go pending.go bring.go damage.go weather.go
//	                                   the round: claim, fetch, parse, read, keep
//
// # Why
//
// Nothing read from outside can stop a feed: a wrong byte costs at most the
// item it stands in, a failure lengthens the pause and never ends it, and a
// visit is kept, with what makes the next one cheap, only when all of its
// items are. A crash in between repeats the visit; the store knows what was
// kept already.
//
// gofeed is strict where feeds are not, so it never sees one: mend writes down
// what it understood as a small well-formed feed, and gofeed reads that. This
// is also cheaper than gofeed alone, because most of a feed is left out.
//
// When one host after the other is out of reach and none between them answers,
// the fault is our network's: no feed is blamed, and a few are tried until one
// answers. A feed that fails alone backs off to a day.
//
// Most visits find nothing new, and such a one costs little more than its write:
// those are collected for a moment and share one. A crash before it repeats the
// question, and nothing else.
//
// One request at a time goes to a host, at a pace, unless it is one of our own
// network or allowed by the operator; but a feed that hangs must
// not hold up its neighbours: after a moment the next request goes beside it,
// and a visit that takes long gives its seat to a quick one. A host with many
// feeds gets few seats. One that refuses is asked more slowly, unless strangers
// share it.
//
// A page in which somebody spoke is looked at again three times, behind all else:
// a few at a time, one a second, and only for what is new. What it says is
// judged elsewhere; here is only told what was seen. An item whose article was
// made of the feed's own text has a mark of that text, as the feed has it, so
// that an edit costs nothing to notice and nothing is read that was not edited.
//
// The extractor runs without its fallback, which costs half of the time and
// finds nothing more. It hangs on pages that are nested or left open without
// end; it never sees those either (tame.go).
//
// A byline, a date and a title are taken where the page is surest, and left
// out where nothing is sure: none is better than a wrong one.
package feeds
