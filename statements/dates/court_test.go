package dates_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestCourt dates what was said in a court that the lead has speak.
func TestCourt(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"judges and counsel",
			"Bridge\n\nThe High Court on Thursday asked the town to close the bridge.\n\n“It is late,” Judge Anna Brandt told the town clerk.\n\nKarl Moss, appearing for the town, said it was dark.\n\nTom Rand told the bench that it was cold.\n\nThe ferrymen's lawyer, Ida Lund, said it was old. “It leaks,” she said outside the court.",
			"05 05 05 05 05 05"},
		{"a day that the judge has",
			"Bridge\n\nThe High Court has ordered the town to close the bridge.\n\n“It is late,” Judge Anna Brandt told the town clerk on Thursday.\n\nThe ferrymen's lawyer, Ida Lund, said it was old.\n\nThe bridge will hold, Karl Moss said at the hearing.",
			"05 05 05 05"},
		{"those who are not there",
			"Bridge\n\nThe High Court on Thursday asked the town to close the bridge.\n\nJustice Minister Anna Brandt said it was late.\n\nKarl Moss, a lawyer, said it was dark.\n\nIn an interview, the ferrymen's lawyer, Ida Lund, said it was old.\n\nTom Rand said it was cold.",
			"05 - - - -"},
		{"a court clerk's day",
			"Bridge\n\nThe court's clerk on Thursday asked the town to close the bridge.\n\nThe ferrymen's lawyer, Ida Lund, said it was old.",
			"05 -"},
	} {
		if diff := cmp.Diff(c.want, days(c.text)); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
	}
}
