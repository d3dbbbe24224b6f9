package statements

// Problem is an error made for people, in two sentences: what went wrong, and
// what to try. Both end with a full stop.
type Problem struct {
	Text string
	Hint string
}

// Error joins both sentences on one line.
func (p *Problem) Error() string {
	if p.Hint == "" {
		return p.Text
	}
	return p.Text + " " + p.Hint
}
