package ask

import (
	"regexp"
	"testing"
)

func TestQuotation(t *testing.T) {
	for in, want := range map[string]string{
		"Mayor warns of ‘empty nets’ as quota passes": "Mayor warns of as quota passes",
		"“Empty nets”: mayor on the quota":            " : mayor on the quota",
		"The ferrymen’s quota and the sailors’ pay":   "The ferrymen’s quota and the sailors’ pay",
	} {
		if got := unquoted(in); got != want {
			t.Errorf("%q without quotations is %q, want %q", in, got, want)
		}
	}
}

// quotations says in one line what unquoted is to leave out.
var quotations = regexp.MustCompile(`[“"„«][^“”"„«»]*[”"“»]|(?:^|[\s:])‘[^‘]*?’(?:$|[\s,:;.])`)

func FuzzUnquoted(f *testing.F) {
	for _, s := range []string{"", "‘a’ b", "a: ‘b c’, d’s “e „f” «g»", "‘a’s b’ ‘c", "„a“ b \"c\" d", "a ‘b ‘c’ d’", "x‘a’ \xff“\xe2\x80”"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if got, want := unquoted(s), quotations.ReplaceAllString(s, " "); got != want {
			t.Errorf("%q without quotations is %q, want %q", s, got, want)
		}
	})
}
