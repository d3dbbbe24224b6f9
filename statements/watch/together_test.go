package watch_test

import (
	"testing"

	"onrecord/statements"
	"onrecord/statements/watch"
)

// What two said together is told to who watches either of them, once.
func TestTogether(t *testing.T) {
	a, sts := article(t, statements.Article{Title: "Joint statement", Text: "“We agree,” Mira Solheim and Ilya Vantreight said."},
		said{"Mira Solheim and Ilya Vantreight", []string{"We agree"}})
	for name, want := range map[string]int{"Mira Solheim": 1, "Vantreight": 1, "Mira Solheim and Ilya Vantreight": 1, "Mira Vantreight": 0, "Pell Andersen": 0} {
		if got := watch.Compile([]statements.Watch{{ID: 1, Speaker: name}}).Match(a, sts, false); len(got) != want {
			t.Errorf("%s: %d alerts, want %d", name, len(got), want)
		}
	}
}
