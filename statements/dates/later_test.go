package dates_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestLater dates what was said some time after or before something else, or at
// another time whose day nobody knows.
func TestLater(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"a season that has passed",
			"Dam\n\nSpeaking in Sedge on Thursday, Mayor Anna Brandt said that it was dark.\n\nLast summer Brandt said that it would be light.",
			"05 -"},
		{"a year that something is for",
			"Dam\n\nAnna Brandt told a council meeting on Thursday that it was dark.\n\nBrandt would not be drawn on a target for 2035, saying only that it would be light.",
			"05 05"},
		{"hours later",
			"Dam\n\nThe dam was old, Anna Brandt said on Tuesday.\n\n“It is new,” Karl Moss told a television channel hours later.\n\nOn Thursday Moss said that it was late.",
			"03 03 05"},
		{"hours later than what has no day",
			"Dam\n\nThe dam was old, Anna Brandt said.\n\n“It is new,” Karl Moss told a television channel hours later.\n\nOn Thursday Moss said that it was late.",
			"- - 05"},
		{"the day before",
			"Dam\n\nThe dam was old, Anna Brandt said on Thursday. She had told the Echo the day before that it was new.",
			"05 04"},
		{"the day before a vote",
			"Dam\n\nThe dam was old, Anna Brandt said on Thursday. Karl Moss told the Echo the day before the vote that it was new.",
			"05 -"},
		{"what somebody did a day later, and said",
			"Dam\n\nThe dam was old, Karl Moss said on Wednesday.\n\nA day later Ida Lund flew to the dam. “It is a sieve,” she said.\n\nEarlier in the day Judge Tom Rand had stopped the pumps. “They leak,” he said.",
			"04 05 05"},
		{"the day of a vote",
			"Dam\n\nThe dam was old, Karl Moss said on Thursday. On the same day as the vote Moss told the Echo that it was new.",
			"05 -"},
		{"later in a day that nobody knows",
			"Dam\n\nThe dam was old, Karl Moss said on Thursday.\n\nIda Lund warned in February that it leaked. “It is a sieve,” Lund said in an interview. In a speech later that day, Lund called it “a joke”.",
			"05 - - -"},
		{"days before a vote",
			"Dam\n\nThe dam was old, Anna Brandt said on Thursday. Karl Moss told the Echo two days before the vote that it was new.",
			"05 -"},
		{"an answer within hours",
			"Dam\n\nThe dam was old, Anna Brandt said on Thursday. “It leaks,” Brandt said.\n\nFour boats sank on March 2.\n\nThe minister of boats, Karl Moss, answered within hours. The dam was new, he told the Echo.\n\nIda Lund answered. It was late, she told the Echo.",
			"05 05 05 -"},
		{"an answer on a day",
			"Dam\n\nThe dam was old, Anna Brandt said on Wednesday.\n\nKarl Moss hit back on Thursday. “It is new,” he said.\n\nIda Lund will hit back on Friday. “It is late,” she said.",
			"04 05 -"},
		{"an answer to what has no day",
			"Dam\n\nThe dam was old, Anna Brandt said.\n\nKarl Moss replied at once. “It is new,” he said.",
			"- -"},
		{"earlier in the day, of a day that the meeting has",
			"Dam\n\nThe dam is old, Anna Brandt told the council on Thursday.\n\nKarl Moss accused her of sleeping. “It is new,” he said.\n\nTom Rand replied that it was cold.\n\nOla Vik said it was wet.\n\nIn a ruling published earlier in the day, Judge Ida Lund wrote that the delay was “a disgrace”. She ordered the town to lend its boats to the bakers.",
			"05 05 05 05 05 05 05"},
		{"asked about what was said before",
			"Dam\n\nThe dam is old, Anna Brandt said on Thursday.\n\nTwo years ago Brandt had called it “a jewel”. Asked about that, she said: “It was one.”\n\nTwo years ago Brandt had called it new. “It shines,” she said.",
			"05 - 05 - -"},
		{"what was said of a day that something has",
			"Dam\n\nAnna Brandt has hailed the builder of Tuesday night's first dam, Karl Moss.\n\nBrandt said that it was dark.",
			"- -"},
		{"the day of what somebody calls something",
			"Dam\n\nAnna Brandt described the burst of the old dam in Sedge on Tuesday as “a crime”.",
			"-"},
		{"the day on which somebody calls something so",
			"Dam\n\nAnna Brandt described the burst on Tuesday as “a crime”.",
			"03"},
		{"a debate that is still to come",
			"Dam\n\nAnna Brandt and Karl Moss meet for the first of three debates Tuesday in Sedge.\n\nBrandt said that it was dark.",
			"-"},
		{"a paragraph about what was long ago",
			"Dam\n\nAnna Brandt said on Thursday that it was dark.\n\nBrandt refused to come in July. She told the bakers that it was cold.\n\nBrandt said that it was wet.",
			"05 - -"},
	} {
		if diff := cmp.Diff(c.want, days(c.text)); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
	}
}
