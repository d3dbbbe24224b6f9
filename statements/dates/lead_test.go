package dates_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestFromLead dates what goes on with the day of the lead.
func TestFromLead(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"those whose meeting somebody chaired",
			"Dam\n\nThe dam will be mended, Anna Brandt said on Thursday after chairing the meeting of the chief of the bakers, Karl Moss, and Governor Ida Lund.\n\nLund called it “late”.\n\nKarl Moss said that it was new.\n\nTom Rand said that it was cold.",
			"05 05 05 -"},
		{"one of several, who has a name then",
			"Dam\n\nThe dam will be mended, one of its wardens said on Thursday.\n\n“It leaks,” said Anna Brandt, warden for the upper dam, at the gate. “It is late,” Brandt added.",
			"05 05 05"},
		{"one of several, and somebody else",
			"Dam\n\nThe dam will be mended, one of its wardens said on Thursday.\n\n“It leaks,” said Anna Brandt, chief of the bakers.",
			"05 -"},
		{"the same day, further down",
			"Dam\n\nThe dam was old, Karl Moss said on Thursday.\n\nThe dam was built long ago.\n\nIt has two gates.\n\nIt has three boats.\n\nAnna Brandt told the Echo minutes later that it was new.",
			"05 05"},
		{"the same day, of two",
			"Dam\n\nThe dam was old, Karl Moss said on Thursday.\n\nIda Lund said on Wednesday that it was late.\n\nThe dam was built long ago.\n\nIt has two gates.\n\nIt has three boats.\n\nAnna Brandt told the Echo minutes later that it was new.",
			"05 04 -"},
		{"days before the story",
			"Dam\n\nThe dam was old, Karl Moss said on Thursday.\n\nThe dam was built long ago.\n\nIt has two gates.\n\nTwo days earlier Moss had warned that it leaked.",
			"05 03"},
		{"a call with somebody",
			"Dam\n\nAnna Brandt said in a telephone conversation with her neighbour Karl Moss on Thursday that the dam leaks.\n\nKarl Moss said that it was late.",
			"05 05"},
		{"hours before a vote",
			"Dam\n\nThe league of towns on Thursday declared the dam void. The vote was 30 to four, with two away.\n\n“It leaks,” Karl Moss said in a speech in Elm hours before the vote.\n\n“It is late,” Ida Lund said in a speech in Elm days before the vote.",
			"05 05 -"},
		{"more of the same mediators",
			"Dam\n\nThe islands and their mediators said in a joint statement late on Thursday that the dam was old.\n\n“It leaks,” the mediators said.",
			"05 05"},
		{"a ruling that came out on a day",
			"Dam\n\nJudge Ida Lund rejected that plan in a ruling released Thursday.\n\n“It leaks,” Lund wrote.",
			"05 05"},
		{"the host of a meeting",
			"Dam\n\nThe dam is old, Anna Brandt said on Thursday, after a meeting in Sedge which had one topic.\n\n“It leaks,” said the host, Mayor Ida Lund.\n\n“It is late,” said a neighbour, Mayor Tom Rand.",
			"05 05 -"},
		{"the host of a show",
			"Dam\n\nThe dam is old, Anna Brandt said on Thursday.\n\n“It leaks,” said the host, Ida Lund.",
			"05 -"},
	} {
		if diff := cmp.Diff(c.want, days(c.text)); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
	}
}
