package reasons

// How a feed was found.
var (
	AddressItself = kept("the address itself")
	NamedByPage   = kept("named by the page")
	LinkedOnPage  = kept("linked on the page")
	UsualPlace    = kept("found at its usual place")
	FeedOf        = kept("%s's feed of it") // a service's
	AlsoThere     = kept("%s, also there as %s")
	ReadAlready   = kept("%s, read already")
)
