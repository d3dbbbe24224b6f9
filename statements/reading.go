package statements

// Reading is an article that was read and not kept.
type Reading struct {
	Article    Article // its ID is 0
	Statements []Statement
	Partial    string // why Text is no more than the article's beginning; "" is all of it
}
