package handlers

import (
	"strings"
	"testing"
)

func TestAskOptions(t *testing.T) {
	d, _ := desk(lighthouse(3)) // of Ostervik Post, on a.example
	for _, tc := range []struct {
		options []string
		want    []string
	}{
		{[]string{"outlet", "Vell Tribune"}, []string{"Nothing on record: anybody on lighthouse in Vell Tribune", "No outlet called ‘Vell Tribune’ is on record\n"}},
		{[]string{"outlet", "ostervik"}, []string{"No outlet called ‘ostervik’ is on record. Near it: Ostervik Post"}},
		{[]string{"outlet", "Ostervik Pots"}, []string{"Near it: Ostervik Post"}},
		{[]string{"outlet", "Vell Tribune, Ostervik Post"}, []string{"on lighthouse in Vell Tribune and Ostervik Post", "3 statements"}},
		{[]string{"outlet", "a.example:8601"}, []string{"on lighthouse in a.example, any time: 3 statements"}},
		{[]string{"outlet", "https://a.example/1"}, []string{"in a.example, any time: 3 statements"}},
		{[]string{"kind", "VERBATIM"}, []string{"Anybody on lighthouse, any time, verbatim: 3 statements"}},
		{[]string{"kind", "reported"}, []string{"Nothing on record: anybody on lighthouse, 1 May to 21 Nov 2026, reported"}},
		{[]string{"speaker", "5"}, []string{"Pell Andersen on lighthouse, any time: 3 statements"}},
		{[]string{"speaker", "4711"}, []string{"Nobody called ‘4711’ is on record."}},
	} {
		got := plain(d.Serve(t.Context(), ask1("ask", append(tc.options, "question", "lighthouse")...)))
		for _, want := range tc.want {
			if !strings.Contains(got, want) {
				t.Errorf("%v: it lacks %q:\n%s", tc.options, want, got)
			}
		}
	}
}

// A watch for what nothing answers waits for all that was asked.
func TestWatchForAll(t *testing.T) {
	d, _ := desk(lighthouse(3))
	reply := d.Serve(t.Context(), ask1("ask", "question", "ferry", "speaker", "Pell Andersen", "outlet", "Vell Tribune", "kind", "verbatim"))
	want := `watch add speaker "Pell Andersen" keywords ferry outlets Vell Tribune kinds direct`
	for _, b := range reply.Cards[0].Buttons {
		if b.Action == "watchq" && b.Typed == want {
			return
		}
	}
	t.Errorf("it lacks %s:\n%+v", want, reply.Cards[0].Buttons)
}
