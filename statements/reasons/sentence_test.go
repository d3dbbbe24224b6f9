package reasons

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Every sentence is read as itself, whatever it names.
func TestEverySentenceIsReadAgain(t *testing.T) {
	seen := map[string]bool{}
	for _, s := range All() {
		if seen[s.format] {
			t.Errorf("%q is there twice", s.format)
		}
		seen[s.format] = true
		args := []string{"a.example/feed", "503"}[:strings.Count(s.format, "%s")]
		given := make([]any, len(args))
		for i, a := range args {
			given[i] = a
		}
		got, named, ok := Read(s.With(given...))
		if !ok || got != s || len(named) != len(args) || len(args) > 0 && !cmp.Equal(named, args) {
			t.Errorf("%q is read as %q with %q", s.With(given...), got.format, named)
		}
		if strings.Count(s.format, "%") != len(args) {
			t.Errorf("%q names something in another way than %%s", s.format)
		}
	}
}

func TestReadNothingElse(t *testing.T) {
	for _, text := range []string{"", "The answer is full.", "The answer is empty", " refuses the connection.", strings.Repeat("a", longest) + " refuses the connection."} {
		if s, args, ok := Read(text); ok {
			t.Errorf("%q is read as %q with %q", text, s.format, args)
		}
	}
}

// What was read is written in the same way.
func FuzzRead(f *testing.F) {
	f.Add("a.example/feed has a problem of its own (status 503).")
	f.Add("nothing new for 9 days, it usually brings 12 a week")
	f.Add("No server is known by the name %s.\xff.")
	f.Fuzz(func(t *testing.T, text string) {
		s, args, ok := Read(text)
		if !ok {
			return
		}
		given := make([]any, len(args))
		for i, a := range args {
			given[i] = a
		}
		if got := s.With(given...); got != text {
			t.Errorf("%q is written as %q", text, got)
		}
	})
}
