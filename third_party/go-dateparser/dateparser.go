// Package dateparser stands in for github.com/markusmobius/go-dateparser. It
// has the names that go-htmldate compiles against, and reads no dates: see
// README.md.
package dateparser

import (
	"errors"
	"time"
)

// ParserType names one of the ways of reading a date.
type ParserType uint8

// The two ways that go-htmldate asks for.
const (
	AbsoluteTime ParserType = iota
	CustomFormat
)

// PreferredDateSource says which way an incomplete date is completed.
type PreferredDateSource uint8

// Past completes a date to one that has been.
const Past PreferredDateSource = 1

// Configuration is how dates are to be read.
type Configuration struct {
	PreferredDateSource PreferredDateSource
	StrictParsing       bool
	CurrentTime         time.Time
}

// Parser reads dates in words. The zero value is ready.
type Parser struct {
	ParserTypes []ParserType
}

// Date is a date that was read.
type Date struct {
	Time time.Time
}

// ErrNone says that a text holds no date.
var ErrNone = errors.New("no date")

// Parse always gives ErrNone.
func (*Parser) Parse(*Configuration, string, ...string) (Date, error) { return Date{}, ErrNone }
