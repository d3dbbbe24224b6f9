package statements

// DayCount is how many utterances of a day are on record. One that several
// outlets report is one, of its first day.
type DayCount struct {
	Day      Date
	Verbatim int // at least partly in the speaker's own words, in one report or more
	Reported int
}
