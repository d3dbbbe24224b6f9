// Package store remembers. What the feeds brought comes in (visits, articles,
// statements, alerts), with what people set up (feeds, watches) and asked;
// what is due, what is owed and what was found goes out. It is the only home of
// database/sql and of SQL text, and takes and gives the words of package
// statements alone.
//
// Reading order: open.go (which database), dialect.go (all that differs between the
// two), sqlite.go and postgres.go, migrate.go, backfill.go, tx.go, writer.go, together.go,
// session.go and ready.go (how anything is written or read); then feeds.go,
// visits.go, yields.go, websub.go (what was agreed with hubs), articles.go (one
// arrival, one transaction), speakers.go (who speaks in it), roles.go, watches.go,
// watches_update.go, carried.go (what is owed for an outlet that carries it later),
// preview.go, backlog.go, outbox.go, hold.go (what holds an alert back, and where it
// waits), mutes.go, digests.go (a message for each hour), regather.go, gathered.go,
// deliveries.go, living.go (messages that change), restart.go; silence.go (what
// places are told of silent sources), relied.go (who depends on one), notices.go
// (what is said once); candidates.go, clusters.go, utterances.go (which reports are
// of one utterance); the registry of speakers that people edit: registry.go,
// edits.go, recount.go, undo.go, watchnames.go (what edits mean to watches),
// find.go, crowd.go, alike.go (misspelt names), profile.go; what reviewers of one server say: corrections.go,
// tested.go, reviewed.go (what it means to messages and watches); for reading
// statements.go, index.go (what is searched), rows.go (what an arrival is in the
// tables, for benchmarks), search.go, lastsaid.go (what an alert's speaker said
// before), relooks.go and changes.go (later looks at an article), weigh.go, fts5.go
// and tsvector.go, sought.go, days.go, outlets.go, single.go (a search for one
// term), tally.go (rows counted without reading all), trace.go, questions.go,
// stats.go, memory.go, zones.go (whose clock is where), vectors.go (what statements
// mean, as a model says) and kin.go (which mean the same). The tables are in
// migrations/.
//
// Several processes may use one store at once, and each may be killed at any
// moment.
//
// # Why
//
// One transaction keeps an article with its statements and with the alerts that
// it is owed for, and marks its feed item as seen. Killed before it, the visit
// is repeated; killed after it, the alerts are sent from the outbox. An alert's
// key (watch, article, place) is unique, so it cannot exist twice.
//
// Which reports are of one utterance is decided in the transaction that keeps
// them, where the speaker's row is locked: two outlets that bring one remark at
// the same moment find each other. What is compared are signatures, which are
// stored, of one speaker's statements of some days, two hundred at most. A
// cluster has the number of the statement that opened it, and a statement of a
// time before there were clusters is one by itself: an upgrade writes nothing.
//
// A delivery is marked as begun before it is sent. An attempt that was begun
// and never settled leaves a doubt, and the doubt stays until the delivery is
// settled: whoever sends it next looks in the channel first.
//
// An alert that is held is a row in a message that gathers, from the transaction
// that keeps its article on: nothing is remembered anywhere else. Such a message
// has what it gathers for, a place and an hour (its slot) for a key, and takes
// more until somebody begins to send it. What comes later waits for the next hour
// of a digest, and is told at once where only quiet hours, a cap or a mute held
// it. The message of a digest's next hour is made ahead, empty: so an empty one
// is told too, once, whoever is killed and however many arrange it. A watch whose
// timing or mute changes moves what waits, where it would wait if it came now.
//
// A misspelt name is looked for by keys that its words share with those on record
// (speakers.Neighbours), a row for each key of each word and not of each speaker:
// given names are borne by thousands. The slips are counted from the words.
//
// What is leased carries the holder's name. A holder that comes back late, when
// another has taken over, cannot free or put off what is no longer its own.
//
// Articles are one by their canonical address, and by their text (near.go,
// sametext.go): what agencies send out stands in many papers. One word that
// differs keeps two apart, for a corrected text must not vanish behind the
// wrong one. An item that a feed has brought
// is remembered for ever, so what was once seen is never new again; a feed that
// is removed is only retired, for the same reason.
//
// An article's text is the first one that was read, for ever, and so are the
// spans of its statements. What a later look read is a version beside it, and a
// change of a statement is spans into that. Changes are always against the first
// reading, so one that is taken back is simply over. What a version has more is
// an edition: an article of its own under the same address, with those
// statements alone, so that they alert, cluster and are cut like any other.
//
// A row of speakers is a name as it is read, and a speaker is one such row with
// those that editors merged into it. A merge therefore moves no statement: ids,
// full-text index and all that comes later stay as they are, and the words of
// editors are applied when something is read. So a merge costs the same for ten
// statements as for ten thousand, and to undo it is exact. Only a split moves
// statements. Every edit keeps what it found, as JSON, and bumps the version of
// the watches: what was matched before it is matched again.
//
// A correction changes no row that others read. Statements, index and clusters
// stay as they are, and a View of the server that it was made in is laid over
// whatever is read for that server: over an answer by handlers, over a message
// here, where it is read for its place. So nothing reaches another server, and to
// take a correction back is exact. A watch of the configuration knows its place
// alone: whose place it is, is learnt from watches of a server there and from
// corrections that are made there. A name becomes somebody else's for good only
// where a reviewer says so: most of what is put down to a wrong speaker is one
// misread sentence, and the name is somebody.
//
// SQL is written by hand, in full statements with their columns listed, and
// runs unchanged on both databases; generated code was weighed and left out,
// since a third of the statements are put together from lists (ids, filters)
// that it cannot type.
//
// What a place is told of silent sources is a row of its own for each source, and
// one message may tell of many: the message is drawn from the rows as they are,
// so that a source which joins or recovers changes rows and asks for an edit.
//
// The filters of a search (speaker, days, kind) are tokens inside the full-text
// index. SQLite's planner, given a full-text match and a condition on an
// ordinary index, may drive the query from the wrong one and take 500 times as
// long.
//
// Ranking is our own: a term weighs by its rarity, which is estimated, and more
// where it was said than where it stands
// around. SQLite's bm25 counts all statements with a word for each question.
// Of statements with none but common words only the newest are ranked.
//
// Writes to SQLite that come together share a transaction, each in a savepoint:
// sixteen visits at once would wait for the disk sixteen times.
//
// To PostgreSQL go statements together that do not wait for each other's results,
// and those that nobody waits for with the commit: an article costs four ways
// to the server and back, where each statement by itself would make it sixteen.
//
// Vectors (statements/vectors) are kept twice: signatures of 64 bytes, which are
// all in memory when somebody asks, and a byte a dimension, read for a few hundred
// of them. They are in tables of their own, so that to read the signatures does
// not read the others. What has been embedded is two numbers, from and to: the
// newest come first, and whoever is killed goes on where it was. One process at a
// time embeds, by a lease, so that numbers of rows are in the order of commits.
//
// SQLite runs with synchronous=FULL: a settled delivery that a power cut takes
// back would be sent a second time.
package store
