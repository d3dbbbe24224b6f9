package handlers

import "testing"

func TestClauseAt(t *testing.T) {
	for _, tc := range []struct{ lang, clause, want string }{
		{"en", "that the survey should decide", "the survey should decide"},
		{"", "that Norvania would return", "Norvania would return"},
		{"en", "that 40 boats are laid up", "40 boats are laid up"},
		{"en", "that man was a fool", "that man was a fool"},
		{"en", "that thesis is wrong", "that thesis is wrong"},
		{"en", "thatched roofs are out", "thatched roofs are out"},
		{"de", "dass die Quote bleibt", "die Quote bleibt"},
		{"fr", "qu’elle reviendrait", "elle reviendrait"},
		{"fr", "que le quota reste", "le quota reste"},
		{"es", "que la cuota queda", "la cuota queda"},
		{"ru", "что квота останется", "квота останется"},
		{"it", "che la quota resta", "che la quota resta"},
		{"en", "", ""},
	} {
		if got := tc.clause[clauseAt(tc.clause, tc.lang):]; got != tc.want {
			t.Errorf("%s: got %q of %q, want %q", tc.lang, got, tc.clause, tc.want)
		}
	}
}
