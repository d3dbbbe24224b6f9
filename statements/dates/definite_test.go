package dates_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestDescribed dates what somebody says whom the text only describes.
func TestDescribed(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"by a land and an office",
			"Dam\n\nMayor Anna Brandt told reporters on Thursday that the dam was old.\n\nThe Norvanian finance minister said that it leaked. “It is a sieve,” she added.",
			"05 05 05"},
		{"by a land alone",
			"Dam\n\n“It is a sieve,” Anna Brandt said on Thursday. “It leaks,” the Spaniard went on, “and it is late.”",
			"05 05"},
		{"who regrets a text and reads none out",
			"Dam\n\n“It is a sieve,” Anna Brandt said on Thursday.\n\nBut the Dutchwoman voiced regret that a long text drawn up by her team had “no friends”.",
			"05 05"},
		{"by the office that somebody else has", // who is new, and whose
			"Dam\n\n“It is a sieve,” Anna Brandt said on Thursday.\n\nThe leader of the bakers said that it was late.",
			"05 -"},
		{"in an interview",
			"Dam\n\n“It is a sieve,” Anna Brandt said on Thursday.\n\nThe former mayor said in an interview that it was late.",
			"05 -"},
		{"a body",
			"Dam\n\n“It is a sieve,” Anna Brandt said on Thursday.\n\nThe bakers' union said that it was late.",
			"05 -"},
		{"the two of them",
			"Dam\n\nThe dam is old, Anna Brandt and Karl Moss said on Thursday.\n\nThe two mayors also called for “a new one”.",
			"05 05"},
	} {
		if diff := cmp.Diff(c.want, days(c.text)); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
	}
}
