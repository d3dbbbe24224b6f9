package statements

import "testing"

func TestWatchName(t *testing.T) {
	for _, c := range []struct {
		w    Watch
		want string
	}{
		{Watch{Speaker: "Mira Solheim"}, "Mira Solheim"},
		{Watch{Keywords: "quota OR ceiling"}, "quota OR ceiling"},
		{Watch{Speaker: "Mira Solheim", Keywords: "quota"}, "Mira Solheim on quota"},
		{Watch{Keywords: "quota", Only: Only{Verbatim: true}}, "quota (verbatim)"},
		{Watch{Speaker: "Mira Solheim", Only: Only{Outlets: []string{"Fjord Wire", "x.example"}, Verbatim: true, Languages: []string{"en", "de"}, Sure: 0.8}},
			"Mira Solheim (Fjord Wire, x.example, verbatim, en, de, sure by 0.8)"},
	} {
		if got := c.w.Name(); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}
