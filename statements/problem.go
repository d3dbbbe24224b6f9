package statements

import "fmt"

// Said is a sentence for people, in English, that is kept apart from what it
// names, so that it can be said in their language later. Args stand where %s or
// %[2]s is: strings, numbers, days, lengths of time, and sentences again.
type Said struct {
	Format string
	Args   []any
}

// Say is a sentence with what it names.
func Say(format string, args ...any) Said { return Said{format, args} }

// String is the sentence in English, for logs.
func (s Said) String() string {
	if len(s.Args) == 0 {
		return s.Format
	}
	args := make([]any, len(s.Args))
	for i, a := range s.Args {
		args[i] = fmt.Sprint(a)
	}
	return fmt.Sprintf(s.Format, args...)
}

// Language is one that people speak, as an argument of what is said.
type Language struct {
	Tag     string // BCP 47
	English string // its name
}

// String is its English name.
func (l Language) String() string { return l.English }

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
