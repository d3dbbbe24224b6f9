package ask

import "testing"

func TestQuotation(t *testing.T) {
	for in, want := range map[string]string{
		"Mayor warns of ‘empty nets’ as quota passes": "Mayor warns of as quota passes",
		"“Empty nets”: mayor on the quota":            " : mayor on the quota",
		"The ferrymen’s quota and the sailors’ pay":   "The ferrymen’s quota and the sailors’ pay",
	} {
		if got := quotation.ReplaceAllString(in, " "); got != want {
			t.Errorf("%q without quotations is %q, want %q", in, got, want)
		}
	}
}
