package statements

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Said is a sentence for people, in English, that is kept apart from what it
// names, so that it can be said in their language later. Args stand where %s or
// %[2]s is: strings, numbers, days, lengths of time, and sentences again.
type Said struct {
	Format string
	Args   []any
	// Clause says that it stands in another sentence, without its full stop.
	Clause bool `json:",omitempty"`
}

// Say is a sentence with what it names.
func Say(format string, args ...any) Said { return Said{Format: format, Args: args} }

// String is the sentence in English, for logs.
func (s Said) String() string {
	if s.Clause {
		s.Clause = false
		return strings.TrimSuffix(s.String(), ".")
	}
	if len(s.Args) == 0 {
		return s.Format
	}
	args := make([]any, len(s.Args))
	for i, a := range s.Args {
		args[i] = fmt.Sprint(a)
	}
	return fmt.Sprintf(s.Format, args...)
}

// Counted says how many, as an argument of what is said: One and Many are the
// singular and the plural, with the number as their %s.
type Counted struct {
	N         int
	One, Many string
}

// Count is a number of something.
func Count(n int, one, many string) Counted { return Counted{n, one, many} }

// String is it in English.
func (c Counted) String() string {
	if c.N == 1 {
		return fmt.Sprintf(c.One, strconv.Itoa(c.N))
	}
	return fmt.Sprintf(c.Many, strconv.Itoa(c.N))
}

// Written is a moment as an argument of what is said, by a layout of package
// time.
type Written struct {
	Form string
	At   time.Time
}

// Layout writes a moment.
func Layout(layout string, at time.Time) Written { return Written{layout, at} }

// String is it in English.
func (w Written) String() string { return w.At.Format(w.Form) }

// Language is one that people speak, as an argument of what is said.
type Language struct {
	Tag     string // BCP 47
	English string // its name
}

// String is its English name.
func (l Language) String() string { return l.English }

// Joined puts words together as people do: "a", "a and b", "a, b and c", where last
// is "%s and %s".
func Joined(last string, words []any) any {
	var said any
	for i, w := range words {
		switch {
		case i == 0:
			said = w
		case i == len(words)-1:
			said = Say(last, said, w)
		default:
			said = Say("%s, %s", said, w)
		}
	}
	return said
}

// IsZero reports whether nothing is said.
func (s Said) IsZero() bool { return s.Format == "" }

// Problem is an error made for people, in two sentences: what went wrong, and
// what to try. Both end with a full stop.
type Problem struct {
	Text Said
	Hint Said
}

// Error joins both sentences on one line, in English.
func (p *Problem) Error() string {
	if p.Hint.IsZero() {
		return p.Text.String()
	}
	return p.Text.String() + " " + p.Hint.String()
}
