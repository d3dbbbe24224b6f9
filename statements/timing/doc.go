// Package timing says when a watch tells: a watch's Timing and a time come in,
// and out come what is wrong with it, when its next digest is, and until when
// quiet hours hold.
//
// Reading order: plan.go (what a Timing means), digest.go and quiet.go (its two
// halves), clock.go (an hour on the wall as a moment), cron.go (the schedules of
// robfig/cron, for feeds too), said.go (a schedule in words, both ways), zones.go
// (the names of time zones).
//
// # Why
//
// Days and hours are the wall's, not the world's. robfig/cron leaves out what
// stands in the hour that a spring skips, and does twice what stands in the hour
// that an autumn repeats; a digest is wanted once a day in both. So a schedule
// is followed on a wall without summer time, and each hour that it names is then
// looked for in the zone: the first of two, or the end of the gap where there is
// none.
//
// Schedules are typed by people, and robfig/cron panics on some and never comes
// to an end of others: cron.go is the only door to it.
package timing
