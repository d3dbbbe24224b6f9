// Package bot is the bot's life: it lets the feeds be polled, has what arrives
// read, matched and kept, and sends what the outbox owes.
//
//	feeds.Poller -> Ingest [ extract.Read, watch.Match ] -> store, one transaction
//	store's outbox -> Courier -> Surface (Discord, console)
//
// Reading order: bot.go (start and stop), ingest.go (inward), relook.go (inward
// again: what an outlet changed since), backlog.go (the
// archive for a new watch), digest.go (digests at their hours), deliver.go (outward), silence.go (why nothing comes:
// the watchman; view.go is what he sees), reliance.go (who depends on a source), notice.go (what an admin
// is told, and a calm day), embedder.go (statements get their vectors). What a surface looks like
// lives below: discord/ and console/.
//
// # Why
//
// A message is a row before it is a message. The courier leases a row, posts,
// and settles the row; a crash between the two leaves a row that says so, and
// the next start first looks whether the message is there. Nothing is sent from
// memory, so nothing that was in memory can be lost.
//
// What is read again is judged by package compare, and matched like news where
// it is: no alert of words that stood in the article before.
//
// No alert must not look like no news. Who depends on a source is asked of the
// matcher: a place does where its watches match what the source brought of
// late, also where another outlet was quicker. A place that was never told
// anything depends, for all that is known, on every source: it is told when half
// of them fail. Everybody is told when our own network is down.
package bot
