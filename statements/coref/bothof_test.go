package coref

import "testing"

// TestBothOf resolves "the two ministers" in the last sentence of each text.
func TestBothOf(t *testing.T) {
	for _, c := range []struct{ rule, in, want string }{
		{"two who met", "Foreign Minister Ann Lee met her Elmish counterpart Bo Rand. The two ministers said so.", "Ann Lee and Bo Rand"},
		{"both", "President Ann Lee met President Bo Rand. Both presidents said so.", "Ann Lee and Bo Rand"},
		{"leaders may be anybody", "Ann Lee met Bo Rand. The two leaders said so.", "Ann Lee and Bo Rand"},
		{"the pair", "Ann Lee met Bo Rand. The pair said so.", "Ann Lee and Bo Rand"},
		{"another office", "Mayor Ann Lee met Mayor Bo Rand. The two ministers said so.", ""},
		{"a woman is no man", "Ann Lee met Tom Rand. The two men said so.", ""},
		{"a third", "Ann Lee met Bo Rand and Kim Dunn. The two leaders said so.", ""},
		{"a third since", "Ann Lee met Bo Rand. Kim Dunn left. The two leaders said so.", ""},
		{"two without names", "Two ministers fell. Minister Ann Lee met Minister Bo Rand. The two ministers said so.", ""},
		{"a person and a region", "Ann Lee left the Middle East. The two leaders said so.", ""},
		{"two of more", "Minister Ann Lee met Minister Bo Rand. The two ministers of Elm said so.", ""},
	} {
		who, sents := cast(c.in, "en")
		n := len(sents) - 1
		p := subjectOf(t, c.in, &sents[n])
		if got := who.Resolve(p, n, p.Span.Start).Name; got != c.want {
			t.Errorf("%s: %q, want %q", c.rule, got, c.want)
		}
	}
}

// TestCounterpart tells whose office it is that only another's counterpart has.
func TestCounterpart(t *testing.T) {
	in := "Ann Lee met her counterpart Deputy Prime Minister and Foreign Minister Bo Rand. Poland's foreign minister said so."
	who, sents := cast(in, "en")
	p := subjectOf(t, in, &sents[1])
	if got := who.Resolve(p, 1, p.Span.Start).Name; got != "" {
		t.Errorf("Poland's foreign minister is %q, who may be of any land but hers", got)
	}
}
