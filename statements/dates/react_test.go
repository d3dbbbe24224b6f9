package dates_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestReactions dates what is said of a deed of the day of the report, a Saturday.
func TestReactions(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"a deed of today",
			"Baths\n\nThe bakers of Sedge on Saturday turned down a plan to sell the baths.\n\nMayor Anna Brandt called the plan “a disgrace”.\n\nThe baths are old.\n\nAn official said that it was late.\n\nKarl Moss said in an interview that it was dark.",
			"07 - 07"},
		{"another day on the way",
			"Baths\n\nThe bakers of Sedge on Saturday turned down a plan to sell the baths.\n\nMayor Anna Brandt called the plan “a disgrace”.\n\nThe mill was sold last year.\n\nKarl Moss said that it was dark.",
			"07 -"},
		{"a deed of the day before",
			"Baths\n\nThe bakers of Sedge on Friday turned down a plan to sell the baths.\n\nMayor Anna Brandt called the plan “a disgrace”.",
			"-"},
		{"one person's words",
			"Baths\n\nThe baths will be sold, Ida Lund said on Saturday.\n\nMayor Anna Brandt called the plan “a disgrace”.",
			"07 -"},
	} {
		if diff := cmp.Diff(c.want, days(c.text)); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
	}
}
