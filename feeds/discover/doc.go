// Package discover finds the feeds of a site. In comes an address as a person
// has it: of a site, an article, a channel, a repository, or of a feed. Out go
// statements.Candidate, best first, each with what it brings and how it was
// found; or a *statements.Problem that says why there is none.
//
// Reading order: finder.go (the order of the search and its limits), places.go
// (sites whose feeds stand at an address that can be told: YouTube, Reddit,
// GitHub and the like), page.go (what a page names: link elements, anchors, the
// software that made it), paths.go (where feeds usually stand), candidate.go
// (what a feed brings), rank.go (which is best, and which two are one).
//
// # Why
//
// The search asks as little as it can: what the page names comes before what
// can only be tried, and trying ends with the first find. There are twelve
// requests at most, one host at a time as everywhere in feeds, and a time.
//
// The address that a person typed is fetched as by their browser. Other pages
// are fetched only where robots.txt lets us; feeds are made for programs and
// are not asked about, as in the room above.
//
// A page is read by a tokenizer and never as a tree: no page can make that
// slow. What it names is believed only when it was fetched and read as a feed.
//
// Where a service offers no feed (Telegram), that is said. Bridges of third
// parties are not used: nobody asked them for that, and what they bring is not
// what was published.
package discover
