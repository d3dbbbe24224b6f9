package websub

import (
	"context"
	"time"

	"onrecord/statements"
)

// Turn does once what Run does in its loops.
func (s *Subscriber) Turn(ctx context.Context) {
	s.setUp()
	s.tendPushes(ctx)
	s.tend(ctx)
}

// Begin does what Run does first.
func (s *Subscriber) Begin(ctx context.Context) error {
	s.setUp()
	return s.begin(ctx)
}

// Holds reports whether a header signs a body.
func Holds(header string, secret statements.Secret, body []byte) bool {
	s, ok := newSignature(header, secret)
	if !ok {
		return false
	}
	s.Write(body)
	return s.holds()
}

// HeaderLinks gives where Link headers lead, with their rel.
func HeaderLinks(headers ...string) [][]string {
	var out [][]string
	for _, l := range headerLinks(headers) {
		out = append(out, append([]string{l.to}, l.rels...))
	}
	return out
}

const (
	Pace         = pace
	Rest         = rest
	AnswerWithin = answerWithin
	AgainAfter   = againAfter
	MostPushes   = mostPushes
	Week         = 7 * 24 * time.Hour
)
