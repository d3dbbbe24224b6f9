// Package dates says when and where something was said: the statements of an
// article, the words around their cues and the day of publication go in, a day
// comes out for each, or nothing.
//
// Reading order: report.go (the steps), beside.go and frame.go (the words around a cue), towhom.go (what
// stands between whom and what to do), letter.go
// (the day of a letter), day.go ("on Wednesday", "yesterday", "in December"), calendar.go
// (weekdays, months, years), ago.go ("two days ago"), later.go ("a day later"),
// near.go (the same speaker's other statements), turned.go (which the text has gone on
// from), answer.go, crowd.go, today.go, outer.go (who
// announced the news behind it), interview.go, counterpart.go,
// venues.go (whose day stands beside where it was said), attended.go (who chaired
// the talks), decided.go (who explains what was decided), named.go (who is named after the
// lead), definite.go (who has no name), talks.go (who spoke with each other), court.go (who speaks in court), spokesman.go
// (who speaks for a body), occasion.go, match.go, vote.go and
// event.go (what the article says of the whole), react.go (what is said of a deed of today), live.go (a page kept by the hour),
// headline.go (what repeats the text), dateline.go ("PORT NORTH, December 14 (Wire)
// -"), place.go.
//
// # Why
//
// A wrong day is worse than none. A weekday is counted back from the day of
// publication, a day of a month takes the year that puts it nearest before
// that day, and without such a day the year stays open, and so the date. What
// was said "previously" or "last year" has no day, nor has what "had been"
// said, and no day lies after publication.
//
// A day is carried to others only where they were there: those who speak at the
// trial, meeting or debate that the first statement dates. A reaction in a
// report of one person's words is left without a day, one in a report of what was done
// on the day of publication has that day until the text tells of another.
package dates
