package reasons

// What a feed brings less of than it used to.
var (
	FewerItems      = kept("fewer items than usual: %s in the last week, it usually brings %s")
	FewerArticles   = kept("fewer articles than usual: %s in the last week, it usually brings %s")
	FewerStatements = kept("fewer statements than usual: %s in the last week, it usually brings %s")
	WeekOfStubs     = kept("its pages have become stubs: %s of the last week's %s articles came without their text")
	LastStubs       = kept("its pages have become stubs: %s of its last %s articles came without their text")
	NoStatements    = kept("no statements in its last %s articles, it usually brings %s in as many")
	NothingNew      = kept("nothing new for %s, it usually brings %s")
)

// How many items come in what time.
var (
	AWeek   = kept("%s a week")
	AMonth  = kept("%s a month")
	InWeeks = kept("one in %s weeks")
)
