// Package gather reads what people have kept into an archive: files and
// folders of articles, pages and feeds, archives of them (zip, tar, gz), lists
// of addresses, and addresses. In come names; out goes a feeds.Arrived for
// every article that is not known yet, to whoever keeps it, and in the end a
// Result for every name: what was kept, what was known, and what was refused
// and why.
//
// Reading order: gather.go (the run, its workers and its sums), walk.go (names
// into units of work), kind.go (what a unit is), files.go (text and pages),
// items.go (feeds), web.go and pace.go (addresses), known.go (what was there
// before), date.go and front.go (what a file's place and its first lines tell).
//
// # Why
//
// The archive itself is what an import resumes from: an article's identity is
// made of its address, or of its bytes where it has none, and one that is there
// is not read again. So a run that was killed is simply run again. Only where a
// page lives at another address than it was asked for under, the pair is noted
// down.
//
// Dates are never those of the import. A text says its day in its first lines,
// in its name or its folders (2019-03-04, 2019/03/04), or not at all. The time
// of a file is only when it was kept.
//
// Files are read side by side. Addresses are asked one after the other at each
// host, at a pace, where robots.txt lets us; a host that does not answer is
// left alone after a few.
package gather
