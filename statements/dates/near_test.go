package dates_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestNear dates what a speaker says by what they say beside it.
func TestNear(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"a day that comes right after",
			"Dam\n\nMayor Anna Brandt called the dam “a sieve”.\n\n“It leaks,” Brandt told reporters on Thursday.",
			"05 05"},
		{"a day that comes further down",
			"Dam\n\nMayor Anna Brandt called the dam “a sieve”.\n\nThe bakers have left.\n\nThe town is dry.\n\nBrandt told reporters on Thursday that it was late.",
			"- 05"},
		{"a day that is set against what comes before",
			"Dam\n\nMayor Anna Brandt said the dam was “a sieve”. But in a statement on Thursday, Brandt said that it was new.",
			"- 05"},
		{"a day of what is still to come",
			"Dam\n\nThe vote is expected before midnight on Thursday, but Karl Moss said that it was late.",
			"-"},
		{"a day of where it was said",
			"Dam\n\nAnna Brandt, chief of the bakers, called for more boats in a statement on Thursday.\n\nKarl Moss called for a strike in a debate on Friday.",
			"05 -"},
		{"a mood of last night",
			"Dam\n\nThe dam leaks.\n\nIn Sedge last night Mayor Anna Brandt was in no mood for jokes. “It is late,” she told reporters.",
			"06"},
		{"according to him",
			"Dam\n\nThe dam was old, Karl Moss stressed on Thursday. According to him, it was “a sieve”.",
			"05 05"},
		{"the same evening",
			"Dam\n\nThe dam was old, Karl Moss said on Thursday.\n\nAnna Brandt told the Echo the same evening that it was new.",
			"05 05"},
		{"whom the text has not named yet",
			"Dam\n\nThe dam was old, the town's spokesman, Tom Rand, told a briefing on Thursday.\n\n“It is a sieve,” the envoy said.\n\nNorvanian envoy Karl Moss said on Wednesday that it was new.",
			"05 05 04"},
		{"a surname that comes first",
			"Dam is old, says PM Brandt\n\nThe dam is old, Norvania's Prime Minister Brandt Sen Loong said on Thursday.\n\n“It leaks,” Mr Brandt told reporters.",
			"05 05 05"},
		{"those who marched",
			"Dam\n\nThe dam was old, Karl Moss said on Wednesday.\n\nIn Sedge several hundred bakers gathered in front of the dam on Thursday evening. “Whoever mends this owns it,” Ida Lund, who heads the bakers, told the crowd.",
			"04 05"},
		{"those who will march",
			"Dam\n\nThe dam was old, Karl Moss said on Wednesday.\n\nIn Sedge several hundred bakers will march on Thursday. “Whoever mends this owns it,” Ida Lund said.",
			"04 -"},
		{"what a headline says will be",
			"Dam to close on Thursday, mayor says ‘it is late’\n\nThe dam is old.",
			"-"},
		{"what the text reads",
			"Dam\n\nAnna Brandt and Karl Moss said in a joint statement on Thursday that the dam was old. “We urge the town to mend it,” the document reads.",
			"05 05"},
	} {
		if diff := cmp.Diff(c.want, days(c.text)); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
	}
}
