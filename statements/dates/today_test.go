package dates_test

import "testing"

// TestToday dates what is told of the day of the report, a Saturday.
func TestToday(t *testing.T) {
	got := days("Dam\n\nThe town agreed on Saturday to lend its boats, the bakers' envoy announced.\n\nThe dam is old.\n\nKarl Moss said it would meet on Saturday.\n\nIda Lund said the town agreed on Friday to lend its pumps.")
	if want := "07 - -"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
