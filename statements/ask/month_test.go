package ask

import (
	"strings"
	"testing"
	"time"

	"onrecord/statements"
)

func TestMonthOf(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Fees\n\nIn January, Lee had said that fees were low.", "2026-01-01..2026-01-31"},
		{"Fees\n\nIn a talk last November, Lee said that fees were low.", "2025-11-01..2025-11-30"},
		{"Fees\n\nLast month Lee said that fees were low.", "2026-02-01..2026-02-28"},
		{"Fees\n\nLast week, Lee said that fees were low.", "2026-02-23..2026-03-01"},
		{"Fees\n\nLee said that fees were low in January.", ""},
		{"Fees\n\nIn January 2019, Lee said that fees were low.", ""},
		{"Fees\n\nIt snowed in January. Lee said that fees were low.", ""},
		{"Fees\n\nIn short, may I add, Lee said that fees were low.", ""},
	} {
		content := "that fees were low"
		if strings.Contains(c.text, content+" in January") {
			content += " in January"
		}
		at, cue := strings.Index(c.text, content), strings.Index(c.text, "said")
		f := statements.Found{Statement: statements.Statement{
			Cue:     statements.Span{Start: cue, End: cue + 4},
			Content: []statements.Span{{Start: at, End: at + len(content)}},
		}}
		f.Article.Text, f.Article.Published = c.text, statements.Moment{Time: time.Date(2026, time.March, 7, 0, 0, 0, 0, time.UTC)}
		got := ""
		if first, last, ok := monthOf(f); ok {
			got = first.String() + ".." + last.String()
		}
		if got != c.want {
			t.Errorf("%q: %q, want %q", c.text, got, c.want)
		}
	}
}
