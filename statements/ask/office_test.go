package ask

import (
	"slices"
	"testing"
)

// TestOffices asks for somebody by an office, where another land's has another name,
// and by a land whose ministry's spokeswoman speaks.
func TestOffices(t *testing.T) {
	all := archived(t, []piece{
		{"Fjord Wire", "https://fjordwire.example/a", "2026-10-12", "Lamp\n\n“The lamp is late,” Foreign Secretary Mira Solheim said.", `1|Mira Solheim|Foreign Secretary|2026-10-12|| direct|Mira Solheim|said|The lamp is late`},
		{"Fjord Wire", "https://fjordwire.example/b", "2026-10-12", "Oil\n\n“The oil is late,” Foreign Minister Ilya Vantreight said.", `2|Ilya Vantreight|Foreign Minister|2026-10-12|| direct|Ilya Vantreight|said|The oil is late`},
		{"Fjord Wire", "https://fjordwire.example/c", "2026-10-12", "Sweden sees a lamp\n\nSweden’s foreign ministry was early. “A lamp has burnt,” said Anna Brandvold, the ministry’s spokeswoman.", `3|Anna Brandvold|the ministry’s spokeswoman|2026-10-12|| direct|Anna Brandvold|said|A lamp has burnt`},
		{"Fjord Wire", "https://fjordwire.example/d", "2026-10-12", "Border\n\n“Norway keeps the border shut, for guns came over the border,” Norway's fisheries minister, Jens Brandvold, said.\n\n“Norway has shut the border and the border hurts us,” mayor Pell Andersen said.",
			`4|Jens Brandvold|Norway's fisheries minister|2026-10-12|| direct|Jens Brandvold|said|Norway keeps the border shut, for guns came over the border
5|Pell Andersen|mayor|2026-10-12|| direct|Pell Andersen|said|Norway has shut the border and the border hurts us`},
	})
	for question, want := range map[string][]int64{
		"what did the foreign secretary say": {1},
		"what did Sweden say about the lamp": {3},
		"what did Norway say about the lamp": nil,
		"why did Norway shut the border":     {4},
		"who said Norway shut the border":    {5, 4},
	} {
		got := answering(question, all)
		if !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", question, got, want)
		}
	}
}
