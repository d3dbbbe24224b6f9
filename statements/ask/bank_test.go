package ask

import (
	"strings"
	"testing"

	"onrecord/statements"
)

// A body is no other one with "Bank of" in its name.
func TestBankOfWhat(t *testing.T) {
	bank := statements.Speaker{ID: 9, Name: "National Bank of Calder"}
	in := here
	in.Names = func(words string) []statements.Speaker {
		name := strings.ToLower(bank.Name)
		for _, w := range strings.Fields(strings.ToLower(words)) {
			if !strings.Contains(" "+name+" ", " "+w) {
				return nil
			}
		}
		return []statements.Speaker{bank}
	}
	for question, want := range map[string]string{
		"why did the bank of ostervik raise its rates":     "bank of ostervik ?",
		"what did the bank of calder say about its rates?": bank.Name,
	} {
		got := whose(Parse(question, in))
		if got != want {
			t.Errorf("%s: %q, want %q", question, got, want)
		}
	}
}
