// Package websub has feeds tell of news by themselves (W3C WebSub): where a
// feed offers a hub, the hub is asked to call us when the feed changes.
//
// In come the answers of feeds, from the poller, and the calls of hubs, from
// the web. Out go requests to hubs, and feeds that are due now, or later than
// they would be without a hub.
//
// Reading order:
//
//	offer.go link.go       which hub a feed offers, and under what name
//	subscriber.go          the two loops, and what they share
//	ask.go step.go         asking a hub, again and again, and giving up
//	callback.go confirm.go what hubs say: confirmed, refused, pushed
//	signature.go           whether a push is the hub's
//	owed.go after.go       a push makes its feed due; polling makes way for pushes
//	listen.go              the server that hubs call
//
// # Why
//
// A push is a reason to look and nothing more: its body goes through the
// signature and is thrown away, and the feed is fetched as ever. So a push can
// bring nothing that the feed's own host does not say, one that has only the
// new items takes nothing away, and one that is lost is made up for by the next
// visit. What it costs is a request, and many pushes at once cost one.
//
// Pushes are kept in memory, and looked after for ten minutes: a visit that was
// under way when a push came may have read what was there before it, and
// overwrites when the feed is due. A process that starts makes all feeds due
// that were left to their hubs, and believes each of these again from its next
// push on: nobody knows what was pushed meanwhile, and a hub that could not
// reach us for long has given up.
//
// Caches often have the old feed for some minutes after a push. Where the visit
// finds nothing, others follow after one, two, four minutes, and so on for half
// an hour.
//
// A hub is believed from its first push on, and until a visit finds something
// that it did not push. Three of those in a row end it for a week. Polling never
// ends; a feed with a schedule of its own keeps that.
//
// The secret that pushes are signed with goes to hubs without https too. Whoever
// reads it there can make us look, at a pace, and no more.
//
// Hubs are strangers, and which ones we talk to is said by strangers too: each
// feed can bring us to a new one once a day, addresses are guarded as all
// others are, and a hub that fails is asked less and less.
//
// Of several hubs that a feed offers the first is taken.
package websub
